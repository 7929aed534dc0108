"""Which seconds yesterday had."""

from datetime import datetime
from types import SimpleNamespace
from typing import cast
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from services.city import City
from services.digest import yesterday

TEHRAN = ZoneInfo("Asia/Tehran")
CITY = cast("City", SimpleNamespace(zone=TEHRAN))
PARIS = cast("City", SimpleNamespace(zone=ZoneInfo("Europe/Paris")))


def test_it_is_the_last_whole_local_day() -> None:
    now = int(datetime(2026, 11, 22, 8, 0, tzinfo=TEHRAN).timestamp())
    since, until = yesterday(CITY, now)
    assert datetime.fromtimestamp(since, TEHRAN) == datetime(2026, 11, 21, tzinfo=TEHRAN)
    assert datetime.fromtimestamp(until, TEHRAN) == datetime(2026, 11, 22, tzinfo=TEHRAN)


@given(st.integers(1_700_000_000, 1_900_000_000))
def test_days_follow_each_other_without_gap(now: int) -> None:
    since, until = yesterday(CITY, now)
    assert since < until <= now
    assert until - since == 86400, "Tehran keeps one time all year"
    assert yesterday(CITY, until - 1)[1] == since


@given(st.integers(1_700_000_000, 1_900_000_000))
def test_days_of_23_and_25_hours(now: int) -> None:
    since, until = yesterday(PARIS, now)
    assert until - since in {82800, 86400, 90000}
    assert yesterday(PARIS, until - 1)[1] == since

"""Deadlines in working time."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.deadlines import WorkingTime

TEHRAN = ZoneInfo("Asia/Tehran")
NOWRUZ = [f"2027-03-{day}" for day in (21, 22, 23, 24)]
IRAN = WorkingTime(TEHRAN, ["fri"], [*NOWRUZ, "2026-11-23"])
PLAIN = WorkingTime(TEHRAN, ["fri"], [])
MOMENTS = st.integers(1_790_000_000, 1_830_000_000)  # 2026 and 2027
HOURS = st.integers(1, 720)


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=TEHRAN).timestamp())


@pytest.mark.parametrize(
    ("filed", "hours", "due"),
    [
        ("2026-11-22 09:00", 24, "2026-11-23 09:00"),  # Sunday to Monday
        ("2026-11-26 15:00", 24, "2026-11-28 15:00"),  # over Friday
        ("2026-11-27 10:00", 4, "2026-11-28 04:00"),  # filed on Friday: Saturday begins at midnight
        ("2026-11-22 00:00", 24, "2026-11-23 00:00"),
        ("2026-11-21 09:00", 72, "2026-11-24 09:00"),
    ],
)
def test_open_days_count_day_and_night(filed: str, hours: int, due: str) -> None:
    assert PLAIN.due(at(filed), hours) == at(due)


def test_holidays_do_not_count() -> None:
    nowruz = date(2027, 3, 21)
    assert not IRAN.is_open(nowruz)
    assert PLAIN.is_open(nowruz)
    assert IRAN.due(at("2027-03-20 12:00"), 24) == at("2027-03-25 12:00")


def test_a_day_closed_by_an_administrator_does_not_count() -> None:
    closed = WorkingTime(TEHRAN, ["fri"], ["2026-11-23"])
    assert closed.due(at("2026-11-22 09:00"), 24) == at("2026-11-24 09:00")


def test_two_days_of_rest() -> None:
    office = WorkingTime(TEHRAN, ["thu", "fri"], [])
    assert office.due(at("2026-11-25 09:00"), 24) == at("2026-11-28 09:00")


@given(MOMENTS, HOURS)
def test_it_is_never_sooner_than_promised_and_falls_on_an_open_day(filed: int, hours: int) -> None:
    due = IRAN.due(filed, hours)
    assert due >= filed + 3600 * hours
    day = datetime.fromtimestamp(due - 1, TEHRAN).date()
    assert IRAN.is_open(day)


@given(MOMENTS, HOURS, HOURS)
def test_hours_add_up(filed: int, first: int, second: int) -> None:
    assert IRAN.due(IRAN.due(filed, first), second) == IRAN.due(filed, first + second)


@given(MOMENTS, st.integers(0, 10**6), HOURS)
def test_who_files_later_is_not_served_sooner(filed: int, later: int, hours: int) -> None:
    assert IRAN.due(filed, hours) <= IRAN.due(filed + later, hours)


@given(MOMENTS, HOURS)
def test_only_closed_time_is_left_out(filed: int, hours: int) -> None:
    due, open_seconds = PLAIN.due(filed, hours), 0
    moment = datetime.fromtimestamp(filed, TEHRAN)
    while (stamp := int(moment.timestamp())) < due:
        midnight = datetime.combine(moment.date() + timedelta(days=1), datetime.min.time(), TEHRAN)
        if PLAIN.is_open(moment.date()):
            open_seconds += min(int(midnight.timestamp()), due) - stamp
        moment = midnight
    assert open_seconds == 3600 * hours

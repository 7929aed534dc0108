from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.dates import (
    ago,
    date_words,
    day_words,
    distance,
    duration,
    local_day,
    moment_words,
    parse_date,
    short_date,
    time_words,
)

TEHRAN = ZoneInfo("Asia/Tehran")


def at(*moment: int) -> int:
    return int(datetime(*moment, tzinfo=TEHRAN).timestamp())  # type: ignore[misc,arg-type]


SATURDAY = at(2025, 11, 29, 16, 30)


def test_the_day_in_three_languages() -> None:
    assert day_words(SATURDAY, "fa", TEHRAN) == "شنبه ۸ آذر"
    assert day_words(SATURDAY, "en", TEHRAN) == "Saturday 29 November"
    assert day_words(SATURDAY, "ar", TEHRAN) == "السبت ٢٩ تشرين الثاني"


def test_another_year_is_named() -> None:
    soon = at(2026, 1, 10, 9, 0)  # the same Jalali year, another Gregorian one
    assert day_words(SATURDAY, "fa", TEHRAN, now=soon) == "شنبه ۸ آذر"
    assert day_words(SATURDAY, "en", TEHRAN, now=soon) == "Saturday 29 November 2025"
    assert day_words(SATURDAY, "fa", TEHRAN, now=at(2026, 4, 1, 9, 0)) == "شنبه ۸ آذر ۱۴۰۴"


def test_dates_times_and_moments() -> None:
    assert date_words(SATURDAY, "fa", TEHRAN) == "۸ آذر ۱۴۰۴"
    assert time_words(SATURDAY, "fa", TEHRAN) == "۱۶:۳۰"
    assert moment_words(SATURDAY, "fa", TEHRAN) == "شنبه ۸ آذر، ساعت ۱۶:۳۰"
    assert moment_words(SATURDAY, "en", TEHRAN) == "Saturday 29 November, 16:30"
    assert moment_words(SATURDAY, "ar", TEHRAN) == "السبت ٢٩ تشرين الثاني، الساعة ١٦:٣٠"
    assert short_date(SATURDAY, "fa", TEHRAN) == "۱۴۰۴/۰۹/۰۸"
    assert short_date(SATURDAY, "en", TEHRAN) == "2025-11-29"


def test_the_day_is_the_one_at_the_place() -> None:
    late = int(datetime(2026, 3, 20, 21, 0, tzinfo=UTC).timestamp())  # half past midnight, new year's day
    assert local_day(late, TEHRAN) == "2026-03-21"
    assert date_words(late, "fa", TEHRAN) == "۱ فروردین ۱۴۰۵"


@pytest.mark.parametrize(
    ("seconds", "fa", "en", "ar"),
    [
        (20, "همین حالا", "just now", "الآن"),
        (-5, "همین حالا", "just now", "الآن"),
        (60, "۱ دقیقه پیش", "1 minute ago", "قبل دقيقة"),
        (5 * 60, "۵ دقیقه پیش", "5 minutes ago", "قبل ٥ دقائق"),
        (2 * 3600 + 5, "۲ ساعت پیش", "2 hours ago", "قبل ساعتين"),
        (3 * 86400, "۳ روز پیش", "3 days ago", "قبل ٣ أيام"),
        (12 * 86400, "۱۲ روز پیش", "12 days ago", "قبل ١٢ يومًا"),
    ],
)
def test_ago(seconds: int, fa: str, en: str, ar: str) -> None:
    assert (ago(seconds, "fa"), ago(seconds, "en"), ago(seconds, "ar")) == (fa, en, ar)


@pytest.mark.parametrize(
    ("seconds", "fa", "en", "ar"),
    [
        (0, "کمتر از یک دقیقه", "less than a minute", "أقل من دقيقة"),
        (3 * 86400 + 4 * 3600 + 59, "۳ روز و ۴ ساعت", "3 days and 4 hours", "٣ أيام و٤ ساعات"),
        (86400 + 60, "۱ روز", "1 day", "يوم"),
        (3660, "۱ ساعت و ۱ دقیقه", "1 hour and 1 minute", "ساعة ودقيقة"),
        (2 * 86400, "۲ روز", "2 days", "يومين"),
    ],
)
def test_durations(seconds: int, fa: str, en: str, ar: str) -> None:
    assert (duration(seconds, "fa"), duration(seconds, "en"), duration(seconds, "ar")) == (fa, en, ar)


@pytest.mark.parametrize(
    ("metres", "shown"),
    [(40.4, "۴۰ متر"), (128, "۱۳۰ متر"), (994, "۹۹۰ متر"), (996, "۱ کیلومتر"), (1234, "۱٫۲ کیلومتر")],
)
def test_distances(metres: float, shown: str) -> None:
    assert distance(metres, "fa") == shown


NOW = at(2026, 11, 22, 12, 0)  # 1 Azar 1405


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("۱۴۰۵/۹/۱۰", date(2026, 12, 1)),
        ("1405-09-10", date(2026, 12, 1)),
        ("2026-12-01", date(2026, 12, 1)),
        ("٢٠٢٦/١٢/١", date(2026, 12, 1)),
        (" ۱۰ آذر ", date(2026, 12, 1)),
        ("۱۰ اذر ماه ۱۴۰۵", date(2026, 12, 1)),
        ("۳۰ آبان", date(2027, 11, 21)),
        ("۳۰ اسفند", date(2030, 3, 20)),
        ("امروز", date(2026, 11, 22)),
        ("پس فردا", date(2026, 11, 24)),
        ("tomorrow", date(2026, 11, 23)),
    ],
)
def test_dates_people_type(typed: str, meant: date) -> None:
    assert parse_date(typed, TEHRAN, NOW) == meant


@pytest.mark.parametrize(
    "typed", ["", "دیروز نه", "۱۴۰۵/۱۳/۱", "۱۴۰۵/۱۲/۳۰", "1700/1/1", "۳۲ آذر", "31 foo", "2026-02-30"]
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_date(typed, TEHRAN, NOW)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1)))
def test_a_date_shown_is_the_date_read(day: date) -> None:
    moment = at(day.year, day.month, day.day, 12, 0)
    for language in ("fa", "en", "ar"):
        assert parse_date(short_date(moment, language, TEHRAN), TEHRAN, NOW) == day
    assert parse_date(date_words(moment, "fa", TEHRAN), TEHRAN, NOW) == day

"""Dates with times, as people type them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.dates import moment_words, short_date, time_words
from locales.moment_input import parse_moment
from locales.text import persian_digits

TEHRAN = ZoneInfo("Asia/Tehran")


def at(*moment: int) -> int:
    return int(datetime(*moment, tzinfo=TEHRAN).timestamp())  # type: ignore[misc,arg-type]


NOW = at(2026, 11, 22, 12, 0)  # Sunday, 1 Azar 1405


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("فردا ۱۰ صبح", at(2026, 11, 23, 10, 0)),
        ("فردا صبح ساعت ۱۰", at(2026, 11, 23, 10, 0)),
        ("پس‌فردا ساعت ۱۷:۳۰", at(2026, 11, 24, 17, 30)),
        ("پس فردا ۵ و نیم عصر", at(2026, 11, 24, 17, 30)),
        ("شنبه ۹ صبح", at(2026, 11, 28, 9, 0)),
        ("شنبه‌ ۹", at(2026, 11, 28, 9, 0)),
        ("سه‌شنبه ساعت سه", at(2026, 11, 24, 15, 0)),
        ("یک شنبه ۹", at(2026, 11, 29, 9, 0)),  # this Sunday's nine o'clock is over
        ("یکشنبه ۱۳", at(2026, 11, 22, 13, 0)),
        ("روز پنج‌شنبه، ساعت ۸:۱۵", at(2026, 11, 26, 8, 15)),
        ("۱۰ آذر ۱۶", at(2026, 12, 1, 16, 0)),
        ("۱۰ آذر ساعت ۴", at(2026, 12, 1, 16, 0)),
        ("۱۰ آذر ۱۴۰۶ ۱۶:۰۰", at(2027, 12, 1, 16, 0)),
        ("سه‌شنبه ۱۰ آذر ساعت ۱۶:۰۰", at(2026, 12, 1, 16, 0)),
        ("۱۴۰۵/۹/۱۰ ۱۶:۰۰", at(2026, 12, 1, 16, 0)),
        ("١٤٠٥/٩/١٠ ساعت ١٦", at(2026, 12, 1, 16, 0)),
        ("امشب ۸", at(2026, 11, 22, 20, 0)),
        ("امشب ساعت ۸ و ربع", at(2026, 11, 22, 20, 15)),
        ("فردا شب ۹:۳۰", at(2026, 11, 23, 21, 30)),
        ("فردا ۱۲ شب", at(2026, 11, 24, 0, 0)),
        ("فردا ظهر", at(2026, 11, 23, 12, 0)),
        ("فردا ۱ ظهر", at(2026, 11, 23, 13, 0)),
        ("فردا ده و نیم صبح", at(2026, 11, 23, 10, 30)),
        ("فردا ۱۲", at(2026, 11, 23, 12, 0)),
        ("فردا ۰۴:۰۰", at(2026, 11, 23, 4, 0)),
        ("۱۷:۳۰", at(2026, 11, 22, 17, 30)),
        ("۱۰ صبح", at(2026, 11, 23, 10, 0)),
        ("tomorrow 16:00", at(2026, 11, 23, 16, 0)),
        ("Tomorrow at 4pm", at(2026, 11, 23, 16, 0)),
        ("tomorrow, 10 in the morning", at(2026, 11, 23, 10, 0)),
        ("tonight 8", at(2026, 11, 22, 20, 0)),
        ("on Saturday at 12 pm", at(2026, 11, 28, 12, 0)),
        ("1 December 16:00", at(2026, 12, 1, 16, 0)),
        ("2026-12-01 16:00", at(2026, 12, 1, 16, 0)),
        ("2026-12-01T16:00", at(2026, 12, 1, 16, 0)),
        ("غدًا الساعة ١٠ صباحًا", at(2026, 11, 23, 10, 0)),
        ("بعد غد الساعة العاشرة والنصف صباحا", at(2026, 11, 24, 10, 30)),
        ("السبت ٤ مساءً", at(2026, 11, 28, 16, 0)),
        ("١ كانون الأول الساعة ١٦:٠٠", at(2026, 12, 1, 16, 0)),
        # Midnight ends the day.
        ("نیمه‌شب", at(2026, 11, 23, 0, 0)),
        ("فردا نیمه شب", at(2026, 11, 24, 0, 0)),
        ("امشب، نیمه‌شب", at(2026, 11, 23, 0, 0)),
        ("فردا ۲۴:۰۰", at(2026, 11, 24, 0, 0)),
        ("۲۴:۰۰", at(2026, 11, 23, 0, 0)),
        ("۱۲ و نیم شب", at(2026, 11, 23, 0, 30)),
        ("tomorrow at midnight", at(2026, 11, 24, 0, 0)),
        ("منتصف الليل", at(2026, 11, 23, 0, 0)),
        # Behind it comes a night of which the day must be known.
        ("۲ شب", at(2026, 11, 23, 2, 0)),
        ("امشب ساعت ۱ و نیم", at(2026, 11, 23, 1, 30)),
        # A part of the day alone.
        ("ظهر", at(2026, 11, 23, 12, 0)),
        ("صبح", at(2026, 11, 23, 9, 0)),
        ("امشب", at(2026, 11, 22, 20, 0)),
        ("پس‌فردا صبح", at(2026, 11, 24, 9, 0)),
        ("صبح پس فردا", at(2026, 11, 24, 9, 0)),
        ("۱۰ آذر عصر", at(2026, 12, 1, 17, 0)),
        ("یک شنبه صبح", at(2026, 11, 29, 9, 0)),
        ("day after tomorrow, noon", at(2026, 11, 24, 12, 0)),
        ("بعد غد صباحًا", at(2026, 11, 24, 9, 0)),
        ("۱۰ قبل از ظهر", at(2026, 11, 23, 10, 0)),
        ("۱۰ پیش‌ازظهر فردا", at(2026, 11, 23, 10, 0)),
        ("فردا ٥ بعد الظهر", at(2026, 11, 23, 17, 0)),
        ("۵ بعدازظهر", at(2026, 11, 22, 17, 0)),
        ("۹ شب", at(2026, 11, 22, 21, 0)),
        # Minutes in words.
        ("ساعت ۸ و ۳۰ دقیقه صبح", at(2026, 11, 23, 8, 30)),
        ("فردا هشت و بیست و پنج دقیقه", at(2026, 11, 23, 8, 25)),
        ("۱۰ آذر، ۸ و ۴۵", at(2026, 12, 1, 8, 45)),
        ("فردا یک ربع به ۹", at(2026, 11, 23, 8, 45)),
        ("فردا ساعت ۲۰ دقیقه به ۶ عصر", at(2026, 11, 23, 17, 40)),
        ("فردا ربع به ۱", at(2026, 11, 23, 12, 45)),
        ("یک ربع مانده به ۱۲ شب", at(2026, 11, 22, 23, 45)),
        ("tomorrow half past 8", at(2026, 11, 23, 8, 30)),
        ("tomorrow at a quarter to nine", at(2026, 11, 23, 8, 45)),
        ("8 o’clock in the evening", at(2026, 11, 22, 20, 0)),
        ("غدا الساعة ٨ و٣٠ دقيقة", at(2026, 11, 23, 8, 30)),
        ("غدا التاسعة إلا ربعًا", at(2026, 11, 23, 8, 45)),
        # The time before the day.
        ("۱۰ صبح فردا", at(2026, 11, 23, 10, 0)),
        ("ساعت ۹ و نیم شنبه", at(2026, 11, 28, 9, 30)),
        # Weeks begin on Saturday, and in English on Monday.
        ("شنبه هفته بعد ۹ صبح", at(2026, 11, 28, 9, 0)),
        ("دوشنبهٔ هفته‌ی آینده ساعت ۹", at(2026, 11, 30, 9, 0)),
        ("هفته بعد سه شنبه ۹", at(2026, 12, 1, 9, 0)),
        ("یکشنبه بعد ۱۷:۰۰", at(2026, 11, 29, 17, 0)),
        ("Monday next week at 9", at(2026, 11, 23, 9, 0)),
        ("next Sunday 17:00", at(2026, 11, 29, 17, 0)),
        ("الاثنين الأسبوع القادم ٩ صباحًا", at(2026, 11, 30, 9, 0)),
        # So much later.
        ("۲ ساعت دیگر", at(2026, 11, 22, 14, 0)),
        ("تا نیم ساعت دیگه", at(2026, 11, 22, 12, 30)),
        ("یک ساعت و نیم بعد", at(2026, 11, 22, 13, 30)),
        ("دو ساعت و ۱۰ دقیقه دیگر", at(2026, 11, 22, 14, 10)),
        ("یک ربع دیگر", at(2026, 11, 22, 12, 15)),
        ("۳ روز دیگر ساعت ۱۰", at(2026, 11, 25, 10, 0)),
        ("یک هفته دیگر ۱۰ صبح", at(2026, 11, 29, 10, 0)),
        ("in half an hour", at(2026, 11, 22, 12, 30)),
        ("in an hour and a half", at(2026, 11, 22, 13, 30)),
        ("90 minutes from now", at(2026, 11, 22, 13, 30)),
        ("in 3 days at noon", at(2026, 11, 25, 12, 0)),
        ("بعد ساعتين", at(2026, 11, 22, 14, 0)),
        ("بعد ساعة ونصف", at(2026, 11, 22, 13, 30)),
        ("بعد ثلاثة أيام الساعة ١٠ صباحا", at(2026, 11, 25, 10, 0)),
    ],
)
def test_moments_people_type(typed: str, meant: int) -> None:
    assert parse_moment(typed, TEHRAN, NOW) == meant


@pytest.mark.parametrize(
    ("now", "typed", "meant"),
    [
        (at(2026, 11, 22, 7, 0), "۸ و نیم", at(2026, 11, 22, 8, 30)),
        (at(2026, 11, 22, 12, 0), "۸ و نیم", at(2026, 11, 22, 20, 30)),
        (at(2026, 11, 22, 21, 0), "۸ و نیم", at(2026, 11, 23, 8, 30)),
        (at(2026, 11, 22, 12, 0), "امروز ۹", at(2026, 11, 22, 21, 0)),
        (at(2026, 11, 22, 23, 0), "امشب ۸", at(2026, 11, 22, 20, 0)),  # over, and so told
        (at(2026, 11, 23, 0, 10), "۱۲ و نیم شب", at(2026, 11, 23, 0, 30)),
        (at(2026, 11, 21, 8, 0), "شنبه ۹", at(2026, 11, 21, 9, 0)),
        (at(2026, 11, 21, 8, 0), "شنبه آینده ۹", at(2026, 11, 28, 9, 0)),
        (at(2026, 11, 21, 8, 0), "شنبه هفته بعد ۹", at(2026, 11, 28, 9, 0)),
        (at(2026, 11, 22, 12, 0) + 59, "نیم ساعت دیگر", at(2026, 11, 22, 12, 30)),
    ],
)
def test_what_may_be_two_moments_is_the_next(now: int, typed: str, meant: int) -> None:
    assert parse_moment(typed, TEHRAN, now) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "فردا", "۱۰ آذر", "هفته بعد", "۲ روز دیگر", "بامداد", "فردا ۲۵", "فردا ۲۴:۳۰",
     "فردا ۸ و ۷۵ دقیقه", "نفر دیگر", "۰ ساعت دیگر", "شنبه ۱۰ آذر صبح", "۹ نیمه‌شب",
     "فردا ۱۰:۷۵", "۱۴۰۵/۱۲/۳۰ ۱۰:۰۰", "شنبه ۱۰ آذر ۱۶", "فردا ۲ شب", "سلام ۱۰",
     "<script>", "10:00:00:00", "9" * 4000],
)  # fmt: skip
def test_what_is_no_moment_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_moment(typed, TEHRAN, NOW)


BOUNDS = datetime(2026, 11, 23), datetime(2027, 10, 20)  # noqa: DTZ001 - hypothesis wants them bare
MOMENTS = st.datetimes(*BOUNDS, timezones=st.just(UTC))


@given(MOMENTS, st.sampled_from(["fa", "en", "ar"]))
def test_a_moment_shown_is_the_moment_read(moment: datetime, language: str) -> None:
    """As the bot writes it, with its weekday, and in numbers."""
    minute = int(moment.replace(second=0, microsecond=0).timestamp())
    assert parse_moment(moment_words(minute, language, TEHRAN, NOW), TEHRAN, NOW) == minute
    numbers = f"{short_date(minute, language, TEHRAN)} {time_words(minute, language, TEHRAN)}"
    assert parse_moment(numbers, TEHRAN, NOW) == minute


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_alone_is_the_next_one(hour: int, minute: int) -> None:
    found = parse_moment(persian_digits(f"{hour:02}:{minute:02}"), TEHRAN, NOW)
    assert 0 < found - NOW <= 86400
    assert time_words(found, "en", TEHRAN) == f"{hour:02}:{minute:02}"


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    try:
        found = parse_moment(typed, TEHRAN, NOW)
    except ValueError:
        return
    assert isinstance(found, int)

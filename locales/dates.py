"""Dates, times and measures in words. Times are UTC epoch seconds; Persian reads the Jalali calendar."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from locales.calendar_names import MONTHS, WEEKDAYS
from locales.date_input import parse_date
from locales.jalali import to_jalali
from locales.text import digits, number

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

__all__ = [
    "ago", "date_words", "day_words", "distance", "duration", "local_day",
    "moment_words", "parse_date", "short_date", "time_words",
]  # fmt: skip

MINUTE, HOUR, DAY = 60, 3600, 86400

_CLOCK = {"fa": "، ساعت ", "en": ", ", "ar": "، الساعة "}
_UNITS = {"fa": ("روز", "ساعت", "دقیقه"), "en": ("day", "hour", "minute")}
# Arabic counts in forms: one, two, three to ten, and more. Two stands as it does after a preposition.
_ARABIC_UNITS = (
    ("يوم", "يومين", "أيام", "يومًا"),
    ("ساعة", "ساعتين", "ساعات", "ساعة"),
    ("دقيقة", "دقيقتين", "دقائق", "دقيقة"),
)
_AND = {"fa": " و ", "en": " and ", "ar": " و"}
_UNDER_A_MINUTE = {"fa": "کمتر از یک دقیقه", "en": "less than a minute", "ar": "أقل من دقيقة"}
_AGO = {"fa": "{} پیش", "en": "{} ago", "ar": "قبل {}"}
_JUST_NOW = {"fa": "همین حالا", "en": "just now", "ar": "الآن"}
_METRES = {"fa": "متر", "en": "m", "ar": "متر"}
_KILOMETRES = {"fa": "کیلومتر", "en": "km", "ar": "كم"}


def _language(language: str) -> str:
    return language if language in MONTHS else "en"


def _local(at: int, tz: "ZoneInfo") -> datetime:
    return datetime.fromtimestamp(at, UTC).astimezone(tz)


def _calendar(day: date, language: str) -> tuple[int, int, int]:
    """Year, month and day in the calendar that readers of the language are shown."""
    if language != "fa":
        return day.year, day.month, day.day
    return to_jalali(day)


def day_words(at: int, language: str, tz: "ZoneInfo", now: int | None = None) -> str:
    """«شنبه ۸ آذر»; with `now` given, the year is added where it is another than the current one."""
    language = _language(language)
    local = _local(at, tz)
    year, month, day = _calendar(local.date(), language)
    shown = f"{WEEKDAYS[language][local.weekday()]} {day} {MONTHS[language][month - 1]}"
    if now is not None and _calendar(_local(now, tz).date(), language)[0] != year:
        shown = f"{shown} {year}"
    return digits(shown, language)


def date_words(at: int, language: str, tz: "ZoneInfo") -> str:
    """«۸ آذر ۱۴۰۵»: the year always, no weekday."""
    language = _language(language)
    year, month, day = _calendar(_local(at, tz).date(), language)
    return digits(f"{day} {MONTHS[language][month - 1]} {year}", language)


def time_words(at: int, language: str, tz: "ZoneInfo") -> str:
    """«۱۶:۳۰»."""
    return digits(f"{_local(at, tz):%H:%M}", language)


def moment_words(at: int, language: str, tz: "ZoneInfo", now: int | None = None) -> str:
    """«شنبه ۸ آذر، ساعت ۱۶:۳۰»."""
    between = _CLOCK[_language(language)]
    return f"{day_words(at, language, tz, now)}{between}{time_words(at, language, tz)}"


def short_date(at: int, language: str, tz: "ZoneInfo") -> str:
    """«۱۴۰۵/۰۹/۰۱»; Gregorian 2026-11-22 for English, ٢٠٢٦/١١/٢٢ for Arabic."""
    year, month, day = _calendar(_local(at, tz).date(), language)
    between = "/" if language in {"fa", "ar"} else "-"
    return digits(f"{year:04}{between}{month:02}{between}{day:02}", language)


def local_day(at: int, tz: "ZoneInfo") -> str:
    """The Gregorian date at the place, as YYYY-MM-DD: for keys and storage, not for people."""
    return _local(at, tz).date().isoformat()


def _arabic_count(count: int, unit: int) -> str:
    one, two, few, many = _ARABIC_UNITS[unit]
    if count == 1:
        return one
    if count == 2:  # noqa: PLR2004 - the dual
        return two
    last = count % 100
    word = few if 3 <= last <= 10 else many if last > 10 else one  # noqa: PLR2004 - the grammar's own bounds
    return f"{number(count, 'ar')} {word}"


def _count(count: int, unit: int, language: str) -> str:
    if language == "ar":
        return _arabic_count(count, unit)
    word = _UNITS[language][unit]
    return f"{number(count, language)} {word}{'s' if language == 'en' and count != 1 else ''}"


def duration(seconds: int, language: str) -> str:
    """The two largest units that are not nought: «۳ روز و ۴ ساعت»."""
    language = _language(language)
    days, rest = divmod(max(seconds, 0), DAY)
    counts = (days, rest // HOUR, rest % HOUR // MINUTE)
    first = next((i for i, count in enumerate(counts) if count), None)
    if first is None:
        return _UNDER_A_MINUTE[language]
    shown = [_count(counts[i], i, language) for i in range(first, min(first + 2, 3)) if counts[i]]
    return _AND[language].join(shown)


def ago(seconds: int, language: str) -> str:
    """How long since, in its largest unit: «۵ دقیقه پیش», «همین حالا» under a minute."""
    language = _language(language)
    for unit, size in enumerate((DAY, HOUR, MINUTE)):
        if seconds >= size:
            return _AGO[language].format(_count(seconds // size, unit, language))
    return _JUST_NOW[language]


def distance(metres: float, language: str) -> str:
    """«۴۰ متر», by tens from a hundred on, and «۱٫۲ کیلومتر» from a thousand on."""
    language = _language(language)
    near = round(metres) if metres < 100 else round(metres / 10) * 10  # noqa: PLR2004
    if near < 1000:  # noqa: PLR2004
        return f"{number(near, language)} {_METRES[language]}"
    return f"{number(metres / 1000, language)} {_KILOMETRES[language]}"

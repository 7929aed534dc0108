"""Dates as people type them."""

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from locales.calendar_names import MONTHS
from locales.jalali import to_gregorian, to_jalali
from locales.text import fold

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_DAYS_AHEAD = {
    fold(word): days
    for word, days in {
        "امروز": 0, "فردا": 1, "پس‌فردا": 2, "پس فردا": 2,
        "today": 0, "tomorrow": 1, "day after tomorrow": 2, "the day after tomorrow": 2,
        "اليوم": 0, "غدا": 1, "بعد غد": 2,
    }.items()
}  # fmt: skip
_MONTHS = {fold(name): number for number, name in enumerate(MONTHS["fa"], start=1)}
_GREGORIAN_MONTHS = {
    fold(name): number for language in ("en", "ar") for number, name in enumerate(MONTHS[language], start=1)
}
_FULL = re.compile(r"(\d{4})[/\-. ](\d{1,2})[/\-. ](\d{1,2})")
_NAMED = re.compile(r"(\d{1,2}) ?(?:ام |م )?([^\W\d]+(?: [^\W\d]+)??)(?: ?ماه)?(?: (\d{4}))?")
_JALALI_YEARS = range(1300, 1500)
_GREGORIAN_YEARS = range(1900, 2200)


def parse_date(text: str, tz: "ZoneInfo", now: int) -> date:
    """The Gregorian date meant by ۱۴۰۵/۹/۱۰, 2026-12-01, «۱۰ آذر» or "1 December" (the next to come) or «فردا».

    Raises ValueError where no such day exists or the text is no date.
    """
    plain = fold(text)
    today = datetime.fromtimestamp(now, tz).date()
    if plain in _DAYS_AHEAD:
        return today + timedelta(days=_DAYS_AHEAD[plain])
    if full := _FULL.fullmatch(plain):
        return _from_numbers(*(int(part) for part in full.groups()))
    if named := _NAMED.fullmatch(plain):
        return _from_name(int(named[1]), named[2], named[3], today)
    raise ValueError(f"not a date: {text!r}")


def _from_numbers(year: int, month: int, day: int) -> date:
    if year in _JALALI_YEARS:
        return to_gregorian(year, month, day)
    if year in _GREGORIAN_YEARS:
        return date(year, month, day)
    raise ValueError(f"no such year: {year}")


def _from_name(day: int, name: str, year: str | None, today: date) -> date:
    if name in _MONTHS:
        month, make, this_year = _MONTHS[name], to_gregorian, to_jalali(today)[0]
    elif name in _GREGORIAN_MONTHS:
        month, make, this_year = _GREGORIAN_MONTHS[name], date, today.year
    else:
        raise ValueError(f"no such month: {name!r}")
    if year:
        return _from_numbers(int(year), month, day)
    # Leap years come every four or five, or after eight: the 30th of Esfand, or of February the 29th, may be that far.
    for candidate in range(this_year, this_year + 9):
        try:
            found = make(candidate, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError(f"no such day: {day} {name}")

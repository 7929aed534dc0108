"""Dates as people type them."""

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from locales.jalali import to_gregorian, to_jalali
from locales.text import fold

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_DAYS_AHEAD = {
    fold(word): days
    for word, days in {
        "امروز": 0, "فردا": 1, "پس‌فردا": 2, "پس فردا": 2,
        "today": 0, "tomorrow": 1,
        "اليوم": 0, "غدا": 1, "بعد غد": 2,
    }.items()
}  # fmt: skip
_MONTHS = {
    fold(name): number
    for number, name in enumerate(
        ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
         "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"), start=1)
}  # fmt: skip
_FULL = re.compile(r"(\d{4})[/\-. ](\d{1,2})[/\-. ](\d{1,2})")
_NAMED = re.compile(r"(\d{1,2}) ?(?:ام |م )?([^\W\d]+)(?: ?ماه)?(?: (\d{4}))?")
_JALALI_YEARS = range(1300, 1500)
_GREGORIAN_YEARS = range(1900, 2200)


def parse_date(text: str, tz: "ZoneInfo", now: int) -> date:
    """The Gregorian date meant by ۱۴۰۵/۹/۱۰, 2026-12-01, «۱۰ آذر» (the next one to come) or «فردا».

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
    month = _MONTHS.get(name)
    if month is None:
        raise ValueError(f"no such month: {name!r}")
    if year:
        return _from_numbers(int(year), month, day)
    this_year = to_jalali(today)[0]
    # Leap years come every four or five: the 30th of Esfand may be that far away.
    for candidate in range(this_year, this_year + 6):
        try:
            found = to_gregorian(candidate, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError(f"no such day: {day} {name}")

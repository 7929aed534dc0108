"""The Jalali calendar, between plain numbers and Gregorian dates.

The locale is passed each time: `jdatetime.set_locale` is per thread and would leak between people
whom one event loop serves.
"""

from datetime import date

import jdatetime  # type: ignore[import-untyped]

_LOCALE = "fa_IR"


def to_jalali(day: date) -> tuple[int, int, int]:
    """Year, month and day."""
    jalali = jdatetime.date.fromgregorian(date=day, locale=_LOCALE)
    return jalali.year, jalali.month, jalali.day


def to_gregorian(year: int, month: int, day: int) -> date:
    """Raises ValueError where the Jalali calendar has no such day."""
    found: date = jdatetime.date(year, month, day, locale=_LOCALE).togregorian()
    return found

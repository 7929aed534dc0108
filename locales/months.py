"""A month as a calendar shows it: the Jalali one for Persian, the Gregorian one for the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from locales.calendar_names import MONTHS, WEEKDAY_LETTERS
from locales.jalali import to_gregorian, to_jalali
from locales.text import digits

SATURDAY, MONDAY = 5, 0
_FIRST_WEEKDAY = {"fa": SATURDAY, "ar": SATURDAY}
WEEK = 7


@dataclass(frozen=True)
class Month:
    """`weeks` are rows of seven, None where the day belongs to another month, in the order in which they are read."""

    title: str
    heads: list[str]
    weeks: list[list[date | None]]
    first: date
    last: date


def month_of(day: date, language: str) -> Month:
    """The month that a day lies in. ValueError or OverflowError at the ends of the calendar."""
    first, last = _bounds(day, language)
    start = _FIRST_WEEKDAY.get(language, MONDAY)
    before: list[date | None] = [None] * ((first.weekday() - start) % WEEK)
    cells = before + [first + timedelta(days=number) for number in range((last - first).days + 1)]
    cells += [None] * (-len(cells) % WEEK)
    weeks = [cells[at : at + WEEK] for at in range(0, len(cells), WEEK)]
    heads = [WEEKDAY_LETTERS[language][(start + place) % WEEK] for place in range(WEEK)]
    return Month(_title(first, language), heads, weeks, first, last)


def day_number(day: date, language: str) -> str:
    """«۱۰»."""
    number = to_jalali(day)[2] if language == "fa" else day.day
    return digits(str(number), language)


def _title(first: date, language: str) -> str:
    year, month = to_jalali(first)[:2] if language == "fa" else (first.year, first.month)
    return digits(f"{MONTHS[language][month - 1]} {year}", language)


def _bounds(day: date, language: str) -> tuple[date, date]:
    if language == "fa":
        year, month, _ = to_jalali(day)
        return to_gregorian(year, month, 1), to_gregorian(*_following(year, month), 1) - timedelta(days=1)
    first = day.replace(day=1)
    return first, date(*_following(first.year, first.month), 1) - timedelta(days=1)


def _following(year: int, month: int) -> tuple[int, int]:
    return (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004 - both calendars have twelve

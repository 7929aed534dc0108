"""A month as a calendar shows it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.months import day_number, month_of

AZAR = date(2026, 12, 1)  # 10 Azar 1405, a Tuesday


def test_a_jalali_month_begins_on_saturday() -> None:
    month = month_of(AZAR, "fa")
    assert (month.title, month.first, month.last) == ("آذر ۱۴۰۵", date(2026, 11, 22), date(2026, 12, 21))
    assert month.heads == ["ش", "ی", "د", "س", "چ", "پ", "ج"]
    assert month.weeks[0] == [None, *(date(2026, 11, day) for day in range(22, 28))]
    assert day_number(AZAR, "fa") == "۱۰"


def test_a_gregorian_month() -> None:
    month = month_of(AZAR, "en")
    assert (month.title, month.heads[0], month.weeks[0][1]) == ("December 2026", "Mo", AZAR)
    assert month_of(AZAR, "ar").title == "كانون الأول ٢٠٢٦"


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.sampled_from(["fa", "en", "ar"]))
def test_a_month_has_each_of_its_days_once_under_its_weekday(day: date, language: str) -> None:
    month = month_of(day, language)
    days = [each for week in month.weeks for each in week if each]
    assert day in days
    assert days == [month.first + timedelta(days=number) for number in range(len(days))]
    assert days[-1] == month.last
    assert day_number(month.first, language) in {"۱", "1", "١"}
    assert len({len(week) for week in month.weeks} | {7}) == 1
    for week in month.weeks:
        for place, each in enumerate(week):
            assert (
                each is None or (each.weekday() - days[0].weekday()) % 7 == (place - month.weeks[0].index(days[0])) % 7
            )


@pytest.mark.parametrize("language", ["fa", "en", "ar"])
def test_neighbouring_months_meet(language: str) -> None:
    month = month_of(AZAR, language)
    assert month_of(month.last + timedelta(days=1), language).first == month.last + timedelta(days=1)
    assert month_of(month.first - timedelta(days=1), language).last == month.first - timedelta(days=1)

"""The way from page to page, in the direction of reading."""

import pytest

from handlers.events.pages import PAGE, number, turning
from handlers.keyboards import Button
from locales.words import words


def targets(row: list[Button]) -> list[str]:
    return [each["callback_data"] for each in row]


@pytest.mark.parametrize(("language", "direction"), [("fa", -1), ("ar", -1), ("en", 1)])
def test_the_next_page_lies_where_reading_goes_on(language: str, direction: int) -> None:
    row = turning(words(language), "events:page:a:", PAGE, more=True)
    assert targets(row)[::direction] == ["events:page:a:0", f"events:page:a:{2 * PAGE}"]


def test_there_is_no_way_to_where_nothing_is() -> None:
    own = words("fa")
    assert turning(own, "x:", 0, more=False) == []
    assert targets(turning(own, "x:", 0, more=True)) == [f"x:{PAGE}"]
    assert targets(turning(own, "x:", 3, more=False)) == ["x:0"], "never before the beginning"


@pytest.mark.parametrize(("said", "skipped"), [("", 0), ("16", 16), ("-8", 0), ("x", 0), ("9" * 30, 0)])
def test_whatever_a_button_says_is_a_page(said: str, skipped: int) -> None:
    assert number(said) == skipped

"""Parsing a lightened update tells the handlers what parsing the whole one does."""

import copy
from typing import Any

import pytest

from bot.lighten import lighten

SIZES = [{"file_id": name, "file_unique_id": name, "width": 1, "height": 1} for name in ("small", "large")]
MESSAGE = {
    "message_id": 5,
    "text": "متن",
    "entities": [{"type": "bold", "offset": 0, "length": 2}],
    "reply_markup": {"inline_keyboard": []},
    "photo": SIZES,
}


@pytest.mark.parametrize("kind", ["message", "edited_message"])
def test_a_message_keeps_its_words_and_its_largest_photo(kind: str) -> None:
    expected = {"message_id": 5, "text": "متن", "photo": SIZES[-1:]}
    assert {"update_id": 1, kind: expected} == lighten({"update_id": 1, kind: MESSAGE})


def test_a_press_keeps_its_data_and_the_number_of_its_message() -> None:
    raw = {"update_id": 1, "callback_query": {"id": "7", "data": "draft:send", "message": MESSAGE}}
    press = lighten(raw)["callback_query"]
    assert press["data"] == "draft:send"
    assert "reply_markup" not in press["message"]
    assert press["message"]["message_id"] == 5


def test_the_message_replied_to_is_lightened_as_well() -> None:
    raw = {"message": {"message_id": 6, "reply_to_message": MESSAGE}}
    assert "entities" not in lighten(raw)["message"]["reply_to_message"]


@pytest.mark.parametrize(
    "raw",
    [{}, {"message": None}, {"message": 5}, {"callback_query": []}, {"callback_query": {"message": "x"}},
     {"message": {"photo": "x", "reply_to_message": 5}}],
)  # fmt: skip
def test_what_is_not_as_expected_stays_for_the_parser(raw: dict[str, Any]) -> None:
    assert raw == lighten(raw)


def test_the_update_itself_is_left_as_it_came() -> None:
    raw = {"message": copy.deepcopy(MESSAGE)}
    lighten(raw)
    assert raw == {"message": MESSAGE}

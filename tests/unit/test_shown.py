"""What one person gets of a broadcast: the same calls for preview and sender."""

import copy
from datetime import time

import pytest

from handlers.broadcast import shown
from handlers.house import House
from locales.words import LANGUAGES
from services.reports import Limits
from services.rights import Rights
from storage.broadcasts import Broadcast, Button, Call
from tests.unit.test_audience_kinds import city

TEXT = Call("sendMessage", {"text": "سلام", "entities": [{"type": "bold", "offset": 0, "length": 4}]})
ALBUM = Call("sendMediaGroup", {"media": [{"type": "photo", "media": "x"}, {"type": "photo", "media": "y"}]})


def house(*, paid: bool = False) -> House:
    return House(city(), Rights([]), Limits(1, 1), time(8), (time(22), time(8)), "hamsayeh_bot", b"key", paid=paid)


def made(button: Button | None = None) -> Broadcast:
    return Broadcast(7, "draft", 1, 0, 0, "events", button=button)


def keyboard(call: Call) -> list[list[dict[str, str]]]:
    rows: list[list[dict[str, str]]] = call.parameters["reply_markup"]["inline_keyboard"]
    return rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_tap_off_is_under_every_message(language: str) -> None:
    [call] = shown.calls(house(), made(), {"fa": [TEXT]}, language)
    assert call.parameters["text"] == "سلام"
    assert call.parameters["entities"] == TEXT.parameters["entities"]
    assert "parse_mode" not in call.parameters
    assert [button["callback_data"] for row in keyboard(call) for button in row] == ["topic:off:events:7"]


def test_each_language_has_its_version_and_its_words() -> None:
    contents = {"fa": [TEXT], "en": [Call("sendMessage", {"text": "Hello"})]}
    button = Button({"fa": "بیشتر", "en": "More"}, "https://example.org")
    [english] = shown.calls(house(), made(button), contents, "en")
    [arabic] = shown.calls(house(), made(button), contents, "ar")
    assert english.parameters["text"] == "Hello"
    assert keyboard(english)[0] == [{"text": "More", "url": "https://example.org"}]
    assert arabic.parameters["text"] == "سلام"
    assert keyboard(arabic)[0] == [{"text": "بیشتر", "url": "https://example.org"}]


def test_below_an_album_stands_a_line_with_the_buttons() -> None:
    album, line = shown.calls(house(), made(), {"fa": [ALBUM]}, "fa")
    assert album == ALBUM
    assert line.method == "sendMessage"
    assert keyboard(line)


def test_what_is_paid_for_says_so() -> None:
    for call in shown.calls(house(paid=True), made(), {"fa": [ALBUM]}, "fa"):
        assert call.parameters["allow_paid_broadcast"] is True
    for call in shown.calls(house(), made(), {"fa": [ALBUM]}, "fa"):
        assert "allow_paid_broadcast" not in call.parameters


def test_the_same_comes_out_each_time_and_the_content_stays_as_it_is() -> None:
    contents = {"fa": [copy.deepcopy(TEXT)]}
    first = shown.calls(house(paid=True), made(), contents, "fa")
    assert shown.calls(house(paid=True), made(), contents, "fa") == first
    assert contents == {"fa": [TEXT]}

"""How many albums many pictures make."""

from types import SimpleNamespace
from typing import cast
from unittest.mock import MagicMock

import pytest

from handlers.house import House
from handlers.voice import Address, Voice
from storage.history import Media


@pytest.mark.parametrize(
    ("count", "sent"),
    [(1, ["sendPhoto"]), (10, [10]), (11, [10, "sendPhoto"]), (12, [10, 2]), (21, [10, 10, "sendPhoto"])],
)
def test_an_album_has_no_more_than_ten(count: int, sent: list[object]) -> None:
    voice = Voice(MagicMock(), cast("House", SimpleNamespace(paid=False)), now=0)
    items = [Media(0, 1, "photo", f"f{n}", f"u{n}", "added", 1, 0) for n in range(count)]
    voice.media(Address(1), [*items, Media(0, 1, "voice", "v", "v", "added", 1, 0)])
    shapes = [len(x.parameters["media"]) if x.method == "sendMediaGroup" else x.method for x in voice.letters]
    assert shapes == [*sent, "sendVoice"]

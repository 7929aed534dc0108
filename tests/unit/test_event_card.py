"""A card fits into the caption of a photo, whatever is written round it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.events.shown import _described, where
from locales.words import Html
from tests.unit.test_audience_kinds import city
from tests.unit.test_event_rules import event

CAPTION = 1024  # Bot API


def units(lines: list[Html]) -> int:
    return len("\n".join(lines).encode("utf-16-le")) // 2


@given(beside=st.integers(0, 1000), letter=st.sampled_from("ش🎭"))
def test_the_description_makes_room_for_the_rest_of_a_caption(beside: int, letter: str) -> None:
    shown = event(1)
    shown.photo, shown.words = "photo", letter * 1500
    rest = [Html("ع" * beside)]
    found = [*rest, *_described(shown, rest)]
    assert units(found) <= CAPTION
    assert units(found) >= min(CAPTION - 4, units(rest) + 4) or beside > CAPTION - 8, "no room is wasted"


@pytest.mark.parametrize("photo", ["", "photo"])
def test_a_short_description_is_whole(photo: str) -> None:
    shown = event(1)
    shown.photo, shown.words = photo, "ما می‌آییم."
    assert _described(shown, [])[-1] == "ما می‌آییم."


@pytest.mark.parametrize(
    ("place", "lat", "said"),
    [("", None, "name"), ("the park", None, "the park (name)"), ("", 35.7, "The place shown on the map (name)")],
)
def test_a_place_that_is_only_a_pin_has_a_name(place: str, lat: float | None, said: str) -> None:
    held = event(1)
    held.centre, held.place, held.lat, held.lon = "hall", place, lat, lat
    assert where(city(), held, "en").casefold() == said.casefold()

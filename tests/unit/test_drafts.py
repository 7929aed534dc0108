"""A report in the making: what it holds, what it misses, what it refuses."""

from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.city import City
from services.drafts import LONGEST, MOST_MEDIA, Attachment, Draft


def offered(*codes: str) -> dict[str, SimpleNamespace]:
    return {code: SimpleNamespace(retired=False) for code in codes} | {"gone": SimpleNamespace(retired=True)}


CITY = cast(
    "City",
    SimpleNamespace(areas=offered("narmak_shomali", "golshan"), kinds=offered("roads.pothole", "lighting.lamp_off")),
)


def photo(number: int, album: str = "") -> Attachment:
    return Attachment("photo", f"f{number}", f"u{number}", number, album)


ATTACHMENTS = st.builds(
    Attachment, st.sampled_from(["photo", "video", "voice"]), st.text(), st.text(min_size=1), st.integers(), st.text()
)
DRAFTS = st.builds(
    Draft,
    stamp=st.text(alphabet="0123456789abcdef", max_size=8),
    words=st.dictionaries(st.integers(1, 10**9).map(str), st.text(min_size=1), max_size=5),
    media=st.lists(ATTACHMENTS, max_size=MOST_MEDIA),
    landmark=st.text(max_size=200),
    category=st.sampled_from([None, "roads.pothole", "lighting.lamp_off"]),
    area=st.sampled_from([None, "narmak_shomali", "golshan"]),
    anonymous=st.booleans(),
    compared=st.booleans(),
    warned=st.lists(st.sampled_from(["125", "115"]), unique=True),
)


@given(draft=DRAFTS)
def test_what_is_kept_comes_back(draft: Draft) -> None:
    assert Draft.load(draft.dump(), CITY) == draft


@pytest.mark.parametrize("code", ["gone", "never.was"])
def test_a_place_and_a_category_that_are_no_longer_offered_are_asked_for_again(code: str) -> None:
    draft = Draft(words={"1": "چاله"}, area=code, lat=1.0, lon=2.0, category=code)
    loaded = Draft.load(draft.dump(), CITY)
    assert (loaded.area, loaded.lat, loaded.lon, loaded.category) == (None, None, None, None)
    assert loaded.missing() == "place"


def test_it_asks_for_one_thing_after_the_other() -> None:
    draft = Draft()
    assert draft.is_empty()
    assert draft.missing() == "content"
    draft.add_media(photo(1))
    assert draft.missing() == "place"
    draft.place_in("golshan")
    assert draft.missing() == "category"
    draft.choose("roads.pothole")
    assert draft.missing() is None
    assert not draft.is_empty()


@given(st.lists(st.text(min_size=1, max_size=900), max_size=8))
def test_words_never_grow_beyond_the_longest(texts: list[str]) -> None:
    draft = Draft()
    for number, text in enumerate(texts):
        before = dict(draft.words)
        if not draft.add_words(number, text):
            assert draft.words == before, "nothing is lost"
    assert sum(map(len, draft.words.values())) <= LONGEST


def test_an_edited_message_changes_its_own_words_in_their_place() -> None:
    draft = Draft()
    draft.add_words(1, "یک")
    draft.add_words(2, "دو")
    assert draft.holds(1)
    assert draft.edit_words(1, "سه")
    assert draft.text == "سه\nدو"
    assert draft.edit_words(1, "")
    assert draft.text == "دو"
    assert not draft.edit_words(2, "ا" * (LONGEST + 1))
    assert draft.text == "دو"
    assert not draft.holds(3)


def test_as_many_pictures_as_an_album_and_each_once() -> None:
    draft = Draft()
    for number in range(MOST_MEDIA):
        assert draft.add_media(photo(number))
    assert draft.add_media(photo(3)), "known already"
    assert not draft.add_media(photo(99))
    assert len(draft.media) == MOST_MEDIA
    assert draft.holds(3)
    assert draft.cover == "f0"


def test_an_album_is_known_by_its_group() -> None:
    draft = Draft()
    draft.add_media(photo(1, "a"))
    assert draft.in_album("a")
    assert not draft.in_album("b")
    assert not draft.in_album("")


@pytest.mark.parametrize("change", ["place_at", "place_in", "choose"])
def test_another_place_or_category_is_compared_again(change: str) -> None:
    draft = Draft(area="golshan", category="roads.pothole", compared=True)
    given_ = {"place_at": (35.7, 51.5, "golshan"), "place_in": ("golshan",), "choose": ("roads.pothole",)}
    getattr(draft, change)(*given_[change])
    assert not draft.compared


def test_a_list_knows_no_point() -> None:
    draft = Draft()
    draft.place_at(35.7, 51.5, "golshan")
    draft.place_in("narmak_shomali")
    assert (draft.lat, draft.lon, draft.area) == (None, None, "narmak_shomali")

"""Each kind of rule has its condition, its choices and its words; and they agree on what a value is."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.audience import kinds
from handlers.audience.choices import toggled
from locales.words import LANGUAGES, words
from services.city import City
from storage.audience import rules
from storage.audience.rules import Rule
from storage.organisation import Area, Centre

SHARED = {"kinds", "choices", "poll_choices"}
BY_THE_PROGRAM = {"answered", "people", "subscribers", "unanswered", "weekly"}  # polls and events find their own people
NAMES = {"fa": "نام", "en": "name", "ar": "اسم"}


def city() -> City:
    areas = [
        Area("c", None, "city", NAMES, None, None, None, [], 0),
        Area("d", "c", "district", NAMES, None, None, None, [], 1),
        Area("n4", "d", "subdistrict", NAMES, None, None, None, [], 2),
        Area("home", "n4", "neighbourhood", NAMES, 35.7, 51.5, None, [], 3),
        Area("n8", "d", "subdistrict", NAMES, None, None, None, [], 4),
    ]
    centres = [Centre("hall", "n4", NAMES, NAMES, 0)]
    settings = {"reach_m": 4000, "weekend": ["fri"]}
    return City(areas, [], centres, settings, set(), ZoneInfo("Asia/Tehran"), "1")


VALUES = {
    "active": ("30", 30),
    "area": ("n4", ["n4"]),
    "interest": ("hall", ["hall"]),
    "language": ("en", ["en"]),
    "registered": ("7", [7]),
    "topic": ("events", ["events"]),
    "unreached": ("7", 7),
}


def test_there_is_a_condition_and_a_page_for_each_kind() -> None:
    files = {path.stem for path in Path(kinds.__file__).parent.glob("[a-z]*.py")} - SHARED
    assert files == set(kinds.KINDS)
    assert set(rules.CONDITIONS) - files <= BY_THE_PROGRAM
    assert files <= set(rules.CONDITIONS)


@pytest.mark.parametrize("kind", VALUES)
def test_what_is_chosen_is_a_value_that_storage_and_words_understand(kind: str) -> None:
    given_, expected = VALUES[kind]
    value = kinds.KINDS[kind].take(city(), None, given_)
    assert value == expected
    condition, parameters = rules.CONDITIONS[kind](value, "r_")
    assert all(f":{name}" in condition for name in parameters)
    for language in LANGUAGES:
        [said] = kinds.in_words(city(), words(language), [Rule(kind, value)])
        assert said != words(language).plain("audience-everybody")
    assert kinds.KINDS[kind].take(city(), value, given_) is None  # the same once more


@pytest.mark.parametrize("kind", kinds.KINDS)
@pytest.mark.parametrize("given_", ["", "nothing", "-1", "9" * 40])
def test_what_is_not_there_cannot_be_chosen(kind: str, given_: str) -> None:
    with pytest.raises(LookupError):
        kinds.KINDS[kind].take(city(), None, given_)


def test_a_rule_that_nobody_chooses_by_hand_can_be_shown() -> None:
    for language in LANGUAGES:
        assert kinds.in_words(city(), words(language), [Rule("unanswered-or-so", 1)])[0]


def test_of_no_rule_it_is_for_everybody() -> None:
    assert kinds.in_words(city(), words("fa"), []) == ["همه"]


@given(st.lists(st.sampled_from("abcd"), max_size=12))
def test_toggling_twice_changes_nothing(given_: list[str]) -> None:
    value: list[str] | None = None
    for each in given_:
        value = toggled(value, each)
        assert value != []
        assert len(set(value or [])) == len(value or [])
    assert set(value or []) == {each for each in given_ if given_.count(each) % 2}


def test_a_rule_takes_the_place_of_the_one_of_its_kind() -> None:
    chosen = kinds.replaced([Rule("language", ["en"]), Rule("active", 7)], "language", ["fa"])
    assert chosen == [Rule("active", 7), Rule("language", ["fa"])]
    assert kinds.replaced(chosen, "active", None) == [Rule("language", ["fa"])]
    assert kinds.value_of(chosen, "active") == 7
    assert kinds.value_of(chosen, "area") is None

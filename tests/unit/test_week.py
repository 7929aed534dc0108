"""Of a week's events everybody gets what they follow; who follows nothing gets all, the nearest first."""

from zoneinfo import ZoneInfo

import pytest

from services.city import City
from services.week import Selection, Week
from storage.events import Event
from storage.organisation import Area
from storage.subscriptions import AREA, AUDIENCE, CENTRE, KIND, Follower
from tests.unit.test_event_rules import event

NAMES = {"fa": "نام", "en": "name", "ar": "اسم"}
TREE = [
    ("c", None, "city"), ("d", "c", "district"),
    ("n4", "d", "subdistrict"), ("kalad", "n4", "neighbourhood"),
    ("n8", "d", "subdistrict"), ("golshan", "n8", "neighbourhood"), ("hakimiyeh", "n8", "neighbourhood"),
    ("n9", "d", "subdistrict"), ("kowsar", "n9", "neighbourhood"),
]  # fmt: skip


def held(number: int, area: str, centre: str, **fields: object) -> Event:
    made = event(number)
    made.id, made.area, made.centre = number, area, centre
    for name, value in fields.items():
        setattr(made, name, value)
    return made


@pytest.fixture
def week() -> Week:
    areas = [Area(code, parent, kind, NAMES, None, None, None, [], n) for n, (code, parent, kind) in enumerate(TREE)]
    city = City(areas, [], [], {"reach_m": 4000, "weekend": ["fri"]}, set(), ZoneInfo("Asia/Tehran"), "1")
    return Week(
        city,
        [
            held(1, "kalad", "hall", kind="sport"),
            held(2, "golshan", "house", audience="children"),
            held(3, "hakimiyeh", "theatre", kind="sport", audience="women"),
            held(4, "gone", "nowhere"),
        ],
    )


def follower(home: str = "", *choices: tuple[str, str]) -> Follower:
    return Follower(1, home, frozenset(choices))


@pytest.mark.parametrize(
    ("choices", "numbers"),
    [
        ([(CENTRE, "hall")], (1,)),
        ([(KIND, "sport")], (1, 3)),
        ([(AUDIENCE, "children"), (CENTRE, "theatre")], (2, 3)),
        ([(AREA, "n8")], (2, 3)),
        ([(AREA, "n9")], ()),
    ],
)
def test_whoever_follows_something_gets_that_alone(
    week: Week, choices: list[tuple[str, str]], numbers: tuple[int, ...]
) -> None:
    assert week.of(follower("golshan", *choices)) == Selection(followed=True, near="", first=numbers)
    assert week.of(follower("", *choices)) is week.of(follower("kalad", *choices)), "it is worded once for both"


@pytest.mark.parametrize(
    ("home", "near", "first", "rest"),
    [
        ("golshan", "n8", (2, 3), (1, 4)),
        ("hakimiyeh", "n8", (2, 3), (1, 4)),
        ("kowsar", "", (1, 2, 3, 4), ()),
        ("", "", (1, 2, 3, 4), ()),
        ("nowhere", "", (1, 2, 3, 4), ()),
    ],
)
def test_whoever_follows_nothing_gets_all_with_the_own_sub_district_first(
    week: Week, home: str, near: str, first: tuple[int, ...], rest: tuple[int, ...]
) -> None:
    assert week.of(follower(home)) == Selection(followed=False, near=near, first=first, rest=rest)

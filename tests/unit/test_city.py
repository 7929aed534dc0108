"""The tree of areas, with what the city has given up."""

from zoneinfo import ZoneInfo

from services.city import City
from storage.organisation import Area


def area(code: str, parent: str | None, kind: str, position: int, retired: int = 0) -> Area:
    return Area(code, parent, kind, {"fa": code}, None, None, None, [], position, retired)


AREAS = [
    area("old", None, "district", 0, 1), area("city", None, "district", 1), area("n1", "city", "sub_district", 2),
    area("n2", "city", "sub_district", 3, 1), area("a", "n1", "neighbourhood", 4),
    area("b", "n2", "neighbourhood", 5, 1),
]  # fmt: skip
CITY = City(AREAS, [], [], {"reach_m": 500, "weekend": ["fri"]}, set(), ZoneInfo("Asia/Tehran"), "1")


def test_what_is_retired_still_lies_where_it_lay() -> None:
    assert CITY.subtree("city") == ["city", "n1", "a", "n2", "b"]
    assert CITY.root == "city"


def test_groups_and_managers_are_for_desks_and_what_they_lie_in() -> None:
    assert CITY.staffed() == {"city", "n1"}

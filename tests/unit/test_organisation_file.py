import copy
import json
from pathlib import Path
from typing import Any

import pytest

from services.organisation_file import OrganisationError, load, with_polygons

SQUARE = {"type": "Polygon", "coordinates": [[[51.0, 35.0], [51.1, 35.0], [51.1, 35.1], [51.0, 35.0]]]}


def names(word: str) -> dict[str, str]:
    return {"fa": word, "en": word, "ar": word}


def small() -> dict[str, Any]:
    return {
        "version": 1,
        "areas": [
            {"code": "north", "kind": "neighbourhood", "name": names("شمال"), "parent": "town",
             "centre": [35.7, 51.5]},
            {"code": "town", "kind": "city", "name": names("شهر"), "parent": None},
        ],
        "categories": [
            {"code": "roads", "name": names("معابر"), "unit": names("عمران"), "emoji": "🛣",
             "children": [{"code": "roads.hole", "name": names("چاله"), "hours": 72,
                           "words": {"sure": ["چاله"]}}]},
        ],
        "centres": [{"code": "house", "name": names("سرا"), "kind": names("سرای محله"), "area": "north"}],
    }  # fmt: skip


def written(tmp_path: Path, contents: Any) -> Path:
    path = tmp_path / "town.json"
    path.write_text(contents if isinstance(contents, str) else json.dumps(contents), "utf-8")
    return path


def test_a_small_file_is_read(tmp_path: Path) -> None:
    read = load(written(tmp_path, small()))
    assert [area.code for area in read.areas] == ["north", "town"]
    assert read.weekend == ("fri",)
    assert read.areas[0].name.of("xx") == "شمال"
    assert [child.code for child in read.subcategories()] == ["roads.hole"]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "town.json"
    path.write_text(json.dumps(small()), "utf-8-sig")
    assert load(path).version == 1


def put(contents: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    inside: Any = contents
    *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    for step in steps:
        inside = inside[step]
    if value is ...:
        del inside[last]
    else:
        inside[last] = value
    return contents


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("areas/0/centre", [95, 51.5], "town.json: areas[0].centre[0] (north): "),
        ("areas/0/centre", ..., "town.json: areas[0] (north): a neighbourhood needs a centre or a polygon"),
        ("areas/0/parent", "nowhere", "town.json: areas[0].parent: there is no area 'nowhere'"),
        ("areas/0/parent", None, "town.json: areas: exactly one area has no parent, here areas[0] (north)"),
        ("areas/1/parent", "north", "town.json: areas[1].parent: a city cannot lie in 'north'"),
        ("areas/1/code", "north", "town.json: areas[1].code: 'north' is already the code at areas[0].code"),
        ("areas/0/code", "Nord-1", "town.json: areas[0].code: "),
        ("areas/0/polygon", {"type": "Point"}, "areas[0].polygon (north): type is 'Point', not 'Polygon'"),
        ("areas/0/colour", "red", "town.json: areas[0].colour (north): Extra inputs are not permitted"),
        ("areas", [], "town.json: areas: "),
        ("centres/0/area", "nowhere", "town.json: centres[0].area: there is no area 'nowhere'"),
        ("categories/0/children/0/code", "water.hole", "categories[0].children[0].code: 'water.hole' must"),
        ("categories/0/children/0/hours", 0, "categories[0].children[0].hours (roads.hole): "),
        ("categories/0/name/ar", ..., "town.json: categories[0].name.ar (roads): Field required"),
        ("version", 2, "town.json: version: "),
        ("weekend", ["fri", "fri"], "town.json: weekend: a weekday is named twice"),
        ("weekend", ["sat", "sun", "mon", "tue", "wed", "thu", "fri"], "weekend: at least one weekday"),
    ],
)
def test_an_error_names_the_place(tmp_path: Path, path: str, value: Any, said: str) -> None:
    contents = put(copy.deepcopy(small()), path, value)
    with pytest.raises(OrganisationError) as caught:
        load(written(tmp_path, contents))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_several_errors_are_counted(tmp_path: Path) -> None:
    contents = put(put(small(), "areas/0/name/fa", ""), "reach_m", 0)
    with pytest.raises(OrganisationError, match=r"\(and 1 more\)$"):
        load(written(tmp_path, contents))


def test_what_is_no_json_is_located(tmp_path: Path) -> None:
    with pytest.raises(OrganisationError, match=r"^town\.json: line 2, column 3: not JSON"):
        load(written(tmp_path, '{\n  "version" 1}'[:4] + "version"))
    with pytest.raises(OrganisationError, match=r"no such file"):
        load(tmp_path / "none.json")
    with pytest.raises(OrganisationError, match=r"cannot be read"):
        load(tmp_path)
    (tmp_path / "latin.json").write_bytes(b'{"a": "\xe9"}')
    with pytest.raises(OrganisationError, match=r"byte 7 is not UTF-8"):
        load(tmp_path / "latin.json")
    with pytest.raises(OrganisationError, match=r"^town\.json: Input should be"):
        load(written(tmp_path, "[]"))


def collection(*features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def test_polygons_are_merged(tmp_path: Path) -> None:
    organisation = load(written(tmp_path, small()))
    drawn = collection({"type": "Feature", "properties": {"id": "north"}, "geometry": SQUARE})
    merged = with_polygons(organisation, written(tmp_path, drawn))
    assert merged.areas[0].polygon == SQUARE
    assert merged.areas[1] == organisation.areas[1]
    assert organisation.areas[0].polygon is None


OPEN_RING = {"type": "Polygon", "coordinates": [[[51, 35], [52, 35], [52, 36], [51, 36]]]}
SWAPPED = {"type": "MultiPolygon", "coordinates": [[[[35, 151], [36, 151], [36, 152], [35, 151]]]]}


@pytest.mark.parametrize(
    ("feature", "said"),
    [
        ({"properties": {"code": "south"}, "geometry": SQUARE}, "features[0]: there is no area 'south'"),
        ({"properties": None, "geometry": SQUARE}, "features[0]: properties has no code or id"),
        ("nonsense", "features[0]: properties has no code or id"),
        ({"properties": {"id": "north"}, "geometry": None}, "features[0] (north): a geometry is an object"),
        ({"properties": {"id": "north"}, "geometry": OPEN_RING}, "coordinates[0] does not end where it begins"),
        ({"properties": {"id": "north"}, "geometry": SWAPPED}, "coordinates[0][0][0] is outside the globe"),
        (
            {"properties": {"id": "north"}, "geometry": {"type": "Polygon", "coordinates": [[["a"]]]}},
            "coordinates[0][0] is not [longitude, latitude]",
        ),
        (
            {"properties": {"id": "north"}, "geometry": {"type": "Polygon", "coordinates": [[[1, 2], [1, 2]]]}},
            "fewer than four positions",
        ),
        ({"properties": {"id": "north"}, "geometry": {"type": "Polygon"}}, "not a list with something in it"),
    ],
)
def test_a_bad_feature_is_named(tmp_path: Path, feature: Any, said: str) -> None:
    organisation = load(written(tmp_path, small()))
    with pytest.raises(OrganisationError) as caught:
        with_polygons(organisation, written(tmp_path, collection(feature)))
    assert said in str(caught.value)


def test_an_area_is_drawn_once_and_a_collection_is_asked_for(tmp_path: Path) -> None:
    organisation = load(written(tmp_path, small()))
    feature = {"properties": {"code": "north"}, "geometry": SQUARE}
    with pytest.raises(OrganisationError, match=r"features\[1\]: a second feature"):
        with_polygons(organisation, written(tmp_path, collection(feature, feature)))
    with pytest.raises(OrganisationError, match=r"not a GeoJSON FeatureCollection"):
        with_polygons(organisation, written(tmp_path, SQUARE))


def test_the_demo_is_whole() -> None:
    demo = load("demo")
    kinds = [area.kind for area in demo.areas]
    assert kinds.count("neighbourhood") == 20
    assert kinds.count("subdistrict") == 9
    assert len(demo.categories) == 13
    assert len(list(demo.subcategories())) == 54
    assert demo.notice is not None

import subprocess
import sys
from math import cos, radians
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from services.places import Area, Located, Places, cell, cells_around, metres

LAT, LON = 35.74, 51.53


def box(west: float, south: float, east: float, north: float) -> dict[str, Any]:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


TOWN = Area("town", None, "city")
WEST = Area("west", "town", "neighbourhood", centre=(LAT, LON))
EAST = Area("east", "town", "neighbourhood", centre=(LAT, LON + 0.02))


def test_without_polygons_the_nearest_centre_within_reach() -> None:
    places = Places([TOWN, WEST, EAST], reach_m=1500)
    near_west = places.locate(LAT, LON + 0.001)
    assert near_west is not None
    assert (near_west.area_code, near_west.inside) == ("west", True)
    assert near_west.distance_m == pytest.approx(90.3, abs=0.1)
    near_east = places.locate(LAT, LON + 0.012)
    assert near_east is not None
    assert near_east.area_code == "east"
    far = places.locate(LAT + 0.02, LON)
    assert far is not None
    assert (far.area_code, far.inside) == ("west", False)
    assert far.distance_m == pytest.approx(2224, abs=1)


def test_nothing_to_be_found_in() -> None:
    assert Places([TOWN]).locate(LAT, LON) is None


def test_with_polygons_the_smallest_that_contains() -> None:
    town = Area("town", None, "city", polygon=box(51.50, 35.70, 51.60, 35.80))
    west = Area("west", "town", "neighbourhood", polygon=box(51.50, 35.70, 51.53, 35.80))
    places = Places([town, west])
    assert places.locate(35.75, 51.51) == Located("west", inside=True, distance_m=0.0)
    assert places.locate(35.75, 51.55) == Located("town", inside=True, distance_m=0.0)
    outside = places.locate(35.75, 51.49)
    assert outside is not None
    assert (outside.area_code, outside.inside) == ("west", False)
    assert outside.distance_m == pytest.approx(metres(35.75, 51.49, 35.75, 51.50), rel=0.001)


def test_a_border_in_several_pieces_and_one_that_crosses_itself() -> None:
    pieces = {"type": "MultiPolygon", "coordinates": [
        box(51.50, 35.70, 51.51, 35.71)["coordinates"], box(51.55, 35.70, 51.56, 35.71)["coordinates"]]}  # fmt: skip
    bow = {"type": "Polygon", "coordinates": [[[51.6, 35.7], [51.7, 35.8], [51.7, 35.7], [51.6, 35.8], [51.6, 35.7]]]}
    places = Places([Area("a", None, "neighbourhood", polygon=pieces), Area("b", None, "neighbourhood", polygon=bow)])
    assert places.locate(35.705, 51.555) == Located("a", inside=True, distance_m=0.0)
    assert places.locate(35.75, 51.69) == Located("b", inside=True, distance_m=0.0)


def test_a_neighbourhood_without_a_polygon_is_found_inside_its_drawn_district() -> None:
    town = Area("town", None, "city", polygon=box(51.50, 35.70, 51.60, 35.80))
    district = Area("north", "town", "district")
    dot = Area("dot", "north", "neighbourhood", centre=(35.75, 51.55))
    drawn = Area("drawn", "north", "neighbourhood", polygon=box(51.50, 35.70, 51.52, 35.80))
    places = Places([town, district, dot, drawn])
    assert places.locate(35.75, 51.54) == Located("dot", inside=True, distance_m=0.0)
    assert places.locate(35.75, 51.51) == Located("drawn", inside=True, distance_m=0.0)


def test_the_geometry_library_is_not_loaded_without_polygons() -> None:
    code = (
        "import sys; from services.places import Area, Places;"
        "Places([Area('a', None, 'neighbourhood', (35.0, 51.0))]).locate(35.0, 51.0);"
        "sys.exit('shapely' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


TEHRANPARS = [
    Area("tp_west", "t", "neighbourhood", (1, 1), names=("تهرانپارس غربی", "West Tehranpars", "تهرانپارس")),
    Area("tp_east", "t", "neighbourhood", (1, 1), names=("تهرانپارس شرقی", "East Tehranpars", "تهرانپارس")),
    Area("golshan", "t", "neighbourhood", (1, 1), names=("گلشن (خاک‌سفید)", "خاک سفید", "Golshan")),
    Area("elm", "t", "neighbourhood", (1, 1), names=("علم و صنعت",)),
]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("سر کوچه‌ی ما تو تهرانپارس غربی", ["tp_west"]),
        ("تهران‌پارس شرقي، فلکه", ["tp_east"]),
        ("تهرانپارس", ["tp_west", "tp_east"]),
        ("خیابون اصلی تهران پارس", ["tp_west", "tp_east"]),
        ("خاک سفید", ["golshan"]),
        ("خاك‌سفيد", ["golshan"]),
        ("خاکسفید نبش کوچه ۳", ["golshan"]),
        ("near GOLSHAN park", ["golshan"]),
        ("بین گلشن و علم‌وصنعت", ["golshan", "elm"]),
        ("میدان اصلی", []),
        ("", []),
    ],
)
def test_areas_named_in_a_text(text: str, codes: list[str]) -> None:
    assert Places(TEHRANPARS).find_by_name(text) == codes


def test_distances_known() -> None:
    assert metres(35.6892, 51.3890, 36.2605, 59.6168) == pytest.approx(743_600, rel=0.005)  # Tehran to Mashhad
    assert metres(0, 0, 0, 180) == pytest.approx(20_015_115, rel=0.0001)


def moved(lat: float, lon: float, north_m: float, east_m: float) -> tuple[float, float]:
    to_lat = lat + north_m / 111_195
    to_lon = lon + east_m / (111_195 * cos(radians(lat)))
    return max(-90.0, min(90.0, to_lat)), (to_lon + 540) % 360 - 180


@given(st.floats(-84, 84), st.floats(-179.99, 179.99), st.floats(-400, 400), st.floats(-400, 400))
@example(35.74, 179.9999, 10.0, 300.0)
@example(0.0, -179.9999, 10.0, -300.0)
def test_the_cells_around_hold_every_point_within_the_radius(
    lat: float, lon: float, north_m: float, east_m: float
) -> None:
    other = moved(lat, lon, north_m, east_m)
    away = metres(lat, lon, *other)
    assume(away > 0)
    assert cell(*other) in cells_around(lat, lon, away)


def test_cells_are_as_many_as_the_radius_needs() -> None:
    around = cells_around(LAT, LON, 50)
    assert len(around) == len(set(around)) <= 6
    assert len(cells_around(LAT, LON, 250)) <= 42
    assert cells_around(89.9999, 0.0, 50)
    assert cell(LAT, LON) in cells_around(LAT, LON, 0)
    assert cell(90, 180) < 2**63

"""GeoJSON polygons checked by hand: loading a geometry library costs 20 MB that most installations save."""

from typing import Any

_RING_LEAST = 4  # a triangle, closed


def check_polygon(geometry: Any) -> None:
    """Raises ValueError, naming the place inside, unless it is a GeoJSON Polygon or MultiPolygon in degrees."""
    if not isinstance(geometry, dict):
        raise ValueError("a geometry is an object with type and coordinates")  # noqa: TRY004 - pydantic wants it
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "Polygon":
        _check_rings(coordinates, "coordinates")
    elif kind == "MultiPolygon":
        for i, rings in enumerate(_filled_list(coordinates, "coordinates")):
            _check_rings(rings, f"coordinates[{i}]")
    else:
        raise ValueError(f"type is {kind!r}, not 'Polygon' or 'MultiPolygon'")


def _filled_list(value: Any, place: str) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise ValueError(f"{place} is not a list with something in it")
    return value


def _check_rings(rings: Any, place: str) -> None:
    for i, ring in enumerate(_filled_list(rings, place)):
        positions = _filled_list(ring, f"{place}[{i}]")
        for j, position in enumerate(positions):
            _check_position(position, f"{place}[{i}][{j}]")
        if len(positions) < _RING_LEAST:
            raise ValueError(f"{place}[{i}] has fewer than four positions")
        if positions[0] != positions[-1]:
            raise ValueError(f"{place}[{i}] does not end where it begins")


def _check_position(position: Any, place: str) -> None:
    numbers = position if isinstance(position, list) else []
    plain = all(isinstance(n, int | float) and not isinstance(n, bool) for n in numbers)
    if len(numbers) not in {2, 3} or not plain:
        raise ValueError(f"{place} is not [longitude, latitude]")
    if not (-180 <= numbers[0] <= 180 and -90 <= numbers[1] <= 90):  # noqa: PLR2004 - degrees
        raise ValueError(f"{place} is outside the globe: longitude comes first")

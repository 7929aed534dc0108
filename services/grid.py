"""Distances on the globe, and the 100 m grid by which nearby reports are found in an index."""

from math import asin, cos, floor, radians, sin, sqrt

EARTH_M = 6_371_008.8  # mean radius
_METRES_PER_DEGREE = EARTH_M * radians(1)
_CELL_M = 100
_ROWS_PER_DEGREE = _METRES_PER_DEGREE / _CELL_M
# More columns than a row at the equator has, so that a row's cells never run into the next row's numbers.
_ROW_STRIDE = 1_000_000


def metres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance by the haversine formula, on a sphere of the mean radius."""
    half_lat, half_lon = radians(lat2 - lat1) / 2, radians(lon2 - lon1) / 2
    a = sin(half_lat) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(half_lon) ** 2
    return 2 * EARTH_M * asin(min(1.0, sqrt(a)))


def cell(lat: float, lon: float) -> int:
    """The number of the grid cell, about 100 m by 100 m, that holds the point. Needs 64 bits."""
    row = _row(lat)
    return row * _ROW_STRIDE + _column(row, lon)


def cells_around(lat: float, lon: float, radius_m: float) -> list[int]:
    """All cells that can hold a point within the radius: about (radius / 50 m + 1)² of them."""
    reach = radius_m / _METRES_PER_DEGREE
    first, last = _row(max(-90.0, lat - reach)), _row(min(90.0, lat + reach))
    cells: list[int] = []
    for west, east in _spans(lon, _reach_east(lat, radius_m)):
        for row in range(first, last + 1):
            start = row * _ROW_STRIDE
            cells.extend(range(start + _column(row, west), start + _column(row, east) + 1))
    return cells


def _row(lat: float) -> int:
    return floor((lat + 90) * _ROWS_PER_DEGREE)


def _column(row: int, lon: float) -> int:
    # A row's columns are as wide as at its middle, so that cells stay square away from the equator.
    middle = (row + 0.5) / _ROWS_PER_DEGREE - 90
    return floor((lon + 180) * _ROWS_PER_DEGREE * max(0.0, cos(radians(middle))))


def _reach_east(lat: float, radius_m: float) -> float:
    """Degrees of longitude that a circle of the radius reaches to either side; 180 when it holds a pole."""
    angle = radius_m / EARTH_M
    if abs(lat) + radius_m / _METRES_PER_DEGREE >= 90:  # noqa: PLR2004 - the pole
        return 180.0
    return asin(sin(angle) / cos(radians(lat))) / radians(1)


def _spans(lon: float, reach: float) -> list[tuple[float, float]]:
    """The stretch of longitude round a point, in two where it crosses the date line."""
    west, east = lon - reach, lon + reach
    if reach >= 180:  # noqa: PLR2004
        return [(-180.0, 180.0)]
    if west < -180:  # noqa: PLR2004
        return [(-180.0, east), (west + 360, 180.0)]
    if east > 180:  # noqa: PLR2004
        return [(west, 180.0), (-180.0, east - 360)]
    return [(west, east)]

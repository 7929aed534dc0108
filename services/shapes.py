"""Polygons in a search tree. Import it late: the geometry library under it costs 20 MB."""

import json
from collections.abc import Mapping
from math import cos, radians
from typing import Any

import shapely  # type: ignore[import-untyped]

from services.grid import EARTH_M


class Shapes:
    """Polygons by code, flattened to metres round their middle.

    The flattening (equirectangular) errs by less than a metre in a kilometre within a city, and makes
    distances and areas comparable.
    """

    def __init__(self, polygons: Mapping[str, Mapping[str, Any]]) -> None:
        self._codes = list(polygons)
        raw = shapely.from_geojson([json.dumps(polygon) for polygon in polygons.values()])
        west, south, east, north = shapely.total_bounds(raw)
        per_degree = EARTH_M * radians(1)
        self._origin = ((west + east) / 2, (south + north) / 2)
        self._scale = (per_degree * cos(radians(self._origin[1])), per_degree)
        # Hand-drawn borders cross themselves now and then; made valid, they can be asked.
        self._shapes = shapely.transform(shapely.make_valid(raw), self._flat)
        self._areas = shapely.area(self._shapes)
        self._tree = shapely.STRtree(self._shapes)

    def containing(self, lat: float, lon: float) -> str | None:
        """The smallest polygon round the point; a point on a border counts as inside."""
        found = self._tree.query(self._point(lat, lon), predicate="intersects")
        smallest = min(found, key=self._areas.__getitem__, default=None)
        return None if smallest is None else self._codes[smallest]

    def nearest(self, lat: float, lon: float) -> tuple[str, float]:
        """The code of the nearest polygon, the smallest one of several, and the metres to it."""
        found, away = self._tree.query_nearest(self._point(lat, lon), return_distance=True)
        return self._codes[min(found, key=self._areas.__getitem__)], float(away[0])

    def _point(self, lat: float, lon: float) -> Any:
        return shapely.transform(shapely.Point(lon, lat), self._flat)

    def _flat(self, points: Any) -> Any:
        return (points - self._origin) * self._scale

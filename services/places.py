"""Which area a place lies in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from services.area_names import AreaNames
from services.grid import cell, cells_around, metres

if TYPE_CHECKING:
    from services.shapes import Shapes

__all__ = ["Area", "Located", "Places", "cell", "cells_around", "metres"]

_NEIGHBOURHOOD = "neighbourhood"


@dataclass(frozen=True, slots=True)
class Area:
    """As much of an area as placing needs: `centre` is (latitude, longitude), `names` in all languages."""

    code: str
    parent: str | None
    kind: str
    centre: tuple[float, float] | None = None
    polygon: Mapping[str, Any] | None = None
    names: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Located:
    """`distance_m` is nought inside a polygon; else metres to the polygon, or to the centre without one."""

    area_code: str
    inside: bool
    distance_m: float


class Places:
    """Assigns places to areas, by polygons where there are any and by neighbourhood centres otherwise."""

    def __init__(self, areas: Iterable[Area], reach_m: float = 4000) -> None:
        self._areas = {area.code: area for area in areas}
        self._reach_m = reach_m
        self._names = AreaNames((area.code, area.names) for area in self._areas.values())
        self._shapes = _shapes(self._areas.values())
        self._centred = [(area.code, *area.centre) for area in self._neighbourhoods() if area.centre]

    def locate(self, lat: float, lon: float) -> Located | None:
        """The area of a point, or the nearest one to offer where it lies outside; None without any areas."""
        if self._shapes is None:
            return self._nearest_centre(self._centred, lat, lon)
        containing = self._shapes.containing(lat, lon)
        if containing is not None:
            return self._within(containing, lat, lon)
        code, away = self._shapes.nearest(lat, lon)
        return Located(code, inside=False, distance_m=away)

    def find_by_name(self, text: str) -> list[str]:
        """Codes of the areas that a typed landmark or description names; several where it is ambiguous."""
        return self._names.find(text)

    def _neighbourhoods(self) -> Iterable[Area]:
        return (area for area in self._areas.values() if area.kind == _NEIGHBOURHOOD)

    def _within(self, code: str, lat: float, lon: float) -> Located:
        """The area, or the nearest of its neighbourhoods that are known by their centres only."""
        undrawn = {a.code for a in self._neighbourhoods() if a.polygon is None and self._lies_in(a, code)}
        nearest = self._nearest_centre([c for c in self._centred if c[0] in undrawn], lat, lon)
        return Located(nearest.area_code if nearest else code, inside=True, distance_m=0.0)

    def _lies_in(self, area: Area, code: str) -> bool:
        above = area.parent
        while above is not None and above != code:
            higher = self._areas.get(above)
            above = higher.parent if higher else None
        return above == code

    def _nearest_centre(self, centred: Iterable[tuple[str, float, float]], lat: float, lon: float) -> Located | None:
        ranked = min(((metres(lat, lon, y, x), code) for code, y, x in centred), default=None)
        if ranked is None:
            return None
        return Located(ranked[1], inside=ranked[0] <= self._reach_m, distance_m=ranked[0])


def _shapes(areas: Iterable[Area]) -> "Shapes | None":
    """None where no area is drawn; then the geometry library, which costs 20 MB, is never loaded."""
    drawn = {area.code: area.polygon for area in areas if area.polygon is not None}
    if not drawn:
        return None
    from services.shapes import Shapes  # noqa: PLC0415

    return Shapes(drawn)

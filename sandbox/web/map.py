"""The drawn map: each neighbourhood is the cell of all points that are nearest to its centre.

In a frame of kilometres, x to the east and y to the south, as pictures are drawn.
"""

import math
from dataclasses import dataclass

from sandbox.chats import Raw
from sandbox.stage import Neighbourhood

KM_PER_DEGREE = 111.32
MARGIN = 1.15  # kilometres from a centre to the rim where there is no neighbour
CORNERS = 48  # of what passes for a circle
Point = tuple[float, float]
Polygon = list[Point]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where on earth the picture lies: its north-western corner, and the length of a degree of longitude."""

    north: float
    west: float
    width: float
    height: float
    km_per_longitude: float

    def point(self, lat: float, lon: float) -> Point:
        return (lon - self.west) * self.km_per_longitude, (self.north - lat) * KM_PER_DEGREE


def frame_of(places: list[Neighbourhood]) -> Frame:
    lats, lons = [place.lat for place in places], [place.lon for place in places]
    length = KM_PER_DEGREE * math.cos(math.radians(sum(lats) / len(lats)))
    north, west = max(lats) + MARGIN / KM_PER_DEGREE, min(lons) - MARGIN / length
    width = (max(lons) - west) * length + MARGIN
    return Frame(north, west, width, (north - min(lats)) * KM_PER_DEGREE + MARGIN, length)


def draw(places: list[Neighbourhood]) -> Raw | None:
    """What the page needs to draw it; none without places."""
    if not places:
        return None
    frame = frame_of(places)
    centres = [frame.point(place.lat, place.lon) for place in places]
    shapes = cells(centres)
    return {
        "north": frame.north, "west": frame.west, "width": frame.width, "height": frame.height,
        "kmPerLat": KM_PER_DEGREE, "kmPerLon": frame.km_per_longitude,
        "cells": [
            {"name": place.name, "part": place.part, "x": x, "y": y, "lat": place.lat, "lon": place.lon,
             "points": " ".join(f"{a:.3f},{b:.3f}" for a, b in shape)}
            for place, (x, y), shape in zip(places, centres, shapes, strict=True)
        ],
    }  # fmt: skip


def cells(centres: list[Point]) -> list[Polygon]:
    """The Voronoi cells, within a soft outline round all centres."""
    outline = hull([corner for centre in centres for corner in circle(centre)])
    return [cell(centre, centres, outline) for centre in centres]


def cell(centre: Point, centres: list[Point], outline: Polygon) -> Polygon:
    shape = outline
    for other in centres:
        if other != centre:
            shape = nearer(shape, centre, other)
    return shape


def circle(centre: Point) -> Polygon:
    turns = [math.tau * step / CORNERS for step in range(CORNERS)]
    return [(centre[0] + MARGIN * math.cos(turn), centre[1] + MARGIN * math.sin(turn)) for turn in turns]


def nearer(shape: Polygon, centre: Point, other: Point) -> Polygon:
    """The part of a convex shape that is nearer to `centre` than to `other` (Sutherland and Hodgman)."""
    kept: Polygon = []
    for start, end in zip(shape, shape[1:] + shape[:1], strict=True):
        here, there = (_difference(point, centre, other) for point in (start, end))
        if here <= 0:
            kept.append(start)
        if here * there < 0:
            part = here / (here - there)
            kept.append((start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])))
    return kept


def _difference(point: Point, centre: Point, other: Point) -> float:
    """Of the squared distances: negative where the centre is nearer."""
    return math.dist(point, centre) ** 2 - math.dist(point, other) ** 2


def hull(points: list[Point]) -> Polygon:
    """The convex hull (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    return _half(ordered) + _half(ordered[::-1])


def _half(points: list[Point]) -> Polygon:
    chain: Polygon = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain[:-1]


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

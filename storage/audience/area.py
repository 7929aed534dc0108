"""Those who live in one of these areas, or in whatever lies in them.

Whoever has not said where they live counts where they have reported something.
"""

from __future__ import annotations

from typing import Any

from storage.rows import several

INSIDE = (
    "WITH RECURSIVE inside (code) AS (SELECT code FROM area WHERE code IN {0}"
    " UNION SELECT a.code FROM area a JOIN inside i ON a.parent = i.code) SELECT code FROM inside"
)


def condition(value: list[str], name: str) -> tuple[str, dict[str, Any]]:
    """Not EXISTS: of that PostgreSQL would make the set of all reporters, for however few people."""
    return _inside(value, name, "(SELECT 1 FROM report r WHERE r.reporter = p.id AND r.area IN ({0}) LIMIT 1) = 1")


def whole(value: list[str], name: str) -> tuple[str, dict[str, Any]]:
    return _inside(value, name, "p.id IN (SELECT r.reporter FROM report r WHERE r.area IN ({0}))")


def _inside(value: list[str], name: str, reported: str) -> tuple[str, dict[str, Any]]:
    wanted, parameters = several(name, value)
    inside = INSIDE.format(wanted)
    return f"(p.home IN ({inside}) OR (p.home = '' AND {reported.format(inside)}))", parameters

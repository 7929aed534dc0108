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
    wanted, parameters = several(name, value)
    inside = INSIDE.format(wanted)
    reported = f"EXISTS (SELECT 1 FROM report r WHERE r.reporter = p.id AND r.area IN ({inside}))"
    return f"(p.home IN ({inside}) OR (p.home = '' AND {reported}))", parameters

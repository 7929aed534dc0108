"""Those whom a broadcast has not reached."""

from __future__ import annotations

from typing import Any

REACHED = "FROM recipient c WHERE c.broadcast_id = :{0} AND c.state IN ('sent', 'unsure')"


def condition(value: int, name: str) -> tuple[str, dict[str, Any]]:
    """Not NOT EXISTS: of that PostgreSQL would make the set of all who were reached, for however few people."""
    return f"(SELECT 1 {REACHED.format(name)} AND c.person_id = p.id) IS NULL", {name: value}


def whole(value: int, name: str) -> tuple[str, dict[str, Any]]:
    """Not NOT IN: PostgreSQL would go through all who were reached for each person, once they are too many to hash."""
    return f"NOT EXISTS (SELECT 1 {REACHED.format(name)} AND c.person_id = p.id)", {name: value}

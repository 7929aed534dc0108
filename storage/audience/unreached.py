"""Those whom a broadcast has not reached."""

from __future__ import annotations

from typing import Any


def condition(value: int, name: str) -> tuple[str, dict[str, Any]]:
    reached = (
        f"SELECT 1 FROM recipient c WHERE c.broadcast_id = :{name} AND c.person_id = p.id"
        " AND c.state IN ('sent', 'unsure')"
    )
    return f"NOT EXISTS ({reached})", {name: value}

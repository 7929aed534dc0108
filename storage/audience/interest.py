"""Those who follow one of these cultural centres."""

from __future__ import annotations

from typing import Any

from storage.rows import several


def condition(value: list[str], name: str) -> tuple[str, dict[str, Any]]:
    wanted, parameters = several(name, value)
    follows = "SELECT 1 FROM subscription s WHERE s.person_id = p.id AND s.sort = 'centre'"
    return f"EXISTS ({follows} AND s.value IN {wanted})", parameters

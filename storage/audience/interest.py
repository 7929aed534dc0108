"""Those who follow one of these cultural centres."""

from __future__ import annotations

from typing import Any

from storage.rows import several


def condition(value: list[str], name: str) -> tuple[str, dict[str, Any]]:
    wanted, parameters = several(name, value)
    return f"EXISTS (SELECT 1 FROM interest i WHERE i.person_id = p.id AND i.centre IN {wanted})", parameters

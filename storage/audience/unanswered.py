"""Those who have not answered a poll."""

from __future__ import annotations

from typing import Any


def condition(value: int, name: str) -> tuple[str, dict[str, Any]]:
    return f"NOT EXISTS (SELECT 1 FROM voter v WHERE v.poll_id = :{name} AND v.person_id = p.id)", {name: value}

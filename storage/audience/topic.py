"""Those who have not turned off one of these topics."""

from __future__ import annotations

from typing import Any

from storage.rows import several


def condition(value: list[str], name: str) -> tuple[str, dict[str, Any]]:
    wanted, parameters = several(name, value)
    return f"NOT EXISTS (SELECT 1 FROM topic_off t WHERE t.person_id = p.id AND t.topic IN {wanted})", parameters

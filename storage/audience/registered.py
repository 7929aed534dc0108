"""Those who come to one of these events."""

from __future__ import annotations

from typing import Any

from storage.rows import several


def condition(value: list[int], name: str) -> tuple[str, dict[str, Any]]:
    wanted, parameters = several(name, value)
    comes = (
        f"SELECT 1 FROM registration g WHERE g.person_id = p.id AND g.state = 'registered' AND g.event_id IN {wanted}"
    )
    return f"EXISTS ({comes})", parameters

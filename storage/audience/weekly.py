"""Those who want the events of a week in one message."""

from __future__ import annotations

from typing import Any


def condition(_: Any, __: str) -> tuple[str, dict[str, Any]]:
    return "EXISTS (SELECT 1 FROM event_wish w WHERE w.person_id = p.id AND w.weekly = 1)", {}

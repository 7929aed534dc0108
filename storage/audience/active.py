"""Those who have written to the bot in the last so many days."""

from __future__ import annotations

from typing import Any

DAY = 86400


def condition(value: int, name: str) -> tuple[str, dict[str, Any]]:
    return f"p.seen >= :now - :{name}", {name: value * DAY}

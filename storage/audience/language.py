"""Those who have chosen one of these languages."""

from __future__ import annotations

from typing import Any

from storage.rows import several


def condition(value: list[str], name: str) -> tuple[str, dict[str, Any]]:
    wanted, parameters = several(name, value)
    return f"p.language IN {wanted}", parameters

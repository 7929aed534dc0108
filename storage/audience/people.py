"""These people, by their numbers: some hundreds at most."""

from __future__ import annotations

from typing import Any

from storage.rows import several


def condition(value: list[int], name: str) -> tuple[str, dict[str, Any]]:
    wanted, parameters = several(name, value)
    return f"p.id IN {wanted}", parameters

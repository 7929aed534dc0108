"""Those who have answered a poll; of these, where homes are given, those who live there."""

from __future__ import annotations

from typing import Any

from storage.rows import several


def condition(value: dict[str, Any], name: str) -> tuple[str, dict[str, Any]]:
    voted = f"EXISTS (SELECT 1 FROM voter v WHERE v.poll_id = :{name} AND v.person_id = p.id)"
    if "homes" not in value:
        return voted, {name: value["poll"]}
    wanted, parameters = several(f"{name}home", value["homes"])
    return f"({voted} AND p.home IN {wanted})", {name: value["poll"], **parameters}

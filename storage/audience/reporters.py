"""Those who have reported, or joined a report, in one of these categories."""

from __future__ import annotations

from typing import Any

from storage.rows import several


def condition(value: list[str], name: str) -> tuple[str, dict[str, Any]]:
    wanted, parameters = several(name, value)
    reported = f"SELECT r.reporter FROM report r WHERE r.category IN {wanted}"
    joined = f"SELECT s.person_id FROM supporter s JOIN report r ON r.id = s.report_id WHERE r.category IN {wanted}"
    return f"p.id IN ({reported} UNION {joined})", parameters

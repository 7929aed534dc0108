"""Those who have reported, or joined a report, in one of these categories."""

from __future__ import annotations

from typing import Any

from storage.rows import several


def condition(value: list[str], name: str) -> tuple[str, dict[str, Any]]:
    """Not EXISTS: of that PostgreSQL would make the set of all reporters, for however few people."""
    wanted, parameters = several(name, value)
    reported = f"SELECT 1 FROM report r WHERE r.reporter = p.id AND r.category IN {wanted} LIMIT 1"
    joined = (
        "SELECT 1 FROM supporter s JOIN report r ON r.id = s.report_id"
        f" WHERE s.person_id = p.id AND r.category IN {wanted} LIMIT 1"
    )
    return f"COALESCE(({reported}), ({joined})) = 1", parameters


def whole(value: list[str], name: str) -> tuple[str, dict[str, Any]]:
    wanted, parameters = several(name, value)
    reported = f"SELECT r.reporter FROM report r WHERE r.category IN {wanted}"
    joined = f"SELECT s.person_id FROM supporter s JOIN report r ON r.id = s.report_id WHERE r.category IN {wanted}"
    return f"p.id IN ({reported} UNION {joined})", parameters

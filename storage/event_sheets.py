"""Tables of events that somebody has sent and not yet published: all of them, or none."""

from __future__ import annotations

import json
from typing import Any

from storage.database import Transaction
from storage.rows import to_json

Rows = list[dict[str, Any]]  # of each event what was written of it


async def add(tx: Transaction, person_id: int, rows: Rows, now: int) -> int:
    """Its number. Whatever they sent before is forgotten."""
    tx.execute("DELETE FROM event_sheet WHERE person_id = :person", {"person": person_id})
    row = await tx.fetch_one(
        "INSERT INTO event_sheet (person_id, content, at) VALUES (:person, :content, :now) RETURNING id",
        {"person": person_id, "content": to_json(rows), "now": now},
    )
    assert row  # noqa: S101  # RETURNING returns
    return int(row[0])


async def take(tx: Transaction, sheet_id: int, person_id: int) -> Rows | None:
    """Once: whoever presses twice publishes once."""
    row = await tx.fetch_one(
        "DELETE FROM event_sheet WHERE id = :id AND person_id = :person RETURNING content",
        {"id": sheet_id, "person": person_id},
    )
    found: Rows | None = json.loads(row[0]) if row else None
    return found


def forget(tx: Transaction, before: int) -> None:
    tx.execute("DELETE FROM event_sheet WHERE at < :before", {"before": before})

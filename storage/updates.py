"""Updates that need remembering: those seen (webhooks deliver again) and those set aside (nobody could serve them)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from storage.database import Transaction
from storage.rows import columns

LARGEST = 2**63  # what a column holds


@dataclass
class SetAside:
    """An update that could not be parsed, or whose handler raised. `state`: aside, replayed."""

    id: int
    update_id: int
    content: dict[str, Any]
    error: str
    trace: str
    at: int
    state: str


async def mark_seen(tx: Transaction, ids: Sequence[int], now: int) -> set[int]:
    """Those that had not been seen before. Waits for another process that is marking one of them."""
    if not ids:
        return set()
    rows = ", ".join(f"(:id{place}, :now)" for place in range(len(ids)))
    found = await tx.fetch_all(
        f"INSERT INTO seen_update (update_id, at) VALUES {rows} ON CONFLICT DO NOTHING RETURNING update_id",
        {"now": now, **{f"id{place}": number for place, number in enumerate(ids)}},
    )
    return {row[0] for row in found}


def forget_seen(tx: Transaction, before: int) -> None:
    tx.execute("DELETE FROM seen_update WHERE at < :before", {"before": before})


async def set_aside(tx: Transaction, content: dict[str, Any], error: str, trace: str, now: int) -> int:
    """The number to quote to whoever sent it."""
    row = await tx.fetch_one(
        "INSERT INTO set_aside (update_id, content, error, trace, at, state)"
        " VALUES (:update_id, :content, :error, :trace, :now, 'aside') RETURNING id",
        {
            "update_id": update_number(content),
            "content": json.dumps(content),  # in ASCII, since a hostile update may hold what no database takes
            "error": error,
            "trace": trace,
            "now": now,
        },
    )
    assert row  # noqa: S101  # an INSERT … RETURNING without a conflict clause always gives its row
    return int(row[0])


def update_number(content: dict[str, Any]) -> int:
    """0 where even the number is missing or wrong: what is set aside may be anything."""
    number = content.get("update_id")
    return number if type(number) is int and 0 < number < LARGEST else 0


async def all_set_aside(tx: Transaction) -> list[SetAside]:
    rows = await tx.fetch_all(f"SELECT {columns(SetAside)} FROM set_aside WHERE state = 'aside' ORDER BY id")
    return [SetAside(row[0], row[1], json.loads(row[2]), *row[3:]) for row in rows]


async def count_set_aside(tx: Transaction) -> int:
    row = await tx.fetch_one("SELECT COUNT(*) FROM set_aside WHERE state = 'aside'")
    return int(row[0]) if row else 0


def forget_replayed(tx: Transaction, before: int) -> None:
    tx.execute("DELETE FROM set_aside WHERE state = 'replayed' AND at < :before", {"before": before})


def mark_replayed(tx: Transaction, number: int) -> None:
    tx.execute("UPDATE set_aside SET state = 'replayed' WHERE id = :id", {"id": number})

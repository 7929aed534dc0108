"""Updates that need remembering: those seen (webhooks deliver again) and those set aside (nobody could serve them)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from storage.database import Transaction
from storage.rows import columns, several, to_json


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


async def seen(tx: Transaction, ids: Iterable[int]) -> set[int]:
    wanted, parameters = several("id", ids)
    rows = await tx.fetch_all(f"SELECT update_id FROM seen_update WHERE update_id IN {wanted}", parameters)
    return {row[0] for row in rows}


def mark_seen(tx: Transaction, update_id: int, now: int) -> None:
    tx.execute(
        "INSERT INTO seen_update (update_id, at) VALUES (:id, :now) ON CONFLICT DO NOTHING",
        {"id": update_id, "now": now},
    )


def forget_seen(tx: Transaction, before: int) -> None:
    tx.execute("DELETE FROM seen_update WHERE at < :before", {"before": before})


async def set_aside(tx: Transaction, content: dict[str, Any], error: str, trace: str, now: int) -> int:
    """The number to quote to whoever sent it."""
    row = await tx.fetch_one(
        "INSERT INTO set_aside (update_id, content, error, trace, at, state)"
        " VALUES (:update_id, :content, :error, :trace, :now, 'aside') RETURNING id",
        {
            "update_id": update_number(content),
            "content": to_json(content),
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
    return number if isinstance(number, int) else 0


async def all_set_aside(tx: Transaction) -> list[SetAside]:
    rows = await tx.fetch_all(f"SELECT {columns(SetAside)} FROM set_aside WHERE state = 'aside' ORDER BY id")
    return [SetAside(row[0], row[1], json.loads(row[2]), *row[3:]) for row in rows]


def mark_replayed(tx: Transaction, number: int) -> None:
    tx.execute("UPDATE set_aside SET state = 'replayed' WHERE id = :id", {"id": number})

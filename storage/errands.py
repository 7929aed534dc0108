"""What is due is a row: a digest, a silence that confirms, a daily tidying."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from storage.database import Transaction
from storage.rows import columns, insert, to_json, values


@dataclass
class Errand:
    """`name` is unique, which makes leaving the same errand twice harmless."""

    name: str
    kind: str
    arguments: dict[str, Any]
    due: int
    state: str = "due"
    attempts: int = 0
    changed: int = 0


def leave(tx: Transaction, errand: Errand) -> None:
    record = values(errand)
    record["arguments"] = to_json(errand.arguments)
    tx.execute(insert("errand", Errand) + " ON CONFLICT (name) DO NOTHING", record)


async def take(tx: Transaction, now: int) -> Errand | None:
    """The next due errand, marked done in the transaction that does it: it happens once, or not at all."""
    skip = " FOR UPDATE SKIP LOCKED" if tx.for_update else ""
    row = await tx.fetch_one(
        "UPDATE errand SET state = 'done', changed = :now WHERE name = (SELECT name FROM errand"
        f" WHERE state = 'due' AND due <= :now ORDER BY due, name LIMIT 1{skip}) RETURNING {columns(Errand)}",
        {"now": now},
    )
    return Errand(row[0], row[1], json.loads(row[2]), *row[3:]) if row else None


async def finish(tx: Transaction, name: str, now: int) -> bool:
    """Done, by whoever says so first."""
    row = await tx.fetch_one(
        "UPDATE errand SET state = 'done', changed = :now WHERE name = :name AND state = 'due' RETURNING name",
        {"name": name, "now": now},
    )
    return row is not None


def put_off(tx: Transaction, errand: Errand, due: int, state: str, now: int, *, tries: int = 1) -> None:
    """After a failure: due again later, or `failed` for good."""
    tx.execute(
        "UPDATE errand SET state = :state, due = :due, attempts = :attempts, changed = :now WHERE name = :name",
        {"name": errand.name, "state": state, "due": due, "attempts": errand.attempts + tries, "now": now},
    )


async def next_due(tx: Transaction) -> int | None:
    row = await tx.fetch_one("SELECT MIN(due) FROM errand WHERE state = 'due'")
    return row[0] if row else None


async def failed(tx: Transaction) -> list[Errand]:
    rows = await tx.fetch_all(f"SELECT {columns(Errand)} FROM errand WHERE state = 'failed' ORDER BY due")
    return [Errand(row[0], row[1], json.loads(row[2]), *row[3:]) for row in rows]


def forget(tx: Transaction, before: int) -> None:
    tx.execute("DELETE FROM errand WHERE state = 'done' AND changed < :before", {"before": before})

"""Programmes that residents ask for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import columns, insert, several, values

OPEN, ANSWERED = "open", "answered"


@dataclass
class Demand:
    """`event` is the draft that somebody makes of it; the event itself, once it is answered."""

    id: int
    person_id: int
    centre: str
    kind: str
    audience: str
    words: str
    state: str
    event: int | None
    at: int


COLUMNS = columns(Demand)


def add(tx: Transaction, demand: Demand) -> None:
    tx.execute(insert("demand", Demand, ("id",)), values(demand))


async def count_of(tx: Transaction, person_id: int, since: int) -> int:
    row = await tx.fetch_one(
        "SELECT COUNT(*) FROM demand WHERE person_id = :id AND at > :since", {"id": person_id, "since": since}
    )
    return int(row[0]) if row else 0


async def open_at(tx: Transaction, centres: Iterable[str], since: int, limit: int) -> list[Demand]:
    """The newest, in the order in which they came."""
    wanted, parameters = several("centre", centres)
    rows = await tx.fetch_all(
        f"SELECT {COLUMNS} FROM demand WHERE centre IN {wanted} AND state = 'open' AND at > :since"
        " ORDER BY at DESC, id DESC LIMIT :limit",
        {"since": since, "limit": limit, **parameters},
    )
    return [Demand(*row) for row in reversed(rows)]


def take_up(tx: Transaction, ids: Iterable[int], event_id: int) -> None:
    """Somebody makes an event of them."""
    wanted, parameters = several("id", ids)
    tx.execute(
        f"UPDATE demand SET event = :event WHERE id IN {wanted} AND state = 'open'", {"event": event_id, **parameters}
    )


async def answer(tx: Transaction, event_id: int) -> list[int]:
    """The event is there: whoever asked for it, to be told."""
    rows = await tx.fetch_all(
        "UPDATE demand SET state = 'answered' WHERE event = :event AND state = 'open' RETURNING person_id",
        {"event": event_id},
    )
    return sorted({row[0] for row in rows})

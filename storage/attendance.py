"""Who of those registered has come. Whoever changes it holds the event's lock, as with seats."""

from __future__ import annotations

from dataclasses import dataclass

from storage.database import Transaction


@dataclass(frozen=True)
class Turnout:
    """Parties and people: those registered, and those of them who have come."""

    parties: int
    seats: int
    parties_came: int
    came: int


def put(tx: Transaction, event_id: int, person_id: int, came: int, at: int | None) -> None:
    tx.execute(
        "UPDATE registration SET came = :came, came_at = :at WHERE event_id = :event AND person_id = :person",
        {"event": event_id, "person": person_id, "came": came, "at": at},
    )


async def turnout(tx: Transaction, event_id: int) -> Turnout:
    row = await tx.fetch_one(
        "SELECT COUNT(*), COALESCE(SUM(seats), 0), COALESCE(SUM(CASE WHEN came > 0 THEN 1 ELSE 0 END), 0),"
        " COALESCE(SUM(came), 0) FROM registration WHERE event_id = :event AND state = 'registered'",
        {"event": event_id},
    )
    return Turnout(*map(int, row)) if row else Turnout(0, 0, 0, 0)

"""What people thought of an event that they came to: stars and words."""

from __future__ import annotations

from dataclasses import dataclass

from storage.database import Transaction
from storage.registrations import ALL, GUEST, PART, Guest, Part, as_guest
from storage.rows import columns, insert, values


@dataclass
class Opinion:
    """`words` have lost whatever could be a phone number."""

    event_id: int
    person_id: int
    stars: int | None
    words: str
    at: int


def put(tx: Transaction, opinion: Opinion) -> None:
    tx.execute(
        insert("event_opinion", Opinion) + " ON CONFLICT (event_id, person_id) DO UPDATE SET"
        " stars = excluded.stars, words = excluded.words, at = excluded.at",
        values(opinion),
    )


async def get(tx: Transaction, event_id: int, person_id: int) -> Opinion | None:
    row = await tx.fetch_one(
        f"SELECT {columns(Opinion)} FROM event_opinion WHERE event_id = :event AND person_id = :person",
        {"event": event_id, "person": person_id},
    )
    return Opinion(*row) if row else None


async def stars(tx: Transaction, event_id: int) -> tuple[int, int]:
    """How many have answered, and the sum of their stars."""
    row = await tx.fetch_one(
        "SELECT COUNT(*), COALESCE(SUM(stars), 0) FROM event_opinion WHERE event_id = :event AND stars IS NOT NULL",
        {"event": event_id},
    )
    return (int(row[0]), int(row[1])) if row else (0, 0)


async def words(tx: Transaction, event_id: int) -> list[str]:
    """In no order that would tell who wrote what."""
    rows = await tx.fetch_all(
        "SELECT words FROM event_opinion WHERE event_id = :event AND words <> '' ORDER BY words", {"event": event_id}
    )
    return [row[0] for row in rows]


async def to_ask(tx: Transaction, event_id: int, part: Part = ALL) -> list[Guest]:
    """Those who came and have said nothing yet."""
    rows = await tx.fetch_all(
        f"{GUEST} WHERE r.event_id = :event AND r.state = 'registered' AND r.came > 0 AND NOT EXISTS"
        f" (SELECT 1 FROM event_opinion o WHERE o.event_id = r.event_id AND o.person_id = r.person_id){PART}",
        {"event": event_id, **part._asdict()},
    )
    return [as_guest(row) for row in rows]

"""Which events somebody wants to hear of: of a centre, a kind, an audience, an area; and how they want to hear."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from storage.database import Transaction
from storage.rows import columns, insert, values

CENTRE, KIND, AUDIENCE, AREA = "centre", "kind", "audience", "area"
SORTS = (CENTRE, KIND, AUDIENCE, AREA)


@dataclass
class Wish:
    """Reminders a day and some hours before; `weekly` is one programme a week in place of single announcements."""

    person_id: int
    day_before: int = 1
    hours_before: int = 1
    weekly: int = 0


@dataclass(frozen=True)
class Follower:
    """Somebody who wants one programme a week; `choices` are sorts and values."""

    person_id: int
    home: str
    choices: frozenset[tuple[str, str]]


async def of(tx: Transaction, person_id: int) -> dict[str, set[str]]:
    """By sort; each sort is there."""
    rows = await tx.fetch_all("SELECT sort, value FROM subscription WHERE person_id = :id", {"id": person_id})
    return {sort: {row[1] for row in rows if row[0] == sort} for sort in SORTS}


def add(tx: Transaction, person_id: int, sort: str, value: str, now: int) -> None:
    tx.execute(
        "INSERT INTO subscription (person_id, sort, value, at) VALUES (:id, :sort, :value, :now)"
        " ON CONFLICT DO NOTHING",
        {"id": person_id, "sort": sort, "value": value, "now": now},
    )


def drop(tx: Transaction, person_id: int, sort: str, value: str) -> None:
    tx.execute(
        "DELETE FROM subscription WHERE person_id = :id AND sort = :sort AND value = :value",
        {"id": person_id, "sort": sort, "value": value},
    )


async def wish(tx: Transaction, person_id: int) -> Wish:
    row = await tx.fetch_one(f"SELECT {columns(Wish)} FROM event_wish WHERE person_id = :id", {"id": person_id})
    return Wish(*row) if row else Wish(person_id)


def put_wish(tx: Transaction, wished: Wish) -> None:
    tx.execute(
        insert("event_wish", Wish) + " ON CONFLICT (person_id) DO UPDATE SET day_before = excluded.day_before,"
        " hours_before = excluded.hours_before, weekly = excluded.weekly",
        values(wished),
    )


async def weekly(tx: Transaction, after: int, most: int) -> list[Follower]:
    """The next who want it, by their numbers, from the one behind `after` on."""
    rows = await tx.fetch_all(
        "SELECT w.person_id, p.home, s.sort, s.value FROM (SELECT person_id FROM event_wish"
        " WHERE person_id > :after AND weekly = 1 ORDER BY person_id LIMIT :most) w JOIN person p ON p.id = w.person_id"
        " LEFT JOIN subscription s ON s.person_id = w.person_id ORDER BY w.person_id",
        {"after": after, "most": most},
    )
    return [
        Follower(person, home, frozenset((row[2], row[3]) for row in theirs if row[2]))
        for (person, home), theirs in groupby(rows, key=lambda row: (row[0], row[1]))
    ]

"""Who comes to an event, who waits for a seat, and who came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from storage.database import Transaction
from storage.rows import columns, insert, several, values

REGISTERED, WAITING, OFFERED, LEFT, LAPSED = "registered", "waiting", "offered", "left", "lapsed"
HEARING = (REGISTERED, WAITING, OFFERED)  # whoever must be told what becomes of the event


@dataclass
class Registration:
    """`seats` are those asked for, `held` those kept for them now: all when registered, some or all when offered.

    `place` is the place on the waiting list, `passed` the largest number of seats below their own that they have
    let pass, and `until` when an offer ends. `token` is what their QR code says, `came` how many came.
    """

    event_id: int
    person_id: int
    state: str
    seats: int
    held: int
    place: int
    passed: int
    until: int | None
    token: str
    came: int
    came_at: int | None
    at: int
    changed: int


@dataclass(frozen=True)
class Guest:
    """A registration with the name it goes by."""

    registration: Registration
    name: str
    language: str
    away: int


class Part(NamedTuple):
    """Of many people, in the order of their numbers, so many behind this one."""

    after: int = 0
    most: int = 1_000_000


ALL = Part()
REGISTRATION = columns(Registration)
GUEST = (
    f"SELECT {columns(Registration, 'r.')}, p.first_name, p.language, p.away FROM registration r"
    " JOIN person p ON p.id = r.person_id"
)
PART = " AND r.person_id > :after ORDER BY r.person_id LIMIT :most"
PUT = (
    insert("registration", Registration)
    + " ON CONFLICT (event_id, person_id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in Registration.__dataclass_fields__ if not name.endswith("_id"))
)


def put(tx: Transaction, registration: Registration) -> None:
    """Under the event's lock."""
    tx.execute(PUT, values(registration))


async def get(tx: Transaction, event_id: int, person_id: int) -> Registration | None:
    row = await tx.fetch_one(
        f"SELECT {REGISTRATION} FROM registration WHERE event_id = :event AND person_id = :person",
        {"event": event_id, "person": person_id},
    )
    return Registration(*row) if row else None


async def by_token(tx: Transaction, token: str) -> Registration | None:
    row = await tx.fetch_one(f"SELECT {REGISTRATION} FROM registration WHERE token = :token", {"token": token})
    return Registration(*row) if row else None


async def of_person(tx: Transaction, person_id: int, events: Iterable[int]) -> dict[int, Registration]:
    """By event."""
    wanted, parameters = several("event", events)
    rows = await tx.fetch_all(
        f"SELECT {REGISTRATION} FROM registration WHERE person_id = :person AND event_id IN {wanted}",
        {"person": person_id, **parameters},
    )
    return {row[0]: Registration(*row) for row in rows}


async def first_waiting(tx: Transaction, event_id: int, free: int) -> Registration | None:
    """The first on the list who has not let this many seats pass."""
    row = await tx.fetch_one(
        f"SELECT {REGISTRATION} FROM registration WHERE event_id = :event AND state = 'waiting' AND passed < :free"
        " ORDER BY place LIMIT 1",
        {"event": event_id, "free": free},
    )
    return Registration(*row) if row else None


async def ahead(tx: Transaction, registration: Registration) -> int:
    """How many parties wait before this one."""
    row = await tx.fetch_one(
        "SELECT COUNT(*) FROM registration WHERE event_id = :event AND state = 'waiting' AND place < :place",
        {"event": registration.event_id, "place": registration.place},
    )
    return int(row[0]) if row else 0


async def seats_by_state(tx: Transaction, event_id: int) -> dict[str, tuple[int, int]]:
    """(parties, seats) in each state."""
    rows = await tx.fetch_all(
        "SELECT state, COUNT(*), SUM(seats) FROM registration WHERE event_id = :event GROUP BY state",
        {"event": event_id},
    )
    return {row[0]: (int(row[1]), int(row[2])) for row in rows}


async def guests(
    tx: Transaction, event_id: int, states: Iterable[str] = (REGISTERED,), limit: int = 1_000_000, skip: int = 0
) -> list[Guest]:
    """In the order in which they came to the list."""
    wanted, parameters = several("state", states)
    rows = await tx.fetch_all(
        f"{GUEST} WHERE r.event_id = :event AND r.state IN {wanted}"
        " ORDER BY r.at, r.person_id LIMIT :limit OFFSET :skip",
        {"event": event_id, "limit": limit, "skip": skip, **parameters},
    )
    return [as_guest(row) for row in rows]


def as_guest(row: tuple[Any, ...]) -> Guest:
    """Of what `GUEST` selects."""
    return Guest(Registration(*row[:-3]), *row[-3:])


async def hearing(tx: Transaction, event_id: int, part: Part = ALL) -> list[Guest]:
    """Whoever must be told what becomes of the event."""
    wanted, parameters = several("state", HEARING)
    rows = await tx.fetch_all(
        f"{GUEST} WHERE r.event_id = :event AND r.state IN {wanted}{PART}",
        {"event": event_id, **parameters, **part._asdict()},
    )
    return [as_guest(row) for row in rows]


async def to_remind(tx: Transaction, event_id: int, part: Part = ALL, *, day_before: bool) -> list[Guest]:
    """Those who come and have not turned this reminder off."""
    wished = "day_before" if day_before else "hours_before"
    rows = await tx.fetch_all(
        f"{GUEST} LEFT JOIN event_wish w ON w.person_id = r.person_id"
        f" WHERE r.event_id = :event AND r.state = 'registered' AND COALESCE(w.{wished}, 1) = 1{PART}",
        {"event": event_id, **part._asdict()},
    )
    return [as_guest(row) for row in rows]

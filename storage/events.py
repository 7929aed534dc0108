"""Events of the cultural centres, from the draft on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from storage.database import Transaction
from storage.rows import columns, insert, several, values

DRAFT, PUBLISHED, CANCELLED, OVER = "draft", "published", "cancelled", "over"


@dataclass
class Event:
    """`area` is where it takes place; `place` names it where it is not the centre itself, which `lat` and `lon` pin.

    `starts` is UTC seconds, 0 while nobody has said when; `until` the last second of a weekly repetition, and
    `series` the first event of one. `capacity` 0 is without a limit; `taken` are the seats that somebody has or is
    offered, `queue` the last place given on the waiting list. `sequence` counts the changes that people were told of.
    """

    id: int
    state: str
    author: int
    centre: str
    area: str
    place: str
    lat: float | None
    lon: float | None
    title: str
    words: str
    photo: str
    starts: int
    minutes: int
    kind: str
    audience: str
    capacity: int
    seats_each: int
    cost: int
    until: int | None
    series: int | None
    taken: int
    queue: int
    sequence: int
    broadcast: int | None
    created: int
    changed: int

    @property
    def ends(self) -> int:
        return self.starts + 60 * self.minutes

    @property
    def left(self) -> int | None:
        """Seats that nobody has; None where there is no limit."""
        return max(self.capacity - self.taken, 0) if self.capacity else None


@dataclass(frozen=True)
class Filter:
    """Which events of those to come: each name given must be as it says."""

    centres: Sequence[str] = ()
    areas: Sequence[str] = ()
    kind: str = ""
    audience: str = ""
    before: int | None = None
    person: int | None = None  # those that somebody comes to, waits for or is offered seats of


ANY = Filter()
EVENT = columns(Event)
SEATS = ("taken", "queue")  # what registrations change, under the event's lock
KEPT = tuple(name for name in Event.__dataclass_fields__ if name not in {"id", "author", "created", *SEATS})
INSERT = insert("event", Event, ("id",)) + " RETURNING id"


async def add(tx: Transaction, event: Event) -> Event:
    """With its number."""
    row = await tx.fetch_one(INSERT, values(event))
    assert row  # noqa: S101  # RETURNING returns
    event.id = row[0]
    return event


def save(tx: Transaction, event: Event) -> None:
    """All that officers say of it; the seats are for `save_seats`."""
    changes = ", ".join(f"{name} = :{name}" for name in KEPT)
    tx.execute(f"UPDATE event SET {changes} WHERE id = :id", values(event))


def save_seats(tx: Transaction, event: Event) -> None:
    """Under the event's lock."""
    tx.execute(
        "UPDATE event SET taken = :taken, queue = :queue WHERE id = :id",
        {"id": event.id, "taken": event.taken, "queue": event.queue},
    )


def save_broadcast(tx: Transaction, event: Event) -> None:
    """What announces it, and nothing else: others may be changing it."""
    tx.execute("UPDATE event SET broadcast = :broadcast WHERE id = :id", {"id": event.id, "broadcast": event.broadcast})


async def announced_by(tx: Transaction, broadcast: int, now: int) -> list[Event]:
    """Those still to be that one message tells of."""
    rows = await tx.fetch_all(
        f"SELECT {EVENT} FROM event WHERE broadcast = :broadcast AND state = 'published' AND starts > :now ORDER BY id",
        {"broadcast": broadcast, "now": now},
    )
    return [Event(*row) for row in rows]


async def get(tx: Transaction, event_id: int, *, lock: bool = False) -> Event | None:
    """`lock` keeps it, its seats and its waiting list to this transaction."""
    end = tx.for_update if lock else ""
    row = await tx.fetch_one(f"SELECT {EVENT} FROM event WHERE id = :id{end}", {"id": event_id})
    return Event(*row) if row else None


async def draft_of(tx: Transaction, author: int) -> Event | None:
    """The one that they changed last."""
    row = await tx.fetch_one(
        f"SELECT {EVENT} FROM event WHERE author = :author AND state = 'draft' ORDER BY changed DESC, id DESC LIMIT 1",
        {"author": author},
    )
    return Event(*row) if row else None


def drop(tx: Transaction, event_id: int) -> None:
    """A draft that nobody wants; what was asked for is open to others again."""
    _drop(tx, "id = :id", {"id": event_id})


def forget_drafts(tx: Transaction, before: int) -> None:
    """Those that nobody has gone on with."""
    _drop(tx, "changed < :before", {"before": before})


def _drop(tx: Transaction, which: str, parameters: dict[str, Any]) -> None:
    drafts = f"FROM event WHERE state = 'draft' AND {which}"
    tx.execute(f"UPDATE demand SET event = NULL WHERE event IN (SELECT id {drafts})", parameters)
    tx.execute(f"DELETE {drafts}", parameters)


async def coming(tx: Transaction, now: int, wanted: Filter = ANY, limit: int = 1000, skip: int = 0) -> list[Event]:
    """Published events that have not begun, the soonest first; of somebody's own, those that are not over either."""
    upto = "e.starts > :now" if wanted.person is None else "e.starts + 60 * e.minutes > :now"
    held, parameters = _where(wanted)
    rows = await tx.fetch_all(
        f"SELECT {columns(Event, 'e.')} FROM event e WHERE e.state = 'published' AND {upto}{held}"
        " ORDER BY e.starts, e.id LIMIT :limit OFFSET :skip",
        {"now": now, "limit": limit, "skip": skip, **parameters},
    )
    return [Event(*row) for row in rows]


def _where(wanted: Filter) -> tuple[str, dict[str, Any]]:
    parts: list[str] = [""]
    parameters: dict[str, Any] = {}
    for name in ("centre", "area"):
        if among := getattr(wanted, f"{name}s"):
            condition, more = several(name, among)
            parts.append(f"e.{name} IN {condition}")
            parameters |= more
    for name in ("kind", "audience"):
        if getattr(wanted, name):
            parts.append(f"e.{name} = :{name}")
            parameters[name] = getattr(wanted, name)
    if wanted.before is not None:
        parts.append("e.starts < :before")
        parameters["before"] = wanted.before
    if wanted.person is not None:
        parts.append(
            "e.id IN (SELECT event_id FROM registration WHERE person_id = :person"
            " AND state IN ('registered', 'waiting', 'offered'))"
        )
        parameters["person"] = wanted.person
    return " AND ".join(parts), parameters


async def of_centres(tx: Transaction, centres: Iterable[str], since: int, limit: int, skip: int = 0) -> list[Event]:
    """What officers look after: drafts aside, all that starts from then on, cancelled or not."""
    wanted, parameters = several("centre", centres)
    rows = await tx.fetch_all(
        f"SELECT {EVENT} FROM event WHERE centre IN {wanted} AND starts > :since AND state <> 'draft'"
        " ORDER BY starts, id LIMIT :limit OFFSET :skip",
        {"since": since, "limit": limit, "skip": skip, **parameters},
    )
    return [Event(*row) for row in rows]


async def later_in_series(tx: Transaction, event: Event) -> list[Event]:
    """Those of its series that come behind it and are still to be, locked in their order."""
    if event.series is None:
        return []
    rows = await tx.fetch_all(
        f"SELECT {EVENT} FROM event WHERE series = :series AND starts > :starts AND state = 'published'"
        f" ORDER BY id{tx.for_update}",
        {"series": event.series, "starts": event.starts},
    )
    return [Event(*row) for row in rows]

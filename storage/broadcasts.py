"""Broadcasts: what is announced, to whom, when; the people it goes to are in recipients.py."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from storage.audience.rules import Rule, Sample
from storage.database import Transaction
from storage.rows import columns, insert, to_json, values

DRAFT, CONFIRMING, SCHEDULED, FREEZING = "draft", "confirming", "scheduled", "freezing"
HOUSE = 0  # the author of what nobody has written: such as the result of a poll, to those who voted
RUNNING, PAUSED, DONE, CANCELLED = "running", "paused", "done", "cancelled"
DROPPED = "dropped"  # a draft that is given up: its row stays, so that nothing else ever gets its number


@dataclass(frozen=True)
class Place:
    """A channel, or a group and its topic, that gets the message, too."""

    chat_id: int
    thread_id: int = 0


@dataclass(frozen=True)
class Button:
    """Under the message: a link, or an action of the bot's own. `label` by language."""

    label: dict[str, str]
    target: str


@dataclass(frozen=True)
class Counted:
    """How many people met these rules, in JSON, at a moment; how many of each language, and a few of them."""

    rules: str
    at: int
    count: int
    languages: dict[str, int]
    samples: list[Sample]


@dataclass
class Broadcast:
    """`start_at` None is at once; `spread` the seconds over which the sub-districts take their turns.

    While it is freezing, `frozen_to` is the last person considered and `frozen` how many were taken. `retry` is the
    state of the recipients who are to get it once more.
    """

    id: int
    state: str
    author: int
    created: int
    changed: int
    topic: str
    urgent: int = 0
    confirmed_by: int | None = None
    audience: list[Rule] = field(default_factory=list)
    button: Button | None = None
    places: list[Place] = field(default_factory=list)
    start_at: int | None = None
    spread: int = 0
    started: int | None = None
    ended: int | None = None
    frozen_to: int = 0
    frozen: int = 0
    retry: str = ""
    counted: Counted | None = None


@dataclass(frozen=True)
class Call:
    """A method of the Bot API and its parameters, without the chat."""

    method: str
    parameters: dict[str, Any]


COLUMNS = columns(Broadcast)


async def create(tx: Transaction, author: int, topic: str, now: int) -> Broadcast:
    new = Broadcast(0, DRAFT, author, now, now, topic)
    row = await tx.fetch_one(f"{insert('broadcast', Broadcast, ('id',))} RETURNING id", _record(new))
    assert row  # noqa: S101  # RETURNING returns
    new.id = row[0]
    return new


def put(tx: Transaction, broadcast: Broadcast, now: int) -> None:
    """All of it but what the sending itself counts and decides."""
    broadcast.changed = now
    kept = ("state", "changed", "topic", "urgent", "confirmed_by", "audience", "button", "places", "start_at", "spread")
    changes = ", ".join(f"{name} = :{name}" for name in kept)
    tx.execute(f"UPDATE broadcast SET {changes} WHERE id = :id", _record(broadcast))


def note_count(tx: Transaction, broadcast: Broadcast) -> None:
    tx.execute(
        "UPDATE broadcast SET counted = :counted WHERE id = :id",
        {"id": broadcast.id, "counted": _counted_record(broadcast.counted)},
    )


async def move(tx: Transaction, broadcast_id: int, sources: tuple[str, ...], to: str, now: int) -> bool:
    """From one of these states to another; False where it is in none of them any more."""
    states = ", ".join(f"'{state}'" for state in sources)
    row = await tx.fetch_one(
        "UPDATE broadcast SET state = :to, changed = :now, ended = NULL"
        f" WHERE id = :id AND state IN ({states}) RETURNING id",
        {"id": broadcast_id, "to": to, "now": now},
    )
    return row is not None


def _record(broadcast: Broadcast) -> dict[str, Any]:
    record = values(broadcast)
    record["audience"] = to_json([values(rule) for rule in broadcast.audience])
    record["button"] = to_json(values(broadcast.button) if broadcast.button else None)
    record["places"] = to_json([values(place) for place in broadcast.places])
    record["counted"] = _counted_record(broadcast.counted)
    return record


def _counted_record(counted: Counted | None) -> str:
    if counted is None:
        return to_json(None)
    return to_json({**values(counted), "samples": [values(sample) for sample in counted.samples]})


def _counted(text: str) -> Counted | None:
    known = json.loads(text)
    if known is None or "languages" not in known:  # nor what an earlier version has counted
        return None
    return Counted(**{**known, "samples": [Sample(**sample) for sample in known["samples"]]})


def _broadcast(row: tuple[Any, ...]) -> Broadcast:
    found = Broadcast(*row)
    found.audience = [Rule(**rule) for rule in json.loads(row[8])]
    button = json.loads(row[9])
    found.button = Button(**button) if button else None
    found.places = [Place(**place) for place in json.loads(row[10])]
    found.counted = _counted(row[-1])
    return found


async def get(tx: Transaction, broadcast_id: int, *, lock: bool = True) -> Broadcast | None:
    """`lock` keeps it to this transaction; whoever only looks must not wait for those who change it."""
    kept = tx.for_update if lock else ""
    row = await tx.fetch_one(f"SELECT {COLUMNS} FROM broadcast WHERE id = :id{kept}", {"id": broadcast_id})
    return _broadcast(row) if row else None


async def draft_of(tx: Transaction, author: int) -> Broadcast | None:
    """The newest that they have not sent yet."""
    row = await tx.fetch_one(
        f"SELECT {COLUMNS} FROM broadcast WHERE author = :author AND state = 'draft' ORDER BY changed DESC, id DESC"
        " LIMIT 1",
        {"author": author},
    )
    return _broadcast(row) if row else None


async def newest(tx: Transaction, most: int, skip: int = 0) -> list[Broadcast]:
    """Those that somebody has written and that are more than a draft, the newest first."""
    # The author is no parameter: the index of what people have written is used for this very condition alone.
    rows = await tx.fetch_all(
        f"SELECT {COLUMNS} FROM broadcast WHERE state NOT IN ('draft', 'dropped') AND author <> {HOUSE}"
        " ORDER BY id DESC LIMIT :most OFFSET :skip",
        {"most": most, "skip": skip},
    )
    return [_broadcast(row) for row in rows]


async def active(tx: Transaction) -> list[Broadcast]:
    """What is scheduled, on its way, or cancelled and not yet summed up: the urgent first, then as they began."""
    rows = await tx.fetch_all(
        f"SELECT {COLUMNS} FROM broadcast WHERE state IN ('scheduled', 'freezing', 'running', 'cancelled')"
        " AND ended IS NULL ORDER BY urgent DESC, COALESCE(start_at, created), id"
    )
    return [_broadcast(row) for row in rows]


async def begin(tx: Transaction, broadcast_id: int, now: int) -> Broadcast | None:
    """As it is now that its list of people is being written down; None where somebody was faster."""
    row = await tx.fetch_one(
        "UPDATE broadcast SET state = 'freezing', started = COALESCE(started, :now), changed = :now"
        f" WHERE id = :id AND state = 'scheduled' RETURNING {COLUMNS}",
        {"id": broadcast_id, "now": now},
    )
    return _broadcast(row) if row else None


async def end(tx: Transaction, broadcast_id: int, now: int) -> bool:
    """Where nobody waits any more, or it was cancelled and nothing is under way; False otherwise."""
    row = await tx.fetch_one(
        "UPDATE broadcast SET state = CASE state WHEN 'cancelled' THEN state ELSE 'done' END, ended = :now,"
        " changed = :now WHERE id = :id AND state IN ('running', 'cancelled') AND ended IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM recipient r WHERE r.broadcast_id = :id"
        " AND (r.state = 'sending' OR (r.state = 'waiting' AND broadcast.state = 'running'))) RETURNING id",
        {"id": broadcast_id, "now": now},
    )
    return row is not None


def retry(tx: Transaction, broadcast_id: int, state: str) -> None:
    """Whose rows are to wait once more; empty when all of them do."""
    tx.execute("UPDATE broadcast SET retry = :state WHERE id = :id", {"id": broadcast_id, "state": state})


def put_content(tx: Transaction, broadcast_id: int, language: str, calls: list[Call]) -> None:
    tx.execute(
        "INSERT INTO broadcast_content (broadcast_id, language, calls) VALUES (:id, :language, :calls)"
        " ON CONFLICT (broadcast_id, language) DO UPDATE SET calls = excluded.calls",
        {"id": broadcast_id, "language": language, "calls": to_json([values(call) for call in calls])},
    )


def drop_content(tx: Transaction, broadcast_id: int, language: str) -> None:
    tx.execute(
        "DELETE FROM broadcast_content WHERE broadcast_id = :id AND language = :language",
        {"id": broadcast_id, "language": language},
    )


async def content(tx: Transaction, broadcast_id: int) -> dict[str, list[Call]]:
    """By language."""
    rows = await tx.fetch_all(
        "SELECT language, calls FROM broadcast_content WHERE broadcast_id = :id ORDER BY language", {"id": broadcast_id}
    )
    return {row[0]: [Call(**call) for call in json.loads(row[1])] for row in rows}


def move_chat(tx: Transaction, old: int, new: int) -> None:
    """A group became a supergroup: what is still to be posted there follows to its new id."""
    tx.execute(
        "UPDATE broadcast SET places = REPLACE(places, :old, :new)"
        " WHERE state IN ('draft', 'confirming', 'scheduled') AND places <> '[]'",
        {"old": in_places(old), "new": in_places(new)},
    )


def in_places(chat_id: int) -> str:
    """How a chat stands in the JSON of places, to the comma behind its number."""
    head, _, _ = to_json(values(Place(chat_id))).partition(',"thread_id"')
    return head + ","


def discard_drafts(tx: Transaction, author: int) -> None:
    """Of several drafts nobody would know which one is meant."""
    theirs = "SELECT id FROM broadcast WHERE author = :author AND state = 'draft'"
    tx.execute(f"DELETE FROM broadcast_content WHERE broadcast_id IN ({theirs})", {"author": author})
    tx.execute("UPDATE broadcast SET state = 'dropped' WHERE author = :author AND state = 'draft'", {"author": author})

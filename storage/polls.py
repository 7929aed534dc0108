"""Polls: what is asked, of whom, until when; who has answered is in votes.py."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from storage.audience.rules import Rule
from storage.broadcasts import Place, in_places
from storage.database import Transaction
from storage.recipients import LEFT
from storage.rows import columns, insert, several, to_json, values


@dataclass(frozen=True)
class Option:
    """`photo` is the file that shows it, "" for none."""

    text: str
    photo: str = ""


@dataclass
class Question:
    """`most` is how many options may be chosen; `options` are empty where the kind itself brings them."""

    id: int
    poll_id: int
    place: int
    kind: str
    words: str
    most: int = 1
    options: list[Option] = field(default_factory=list)


@dataclass
class Poll:
    """`opens` None is as soon as it is sent, `closes` None a week later. `mirror` is how channels get it."""

    id: int
    state: str
    author: int
    created: int
    changed: int
    anonymous: int
    shown: str
    audience: list[Rule] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    mirror: str = "link"
    remind: int = 1
    opens: int | None = None
    closes: int | None = None
    reminded: int | None = None
    closed: int | None = None
    questions: list[Question] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What it goes by: its first question."""
        return self.questions[0].words if self.questions else ""


@dataclass(frozen=True)
class Decision:
    """What has come of it, as a manager tells the people."""

    id: int
    poll_id: int
    kind: str
    words: str
    author: int
    at: int


OWN = tuple(name for name in Poll.__dataclass_fields__ if name != "questions")
COLUMNS = ", ".join(f"p.{name}" for name in OWN)
QUESTION = columns(Question, "q.")


async def create(tx: Transaction, poll: Poll) -> Poll:
    """A new one, without its questions."""
    names = [name for name in OWN if name != "id"]
    row = await tx.fetch_one(
        f"INSERT INTO poll ({', '.join(names)}) VALUES ({', '.join(f':{name}' for name in names)}) RETURNING id",
        _record(poll),
    )
    assert row  # noqa: S101  # RETURNING returns
    poll.id = row[0]
    return poll


def put(tx: Transaction, poll: Poll, now: int) -> None:
    """All of it but its questions."""
    poll.changed = now
    changes = ", ".join(f"{name} = :{name}" for name in OWN if name not in {"id", "author", "created"})
    tx.execute(f"UPDATE poll SET {changes} WHERE id = :id", _record(poll))


def _record(poll: Poll) -> dict[str, Any]:
    record = {name: getattr(poll, name) for name in OWN}
    record["audience"] = to_json([values(rule) for rule in poll.audience])
    record["places"] = to_json([values(place) for place in poll.places])
    return record


def _poll(row: tuple[Any, ...]) -> Poll:
    found = Poll(*row)
    found.audience = [Rule(**rule) for rule in json.loads(row[OWN.index("audience")])]
    found.places = [Place(**place) for place in json.loads(row[OWN.index("places")])]
    return found


async def add_question(tx: Transaction, question: Question) -> Question:
    record = values(question)
    record["options"] = to_json([values(option) for option in question.options])
    row = await tx.fetch_one(insert("poll_question", Question, ("id",)) + " RETURNING id", record)
    assert row  # noqa: S101  # RETURNING returns
    question.id = row[0]
    return question


def drop_question(tx: Transaction, question_id: int) -> None:
    tx.execute("DELETE FROM poll_question WHERE id = :id", {"id": question_id})


def _with_questions(rows: list[tuple[Any, ...]]) -> list[Poll]:
    """Polls and their questions as one join gives them."""
    found: dict[int, Poll] = {}
    for row in rows:
        if row[0] not in found:
            found[row[0]] = _poll(row[: len(OWN)])
        asked = row[len(OWN) :]
        if asked[0] is not None:
            question = Question(*asked)
            question.options = [Option(**option) for option in json.loads(asked[-1])]
            found[row[0]].questions.append(question)
    return list(found.values())


JOINED = f"SELECT {COLUMNS}, {QUESTION} FROM poll p LEFT JOIN poll_question q ON q.poll_id = p.id"


async def get(tx: Transaction, poll_id: int, *, lock: str = "") -> Poll | None:
    """`lock` "share" keeps it as it is until the commit; "update" keeps everybody else away from it."""
    kept = f" FOR {lock.upper()} OF p" if lock and tx.for_update else ""
    rows = await tx.fetch_all(f"{JOINED} WHERE p.id = :id ORDER BY q.place{kept}", {"id": poll_id})
    found = _with_questions(rows)
    return found[0] if found else None


async def move(tx: Transaction, poll_id: int, sources: tuple[str, ...], to: str, now: int) -> bool:
    """From one of these states to another; False where it is in none of them any more."""
    wanted, parameters = several("state", sources)
    row = await tx.fetch_one(
        f"UPDATE poll SET state = :to, changed = :now WHERE id = :id AND state IN {wanted} RETURNING id",
        {"id": poll_id, "to": to, "now": now, **parameters},
    )
    return row is not None


async def in_states(tx: Transaction, states: tuple[str, ...], most: int, skip: int = 0) -> list[Poll]:
    """The newest first."""
    wanted, parameters = several("state", states)
    chosen = f"SELECT id FROM poll WHERE state IN {wanted} ORDER BY id DESC LIMIT :most OFFSET :skip"
    rows = await tx.fetch_all(
        f"{JOINED} WHERE p.id IN ({chosen}) ORDER BY p.id DESC, q.place", {**parameters, "most": most, "skip": skip}
    )
    return _with_questions(rows)


async def closed_since(tx: Transaction, since: int) -> list[Poll]:
    rows = await tx.fetch_all(
        f"{JOINED} WHERE p.state IN ('closed', 'decided') AND p.closed >= :since ORDER BY p.id DESC, q.place",
        {"since": since},
    )
    return _with_questions(rows)


async def draft_of(tx: Transaction, author: int) -> Poll | None:
    """The newest that they have not sent yet."""
    row = await tx.fetch_one(
        "SELECT id FROM poll WHERE author = :author AND state = 'draft' ORDER BY changed DESC, id DESC LIMIT 1",
        {"author": author},
    )
    return await get(tx, row[0]) if row else None


def discard_drafts(tx: Transaction, author: int) -> None:
    """Of several drafts nobody would know which one is meant. Their rows stay: nothing else ever gets their number."""
    tx.execute("UPDATE poll SET state = 'dropped' WHERE author = :author AND state = 'draft'", {"author": author})


# What goes out


def note_sending(tx: Transaction, poll_id: int, broadcast_id: int, kind: str) -> None:
    tx.execute(
        "INSERT INTO poll_sending (broadcast_id, poll_id, kind) VALUES (:broadcast, :poll, :kind)",
        {"broadcast": broadcast_id, "poll": poll_id, "kind": kind},
    )


async def sendings(tx: Transaction, poll_id: int) -> list[tuple[int, str]]:
    """Numbers of broadcasts, with what each was for."""
    rows = await tx.fetch_all(
        "SELECT broadcast_id, kind FROM poll_sending WHERE poll_id = :id ORDER BY broadcast_id", {"id": poll_id}
    )
    return [(row[0], row[1]) for row in rows]


async def of_broadcast(tx: Transaction, broadcast_id: int) -> Poll | None:
    """The poll that this broadcast was sent for."""
    row = await tx.fetch_one("SELECT poll_id FROM poll_sending WHERE broadcast_id = :id", {"id": broadcast_id})
    return await get(tx, row[0]) if row else None


def move_chat(tx: Transaction, old: int, new: int) -> None:
    """A group became a supergroup: a poll that is still to be posted there follows to its new id."""
    tx.execute(
        "UPDATE poll SET places = REPLACE(places, :old, :new) WHERE state IN ('draft', 'scheduled') AND places <> '[]'",
        {"old": in_places(old), "new": in_places(new)},
    )


def remind_no_more(tx: Transaction, poll_id: int, person_id: int) -> None:
    """Whoever has answered while a reminder is on its way waits for it no longer."""
    reminders = "SELECT broadcast_id FROM poll_sending WHERE poll_id = :poll AND kind = 'reminder'"
    tx.execute(
        "UPDATE recipient SET state = :state WHERE person_id = :person AND state = 'waiting'"
        f" AND broadcast_id IN ({reminders})",
        {"poll": poll_id, "person": person_id, "state": LEFT},
    )


# What comes of it


def keep_result(tx: Transaction, poll_id: int, found: str) -> None:
    tx.execute(
        "INSERT INTO poll_result (poll_id, found) VALUES (:poll, :found) ON CONFLICT (poll_id) DO NOTHING",
        {"poll": poll_id, "found": found},
    )


async def kept_result(tx: Transaction, poll_id: int) -> str | None:
    row = await tx.fetch_one("SELECT found FROM poll_result WHERE poll_id = :id", {"id": poll_id})
    return row[0] if row else None


def decide(tx: Transaction, decision: Decision) -> None:
    tx.execute(insert("poll_decision", Decision, ("id",)), values(decision))


async def decisions(tx: Transaction, poll_id: int) -> list[Decision]:
    rows = await tx.fetch_all(
        f"SELECT {columns(Decision)} FROM poll_decision WHERE poll_id = :id ORDER BY id", {"id": poll_id}
    )
    return [Decision(*row) for row in rows]


# Pictures of results, which are drawn once


async def picture(tx: Transaction, poll_id: int, area: str, language: str) -> tuple[str, bytes] | None:
    """What it shows, and the picture."""
    row = await tx.fetch_one(
        "SELECT shows, data FROM poll_picture WHERE poll_id = :poll AND area = :area AND language = :language",
        {"poll": poll_id, "area": area, "language": language},
    )
    return (row[0], bytes(row[1])) if row else None


def put_picture(tx: Transaction, poll_id: int, area: str, language: str, shows: str, data: bytes) -> None:
    tx.execute(
        "INSERT INTO poll_picture (poll_id, area, language, shows, data)"
        " VALUES (:poll, :area, :language, :shows, :data)"
        " ON CONFLICT (poll_id, area, language) DO UPDATE SET shows = excluded.shows, data = excluded.data",
        {"poll": poll_id, "area": area, "language": language, "shows": shows, "data": data},
    )

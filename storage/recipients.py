"""The people of a broadcast: a row for each, frozen when it begins, with what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from storage.audience.rules import Rule, where
from storage.broadcasts import Broadcast
from storage.database import Transaction
from storage.rows import several

WAITING, SENDING = "waiting", "sending"
SENT, AWAY, FAILED, UNSURE = "sent", "away", "failed", "unsure"
LEFT, CAPPED = "left", "capped"  # has turned the topic off since; has had enough this week
WEEK = 7 * 86400
LISTS = 0  # what is locked by whoever writes a list that counts others; people's own numbers are above


class Addressee(NamedTuple):
    person_id: int
    language: str


class Claimed(NamedTuple):
    """Those who are to get it now. `dry` when nobody else's turn has come, however few these are."""

    people: list[Addressee]
    dry: bool


@dataclass(frozen=True)
class Recipient:
    """A line of the list that administrators get."""

    person_id: int
    first_name: str
    language: str
    state: str
    error: str
    at: int


@dataclass(frozen=True)
class Turns:
    """When whom: seconds after the beginning for each area that people live in, by its code.

    Whoever has not said where they live comes anywhere within `spread` seconds.
    """

    offsets: Mapping[str, int]
    spread: int = 0


async def freeze(
    tx: Transaction, broadcast: Broadcast, rules: Sequence[Rule], turns: Turns, cap: int, now: int, step: int | None
) -> bool:
    """Write down the next `step` people, None for all at once; False when all have been considered.

    `cap` is how many bulk messages a week somebody may get; 0 for no limit.
    """
    last = None if step is None else await _last_of(tx, broadcast.frozen_to, step)
    if cap:
        tx.lock([LISTS])  # or two lists that are written at once would not count each other's people
    held, parameters = where(rules, now)
    due, offsets = _due(turns, broadcast.started or now)
    upto = "" if last is None else " AND p.id <= :upto"
    base = {"broadcast": broadcast.id, "after": broadcast.frozen_to, "upto": last}
    inserted = await tx.fetch_all(
        "INSERT INTO recipient (broadcast_id, person_id, language, due, state, at)"
        f" SELECT :broadcast, p.id, p.language, {due}, {_state(cap)}, :now FROM person p"
        f" WHERE p.id > :after{upto} AND {held} ON CONFLICT DO NOTHING RETURNING person_id",
        {**base, **parameters, **offsets, "cap": cap, "since": now - WEEK},
    )
    broadcast.frozen += len(inserted)
    broadcast.frozen_to = broadcast.frozen_to if last is None else last
    tx.execute(
        "UPDATE broadcast SET frozen_to = :to, frozen = :frozen, state = :state WHERE id = :id AND state = 'freezing'",
        {
            "id": broadcast.id, "to": broadcast.frozen_to, "frozen": broadcast.frozen,
            "state": "running" if last is None else "freezing",
        },
    )  # fmt: skip
    return last is not None


async def _last_of(tx: Transaction, after: int, step: int) -> int | None:
    """The last of the next `step` people; None when there are fewer."""
    row = await tx.fetch_one(
        "SELECT id FROM person WHERE id > :after ORDER BY id LIMIT 1 OFFSET :skip", {"after": after, "skip": step - 1}
    )
    return row[0] if row else None


def _due(turns: Turns, start: int) -> tuple[str, dict[str, Any]]:
    """When somebody's turn comes, in SQL; without turns always, whatever becomes of the clock."""
    if not turns.spread:
        return "0", {}
    parameters: dict[str, Any] = {"start": start, "spread": turns.spread}
    cases = []
    for number, offset in enumerate(sorted(set(turns.offsets.values()))):
        wanted, named = several(f"turn{number}_", [code for code, at in turns.offsets.items() if at == offset])
        parameters |= {**named, f"offset{number}": offset}
        cases.append(f"WHEN p.home IN {wanted} THEN CAST(:offset{number} AS BIGINT)")
    return f":start + CASE {' '.join(cases)} ELSE p.id % :spread END", parameters


def _state(cap: int) -> str:
    if not cap:
        return "'waiting'"
    # Of what still waits only what they will get: whoever has turned its topic off meanwhile is passed over.
    enough = (
        "(SELECT COUNT(*) FROM recipient c JOIN broadcast b ON b.id = c.broadcast_id"
        " WHERE c.person_id = p.id AND c.at > :since AND (c.state IN ('sending', 'sent', 'unsure')"
        " OR (c.state = 'waiting' AND b.state <> 'cancelled' AND NOT EXISTS"
        " (SELECT 1 FROM topic_off o WHERE o.person_id = c.person_id AND o.topic = b.topic)))) >= :cap"
    )
    return f"CASE WHEN {enough} THEN 'capped' ELSE 'waiting' END"


async def claim(tx: Transaction, broadcast: Broadcast, owner: str, now: int, limit: int) -> Claimed:
    """Of the next `limit` people whose turn has come those who are still there; nobody unless it is running just now.

    Their rows count as under way; whoever has left in the meantime, however late, is written down as such.
    """
    # Rows that somebody works on just now are left: another leader claims them, or the person answers the poll that
    # they are to be reminded of.
    skip = " FOR UPDATE OF r SKIP LOCKED" if tx.for_update else ""
    rows = await tx.fetch_all(
        "SELECT r.person_id, r.language, p.away, COALESCE(t.person_id, v.person_id) FROM recipient r"
        " JOIN person p ON p.id = r.person_id"
        " LEFT JOIN topic_off t ON t.person_id = r.person_id AND t.topic = :topic"
        # Whoever answered while their reminder was being written down could not be taken off the list any more.
        " LEFT JOIN poll_sending s ON s.broadcast_id = r.broadcast_id AND s.kind = 'reminder'"
        " LEFT JOIN voter v ON v.poll_id = s.poll_id AND v.person_id = r.person_id"
        " WHERE r.broadcast_id = :id AND r.state = 'waiting' AND r.due <= :now"
        " AND EXISTS (SELECT 1 FROM broadcast WHERE id = :id AND state = 'running')"
        f" ORDER BY r.due, r.person_id LIMIT :limit{skip}",
        {"id": broadcast.id, "topic": broadcast.topic, "now": now, "limit": limit},
    )
    there = [Addressee(person, language) for person, language, away, left in rows if not away and left is None]
    _mark(tx, broadcast.id, SENDING, [to.person_id for to in there], owner, now)
    _mark(tx, broadcast.id, AWAY, [row[0] for row in rows if row[2]], None, now)
    _mark(tx, broadcast.id, LEFT, [row[0] for row in rows if row[3] is not None and not row[2]], None, now)
    return Claimed(there, dry=len(rows) < limit)


def _mark(tx: Transaction, number: int, state: str, people: Sequence[int], owner: str | None, now: int) -> None:
    if people:
        wanted, parameters = several("p", people)
        tx.execute(
            "UPDATE recipient SET state = :state, owner = :owner, at = :now"
            f" WHERE broadcast_id = :id AND person_id IN {wanted}",
            {"id": number, "state": state, "owner": owner, "now": now, **parameters},
        )


def sent(tx: Transaction, broadcast_id: int, owner: str, people: Iterable[int]) -> None:
    """Those whom `owner` still has under way."""
    wanted, parameters = several("p", people)
    tx.execute(
        "UPDATE recipient SET state = 'sent', owner = NULL"
        f" WHERE broadcast_id = :id AND person_id IN {wanted} AND state = 'sending' AND owner = :owner",
        {"id": broadcast_id, "owner": owner, **parameters},
    )


def close(tx: Transaction, broadcast_id: int, owner: str, person_id: int, state: str, error: str) -> None:
    """`waiting` again, or the end of it, for somebody whom `owner` still has under way."""
    tx.execute(
        "UPDATE recipient SET state = :state, owner = NULL, error = :error"
        " WHERE broadcast_id = :id AND person_id = :person AND state = 'sending' AND owner = :owner",
        {"id": broadcast_id, "owner": owner, "person": person_id, "state": state, "error": error},
    )


async def adopt(tx: Transaction, owner: str) -> int:
    """After a crash: what a dead process had under way may have arrived. How many are unsure.

    Call it with the delivery lease in hand: then no other process sends.
    """
    rows = await tx.fetch_all(
        "UPDATE recipient SET state = 'unsure', owner = NULL, error = 'the bot was interrupted'"
        " WHERE state = 'sending' AND owner <> :owner RETURNING person_id",
        {"owner": owner},
    )
    return len(rows)


async def held_by(tx: Transaction, owner: str) -> list[tuple[int, int]]:
    """What this process should have under way: numbers of broadcasts and of people."""
    rows = await tx.fetch_all(
        "SELECT broadcast_id, person_id FROM recipient WHERE state = 'sending' AND owner = :owner", {"owner": owner}
    )
    return [(row[0], row[1]) for row in rows]


async def next_due(tx: Transaction, broadcast_id: int) -> int | None:
    """When the next turn comes; None when nobody waits any more."""
    row = await tx.fetch_one(
        "SELECT MIN(due) FROM recipient WHERE broadcast_id = :id AND state = 'waiting'", {"id": broadcast_id}
    )
    return row[0] if row else None


async def is_under_way(tx: Transaction, broadcast_id: int) -> bool:
    row = await tx.fetch_one(
        "SELECT 1 FROM recipient WHERE state = 'sending' AND broadcast_id = :id LIMIT 1", {"id": broadcast_id}
    )
    return row is not None


async def counts(tx: Transaction, broadcast_id: int) -> dict[str, int]:
    """How many are in each state."""
    rows = await tx.fetch_all(
        "SELECT state, COUNT(*) FROM recipient WHERE broadcast_id = :id GROUP BY state", {"id": broadcast_id}
    )
    return {row[0]: int(row[1]) for row in rows}


async def reasons(tx: Transaction, broadcast_id: int, most: int) -> list[tuple[str, int]]:
    """Why messages failed, the most frequent reason first."""
    rows = await tx.fetch_all(
        "SELECT error, COUNT(*) FROM recipient WHERE broadcast_id = :id AND state = 'failed'"
        " GROUP BY error ORDER BY COUNT(*) DESC, error LIMIT :most",
        {"id": broadcast_id, "most": most},
    )
    return [(row[0] or "", int(row[1])) for row in rows]


async def listed(tx: Transaction, broadcast_id: int, after: int, most: int) -> list[Recipient]:
    """The list, by the person's number, from the one behind `after` on."""
    rows = await tx.fetch_all(
        "SELECT r.person_id, p.first_name, r.language, r.state, COALESCE(r.error, ''), r.at FROM recipient r"
        " JOIN person p ON p.id = r.person_id WHERE r.broadcast_id = :id AND r.person_id > :after"
        " ORDER BY r.person_id LIMIT :most",
        {"id": broadcast_id, "after": after, "most": most},
    )
    return [Recipient(*row) for row in rows]


async def again(tx: Transaction, broadcast_id: int, state: str, before: int, now: int, step: int) -> bool:
    """The next of those who failed, or were unsure, before this moment wait once more; False when it was the last."""
    rows = await tx.fetch_all(
        "UPDATE recipient SET state = 'waiting', error = NULL, due = 0, at = :now WHERE broadcast_id = :id"
        " AND person_id IN (SELECT person_id FROM recipient WHERE broadcast_id = :id AND state = :state"
        " AND at <= :before LIMIT :step) AND state = :state RETURNING person_id",
        {"id": broadcast_id, "state": state, "before": before, "now": now, "step": step},
    )
    return len(rows) == step

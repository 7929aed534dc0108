"""Whoever has spoken to the bot, what they may do, and where they are in a conversation."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from storage.database import Transaction
from storage.rows import columns, insert, several, to_json, values

EVERYWHERE = "*"  # the area of a role that holds for the whole city


@dataclass
class Person:
    """`id` is Telegram's; `away` when they have blocked the bot; `home` the area they say they live in, if they do.

    `seen` is when they last wrote to the bot in private, as exact as a day; 0 when they never did.
    """

    id: int
    first_name: str
    language: str
    away: int
    created: int
    home: str = ""
    seen: int = 0


@dataclass
class Dialogue:
    """What the bot asked last and is waiting for; `step` is empty when it waits for nothing."""

    step: str = ""
    data: dict[str, Any] = field(default_factory=dict)


@dataclass
class Caller:
    """A person with what the bot remembers of the conversation: all that an update needs to be understood."""

    person: Person | None
    dialogue: Dialogue
    draft: dict[str, Any] | None
    draft_changed: int = 0


@dataclass
class Role:
    person_id: int
    kind: str
    area: str
    granted_by: int
    granted_at: int


@dataclass
class Invite:
    """A link that can be used once; only the SHA-256 of its secret is kept."""

    hash: str
    kind: str
    area: str
    created_by: int
    created: int
    expires: int
    used_by: int | None = None
    used_at: int | None = None


async def callers(tx: Transaction, ids: Iterable[int]) -> dict[int, Caller]:
    """Everybody of a batch in one query; other processes serve nobody of them until the commit."""
    known = list(ids)
    tx.lock(known)  # first, since a query sees what was there when it began
    wanted, parameters = several("id", known)
    rows = await tx.fetch_all(
        f"SELECT {columns(Person, 'p.')}, d.step, d.data, f.data, f.changed FROM person p"
        " LEFT JOIN dialogue d ON d.person_id = p.id LEFT JOIN draft f ON f.person_id = p.id"
        f" WHERE p.id IN {wanted}",
        parameters,
    )
    return {row[0]: _caller(row) for row in rows}


def _caller(row: tuple[Any, ...]) -> Caller:
    step, data, draft, changed = row[-4:]
    dialogue = Dialogue(step, json.loads(data)) if step else Dialogue()
    return Caller(Person(*row[:-4]), dialogue, json.loads(draft) if draft else None, changed or 0)


async def get(tx: Transaction, person_id: int) -> Person | None:
    row = await tx.fetch_one(f"SELECT {columns(Person)} FROM person WHERE id = :id", {"id": person_id})
    return Person(*row) if row else None


async def several_people(tx: Transaction, ids: Iterable[int]) -> dict[int, Person]:
    wanted, parameters = several("id", ids)
    rows = await tx.fetch_all(f"SELECT {columns(Person)} FROM person WHERE id IN {wanted}", parameters)
    return {row[0]: Person(*row) for row in rows}


def put(tx: Transaction, person: Person) -> None:
    tx.execute(
        insert("person", Person) + " ON CONFLICT (id) DO UPDATE SET first_name = excluded.first_name,"
        " language = excluded.language, away = excluded.away, home = excluded.home, seen = excluded.seen",
        values(person),
    )


def mark_away(tx: Transaction, person_id: int, *, away: bool) -> None:
    tx.execute("UPDATE person SET away = :away WHERE id = :id", {"away": int(away), "id": person_id})


def put_dialogue(tx: Transaction, person_id: int, dialogue: Dialogue, now: int) -> None:
    if not dialogue.step:
        tx.execute("DELETE FROM dialogue WHERE person_id = :id", {"id": person_id})
        return
    tx.execute(
        "INSERT INTO dialogue (person_id, step, data, changed) VALUES (:id, :step, :data, :now) ON CONFLICT (person_id)"
        " DO UPDATE SET step = excluded.step, data = excluded.data, changed = excluded.changed",
        {"id": person_id, "step": dialogue.step, "data": to_json(dialogue.data), "now": now},
    )


def put_draft(tx: Transaction, person_id: int, draft: dict[str, Any] | None, now: int) -> None:
    if draft is None:
        tx.execute("DELETE FROM draft WHERE person_id = :id", {"id": person_id})
        return
    tx.execute(
        "INSERT INTO draft (person_id, data, changed) VALUES (:id, :data, :now) ON CONFLICT (person_id)"
        " DO UPDATE SET data = excluded.data, changed = excluded.changed",
        {"id": person_id, "data": to_json(draft), "now": now},
    )


def forget_drafts(tx: Transaction, before: int) -> None:
    tx.execute("DELETE FROM draft WHERE changed < :before", {"before": before})


async def roles_of(tx: Transaction, person_id: int) -> list[Role]:
    rows = await tx.fetch_all(f"SELECT {columns(Role)} FROM role WHERE person_id = :id", {"id": person_id})
    return [Role(*row) for row in rows]


async def all_roles(tx: Transaction) -> list[tuple[Role, Person]]:
    rows = await tx.fetch_all(
        f"SELECT {columns(Role, 'r.')}, {columns(Person, 'p.')} FROM role r JOIN person p ON p.id = r.person_id"
        " ORDER BY r.kind, r.area, r.granted_at"
    )
    return [(Role(*row[:5]), Person(*row[5:])) for row in rows]


def grant(tx: Transaction, role: Role) -> None:
    tx.execute(insert("role", Role) + " ON CONFLICT DO NOTHING", values(role))


async def revoke(tx: Transaction, person_id: int, kind: str, area: str) -> bool:
    """Whether there was such a role."""
    row = await tx.fetch_one(
        "DELETE FROM role WHERE person_id = :id AND kind = :kind AND area = :area RETURNING kind",
        {"id": person_id, "kind": kind, "area": area},
    )
    return row is not None


def put_invite(tx: Transaction, invite: Invite) -> None:
    tx.execute(insert("invite", Invite), values(invite))


async def use_invite(tx: Transaction, digest: str, person_id: int, now: int) -> Invite | None:
    """Marks it used, so that it works once whoever else tries at the same moment; None when it is not valid."""
    row = await tx.fetch_one(
        "UPDATE invite SET used_by = :person, used_at = :now WHERE hash = :hash AND used_by IS NULL"
        f" AND expires > :now RETURNING {columns(Invite)}",
        {"person": person_id, "now": now, "hash": digest},
    )
    return Invite(*row) if row else None


def note(tx: Transaction, actor: int, action: str, subject: str, now: int) -> None:
    """An audit entry: who changed who may do what."""
    tx.execute(
        "INSERT INTO audit (at, actor, action, subject) VALUES (:now, :actor, :action, :subject)",
        {"now": now, "actor": actor, "action": action, "subject": subject},
    )

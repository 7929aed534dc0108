"""The city as imported: areas, categories, cultural centres; and which chat works for which area."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from storage.database import Transaction
from storage.rows import columns, insert, values

Names = dict[str, str]  # by language


@dataclass
class Area:
    code: str
    parent: str | None
    kind: str
    name: Names
    lat: float | None
    lon: float | None
    polygon: dict[str, Any] | None
    aliases: list[str]
    position: int
    retired: int = 0


@dataclass
class Category:
    """`details` holds what differs between the two levels: unit and emoji above; deadline, radius, words below."""

    code: str
    parent: str | None
    name: Names
    details: dict[str, Any]
    position: int
    retired: int = 0


@dataclass
class Centre:
    code: str
    area: str
    name: Names
    kind: Names
    position: int
    retired: int = 0
    lat: float | None = None
    lon: float | None = None


@dataclass
class Binding:
    """The chat (and topic, 0 for none) whose members work for an area."""

    area: str
    chat_id: int
    thread_id: int
    title: str
    bound_by: int
    bound_at: int


def _put(tx: Transaction, table: str, thing: Area | Category | Centre, jsons: set[str]) -> None:
    record = values(thing)
    for name in jsons:
        record[name] = json.dumps(record[name], ensure_ascii=False)
    changes = ", ".join(f"{name} = excluded.{name}" for name in record if name != "code")
    tx.execute(f"{insert(table, type(thing))} ON CONFLICT (code) DO UPDATE SET {changes}", record)  # type: ignore[arg-type]  # classes are hashable


def put_area(tx: Transaction, area: Area) -> None:
    _put(tx, "area", area, {"name", "aliases", "polygon"})


def put_category(tx: Transaction, category: Category) -> None:
    _put(tx, "category", category, {"name", "details"})


def put_centre(tx: Transaction, centre: Centre) -> None:
    _put(tx, "centre", centre, {"name", "kind"})


def retire_all(tx: Transaction) -> None:
    """Before an import: whatever the file does not name again stays retired, since reports may refer to it."""
    for table in ("area", "category", "centre"):
        tx.execute(f"UPDATE {table} SET retired = 1")


async def areas(tx: Transaction) -> list[Area]:
    rows = await tx.fetch_all(f"SELECT {columns(Area)} FROM area ORDER BY position")
    return [_area(*row) for row in rows]


def _area(code: str, parent: str | None, kind: str, name: str, *rest: Any) -> Area:
    lat, lon, polygon, aliases, *order = rest
    return Area(code, parent, kind, json.loads(name), lat, lon, json.loads(polygon), json.loads(aliases), *order)


async def categories(tx: Transaction) -> list[Category]:
    rows = await tx.fetch_all(f"SELECT {columns(Category)} FROM category ORDER BY position")
    return [Category(row[0], row[1], json.loads(row[2]), json.loads(row[3]), *row[4:]) for row in rows]


async def centres(tx: Transaction) -> list[Centre]:
    rows = await tx.fetch_all(f"SELECT {columns(Centre)} FROM centre ORDER BY position")
    return [Centre(row[0], row[1], json.loads(row[2]), json.loads(row[3]), *row[4:]) for row in rows]


def bind(tx: Transaction, binding: Binding) -> None:
    tx.execute(
        insert("binding", Binding) + " ON CONFLICT (area) DO UPDATE SET chat_id = excluded.chat_id,"
        " thread_id = excluded.thread_id, title = excluded.title, bound_by = excluded.bound_by,"
        " bound_at = excluded.bound_at",
        values(binding),
    )


async def bindings(tx: Transaction) -> list[Binding]:
    return [Binding(*row) for row in await tx.fetch_all(f"SELECT {columns(Binding)} FROM binding ORDER BY area")]


async def unbind(tx: Transaction, chat_id: int, thread_id: int | None = None) -> list[str]:
    """The areas that lose their chat, or only those of one topic."""
    topic = "" if thread_id is None else " AND thread_id = :thread"
    rows = await tx.fetch_all(
        f"DELETE FROM binding WHERE chat_id = :chat{topic} RETURNING area", {"chat": chat_id, "thread": thread_id}
    )
    return [row[0] for row in rows]


def move_chat(tx: Transaction, old: int, new: int) -> None:
    """A group became a supergroup: everything tied to its old id follows. Old message ids do not."""
    ids = {"old": old, "new": new}
    tx.execute("UPDATE binding SET chat_id = :new WHERE chat_id = :old", ids)
    tx.execute("UPDATE report SET card_chat = :new WHERE card_chat = :old AND open = 1", ids)
    tx.execute("UPDATE outbox SET chat_id = :new WHERE chat_id = :old", ids)


async def closed_days(tx: Transaction) -> set[str]:
    """YYYY-MM-DD, Gregorian."""
    return {row[0] for row in await tx.fetch_all("SELECT day FROM closed_day")}

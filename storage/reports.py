"""Reports, and finding them: by code, by resident, by desk, nearby."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import columns, insert, several, values


@dataclass
class Report:
    """`area` is where it is, `desk` the area whose managers work on it; times are UTC seconds.

    `resume` is the state to come back to when the resident has answered. `card` counts the cards posted (a
    referral posts a new one); `card_chat`, `card_thread` and `card_kind` (photo or text) tell of the last.
    """

    id: int
    code: str
    reporter: int
    anonymous: int
    category: str
    area: str
    desk: str
    words: str
    landmark: str
    lat: float | None
    lon: float | None
    cell: int | None
    cover: str | None
    state: str
    open: int
    created: int
    due: int
    changed: int
    worker: int | None = None
    resume: str | None = None
    supporters: int = 0
    card: int = 0
    card_chat: int | None = None
    card_thread: int | None = None
    card_kind: str | None = None


@dataclass
class Nearby:
    """What a duplicate search gives: enough to judge whether it is close and recent enough."""

    id: int
    lat: float
    lon: float
    created: int


REPORT = columns(Report)


async def add(tx: Transaction, report: Report) -> int | None:
    """The new id, or None when the code is taken: draw another."""
    row = await tx.fetch_one(
        insert("report", Report, without=("id",)) + " ON CONFLICT (code) DO NOTHING RETURNING id",
        values(report),
    )
    return row[0] if row else None


def save(tx: Transaction, report: Report) -> None:
    """Write what changes in a report's life; what the resident filed and where its card hangs stay as they are."""
    tx.execute(
        "UPDATE report SET desk = :desk, state = :state, open = :open, changed = :changed, worker = :worker,"
        " resume = :resume, supporters = :supporters, cover = :cover WHERE id = :id",
        values(report),
    )


def hang(tx: Transaction, report: Report) -> None:
    """Write where its card hangs, and nothing else: the rest may have changed since it was read."""
    tx.execute(
        "UPDATE report SET card = :card, card_chat = :card_chat, card_thread = :card_thread, card_kind = :card_kind"
        " WHERE id = :id",
        values(report),
    )


async def get(tx: Transaction, report_id: int, *, lock: bool = False) -> Report | None:
    """`lock` keeps other processes from changing it until the commit."""
    end = tx.for_update if lock else ""
    row = await tx.fetch_one(f"SELECT {REPORT} FROM report WHERE id = :id{end}", {"id": report_id})
    return Report(*row) if row else None


async def by_code(tx: Transaction, code: str) -> Report | None:
    row = await tx.fetch_one(f"SELECT {REPORT} FROM report WHERE code = :code", {"code": code})
    return Report(*row) if row else None


async def several_reports(tx: Transaction, ids: Iterable[int]) -> dict[int, Report]:
    wanted, parameters = several("id", ids)
    rows = await tx.fetch_all(f"SELECT {REPORT} FROM report WHERE id IN {wanted}", parameters)
    return {row[0]: Report(*row) for row in rows}


async def nearby(tx: Transaction, category: str, cells: list[int], since: int) -> list[Nearby]:
    """Open reports of a category in these grid cells, filed since then."""
    wanted, parameters = several("c", cells)
    rows = await tx.fetch_all(
        "SELECT id, lat, lon, created FROM report WHERE open = 1 AND category = :category"
        f" AND cell IN {wanted} AND created > :since",
        {"category": category, "since": since, **parameters},
    )
    return [Nearby(*row) for row in rows]


async def filed_since(tx: Transaction, person_id: int, day: int, minutes: int) -> tuple[int, int]:
    """How many reports somebody has filed since each of two moments."""
    row = await tx.fetch_one(
        "SELECT COUNT(*), COALESCE(SUM(CASE WHEN created > :minutes THEN 1 ELSE 0 END), 0) FROM report"
        " WHERE reporter = :person AND created > :day",
        {"person": person_id, "day": day, "minutes": minutes},
    )
    return (int(row[0]), int(row[1])) if row else (0, 0)


async def last_area(tx: Transaction, person_id: int, areas: Iterable[str]) -> str | None:
    """Where among these areas somebody has reported something last."""
    wanted, parameters = several("area", areas)
    row = await tx.fetch_one(
        f"SELECT area FROM report WHERE reporter = :person AND area IN {wanted} ORDER BY created DESC, id DESC LIMIT 1",
        {"person": person_id, **parameters},
    )
    return row[0] if row else None


async def followed_by(tx: Transaction, person_id: int, limit: int, skip: int = 0) -> list[Report]:
    """The reports somebody filed or joined, newest first."""
    rows = await tx.fetch_all(
        f"SELECT {REPORT} FROM report WHERE id IN (SELECT id FROM report WHERE reporter = :person"
        " UNION SELECT report_id FROM supporter WHERE person_id = :person)"
        " ORDER BY created DESC, id DESC LIMIT :limit OFFSET :skip",
        {"person": person_id, "limit": limit, "skip": skip},
    )
    return [Report(*row) for row in rows]


async def open_at(
    tx: Transaction, desks: Iterable[str], limit: int, skip: int = 0, due_before: int | None = None, *,
    lock: bool = False,
) -> list[Report]:  # fmt: skip
    """Open reports of these desks, the soonest due first; with `due_before` only those overdue then.

    `lock` is for whoever moves their cards: nobody takes a step meanwhile of which the new card would not know.
    """
    wanted, parameters = several("desk", desks)
    overdue = " AND due < :before" if due_before is not None else ""
    end = tx.for_update if lock else ""
    rows = await tx.fetch_all(
        f"SELECT {REPORT} FROM report WHERE open = 1 AND desk IN {wanted}{overdue}"
        f" ORDER BY due, id LIMIT :limit OFFSET :skip{end}",
        {"limit": limit, "skip": skip, "before": due_before, **parameters},
    )
    return [Report(*row) for row in rows]


async def open_by_state(tx: Transaction, desks: Iterable[str], now: int) -> list[tuple[str, int, int]]:
    """(state, how many open, how many of them overdue) at these desks."""
    wanted, parameters = several("desk", desks)
    rows = await tx.fetch_all(
        "SELECT state, COUNT(*), SUM(CASE WHEN due < :now THEN 1 ELSE 0 END) FROM report"
        f" WHERE open = 1 AND desk IN {wanted} GROUP BY state",
        {"now": now, **parameters},
    )
    return [(row[0], int(row[1]), int(row[2])) for row in rows]


async def with_card_in(tx: Transaction, chat_id: int) -> list[Report]:
    """Open reports whose card hangs in this chat, locked: their cards are to move."""
    rows = await tx.fetch_all(
        f"SELECT {REPORT} FROM report WHERE open = 1 AND card_chat = :chat ORDER BY id{tx.for_update}",
        {"chat": chat_id},
    )
    return [Report(*row) for row in rows]


async def without_card(tx: Transaction, limit: int) -> list[Report]:
    """Open reports whose card hangs in no group, the soonest due first, locked: somebody else is to get them."""
    rows = await tx.fetch_all(
        f"SELECT {REPORT} FROM report WHERE open = 1 AND card_chat IS NULL ORDER BY due, id LIMIT :limit"
        f"{tx.for_update}",
        {"limit": limit},
    )
    return [Report(*row) for row in rows]


async def taken(tx: Transaction, desks: Iterable[str], step: str, since: int, until: int) -> int:
    """With how many reports of these desks a step was taken between two moments."""
    wanted, parameters = several("desk", desks)
    row = await tx.fetch_one(
        "SELECT COUNT(DISTINCT h.report_id) FROM history h JOIN report r ON r.id = h.report_id"
        f" WHERE h.event = :step AND h.at >= :since AND h.at < :until AND r.desk IN {wanted}",
        {"step": step, "since": since, "until": until, **parameters},
    )
    return int(row[0]) if row else 0

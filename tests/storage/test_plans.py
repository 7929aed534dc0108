"""Every query that grows with the city uses an index: the planner is asked."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from storage import errands, history, outbox, people, posts, reports
from storage.database import Row, Transaction, open_database
from storage.outbox import Letter

SMALL = {"binding", "fact", "area", "role"}  # these do not grow with the number of reports
DESKS = ["n1", "n2", "n3"]
QUERIES: dict[str, Callable[[Transaction], Awaitable[Any]]] = {
    "callers": lambda tx: people.callers(tx, [1, 2]),
    "several people": lambda tx: people.several_people(tx, [1, 2]),
    "a report by code": lambda tx: reports.by_code(tx, "12345674"),
    "several reports": lambda tx: reports.several_reports(tx, [1, 2]),
    "nearby": lambda tx: reports.nearby(tx, "roads.pothole", [1, 2, 3, 4], 5),
    "filed since": lambda tx: reports.filed_since(tx, 1, 2, 3),
    "followed by": lambda tx: reports.followed_by(tx, 1, 10),
    "open at": lambda tx: reports.open_at(tx, DESKS, 10),
    "overdue at": lambda tx: reports.open_at(tx, DESKS, 10, due_before=5),
    "open by state": lambda tx: reports.open_by_state(tx, DESKS, 5),
    "cards in a chat": lambda tx: reports.with_card_in(tx, -1),
    "history": lambda tx: history.entries(tx, 1),
    "media": lambda tx: history.media_of(tx, [1]),
    "supporters": lambda tx: history.supporters(tx, 1),
    "pending": lambda tx: outbox.pending(tx, ["card:1:1"]),
    "about": lambda tx: posts.about(tx, 1, 2),
    "posts": lambda tx: posts.find(tx, ["card:1:1"]),
    "errands": lambda tx: errands.take(tx, 5),
    "next errand": errands.next_due,
}


@dataclass
class Overheard:
    """A transaction that notes what it is asked and asks the planner instead."""

    tx: Transaction
    explain: str
    plans: list[str] = field(default_factory=list)

    @property
    def for_update(self) -> str:
        return self.tx.for_update

    def lock(self, _: object) -> None:
        """What is locked is a number, no row."""

    async def fetch_all(self, sql: str, parameters: dict[str, Any] | None = None) -> list[Row]:
        rows = await self.tx.fetch_all(f"{self.explain} {sql}", parameters)
        self.plans.append("\n".join(str(row[-1]) for row in rows))
        return []

    async def fetch_one(self, sql: str, parameters: dict[str, Any] | None = None) -> Row | None:
        await self.fetch_all(sql, parameters)
        return None

    def execute(self, sql: str, parameters: dict[str, Any] | None = None) -> None:
        raise AssertionError(sql, parameters)


def scans(plan: str) -> list[str]:
    """Lines in which a whole table is read."""
    return [
        line
        for line in plan.splitlines()
        if ("Seq Scan on" in line or (line.startswith("SCAN ") and "INDEX" not in line and "(" not in line))
        and not any(name in line for name in SMALL)
    ]


@pytest.mark.parametrize("name", QUERIES)
async def test_an_index_is_used(database_url: str, name: str) -> None:
    database = await open_database(database_url)
    sqlite = database_url.startswith("sqlite")
    try:
        async with database.transaction() as tx:
            if not sqlite:
                tx.execute("SET LOCAL enable_seqscan = off")  # in a small table reading it all would be cheaper
            overheard = Overheard(tx, "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN")
            await QUERIES[name](overheard)  # type: ignore[arg-type]  # it is asked like one
            assert overheard.plans
            assert [line for plan in overheard.plans for line in scans(plan)] == []
    finally:
        await database.close()


async def test_writes_to_the_outbox_use_an_index(database_url: str) -> None:
    database = await open_database(database_url)
    sqlite = database_url.startswith("sqlite")
    try:
        async with database.transaction() as tx:
            if not sqlite:
                tx.execute("SET LOCAL enable_seqscan = off")
            overheard = Overheard(tx, "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN")
            written: list[tuple[str, dict[str, Any]]] = []
            overheard.execute = lambda sql, parameters=None: written.append((sql, parameters or {}))  # type: ignore[assignment, method-assign]
            outbox.add(overheard, Letter(1, 0, 1, "editMessageText", {}, edits="card:1:1"))  # type: ignore[arg-type]
            outbox.sent(overheard, [1, 2])  # type: ignore[arg-type]
            outbox.drop_chat(overheard, 5, "gone")  # type: ignore[arg-type]
            for sql, parameters in written:
                await overheard.fetch_all(sql, parameters)
            assert [line for plan in overheard.plans for line in scans(plan)] == []
    finally:
        await database.close()

"""Every query that grows with the city has an index, and the planner uses it."""

import re
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from typing import Any

import pytest

from storage import (
    attendance,
    broadcasts,
    demand,
    errands,
    events,
    history,
    opinions,
    outbox,
    people,
    polls,
    posts,
    recipients,
    registrations,
    reports,
    subscriptions,
    updates,
    votes,
)
from storage.audience.rules import Rule
from storage.broadcasts import Broadcast
from storage.database import Connection, Database, Row, Statement, Transaction
from storage.recipients import Turns
from tests.engines import WrappedConnection

Query = Callable[[Transaction], Coroutine[Any, Any, object] | None]
DESKS = ["n1", "n2", "n4"]
CELLS = [1, 2, 3, 4]
GROWING = {
    "report", "media", "history", "supporter", "question", "outbox", "post", "errand", "person", "dialogue", "draft",
    "seen_update", "recipient", "event", "registration", "subscription", "event_opinion", "demand",
    "vote", "voter", "poll_visit", "topic_off", "broadcast",
}  # fmt: skip

SCANNED = {True: r"^SCAN (\w+)(?! USING)\b", False: r"Seq Scan on (\w+)"}  # in a plan of SQLite, or not
QUERIES: dict[str, Query] = {
    "nearby": lambda tx: reports.nearby(tx, "roads.pothole", CELLS, 0),
    "open_at": lambda tx: reports.open_at(tx, DESKS, 10),
    "open_at, overdue": lambda tx: reports.open_at(tx, DESKS, 10, due_before=5),
    "open_by_state": lambda tx: reports.open_by_state(tx, DESKS, 5),
    "taken": lambda tx: reports.taken(tx, DESKS, "done", 0, 5),
    "without_card": lambda tx: reports.without_card(tx, 10),
    "followed_by": lambda tx: reports.followed_by(tx, 1, 10),
    "filed_since": lambda tx: reports.filed_since(tx, 1, 0, 0),
    "with_card_in": lambda tx: reports.with_card_in(tx, -1),
    "by_code": lambda tx: reports.by_code(tx, "12345678"),
    "several_reports": lambda tx: reports.several_reports(tx, [1, 2]),
    "get, locked": lambda tx: reports.get(tx, 1, lock=True),
    "media_of": lambda tx: history.media_of(tx, [1, 2]),
    "entries": lambda tx: history.entries(tx, 1),
    "supporters": lambda tx: history.supporters(tx, 1),
    "claim": lambda tx: outbox.claim(tx, "me", 5, 10),
    "adopt": lambda tx: outbox.adopt(tx, "me", 5),
    "held_by": lambda tx: outbox.held_by(tx, "me", 5),
    "begin": lambda tx: outbox.begin(tx, [1, 2], "me"),
    "pending": lambda tx: outbox.pending(tx, ["card:1:1"]),
    "drop_chat": lambda tx: outbox.drop_chat(tx, 1, ""),
    "an edit": lambda tx: outbox.add(tx, outbox.Letter(1, 0, 1, "editMessageText", {}, edits="card:1:1")),
    "sent": lambda tx: outbox.sent(tx, [1, 2]),
    "close": lambda tx: outbox.close(tx, 1, "failed", ""),
    "posts.find": lambda tx: posts.find(tx, ["card:1:1"]),
    "posts.about": lambda tx: posts.about(tx, 1, 1),
    "posts.forget": lambda tx: posts.forget(tx, "card:1:1"),
    "posts.forget_chat": lambda tx: posts.forget_chat(tx, 1),
    "callers": lambda tx: people.callers(tx, [1, 2]),
    "several_people": lambda tx: people.several_people(tx, [1, 2]),
    "broadcasts.newest": lambda tx: broadcasts.newest(tx, 8, 8),
    "broadcasts.active": broadcasts.active,
    "broadcasts.draft_of": lambda tx: broadcasts.draft_of(tx, 1),
    "recipients.freeze": lambda tx: recipients.freeze(
        tx, Broadcast(1, "freezing", 1, 1, 1, "polls"), [Rule("topic", ["polls"])], Turns({}), 2, 5, 20
    ),
    "recipients.claim": lambda tx: recipients.claim(tx, Broadcast(1, "running", 1, 1, 1, "polls"), "me", 5, 20),
    "recipients.again": lambda tx: recipients.again(tx, 1, "failed", 5, 5, 20),
    "recipients.sent": lambda tx: recipients.sent(tx, 1, "me", [1, 2]),
    "recipients.close": lambda tx: recipients.close(tx, 1, "me", 1, "failed", ""),
    "recipients.adopt": lambda tx: recipients.adopt(tx, "me"),
    "recipients.held_by": lambda tx: recipients.held_by(tx, "me"),
    "recipients.next_due": lambda tx: recipients.next_due(tx, 1),
    "recipients.is_under_way": lambda tx: recipients.is_under_way(tx, 1),
    "recipients.counts": lambda tx: recipients.counts(tx, 1),
    "recipients.listed": lambda tx: recipients.listed(tx, 1, 0, 10),
    "votes.of_person": lambda tx: votes.of_person(tx, 1, 1, {1: "x", 2: "y"}),
    "votes.settle_in": lambda tx: votes.settle_in(tx, [(1, "x")], "golshan"),
    "votes.tally": lambda tx: votes.tally(tx, [1, 2]),
    "votes.words": lambda tx: votes.words(tx, 1),
    "votes.seal": lambda tx: votes.seal(tx, 1, ["x", "y"]),
    "votes.unsealed": lambda tx: votes.unsealed(tx, 1, "", 5),
    "votes.listed": lambda tx: votes.listed(tx, 1, "", 5),
    "votes.voters": lambda tx: votes.voters(tx, 1),
    "votes.reached": lambda tx: votes.reached(tx, 1),
    "votes.homes": lambda tx: votes.homes(tx, 1),
    "votes.answered_by": lambda tx: votes.answered_by(tx, 1, [1, 2]),
    "polls.sendings": lambda tx: polls.sendings(tx, 1),
    "last_area": lambda tx: reports.last_area(tx, 1, ["golshan"]),
    "take": lambda tx: errands.take(tx, 5),
    "next_due": errands.next_due,
    "events.coming": lambda tx: events.coming(tx, 5, events.Filter(before=9), 10),
    "events.coming, of a centre": lambda tx: events.coming(tx, 5, events.Filter(centres=["c_golshan"]), 10),
    "events.coming, of somebody": lambda tx: events.coming(tx, 5, events.Filter(person=1), 10),
    "events.of_centres": lambda tx: events.of_centres(tx, ["c_golshan", "c_mehran"], 5, 10),
    "events.draft_of": lambda tx: events.draft_of(tx, 1),
    "registrations.guests": lambda tx: registrations.guests(tx, 1, ("registered", "waiting")),
    "registrations.of_person": lambda tx: registrations.of_person(tx, 1, [1, 2]),
    "registrations.first_waiting": lambda tx: registrations.first_waiting(tx, 1, 2),
    "registrations.seats_by_state": lambda tx: registrations.seats_by_state(tx, 1),
    "registrations.by_token": lambda tx: registrations.by_token(tx, "x"),
    "registrations.to_remind": lambda tx: registrations.to_remind(tx, 1, day_before=True),
    "attendance.turnout": lambda tx: attendance.turnout(tx, 1),
    "opinions.stars": lambda tx: opinions.stars(tx, 1),
    "opinions.to_ask": lambda tx: opinions.to_ask(tx, 1),
    "demand.count_of": lambda tx: demand.count_of(tx, 1, 5),
    "demand.open_at": lambda tx: demand.open_at(tx, ["c_golshan"], 5, 10),
    "demand.answer": lambda tx: demand.answer(tx, 1),
    "errands.finish": lambda tx: errands.finish(tx, "x", 5),
    "subscriptions.of": lambda tx: subscriptions.of(tx, 1),
    "mark_seen": lambda tx: updates.mark_seen(tx, [1, 2], 5),
    "forget_seen": lambda tx: updates.forget_seen(tx, 5),
}  # fmt: skip


class Recorder(WrappedConnection):
    """Remembers what was sent over it."""

    def __init__(self, inner: Connection) -> None:
        super().__init__(inner)
        self.statements: list[Statement] = []

    async def run(self, statements: Sequence[Statement]) -> list[Row]:
        self.statements += statements
        return await super().run(statements)


@pytest.fixture
async def recorder(database: Database) -> AsyncIterator[Recorder]:
    async with database.engine.connection() as connection:
        yield Recorder(connection)
        await connection.roll_back()


async def plans(recorder: Recorder, explain: str) -> list[tuple[str, str]]:
    """(statement, plan) of what was recorded."""
    found = []
    sent = [each for each in recorder.statements if re.match(r"SELECT|UPDATE|DELETE|INSERT|WITH", each.sql)]
    for statement in sent:
        rows = await recorder.inner.run([Statement(f"{explain} {statement.sql}", statement.parameters)])
        found.append((statement.sql, "\n".join(str(row[-1]) for row in rows)))
    return found


@pytest.mark.parametrize("name", QUERIES)
async def test_the_planner_uses_an_index(database: Database, recorder: Recorder, name: str) -> None:
    sqlite = not database.engine.for_update
    if not sqlite:
        await recorder.inner.run([Statement("SET enable_seqscan = off", {})])
    tx = Transaction(database.engine, recorder)
    query = QUERIES[name](tx)
    if query is not None:
        await query
    await tx.flush()
    explained = await plans(recorder, "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN")
    assert explained
    for sql, plan in explained:
        scanned = (
            re.findall(r"^SCAN (\w+)(?! USING)", plan, re.MULTILINE)
            if sqlite
            else re.findall(r"Seq Scan on (\w+)", plan)
        )
        assert not GROWING.intersection(scanned), f"{sql}\n{plan}"


async def test_what_people_have_written_is_found_past_all_that_the_house_has(
    database: Database, recorder: Recorder
) -> None:
    tx = Transaction(database.engine, recorder)
    for number in range(2000):
        await broadcasts.create(tx, 7 if number < 20 else broadcasts.HOUSE, "events", 5)
    tx.execute("UPDATE broadcast SET state = 'done'")
    await tx.fetch_all("ANALYZE")
    recorder.statements.clear()
    assert [found.id for found in await broadcasts.newest(tx, 2, 1)] == [19, 18]
    ((_, plan),) = await plans(recorder, "EXPLAIN" if database.engine.for_update else "EXPLAIN QUERY PLAN")
    assert "broadcast_written" in plan


async def test_a_query_without_an_index_would_be_found(database: Database, recorder: Recorder) -> None:
    sqlite = not database.engine.for_update
    recorder.statements.append(Statement("SELECT id FROM report WHERE landmark = :words", {"words": "x"}))
    ((_, plan),) = await plans(recorder, "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN")
    assert re.findall(SCANNED[sqlite], plan, re.MULTILINE) == ["report"]

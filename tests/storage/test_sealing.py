"""The end of a poll, in steps that may stop anywhere."""

from itertools import pairwise
from pathlib import Path

import pytest

from services import polls, results, voting
from services.polls import ONE, WORDS
from services.results import Results
from services.sealing import STEP, Sealing
from storage import votes
from storage.database import Database
from storage.polls import Poll
from storage.sqlite import BUSY
from storage.votes import Vote
from tests.storage.test_votes import NOW, OPTIONS, the_city

HALF = STEP + STEP // 2  # more than one step, and no whole number of them


async def closed(database: Database) -> Poll:
    """With votes that each say something of their own."""
    async with database.transaction() as tx:
        poll = await polls.begin(tx, 1, NOW)
        await polls.add_question(tx, poll, ONE, "کدام؟", OPTIONS)
        await polls.add_question(tx, poll, WORDS, "چرا؟", [])
        await polls.launch(tx, poll, NOW)
        for number in range(HALF):
            receipt = f"{number * 7919 % 100_003:064x}"
            votes.put(tx, Vote(poll.questions[0].id, receipt, "golshan", voting.bit(number % 3)))
            votes.put(tx, Vote(poll.questions[1].id, receipt, "", 0, f"پاسخ {number}"))
        await polls.close(tx, poll, NOW)
    return poll


async def stepped(database: Database, poll: Poll, steps: int = 1000) -> Results | None:
    """Each in a transaction of its own; what is found at the end."""
    async with database.transaction() as tx:
        sealing = Sealing(await the_city(tx), poll)
    for _ in range(steps):
        async with database.transaction() as tx:
            if not await sealing.step(tx):
                return sealing.found()
    return None


async def said(database: Database) -> tuple[list[tuple[object, ...]], set[str]]:
    """All that the votes say, and their receipts."""
    async with database.transaction() as tx:
        rows = await tx.fetch_all("SELECT question_id, area, chosen, words, receipt FROM vote ORDER BY 1, 2, 3, 4")
    return [row[:4] for row in rows], {row[4] for row in rows}


async def test_sealing_that_was_broken_off_is_begun_anew_and_changes_no_vote(database: Database) -> None:
    poll = await closed(database)
    before, receipts = await said(database)
    assert await stepped(database, poll, 5) is None
    halfway, mixed = await said(database)
    assert halfway == before
    assert mixed & receipts
    assert mixed - receipts
    found = await stepped(database, poll)
    after, sealed = await said(database)
    assert after == before
    assert all(receipt.startswith(votes.SEALED) for receipt in sealed)
    assert len(sealed) == len(receipts) * 2
    assert found
    assert [outcome.answers for outcome in found.outcomes] == [HALF, HALF]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_votes_that_are_sealed_together_lie_in_the_order_of_what_was_drawn(database: Database) -> None:
    """And so in none in which they were cast; but for a few that fill gaps in earlier pages."""
    poll = await closed(database)
    question = poll.questions[0].id
    async with database.transaction() as tx:
        votes.seal(tx, question, await votes.unsealed(tx, question, "", STEP))
        rows = await tx.fetch_all(f"SELECT receipt FROM vote WHERE receipt LIKE '{votes.SEALED}%' ORDER BY ctid")
    drawn = [row[0] for row in rows]
    assert sum(later < earlier for earlier, later in pairwise(drawn)) < STEP // 8
    assert len({receipt.removeprefix(votes.SEALED) for receipt in drawn}) == STEP
    assert {len(receipt) for receipt in drawn} == {len(votes.SEALED) + 32}


async def test_what_was_found_at_the_end_is_shown_ever_after(database: Database) -> None:
    poll = await closed(database)
    found = await stepped(database, poll)
    assert found
    async with database.transaction() as tx:
        city = await the_city(tx)
        assert (await results.compute(tx, city, poll)).rows == [{}, {}], "areas before it is found"
        results.keep(tx, poll, found)
        assert await results.compute(tx, city, poll) == found
        assert found.rows[0]["golshan"].tells
        votes.put(tx, Vote(poll.questions[0].id, "late", "hakimiyeh", 1))
        assert await results.compute(tx, city, poll) == found


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_log_keeps_nothing_of_what_was_sealed(database: Database, database_url: str) -> None:
    poll = await closed(database)
    log = Path(database_url.removeprefix("sqlite:///") + "-wal")
    assert length(log)
    await stepped(database, poll)
    assert length(log) == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_log_that_cannot_be_emptied_stops_nothing(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    """Here because somebody writes, elsewhere because the disk is full."""
    async with database.engine.connection() as connection:
        await connection.run([("BEGIN IMMEDIATE", {}), ("UPDATE poll SET changed = 0", {})])
        await connection.clear_log()
        assert "was not emptied" in caplog.text
        assert await connection.run([("PRAGMA busy_timeout", {})]) == [(BUSY,)]
        await connection.roll_back()


def length(file: Path) -> int:
    return file.stat().st_size

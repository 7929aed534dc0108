"""The results of a poll with 100,000 votes over 20 neighbourhoods beside one with 10,000, on both databases.

Counted from the votes by an index, which is what the bot does; and read from a table of counters, kept by a trigger as
cheaply as that can be, which would be the other way. Then what is read of it for all time, and how it is sealed.

    python -m benchmarks.polls [VOTES]
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from benchmarks.postgresql import server
from services import city, organisation_file, polls, results
from services.city import City
from services.sealing import Sealing
from storage import broadcasts, migrate, votes
from storage import polls as stored
from storage.database import Database, Transaction, open_database
from storage.polls import Option, Poll
from storage.votes import Count

TEHRAN = ZoneInfo("Asia/Tehran")
OPTIONS = [Option(text) for text in ("آسفالت", "روشنایی", "نظافت", "پارک", "امنیت")]
VOTES, SHARE = 100_000, 10
REPEATS, BATCH = 25, 5000


async def furnish(database: Database, url: str) -> City:
    await migrate.bring_up_to_date(database, url)
    async with database.transaction() as tx:
        city.put(tx, organisation_file.load("demo"), 0)
        found = await city.read(tx, TEHRAN, 0)
    assert found
    return found


async def pour(database: Database, where: City, count: int) -> Poll:
    """A poll of one question with so many votes, spread unevenly over options and neighbourhoods."""
    random, areas = Random(count), [area.code for area in where.neighbourhoods()]
    async with database.transaction() as tx:
        poll = await polls.begin(tx, count, 0)
        await polls.add_question(tx, poll, polls.ONE, "کدام مهم‌تر است؟", OPTIONS)
        await polls.launch(tx, poll, 0)
        tx.execute("CREATE TABLE IF NOT EXISTS counter (question_id BIGINT, area TEXT, chosen BIGINT, votes BIGINT)")
    await deliver(database, poll, count + count // 2)
    for start in range(0, count, BATCH):
        async with database.transaction() as tx:
            for number in range(start, min(start + BATCH, count)):
                area = areas[min(int(random.expovariate(0.15)), len(areas) - 1)]
                chosen = 1 << min(int(random.expovariate(0.7)), len(OPTIONS) - 1)
                votes.put(tx, votes.Vote(poll.questions[0].id, f"{random.getrandbits(256):064x}", area, chosen))
                votes.note_voter(tx, poll.id, number)
    async with database.transaction() as tx:
        tx.execute(
            "INSERT INTO counter SELECT question_id, area, chosen, COUNT(*) FROM vote WHERE question_id = :question"
            " GROUP BY question_id, area, chosen",
            {"question": poll.questions[0].id},
        )
    async with database.transaction() as tx:
        await polls.close(tx, poll, 1)
        if tx.for_update:  # PostgreSQL does that by itself, within a minute: here, in the midst of being measured
            tx.execute("ANALYZE")
    return poll


async def deliver(database: Database, poll: Poll, people: int) -> None:
    """Half as many again have got it."""
    async with database.transaction() as tx:
        sent = await broadcasts.create(tx, 1, "polls", 0)
        stored.note_sending(tx, poll.id, sent.id, "invitation")
        tx.execute(
            "WITH RECURSIVE everybody (id) AS (SELECT 0 UNION ALL SELECT id + 1 FROM everybody WHERE id < :last)"
            " INSERT INTO recipient (broadcast_id, person_id, language, due, state, at)"
            " SELECT :broadcast, id, 'fa', 0, 'sent', 0 FROM everybody",
            {"broadcast": sent.id, "last": people - 1},
        )


async def read_counters(tx: Transaction, question: int) -> list[Count]:
    rows = await tx.fetch_all("SELECT * FROM counter WHERE question_id = :question", {"question": question})
    return [Count(row[0], row[1], row[2], int(row[3])) for row in rows]


async def timed(database: Database, work: Callable[[Transaction], Awaitable[object]]) -> float:
    """Milliseconds, the median of several."""
    took = []
    for _ in range(REPEATS):
        async with database.transaction() as tx:
            await tx.fetch_one("SELECT 1")
            begun = time.perf_counter()
            await work(tx)
            took.append(1000 * (time.perf_counter() - begun))
    return statistics.median(took)


async def measure(url: str, most: int) -> dict[tuple[str, int], float]:
    database, found = await open_database(url), {}
    where = await furnish(database, url)
    for count in (most // SHARE, most):
        poll = await pour(database, where, count)
        question = poll.questions[0].id
        found["counted from the votes", count] = await timed(database, lambda tx, poll=poll: _counted(tx, where, poll))

        async def from_counters(tx: Transaction, poll: Poll = poll, question: int = question) -> None:
            results.from_counts(where, poll, await read_counters(tx, question))

        found["read from counters", count] = await timed(database, from_counters)
        found["all a manager sees, with the rate", count] = await timed(
            database, lambda tx, poll=poll: _everything(tx, where, poll)
        )
        found |= {(name, count): took for name, took in (await sealed(database, where, poll)).items()}
        found["read once it is closed", count] = await timed(
            database, lambda tx, poll=poll: results.compute(tx, where, poll)
        )
    await database.close()
    return found


async def _counted(tx: Transaction, where: City, poll: Poll) -> results.Results:
    return results.from_counts(where, poll, await votes.tally(tx, [question.id for question in poll.questions]))


async def _everything(tx: Transaction, where: City, poll: Poll) -> None:
    await _counted(tx, where, poll)
    await results.rate(tx, poll)


async def sealed(database: Database, where: City, poll: Poll) -> dict[str, float]:
    """In milliseconds; others have their turn between two steps."""
    sealing, took = Sealing(where, poll), []
    going = True
    while going:
        begun = time.perf_counter()
        async with database.transaction() as tx:
            going = await sealing.step(tx)
        took.append(1000 * (time.perf_counter() - begun))
    async with database.transaction() as tx:
        results.keep(tx, poll, sealing.found())
    return {"sealed, all of it": sum(took), "sealed, its longest step": max(took)}


async def compare(most: int) -> None:
    with tempfile.TemporaryDirectory() as folder, server(Path(folder, "postgresql")) as new_database:
        for kind, url in (("SQLite", f"sqlite:///{folder}/bench.db"), ("PostgreSQL", new_database())):
            found = await measure(url, most)
            print(f"{kind:34} {most // SHARE:>9,} {most:>9,}   ratio")
            for name in dict.fromkeys(name for name, _ in found):
                few, many = found[name, most // SHARE], found[name, most]
                print(f"  {name:32} {few:6.1f} ms {many:6.1f} ms   {many / few:5.1f}")


if __name__ == "__main__":
    asyncio.run(compare(int(sys.argv[1]) if len(sys.argv) > 1 else VOTES))

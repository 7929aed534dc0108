"""People who all want seats of one event at once, in processes of their own. What each did is logged under the lock
that the service holds, so that the log tells in which order they came."""

import asyncio
import random

from storage import events
from storage.database import Database, DatabaseUnavailable, Transaction, open_database
from tests.storage.seats import Answer
from tests.storage.test_seats import act

AT_ONCE = 8  # in each process
WHAT = ("join", "join", "wait", "wait", "wait", "accept", "accept", "let_pass", "leave", "leave", "lapse", "resize")
LOG = "CREATE TABLE seat_log (id {}, event INTEGER, what TEXT, who INTEGER, count INTEGER, state TEXT, held INTEGER)"


def seek(url: str, event_id: int, seed: int, people: int, seats_each: int, acts: int) -> None:
    """What a process does."""
    asyncio.run(_seek(url, event_id, random.Random(seed), people, seats_each, acts))


async def _seek(url: str, event_id: int, chance: random.Random, people: int, seats_each: int, acts: int) -> None:
    database = await open_database(url)
    plans = [[_plan(chance, people, seats_each) for _ in range(acts)] for _ in range(AT_ONCE)]
    await asyncio.gather(*(_one_after_the_other(database, event_id, plan) for plan in plans))
    await database.close()


def _plan(chance: random.Random, people: int, seats_each: int) -> tuple[str, int, int]:
    what = chance.choice(WHAT)
    count = chance.randint(seats_each, people // 4) if what == "resize" else chance.randint(1, seats_each)
    return what, chance.randint(1, people), count


async def _one_after_the_other(database: Database, event_id: int, plan: list[tuple[str, int, int]]) -> None:
    for what, who, count in plan:
        while True:
            try:
                async with database.transaction() as tx:
                    if what == "lapse":
                        await events.get(tx, event_id, lock=True)  # an errand knows until when; here it is looked up
                    _note(tx, event_id, what, who, count, await act(tx, event_id, what, who, count))
                break
            except DatabaseUnavailable:
                await asyncio.sleep(0.01)


def _note(tx: Transaction, event_id: int, what: str, who: int, count: int, answer: Answer) -> None:
    tx.execute(
        "INSERT INTO seat_log (event, what, who, count, state, held)"
        " VALUES (:event, :what, :who, :count, :state, :held)",
        {"event": event_id, "what": what, "who": who, "count": count, "state": answer[0], "held": answer[1]},
    )

"""Hundreds take, change and give back seats at once, in several processes: the capacity holds, and so does the order.

What each got must be what the plainest form of the law (tests/storage/seats.py) gives in the same order.
"""

import asyncio
from collections import Counter

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from storage.database import open_database
from tests.faults.helpers import sql
from tests.faults.lives import CONTEXT
from tests.faults.seekers import AT_ONCE, LOG, seek
from tests.storage.event_story import introduce, make_event
from tests.storage.seats import Seats
from tests.storage.test_seats import compare, expected

PEOPLE, PROCESSES, ACTS = 40, 3, 12  # acts of each of the AT_ONCE in each process
SERIAL = {True: "INTEGER PRIMARY KEY", False: "BIGSERIAL PRIMARY KEY"}


@settings(
    max_examples=3,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(capacity=st.integers(4, 12), seats_each=st.integers(1, 4), seed=st.integers(0, 2**32))
async def test_seats_are_never_too_many_and_the_list_keeps_its_order(
    database_url: str, capacity: int, seats_each: int, seed: int
) -> None:
    event_id = await prepare(database_url, capacity, seats_each)
    seekers = [
        CONTEXT.Process(target=seek, args=(database_url, event_id, seed + number, PEOPLE, seats_each, ACTS))
        for number in range(PROCESSES)
    ]
    for process in seekers:
        process.start()
    for process in seekers:
        await asyncio.to_thread(process.join)
        assert process.exitcode == 0
    logged = await sql(
        database_url, f"SELECT what, who, count, state, held FROM seat_log WHERE event = {event_id} ORDER BY id"
    )
    assert len(logged) == PROCESSES * AT_ONCE * ACTS
    law = Seats(capacity)
    for what, who, count, *answer in logged:
        assert tuple(answer) == expected(law, what, who, count), (what, who, count)
        law.check()
    assert {"registered", "waiting", "left", "refused"} <= Counter(row[3] for row in logged).keys()
    database = await open_database(database_url)
    async with database.transaction() as tx:
        await compare(tx, event_id, law)
    await database.close()


async def prepare(url: str, capacity: int, seats_each: int) -> int:
    database = await open_database(url)
    async with database.transaction() as tx:
        introduce(tx, PEOPLE)
        event = await make_event(tx, capacity, seats_each)
    await database.close()
    await sql(url, LOG.format(SERIAL[url.startswith("sqlite")]).replace("TABLE", "TABLE IF NOT EXISTS"))
    return event.id

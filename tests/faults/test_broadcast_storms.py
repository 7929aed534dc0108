"""Everything at once in the middle of a broadcast: whoever can be reached gets it once, and the figures are true."""

import asyncio
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import pytest

from bot.app import App
from bot.bulk import LOOK
from bot.limiter import Pace
from storage import people
from tests.conftest import make_world
from tests.faults.helpers import slow_down, sql, until
from tests.faults.listeners import NEWS, Audience, gather
from tests.faults.test_outages import locked, postgresql_read_only

STEADY = Pace(rate=150, steady=None, group=None)
COUNT = 300
Outage = Callable[[App, str], AbstractAsyncContextManager[None]]


async def away(audience: Audience) -> set[int]:
    return {row[0] for row in await sql(audience.world.settings.database, "SELECT id FROM person WHERE away = 1")}


async def test_whatever_telegram_does_nobody_gets_it_twice(database_url: str) -> None:
    async with make_world(database_url, STEADY) as world:
        audience = await gather(world, COUNT)
        faults = world.telegram.faults
        crowd = list(audience.people.values())  # in the order in which they are reached
        lost, blocked, gone = crowd[5:10], crowd[20:25], crowd[250:255]
        for person in blocked:
            person.chat.blocked = True  # long ago: nobody tells the bot any more
        for person in gone:
            person.deactivate()
        for person in lost:
            faults.drop_answer("sendMessage", chat=person)
        await world.start()
        await until(lambda: audience.arrived > 40)
        faults.fail("sendMessage", status=429, retry_after=1)
        await until(lambda: audience.arrived > 90)
        faults.fail("sendMessage", status=502, times=10)
        await until(lambda: audience.arrived > 140)
        await world.telegram.go_down()
        await asyncio.sleep(1)
        await world.telegram.come_back()
        await audience.until_over()
        outcomes = await audience.outcomes()
        assert {number for number, state in outcomes.items() if state == "away"} == {p.id for p in [*blocked, *gone]}
        assert {person.id for person in lost} <= {number for number, state in outcomes.items() if state == "unsure"}
        assert all(audience.heard[person.id] == 1 for person in lost)
        assert set(outcomes.values()) == {"sent", "away", "unsure"}
        assert len(outcomes) == COUNT
        assert await audience.disagreements() == []
        assert await away(audience) == {person.id for person in [*blocked, *gone]}
        assert len(audience.summaries) == 1
        await world.stop()


async def test_everybody_waits_while_telegram_asks_for_silence(database_url: str) -> None:
    async with make_world(database_url, STEADY) as world:
        audience = await gather(world, COUNT)
        app = await world.start()
        await until(lambda: audience.arrived > 50)
        world.telegram.faults.flood_now(3)
        await until(lambda: app.delivery.limiter.paused_until)
        paused = asyncio.get_running_loop().time()
        await until(lambda: app.bulk._look_at > paused + LOOK and not app.bulk._tasks)
        told = time.time()  # what was under way, or claimed just then, has been refused
        await audience.until_over()
        news = [call.at for call in world.telegram.calls if call.params.get("text") == NEWS]
        assert [at for at in news if told < at < world.telegram.flood.shut_until] == []
        assert await audience.counts() == {"sent": COUNT}
        assert await audience.disagreements() == []


@pytest.mark.parametrize(
    ("database_url", "outage"),
    [("sqlite", locked), ("postgresql", postgresql_read_only)],
    indirect=["database_url"],
)
async def test_the_database_is_away_for_a_while(database_url: str, outage: Outage) -> None:
    """What is under way then arrives, and is written down once there is somewhere to write."""
    async with make_world(database_url, STEADY) as world:
        audience = await gather(world, COUNT)
        app = await world.start()
        await until(lambda: audience.arrived > 50)
        slow_down(app)
        async with outage(app, database_url):
            await until(lambda: app.bulk._doubt and not app.bulk._tasks)
            before = audience.arrived
            await asyncio.sleep(1)
            assert audience.arrived == before < COUNT
        app.delivery.limiter.pace = STEADY
        await audience.until_over()
        counts = await audience.counts()
        assert counts["sent"] + counts["unsure"] == COUNT
        assert counts["unsure"] <= 10, "one commit may be in doubt"
        assert await audience.disagreements() == []
        assert len(audience.summaries) == 1


async def test_who_blocks_the_bot_in_the_middle_is_away(database_url: str) -> None:
    async with make_world(database_url, STEADY) as world:
        audience = await gather(world, COUNT)
        app = await world.start()
        await until(lambda: audience.arrived > 50)
        waiting = [person for person in audience.people.values() if not audience.heard[person.id]][-20:]
        for person in waiting:
            person.block()
        await audience.until_over()
        assert await audience.counts() == {"sent": COUNT - 20, "away": 20}
        assert await audience.disagreements() == []
        async with app.database.transaction() as tx:
            known = await people.several_people(tx, [person.id for person in waiting])
        assert all(person.away for person in known.values())

"""kill -9 in the middle of a broadcast, as often as you like: nobody gets it twice, and the figures say what is so."""

import asyncio
import random
from pathlib import Path

import pytest

from bot.bulk import IN_FLIGHT
from bot.limiter import Pace
from tests.conftest import make_world
from tests.faults.helpers import free_port, sql, until, until_left
from tests.faults.listeners import Audience, gather
from tests.faults.lives import Life

SEED = 20261123
STEADY = Pace(rate=300, steady=None, group=None)  # so that a life has something to end in the middle of
DATABASES = {"sqlite": (20, 2000), "postgresql": (8, 600)}  # kills, people


async def test_killed_at_any_moment_it_resumes_by_itself_and_nobody_gets_it_twice(
    database_url: str, tmp_path: Path
) -> None:
    kind = database_url.partition(":")[0]
    kills, count = DATABASES[kind]
    async with make_world(database_url) as world:
        audience = await gather(world, count)
        under_way = await end_by_killing(audience, kills, tmp_path)
        life = Life(world.settings, tmp_path / "log", STEADY)
        await audience.until_over()
        assert await life.terminate() == 0
        counts = await audience.counts()
        print(f"{kind}: seed {SEED}, {kills} kills, under way at each: {under_way}, in the end {counts}")  # noqa: T201
        assert sum(each > 0 for each in under_way) >= kills // 2, "most kills hit nothing under way"
        assert max(under_way) <= IN_FLIGHT
        assert counts == {"sent": count - sum(under_way), "unsure": sum(under_way)}
        assert await audience.disagreements() == []
        assert await audience.state() == "done"
        assert len(audience.summaries) == 1


async def end_by_killing(audience: Audience, kills: int, tmp_path: Path) -> list[int]:
    """Each life ends at a moment drawn by lot: while it starts, or after some messages. How many were under way."""
    dice, under_way = random.Random(SEED), []
    most = len(audience.people) // kills  # half of what there is goes out before the last life
    for number in range(kills):
        life = Life(audience.world.settings, tmp_path / "log", STEADY)
        if number % 6 == 5:
            await asyncio.sleep(dice.uniform(0, 0.3))
        else:
            goal = audience.arrived + dice.randint(1, most)
            await until(lambda goal=goal: audience.arrived >= goal, within=20)
        await life.kill()
        await until_left(audience.world.settings.database)
        counts = await audience.counts()
        older = sum(under_way) - counts["unsure"]  # a life that was killed too early has not looked at them
        under_way.append(counts["sending"] - older)
    return under_way


async def test_killed_as_the_summary_goes_out_it_comes_twice_at_most(database_url: str, tmp_path: Path) -> None:
    async with make_world(database_url) as world:
        audience = await gather(world, 40)
        life = Life(world.settings, tmp_path / "log", STEADY)
        await audience.until_heard_of()
        await life.kill()
        life = Life(world.settings, tmp_path / "log", STEADY)
        await life.ready()
        await audience.until_over()
        assert await life.terminate() == 0
        assert len(audience.summaries) in {1, 2}
        assert await audience.counts() == {"sent": 40}
        assert await audience.disagreements() == []


async def test_killed_before_it_has_begun_it_begins(database_url: str, tmp_path: Path) -> None:
    async with make_world(database_url) as world:
        audience = await gather(world, 40)
        for _ in range(5):
            life = Life(world.settings, tmp_path / "log", STEADY)
            await asyncio.sleep(0.05)
            await life.kill()
        life = Life(world.settings, tmp_path / "log", STEADY)
        await audience.until_over()
        assert await life.terminate() == 0
        assert await audience.disagreements() == []
        assert (await audience.counts()).total() == 40
        assert len(audience.summaries) == 1


async def test_ended_politely_it_leaves_nothing_unsure(database_url: str, tmp_path: Path) -> None:
    async with make_world(database_url) as world:
        audience = await gather(world, 400)
        for goal in (50, 150, 250):
            life = Life(world.settings, tmp_path / "log", STEADY)
            await until(lambda goal=goal: audience.arrived >= goal, within=20)
            assert await life.terminate() == 0
        life = Life(world.settings, tmp_path / "log", STEADY)
        await audience.until_over()
        assert await life.terminate() == 0
        assert await audience.counts() == {"sent": 400}
        assert await audience.disagreements() == []
        assert len(audience.summaries) == 1


LEASES = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2"


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_while_the_lease_goes_to_and_fro_between_two_processes_nobody_gets_it_twice(
    database_url: str, tmp_path: Path
) -> None:
    """Both are alive all the time, so that nothing is unsure but what the one still had under way."""
    dice = random.Random(SEED)
    async with make_world(database_url, webhook_url="http://127.0.0.1:1/") as world:
        audience = await gather(world, 600)
        lives = []
        for _ in range(2):
            settings = world.settings.model_copy(update={"listen": f"127.0.0.1:{free_port()}"})
            lives.append(Life(settings, tmp_path / "log", Pace(rate=150, steady=None, group=None)))
            await lives[-1].ready()
        for _ in range(8):
            await asyncio.sleep(dice.uniform(0.2, 0.5))
            await sql(database_url, LEASES)
        await audience.until_over(60)
        assert [await life.terminate() for life in lives] == [0, 0]
        assert await audience.disagreements() == []
        assert await audience.state() == "done"

"""What is due is done once, late rather than never, and whatever fails is tried again and finally shown."""

import asyncio

import pytest

from bot.app import App, build
from sandbox import Group
from storage import errands
from storage.errands import Errand
from tests.conftest import World
from tests.faults.helpers import command, drained, environment, move_to, rows, until_row

DIGEST = "خلاصهٔ روزانهٔ"  # of an area


def digests(group: Group) -> int:
    return len([message for message in group.messages if DIGEST in message.text])


async def leave(app: App, kind: str, name: str, **arguments: object) -> None:
    async with app.database.transaction() as tx:
        errands.leave(tx, Errand(name, kind, arguments, app.now()))


async def test_the_digest_comes_once_for_each_group_and_day(world: World) -> None:
    """Whatever restarts, and whoever else looks."""
    move_to(world, 20)  # whatever time it is now
    fourth, eighth = await world.group("n4"), await world.group("n8")
    move_to(world, 8)
    await world.tick()
    await world.tick()
    await world.stop()
    await world.start()
    await world.tick()
    app = world.app
    assert app
    async with build(world.settings, world.now) as second:
        await asyncio.gather(second.clock.tick(), app.clock.tick())
    await drained(app)
    assert (digests(fourth), digests(eighth)) == (1, 1)
    move_to(world, 8)
    await world.tick()
    await drained(app)
    assert (digests(fourth), digests(eighth)) == (2, 2)


@pytest.mark.parametrize(("hour", "sent"), [(13, 1), (15, 0)])
async def test_a_missed_digest_is_sent_on_start_when_less_than_six_hours_late(
    world: World, hour: int, sent: int
) -> None:
    move_to(world, 20)
    group = await world.group("n4")
    assert world.app
    move_to(world, 7)
    await world.tick()
    await drained(world.app)
    await world.stop()
    move_to(world, hour)
    app = await world.start()
    await until_row(app.database, "SELECT name FROM errand WHERE state = 'due' AND kind = 'digest'", [])
    await world.tick()
    await drained(app)
    assert digests(group) == sent


async def test_two_processes_do_an_errand_once(world: World, app: App) -> None:
    await world.group("n4")
    async with build(world.settings, world.now) as second:
        for number in range(20):
            await leave(app, "tidy", f"tidy:{number}")
        await asyncio.gather(*(each.clock.tick() for each in (app, second) for _ in range(3)))
    done = await rows(app.database, "SELECT state, attempts FROM errand WHERE kind = 'tidy'")
    assert set(done) == {("done", 0)}


async def test_an_errand_that_fails_is_tried_again_and_finally_shown(
    world: World, app: App, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And those behind it are done all the same."""
    await leave(app, "digest", "digest:broken", area="no such thing")  # without the time it was due
    await leave(app, "nobody knows this", "unknown")
    await leave(app, "tidy", "tidy:fine")
    for attempt in range(1, 6):
        await world.tick()
        found = dict(await rows(app.database, "SELECT name, attempts FROM errand WHERE state <> 'done'"))
        assert {name: found[name] for name in ("digest:broken", "unknown")} == {
            "digest:broken": attempt,
            "unknown": attempt,
        }
        world.now.move(seconds=301)
    assert await rows(app.database, "SELECT state FROM errand WHERE name = 'tidy:fine'") == [("done",)]
    failed = await rows(app.database, "SELECT name FROM errand WHERE state = 'failed' ORDER BY name")
    assert failed == [("digest:broken",), ("unknown",)]
    environment(world, monkeypatch)
    assert await command("check") == 1
    assert "digest:broken" in capsys.readouterr().out


async def test_an_errand_left_twice_is_done_once_and_as_it_was_left_first(world: World, app: App) -> None:
    await leave(app, "unknown", "twice")
    await leave(app, "tidy", "twice")
    await world.tick()
    found = await rows(app.database, "SELECT kind, attempts FROM errand WHERE name = 'twice'")
    assert found == [("unknown", 1)]


async def test_the_clock_wakes_by_itself_when_something_is_due(world: World, app: App) -> None:
    async with app.database.transaction() as tx:
        errands.leave(tx, Errand("soon", "tidy", {}, app.now() + 2))
    await world.tick()
    await world.stop()
    again = await world.start()
    await until_row(again.database, "SELECT state FROM errand WHERE name = 'soon'", [("done",)])

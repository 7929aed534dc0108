"""A broadcast on its way holds to what is committed between two statements of its own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.app import App, build
from bot.bulk import Bulk
from handlers import groups
from handlers.broadcast import shown
from handlers.voice import Voice
from services import broadcasts as service
from storage import broadcasts, organisation, people, recipients
from storage.broadcasts import PAUSED, RUNNING, Place
from storage.database import Database
from storage.organisation import Binding
from storage.recipients import WAITING
from tests.conftest import World, make_world
from tests.faults.helpers import drained, until, until_row
from tests.faults.test_bulk import NEWS, announce, counts, ended
from tests.meanwhile import interrupted

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@asynccontextmanager
async def delivering(world: World) -> AsyncIterator[App]:
    """A bot that sends what is owed to single chats; its broadcasts are for the test to run."""
    async with build(world.settings, world.now) as app:
        world.app = app
        delivery = asyncio.create_task(app.delivery.run())
        await until(lambda: app.delivery.leads)
        yield app
        app.delivery.stop()
        await delivery


@asynccontextmanager
async def mailing(app: App, database: Database) -> AsyncIterator[None]:
    """Broadcasts go out, by this database."""
    bulk = Bulk(app.bot, database, app.house, app.now, app.delivery)
    running = asyncio.create_task(bulk.run())
    yield
    bulk.stop()
    await running


async def introduce(world: World, app: App) -> None:
    async with app.database.transaction() as tx:
        people.put(tx, people.Person(world.owner.id, "مهرداد", "fa", 0, app.now(), seen=app.now()))


async def test_a_bar_that_is_drawn_while_somebody_pauses_shows_the_pause(database_url: str) -> None:
    async with make_world(database_url) as world, delivering(world) as app:
        world.owner.post_start()
        await introduce(world, app)
        number = await announce(world, spread=3600)

        async def pause() -> None:
            async with app.database.transaction() as tx:
                voice = Voice(tx, app.house, app.now(), app.delivery.holder)
                await service.pause(tx, number, world.owner.id, app.now())
                found = await broadcasts.get(tx, number)
                assert found
                await shown.progress(voice, found, await service.figures(tx, found), None, None, lane=0)
            app.delivery.accept(voice.letters)

        async with interrupted(app.database, "GROUP BY state", pause) as slow, mailing(app, slow):
            await until_row(app.database, f"SELECT state FROM broadcast WHERE id = {number}", [(PAUSED,)])
        await drained(app)  # by now a bar that comes too late has been drawn, too
        (bar,) = [each for each in world.owner.messages if each.from_bot and "پیام همگانی" in each.text]
        assert "مکث" in bar.text


async def test_a_group_that_moves_when_a_broadcast_begins_gets_it(database_url: str) -> None:
    async with make_world(database_url) as world, delivering(world) as app:
        group = world.telegram.group("مدیران", members=[world.owner])
        old = group.id
        world.owner.post_start()
        await introduce(world, app)
        async with app.database.transaction() as tx:
            organisation.bind(tx, Binding("n4", old, 0, "مدیران", world.owner.id, app.now()))
        await announce(world, places=[Place(old)], spread=3600)

        async def move() -> None:
            new = group.migrate()
            async with app.database.transaction() as tx:
                groups.migrated(Voice(tx, app.house, app.now(), app.delivery.holder), old, new)

        async with interrupted(app.database, "ended IS NULL ORDER BY", move) as slow, mailing(app, slow):
            await until_row(app.database, "SELECT state FROM broadcast", [(RUNNING,)])
            await world.owner.sees(NEWS, at=group)


async def test_whoever_a_former_leader_puts_back_at_the_last_moment_still_gets_it(database_url: str) -> None:
    async with make_world(database_url) as world, delivering(world) as app:
        world.owner.post_start()
        await introduce(world, app)
        number = await announce(world)
        async with app.database.transaction() as tx:
            begun = await broadcasts.begin(tx, number, app.now())
            assert begun
            await service.freeze_some(tx, app.house.city, begun, 0, service.always, app.now(), step=None)

        async def claim() -> None:
            """Behind the adoption of what it had: it does not know yet that it leads no more."""
            async with app.database.transaction() as tx:
                (to,), _ = await recipients.claim(tx, begun, "former", app.now(), 1)
                assert to.person_id == world.owner.id

        async def put_back() -> None:
            async with app.database.transaction() as tx:
                recipients.close(tx, number, "former", world.owner.id, WAITING, "Flood control exceeded")

        async with (
            interrupted(app.database, "the bot was interrupted", claim) as slow,
            interrupted(slow, "SELECT MIN(due)", put_back) as slower,
            mailing(app, slower),
        ):
            await ended(world, number)
        assert await counts(world, number) == {"sent": 1}

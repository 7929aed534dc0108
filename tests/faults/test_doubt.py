"""A trip to the database that fails once, at every place, before it was carried out or after."""

import asyncio
import time
from collections.abc import Sequence

import pytest

from bot.app import App, build
from bot.claims import LOOK_BACK, Claims
from bot.intake import Intake
from bot.lines import Lines
from bot.polling import Poller
from sandbox import Person
from storage.database import Connection, Database, DatabaseUnavailable, Engine, Row, Statement
from tests.conftest import World, make_world
from tests.engines import WrappedConnection, WrappedEngine
from tests.faults.helpers import drained, rows, until


class Flaky(WrappedEngine):
    """Loses the trip of a number, or that of the first commit: before it is made, or its answer."""

    def __init__(self, inner: Engine, *, lost_trip: int = 0, lost_commit: bool = False) -> None:
        super().__init__(inner, lambda connection: FlakyConnection(self, connection))
        self.lost_trip, self.lost_commit = lost_trip, lost_commit
        self.carried_out = self.happened = False
        self.trips = 0

    def is_lost(self, statements: Sequence[Statement]) -> bool:
        self.trips += 1
        commits = any(statement.sql == "COMMIT" for statement in statements)
        lost = not self.happened and (self.trips == self.lost_trip or (self.lost_commit and commits))
        self.happened = self.happened or lost
        return lost


class FlakyConnection(WrappedConnection):
    def __init__(self, engine: Flaky, inner: Connection) -> None:
        super().__init__(inner)
        self.engine = engine

    async def run(self, statements: Sequence[Statement]) -> list[Row]:
        lost = self.engine.is_lost(statements)
        if lost and not self.engine.carried_out:
            raise DatabaseUnavailable("the connection broke")
        found = await self.inner.run(statements)
        if lost:
            raise DatabaseUnavailable("the connection broke, and the answer with it")
        return found


def intake(app: App, engine: Engine) -> Intake:
    return Intake(Database(engine), app.house, app.delivery, app.now)


def written(person: Person, number: int) -> dict[str, object]:
    chat = {"id": person.id, "type": "private", "first_name": person.name}
    content = {"message_id": number, "date": int(time.time()), "chat": chat, "from": person.user}
    return {"update_id": number, "message": {**content, "text": "چاله‌ای سر کوچه است"}}


async def test_wherever_a_batch_breaks_nothing_of_it_remains_and_nobody_is_blamed(database_url: str) -> None:
    async with make_world(database_url) as world, build(world.settings, world.now) as app:
        place, happened = 0, True
        while happened:
            place += 1
            people = [world.telegram.person(f"ساکن {place}-{number}") for number in range(3)]
            raws = [written(person, 10 * place + number) for number, person in enumerate(people)]
            flaky = Flaky(app.database.engine, lost_trip=place)
            served = intake(app, flaky)
            try:
                await served.process(raws, confirm=10 * place + 5)
            except DatabaseUnavailable:
                ids = ", ".join(str(person.id) for person in people)
                assert await rows(app.database, f"SELECT id FROM person WHERE id IN ({ids})") == []
                await served.process(raws, confirm=10 * place + 5)
            happened = flaky.happened
            for person in people:
                said = f"SELECT COUNT(*) FROM outbox WHERE chat_id = {person.id}"
                assert await rows(app.database, said) == [(1,)]
        assert place > 2
        assert await rows(app.database, "SELECT error FROM set_aside") == []


@pytest.mark.parametrize("carried_out", [False, True])
async def test_a_batch_whose_commit_is_in_doubt_is_applied_once_and_answered(
    database_url: str, *, carried_out: bool
) -> None:
    async with make_world(database_url) as world, build(world.settings, world.now) as app:
        delivering = asyncio.create_task(app.delivery.run())
        flaky = Flaky(app.database.engine)
        poller = Poller(app.bot, intake(app, flaky), app.alarm)
        polling = asyncio.create_task(poller.run(None))
        await greet(world)
        await until(lambda: app.delivery.holder)  # letters go out from memory, where the doubt is greatest
        flaky.carried_out, flaky.lost_commit = carried_out, True
        laleh = world.telegram.person("لاله")
        await laleh.send("چاله‌ای سر کوچه است")
        await laleh.sees("کجاست", within=15)
        await drained(app)
        assert flaky.happened
        ((draft,),) = await rows(app.database, "SELECT data FROM draft")
        assert "landmark" not in draft  # which the same words would be, if they came again
        assert len([each for each in laleh.messages if each.from_bot]) == 1
        poller.stop()
        await polling
        app.delivery.stop()
        await delivering


async def test_a_doubt_that_comes_during_a_look_back_asks_for_another(world: World) -> None:
    assert world.app
    app, trips = world.app, [0]

    class Doubting(WrappedConnection):
        async def run(self, statements: Sequence[Statement]) -> list[Row]:
            trips[0] += 1
            claims.doubt()
            return await self.inner.run(statements)

    database = Database(WrappedEngine(app.database.engine, Doubting))
    claims = Claims(database, "another", app.now, Lines(app.delivery.limiter), set(), lambda _: None)
    await claims._look_back()
    assert trips[0]
    assert claims._look_back_at - asyncio.get_running_loop().time() < LOOK_BACK / 2


async def greet(world: World) -> None:
    await world.owner.start()
    await world.owner.sees("خوش آمدید")

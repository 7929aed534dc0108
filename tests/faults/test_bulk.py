"""Broadcasts on a bad day: whoever can be reached gets it once, and the figures say what became of the rest."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence

import pytest

from bot.app import App
from sandbox import Person
from sandbox.files import jpeg, stored
from sandbox.methods.files import know
from services import broadcasts as service
from storage import broadcasts, recipients, topics
from storage.audience.rules import Rule
from storage.broadcasts import CANCELLED, DONE, RUNNING, Broadcast, Call
from storage.database import Connection, Database, Row, Statement, Transaction
from tests.conftest import World, make_world
from tests.engines import WrappedConnection, WrappedEngine
from tests.faults.helpers import move_to, slow_down, until

NEWS = "فردا آب محله قطع است"


async def residents(world: World, count: int) -> list[Person]:
    """People who have said hello, in the order of their ids."""
    found = [world.telegram.person(f"همسایه {number}") for number in range(count)]
    for person in found:
        await person.start()
    for person in found:
        await person.sees("خوش آمدید")
    return found


async def announce(world: World, topic: str = "announcements", **more: object) -> int:
    """A broadcast on its way; its number."""
    assert world.app
    async with world.app.database.transaction() as tx:
        made = await broadcasts.create(tx, world.owner.id, topic, world.now())
        for name, value in more.items():
            setattr(made, name, value)
        broadcasts.put_content(tx, made.id, "fa", [Call("sendMessage", {"text": NEWS})])
        await service.submit(tx, made, world.now())
    return made.id


async def read(world: World, number: int) -> Broadcast:
    assert world.app
    async with world.app.database.transaction() as tx:
        return await read_in(tx, number)


async def read_in(tx: Transaction, number: int) -> Broadcast:
    found = await broadcasts.get(tx, number)
    assert found
    return found


async def counts(world: World, number: int) -> dict[str, int]:
    assert world.app
    async with world.app.database.transaction() as tx:
        return await recipients.counts(tx, number)


async def comes_to(
    world: World, number: int, holds: Callable[[dict[str, int]], bool], within: float = 15
) -> dict[str, int]:
    for _ in range(int(within / 0.05)):
        found = await counts(world, number)
        if holds(found):
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(f"it stays at {found}")


async def ended(world: World, number: int, within: float = 15) -> dict[str, int]:
    """What has become of everybody, once all is over."""
    for _ in range(int(within / 0.05)):
        if (await read(world, number)).ended:
            return await counts(world, number)
        await asyncio.sleep(0.05)
    raise AssertionError(f"it does not end: {await counts(world, number)}")


def heard(person: Person) -> int:
    return sum(message.from_bot and NEWS in message.text for message in person.messages)


async def test_everybody_gets_it_once_and_the_author_the_summary(world: World) -> None:
    people = await residents(world, 30)
    number = await announce(world)
    await world.owner.sees("خلاصهٔ پیام همگانی")
    assert await counts(world, number) == {"sent": 31}
    assert [heard(person) for person in [*people, world.owner]] == [1] * 31
    assert (await read(world, number)).state == DONE


async def test_who_has_blocked_the_bot_is_away_and_hears_no_more(world: World) -> None:
    people = await residents(world, 3)
    world.telegram.faults.fail(
        "sendMessage", status=403, chat=people[1], description="Forbidden: bot was blocked by the user"
    )
    assert await ended(world, await announce(world)) == {"sent": 3, "away": 1}
    assert await ended(world, await announce(world)) == {"sent": 3}
    await people[1].start()
    await people[1].sees("خوش آمدید")
    assert await ended(world, await announce(world)) == {"sent": 4}
    assert [heard(person) for person in people] == [3, 1, 3]


async def test_an_answer_that_is_lost_is_unsure_and_not_repeated(world: World) -> None:
    people = await residents(world, 5)
    world.telegram.faults.drop_answer("sendMessage", chat=people[2])
    assert await ended(world, await announce(world)) == {"sent": 5, "unsure": 1}
    assert [heard(person) for person in people] == [1] * 5


@pytest.mark.parametrize("status", [429, 500, 502])
async def test_what_telegram_did_not_take_is_sent_again(world: World, status: int) -> None:
    people = await residents(world, 5)
    retry = {"retry_after": 1} if status == 429 else {}
    world.telegram.faults.fail("sendMessage", status=status, times=2, chat=people[2], **retry)  # type: ignore[arg-type]
    assert await ended(world, await announce(world)) == {"sent": 6}
    assert [heard(person) for person in people] == [1] * 5


async def test_what_telegram_never_takes_has_failed(world: World) -> None:
    people = await residents(world, 2)
    world.telegram.faults.fail(
        "sendMessage", status=400, chat=people[0], description="Bad Request: nothing of the kind"
    )
    number = await announce(world)
    assert await ended(world, number) == {"sent": 2, "failed": 1}
    assert world.app
    async with world.app.database.transaction() as tx:
        assert await recipients.reasons(tx, number, 5) == [("Nothing of the kind", 1)]
    assert [heard(person) for person in people] == [0, 1]


async def test_telegram_may_be_away_for_a_while(world: World) -> None:
    people = await residents(world, 40)
    await world.telegram.go_down()
    number = await announce(world)
    await asyncio.sleep(1.5)
    assert sum(map(heard, people)) == 0
    await world.telegram.come_back()
    found = await ended(world, number, within=20)
    assert found["sent"] + found.get("unsure", 0) == 41
    assert all(heard(person) <= 1 for person in people)
    assert sum(map(heard, people)) >= 40 - found.get("unsure", 0)


async def test_the_bot_may_end_and_begin_again_in_the_middle(world: World, app: App) -> None:
    people = await residents(world, 60)
    slow_down(app)
    number = await announce(world)
    await until(lambda: sum(map(heard, people)) > 10)
    await world.stop()
    assert 10 < sum(map(heard, people)) < 60
    await world.start()
    assert await ended(world, number) == {"sent": 61}
    assert [heard(person) for person in people] == [1] * 60


async def test_quiet_hours_hold_all_but_the_urgent(database_url: str) -> None:
    async with make_world(database_url, quiet_hours="00:00-23:59") as world:
        move_to(world, 12)
        await world.start()
        await world.owner.start()
        await residents(world, 2)
        quiet = await announce(world)
        urgent = await announce(world, urgent=1)
        assert world.app
        async with world.app.database.transaction() as tx:
            await service.confirm(tx, await read_in(tx, urgent), 5002, world.now())
        assert await ended(world, urgent) == {"sent": 3}
        assert await counts(world, quiet) == {}


async def test_whoever_turns_the_topic_off_in_the_meantime_is_skipped(world: World) -> None:
    people = await residents(world, 2)
    number = await announce(world, "events", spread=9 * 3600)
    await comes_to(world, number, lambda found: sum(found.values()) == 3)
    assert world.app
    async with world.app.database.transaction() as tx:
        topics.turn_off(tx, people[1].id, "events", world.now())
    world.now.move(hours=9)
    assert await ended(world, number) == {"sent": 2, "left": 1}
    assert [heard(person) for person in people] == [1, 0]


async def test_pausing_holds_it_and_cancelling_ends_it(world: World, app: App) -> None:
    people = await residents(world, 60)
    slow_down(app)
    number = await announce(world)
    await until(lambda: sum(map(heard, people)) > 5)
    await step(world, service.pause, number)
    await until(lambda: not app.bulk._tasks and all(each.broadcast.state != RUNNING for each in app.bulk._mailings))
    held = sum(map(heard, people))
    await asyncio.sleep(0.7)
    assert sum(map(heard, people)) == held < 60
    await step(world, service.resume, number)
    await until(lambda: sum(map(heard, people)) > held + 5)
    await step(world, service.cancel, number)
    found = await ended(world, number)
    assert found["waiting"] > 0
    assert found["waiting"] + found["sent"] == 61


async def step(world: World, take: Callable[..., Awaitable[None]], number: int) -> None:
    assert world.app
    async with world.app.database.transaction() as tx:
        await take(tx, number, world.owner.id, world.now())


async def test_an_audience_is_held(world: World) -> None:
    people = await residents(world, 2)
    english = world.telegram.person("Emma", language="en")
    await english.start()
    await english.sees("welcome")
    assert await ended(world, await announce(world, audience=[Rule("language", ["en"])])) == {"sent": 1}
    assert [heard(person) for person in [*people, english]] == [0, 0, 1]


async def test_one_broken_broadcast_is_cancelled_and_the_others_go_on(world: World) -> None:
    await residents(world, 2)
    broken = await announce(world, audience=[Rule("unheard of", 1)])
    assert await ended(world, await announce(world)) == {"sent": 3}
    await ended(world, broken)
    assert (await read(world, broken)).state == CANCELLED


async def test_a_row_that_nobody_has_under_way_any_more_is_unsure(world: World) -> None:
    """Claimed by a leader who came to a standstill in that moment."""
    people = await residents(world, 2)
    number = await announce(world, spread=9 * 3600)
    await comes_to(world, number, lambda found: sum(found.values()) == 3)
    assert world.app
    async with world.app.database.transaction() as tx:
        tx.execute(
            "UPDATE recipient SET state = 'sending', owner = 'former' WHERE person_id = :id", {"id": people[1].id}
        )
    world.now.move(hours=9)
    found = await ended(world, number)
    assert found["unsure"] == 1
    assert heard(people[1]) == 0


def photo(world: World) -> str:
    """The number of a picture that the bot may send."""
    file = stored("photo", jpeg())
    know(world.telegram.bot, file)
    return file.file_id


async def test_the_rest_of_a_message_in_two_parts_follows_later(world: World) -> None:
    (laleh,) = await residents(world, 1)
    assert world.app
    album = {"media": [{"type": "photo", "media": photo(world)}, {"type": "photo", "media": photo(world)}]}
    async with world.app.database.transaction() as tx:
        made = await broadcasts.create(tx, world.owner.id, "announcements", world.now())
        broadcasts.put_content(tx, made.id, "fa", [Call("sendMediaGroup", album)])
        await service.submit(tx, made, world.now())
    world.telegram.faults.fail("sendMessage", status=429, retry_after=1, chat=laleh)
    assert await ended(world, made.id) == {"sent": 2}
    assert sum(message.photo is not None for message in laleh.messages) == 2
    assert any("اطلاعیه" in label for label in laleh.messages[-1].buttons)


class Hearing(WrappedConnection):
    """Has Telegram ask to wait a second in the moment in which the first are claimed."""

    def __init__(self, inner: Connection, app: App, heard: list[float]) -> None:
        super().__init__(inner)
        self.limiter, self.heard = app.delivery.limiter, heard

    async def run(self, statements: Sequence[Statement]) -> list[Row]:
        found = await self.inner.run(statements)
        if not self.heard and found and any("FROM recipient r JOIN person p" in each.sql for each in statements):
            self.heard.append(time.time())
            self.limiter.pause(asyncio.get_running_loop().time() + 1)
        return found


async def test_who_is_claimed_while_telegram_asks_to_wait_waits_too(world: World, app: App) -> None:
    people = await residents(world, 5)
    heard_at: list[float] = []
    engine = WrappedEngine(app.database.engine, lambda inner: Hearing(inner, app, heard_at))
    app.bulk._database = Database(engine)
    assert await ended(world, await announce(world)) == {"sent": 6}
    assert [heard(person) for person in people] == [1] * 5
    (since,) = heard_at
    assert [call for call in world.telegram.calls_of("sendMessage") if since < call.at < since + 1] == []


async def test_tries_are_forgotten_once_it_has_arrived(world: World) -> None:
    await residents(world, 5)
    world.telegram.faults.fail("sendMessage", status=502, times=4)
    await ended(world, await announce(world))
    assert world.app
    assert not world.app.bulk._attempts

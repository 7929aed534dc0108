"""What takes its time is done once, whatever ends meanwhile."""

import pytest

from bot.clock import MOST_ATTEMPTS
from bot.workshop import LASTS
from sandbox import Person
from storage import errands, registrations
from storage.errands import Errand
from tests.conftest import World
from tests.conversations.event_story import (
    HOUR,
    TOGETHER,
    comes,
    media,
    newest,
    officer,
    photographed,
    published,
)
from tests.conversations.story import bot_messages, settled
from tests.faults.helpers import rows, until, until_row

CARD = "این کارت را هنگام ورود نشان دهید"
ATTEMPTS = "SELECT attempts FROM errand WHERE kind = 'door'"


@pytest.fixture
async def maryam(world: World) -> Person:
    maryam = await officer(world)
    await published(world, maryam, **TOGETHER)
    return maryam


@pytest.fixture
async def laleh(world: World, maryam: Person) -> Person:
    laleh = world.telegram.person("لاله")
    await comes(laleh, await newest(world), 2)
    await settled(world)
    return laleh


def seen(person: Person, words: str) -> int:
    return len([message for message in bot_messages(person) if message.contains(words)])


async def an_hour_before(world: World) -> None:
    """When its door is open."""
    event = await newest(world)
    world.now.move(seconds=event.starts - HOUR - world.now())


async def ticket_of(world: World, laleh: Person, *, due: int, attempts: int) -> None:
    """As a process leaves it that was killed over it."""
    assert world.app
    async with world.app.database.transaction() as tx:
        assert await registrations.get(tx, 1, laleh.id)
        arguments = {"event": 1, "person": laleh.id}
        errands.leave(tx, Errand("ticket:1", "ticket", arguments, world.now() + due, attempts=attempts))


async def test_what_a_killed_process_was_at_is_begun_anew_and_done_once(world: World, laleh: Person) -> None:
    await ticket_of(world, laleh, due=LASTS, attempts=1)
    await world.tick()
    assert seen(laleh, CARD) == 0
    world.now.move(seconds=LASTS + 1)
    await world.tick()
    await laleh.sees(CARD)
    world.now.move(seconds=LASTS + 1)
    await world.tick()
    await settled(world)
    assert seen(laleh, CARD) == 1


async def test_what_ends_every_process_is_given_up(world: World, laleh: Person) -> None:
    await ticket_of(world, laleh, due=0, attempts=MOST_ATTEMPTS)
    await world.tick()
    await settled(world)
    assert seen(laleh, CARD) == 0
    assert world.app
    states = await rows(world.app.database, "SELECT state FROM errand WHERE name = 'ticket:1'")
    assert states == [("failed",)]


async def test_what_is_owed_to_many_is_never_given_up(world: World) -> None:
    assert world.app
    async with world.app.database.transaction() as tx:
        errands.leave(tx, Errand("poll:seal:9", "poll_seal", {"poll": 9}, world.now(), attempts=MOST_ATTEMPTS + 1))
    await world.tick()
    await until_row(world.app.database, "SELECT state FROM errand WHERE name = 'poll:seal:9'", [("done",)])


async def test_what_takes_long_is_not_begun_again_beside_itself(world: World, maryam: Person, laleh: Person) -> None:
    await laleh.press("کارت ورود")
    card = media(world, await laleh.sees(CARD))
    await an_hour_before(world)
    world.telegram.faults.hang("getFile", seconds=1)
    await maryam.send("/start")
    await maryam.sees("خوش آمدید")
    await maryam.send_photo(caption="ورود", data=photographed(card))
    assert world.app
    await until_row(world.app.database, ATTEMPTS, [(1,)])
    world.now.move(seconds=LASTS + 1)
    await world.tick()
    assert await rows(world.app.database, ATTEMPTS) == [(1,)]
    await maryam.sees("لاله خوش آمدند: ۲ نفر")
    await settled(world)
    assert (seen(maryam, "خوش آمدند: ۲ نفر"), seen(maryam, "پیش‌تر")) == (1, 0)


async def test_a_photograph_is_read_once_though_the_bot_ends_over_it(
    world: World, maryam: Person, laleh: Person
) -> None:
    await laleh.press("کارت ورود")
    card = media(world, await laleh.sees(CARD))
    await an_hour_before(world)
    await maryam.send("/start")
    await maryam.sees("خوش آمدید")
    await maryam.send_photo(caption="ورود", data=photographed(card))
    await world.stop()
    await world.start()
    await maryam.send("/help")  # after the photograph, which by now has been taken in
    await maryam.sees("همسایه")
    world.now.move(seconds=LASTS + 1)
    await world.tick()
    await until(lambda: seen(maryam, "لاله خوش آمدند: ۲ نفر"))  # perhaps before the bot ended
    await settled(world)
    assert (seen(maryam, "خوش آمدند: ۲ نفر"), seen(maryam, "پیش‌تر")) == (1, 0)

"""When Telegram says "wait", nothing is called; and the pace is such that it seldom says so."""

import asyncio
import time
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.app import App
from bot.limiter import Pace
from sandbox.calls import Call
from storage.outbox import BULK
from tests.conftest import World, make_world
from tests.faults.helpers import drained, letter, put, states, until, until_row

WAIT = 2
TEHRAN = ZoneInfo("Asia/Tehran")


def refusals(world: World) -> list[Call]:
    return [call for call in world.telegram.calls if call.status == 429]


async def test_nothing_at_all_is_called_while_telegram_asks_to_wait(world: World, app: App) -> None:
    laleh, sara = world.telegram.person("لاله"), world.telegram.person("سارا")
    await laleh.start()
    await sara.start()
    await sara.send("/settings")
    await sara.sees("زبان")
    await drained(app)
    world.telegram.faults.fail("sendMessage", status=429, retry_after=WAIT)
    await laleh.send("/help")
    await until(lambda: app.delivery.limiter.paused_until)  # it has heard that
    (refused,) = refusals(world)
    world.telegram.faults.flood_now(refused.at + WAIT - time.time())
    press = await sara.press("English")
    await put(app, letter(laleh.id, "a notice"), letter(sara.id, "for many", BULK))
    await press.answer(within=10)
    await sara.sees("for many")
    await laleh.sees("a notice")
    await sara.sees("English")
    between = [call for call in world.telegram.calls if refused.at < call.at < refused.at + WAIT]
    assert between == []
    assert world.telegram.flood_violations == []
    assert len([each for each in laleh.messages if "راهنمای همسایه" in each.text]) == 1


async def test_the_answer_to_a_press_is_tried_once_and_the_conversation_goes_on_without_it(
    world: World, app: App
) -> None:
    sara = world.telegram.person("سارا")
    await sara.send("/settings")
    await sara.sees("زبان")
    await drained(app)
    world.telegram.faults.fail("answerCallbackQuery", status=429, retry_after=1)
    await sara.press("English")
    await sara.sees("language is now")
    await until(lambda: app.delivery.limiter.paused_until)
    await put(app, letter(sara.id, "after the silence"))
    await sara.sees("after the silence")
    assert len(world.telegram.calls_of("answerCallbackQuery")) == 1


async def test_at_its_own_pace_the_bot_is_never_told_to_wait_twice(database_url: str) -> None:
    """Against flood control as Telegram is known to have it: what is refused once is the end of a burst."""
    async with make_world(database_url, pace=Pace()) as world:
        app = await world.start()
        people = [world.telegram.person(f"ساکن {number}") for number in range(40)]
        for person in people:
            await person.start()
        await people[-1].sees("خوش آمدید")
        world.telegram.flood.on = True
        await put(app, *(letter(person.id, f"خبر {round_}", BULK) for round_ in range(3) for person in people))
        for person in people[:10]:
            await person.send("/help")
            await asyncio.sleep(0.05)
        await drained(app, within=30)
        assert await states(app) == {}
        assert world.telegram.flood_violations == []
        assert len(refusals(world)) <= 3


async def test_an_answer_overtakes_three_hundred_waiting_bulk_letters(database_url: str) -> None:
    async with make_world(database_url, pace=Pace()) as world:
        app = await world.start()
        people = [world.telegram.person(f"ساکن {number}") for number in range(300)]
        for person in people:
            person.chat.started = True
        laleh = world.telegram.person("لاله")
        await laleh.start()
        await laleh.sees("خوش آمدید")
        await put(app, *(letter(person.id, "خبر", BULK) for person in people))
        await until(lambda: sum(len(person.messages) for person in people) > 10)
        await laleh.send("/help")
        await laleh.sees("گزارش")
        assert sum(len(person.messages) for person in people) < 150


async def test_bulk_waits_for_the_end_of_the_quiet_hours_and_answers_do_not(database_url: str) -> None:
    async with make_world(database_url, quiet_hours="22:00-08:00") as world:
        midnight = datetime.now(TEHRAN).replace(hour=0, minute=0, second=0)
        world.now.move(seconds=int(midnight.timestamp()) + 86400 - world.now())
        await world.start()
        laleh = world.telegram.person("لاله")
        await laleh.start()
        assert world.app
        await put(world.app, letter(laleh.id, "for many", BULK))
        await laleh.send("/help")
        await laleh.sees("راهنمای همسایه")
        await until_row(world.app.database, f"SELECT state FROM outbox WHERE lane = {BULK}", [("held",)])
        await laleh.does_not_see("for many", for_=0.6)
        world.now.move(hours=8)
        await laleh.send("/help")
        await laleh.sees("for many")

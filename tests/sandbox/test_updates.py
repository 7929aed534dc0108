"""The queue of updates: confirmation, long polling, conflicts, age."""

import asyncio
from typing import Any

import pytest
from telegram import Bot

from sandbox import BotAccount, Group, Person, Telegram
from sandbox.presses import PATIENCE


def texts(updates: Any) -> Any:
    return [update.message.text for update in updates]


async def test_offset_confirms_all_below_it(bot: Bot, laleh: Person) -> None:
    for text in "abc":
        await laleh.send(text)
    first = await bot.get_updates()
    assert texts(first) == ["a", "b", "c"]
    assert [update.update_id - first[0].update_id for update in first] == [0, 1, 2]
    assert texts(await bot.get_updates()) == ["a", "b", "c"]
    assert texts(await bot.get_updates(offset=first[1].update_id)) == ["b", "c"]
    assert texts(await bot.get_updates()) == ["b", "c"]
    assert await bot.get_updates(offset=first[2].update_id + 1) == ()
    assert await bot.get_updates(offset=first[0].update_id) == ()


async def test_limit(bot: Bot, laleh: Person) -> None:
    for number in range(103):
        await laleh.send(str(number))
    assert len(await bot.get_updates()) == 100
    assert texts(await bot.get_updates(limit=2)) == ["0", "1"]


async def test_negative_offset_keeps_the_last(bot: Bot, laleh: Person) -> None:
    for text in "abc":
        await laleh.send(text)
    assert texts(await bot.get_updates(offset=-2)) == ["b", "c"]
    assert texts(await bot.get_updates()) == ["b", "c"]
    assert texts(await bot.get_updates(offset=-9)) == ["b", "c"]


async def test_long_poll_wakes_at_once(bot: Bot, laleh: Person, account: BotAccount, until: Any) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=50))
    await until(lambda: account.updates.waiter)
    await laleh.send("x")
    assert texts(await asyncio.wait_for(polling, PATIENCE)) == ["x"]


async def test_long_poll_ends_empty(bot: Bot, laleh: Person) -> None:
    loop = asyncio.get_running_loop()
    begin = loop.time()
    assert await bot.get_updates(timeout=1) == ()
    assert 0.9 < loop.time() - begin < PATIENCE


async def test_poll_is_never_longer_than_50_seconds(
    telegram: Telegram, account: BotAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = []

    async def next_update(wait: float) -> None:
        waits.append(wait)

    monkeypatch.setattr(account.updates, "next_update", next_update)
    await account.updates.poll({"timeout": 3600})
    assert waits == [50]


async def test_second_poller_ends_the_first(
    bot: Bot, call: Any, laleh: Person, account: BotAccount, until: Any
) -> None:
    first = asyncio.create_task(call("getUpdates", timeout=50))
    await until(lambda: account.updates.waiter)
    second = asyncio.create_task(bot.get_updates(timeout=50))
    answer = await asyncio.wait_for(first, PATIENCE)
    assert answer["error_code"] == 409
    assert answer["description"].startswith("Conflict: terminated by other getUpdates request; make sure")
    await laleh.send("x")
    assert texts(await asyncio.wait_for(second, PATIENCE)) == ["x"]


async def test_allowed_updates(bot: Bot, laleh: Person, group: Group, account: BotAccount) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await laleh.send("x")
    assert await bot.get_updates() == ()
    await bot.get_updates(allowed_updates=[])
    await laleh.send("y")
    laleh.block()
    updates = await bot.get_updates()
    assert [update.my_chat_member is not None for update in updates] == [False, True]


async def test_updates_are_kept_for_a_day(bot: Bot, laleh: Person, clock: Any) -> None:
    await laleh.send("old")
    clock.ahead = 23 * 3600
    await laleh.send("new")
    assert texts(await bot.get_updates()) == ["old", "new"]
    clock.ahead = 24 * 3600 + 60
    assert texts(await bot.get_updates()) == ["new"]


async def test_taps_are_kept_for_150_seconds(bot: Bot, laleh: Person, clock: Any) -> None:
    await laleh.send("before")
    await bot.send_message(laleh.id, "x", reply_markup={"inline_keyboard": [[{"text": "k", "callback_data": "1"}]]})
    await laleh.press("k")
    clock.ahead = 140
    assert [bool(update.callback_query) for update in await bot.get_updates()] == [False, True]
    clock.ahead = 160
    assert [bool(update.callback_query) for update in await bot.get_updates()] == [False]


async def test_numbers_start_anew_after_an_idle_week(account: BotAccount, laleh: Person, clock: Any) -> None:
    first = account.updates.add_raw("x", {}, 1)
    account.updates.confirm_below(first + 1)
    clock.ahead = 6 * 86400
    assert account.updates.add_raw("x", {}, 1) == first + 1
    account.updates.entries.clear()
    clock.ahead = 14 * 86400
    assert account.updates.add_raw("x", {}, 1) != first + 2


async def test_get_updates_is_not_logged_but_its_mistakes_are_problems(
    telegram: Telegram, bot: Bot, refused: Any
) -> None:
    await bot.get_updates()
    assert telegram.calls_of("getUpdates") == []
    await refused("getUpdates", offset="x")
    assert len(telegram.problems) == 1


async def test_stop_does_not_wait_for_the_poll(telegram: Telegram, bot: Bot, account: BotAccount, until: Any) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=50))
    await until(lambda: account.updates.waiter)
    await asyncio.wait_for(telegram.stop(), PATIENCE)
    await asyncio.wait([polling], timeout=PATIENCE)
    assert polling.done()
    polling.exception()

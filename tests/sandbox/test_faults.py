"""Faults asked for by a test."""

import asyncio
import socket
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from sandbox import Person, Telegram
from sandbox.presses import PATIENCE


def texts(person: Person) -> Any:
    return [message.text for message in person.messages[1:]]


async def test_fail(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    telegram.faults.fail("sendMessage", status=502, times=2)
    await bot.get_me()
    for _ in range(2):
        with pytest.raises(NetworkError, match="Bad Gateway"):
            await bot.send_message(laleh.id, "x")
    await bot.send_message(laleh.id, "y")
    assert texts(laleh) == ["y"]
    assert [call.status for call in telegram.calls_of("sendMessage")] == [502, 502, 200]
    assert telegram.problems == []


async def test_fail_with_retry_after_in_one_chat(telegram: Telegram, bot: Bot, laleh: Person, ali: Person) -> None:
    await ali.start()
    telegram.faults.fail("sendMessage", status=429, retry_after=3, chat=laleh)
    await bot.send_message(ali.id, "x")
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(laleh.id, "x")
    assert caught.value.retry_after == timedelta(seconds=3)
    telegram.faults.fail(status=400, description="Bad Request: made up")
    with pytest.raises(BadRequest, match="Made up"):
        await bot.get_me()


async def test_drop_answer(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    telegram.faults.drop_answer("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(laleh.id, "x")
    assert texts(laleh) == ["x"]
    await bot.send_message(laleh.id, "y")


async def test_disconnect_before(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    telegram.faults.disconnect_before("sendMessage", chat=laleh.id)
    with pytest.raises(NetworkError):
        await bot.send_message(laleh.id, "x")
    assert texts(laleh) == []
    await bot.send_message(laleh.id, "y")


async def test_refuse(telegram: Telegram, call: Any) -> None:
    telegram.faults.refuse(2)
    for _ in range(2):
        with pytest.raises(aiohttp.ClientConnectionError):
            await call("sendMessage")
    assert (await call("getMe"))["ok"]


async def test_hang(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    telegram.faults.hang("sendMessage")
    with pytest.raises(TimedOut):
        await bot.send_message(laleh.id, "x", read_timeout=0.1)
    await laleh.sees("x")


async def test_garbage(telegram: Telegram, call: Any, laleh: Person) -> None:
    number = telegram.faults.garbage({"message": {"text": 5}})
    await laleh.send("x")
    updates = (await call("getUpdates"))["result"]
    assert updates[0] == {"update_id": number, "message": {"text": 5}}
    assert updates[1]["message"]["text"] == "x"


async def test_conflict(telegram: Telegram, call: Any, until: Any) -> None:
    telegram.faults.conflict()
    assert (await call("getUpdates"))["error_code"] == 409
    polling = asyncio.create_task(call("getUpdates", timeout=50))
    await until(lambda: telegram.bot.updates.waiter)
    telegram.faults.conflict()
    answer = await asyncio.wait_for(polling, PATIENCE)
    assert "make sure that only one bot instance is running" in answer["description"]
    assert (await call("getUpdates"))["ok"]


async def test_flood_now(telegram: Telegram, bot: Bot, laleh: Person, clock: Any) -> None:
    telegram.faults.flood_now(5)
    with pytest.raises(RetryAfter):
        await bot.send_message(laleh.id, "x")
    assert [call.method for call in telegram.flood_violations] == ["sendMessage"]
    await bot.get_me()
    clock.ahead = 6
    await bot.send_message(laleh.id, "y")
    assert len(telegram.flood_violations) == 1


async def test_down_and_up(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    await telegram.go_down()
    with pytest.raises(NetworkError):
        await bot.send_message(laleh.id, "x")
    with socket.socket() as other, pytest.raises(OSError, match="in use"):
        other.bind((telegram.server.host, telegram.server.port))
    await telegram.come_back()
    await bot.send_message(laleh.id, "y")
    assert texts(laleh) == ["y"]


async def test_clear(telegram: Telegram, bot: Bot) -> None:
    telegram.faults.fail()
    telegram.faults.flood_now(60)
    telegram.faults.clear()
    await bot.get_me()

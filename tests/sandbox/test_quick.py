"""The short way for small calls answers as the long one does, and leaves it all else."""

import asyncio
import json
from typing import Any

import pytest

from sandbox import BotAccount, Person, Telegram
from sandbox.presses import PATIENCE
from sandbox.quick import QuickHandler
from sandbox.server import Server


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> Any:
    """How each call was answered."""
    taken = []
    answered, answer = QuickHandler.answered, Server.answer

    def short(self: QuickHandler, data: Any) -> Any:
        result = answered(self, data)
        if result:
            taken.append("short")
        return result

    async def long(self: Server, *arguments: Any) -> Any:
        taken.append("long")
        return await answer(self, *arguments)

    monkeypatch.setattr(QuickHandler, "answered", short)
    monkeypatch.setattr(Server, "answer", long)
    return taken


def request(method: str, params: Any, kind: str = "application/json", extra: str = "") -> Any:
    body = json.dumps(params).encode() if kind == "application/json" else params.encode()
    head = f"POST /bot100:TEST/{method} HTTP/1.1\r\nHost: x\r\nContent-Type: {kind}\r\n{extra}"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


async def answer_of(reader: Any) -> Any:
    head = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE)).decode().lower()
    length = int(head.partition("content-length: ")[2].split("\r\n")[0])
    return int(head.split()[1]), json.loads(await reader.readexactly(length))


@pytest.fixture
async def connection(telegram: Telegram, account: BotAccount) -> Any:
    reader, writer = await asyncio.open_connection("127.0.0.1", telegram.server.port)
    yield reader, writer
    writer.close()
    await writer.wait_closed()


async def test_both_ways_say_the_same(telegram: Telegram, connection: Any, ways: list[str], laleh: Person) -> None:
    reader, writer = connection
    ask = request("sendMessage", {"chat_id": laleh.id, "text": "سلام"})
    wrong = request("sendMessage", {"chat_id": laleh.id})
    answers = []
    for data in (ask, wrong):
        writer.write(data)
        answers.append(await answer_of(reader))
        for part in (data[:30], data[30:-5], data[-5:]):
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(0.02)
        answers.append(await answer_of(reader))
    assert ways == ["short", "long", "short", "long"]
    assert [status for status, _ in answers] == [200, 200, 400, 400]
    assert answers[2][1] == answers[3][1]
    first, second = (answer["result"] for _, answer in answers[:2])
    assert {**first, "message_id": 0, "date": 0} == {**second, "message_id": 0, "date": 0}


async def test_forms_take_it_too(telegram: Telegram, connection: Any, ways: list[str], laleh: Person) -> None:
    reader, writer = connection
    writer.write(request("sendMessage", f"chat_id={laleh.id}&text=a+b", "application/x-www-form-urlencoded"))
    assert (await answer_of(reader))[1]["result"]["text"] == "a b"
    assert ways == ["short"]


async def test_what_goes_the_long_way(
    telegram: Telegram, connection: Any, ways: list[str], laleh: Person, until: Any
) -> None:
    reader, writer = connection
    telegram.faults.fail("getFile")
    for data in (
        request("getMe", {}),
        request("getUpdates", {}),
        request("getMe", {}, extra="Expect: 100-continue\r\n"),
    ):
        writer.write(data)
        telegram.faults.clear() if ways else None
        answers = [await answer_of(reader)] if b"Expect" not in data else []
        assert all(answer["ok"] for _, answer in answers)
    await until(lambda: len(ways) == 3)
    assert "short" not in ways


async def test_two_calls_at_once_are_answered_in_order(
    telegram: Telegram, connection: Any, ways: list[str], laleh: Person
) -> None:
    reader, writer = connection
    writer.write(b"".join(request("sendMessage", {"chat_id": laleh.id, "text": text}) for text in "ab"))
    answers = [(await answer_of(reader))[1]["result"]["text"] for _ in range(2)]
    assert answers == ["a", "b"]
    assert ways == ["long", "long"]


async def test_a_call_behind_a_poll_waits_for_it(
    telegram: Telegram, connection: Any, ways: list[str], laleh: Person, account: BotAccount, until: Any
) -> None:
    reader, writer = connection
    writer.write(request("getUpdates", {"timeout": 50}))
    await until(lambda: account.updates.waiter)
    writer.write(request("getMe", {}))
    await asyncio.sleep(0.05)
    await laleh.send("x")
    assert isinstance((await answer_of(reader))[1]["result"], list)
    assert (await answer_of(reader))[1]["result"]["is_bot"] is True
    assert ways == ["long", "long"]


async def test_unknown_tokens_and_broken_bodies(telegram: Telegram, connection: Any, account: BotAccount) -> None:
    reader, writer = connection
    writer.write(request("getMe", {}).replace(b"100:TEST", b"100:NOPE"))
    assert (await answer_of(reader))[0] == 401
    writer.write(request("getMe", {}).replace(b"{}", b"{{"))
    assert (await answer_of(reader))[0] == 400
    assert len(telegram.problems) == 1


async def test_the_usual_client_takes_the_short_way(call: Any, ways: list[str], laleh: Person) -> None:
    assert (await call("sendMessage", chat_id=laleh.id, text="x"))["ok"]
    assert ways == ["short"]

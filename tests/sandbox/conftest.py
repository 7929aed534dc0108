import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from sandbox import BotAccount, Group, Person, Telegram
from sandbox.presses import PATIENCE
from tests.sandbox.visitor import Stream, Visitor

Call = Callable[..., Awaitable[dict[str, Any]]]


class Clock:
    """The true time, moved on at will."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def telegram(clock: Clock) -> AsyncIterator[Telegram]:
    async with Telegram(clock=clock) as telegram:
        telegram.webhook_retry = 0.02
        yield telegram


@pytest.fixture
def account(telegram: Telegram) -> BotAccount:
    return telegram.add_bot(token="100:TEST", username="hamsayeh_bot", name="همسایه")


@pytest.fixture
async def bot(telegram: Telegram, account: BotAccount, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else each duration and retry_after is a warning
    url = telegram.url
    # Reading the machine's certificates takes longer than any of these tests.
    requests = [HTTPXRequest(read_timeout=PATIENCE, httpx_kwargs={"verify": False}) for _ in range(2)]
    async with Bot(
        account.token,
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=requests[0],
        get_updates_request=requests[1],
    ) as bot:
        yield bot


@pytest.fixture
def laleh(telegram: Telegram, account: BotAccount) -> Person:
    """A person who has started the bot."""
    person = telegram.person("لاله")
    person.post_start()
    account.updates.entries.clear()
    return person


@pytest.fixture
def ali(telegram: Telegram, account: BotAccount) -> Person:
    return telegram.person("علی")


@pytest.fixture
def group(telegram: Telegram, account: BotAccount, laleh: Person, ali: Person) -> Group:
    group = telegram.group("ناحیه ۴", members=[laleh, ali])
    account.updates.entries.clear()
    return group


@pytest.fixture
def forum(telegram: Telegram, account: BotAccount, laleh: Person, ali: Person) -> Group:
    group = telegram.group("ناحیه ۵", members=[laleh, ali], forum=True, bot_admin=True)
    account.updates.entries.clear()
    return group


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def call(telegram: Telegram, account: BotAccount, session: aiohttp.ClientSession) -> Call:
    """A call in JSON as it stands; the whole answer."""

    async def call(method: str, **params: Any) -> dict[str, Any]:
        async with session.post(f"{telegram.url}/bot{account.token}/{method}", json=params) as answer:
            result: dict[str, Any] = await answer.json()
            assert answer.status == result.get("error_code", 200)
            return result

    return call


@pytest.fixture
def refused(call: Call) -> Callable[..., Awaitable[str]]:
    """A call that must fail; the words of the refusal."""

    async def refused(method: str, **params: Any) -> str:
        result = await call(method, **params)
        assert result["ok"] is False, json.dumps(result)
        return str(result["description"])

    return refused


@pytest.fixture
def visitor(telegram: Telegram, session: aiohttp.ClientSession) -> Visitor:
    return Visitor(telegram, session)


@pytest.fixture
async def stream(telegram: Telegram, laleh: Person, session: aiohttp.ClientSession) -> AsyncIterator[Stream]:
    async with session.get(f"{telegram.url}/web/events") as response:
        yield Stream(response)


async def until(true: Callable[[], object], within: float = PATIENCE) -> None:
    """Wait for something that shows in no chat."""
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline, "it never came"
        await asyncio.sleep(0.005)


@pytest.fixture(name="until")
def until_fixture() -> Callable[..., Awaitable[None]]:
    return until

"""Updates by webhook: the secret, redelivery, order, and what polling says meanwhile."""

import asyncio
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, Conflict

from sandbox import BotAccount, Person, Telegram


class Receiver:
    """A bot's side of a webhook."""

    def __init__(self) -> None:
        self.updates = []
        self.secrets = []
        self.times = []
        self.answers = []
        self.open = 0
        self.most_open = 0
        self.together = 1
        self.delay = 0.0
        self.url = ""

    async def handle(self, request: Any) -> Any:
        self.open += 1
        self.most_open = max(self.open, self.most_open)
        self.updates.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.times.append(asyncio.get_running_loop().time())
        while self.most_open < self.together:  # noqa: ASYNC110  # it is a test
            await asyncio.sleep(0.005)
        await asyncio.sleep(self.delay)
        self.open -= 1
        return self.answers.pop(0) if self.answers else web.Response()

    @property
    def texts(self) -> Any:
        return [update["message"]["text"] for update in self.updates]


@pytest.fixture
async def receiver() -> Any:
    receiver = Receiver()
    server = web.Server(receiver.handle)
    listening = await asyncio.get_running_loop().create_server(server, "127.0.0.1", 0)
    receiver.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/hook"
    yield receiver
    listening.close()
    await server.shutdown(0.1)


async def test_updates_come_with_the_secret(
    telegram: Telegram, bot: Bot, laleh: Person, account: BotAccount, receiver: Receiver, until: Any
) -> None:
    await laleh.send("before")
    await bot.set_webhook(receiver.url, secret_token="s3cret_-", max_connections=7)
    await laleh.send("after")
    await until(lambda: not account.updates.entries)
    assert receiver.texts == ["before", "after"]
    assert receiver.secrets == ["s3cret_-"] * 2
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count, info.max_connections) == (receiver.url, 0, 7)


async def test_polling_conflicts_with_a_webhook(bot: Bot, laleh: Person, receiver: Receiver) -> None:
    await bot.set_webhook(receiver.url)
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    await laleh.send("x")
    assert len(await bot.get_updates()) == 1
    assert receiver.updates == []


async def test_only_2xx_confirms(bot: Bot, laleh: Person, account: BotAccount, receiver: Receiver, until: Any) -> None:
    receiver.answers = [web.Response(status=code) for code in (500, 302, 404)]
    await bot.set_webhook(receiver.url)
    await laleh.send("x")
    await laleh.send("y")
    await until(lambda: not account.updates.entries)
    assert receiver.texts == ["x"] * 4 + ["y"]
    gaps = [later - earlier for earlier, later in zip(receiver.times, receiver.times[1:4], strict=False)]
    assert gaps[0] >= 0.02
    assert gaps[1] >= 0.04
    assert gaps[2] >= 0.08
    assert "Wrong response from the webhook" in (await bot.get_webhook_info()).last_error_message


async def test_retry_after_is_honoured(
    bot: Bot, laleh: Person, account: BotAccount, receiver: Receiver, until: Any
) -> None:
    receiver.answers = [web.Response(status=429, headers={"Retry-After": "0.3"})]
    await bot.set_webhook(receiver.url)
    await laleh.send("x")
    await until(lambda: not account.updates.entries)
    assert receiver.times[1] - receiver.times[0] >= 0.28


async def test_order_holds_in_one_chat_while_others_go_on(
    telegram: Telegram, bot: Bot, laleh: Person, ali: Person, account: BotAccount, receiver: Receiver, until: Any
) -> None:
    receiver.together, receiver.delay = 2, 0.02
    await bot.set_webhook(receiver.url)
    for text in "ab":
        await laleh.send(text)
        await ali.send(text.upper())
    await until(lambda: not account.updates.entries)
    assert [text for text in receiver.texts if text.islower()] == ["a", "b"]
    assert receiver.most_open == 2


async def test_max_connections(
    telegram: Telegram, bot: Bot, account: BotAccount, receiver: Receiver, until: Any
) -> None:
    receiver.together, receiver.delay = 2, 0.02
    await bot.set_webhook(receiver.url, max_connections=2)
    for number in range(6):
        telegram.person(str(number)).post_text("x")
    await until(lambda: not account.updates.entries)
    assert receiver.most_open == 2


async def test_lost_answers_bring_the_update_again(
    telegram: Telegram, bot: Bot, laleh: Person, account: BotAccount, receiver: Receiver, until: Any
) -> None:
    telegram.faults.webhook_fail(1, delivered=True)
    await bot.set_webhook(receiver.url)
    await laleh.send("x")
    await until(lambda: not account.updates.entries)
    assert receiver.texts == ["x", "x"]
    telegram.faults.webhook_fail(2)
    await laleh.send("y")
    await until(lambda: not account.updates.entries)
    assert receiver.texts == ["x", "x", "y"]


async def test_a_call_in_the_answer(bot: Bot, laleh: Person, receiver: Receiver) -> None:
    receiver.answers = [web.json_response({"method": "sendMessage", "chat_id": laleh.id, "text": "در پاسخ"})]
    await bot.set_webhook(receiver.url)
    await laleh.send("x")
    await laleh.sees("در پاسخ")


async def test_drop_pending_updates(bot: Bot, laleh: Person, receiver: Receiver) -> None:
    await laleh.send("x")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_nobody_at_the_url(bot: Bot, laleh: Person, account: BotAccount, receiver: Receiver, until: Any) -> None:
    await bot.set_webhook("http://127.0.0.1:1/hook")
    await laleh.send("x")
    await until(lambda: account.webhook.last_error)
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.delete_webhook()
    assert len(await bot.get_updates()) == 1


@pytest.mark.parametrize(
    "params",
    [
        {"url": "http://example.org/x"},
        {"url": "ftp://127.0.0.1/x"},
        {"url": "http://127.0.0.1/x", "secret_token": "a b"},
        {"url": "http://127.0.0.1/x", "max_connections": 101},
    ],
)
async def test_wrong_webhooks(telegram: Telegram, bot: Bot, params: Any) -> None:
    with pytest.raises(BadRequest):
        await bot.set_webhook(**params)
    assert len(telegram.problems) == 1


async def test_a_redirection_is_not_followed(
    bot: Bot, laleh: Person, account: BotAccount, receiver: Receiver, until: Any
) -> None:
    receiver.answers = [web.Response(status=307, headers={"Location": receiver.url})]
    await bot.set_webhook(receiver.url)
    await laleh.send("x")
    await until(lambda: account.webhook is not None and account.webhook.last_error)
    await until(lambda: not account.updates.entries)
    assert receiver.texts == ["x", "x"]

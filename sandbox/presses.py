"""A pressed button and what the bot answers to it."""

import asyncio
import itertools
import random
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.formatting import without_isolates

if TYPE_CHECKING:
    from sandbox.bots import BotAccount
    from sandbox.chats import Message, Raw
    from sandbox.people import Person

PATIENCE = 15.0  # seconds; a busy machine may need them, and nobody waits longer than it takes
QUERIES_KEPT = 20_000


@dataclass(slots=True)
class CallbackAnswer:
    """What `answerCallbackQuery` shows: a toast, or a window if `show_alert`."""

    text: str
    show_alert: bool
    url: str | None = None


class Answering:
    """Both `await press.answer` and `await press.answer(within=2)` wait for the bot's answer."""

    def __init__(self, press: "Press", within: float) -> None:
        self.press = press
        self.within = within

    def __call__(self, within: float = PATIENCE) -> "Answering":
        return Answering(self.press, within)

    def __await__(self) -> Generator[Any, None, CallbackAnswer]:
        return self.press.wait_for_answer(self.within).__await__()


class Press:
    """`kind` is callback, text, location, contact, start, url or copy: what the button did."""

    __slots__ = ("answered", "at", "button", "id", "kind", "message", "on_answer", "person", "waiter")

    def __init__(self, person: "Person", kind: str, message: "Message", button: "Raw") -> None:
        self.person = person
        self.kind = kind
        self.message = message
        self.button = button
        self.at = person.world.clock()
        self.id = ""
        self.answered: CallbackAnswer | None = None
        self.waiter: asyncio.Future[None] | None = None
        self.on_answer: Callable[[CallbackAnswer], None] | None = None

    def __repr__(self) -> str:
        return f"<Press {self.kind} {self.button['text']!r} by {self.person.name}>"

    @property
    def answer(self) -> Answering:
        return Answering(self, PATIENCE)

    def take_answer(self, params: "Raw") -> None:
        self.answered = CallbackAnswer(
            without_isolates(params.get("text", "")), params.get("show_alert", False), params.get("url")
        )
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_result(None)
        if self.on_answer is not None:
            self.on_answer(self.answered)
        self.person.chat.wake()

    async def wait_for_answer(self, within: float) -> CallbackAnswer:
        if self.answered is None:
            self.waiter = asyncio.get_running_loop().create_future()
            await asyncio.wait([self.waiter], timeout=within)
        if self.answered is None:
            raise AssertionError(
                f"no answerCallbackQuery for {self!r} within {within:g} s\n{self.message.chat.transcript()}"
            )
        return self.answered


def ask(bot: "BotAccount", press: Press) -> None:
    """Send the callback query; very old ones that were never answered are forgotten."""
    press.id = str(random.randrange(10**17, 10**18))  # noqa: S311  # as unguessable as it need be
    queries = bot.queries
    queries[press.id] = press
    if len(queries) > QUERIES_KEPT:
        for key in list(itertools.islice(queries, QUERIES_KEPT // 2)):
            del queries[key]
    message = press.message
    query = {
        "id": press.id,
        "from": press.person.user,
        "message": message.raw,
        "chat_instance": str(message.chat.id * 7919),
        "data": press.button["callback_data"],
    }
    bot.updates.add("callback_query", query, message.chat.id)

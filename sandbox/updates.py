"""Updates that wait for a bot: in what order, for how long, and who fetches them."""

import asyncio
import itertools
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.errors import ApiError

if TYPE_CHECKING:
    from sandbox.bots import BotAccount
    from sandbox.telegram import Telegram

KEPT = 24 * 3600
CALLBACK_QUERIES_KEPT = 150
IDLE_WEEK = 7 * 24 * 3600
LONGEST_POLL = 50
MOST = 100
ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})

TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass(slots=True)
class Entry:
    """An update in the queue; `chat` keeps its order among those of the same chat."""

    id: int
    at: float
    kind: str
    chat: int
    update: dict[str, Any]


class Updates:
    """The queue of one bot."""

    def __init__(self, world: "Telegram", bot: "BotAccount") -> None:
        self.world = world
        self.bot = bot
        self.entries: dict[int, Entry] = {}
        self.allowed: frozenset[str] | None = None
        self.next_id = random.randrange(100_000_000, 900_000_000)  # noqa: S311  # as unguessable as it need be
        self.last_at = world.clock()
        self.waiter: asyncio.Future[None] | None = None

    def __len__(self) -> int:
        return len(self.entries)

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ONLY_WHEN_ASKED

    def allow(self, kinds: list[str] | None) -> None:
        """An empty list stands for the default; no list leaves what was said before."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def add(self, kind: str, payload: dict[str, Any], chat: int) -> int | None:
        """Queue an update, if the bot asked for its kind; its `update_id`."""
        if not self.wants(kind):
            return None
        return self.add_raw(kind, {kind: payload}, chat)

    def add_raw(self, kind: str, update: dict[str, Any], chat: int) -> int:
        now = self.world.clock()
        if now - self.last_at > IDLE_WEEK and not self.entries:
            self.next_id = random.randrange(100_000_000, 900_000_000)  # noqa: S311  # as Telegram does
        self.last_at = now
        number = self.next_id
        self.next_id += 1
        entry = Entry(number, now, kind, chat, {"update_id": number, **update})
        self.entries[number] = entry
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_result(None)
        if self.bot.webhook is not None:
            self.bot.webhook.add(entry)
        return number

    def expired(self, entry: Entry) -> bool:
        age = self.world.clock() - entry.at
        return age > KEPT or (entry.kind == "callback_query" and age > CALLBACK_QUERIES_KEPT)

    def forget_expired(self) -> None:
        """They stand in order of age, so the search ends at the first that is young enough for any kind."""
        young = self.world.clock() - CALLBACK_QUERIES_KEPT
        old = itertools.takewhile(lambda entry: entry.at < young, self.entries.values())
        for entry in [entry for entry in old if self.expired(entry)]:
            del self.entries[entry.id]

    def confirm_below(self, offset: int) -> None:
        if offset < 0:
            offset = next(itertools.islice(reversed(self.entries), -offset - 1, None), offset)
        for number in list(itertools.takewhile(lambda number: number < offset, self.entries)):
            del self.entries[number]

    def first(self, limit: int) -> list[dict[str, Any]]:
        return [entry.update for entry in itertools.islice(self.entries.values(), limit)]

    async def poll(self, params: dict[str, Any]) -> list[dict[str, Any]]:
        """`getUpdates`: what waits, or what comes within `timeout` seconds."""
        if self.bot.webhook is not None:
            raise ApiError(WEBHOOK_ACTIVE, 409)
        self.interrupt()
        self.world.closing.run()
        self.allow(params.get("allowed_updates"))
        self.confirm_below(params.get("offset", 0))
        self.forget_expired()
        wait = min(max(params.get("timeout", 0), 0), LONGEST_POLL)
        if not self.entries and wait:
            await self.next_update(wait)
            self.forget_expired()
        limit = params.get("limit", MOST)
        return self.first(limit if 1 <= limit <= MOST else MOST)

    async def next_update(self, wait: float) -> None:
        loop = asyncio.get_running_loop()
        waiter = self.waiter = loop.create_future()
        timer = loop.call_later(wait, settle, waiter)
        try:
            await waiter
        finally:
            timer.cancel()
            if self.waiter is waiter:
                self.waiter = None

    def interrupt(self, reason: str = TERMINATED) -> None:
        """Whoever waits for updates is told that another one asks."""
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_exception(ApiError(reason, 409))
        self.waiter = None

    def release(self) -> None:
        """The server stops: who waits gets an empty answer."""
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_result(None)


def settle(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)

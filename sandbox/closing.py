"""Polls that close by themselves, at the server's own time."""

import asyncio
import heapq
import itertools
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sandbox.chats import Message
    from sandbox.telegram import Telegram


class Closing:
    """A timer wakes for the next one; asking for updates and voting see to it, too, since the clock may be moved."""

    def __init__(self, world: "Telegram") -> None:
        self.world = world
        self.due: list[tuple[int, int, Message]] = []
        self.numbers = itertools.count()
        self.timer: asyncio.TimerHandle | None = None

    def add(self, message: "Message") -> None:
        poll: dict[str, Any] = message.raw["poll"]
        at = poll.get("close_date") or (message.date + poll["open_period"] if "open_period" in poll else None)
        if at is not None and not poll["is_closed"]:
            heapq.heappush(self.due, (at, next(self.numbers), message))
            self.arm()

    def arm(self) -> None:
        self.stop()
        if self.due:
            wait = max(self.due[0][0] - self.world.clock(), 0)
            self.timer = asyncio.get_running_loop().call_later(wait, self.run)

    def stop(self) -> None:
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None

    def run(self) -> None:
        """Close what is due by now."""
        if not self.due:
            return
        now = self.world.clock()
        while self.due and self.due[0][0] <= now:
            close(heapq.heappop(self.due)[2])
        self.arm()


def close(message: "Message") -> None:
    """Its bot is told, as of every poll that it has sent."""
    poll = {**message.raw["poll"], "is_closed": True}
    if message.deleted or message.raw["poll"]["is_closed"]:
        return
    message.raw = {**message.raw, "poll": poll}
    message.chat.touch(message)
    if message.bot is not None:
        message.bot.updates.add("poll", poll, message.chat.id)

"""Flood control: how many messages a bot may send, overall and to one chat.

Telegram publishes no exact limits. These are the known ones: about 30 a second over all chats (1000 for
paid broadcasts), one a second in a private chat after a short burst, 20 a minute in a group. An edit
counts overall and in groups.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

OVERALL = (30.0, 30.0)
PAID = (1000.0, 1000.0)
PRIVATE = (5.0, 1.0)
GROUP = (20.0, 20 / 60)


@dataclass(slots=True)
class Bucket:
    """Room for `capacity` messages that fills again at `rate` a second."""

    capacity: float
    rate: float
    level: float
    at: float
    shut_until: float = 0.0

    def wait(self, now: float, count: int) -> int:
        """Take room for so many; 0, or the whole seconds to wait."""
        self.level = min(self.capacity, self.level + (now - self.at) * self.rate)
        self.at = now
        # An album larger than what is left passes at once when there is room for all of its chat's burst.
        if self.level >= min(count, self.capacity) - 1e-9:
            self.level -= count
            return 0
        seconds = max(1, math.ceil((min(count, self.capacity) - self.level) / self.rate))
        self.shut_until = now + seconds
        return seconds


class Flood:
    def __init__(self, clock: Callable[[], float], *, on: bool) -> None:
        self.clock = clock
        self.on = on
        self.shut_until = 0.0
        self.buckets: dict[tuple[int, int | str], Bucket] = {}

    def shut(self, seconds: float) -> None:
        """Every send is refused for so long, whether flood control is on or not."""
        self.shut_until = self.clock() + seconds

    def bucket(self, bot: int, scope: int | str, size: tuple[float, float], now: float) -> Bucket:
        key = (bot, scope)
        found = self.buckets.get(key)
        if found is None:
            found = self.buckets[key] = Bucket(size[0], size[1], size[0], now)
        return found

    def refusal(self, bot: int, chat: int, count: int, *, edit: bool, paid: bool) -> tuple[int, bool]:
        """Seconds to wait (0: go on), and whether the bot was told to wait already."""
        now = self.clock()
        if now < self.shut_until:
            return max(1, math.ceil(self.shut_until - now)), True
        if not self.on:
            return 0, False
        buckets = [self.bucket(bot, "paid" if paid else "all", PAID if paid else OVERALL, now)]
        if chat < 0 or not edit:
            buckets.append(self.bucket(bot, chat, GROUP if chat < 0 else PRIVATE, now))
        for bucket in buckets:
            if now < bucket.shut_until:
                return max(1, math.ceil(bucket.shut_until - now)), True
        for bucket in reversed(buckets):
            if wait := bucket.wait(now, count):
                return wait, False
        return 0, False

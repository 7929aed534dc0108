"""When the next message may go: to all chats, to this chat, and after Telegram has said "wait"."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf

from storage.outbox import BULK

CATCH_UP = 0.1  # seconds that the even pace may be behind and make up for at once
FORGET = 10_000  # private chats remembered before those at rest are forgotten


@dataclass(frozen=True)
class Pace:
    """What Telegram is known to grant: `rate` messages a second in all, `steady` a second in a
    private chat after a burst of `burst`, `group` a minute in a group. None lifts a limit."""

    rate: int = 30
    steady: float | None = 1.0
    burst: int = 8
    group: int | None = 20


@dataclass
class Limiter:
    """Times are seconds of any one clock that never goes back; `quiet` tells how many are left of the quiet hours.

    Answers and notices go at once while the last second has room. Bulk goes evenly, and gives way by as much as the
    others take: so the whole rate is used, and the next place is never further away than one over the rate.
    """

    pace: Pace
    quiet: Callable[[], float] = lambda: 0.0
    paused_until: float = 0.0
    _sent: deque[float] = field(default_factory=deque)
    _even_at: float = -inf  # when the next message is due by the even pace
    _private: dict[int, tuple[float, float]] = field(default_factory=dict)  # tokens left, and when that was
    _groups: dict[int, deque[float]] = field(default_factory=dict)

    def pause(self, until: float) -> None:
        """One deadline for every lane and every chat: the server said so."""
        self.paused_until = max(self.paused_until, until)

    def wait_for_any(self, lane: int, now: float) -> float:
        """Seconds until a message of this lane may go to whomever; 0 for now."""
        if self.paused_until > now:
            return self.paused_until - now
        if lane == BULK:
            return max(self.quiet(), self._even_at - now, 0.0)
        while self._sent and self._sent[0] <= now - 1:
            self._sent.popleft()
        most = self.pace.rate
        return 0.0 if len(self._sent) < most else self._sent[len(self._sent) - most] + 1 - now

    def bulk_room(self, now: float) -> int:
        """How many messages of a broadcast may go now; quiet hours are the broadcast's own affair."""
        if self.bulk_wait(now) > 0:
            return 0
        return int(min(now - self._even_at, CATCH_UP) * self.pace.rate) + 1

    def bulk_wait(self, now: float) -> float:
        """Seconds until `bulk_room` has room again."""
        return max(self.paused_until - now, self._even_at - now, 0.0)

    def note_bulk(self, count: int, now: float) -> None:
        """So many messages go out now, to people who have not been written to of late."""
        while self._sent and self._sent[0] <= now - 1:
            self._sent.popleft()
        self._sent.extend([now] * count)
        self._even_at = max(self._even_at, now - CATCH_UP) + count / self.pace.rate

    def wait_for(self, chat: int, now: float) -> float:
        """Seconds until this chat may get another message."""
        if chat < 0:
            return self._wait_for_group(chat, now)
        if chat == 0 or self.pace.steady is None:
            return 0.0
        tokens = self._tokens(chat, now)
        return 0.0 if tokens >= 1 else (1 - tokens) / self.pace.steady

    def note(self, chat: int, now: float) -> None:
        """A message goes out now."""
        self.note_bulk(1, now)
        if chat < 0 and self.pace.group is not None:
            self._groups.setdefault(chat, deque()).append(now)
        elif chat > 0 and self.pace.steady is not None:
            self._private[chat] = (self._tokens(chat, now) - 1, now)
            if len(self._private) > FORGET:
                self._forget(now)

    def _tokens(self, chat: int, now: float) -> float:
        tokens, at = self._private.get(chat, (float(self.pace.burst), now))
        return min(tokens + (now - at) * (self.pace.steady or 0), float(self.pace.burst))

    def _wait_for_group(self, chat: int, now: float) -> float:
        times = self._groups.get(chat)
        if times is None or self.pace.group is None:
            return 0.0
        while times and times[0] <= now - 60:
            times.popleft()
        return 0.0 if len(times) < self.pace.group else times[0] + 60 - now

    def _forget(self, now: float) -> None:
        full = self.pace.burst / (self.pace.steady or 1)
        self._private = {chat: entry for chat, entry in self._private.items() if now - entry[1] < full}

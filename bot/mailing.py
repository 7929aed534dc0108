"""A broadcast as memory has it: its messages ready to be sent, and what an answer of Telegram's means for a person."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.wire import Unsent, Unsure
from locales.words import DEFAULT
from services.broadcasts import Figures
from storage.broadcasts import Broadcast, Call
from storage.recipients import AWAY, FAILED, SENT, UNSURE, WAITING, Addressee
from storage.rows import to_json

MEMORY = 30.0  # seconds over which the rate is measured
Deliver = Callable[[str, bytes], Awaitable[None]]


class Outcome(NamedTuple):
    """What became of a person's message, of which `arrived` parts are there; `error` is why the next one is not."""

    person_id: int
    state: str
    error: Exception | None = None
    arrived: int = 0

    @property
    def certain(self) -> bool:
        """Whether the part that failed has certainly not arrived, and may be sent again."""
        return isinstance(self.error, (RetryAfter, Unsent))


class Part(NamedTuple):
    """A method, and its JSON from behind the chat's number on."""

    method: str
    rest: bytes


def parts_of(calls: list[Call]) -> list[Part]:
    return [Part(call.method, to_json(call.parameters)[1:].encode()) for call in calls]


@dataclass
class Mailing:
    """`parts` by language; `dry` when nobody's turn has come."""

    broadcast: Broadcast
    parts: Mapping[str, list[Part]]
    dry: bool = False
    show_at: float = 0.0
    shown: object = None  # what the bar last said
    _settled: deque[tuple[float, int]] = field(default_factory=deque)

    @property
    def calls_each(self) -> int:
        return max(map(len, self.parts.values()), default=1)

    async def send(self, deliver: Deliver, to: Addressee, begin: int = 0) -> Outcome:
        """All parts to one person, or those from `begin` on. Raises nothing."""
        parts = self.parts.get(to.language) or self.parts[DEFAULT]
        for place in range(begin, len(parts)):
            method, rest = parts[place]
            try:
                await deliver(method, b'{"chat_id":%d,%b' % (to.person_id, rest))
            except Exception as error:  # noqa: BLE001  # each kind of failure has its meaning
                # With the first part something has arrived, and must not come again.
                return Outcome(to.person_id, SENT if place else meaning(error), error, place)
        return Outcome(to.person_id, SENT, None, len(parts))

    def measure(self, figures: Figures, now: float) -> tuple[float | None, int | None]:
        """People a second of late, and the seconds still to go at that rate; None before there are two looks."""
        self._settled.append((now, figures.settled))
        while len(self._settled) > 2 and self._settled[0][0] < now - MEMORY:  # noqa: PLR2004  # two make a rate
            self._settled.popleft()
        (since, before), (_, after) = self._settled[0], self._settled[-1]
        if now <= since or after <= before:
            return None, None
        rate = (after - before) / (now - since)
        return rate, round(figures.waiting / rate)


def meaning(error: Exception) -> str:
    """The state of somebody whose message failed so: waiting again only where it certainly did not arrive."""
    if isinstance(error, (RetryAfter, Unsent)):
        return WAITING
    if isinstance(error, Forbidden):
        return AWAY
    if isinstance(error, BadRequest):
        return FAILED
    if isinstance(error, Unsure):
        return UNSURE
    if isinstance(error, NetworkError):
        # An error that the Bot API itself reports did not arrive; of one that it did not write nobody knows.
        return WAITING if error.__cause__ is None else UNSURE
    return WAITING if isinstance(error, TelegramError) else FAILED

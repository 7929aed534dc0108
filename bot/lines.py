"""Letters in memory: a line for each chat, so that nobody's messages overtake each other; the lanes across them."""

from __future__ import annotations

import heapq
from collections import deque
from dataclasses import dataclass, field

from bot.limiter import Limiter
from storage.outbox import ANSWER, BULK, NOTICE, Letter

LANES = (ANSWER, NOTICE, BULK)


@dataclass
class Line:
    """What waits for one chat. One letter at a time is under way; `not_before` holds after a failure."""

    lanes: tuple[deque[Letter], ...] = field(default_factory=lambda: tuple(deque[Letter]() for _ in LANES))
    busy: bool = False
    not_before: float = 0.0

    def top(self) -> int | None:
        return next((lane for lane in LANES if self.lanes[lane]), None)

    def letters(self) -> list[Letter]:
        return [letter for lane in self.lanes for letter in lane]


class Lines:
    """All lines, and which of them may go next."""

    def __init__(self, limiter: Limiter) -> None:
        self._limiter = limiter
        self._lines: dict[int, Line] = {}
        self._ready: tuple[deque[int], ...] = tuple(deque[int]() for _ in LANES)
        self._resting: list[tuple[float, int]] = []  # a heap of (when, chat)
        self.waiting = 0

    def add(self, letter: Letter) -> Letter | None:
        """The older edit of the same message that this one makes needless, if one was waiting."""
        line = self._lines.setdefault(letter.chat_id, Line())
        superseded = _take_edit(line, letter.edits) if letter.edits else None
        lane = line.lanes[_lane(line, letter)]
        if lane and letter.id < lane[0].id:
            lane.appendleft(letter)
        else:
            lane.append(letter)
        self.waiting += superseded is None
        self._offer(letter.chat_id, line)
        return superseded

    def next(self, now: float) -> Letter | None:
        """The letter to send now; its chat is busy until `done` or `again`."""
        while self._resting and self._resting[0][0] <= now:
            self._offer(chat := heapq.heappop(self._resting)[1], self._lines.get(chat))
        for lane in LANES:
            while self._ready[lane] and self._limiter.wait_for_any(lane, now) <= 0:
                letter = self._from(self._ready[lane].popleft(), lane, now)
                if letter:
                    return letter
        return None

    def pause(self, now: float) -> float | None:
        """Seconds until `next` may have something; None when only a new letter can change that."""
        waits = [self._limiter.wait_for_any(lane, now) for lane in LANES if self._ready[lane]]
        if self._resting:
            waits.append(self._resting[0][0] - now)
        return max(min(waits), 0.0) if waits else None

    def is_busy(self, chat: int) -> bool:
        line = self._lines.get(chat)
        return line is not None and line.busy

    def done(self, chat: int) -> None:
        line = self._lines.get(chat)
        if line is None:
            return
        line.busy = False
        if line.top() is None:
            del self._lines[chat]
        else:
            self._offer(chat, line)

    def again(self, letter: Letter, at: float) -> None:
        """Back to the front of its line, which rests until `at`."""
        line = self._lines.setdefault(letter.chat_id, Line())
        line.lanes[letter.lane].appendleft(letter)
        line.busy, line.not_before = False, at
        self.waiting += 1
        self._offer(letter.chat_id, line)

    def take_all(self, chat: int) -> list[Letter]:
        """Everything that waits for a chat that is gone, or has another id now."""
        line = self._lines.pop(chat, None)
        letters = line.letters() if line else []
        self.waiting -= len(letters)
        return letters

    def take_everything(self) -> list[Letter]:
        return [letter for chat in list(self._lines) for letter in self.take_all(chat)]

    def _offer(self, chat: int, line: Line | None) -> None:
        lane = line.top() if line and not line.busy else None
        if lane is not None:
            self._ready[lane].append(chat)

    def _from(self, chat: int, lane: int, now: float) -> Letter | None:
        line = self._lines.get(chat)
        if line is None or line.busy or line.top() != lane:
            return None  # an outdated offer; a chat is offered again whenever it changes
        wait = max(line.not_before - now, self._limiter.wait_for(chat, now))
        if wait > 0:
            heapq.heappush(self._resting, (now + wait, chat))
            return None
        line.busy = True
        self.waiting -= 1
        self._limiter.note(chat, now)
        return line.lanes[lane].popleft()


def _lane(line: Line, letter: Letter) -> int:
    """Its own, unless it edits a message that still waits in a slower one: it must not overtake that."""
    if letter.edits:
        for number in LANES:
            if any(other.about == letter.edits for other in line.lanes[number]):
                return max(number, letter.lane)
    return letter.lane


def _take_edit(line: Line, edits: str) -> Letter | None:
    for lane in line.lanes:
        for letter in lane:
            if letter.edits == edits:
                lane.remove(letter)
                return letter
    return None

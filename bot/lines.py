"""Letters in memory: a line for each chat, so that nobody's messages overtake each other; the lanes across them."""

from __future__ import annotations

import heapq
from collections import deque
from dataclasses import dataclass, field

from bot.limiter import Limiter
from storage.outbox import ANSWER, BULK, NOTICE, URGENT, Letter, replaces

LANES = (ANSWER, NOTICE, URGENT, BULK)
RESTING = -1
FIRST_REST, LONGEST_REST = 0.5, 60.0  # seconds between two tries


@dataclass
class Line:
    """What waits for one chat. One letter at a time is under way; `not_before` holds after a failure.

    `offered` is the lane in whose queue the chat stands, or RESTING, or None: a chat stands in one place at a time.
    """

    lanes: tuple[deque[Letter], ...] = field(default_factory=lambda: tuple(deque[Letter]() for _ in LANES))
    busy: bool = False
    not_before: float = 0.0
    failures: int = 0
    offered: int | None = None

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
        superseded = _take_edit(line, letter) if letter.edits else None
        _insert(line.lanes[_lane(line, letter)], letter)
        if letter.about:
            _hold_edits_back(line, letter)
        self.waiting += superseded is None
        self._offer(letter.chat_id, line)
        return superseded

    def next(self, now: float) -> Letter | None:
        """The letter to send now; its chat is busy until `done`, `again` or `later`."""
        while self._resting and self._resting[0][0] <= now:
            self._wake(heapq.heappop(self._resting)[1])
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

    @property
    def pressing(self) -> bool:
        """Whether something waits for nothing but room: bulk lets it pass."""
        return any(self._ready[lane] for lane in LANES if lane != BULK)

    def is_busy(self, chat: int) -> bool:
        line = self._lines.get(chat)
        return line is not None and line.busy

    def done(self, chat: int) -> None:
        line = self._lines.get(chat)
        if line is None:
            return
        line.busy, line.failures = False, 0
        if line.top() is None:
            del self._lines[chat]
        else:
            self._offer(chat, line)

    def again(self, letter: Letter) -> None:
        """Back to the front of its line: nothing was wrong with it, and the limiter holds everything."""
        self._put_back(letter, letter.lane, 0.0)

    def retry(self, letter: Letter, now: float) -> None:
        """Back to the front of its line, which rests for longer with every failure."""
        line = self._lines.setdefault(letter.chat_id, Line())
        line.failures += 1
        self._put_back(letter, letter.lane, now + min(FIRST_REST * 2 ** (line.failures - 1), LONGEST_REST))

    def step_back(self, letter: Letter, at: float) -> None:
        """An edit whose message is still to come, from wherever: to the end of its line."""
        self._put_back(letter, BULK, at)

    def take_all(self, chat: int) -> list[Letter]:
        """Everything that waits for a chat that is gone, or has another id now."""
        line = self._lines.pop(chat, None)
        letters = line.letters() if line else []
        self.waiting -= len(letters)
        return letters

    def take_everything(self) -> list[Letter]:
        return [letter for chat in list(self._lines) for letter in self.take_all(chat)]

    def _put_back(self, letter: Letter, lane: int, at: float) -> None:
        line = self._lines.setdefault(letter.chat_id, Line())
        if lane == letter.lane:
            line.lanes[lane].appendleft(letter)
        else:
            line.lanes[lane].append(letter)
        line.busy, line.not_before = False, at
        self.waiting += 1
        self._offer(letter.chat_id, line)

    def _offer(self, chat: int, line: Line) -> None:
        lane = None if line.busy else line.top()
        if lane is not None and (line.offered is None or lane < line.offered):
            line.offered = lane
            self._ready[lane].append(chat)

    def _wake(self, chat: int) -> None:
        line = self._lines.get(chat)
        if line and line.offered == RESTING:
            line.offered = None
            self._offer(chat, line)

    def _from(self, chat: int, lane: int, now: float) -> Letter | None:
        line = self._lines.get(chat)
        if line is None or line.offered != lane:
            return None  # it stands elsewhere by now
        line.offered = None
        if line.busy or line.top() != lane:
            self._offer(chat, line)
            return None
        wait = max(line.not_before - now, self._limiter.wait_for(chat, now))
        if wait > 0:
            line.offered = RESTING
            heapq.heappush(self._resting, (now + wait, chat))
            return None
        line.busy = True
        self.waiting -= 1
        self._limiter.note(chat, now)
        return line.lanes[lane].popleft()


def _insert(lane: deque[Letter], letter: Letter) -> None:
    """In the order of their numbers: what comes from the database may be older than what is here."""
    place = len(lane)
    while place and lane[place - 1].id > letter.id:
        place -= 1
    lane.insert(place, letter)


def _lane(line: Line, letter: Letter) -> int:
    """Its own, unless it edits a message that still waits in a slower one: it must not overtake that."""
    if letter.edits:
        for number in LANES:
            if any(other.about == letter.edits for other in line.lanes[number]):
                return max(number, letter.lane)
    return letter.lane


def _hold_edits_back(line: Line, letter: Letter) -> None:
    """Edits of this message that have come before it, in a faster lane, wait behind it."""
    for lane in line.lanes:
        for edit in [other for other in lane if other.edits == letter.about]:
            lane.remove(edit)
            _insert(line.lanes[max(letter.lane, edit.lane)], edit)


def _take_edit(line: Line, letter: Letter) -> Letter | None:
    """Of the same message: behind the one that waits, if that takes the name over from another."""
    sent_as = max((other.id for lane in line.lanes for other in lane if other.about == letter.edits), default=0)
    for lane in line.lanes:
        for other in lane:
            if replaces(letter, other) and sent_as < other.id < letter.id:
                lane.remove(other)
                return other
    return None

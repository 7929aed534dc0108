"""Residents who report in four acts, act as soon as they see what they wait for, and send nothing twice."""

import asyncio
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox import Person, Telegram
from sandbox.actions import button_with
from sandbox.chats import Message

PHOTO, PLACE, CATEGORY, SEND = "photo", "place", "category", "send"
KIND, FILE = "لکه‌گیری آسفالت", "ارسال گزارش"
IMPATIENT = 5.0  # seconds after which a resident who sees nothing happen taps again
SOUTH, WEST, STEP = 35.7300, 51.4960, 0.0009  # degrees; farther apart than what counts as the same place


@dataclass
class Act:
    """One thing a resident does: the number of its update, and which of their reports it belongs to."""

    update: int
    report: int
    kind: str


@dataclass
class Resident:
    """Starts the next report when the last one has its tracking code and the crowd has another to file."""

    person: Person
    crowd: "Crowd"
    acts: list[Act] = field(default_factory=list)
    report: int = -1
    waits_for: str = ""
    since: float = 0.0
    repeats: int = 0

    def words(self, report: int) -> str:
        return f"چالهٔ شمارهٔ {self.person.id}-{report} را لکه‌گیری کنید"

    def begin(self) -> None:
        self.report += 1
        self._act(PHOTO, lambda: self.person.post_photo(self.words(self.report)))

    def _act(self, kind: str, do: Callable[[], object]) -> None:
        self.waits_for = {PHOTO: PLACE, PLACE: CATEGORY, CATEGORY: SEND, SEND: ""}[kind]
        self.since = time.monotonic()
        self.acts.append(Act(self.crowd.telegram.bot.updates.next_id, self.report, kind))
        do()

    def sees(self, message: Message) -> None:
        """Called with each message or edit of the bot."""
        if self.waits_for == PLACE and "کجاست" in message.text:
            self._act(PLACE, lambda: self.person.post_location(*self.crowd.place()))
        elif self.waits_for == CATEGORY and (button := button_with(message.keyboard, KIND)):
            self._act(CATEGORY, lambda: self.person.post_press(message, button))
        elif self.waits_for == SEND and (button := button_with(message.keyboard, FILE)):
            if self.words(self.report) in message.text:
                self._act(SEND, lambda: self.person.post_press(message, button))
        elif not self.waits_for and self.report >= 0 and "کد رهگیری" in message.text:
            self.crowd.filed(self)

    def hurry(self) -> None:
        """Tap again what is on the screen, when nothing has happened for a while."""
        if time.monotonic() - self.since > IMPATIENT and self.waits_for != PLACE:
            self.since = time.monotonic()
            self.repeats += 1
            kind = {CATEGORY: "", SEND: CATEGORY, "": SEND}[self.waits_for]
            label = {CATEGORY: KIND, SEND: FILE}.get(kind)
            for message in reversed(self.person.messages):
                if label and (button := button_with(message.keyboard, label)):
                    self.acts.append(Act(self.crowd.telegram.bot.updates.next_id, self.report, kind))
                    self.person.post_press(message, button)
                    return


@dataclass
class Crowd:
    """`allowed` is how many reports they may have begun by now."""

    telegram: Telegram
    total: int
    residents: list[Resident] = field(default_factory=list)
    allowed: int = 0
    begun: int = 0
    done: int = 0
    idle: list[Resident] = field(default_factory=list)
    _places: itertools.count = field(default_factory=itertools.count)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    def of(cls, telegram: Telegram, people: int, total: int) -> "Crowd":
        crowd = cls(telegram, total)
        for number in range(people):
            resident = Resident(telegram.person(f"ساکن {number}"), crowd)
            resident.person.on_message = resident.sees
            crowd.residents.append(resident)
        crowd.idle = list(crowd.residents)
        return crowd

    @property
    def acts(self) -> int:
        return sum(len(resident.acts) for resident in self.residents)

    async def comes_to(self, acts: int, within: float) -> None:
        """So many acts are done; or so many seconds are over."""
        deadline = time.monotonic() + within
        while self.acts < acts and time.monotonic() < deadline:  # noqa: ASYNC110  # what a thousandth of a second changes is drawn by lot
            await asyncio.sleep(0.001)

    def place(self) -> tuple[float, float]:
        row, column = divmod(next(self._places), 20)
        return SOUTH + row * STEP, WEST + column * STEP

    def allow(self, more: int) -> None:
        self.allowed = min(self.allowed + more, self.total)
        self._go_on()

    def filed(self, resident: Resident) -> None:
        if resident not in self.idle:
            self.done += 1
            self.idle.append(resident)
            self._changed.set()
            asyncio.get_running_loop().call_soon(self._go_on)

    def _go_on(self) -> None:
        while self.begun < self.allowed and self.idle:
            self.begun += 1
            self.idle.pop(0).begin()

    async def finish(self, within: float) -> None:
        """All that is allowed is filed."""
        deadline = time.monotonic() + within
        while self.done < self.allowed:
            if time.monotonic() > deadline:
                stuck = next(resident for resident in self.residents if resident not in self.idle)
                raise AssertionError(f"{self.done} of {self.allowed} filed\n{stuck.person.transcript()}")
            self._changed.clear()
            await asyncio.wait({asyncio.ensure_future(self._changed.wait())}, timeout=0.5)
            for resident in self.residents:
                if resident not in self.idle:
                    resident.hurry()

"""What the visitor has brought about since the tour began, read from the chats as everybody sees them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.demo import cast
from bot.demo.said import openings
from handlers.house import House
from sandbox import Group, Person
from sandbox.chats import Message
from sandbox.formatting import without_isolates
from sandbox.story import Players
from services import life

MARK = "🔖 "  # before what a card says of its state
CODE = re.compile(r"\d{4}-\d{4}")
ENDED = frozenset({life.IMPOSSIBLE, life.REFERRED, life.WITHDRAWN})  # there is nothing left to judge
ANSWERED = ENDED | {life.CONFIRMED, life.PARTLY, life.REOPENED}
FINISHED = ANSWERED | {life.DONE}
CLAIMED = FINISHED | {life.CLAIMED, life.IN_PROGRESS, life.WAITING}

# What the bot says, and what it fills in there.
FILED = ("filed", "code", "category", "until", "desk")
JOINED = ("joined", "code", "supporters")
COMING = ("event-you-come", "count")
WAITING = ("event-you-wait", "count", "place")
VOTED = ("poll-taken",)
SENT = ("broadcast-summary", "number", "state")
DIGEST = ("digest", "area", "day", "new", "open", "overdue", "reopened", "waiting", "done", "today")


@dataclass(frozen=True)
class Hanging:
    """A report in a managers' group: who works there, who filed it, and its card."""

    group: Group
    manager: Person
    reporter: Person
    card: int | None = None


@dataclass
class Walk:
    """`now` is the moved clock."""

    players: Players
    house: House
    now: Callable[[], float]
    began: float = 0
    since: int = 0  # the last change in all chats when the visitor came

    def rewind(self) -> None:
        """What has been is no part of the walk."""
        self.began, self.since = self.now(), next(self.players.group.world.sequence)

    # The report

    def reported(self) -> bool:
        return bool(self._cards(self._reports()))

    def claimed(self) -> bool:
        return not self._states().isdisjoint(CLAIMED)

    def finished(self) -> bool:
        return not self._states().isdisjoint(FINISHED)

    def answered(self) -> bool:
        """Who has only joined what a neighbour reported is not asked."""
        return not self._states().isdisjoint(ANSWERED) or (self.finished() and not self._told_any(FILED))

    def informed(self) -> bool:
        """The digest of a coming morning is there."""
        messages = self.newest().group.messages
        return any(_says(message, DIGEST) for message in messages if message.date >= self._morning())

    def newest(self) -> Hanging:
        """The report of the walk that was filed last; before there is one, where Laleh's will hang."""
        reports = self._reports()
        cards = self._cards(reports)
        code = next((code for code in reversed(reports) if code in cards), "")
        if not code:
            return Hanging(self.players.group, self.players.ali, self.players.laleh)
        group = next(group for group in self._groups() if group.chat is cards[code].chat)
        return Hanging(group, self._manager(group), reports[code], cards[code].id)

    def _manager(self, group: Group) -> Person:
        """Ali where he works; where he does not Mehrdad, who may work everywhere and comes into the group for it."""
        ali, mehrdad = self.players.ali, self.players.mehrdad
        if ali.id in group.members:
            return ali
        if mehrdad.id not in group.members:
            group.add(mehrdad)
        return mehrdad

    # What comes after it

    def registered(self) -> bool:
        return self._told_any(COMING) or self._told_any(WAITING)

    def voted(self) -> bool:
        return self._told_any(VOTED)

    def announced(self) -> bool:
        return self._told_any(SENT)

    def quiet(self) -> bool:
        """What goes to everybody waits for the morning."""
        return self.house.quiet(int(self.now())) > 0

    # What is seen

    def _told_any(self, said: tuple[str, ...]) -> bool:
        return any(self._told(person, said) for person in self._cast())

    def _told(self, person: Person, said: tuple[str, ...]) -> list[Message]:
        """What the bot has said to somebody in these words, in whatever language."""
        return [message for message in person.messages if self._is_fresh(message) and _says(message, said)]

    def _is_fresh(self, message: Message) -> bool:
        """Sent or edited by the bot since the tour began."""
        return message.from_bot and message.sequence > self.since

    def _cast(self) -> list[Person]:
        return [self.players.group.world.people[part.id] for part in cast.CAST]

    def _groups(self) -> list[Group]:
        return self.players.group.world.groups

    def _reports(self) -> dict[str, Person]:
        """Who was the first to file or join each report, by its code, in the order in which they did."""
        told = [
            (message, person)
            for person in self._cast()
            for said in (FILED, JOINED)
            for message in self._told(person, said)
        ]
        reports: dict[str, Person] = {}
        for message, person in sorted(told, key=lambda pair: pair[0].id):
            reports.setdefault(_code(message), person)
        return reports

    def _cards(self, codes: Collection[str]) -> dict[str, Message]:
        """Of these reports."""
        if not codes:
            return {}
        cards = {
            _code(message): message
            for group in self._groups()
            for message in group.messages
            if self._is_fresh(message) and f"\n{MARK}" in message.text
        }
        return {code: cards[code] for code in codes if code in cards}

    def _states(self) -> set[str]:
        """As the cards word them."""
        labels = {self.house.words().plain(f"state-{state.replace('_', '-')}"): state for state in life.STATES}
        cards = self._cards(self._reports()).values()
        lines = (line for card in cards for line in card.text.split("\n") if line.startswith(MARK))
        return {labels[label] for line in lines if (label := line.removeprefix(MARK).split(" · ")[0]) in labels}

    def _morning(self) -> float:
        zone = self.house.city.zone
        day = datetime.fromtimestamp(self.began, zone)
        hour = self.house.digest_time
        morning = day.replace(hour=hour.hour, minute=hour.minute, second=0)
        return (morning if morning > day else morning + timedelta(days=1)).timestamp()


def _says(message: Message, said: tuple[str, ...]) -> bool:
    shown = without_isolates(message.html)
    return any(opening in shown for opening in openings(said))


def _code(message: Message) -> str:
    found = CODE.search(message.text)
    return found[0] if found else ""

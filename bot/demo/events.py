"""The events of the made-up district: those that were, with who came and what they thought, and those to come."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from random import Random

from bot.demo import cast
from bot.demo.district import District
from services import attendance, demand, events, feedback, registrations, reminders
from services.events import blank
from storage import errands, subscriptions
from storage import events as stored
from storage.database import Transaction
from storage.events import Event
from storage.people import Person
from storage.registrations import REGISTERED, guests

FILE = Path(__file__).with_name("events.json")
HOUR, DAY = 3600, 86400
KNOWN = 12 * DAY  # seconds before an event at which it is published, if that is past
CAME, SPOKE, WROTE = 0.8, 0.7, 0.3  # of those registered; of those who came; of those who gave stars
FOLLOWERS = 40
GOLSHAN = "c_golshan"


@dataclass(frozen=True)
class Told:
    """What events.json says of one; `days` from today, `parties` the registrations that are asked for."""

    title: str
    words: str
    kind: str
    audience: str
    centre: str
    days: int
    hour: int
    minutes: int
    capacity: int
    seats: int
    parties: int
    cost: int = 0
    weeks: int = 0
    cancelled: bool = False


@cache
def _file() -> dict[str, list[dict[str, object]]]:
    read: dict[str, list[dict[str, object]]] = json.loads(FILE.read_text(encoding="utf-8"))
    return read


def told() -> list[Told]:
    return [Told(**each) for each in _file()["events"]]  # type: ignore[arg-type]  # the file is ours


async def take_place(district: District) -> None:
    random = district.random("events")
    for each in told():
        async with district.database.transaction() as tx:
            await Story(district, tx, random, each).tell()
    async with district.database.transaction() as tx:
        await _wish(district, tx, random)


def _awake(_: int) -> int:
    """Nobody waits for a morning in what has been."""
    return 0


@dataclass
class Story:
    """One event, from its announcement to now."""

    district: District
    tx: Transaction
    random: Random
    told: Told

    async def tell(self) -> None:
        event = await self._publish()
        await self._register(event)
        if self.told.cancelled:
            await events.cancel(self.tx, event.id, self._author(), now=self.district.now - 2 * HOUR)
        elif event.ends < self.district.now:
            await self._be_over(event)
        await self._settle(event)

    def _author(self) -> int:
        return cast.MARYAM.id if self.told.centre == GOLSHAN else self.district.owner

    def _starts(self) -> int:
        zone = self.district.city.zone
        day = datetime.fromtimestamp(self.district.now, zone).date() + timedelta(days=self.told.days)
        return int(datetime.combine(day, time(self.told.hour), zone).timestamp())

    async def _publish(self) -> Event:
        it, starts = self.told, self._starts()
        known = min(starts - KNOWN, self.district.now - self.random.randrange(1, 7) * DAY)
        until = starts + it.weeks * 7 * DAY if it.weeks else None
        draft = replace(
            blank(self._author(), known), title=it.title, words=it.words, kind=it.kind, audience=it.audience,
            centre=it.centre, area=self.district.city.centres[it.centre].area, starts=starts, minutes=it.minutes,
            capacity=it.capacity, seats_each=it.seats, cost=it.cost, until=until,
        )  # fmt: skip
        added = await stored.add(self.tx, draft)
        zone = self.district.city.zone
        return (await events.publish(self.tx, zone, added.id, self._author(), quiet=_awake, now=known))[0]

    async def _register(self, event: Event) -> None:
        """In their order; whoever finds no seat waits for one."""
        residents = [person for some in self.district.residents.values() for person in some]
        parties = self.random.sample(residents, self.told.parties)
        end = min(event.starts, self.district.now) - HOUR
        moments = sorted(self.random.randrange(event.created, end) for _ in parties)
        for person, now in zip(parties, moments, strict=True):
            seats = self.random.randint(1, self.told.seats)
            await registrations.join(self.tx, event.id, person.id, seats, quiet=_awake, now=now, wait=True)

    async def _be_over(self, event: Event) -> None:
        came = [person for person in await self._registered(event) if self.random.random() < CAME]
        for person in came:
            await attendance.arrive(self.tx, event.id, person, event.starts)
        await events.end(self.tx, event.id, event.ends, event.ends)
        feedback.plan(self.tx, event, self.district.city.zone, _awake)
        morning = feedback.asked_at(event, self.district.city.zone, _awake)
        if morning < self.district.now:
            for person in came:
                await self._judge(event, person, morning)

    async def _registered(self, event: Event) -> list[int]:
        return [guest.registration.person_id for guest in await guests(self.tx, event.id, (REGISTERED,))]

    async def _judge(self, event: Event, person: int, now: int) -> None:
        if self.random.random() < SPOKE:
            await feedback.rate(self.tx, event.id, person, self.random.choice((3, 4, 4, 5, 5, 5)), now)
            if self.random.random() < WROTE:
                words = str(self.random.choice(_file()["opinions"]))
                await feedback.say(self.tx, event.id, person, words, now)

    async def _settle(self, event: Event) -> None:
        """What was due before now has been done."""
        zone, now = self.district.city.zone, self.district.now
        known = {
            f"event_over:{event.id}:{event.ends}": event.ends,
            f"opinion:{event.id}": feedback.asked_at(event, zone, _awake),
            **{
                f"event_reminder:{event.id}:{lead}:{event.starts}": reminders.due(event, lead, zone, _awake)
                for lead in reminders.LEADS
            },
        }
        for name, due in known.items():
            if due < now:
                await errands.finish(self.tx, name, now)


async def _wish(district: District, tx: Transaction, random: Random) -> None:
    """Some follow a centre, and some ask for what there is not yet."""
    residents: list[Person] = [person for some in district.residents.values() for person in some]
    for person in random.sample(residents, FOLLOWERS):
        centre = random.choice(list(district.city.centres))
        subscriptions.add(tx, person.id, subscriptions.CENTRE, centre, district.now - DAY)
    subscriptions.add(tx, cast.LALEH.id, subscriptions.CENTRE, GOLSHAN, district.now - DAY)
    asked = _file()["demands"]
    for person, (kind, audience, words) in zip(random.sample(residents, len(asked)), asked, strict=True):
        now = district.now - random.randrange(1, 20) * DAY
        await demand.ask(tx, person.id, GOLSHAN, kind, audience, words, now)

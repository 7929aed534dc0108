"""What the tests of events have in common: people who may come, and an event that they may come to."""

from datetime import time
from zoneinfo import ZoneInfo

from handlers.house import House
from handlers.voice import Voice
from services import city, events
from services.events import blank
from services.reports import Limits
from services.rights import Rights
from storage import events as stored
from storage import people
from storage.database import Transaction
from storage.events import Event
from storage.people import Person

TEHRAN = ZoneInfo("Asia/Tehran")
NOON = 1796198400  # 2026-12-02 08:00 UTC, in Tehran 11:30
DAY, HOUR = 86400, 3600
OFFICER = 1


def never_quiet(_: int) -> int:
    return 0


def introduce(tx: Transaction, count: int) -> None:
    """People 1 to `count`; the first one is the officer."""
    for number in range(1, count + 1):
        people.put(tx, Person(number, f"p{number}", "fa", away=0, created=0, seen=NOON))


async def make_event(tx: Transaction, capacity: int = 10, seats_each: int = 1, **given: object) -> Event:
    """A published event in ten days."""
    draft = blank(OFFICER, NOON)
    draft.centre, draft.area = "c_golshan", "golshan"
    draft.title, draft.starts, draft.capacity, draft.seats_each = "کارگاه", NOON + 10 * DAY, capacity, seats_each
    for name, value in given.items():
        setattr(draft, name, value)
    made = await stored.add(tx, draft)
    return (await events.publish(tx, TEHRAN, made.id, OFFICER, quiet=never_quiet, now=NOON))[0]


async def speaking(tx: Transaction, now: int) -> Voice:
    """In the demo district, in which nights are no quieter than days."""
    here = await city.read(tx, TEHRAN, now)
    assert here
    return Voice(tx, House(here, Rights([]), Limits(1, 1), time(8), (time(0), time(0)), "hamsayeh_bot", b"key"), now)

"""At the door: who has come, once each. The code on a resident's phone is a secret of their registration."""

from __future__ import annotations

import re
from dataclasses import dataclass

from services.refusal import Refusal
from storage import attendance, events, people, registrations
from storage.database import Transaction
from storage.events import CANCELLED, DRAFT, Event
from storage.people import Person
from storage.registrations import REGISTERED, Registration

PREFIX = "q_"  # what tells the link in a code from other deep links
_CODE = re.compile(rf"(?:[?&]start=|^){PREFIX}([A-Za-z0-9_-]{{8,40}})$")
OPENS, CLOSES = 6 * 3600, 24 * 3600  # seconds before the beginning, and after the end, while people are let in


@dataclass(frozen=True)
class Arrival:
    """`before` is when they were let in already; None where they have just come."""

    event: Event
    registration: Registration
    person: Person
    before: int | None = None


def payload(registration: Registration) -> str:
    return PREFIX + registration.token


def token_in(text: str) -> str | None:
    """What a code says: our link, whichever way it is written."""
    found = _CODE.search(text.strip())
    return found[1] if found else None


async def known(tx: Transaction, token: str) -> Registration | None:
    """Whose code it is."""
    return await registrations.by_token(tx, token)


async def arrive(tx: Transaction, event_id: int, person_id: int, now: int) -> Arrival:
    """All of the party have come; who was let in before stays as they were. Raises Refusal."""
    event, theirs, person = await _at_the_door(tx, event_id, person_id, now)
    if theirs.came:
        return Arrival(event, theirs, person, theirs.came_at)
    _put(tx, theirs, theirs.seats, now)
    return Arrival(event, theirs, person)


async def count(tx: Transaction, event_id: int, person_id: int, came: int, now: int) -> Arrival:
    """So many of the party have come; nobody, when it was a mistake. Raises Refusal."""
    event, theirs, person = await _at_the_door(tx, event_id, person_id, now)
    if not 0 <= came <= theirs.seats:
        raise Refusal("door-too-many", count=theirs.seats)
    _put(tx, theirs, came, now)
    return Arrival(event, theirs, person)


def _put(tx: Transaction, theirs: Registration, came: int, now: int) -> None:
    theirs.came, theirs.came_at = came, now if came else None
    attendance.put(tx, theirs.event_id, theirs.person_id, came, theirs.came_at)


async def _at_the_door(tx: Transaction, event_id: int, person_id: int, now: int) -> tuple[Event, Registration, Person]:
    event = await events.get(tx, event_id, lock=True)
    if event is None or event.state == DRAFT:
        raise Refusal("event-unknown")
    if event.state == CANCELLED:
        raise Refusal("event-cancelled")
    if not event.starts - OPENS <= now <= event.ends + CLOSES:
        raise Refusal("door-closed")
    theirs = await registrations.get(tx, event_id, person_id)
    person = await people.get(tx, person_id)
    if theirs is None or person is None or theirs.state != REGISTERED:
        raise Refusal("door-not-registered")
    return event, theirs, person

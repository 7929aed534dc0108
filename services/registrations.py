"""Who gets a seat. The law:

- The seats that are taken or on offer are never more than the capacity: whoever changes them holds the event's lock.
- Seats that become free go to the waiting list, in its order. A party for which there are too few is offered as many
  as there are; when it lets those pass, it keeps its place, and is asked again as soon as there are more.
- So nobody gets a seat past somebody who waits for it: whoever is behind gets only what all before them let pass.
- An offer is kept for a time that depends on how soon the event is, and that does not run at night. Then it passes on.
"""

from __future__ import annotations

import secrets
import sys
from dataclasses import dataclass, field

from services.quiet import Quiet
from services.refusal import Refusal
from storage import errands, events, registrations
from storage.database import Transaction
from storage.errands import Errand
from storage.events import CANCELLED, OVER, PUBLISHED, Event
from storage.registrations import LAPSED, LEFT, OFFERED, REGISTERED, WAITING, Registration

MINUTE, HOUR, DAY = 60, 3600, 86400
# An offer for an event that begins in less than so long is kept so long.
HOLDS = ((2 * HOUR, 10 * MINUTE), (6 * HOUR, 30 * MINUTE), (DAY, HOUR), (3 * DAY, 6 * HOUR), (7 * DAY, DAY))
HOLD = 2 * DAY


@dataclass
class Outcome:
    """What became of it: the person's registration, the event as it is now, and who is offered seats by it."""

    event: Event
    registration: Registration
    offers: list[Registration] = field(default_factory=list)


def free(event: Event) -> int:
    left = event.left
    return sys.maxsize >> 1 if left is None else left


def offered_until(starts: int, now: int, quiet: Quiet) -> int:
    """When an offer that is made now ends, so that it can still pass on before the event begins.

    The night does not count, unless the event is before people are up.
    """
    begin = now + quiet(now)
    until = begin + _hold(starts - begin)
    until += quiet(until)
    return until if until < starts else min(now + _hold(starts - now), starts)


def _hold(ahead: int) -> int:
    return next((hold for within, hold in HOLDS if ahead < within), HOLD)


async def open_event(tx: Transaction, event_id: int, now: int) -> Event:
    """Locked. Raises Refusal where nobody can come any more, or leave."""
    event = await events.get(tx, event_id, lock=True)
    if event is not None and event.state == CANCELLED:
        raise Refusal("event-cancelled")
    if event is None or event.state not in {PUBLISHED, OVER}:
        raise Refusal("event-unknown")
    if event.state == OVER or event.starts <= now:
        raise Refusal("event-begun")
    return event


async def _theirs(tx: Transaction, event: Event, person: int, now: int) -> Registration:
    known = await registrations.get(tx, event.id, person)
    return known or Registration(event.id, person, LEFT, 0, 0, 0, 0, None, secrets.token_urlsafe(9), 0, None, now, now)


async def join(
    tx: Transaction, event_id: int, person: int, seats: int, *, quiet: Quiet, now: int, wait: bool = False
) -> Outcome:
    """Seats for a party; with `wait`, a place on the waiting list where there are too few. Raises Refusal.

    Whoever is registered has so many seats from now on; whoever waits may ask for fewer without losing the place.
    """
    event = await open_event(tx, event_id, now)
    if not 1 <= seats <= event.seats_each:
        raise Refusal("event-seats-most", count=event.seats_each)
    theirs = await _theirs(tx, event, person, now)
    if theirs.state == OFFERED:
        return await _take(tx, event, theirs, min(seats, theirs.held), quiet, now)
    if theirs.state == WAITING:
        _ask_for_fewer(theirs, seats)
    elif seats < theirs.came:
        raise Refusal("event-has-come")
    elif seats - theirs.held <= free(event):
        return await _take(tx, event, theirs, seats, quiet, now)
    elif theirs.state == REGISTERED or not wait:
        raise _too_few(event)
    else:
        event.queue += 1
        _become(event, theirs, WAITING, now, at=now, seats=seats, place=event.queue, passed=0)
    return await _written(tx, event, theirs, quiet, now)


def _too_few(event: Event) -> Refusal:
    return Refusal("event-seats-left", count=free(event)) if free(event) else Refusal("event-full")


def _ask_for_fewer(theirs: Registration, seats: int) -> None:
    if seats > theirs.seats:
        raise Refusal("event-waiting-for-fewer")
    if seats < theirs.seats:
        theirs.seats, theirs.passed = seats, 0


async def _take(tx: Transaction, event: Event, theirs: Registration, seats: int, quiet: Quiet, now: int) -> Outcome:
    at = theirs.at if theirs.state == REGISTERED else now
    _become(event, theirs, REGISTERED, now, held=seats, at=at, seats=seats)
    return await _written(tx, event, theirs, quiet, now)


async def accept(tx: Transaction, event_id: int, person: int, *, quiet: Quiet, now: int) -> Outcome:
    """The seats that are kept for them. Raises Refusal when they are no more."""
    event, theirs = await _offered(tx, event_id, person, now)
    return await _take(tx, event, theirs, theirs.held, quiet, now)


async def let_pass(tx: Transaction, event_id: int, person: int, *, quiet: Quiet, now: int) -> Outcome:
    """Fewer seats than they need: they go on waiting, in their place. Raises Refusal."""
    event, theirs = await _offered(tx, event_id, person, now)
    _give_back(event, theirs, now)
    return await _written(tx, event, theirs, quiet, now)


async def _offered(tx: Transaction, event_id: int, person: int, now: int) -> tuple[Event, Registration]:
    event = await open_event(tx, event_id, now)
    theirs = await _theirs(tx, event, person, now)
    if theirs.state != OFFERED:
        raise Refusal("event-offer-gone")
    return event, theirs


async def leave(tx: Transaction, event_id: int, person: int, *, quiet: Quiet, now: int) -> Outcome:
    """Whoever comes, waits or is offered seats does no more. Raises Refusal."""
    event = await open_event(tx, event_id, now)
    theirs = await _theirs(tx, event, person, now)
    if theirs.state not in registrations.HEARING:
        raise Refusal("event-not-registered")
    if theirs.came:
        raise Refusal("event-has-come")
    _become(event, theirs, LEFT, now)
    return await _written(tx, event, theirs, quiet, now)


async def lapse(tx: Transaction, event_id: int, person: int, until: int, *, quiet: Quiet, now: int) -> Outcome | None:
    """Nobody has answered in time: whole offers are over, smaller ones were let pass. None where it is decided."""
    event = await events.get(tx, event_id, lock=True)
    theirs = await registrations.get(tx, event_id, person)
    if event is None or theirs is None or theirs.state != OFFERED or theirs.until != until:
        return None
    if event.state != PUBLISHED:
        return None
    _give_back(event, theirs, now)
    return await _written(tx, event, theirs, quiet, now)


def _give_back(event: Event, theirs: Registration, now: int) -> None:
    whole = theirs.held >= theirs.seats
    passed = 0 if whole else theirs.held
    _become(event, theirs, LAPSED if whole else WAITING, now, passed=passed)


def _become(event: Event, theirs: Registration, state: str, now: int, *, held: int = 0, **more: int) -> None:
    """Into another state, with so many seats of the event."""
    event.taken += held - theirs.held
    theirs.state, theirs.held, theirs.until, theirs.changed = state, held, None, now
    for name, value in more.items():
        setattr(theirs, name, value)


async def _written(tx: Transaction, event: Event, theirs: Registration, quiet: Quiet, now: int) -> Outcome:
    registrations.put(tx, theirs)
    events.save_seats(tx, event)
    offers = await offer_on(tx, event, quiet=quiet, now=now)
    return Outcome(event, next((each for each in offers if each.person_id == theirs.person_id), theirs), offers)


async def offer_on(tx: Transaction, event: Event, *, quiet: Quiet, now: int) -> list[Registration]:
    """Offer what is free to those who wait, in their order. Call it with the event's lock in hand."""
    offers: list[Registration] = []
    while event.state == PUBLISHED and now < event.starts and (seats := free(event)):
        first = await registrations.first_waiting(tx, event.id, seats)
        if first is None:
            break
        until = offered_until(event.starts, now, quiet)
        _become(event, first, OFFERED, now, held=min(first.seats, seats))
        first.until = until
        registrations.put(tx, first)
        events.save_seats(tx, event)
        _leave_errand(tx, first, until)
        offers.append(first)
    return offers


def _leave_errand(tx: Transaction, offered: Registration, until: int) -> None:
    """Named by its end: an offer that is made anew has another."""
    arguments = {"event": offered.event_id, "person": offered.person_id, "until": until}
    name = f"event_offer:{offered.event_id}:{offered.person_id}:{until}"
    errands.leave(tx, Errand(name, "event_offer", arguments, until))

"""The morning after an event, those who came are asked one question. The centre learns the answers, never whose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from locales.text import clean, mask_phones
from services.quiet import Quiet
from services.refusal import Refusal
from storage import errands, events, opinions, registrations
from storage.database import Transaction
from storage.errands import Errand
from storage.events import OVER, Event
from storage.opinions import Opinion
from storage.registrations import ALL, REGISTERED, Guest, Part

STARS = (1, 2, 3, 4, 5)
ENOUGH = 5  # answers below which an average would tell who gave which
ASKED_AT = time(10)
LATE_MOST = 2 * 86400  # seconds: after that nobody is asked any more
OPEN = 30 * 86400  # seconds in which the answer may be given, or changed
WORDS_MOST = 1000  # characters


@dataclass(frozen=True)
class Summary:
    """`average` is None, and `words` empty, while fewer than five have answered."""

    answers: int
    average: float | None
    words: list[str]


def asked_at(event: Event, zone: ZoneInfo, quiet: Quiet) -> int:
    day = datetime.fromtimestamp(event.ends, zone).date() + timedelta(days=1)
    due = int(datetime.combine(day, ASKED_AT, zone).timestamp())
    return due + quiet(due)


def plan(tx: Transaction, event: Event, zone: ZoneInfo, quiet: Quiet) -> None:
    """When it is over."""
    due = asked_at(event, zone, quiet)
    errands.leave(tx, Errand(f"opinion:{event.id}", "opinion", {"event": event.id, "due": due}, due))


async def owed(
    tx: Transaction, event_id: int, due: int, now: int, part: Part = ALL
) -> tuple[Event, list[Guest]] | None:
    """Whom to ask."""
    event = await events.get(tx, event_id)
    if event is None or event.state != OVER or now - due > LATE_MOST:
        return None
    return event, await opinions.to_ask(tx, event_id, part)


async def rate(tx: Transaction, event_id: int, person_id: int, stars: int, now: int) -> Event:
    """Raises Refusal for whoever did not come."""
    event = await _asked(tx, event_id, person_id, now)
    before = await opinions.get(tx, event_id, person_id)
    opinions.put(tx, Opinion(event_id, person_id, stars, before.words if before else "", now))
    return event


async def say(tx: Transaction, event_id: int, person_id: int, words: str, now: int) -> Event:
    """In their own words. Raises Refusal."""
    event = await _asked(tx, event_id, person_id, now)
    before = await opinions.get(tx, event_id, person_id)
    said = mask_phones(clean(words)[:WORDS_MOST])
    opinions.put(tx, Opinion(event_id, person_id, before.stars if before else None, said, now))
    return event


async def _asked(tx: Transaction, event_id: int, person_id: int, now: int) -> Event:
    event = await events.get(tx, event_id)
    theirs = await registrations.get(tx, event_id, person_id)
    if event is None or theirs is None or theirs.state != REGISTERED or not theirs.came:
        raise Refusal("opinion-of-guests")
    if now > event.ends + OPEN:
        raise Refusal("opinion-too-late")
    return event


async def summary(tx: Transaction, event_id: int) -> Summary:
    answers, total = await opinions.stars(tx, event_id)
    if answers < ENOUGH:
        return Summary(answers, None, [])
    return Summary(answers, round(total / answers, 1), await opinions.words(tx, event_id))

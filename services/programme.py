"""Once a week, the events of the coming week in one message, for those who prefer that to one message for each.

Those who get the same get it by one broadcast.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as clock_time

from services import broadcasts
from services.broadcasts import Quiet
from services.city import City
from services.week import Selection, Week
from storage import broadcasts as stored
from storage import errands, events, subscriptions
from storage.database import Transaction
from storage.errands import Errand
from storage.events import PUBLISHED, Event, Filter
from storage.rows import values

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")  # as datetime.weekday() counts
DAYS = 7
LATE_MOST = 12 * 3600  # seconds: a programme that could not be sent for longer is not sent at all
TOGETHER = 1000  # people of one broadcast, and of one look for who wants what
EVERYBODY = 1 << 40  # more than there are people


@dataclass(frozen=True)
class Weekly:
    """When it is sent: `thu-18:00`."""

    weekday: str
    at: clock_time

    def __str__(self) -> str:
        return f"{self.weekday}-{self.at:%H:%M}"

    @classmethod
    def read(cls, text: str) -> Weekly:
        """Raises ValueError."""
        weekday, _, at = text.strip().lower().partition("-")
        if weekday not in WEEKDAYS or not re.fullmatch(r"\d{1,2}:\d{2}", at):
            raise ValueError(f"{text!r} is no day and time")
        return cls(weekday, clock_time.fromisoformat(at.zfill(5)))


THURSDAY_EVENING = Weekly("thu", clock_time(18))


def plan(tx: Transaction, city: City, weekly: Weekly, now: int) -> None:
    """On its day, leave this week's errand; leaving it twice is harmless."""
    today = datetime.fromtimestamp(now, city.zone).date()
    due = int(datetime.combine(today, weekly.at, city.zone).timestamp())
    if WEEKDAYS[today.weekday()] == weekly.weekday and now - due <= LATE_MOST:
        errands.leave(tx, Errand(f"programme:{today.isoformat()}", "programme", {"due": due}, due))


async def coming(tx: Transaction, city: City, due: int, now: int) -> list[Event]:
    """What begins within a week; nothing, where it is too late to tell."""
    if now - due > LATE_MOST:
        return []
    until = datetime.fromtimestamp(now, city.zone) + timedelta(days=DAYS)
    return await events.coming(tx, now, Filter(before=int(until.timestamp())))


async def leave(tx: Transaction, city: City, due: int, rate: int, now: int) -> None:
    """An errand for each selection and those who get it, due when those before it have gone out."""
    before = 0
    for selection, people in (await _selections(tx, Week(city, await coming(tx, city, due, now)))).items():
        for start in range(0, len(people), TOGETHER):
            some = people[start : start + TOGETHER]
            arguments = {**values(selection), "people": some, "due": due}
            errands.leave(tx, Errand(f"programme:{due}:{some[0]}", "programme_part", arguments, now + before // rate))
            before += len(some)


async def _selections(tx: Transaction, week: Week) -> dict[Selection, list[int]]:
    """By what they get, whoever gets anything."""
    found: dict[Selection, list[int]] = {}
    after = 0
    while some := await subscriptions.weekly(tx, after, TOGETHER):
        for follower in some:
            if (selection := week.of(follower)).first:
                found.setdefault(selection, []).append(follower.person_id)
        after = some[-1].person_id
    return found


async def still(tx: Transaction, numbers: Sequence[int], due: int, now: int) -> list[Event]:
    """Those of them that are to come; nothing, where it is too late to tell."""
    known = await events.several_events(tx, numbers) if now - due <= LATE_MOST else {}
    named = [known[number] for number in numbers if number in known]
    return [event for event in named if event.state == PUBLISHED and event.starts > now]


async def freeze(tx: Transaction, city: City, number: int, cap: int, quiet: Quiet, now: int) -> None:
    """It is known whom the broadcast is for: nobody need look for them among all people."""
    broadcast = await stored.get(tx, number) if await stored.begin(tx, number, now) else None
    if broadcast:
        await broadcasts.freeze_some(tx, city, broadcast, cap, quiet, now, step=EVERYBODY)

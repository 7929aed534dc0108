"""Once a week, the events of the coming week in one message, for those who prefer that to one message for each.

What somebody follows is their own choice, and so is their programme: it is a letter. The edition of a week is one
broadcast, which counts for all who got it, and by whose rules they get it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as clock_time
from typing import Any

from services import broadcasts
from services.broadcasts import Quiet
from services.city import City
from storage import broadcasts as stored
from storage import errands, events, recipients
from storage.audience.rules import Rule
from storage.broadcasts import DONE, DRAFT, FREEZING, Broadcast
from storage.database import Transaction
from storage.errands import Errand
from storage.events import Event, Filter
from storage.recipients import Addressee

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")  # as datetime.weekday() counts
DAYS = 7
LATE_MOST = 18 * 3600  # seconds, a night among them: a programme that could not be sent for longer is not sent at all
KIND = "programme"


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
        errands.leave(tx, Errand(f"{KIND}:{today.isoformat()}", KIND, {"due": due}, due))


def go_on(tx: Transaction, arguments: dict[str, Any], at: int) -> None:
    """With those whose turn is next, then."""
    name = f"{KIND}:{arguments['due']}:{arguments.get('after', 0)}:{at}"
    errands.leave(tx, Errand(name, KIND, arguments, at))


async def coming(tx: Transaction, city: City, due: int, now: int) -> list[Event]:
    """What begins within a week; nothing, where it is too late to tell."""
    if now - due > LATE_MOST:
        return []
    until = datetime.fromtimestamp(now, city.zone) + timedelta(days=DAYS)
    return await events.coming(tx, now, Filter(before=int(until.timestamp())))


async def write_down(
    tx: Transaction, city: City, edition: Broadcast, some: Collection[int], cap: int, quiet: Quiet, now: int
) -> list[Addressee]:
    """Who of them gets it: nobody who has turned events off, or has had enough this week.

    It runs for as long as this transaction, and is never seen to: nothing is left for the sender of broadcasts to do.
    """
    if not await stored.move(tx, edition.id, (DRAFT, DONE), FREEZING, now):
        return []
    edition.audience = [Rule("people", list(some)), Rule("weekly", None)]
    await broadcasts.freeze_some(tx, city, edition, cap, quiet, now, step=None)
    readers, _ = await recipients.claim(tx, edition, KIND, now, len(some))
    recipients.sent(tx, edition.id, KIND, [reader.person_id for reader in readers])
    await stored.end(tx, edition.id, now)
    return readers

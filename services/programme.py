"""Once a week, all events of the coming week in one message, for those who prefer that to one message for each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as clock_time

from services.city import City
from storage import errands, events
from storage.database import Transaction
from storage.errands import Errand
from storage.events import Event, Filter

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")  # as datetime.weekday() counts
DAYS = 7
LATE_MOST = 12 * 3600  # seconds: a programme that could not be sent for longer is not sent at all


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

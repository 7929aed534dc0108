"""Reminders of an event: one errand for each time and all who come, so that five hundred cost as much as one.

An errand knows for when it was planned. What has been moved, cancelled or reminded of before, it leaves alone.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from services.quiet import Quiet
from storage import errands, events, registrations
from storage.database import Transaction
from storage.errands import Errand
from storage.events import PUBLISHED, Event
from storage.registrations import Guest

DAY, HOURS = "day", "hours"
LEADS = (DAY, HOURS)
TWO_HOURS = 2 * 3600


def due(event: Event, lead: str, zone: ZoneInfo, quiet: Quiet) -> int:
    """The same time the day before, but not at night; and two hours before, whenever that is."""
    if lead == HOURS:
        return event.starts - TWO_HOURS
    before = int((datetime.fromtimestamp(event.starts, zone) - timedelta(days=1)).timestamp())
    return before + quiet(before)


def too_late(event: Event, lead: str, now: int) -> bool:
    """Whoever is reminded of today when tomorrow was meant would be misled; and what has begun needs no reminder."""
    return now >= event.starts - (TWO_HOURS if lead == DAY else 0)


def plan(tx: Transaction, event: Event, zone: ZoneInfo, quiet: Quiet, now: int) -> None:
    """Those whose time has not come yet: whoever signs up later than that has it fresh in mind."""
    for lead in LEADS:
        at = due(event, lead, zone, quiet)
        if at > now:
            arguments = {"event": event.id, "lead": lead, "starts": event.starts}
            name = f"event_reminder:{event.id}:{lead}:{event.starts}"
            errands.leave(tx, Errand(name, "event_reminder", arguments, at))


async def owed(tx: Transaction, event_id: int, lead: str, starts: int, now: int) -> tuple[Event, list[Guest]] | None:
    """Whom to remind now; None where there is nothing to remind of (any more)."""
    event = await events.get(tx, event_id)
    if event is None or event.state != PUBLISHED or event.starts != starts or too_late(event, lead, now):
        return None
    return event, await registrations.to_remind(tx, event_id, day_before=lead == DAY)

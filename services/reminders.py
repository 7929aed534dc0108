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
from storage.registrations import ALL, Guest, Part

DAY, HOURS = "day", "hours"
LEADS = (DAY, HOURS)
QUARTER, TWO_HOURS, A_DAY = 900, 2 * 3600, 86400


def due(event: Event, lead: str, zone: ZoneInfo, quiet: Quiet) -> int:
    """The same time the day before, but not at night; and two hours before, whenever that is."""
    if lead == HOURS:
        return event.starts - TWO_HOURS
    before = int((datetime.fromtimestamp(event.starts, zone) - timedelta(days=1)).timestamp())
    after = before + quiet(before)
    if not too_late(event, lead, zone, after):
        return after
    return next((early for early in range(before, before - A_DAY, -QUARTER) if not quiet(early)), before)


def too_late(event: Event, lead: str, zone: ZoneInfo, now: int) -> bool:
    """Whoever is told on the day itself that it is tomorrow is misled; and what has begun needs no reminder."""
    if lead == HOURS:
        return now >= event.starts
    return datetime.fromtimestamp(now, zone).date() >= datetime.fromtimestamp(event.starts, zone).date()


def plan(tx: Transaction, event: Event, zone: ZoneInfo, quiet: Quiet, now: int, before: Event | None = None) -> None:
    """Those whose time has not come yet: whoever signs up later than that has it fresh in mind.

    Nor is anybody reminded twice within a day because it was moved a little; `before` is as it was.
    """
    for lead in LEADS:
        at = due(event, lead, zone, quiet)
        reminded = lead == DAY and before is not None and due(before, lead, zone, quiet) <= now
        if at > now and not (reminded and at - now < A_DAY):
            arguments = {"event": event.id, "lead": lead, "starts": event.starts}
            errands.leave(tx, Errand(name(event.id, lead, event.starts), "event_reminder", arguments, at))


def name(event_id: int, lead: str, starts: int) -> str:
    """The errand's."""
    return f"event_reminder:{event_id}:{lead}:{starts}"


async def owed(
    tx: Transaction, event_id: int, lead: str, starts: int, zone: ZoneInfo, now: int, part: Part = ALL
) -> tuple[Event, list[Guest]] | None:
    """Whom to remind now; None where there is nothing to remind of (any more). Nobody calls it off meanwhile."""
    event = await events.get(tx, event_id, lock=True)
    if event is None or event.state != PUBLISHED or event.starts != starts or too_late(event, lead, zone, now):
        return None
    return event, await registrations.to_remind(tx, event_id, part, day_before=lead == DAY)

"""What the program has still to do, now and later; a capability with a rhythm of its own joins here."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.house import House
from storage import broadcasts, errands, outbox, recipients
from storage.broadcasts import CANCELLED, SCHEDULED, Broadcast
from storage.database import Transaction
from storage.outbox import ANSWER, BULK, NOTICE, URGENT

SHORTEST = 60  # seconds: what falls due within a minute is done together


async def next_moment(tx: Transaction, house: House, now: int) -> int:
    """When something falls due that is not due yet; at the latest the morning that plans a new day."""
    marks = [_morning(house, now)]
    if quiet := house.quiet(now):
        marks.append(now + quiet)  # what may not be sent in quiet hours goes when they end
    dues = [await errands.next_due(tx)]
    for broadcast in await broadcasts.active(tx):
        dues += [broadcast.start_at, await recipients.next_due(tx, broadcast.id)]
    return min(marks + [max(due, now + SHORTEST) for due in dues if due is not None and due > now])


def _morning(house: House, now: int) -> int:
    local = datetime.fromtimestamp(now, house.city.zone)
    morning = datetime.combine(local.date(), house.digest_time, house.city.zone)
    return int((morning if morning > local else morning + timedelta(days=1)).timestamp())


async def letters(tx: Transaction, house: House, now: int) -> int:
    """How many go now; in quiet hours what is for many people waits."""
    awake = (ANSWER, NOTICE, URGENT)
    return await outbox.count_due(tx, now, awake if house.quiet(now) else (*awake, BULK))


async def announcing(tx: Transaction, house: House, now: int) -> list[tuple[Broadcast, dict[str, int]]]:
    """The broadcasts that go on now, with what has become of their people."""
    active = [broadcast for broadcast in await broadcasts.active(tx) if await _goes_on(tx, house, broadcast, now)]
    return [(broadcast, await recipients.counts(tx, broadcast.id)) for broadcast in active]


async def _goes_on(tx: Transaction, house: House, broadcast: Broadcast, now: int) -> bool:
    if broadcast.state == CANCELLED:
        return True  # until it is summed up
    if house.quiet(now) and not broadcast.urgent:
        return False
    if broadcast.state == SCHEDULED:
        return (broadcast.start_at or 0) <= now
    due = await recipients.next_due(tx, broadcast.id)
    return due is None or due <= now

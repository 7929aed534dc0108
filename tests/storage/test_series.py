"""A series is changed as a whole, or not at all."""

import pytest

from services import events, registrations
from services.refusal import Refusal
from storage import events as stored
from storage.database import Database
from storage.events import Event
from tests.storage.event_story import DAY, HOUR, NOON, OFFICER, TEHRAN, introduce, make_event, never_quiet

WEEKS = (0, 7, 14, 21)
LAST = NOON + 31 * DAY + HOUR


async def series(database: Database) -> list[Event]:
    """Of four weeks."""
    async with database.transaction() as tx:
        introduce(tx, 6)
        await make_event(tx, until=LAST)
        return await stored.coming(tx, NOON)


async def coming(database: Database) -> list[Event]:
    async with database.transaction() as tx:
        return await stored.coming(tx, NOON)


async def test_a_series_is_put_off_by_a_day_with_its_last_one(database: Database) -> None:
    first, *_ = await series(database)
    async with database.transaction() as tx:
        starts = first.starts + DAY
        await events.change_all(tx, TEHRAN, first.id, OFFICER, quiet=never_quiet, now=NOON, starts=starts)
    found = await coming(database)
    assert [each.starts for each in found] == [first.starts + DAY + week * DAY for week in WEEKS]
    assert {each.until for each in found} == {LAST + DAY}


async def test_the_last_week_alone_may_be_put_off_past_the_end_of_the_series(database: Database) -> None:
    *_, last = await series(database)
    async with database.transaction() as tx:
        starts = last.starts + DAY
        await events.change(tx, TEHRAN, last.id, OFFICER, quiet=never_quiet, now=NOON, starts=starts)
    assert (await coming(database))[-1].starts == starts


async def test_what_one_week_forbids_changes_no_week(database: Database) -> None:
    """Whoever answers a refusal with a word ends the transaction as always: nothing may have been written before."""
    first, *_, last = await series(database)
    async with database.transaction() as tx:
        for person in (2, 3, 4):
            await registrations.join(tx, last.id, person, 1, quiet=never_quiet, now=NOON)
    async with database.transaction() as tx:
        with pytest.raises(Refusal, match="event-capacity-taken"):
            await events.change_all(tx, TEHRAN, first.id, OFFICER, quiet=never_quiet, now=NOON, capacity=2)
    found = await coming(database)
    assert [each.capacity for each in found] == [10] * 4
    assert {each.sequence for each in found} == {0}

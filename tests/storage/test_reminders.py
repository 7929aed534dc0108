"""Reminders that are planned, and planned anew when an event is moved."""

import pytest

from services import events, registrations
from storage import events as stored
from storage.database import Database
from storage.events import Filter
from tests.storage.event_story import DAY, HOUR, NOON, OFFICER, TEHRAN, introduce, make_event, never_quiet


@pytest.mark.parametrize(("moved", "planned"), [(HOUR, 0), (3 * DAY, 1)])
async def test_nobody_is_reminded_again_of_what_was_moved_a_little(
    database: Database, moved: int, planned: int
) -> None:
    async with database.transaction() as tx:
        introduce(tx, 2)
        event = await make_event(tx)
    now = event.starts - DAY + 60
    async with database.transaction() as tx:
        starts = event.starts + moved
        await events.change(tx, TEHRAN, event.id, OFFICER, quiet=never_quiet, now=now, starts=starts)
    async with database.transaction() as tx:
        rows = await tx.fetch_all("SELECT name FROM errand")
    names = {row[0] for row in rows}
    assert f"event_reminder:{event.id}:hours:{starts}" in names
    assert (f"event_reminder:{event.id}:day:{starts}" in names) == bool(planned)


async def test_an_event_is_somebodys_own_until_its_end(database: Database) -> None:
    async with database.transaction() as tx:
        introduce(tx, 2)
        event = await make_event(tx)
        mine = Filter(person=2)
        await registrations.join(tx, event.id, 2, 1, quiet=never_quiet, now=NOON)
    async with database.transaction() as tx:
        assert [each.id for each in await stored.coming(tx, event.ends - 1, mine)] == [event.id]
        assert await stored.coming(tx, event.ends, mine) == []
        assert await stored.coming(tx, event.starts) == []

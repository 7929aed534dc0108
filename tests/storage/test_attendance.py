"""Whoever is let in is let in once, however many officers read the same code at once."""

import asyncio

import pytest

from services import attendance, feedback, registrations
from services.attendance import Arrival
from services.refusal import Refusal
from storage.attendance import Turnout, turnout
from storage.database import Database
from tests.storage.event_story import DAY, NOON, introduce, make_event, never_quiet

AT_THE_DOOR = NOON + 10 * DAY


async def registered(database: Database, seats: int = 3) -> int:
    """An event to which person 2 comes with a party."""
    async with database.transaction() as tx:
        introduce(tx, 3)
        event = await make_event(tx, seats_each=3)
        await registrations.join(tx, event.id, 2, seats, quiet=never_quiet, now=NOON)
    return event.id


async def arrive(database: Database, event: int, person: int = 2, now: int = AT_THE_DOOR) -> Arrival:
    async with database.transaction() as tx:
        return await attendance.arrive(tx, event, person, now)


async def test_of_many_who_read_a_code_at_once_one_lets_in(database: Database) -> None:
    event = await registered(database)
    arrivals = await asyncio.gather(*(arrive(database, event) for _ in range(12)))
    assert [each.before for each in arrivals].count(None) == 1
    assert {each.before for each in arrivals} == {None, AT_THE_DOOR}
    async with database.transaction() as tx:
        assert await turnout(tx, event) == Turnout(parties=1, seats=3, parties_came=1, came=3)


async def test_no_more_of_a_party_come_than_have_seats(database: Database) -> None:
    event = await registered(database)
    async with database.transaction() as tx:
        made = await attendance.count(tx, event, 2, 1, AT_THE_DOOR)
        assert (made.registration.came, made.registration.came_at) == (1, AT_THE_DOOR)
        for wrong in (-1, 4):
            with pytest.raises(Refusal, match="door-too-many"):
                await attendance.count(tx, event, 2, wrong, AT_THE_DOOR)
        undone = await attendance.count(tx, event, 2, 0, AT_THE_DOOR)
        assert (undone.registration.came, undone.registration.came_at) == (0, None)


@pytest.mark.parametrize("now", [AT_THE_DOOR - attendance.OPENS - 1, AT_THE_DOOR + 90 * 60 + attendance.CLOSES + 1])
async def test_the_door_opens_and_closes(database: Database, now: int) -> None:
    event = await registered(database)
    with pytest.raises(Refusal, match="door-closed"):
        await arrive(database, event, now=now)


async def test_whoever_is_not_registered_is_not_let_in(database: Database) -> None:
    event = await registered(database)
    with pytest.raises(Refusal, match="door-not-registered"):
        await arrive(database, event, person=3)
    async with database.transaction() as tx:
        await registrations.leave(tx, event, 2, quiet=never_quiet, now=NOON)
    with pytest.raises(Refusal, match="door-not-registered"):
        await arrive(database, event)


async def test_whoever_leaves_after_all_is_not_asked_how_it_was(database: Database) -> None:
    event = await registered(database)
    await arrive(database, event, now=AT_THE_DOOR - 3600)
    async with database.transaction() as tx:
        await attendance.count(tx, event, 2, 0, AT_THE_DOOR - 1900)  # it was a mistake
        await registrations.leave(tx, event, 2, quiet=never_quiet, now=AT_THE_DOOR - 1800)
        with pytest.raises(Refusal, match="opinion-of-guests"):
            await feedback.rate(tx, event, 2, 5, AT_THE_DOOR + DAY)
        assert await turnout(tx, event) == Turnout(0, 0, 0, 0)


def test_a_code_is_known_however_it_is_written() -> None:
    link = "https://t.me/hamsayeh_bot?start=q_p7Xy-0aB_9zK"
    for written in (link, " q_p7Xy-0aB_9zK\n", "tg://resolve?domain=hamsayeh_bot&start=q_p7Xy-0aB_9zK"):
        assert attendance.token_in(written) == "p7Xy-0aB_9zK"
    for other in ("https://t.me/hamsayeh_bot?start=e7", "https://example.org", "q_", "q_short", link + "/x"):
        assert attendance.token_in(other) is None


async def test_whoever_is_in_frees_no_seat(database: Database) -> None:
    event = await registered(database)
    await arrive(database, event, now=AT_THE_DOOR - 60)
    async with database.transaction() as tx:
        with pytest.raises(Refusal, match="event-has-come"):
            await registrations.leave(tx, event, 2, quiet=never_quiet, now=AT_THE_DOOR - 30)
        with pytest.raises(Refusal, match="event-has-come"):
            await registrations.join(tx, event, 2, 1, quiet=never_quiet, now=AT_THE_DOOR - 30)
        assert (await turnout(tx, event)).seats == 3

"""Whatever people do, the seats go as the law says (seats.py), and an offer that nobody takes passes on."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services import events, registrations
from services.refusal import Refusal
from storage import errands
from storage import events as stored
from storage import registrations as rows
from storage.database import Database, Transaction
from storage.events import Event
from tests.storage.event_story import DAY, HOUR, NOON, OFFICER, TEHRAN, introduce, make_event, never_quiet
from tests.storage.seats import Answer, Seats

PEOPLE, SEATS_EACH = 8, 3
LATER = NOON + HOUR
person, seats = st.integers(1, PEOPLE), st.integers(1, SEATS_EACH)
acts = st.one_of(
    st.tuples(st.just("join"), person, seats),
    st.tuples(st.just("wait"), person, seats),
    st.tuples(st.sampled_from(["accept", "let_pass", "leave", "lapse"]), person, st.just(0)),
    st.tuples(st.just("resize"), st.just(0), st.integers(SEATS_EACH, 10)),
)


class Undone(Exception):
    """So that the next example finds the database as it was."""


async def act(tx: Transaction, event_id: int, what: str, who: int, count: int) -> Answer:
    try:
        if what in {"join", "wait"}:
            made = await registrations.join(tx, event_id, who, count, quiet=never_quiet, now=LATER, wait=what == "wait")
            return made.registration.state, made.registration.held
        if what == "resize":
            await events.change(tx, TEHRAN, event_id, OFFICER, quiet=never_quiet, now=LATER, capacity=count)
            return "", 0
        if what == "lapse":
            return await lapse(tx, event_id, who)
        do = {"accept": registrations.accept, "let_pass": registrations.let_pass, "leave": registrations.leave}[what]
        made = await do(tx, event_id, who, quiet=never_quiet, now=LATER)
    except Refusal:
        return "refused", 0
    else:
        return made.registration.state, made.registration.held


async def lapse(tx: Transaction, event_id: int, who: int) -> Answer:
    theirs = await rows.get(tx, event_id, who)
    until = theirs.until if theirs and theirs.until else 0
    made = await registrations.lapse(tx, event_id, who, until, quiet=never_quiet, now=until)
    return (made.registration.state, made.registration.held) if made else ("refused", 0)


async def full(tx: Transaction, *waiting: int) -> Event:
    """The first has its only seat, these wait for it."""
    introduce(tx, 1 + len(waiting))
    event = await make_event(tx, capacity=1)
    await act(tx, event.id, "join", 1, 1)
    for number in waiting:
        await act(tx, event.id, "wait", number, 1)
    return event


def expected(law: Seats, what: str, who: int, count: int) -> Answer:
    if what in {"join", "wait"}:
        return law.join(who, count, wait=what == "wait")
    if what == "resize":
        return law.resize(count)
    return {"accept": law.accept, "let_pass": law.let_pass, "lapse": law.let_pass, "leave": law.leave}[what](who)


async def compare(tx: Transaction, event_id: int, law: Seats) -> None:
    law.check()
    event = await stored.get(tx, event_id)
    assert event
    assert event.taken == law.capacity - law.free
    states = (rows.REGISTERED, rows.WAITING, rows.OFFERED, rows.LEFT, rows.LAPSED)
    known = {guest.registration.person_id: guest.registration for guest in await rows.guests(tx, event_id, states)}
    for number, party in law.parties.items():
        if number in known:  # whoever was refused has no row
            assert (party.state, party.holds) == (known[number].state, known[number].held)
        else:
            assert party.state == "left"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(capacity=st.integers(SEATS_EACH, 8), what=st.lists(acts, max_size=30))
async def test_seats_go_as_the_law_says(database: Database, capacity: int, what: list[tuple[str, int, int]]) -> None:
    with pytest.raises(Undone):
        async with database.transaction() as tx:
            introduce(tx, PEOPLE)
            event = await make_event(tx, capacity, SEATS_EACH)
            law = Seats(capacity)
            for done in what:
                assert await act(tx, event.id, *done) == expected(law, *done), done
                await compare(tx, event.id, law)
            raise Undone


async def test_a_party_for_which_there_are_too_few_is_offered_what_there_is(database: Database) -> None:
    async with database.transaction() as tx:
        introduce(tx, 4)
        event = await make_event(tx, capacity=3, seats_each=3)
        for number in (1, 2, 3):
            await act(tx, event.id, "join", number, 1)
        assert await act(tx, event.id, "wait", 4, 3) == ("waiting", 0)
        made = await registrations.leave(tx, event.id, 1, quiet=never_quiet, now=LATER)
        assert [(offer.person_id, offer.held, offer.seats) for offer in made.offers] == [(4, 1, 3)]
        assert await act(tx, event.id, "let_pass", 4, 0) == ("waiting", 0)
        made = await registrations.leave(tx, event.id, 2, quiet=never_quiet, now=LATER)
        assert [(offer.person_id, offer.held) for offer in made.offers] == [(4, 2)], "asked again for more"


async def test_an_offer_that_nobody_takes_passes_on(database: Database) -> None:
    async with database.transaction() as tx:
        event = await full(tx, 2, 3)
        await act(tx, event.id, "leave", 1, 0)
        left = await errands.take(tx, NOON + 5 * DAY)
        assert left
        assert (left.kind, left.arguments["person"]) == ("event_offer", 2)
        until = left.arguments["until"]
        made = await registrations.lapse(tx, event.id, 2, until, quiet=never_quiet, now=until)
        assert made
        assert [offer.person_id for offer in made.offers] == [3]
        assert made.registration.state == rows.LAPSED
        assert await registrations.lapse(tx, event.id, 2, until, quiet=never_quiet, now=until) is None


async def test_an_offer_that_was_made_anew_outlives_the_end_of_the_one_before(database: Database) -> None:
    async with database.transaction() as tx:
        event = await full(tx, 2)
        first = await registrations.leave(tx, event.id, 1, quiet=never_quiet, now=LATER)
        await act(tx, event.id, "accept", 2, 0)
        assert first.offers[0].until
        assert await registrations.lapse(
            tx, event.id, 2, first.offers[0].until, quiet=never_quiet, now=first.offers[0].until
        ) is None  # fmt: skip


async def test_nobody_gets_into_an_event_that_is_cancelled_or_has_begun(database: Database) -> None:
    async with database.transaction() as tx:
        event = await full(tx, 2)
        with pytest.raises(Refusal, match="event-begun"):
            await registrations.leave(tx, event.id, 1, quiet=never_quiet, now=event.starts)
        made = await registrations.leave(tx, event.id, 1, quiet=never_quiet, now=LATER)
        until = made.offers[0].until
        assert until
        await events.cancel(tx, event.id, OFFICER, now=LATER)
        for what in ("join", "accept", "leave", "let_pass"):
            assert await act(tx, event.id, what, 2, 1) == ("refused", 0)
        assert await registrations.lapse(tx, event.id, 2, until, quiet=never_quiet, now=until) is None
        theirs = await rows.get(tx, event.id, 2)
        assert theirs
        assert theirs.state == rows.OFFERED, "they were told that it is cancelled, and of nothing else"


async def test_an_event_without_a_limit_has_room_for_everybody(database: Database) -> None:
    async with database.transaction() as tx:
        introduce(tx, 3)
        event = await make_event(tx, capacity=0)
        for number in (1, 2, 3):
            assert await act(tx, event.id, "join", number, 1) == ("registered", 1)

"""The programme of a week: to everybody their own, some people at a time and each once, whatever is interrupted."""

from collections import Counter
from datetime import time
from itertools import combinations, islice

import pytest

from handlers.errands import ERRANDS
from handlers.events.programme import STEP
from services import programme
from storage import errands, people, subscriptions, topics
from storage.database import Database, Transaction
from storage.errands import Errand
from storage.outbox import BULK, Letter
from storage.subscriptions import CENTRE, Wish
from tests.storage.event_story import DAY, HOUR, NOON, introduce, make_event, speaking

EVENTS, FOLLOWED = 12, 4
FOLLOWERS, WITHOUT = 2 * STEP + 30, 5  # those who follow something, each something else; and those who follow nothing
READERS = range(2, 2 + FOLLOWERS + WITHOUT)


class Killed(Exception):
    """The process is no more."""


async def settle(tx: Transaction) -> None:
    introduce(tx, READERS[-1])
    for person, choice in zip(READERS, islice(combinations(range(EVENTS), FOLLOWED), FOLLOWERS), strict=False):
        for number in choice:
            subscriptions.add(tx, person, CENTRE, f"c{number}", NOON)
    for person in READERS:
        subscriptions.put_wish(tx, Wish(person, weekly=1))
    for number in range(EVENTS):
        await make_event(tx, starts=NOON + DAY + number * HOUR, centre=f"c{number}", title=f"کارگاه {number:02}")


def leave(tx: Transaction, due: int = NOON) -> None:
    errands.leave(tx, Errand(f"programme:{due}", "programme", {"due": due}, due))


async def run_next(database: Database, now: int, *, killed: bool = False, cap: int = 7) -> list[Letter] | None:
    """What the programme's next errand has said; None when none is due. With `killed` nothing of it is committed."""
    async with database.transaction() as tx:
        while (errand := await errands.take(tx, now)) and errand.kind != programme.KIND:
            pass
        if errand is None:
            return None
        voice = await speaking(tx, now)
        voice.house.bulk_a_week, voice.house.quiet_hours = cap, (time(22), time(8))
        await ERRANDS[errand.kind](voice, errand.arguments)
        await tx.flush()
        if killed:
            raise Killed
    return voice.letters


async def run_all(database: Database, now: int, cap: int = 7) -> list[list[Letter]]:
    """What the errands of the coming minute have said."""
    told = []
    for moment in range(now, now + 60):
        while (letters := await run_next(database, moment, cap=cap)) is not None:
            told.append(letters)
    return told


async def test_everybody_gets_their_own_once_a_step_at_a_time_by_one_edition(database: Database) -> None:
    async with database.transaction() as tx:
        await settle(tx)
        leave(tx)
    first = await run_next(database, NOON)
    with pytest.raises(Killed):
        await run_next(database, NOON + HOUR, killed=True)
    told = [first or [], *await run_all(database, NOON + HOUR)]
    letters = [letter for some in told for letter in some]
    assert [len(some) for some in told] == [STEP, STEP, len(READERS) - 2 * STEP]
    assert Counter(letter.chat_id for letter in letters) == Counter(dict.fromkeys(READERS, 1))
    assert {letter.lane for letter in letters} == {BULK}
    assert len({letter.parameters["text"] for letter in letters}) == FOLLOWERS + 1
    followed = dict(zip(READERS, combinations(range(EVENTS), FOLLOWED), strict=False))
    named = {
        letter.chat_id: tuple(number for number in range(EVENTS) if f"{number:02}" in letter.parameters["text"])
        for letter in letters
    }
    assert all(named[person] == followed[person] for person in READERS[:FOLLOWERS])
    assert all(named[person] == tuple(range(EVENTS)) for person in READERS[FOLLOWERS:])
    async with database.transaction() as tx:
        assert await tx.fetch_all("SELECT state, frozen, frozen_to FROM broadcast") == [("done", len(READERS), 0)]
        assert await tx.fetch_all("SELECT state, COUNT(*) FROM recipient GROUP BY state") == [("sent", len(READERS))]


async def test_the_next_are_written_to_when_those_before_them_have_got_theirs(database: Database) -> None:
    async with database.transaction() as tx:
        await settle(tx)
        leave(tx)
    assert await run_next(database, NOON)
    assert await run_next(database, NOON + 1) is None
    async with database.transaction() as tx:
        due = await errands.next_due(tx)
        rate = (await speaking(tx, NOON)).house.rate
    assert due == NOON + STEP // rate


async def test_whoever_has_left_or_had_enough_gets_none(database: Database) -> None:
    async with database.transaction() as tx:
        await settle(tx)
        leave(tx)
        people.mark_away(tx, 2, away=True)
        topics.turn_off(tx, 3, "events", NOON)
        subscriptions.put_wish(tx, Wish(4, weekly=0))
    once = [letter.chat_id for some in await run_all(database, NOON + HOUR, cap=1) for letter in some]
    assert sorted(once) == list(READERS[3:])
    async with database.transaction() as tx:
        topics.turn_on(tx, 3, "events")
        leave(tx, NOON + HOUR)
    again = [letter.chat_id for some in await run_all(database, NOON + 2 * HOUR, cap=1) for letter in some]
    assert again == [3], "the others have had their one message of the week"


async def test_in_the_quiet_hours_it_waits_for_the_morning(database: Database) -> None:
    night, morning = NOON + 11 * HOUR, NOON + DAY - 3 * HOUR - HOUR // 2  # half past ten, and eight
    async with database.transaction() as tx:
        await settle(tx)
        leave(tx, night)
    assert await run_next(database, night) == []
    assert await run_next(database, morning - 1) is None
    assert sum(map(len, await run_all(database, morning + HOUR))) == len(READERS)


async def test_what_is_called_off_meanwhile_is_not_told_and_late_nothing_is(database: Database) -> None:
    async with database.transaction() as tx:
        await settle(tx)
        leave(tx)
    assert await run_next(database, NOON)
    async with database.transaction() as tx:
        tx.execute("UPDATE event SET state = 'cancelled' WHERE centre = 'c0'")
    for letter in [letter for some in await run_all(database, NOON + HOUR) for letter in some]:
        assert "کارگاه 00" not in letter.parameters["text"]
    async with database.transaction() as tx:
        leave(tx, NOON - programme.LATE_MOST)
    assert await run_all(database, NOON + HOUR) == [[]]

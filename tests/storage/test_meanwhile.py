"""What is decided by several statements holds also where another process commits something between them."""

import json

import pytest

from handlers import card, groups
from handlers.errands import ERRANDS
from handlers.events import announce, telling
from handlers.house import House
from handlers.voice import Voice
from services import broadcasts as service
from services import events, life, registrations
from services import reports as report_service
from services.polls import REMINDER
from storage import broadcasts, organisation, people, recipients, reports, subscriptions
from storage import polls as stored_polls
from storage.audience.rules import Rule
from storage.broadcasts import CANCELLED, RUNNING, SCHEDULED, Broadcast
from storage.database import Database, Transaction
from storage.events import Event
from storage.organisation import Binding
from storage.reports import Report
from storage.subscriptions import CENTRE
from tests.meanwhile import interrupted
from tests.storage import test_votes as voting_story
from tests.storage.event_story import HOUR, NOON, OFFICER, TEHRAN, introduce, make_event, never_quiet, speaking
from tests.storage.test_broadcasts import begun, somebody
from tests.storage.test_memory import report

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
HERE, THERE = -100, -200


@pytest.fixture
async def house(database: Database) -> House:
    """Read once: that writes down that it was read."""
    async with database.transaction() as tx:
        return (await speaking(tx, NOON)).house


async def test_of_two_lists_that_are_written_at_once_each_counts_the_other(database: Database, house: House) -> None:
    async with database.transaction() as tx:
        people.put(tx, somebody(10))
        first, second = await begun(tx, "events"), await begun(tx, "events")

    async def freeze(tx: Transaction, made: Broadcast) -> None:
        await service.freeze_some(tx, house.city, made, 1, service.always, NOON, step=None)

    async def freeze_the_other() -> None:
        async with database.transaction() as tx:
            await freeze(tx, second)

    async with interrupted(database, "INSERT INTO recipient", freeze_the_other) as slow, slow.transaction() as tx:
        await freeze(tx, first)
    async with database.transaction() as tx:
        assert await recipients.counts(tx, first.id) == {"waiting": 1}
        assert await recipients.counts(tx, second.id) == {"capped": 1}


# Cards


async def appearance(tx: Transaction, name: str) -> str:
    """How a message looks when all that waits has been sent."""
    rows = await tx.fetch_all(
        "SELECT parameters FROM outbox WHERE about = :name OR edits = :name ORDER BY id", {"name": name}
    )
    return str(rows[-1][0])


def bind(tx: Transaction, chat: int) -> None:
    organisation.bind(tx, Binding("n4", chat, 0, "مدیران", OFFICER, NOON))


async def filed(tx: Transaction, house: House) -> Report:
    """With its card where the managers are."""
    made = report(reporter=2)
    made.id = await reports.add(tx, made) or 0
    await card.post(Voice(tx, house, NOON), made, [], reporter="p2")
    return made


async def test_a_card_that_moves_while_somebody_takes_the_report_on_shows_it(database: Database, house: House) -> None:
    async with database.transaction() as tx:
        introduce(tx, 3)
        bind(tx, HERE)
        made = await filed(tx, house)

    async def claim() -> None:
        async with database.transaction() as tx:
            change = await report_service.take_step(tx, made.id, "claim", 3, life.MANAGER, now=NOON)
            await card.refresh(Voice(tx, house, NOON), change.report)

    async with interrupted(database, "WHERE open = 1 AND desk", claim) as slow, slow.transaction() as tx:
        bind(tx, THERE)
        await groups.follow(Voice(tx, house, NOON), "n4")
    async with database.transaction() as tx:
        assert "p3" in await appearance(tx, f"card:{made.id}:2")


async def test_a_group_that_is_thrown_out_while_a_report_is_taken_on_leaves_a_card_that_shows_it(
    database: Database, house: House
) -> None:
    async with database.transaction() as tx:
        introduce(tx, 3)
        bind(tx, HERE)
        made = await filed(tx, house)
        bind(tx, THERE)

    async def claim() -> None:
        async with database.transaction() as tx:
            change = await report_service.take_step(tx, made.id, "claim", 3, life.MANAGER, now=NOON)
            await card.refresh(Voice(tx, house, NOON), change.report)

    async with interrupted(database, "AND card_chat =", claim) as slow, slow.transaction() as tx:
        await groups.lost(Voice(tx, house, NOON), HERE)
    async with database.transaction() as tx:
        assert "p3" in await appearance(tx, f"card:{made.id}:2")


# Events


async def with_a_guest(tx: Transaction) -> Event:
    introduce(tx, 2)
    event = await make_event(tx)
    await registrations.join(tx, event.id, 2, 1, quiet=never_quiet, now=NOON)
    return event


async def heard(tx: Transaction) -> list[str]:
    """What is said to the guest, in its order."""
    return [row[0] for row in await tx.fetch_all("SELECT parameters FROM outbox WHERE chat_id = 2 ORDER BY id")]


async def run(voice: Voice, kind: str, like: str = "%") -> None:
    """All errands of a kind, as when they are due."""
    rows = await voice.tx.fetch_all(
        "SELECT arguments FROM errand WHERE kind = :kind AND name LIKE :like ORDER BY due", {"kind": kind, "like": like}
    )
    for row in rows:
        await ERRANDS[kind](voice, json.loads(row[0]))


async def test_nobody_is_reminded_of_an_event_behind_the_word_that_it_is_called_off(
    database: Database, house: House
) -> None:
    async with database.transaction() as tx:
        event = await with_a_guest(tx)
    now = event.starts - 2 * HOUR

    async def call_off() -> None:
        async with database.transaction() as tx:
            voice = Voice(tx, house, now)
            telling.cancelled(voice, (await events.cancel(tx, event.id, OFFICER, now=now))[0])
        async with database.transaction() as tx:
            await run(Voice(tx, house, now), telling.CALLED_OFF)

    async with interrupted(database, "FROM event WHERE id", call_off) as slow, slow.transaction() as tx:
        await run(Voice(tx, house, now), "event_reminder", "%:hours:%")
    async with database.transaction() as tx:
        assert "لغو" in (await heard(tx))[-1]


async def test_the_last_that_is_heard_of_a_change_is_how_it_is(database: Database, house: House) -> None:
    async def move(tx: Transaction, hours: int) -> None:
        starts = event.starts + hours * HOUR
        made = await events.change(tx, TEHRAN, event.id, OFFICER, quiet=never_quiet, now=NOON, starts=starts)
        telling.changed(Voice(tx, house, NOON), made)

    async def move_again() -> None:
        async with database.transaction() as tx:
            await move(tx, 3)
        async with database.transaction() as tx:
            await run(Voice(tx, house, NOON), telling.CHANGED, "%:2")

    async with database.transaction() as tx:
        event = await with_a_guest(tx)
        await move(tx, 1)
    async with interrupted(database, "FROM event WHERE id", move_again) as slow, slow.transaction() as tx:
        await run(Voice(tx, house, NOON), telling.CHANGED, "%:1")
    async with database.transaction() as tx:
        told = await heard(tx)
        assert len(told) == 2
        assert "۱۴:۳۰" in told[-1]


async def test_when_all_events_of_an_announcement_are_called_off_at_once_nobody_else_hears_of_them(
    database: Database, house: House
) -> None:
    async with database.transaction() as tx:
        introduce(tx, 3)
        subscriptions.add(tx, 3, CENTRE, "c_golshan", NOON)
        both = [await make_event(tx), await make_event(tx)]
        await announce.announce_all(Voice(tx, house, NOON), both)
        number = both[0].broadcast or 0
        await broadcasts.move(tx, number, (SCHEDULED,), RUNNING, NOON)

    async def call_off(tx: Transaction, event: Event) -> None:
        (gone,) = await events.cancel(tx, event.id, OFFICER, now=NOON)
        await announce.withdraw(Voice(tx, house, NOON), gone)

    async def the_other() -> None:
        async with database.transaction() as tx:
            await call_off(tx, both[1])

    async with interrupted(database, "WHERE broadcast = :broadcast", the_other) as slow, slow.transaction() as tx:
        await call_off(tx, both[0])
    async with database.transaction() as tx:
        found = await broadcasts.get(tx, number)
        assert found
        assert found.state == CANCELLED


# Polls


async def test_whoever_answers_while_the_reminder_is_written_down_does_not_get_it(
    database: Database, house: House
) -> None:
    async with database.transaction() as tx:
        people.put(tx, voting_story.person(10))
        people.put(tx, voting_story.person(11))
        poll = await voting_story.a_poll(tx)
        made = await begun(tx, "polls", [Rule("unanswered", poll.id)])
        stored_polls.note_sending(tx, poll.id, made.id, REMINDER)

    async def freeze() -> None:
        async with database.transaction() as tx:
            await service.freeze_some(tx, house.city, made, 0, service.always, NOON, step=None)

    async with interrupted(database, "INSERT INTO voter", freeze) as slow, slow.transaction() as tx:
        await voting_story.vote(tx, poll, voting_story.person(10), 0)
        await tx.flush()
    async with database.transaction() as tx:
        found = await recipients.claim(tx, made, "me", NOON, 10)
        assert [to.person_id for to in found.people] == [11]
        assert found.dry
    async with database.transaction() as tx:
        assert await recipients.counts(tx, made.id) == {"sending": 1, "left": 1}

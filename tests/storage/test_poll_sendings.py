"""What goes out for a poll: where to, of which poll it is, and that it stops where nobody needs it any more."""

from services import polls
from services.polls import INVITATION, REMINDER, RESULT
from storage import broadcasts, people, recipients
from storage import polls as stored
from storage.broadcasts import CANCELLED, RUNNING, SCHEDULED, Place
from storage.database import Database, Transaction
from storage.polls import Poll
from tests.storage.test_votes import NOW, a_poll, person, vote


async def sending(tx: Transaction, poll: Poll, kind: str, state: str, *waiting: int) -> int:
    made = await broadcasts.create(tx, 1, "polls", NOW)
    made.state = state
    broadcasts.put(tx, made, NOW)
    stored.note_sending(tx, poll.id, made.id, kind)
    for number in waiting:
        people.put(tx, person(number))
        tx.execute(
            "INSERT INTO recipient (broadcast_id, person_id, language, due, state, at)"
            " VALUES (:broadcast, :person, 'fa', 0, 'waiting', 0)",
            {"broadcast": made.id, "person": number},
        )
    return made.id


async def claimed(tx: Transaction, number: int) -> list[int]:
    found = await broadcasts.get(tx, number)
    assert found
    return [to.person_id for to in (await recipients.claim(tx, found, "me", NOW, 10)).people]


async def test_whoever_answers_while_a_reminder_goes_out_does_not_get_it(database: Database) -> None:
    async with database.transaction() as tx:
        poll, other = await a_poll(tx), await a_poll(tx)
        invitation = await sending(tx, poll, INVITATION, RUNNING, 10)
        reminder = await sending(tx, poll, REMINDER, RUNNING, 10, 11)
        others = await sending(tx, other, REMINDER, RUNNING, 10)
        await vote(tx, poll, person(10), 0)
        assert await claimed(tx, reminder) == [11]
        assert await claimed(tx, others) == [10]
        assert await claimed(tx, invitation) == [10]


async def test_nobody_is_asked_after_closing(database: Database) -> None:
    async with database.transaction() as tx:
        poll, other = await a_poll(tx), await a_poll(tx)
        invitation = await sending(tx, poll, INVITATION, RUNNING, 10)
        reminder = await sending(tx, poll, REMINDER, SCHEDULED)
        done = await sending(tx, poll, INVITATION, "done")
        result = await sending(tx, poll, RESULT, RUNNING, 10)
        others = await sending(tx, other, INVITATION, RUNNING, 10)
        await polls.close(tx, poll, NOW)
        states = [found.state for each in (invitation, reminder, done, result, others)
                  if (found := await broadcasts.get(tx, each))]  # fmt: skip
        assert states == [CANCELLED, CANCELLED, "done", RUNNING, RUNNING]
        assert await claimed(tx, invitation) == []
        assert await claimed(tx, result) == [10]


async def test_the_poll_of_a_broadcast_is_known(database: Database) -> None:
    async with database.transaction() as tx:
        _, poll = await a_poll(tx), await a_poll(tx)
        invitation = await sending(tx, poll, INVITATION, RUNNING)
        other = await broadcasts.create(tx, 1, "polls", NOW)
        found = await stored.of_broadcast(tx, invitation)
        assert found
        assert (found.id, found.title) == (poll.id, poll.title)
        assert await stored.of_broadcast(tx, other.id) is None


async def test_places_follow_a_group_that_became_a_supergroup(database: Database) -> None:
    """Not those of another group whose number begins alike, nor those of a poll that has been sent already."""
    states = ("draft", "scheduled", "open", "closed")
    async with database.transaction() as tx:
        made = {state: await a_poll(tx) for state in states}
        for state, poll in made.items():
            poll.state, poll.places = state, [Place(-100, 3), Place(-1001), Place(-100)]
            stored.put(tx, poll, NOW)
        stored.move_chat(tx, -100, -2002)
        found = {state: await stored.get(tx, poll.id) for state, poll in made.items()}
    moved = [state for state, poll in found.items() if poll and poll.places[::2] == [Place(-2002, 3), Place(-2002)]]
    assert moved == ["draft", "scheduled"]
    assert all(poll and poll.places[1] == Place(-1001) for poll in found.values())

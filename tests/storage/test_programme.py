"""The programme of a week: by as few broadcasts as there are different ones, to everybody once."""

from collections import Counter
from dataclasses import replace

from handlers.errands import ERRANDS
from services import programme
from storage import errands, people, subscriptions
from storage.database import Database
from storage.errands import Errand
from storage.subscriptions import CENTRE, Wish
from tests.storage.event_story import DAY, NOON, introduce, make_event, speaking

MANY, FOLLOW = programme.TOGETHER + 5, 3
RATE = 30  # messages a second, where nobody has said otherwise


async def parts(database: Database) -> list[Errand]:
    """Those left after the errand of the week has been done."""
    async with database.transaction() as tx:
        introduce(tx, 1 + MANY + FOLLOW)
        for number in range(2, 2 + MANY + FOLLOW):
            subscriptions.put_wish(tx, Wish(number, weekly=1))
        for number in range(2 + MANY, 2 + MANY + FOLLOW):
            subscriptions.add(tx, number, CENTRE, "c_mehran", NOON)
        await make_event(tx, starts=NOON + DAY, title="یوگا")
        await make_event(tx, starts=NOON + 2 * DAY, centre="c_mehran", area="mehran", title="شعر")
        await ERRANDS["programme"](await speaking(tx, NOON), {"due": NOON})
    found = []
    async with database.transaction() as tx:
        while errand := await errands.take(tx, NOON + DAY):
            if errand.kind == "programme_part":
                found.append(errand)
    return found


async def test_everybody_is_on_the_list_of_one_broadcast(database: Database) -> None:
    left = await parts(database)
    assert sorted((len(part.arguments["people"]), part.due - NOON) for part in left) == [
        (FOLLOW, MANY // RATE), (5, programme.TOGETHER // RATE), (programme.TOGETHER, 0),
    ]  # fmt: skip
    async with database.transaction() as tx:
        subscriptions.put_wish(tx, Wish(2, weekly=0))
        gone = await people.get(tx, 3)
        assert gone
        people.put(tx, replace(gone, away=1))
    for part in left:
        async with database.transaction() as tx:
            await ERRANDS[part.kind](await speaking(tx, NOON), part.arguments)
    async with database.transaction() as tx:
        rows = await tx.fetch_all("SELECT person_id, broadcast_id, state FROM recipient")
        states = await tx.fetch_all("SELECT state, frozen FROM broadcast ORDER BY frozen")
    assert Counter(row[0] for row in rows) == Counter(dict.fromkeys(range(4, 2 + MANY + FOLLOW), 1))
    assert {row[2] for row in rows} == {"waiting"}
    assert states == [("running", FOLLOW), ("running", 5), ("running", programme.TOGETHER - 2)]


async def test_what_is_called_off_meanwhile_or_late_is_not_told(database: Database) -> None:
    left = await parts(database)
    (part,) = [part for part in left if part.arguments["followed"]]
    async with database.transaction() as tx:
        tx.execute("UPDATE event SET state = 'cancelled' WHERE title = :title", {"title": "شعر"})
        await ERRANDS[part.kind](await speaking(tx, NOON), part.arguments)
        late = {**part.arguments, "first": [1], "due": NOON - programme.LATE_MOST - 1}
        await ERRANDS[part.kind](await speaking(tx, NOON), late)
        assert await tx.fetch_all("SELECT id FROM broadcast") == []

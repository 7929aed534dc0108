"""What is decided by several statements holds also where another process commits something between them."""

import pytest

from handlers import card, groups
from handlers.house import House
from handlers.voice import Voice
from services import broadcasts as service
from services import life
from services import reports as report_service
from storage import organisation, people, recipients, reports
from storage.broadcasts import Broadcast
from storage.database import Database, Transaction
from storage.organisation import Binding
from storage.reports import Report
from tests.meanwhile import interrupted
from tests.storage.event_story import NOON, OFFICER, introduce, speaking
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

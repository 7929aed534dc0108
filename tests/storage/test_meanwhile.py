"""What is decided by several statements holds also where another process commits something between them."""

import pytest

from handlers.house import House
from services import broadcasts as service
from storage import people, recipients
from storage.broadcasts import Broadcast
from storage.database import Database, Transaction
from tests.meanwhile import interrupted
from tests.storage.event_story import NOON, speaking
from tests.storage.test_broadcasts import begun, somebody

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


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

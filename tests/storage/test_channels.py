"""Channels are remembered until they are forgotten."""

from storage import channels
from storage.channels import Channel
from storage.database import Database

FIRST, SECOND = Channel(-1002, "منطقهٔ «۴»", 7, 100), Channel(-1001, "شهر", 8, 200)


async def test_they_come_in_the_order_in_which_they_were_added(database: Database) -> None:
    async with database.transaction() as tx:
        for channel in (SECOND, FIRST):
            channels.put(tx, channel)
    async with database.transaction() as tx:
        assert await channels.all(tx) == [FIRST, SECOND]
        assert await channels.get(tx, FIRST.chat_id) == FIRST
        assert await channels.get(tx, -1003) is None


async def test_another_title_changes_nothing_else(database: Database) -> None:
    async with database.transaction() as tx:
        channels.put(tx, FIRST)
        channels.put(tx, Channel(FIRST.chat_id, "منطقهٔ چهار", 9, 300))
        assert await channels.all(tx) == [Channel(FIRST.chat_id, "منطقهٔ چهار", 7, 100)]


async def test_one_is_forgotten_once(database: Database) -> None:
    async with database.transaction() as tx:
        channels.put(tx, FIRST)
        channels.put(tx, SECOND)
        assert await channels.forget(tx, FIRST.chat_id) == FIRST
        assert await channels.forget(tx, FIRST.chat_id) is None
        assert await channels.all(tx) == [SECOND]

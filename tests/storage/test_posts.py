"""A letter becomes a message at any moment; whoever asks for it then must find the one or the other."""

import pytest

from storage import outbox, posts
from storage.database import Database
from storage.outbox import FAILED, NOTICE, Letter
from tests.meanwhile import interrupted

NAME = "card:17:1"
GROUP = -100


async def on_its_way(database: Database) -> Letter:
    letter = Letter(outbox.new_id(), NOTICE, GROUP, "sendMessage", {}, about=NAME)
    async with database.transaction() as tx:
        outbox.add(tx, letter)
    return letter


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("behind", ["FROM post WHERE about", "FROM outbox WHERE about"])
async def test_what_becomes_a_message_meanwhile_is_found_all_the_same(database: Database, behind: str) -> None:
    """Whichever is asked for first: not a message yet, and then no letter any more, would be neither."""
    letter = await on_its_way(database)

    async def send() -> None:
        async with database.transaction() as tx:
            outbox.sent(tx, [letter.id])
            posts.add(tx, GROUP, 1, NAME, 0)

    async with interrupted(database, behind, send) as slow, slow.transaction() as tx:
        assert await posts.sent_or_coming(tx, [NAME, "card:18:1"]) == {NAME: GROUP}


async def test_what_has_failed_is_not_coming(database: Database) -> None:
    letter = await on_its_way(database)
    async with database.transaction() as tx:
        outbox.close(tx, letter.id, FAILED, "refused")
        assert await posts.sent_or_coming(tx, [NAME]) == {}
        assert await posts.sent_or_coming(tx, []) == {}

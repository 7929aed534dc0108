"""A letter becomes a message at any moment; whoever asks for it then must find the one or the other."""

import asyncio

from storage import outbox, posts
from storage.database import Database
from storage.outbox import FAILED, NOTICE, Letter

CARD = "card:17:1"
GROUP = -100


def a_letter(name: str) -> Letter:
    return Letter(outbox.new_id(), NOTICE, GROUP, "sendMessage", {}, about=name)


async def test_what_becomes_a_message_meanwhile_is_found_all_the_same(database: Database) -> None:
    """Two questions, one after the other, would find neither: not a message yet, and no letter any more."""

    async def send(letter: Letter, number: int) -> None:
        async with database.transaction() as tx:
            outbox.sent(tx, [letter.id])
            posts.add(tx, GROUP, number, str(letter.about), 0)

    async def look(name: str, sending: asyncio.Task[None]) -> None:
        while not sending.done():
            async with database.transaction() as tx:
                assert await posts.sent_or_coming(tx, [name, "card:18:1"]) == {name}

    for number in range(1, 201):
        letter = a_letter(f"card:17:{number}")
        async with database.transaction() as tx:
            outbox.add(tx, letter)
        sending = asyncio.create_task(send(letter, number))
        await asyncio.gather(sending, *(look(str(letter.about), sending) for _ in range(6)))


async def test_what_has_failed_is_not_coming(database: Database) -> None:
    letter = a_letter(CARD)
    async with database.transaction() as tx:
        outbox.add(tx, letter)
        outbox.close(tx, letter.id, FAILED, "refused")
        assert await posts.sent_or_coming(tx, [CARD]) == set()
        assert await posts.sent_or_coming(tx, []) == set()

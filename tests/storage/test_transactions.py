"""What a transaction promises, on both databases."""

from collections.abc import AsyncIterator

import pytest

from storage import facts
from storage.database import Database, StatementRefused, Transaction, open_database


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = await open_database(database_url)
    yield opened
    await opened.close()


async def value(tx: Transaction, name: str) -> str | None:
    known = await facts.get(tx, name)
    return known[0] if known else None


def add(tx: Transaction, name: str) -> None:
    """Refused when it is there already."""
    tx.execute("INSERT INTO fact (name, value, changed) VALUES (:name, :name, 1)", {"name": name})


async def test_queued_writes_travel_with_the_next_read(database: Database) -> None:
    async with database.transaction() as tx:
        add(tx, "one")
        assert await value(tx, "one") == "one"


async def test_what_is_committed_is_there_and_what_raised_is_not(database: Database) -> None:
    async with database.transaction() as tx:
        add(tx, "kept")
    with pytest.raises(RuntimeError):
        async with database.transaction() as tx:
            add(tx, "lost")
            await tx.flush()
            raise RuntimeError
    async with database.transaction() as tx:
        assert (await value(tx, "kept"), await value(tx, "lost")) == ("kept", None)


async def test_a_refused_write_undoes_its_savepoint_and_no_other(database: Database) -> None:
    async with database.transaction() as tx:
        async with tx.savepoint() as first:
            add(tx, "one")
        async with tx.savepoint() as second:
            add(tx, "two")
            add(tx, "one")
            add(tx, "three")
        async with tx.savepoint() as third:
            add(tx, "four")
        await tx.flush()
        assert (first.error, third.error) == (None, None)
        assert isinstance(second.error, StatementRefused)
    async with database.transaction() as tx:
        assert [await value(tx, name) for name in ("one", "two", "three", "four")] == ["one", None, None, "four"]


async def test_a_read_in_a_savepoint_whose_write_was_refused_raises(database: Database) -> None:
    async with database.transaction() as tx:
        add(tx, "one")
        with pytest.raises(StatementRefused):
            async with tx.savepoint():
                add(tx, "one")
                await value(tx, "one")
        add(tx, "two")
    async with database.transaction() as tx:
        assert [await value(tx, name) for name in ("one", "two")] == ["one", "two"]


async def test_a_savepoint_that_raises_after_a_partial_trip_is_undone_alone(database: Database) -> None:
    async with database.transaction() as tx:
        add(tx, "before")
        with pytest.raises(RuntimeError):
            async with tx.savepoint():
                add(tx, "travelled")
                assert await value(tx, "travelled")
                add(tx, "queued")
                raise RuntimeError
        add(tx, "after")
    async with database.transaction() as tx:
        names = ("before", "travelled", "queued", "after")
        assert [await value(tx, name) for name in names] == ["before", None, None, "after"]


async def test_a_refusal_outside_a_savepoint_loses_the_transaction(database: Database) -> None:
    with pytest.raises(StatementRefused):
        async with database.transaction() as tx:
            add(tx, "one")
            add(tx, "one")
    async with database.transaction() as tx:
        assert await value(tx, "one") is None

"""A transaction queues writes; what is refused takes back its own savepoint and nothing else."""

import asyncio
import sqlite3
from contextlib import closing

import psycopg
import pytest

from storage import facts
from storage.database import Database, DatabaseUnavailable, Statement, StatementRefused, Transaction, open_database
from tests.faults.helpers import hang_up

REFUSED = "INSERT INTO fact (name, value, changed) VALUES (:name, NULL, 0)"


async def names(database: Database) -> list[str]:
    async with database.transaction() as tx:
        return [row[0] for row in await tx.fetch_all("SELECT name FROM fact WHERE changed = 42 ORDER BY name")]


def put(tx: Transaction, name: str) -> None:
    facts.put(tx, name, "value", 42)


def refuse(tx: Transaction) -> None:
    tx.execute(REFUSED, {"name": "refused"})


async def test_queued_writes_are_there_after_the_commit(database: Database) -> None:
    async with database.transaction() as tx:
        put(tx, "a")
        put(tx, "b")
    assert await names(database) == ["a", "b"]


async def test_a_read_sees_what_was_queued_before_it(database: Database) -> None:
    async with database.transaction() as tx:
        put(tx, "a")
        assert await facts.get(tx, "a") == ("value", 42)


async def test_an_exception_takes_everything_back_even_what_was_sent_already(database: Database) -> None:
    async def work() -> None:
        async with database.transaction() as tx:
            put(tx, "a")
            await tx.flush()
            put(tx, "b")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await work()
    assert await names(database) == []


async def test_a_failed_block_takes_back_its_savepoint_alone(database: Database) -> None:
    async with database.transaction() as tx:
        put(tx, "a")
        for name in ("b", "c"):
            async with tx.savepoint():
                put(tx, name)
        for flushed in (True, False):
            with pytest.raises(ZeroDivisionError):
                await fail(tx, flushed=flushed)
        async with tx.savepoint():
            put(tx, "f")
        put(tx, "g")
    assert await names(database) == ["a", "b", "c", "f", "g"]


async def test_what_comes_after_a_failed_block_is_not_touched(database: Database) -> None:
    """On one connection, which has prepared its statements."""
    for name in "abcdef":
        async with database.transaction() as tx:
            put(tx, name)
            await tx.flush()
            if name == "b":
                with pytest.raises(ZeroDivisionError):
                    await fail(tx, flushed=True)
    assert await names(database) == ["a", "b", "c", "d", "e", "f"]


async def fail(tx: Transaction, *, flushed: bool) -> None:
    async with tx.savepoint():
        put(tx, "d")
        if flushed:
            await tx.flush()
        put(tx, "e")
        raise ZeroDivisionError


@pytest.mark.parametrize("reads", [False, True])
async def test_a_refused_write_takes_back_its_savepoint_alone(database: Database, *, reads: bool) -> None:
    """Whether it is found out at once or at the end."""
    async with database.transaction() as tx:
        async with tx.savepoint() as first:
            put(tx, "a")
        async with tx.savepoint() as second:
            put(tx, "b")
            refuse(tx)
            put(tx, "c")
        async with tx.savepoint() as third:
            put(tx, "d")
            if reads:
                assert await facts.get(tx, "a")
                assert await facts.get(tx, "b") is None
                assert second.error
        put(tx, "e")
        await tx.flush()
        assert isinstance(second.error, StatementRefused)
        assert (first.error, third.error) == (None, None)
    assert await names(database) == ["a", "d", "e"]


async def test_a_read_in_a_savepoint_that_failed_raises_and_later_writes_have_no_effect(database: Database) -> None:
    async with database.transaction() as tx:
        async with tx.savepoint() as scope:
            put(tx, "a")
            refuse(tx)
            for name in ("a", "b"):
                with pytest.raises(StatementRefused):
                    await facts.get(tx, name)
                put(tx, "b")
        assert scope.error
        put(tx, "c")
    assert await names(database) == ["c"]


async def test_a_failed_savepoint_that_nobody_minds_leaves_nothing(database: Database) -> None:
    async with database.transaction() as tx:
        async with tx.savepoint() as scope:
            refuse(tx)
            try:
                await facts.get(tx, "a")
            except StatementRefused:
                put(tx, "a")
        await tx.flush()
        assert scope.error
    assert await names(database) == []


async def test_many_savepoints_with_refusals_at_random_keep_the_good_ones(database: Database) -> None:
    async with database.transaction() as tx:
        scopes = []
        for number in range(60):
            async with tx.savepoint() as scope:
                put(tx, f"{number:02}")
                if number % 7 == 3:
                    refuse(tx)
                if number % 5 == 0:
                    put(tx, f"{number:02}+")
            scopes.append(scope)
            if number % 11 == 0:
                await tx.flush()
        await tx.flush()
    good = [number for number in range(60) if number % 7 != 3]
    assert [bool(scope.error) for scope in scopes] == [number % 7 == 3 for number in range(60)]
    assert await names(database) == sorted(
        [f"{number:02}" for number in good] + [f"{number:02}+" for number in good if number % 5 == 0]
    )


async def test_refused_outside_a_savepoint_the_transaction_is_lost(database: Database) -> None:
    async def work() -> None:
        async with database.transaction() as tx:
            put(tx, "a")
            refuse(tx)
            put(tx, "b")

    with pytest.raises(StatementRefused):
        await work()
    assert await names(database) == []
    async with database.transaction() as tx:
        put(tx, "c")
    assert await names(database) == ["c"]


@pytest.mark.parametrize("value", ["\ud800", "\ud800 and more", 2**63, -(2**70)])
async def test_what_no_database_takes_is_a_refused_statement(database: Database, value: object) -> None:
    column = "value" if isinstance(value, str) else "changed"
    async with database.transaction() as tx:
        put(tx, "a")
        async with tx.savepoint() as scope:
            content = {"name": "b", "value": "", "changed": 42, column: value}
            tx.execute("INSERT INTO fact (name, value, changed) VALUES (:name, :value, :changed)", content)
        await tx.flush()
        assert isinstance(scope.error, StatementRefused)
        put(tx, "c")
    assert await names(database) == ["a", "c"]


async def test_somebody_who_is_cancelled_leaves_nothing_open(database: Database) -> None:
    async def work() -> None:
        async with database.transaction() as tx:
            for number in range(200):
                put(tx, f"cancelled {number}")
                await tx.flush()

    for pause in (0, 0.001, 0.005, 0.02):
        task = asyncio.create_task(work())
        await asyncio.sleep(pause)
        task.cancel()
        await asyncio.wait({task})
        async with database.transaction() as tx:
            put(tx, "after")
    found = await names(database)
    assert "after" in found
    assert len(found) in {1, 201}


async def test_concurrent_transactions_are_all_carried_out(database: Database) -> None:
    async def work(number: int) -> None:
        async with database.transaction() as tx:
            known = await facts.get(tx, "nobody")
            assert known is None
            put(tx, f"{number:02}")

    await asyncio.gather(*map(work, range(30)))
    assert len(await names(database)) == 30


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_lock_that_others_hold_is_an_outage_and_passes(database: Database, database_url: str) -> None:
    async with database.engine.connection() as connection:
        await connection.run([Statement("PRAGMA busy_timeout = 20", {})])
    with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseUnavailable):
            await names(database)
        other.execute("ROLLBACK")
    assert await names(database) == []


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_connection_that_breaks_in_the_middle_is_an_outage_and_another_one_is_made(
    database: Database, database_url: str
) -> None:
    async def work() -> None:
        async with database.transaction() as tx:
            put(tx, "a")
            await tx.flush()
            await hang_up(database_url)
            put(tx, "b")

    with pytest.raises(DatabaseUnavailable):
        await work()
    assert await names(database) == []
    await hang_up(database_url)  # the one that is idle now, too: nobody notices
    async with database.transaction() as tx:
        put(tx, "c")
    assert await names(database) == ["c"]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_deadlock_is_an_outage_for_one_of_the_two(database: Database) -> None:
    async with database.transaction() as tx:
        put(tx, "a")
        put(tx, "b")
    both = asyncio.Barrier(2)

    async def work(first: str, second: str) -> None:
        async with database.transaction() as tx:
            put(tx, first)
            await tx.flush()
            await both.wait()
            put(tx, second)

    results = await asyncio.gather(work("a", "b"), work("b", "a"), return_exceptions=True)
    assert sorted(type(result).__name__ for result in results) == ["DatabaseUnavailable", "NoneType"]


async def test_a_lease_belongs_to_one_and_is_free_when_that_one_ends(database: Database, database_url: str) -> None:
    other = await open_database(database_url)
    assert await database.lease("delivery")
    assert await database.lease("delivery")
    assert not await other.lease("delivery")
    assert await other.lease("something else")
    await database.close()
    for _ in range(750):
        if await other.lease("delivery"):
            break
        await asyncio.sleep(0.02)
    assert await other.lease("delivery")
    await other.close()


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_whoever_loses_the_session_of_a_lease_is_told(database: Database, database_url: str) -> None:
    assert await database.lease("delivery")
    async with await psycopg.AsyncConnection.connect(database_url, autocommit=True) as other:
        await other.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
    with pytest.raises(DatabaseUnavailable):
        await database.lease("delivery")
    assert await database.lease("delivery")


async def test_an_address_of_neither_database_is_named() -> None:
    with pytest.raises(ValueError, match="mysql"):
        await open_database("mysql://localhost/x")

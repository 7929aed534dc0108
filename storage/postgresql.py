"""PostgreSQL through psycopg 3 in pipeline mode: one round trip for any number of statements."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import lru_cache
from typing import Any

import psycopg
from psycopg import errors
from psycopg.types.numeric import Int8Dumper

from storage.database import DatabaseUnavailable, Row, Statement, StatementRefused

CONNECTIONS = 4  # intake, delivery, clock, and one to spare
NAMED = re.compile(r"(?<![:\w]):([a-z_]\w*)")
UNAVAILABLE = (
    errors.OperationalError,  # the server went away, is shutting down, is full, refuses connections
    errors.InterfaceError,
    errors.ReadOnlySqlTransaction,
    errors.LockNotAvailable,
    errors.DeadlockDetected,
    errors.SerializationFailure,
    errors.DiskFull,
    errors.OutOfMemory,
)


@lru_cache(maxsize=1024)
def translate(sql: str) -> bytes:
    """`:name`, which SQLite reads, as psycopg's `%(name)s`."""
    return NAMED.sub(r"%(\1)s", sql.replace("%", "%%")).encode()


class PostgresqlConnection:
    def __init__(self, connection: psycopg.AsyncConnection[Row]) -> None:
        self._connection = connection

    async def run(self, statements: Sequence[Statement]) -> list[Row]:
        cursors: list[psycopg.AsyncCursor[Row]] = []
        try:
            async with self._connection.pipeline():
                for sql, parameters in statements:
                    cursor = self._connection.cursor()
                    cursors.append(cursor)
                    await cursor.execute(translate(sql), parameters or None)
        except UNAVAILABLE as error:
            raise DatabaseUnavailable(str(error)) from error
        except psycopg.Error as error:
            raise StatementRefused(_first_without_result(cursors), error) from error
        last = cursors[-1]
        return await last.fetchall() if last.description else []

    async def roll_back(self) -> None:
        if not self._connection.closed:
            try:
                await self._connection.rollback()
            except psycopg.Error:  # a connection that cannot roll back is thrown away by connection()
                await self._connection.close()


def _first_without_result(cursors: Sequence[psycopg.AsyncCursor[Row]]) -> int:
    """A pipeline stops at the first refusal: every statement before it has its result."""
    for index, cursor in enumerate(cursors):
        if cursor.pgresult is None:
            return index
    return len(cursors) - 1


class PostgresqlEngine:
    begin = "BEGIN"
    for_update = " FOR UPDATE"

    def __init__(self, url: str) -> None:
        self._url = url
        self._idle: asyncio.LifoQueue[psycopg.AsyncConnection[Row] | None] = asyncio.LifoQueue()
        for _ in range(CONNECTIONS):
            self._idle.put_nowait(None)
        self._leases: dict[str, psycopg.AsyncConnection[Row]] = {}

    @classmethod
    async def open(cls, url: str) -> PostgresqlEngine:
        engine = cls(url)
        async with engine.connection():
            pass  # a wrong address is better known now
        return engine

    async def _connect(self) -> psycopg.AsyncConnection[Row]:
        try:
            connection: psycopg.AsyncConnection[Row] = await psycopg.AsyncConnection.connect(
                self._url, autocommit=True, prepare_threshold=0
            )
        except psycopg.Error as error:
            raise DatabaseUnavailable(str(error).strip()) from error
        # Every int as bigint: otherwise a plan is prepared for each mixture of small and large numbers.
        connection.adapters.register_dumper(int, Int8Dumper)
        return connection

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[PostgresqlConnection]:
        connection: psycopg.AsyncConnection[Row] | None = await self._idle.get()
        try:
            if connection is None or connection.closed:
                connection = None
                connection = await self._connect()
            yield PostgresqlConnection(connection)
        finally:
            self._idle.put_nowait(None if connection is None or connection.closed else connection)

    async def lease(self, name: str) -> bool:
        """An advisory lock of a session: the server releases it when the process ends."""
        if name in self._leases and await self._still_held(name):
            return True
        connection = await self._connect()
        cursor = await connection.execute("SELECT pg_try_advisory_lock(hashtext(%s))", [name])
        row: Any = await cursor.fetchone()
        if row and row[0]:
            self._leases[name] = connection
            return True
        await connection.close()
        return False

    async def _still_held(self, name: str) -> bool:
        try:
            await self._leases[name].execute("SELECT 1")
        except psycopg.Error:  # the session is gone, and the lock with it
            del self._leases[name]
            return False
        return True

    async def close(self) -> None:
        for held in self._leases.values():
            await held.close()
        while not self._idle.empty():
            idle = self._idle.get_nowait()
            if idle is not None:
                await idle.close()

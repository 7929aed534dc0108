"""PostgreSQL through psycopg 3 in pipeline mode: one round trip for any number of statements."""

from __future__ import annotations

import asyncio
import re
import select
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import lru_cache
from typing import Any

import psycopg
from psycopg.types.numeric import Int8Dumper

from storage.database import UNDO, DatabaseUnavailable, Row, Statement, StatementRefused

CONNECTIONS = 4  # intake, delivery, clock, and one to spare
NAMED = re.compile(r"(?<![:\w]):([a-z_]\w*)")
# Classes of SQLSTATE, and single ones, that speak of the world and not of the statement: connection, resources,
# operator and system; a lock that is held, a deadlock, a server that takes no writes.
UNAVAILABLE = ("08", "40", "53", "57", "58", "55P03", "25006")
# A server that is gone is noticed within half a minute; a lock that others hold is not waited for much longer
# than Telegram waits for a webhook's answer.
PATIENCE: dict[str, Any] = {
    "connect_timeout": 10, "keepalives_idle": 15, "keepalives_interval": 5, "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}  # fmt: skip
# With the usual 4 MB of working memory, a set of a large city's people, such as all who have reported, is too large to
# be looked up, and would be gone through for each person.
SETTINGS = "SELECT set_config('lock_timeout', '10s', false), set_config('work_mem', '64MB', false)"


def is_unavailable(error: BaseException) -> bool:
    """Without an SQLSTATE the error comes from the connection itself."""
    state = getattr(error, "sqlstate", None)
    if state:
        return str(state).startswith(UNAVAILABLE)
    return isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError))


@lru_cache(maxsize=1024)
def translate(sql: str) -> bytes:
    """`:name`, which SQLite reads, as psycopg's `%(name)s`."""
    return NAMED.sub(r"%(\1)s", sql.replace("%", "%%")).encode()


class PostgresqlConnection:
    def __init__(self, connection: psycopg.AsyncConnection[Row]) -> None:
        self._connection = connection
        # After an error psycopg takes statements for prepared that the server has never seen. After a ROLLBACK, if only
        # TO SAVEPOINT, it has the server forget them all, but only behind the next one that it prepares. From then on
        # nothing is prepared, and the connection is not used again.
        self.spoiled = False

    async def run(self, statements: Sequence[Statement]) -> list[Row]:
        cursors: list[psycopg.AsyncCursor[Row]] = []
        try:
            async with self._connection.pipeline():
                for sql, parameters in statements:
                    cursor = self._connection.cursor()
                    cursors.append(cursor)
                    await cursor.execute(translate(sql), parameters or None, prepare=False if self.spoiled else None)
        except (psycopg.Error, UnicodeError, OverflowError) as error:
            self.spoiled = True
            if self._connection.closed or is_unavailable(error):
                raise DatabaseUnavailable(str(error).strip()) from error
            raise StatementRefused(_first_without_result(cursors), error) from error
        self.spoiled = self.spoiled or UNDO in statements
        last = cursors[-1]
        return await last.fetchall() if last.description else []

    async def roll_back(self) -> None:
        if not self._connection.closed:
            try:
                await self._connection.rollback()
            except psycopg.Error:  # a connection that cannot roll back is thrown away by connection()
                await self._connection.close()

    async def clear_log(self) -> None:
        """Its log is the server's."""


def _first_without_result(cursors: Sequence[psycopg.AsyncCursor[Row]]) -> int:
    """A pipeline stops at the first refusal: every statement before it has its result."""
    for index, cursor in enumerate(cursors):
        if cursor.pgresult is None:
            return index
    return len(cursors) - 1


def _hung_up(connection: psycopg.AsyncConnection[Row]) -> bool:
    """Nobody speaks on an idle connection but a server that ends it."""
    if connection.closed:
        return True
    ear = select.poll()
    ear.register(connection.pgconn.socket, select.POLLIN)
    return bool(ear.poll(0))


class PostgresqlEngine:
    begin = "BEGIN"
    for_update = " FOR UPDATE"
    lock = "SELECT pg_advisory_xact_lock(id) FROM unnest(CAST(:ids AS bigint[])) AS id"

    def __init__(self, url: str) -> None:
        self._url = url
        self._idle: asyncio.LifoQueue[psycopg.AsyncConnection[Row] | None] = asyncio.LifoQueue()
        for _ in range(CONNECTIONS):
            self._idle.put_nowait(None)
        self._sessions: dict[str, psycopg.AsyncConnection[Row]] = {}  # by lease
        self._held: set[str] = set()

    @classmethod
    async def open(cls, url: str) -> PostgresqlEngine:
        engine = cls(url)
        async with engine.connection():
            pass  # a wrong address is better known now
        return engine

    async def _connect(self) -> psycopg.AsyncConnection[Row]:
        try:
            connection: psycopg.AsyncConnection[Row] = await psycopg.AsyncConnection.connect(
                self._url, autocommit=True, prepare_threshold=0, **PATIENCE
            )
            try:
                await connection.execute(SETTINGS)
            except BaseException:
                await connection.close()
                raise
        except psycopg.Error as error:
            raise DatabaseUnavailable(str(error).strip()) from error
        # Every int as bigint: otherwise a plan is prepared for each mixture of small and large numbers.
        connection.adapters.register_dumper(int, Int8Dumper)
        return connection

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[PostgresqlConnection]:
        connection: psycopg.AsyncConnection[Row] | None = await self._idle.get()
        try:
            if connection is None or _hung_up(connection):
                if connection is not None:
                    await connection.close()
                connection = None
                connection = await self._connect()
            lent = PostgresqlConnection(connection)
            try:
                yield lent
            finally:
                if lent.spoiled:
                    await connection.close()
        finally:
            self._idle.put_nowait(None if connection is None or connection.closed else connection)

    async def lease(self, name: str) -> bool:
        """An advisory lock of a session: the server releases it when the process ends.

        Each has a connection of its own, which is kept while somebody else holds the lock, too. Asking again is
        how a holder learns that its session, and the lock with it, is gone: then it raises DatabaseUnavailable.
        """
        question = "SELECT %s <> ''" if name in self._held else "SELECT pg_try_advisory_lock(0, hashtext(%s))"
        try:
            connection = self._sessions.get(name)
            if connection is None or (connection.closed and name not in self._held):
                connection = self._sessions[name] = await self._connect()
            cursor = await connection.execute(question, [name])
            row: Any = await cursor.fetchone()
        except psycopg.Error as error:
            self._held.discard(name)
            raise DatabaseUnavailable(str(error).strip()) from error
        if row[0]:
            self._held.add(name)
        return bool(row[0])

    async def close(self) -> None:
        for session in self._sessions.values():
            await session.close()
        while not self._idle.empty():
            idle = self._idle.get_nowait()
            if idle is not None:
                await idle.close()

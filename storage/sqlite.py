"""SQLite through aiosqlite: one connection, one trip to its thread for any number of statements."""

from __future__ import annotations

import asyncio
import fcntl
import os
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

import aiosqlite

from storage.database import DatabaseUnavailable, Row, Statement, StatementRefused

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a confirmed update must survive a power cut, too
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",  # milliseconds
    "PRAGMA temp_store = MEMORY",
)
# Primary result codes (sqlite.org/rescode.html) that speak of the world and not of the statement.
UNAVAILABLE = {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOTADB,
}


def run_all(connection: sqlite3.Connection, statements: Sequence[Statement]) -> list[Row]:
    """Runs in the database's thread."""
    rows: list[Row] = []
    last = len(statements) - 1
    for index, (sql, parameters) in enumerate(statements):
        try:
            cursor = connection.execute(sql, parameters)
            if index == last:
                rows = cursor.fetchall()
            elif cursor.description:
                cursor.fetchall()  # a RETURNING statement takes effect only once it is read to its end
        except sqlite3.Error as error:
            if (getattr(error, "sqlite_errorcode", 0) & 0xFF) in UNAVAILABLE:
                raise DatabaseUnavailable(str(error)) from error
            raise StatementRefused(index, error) from error
        except OverflowError as error:  # a number that SQLite's 64 bits cannot hold
            raise StatementRefused(index, error) from error
    return rows


class SqliteConnection:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def run(self, statements: Sequence[Statement]) -> list[Row]:
        # aiosqlite has no public way to run several statements in one trip to its thread, and a trip for each
        # statement halves the throughput.
        trip = self._connection._execute  # noqa: SLF001
        rows: list[Row] = await trip(run_all, self._connection._conn, statements)  # type: ignore[no-untyped-call]  # noqa: SLF001
        return rows

    async def roll_back(self) -> None:
        if self._connection.in_transaction:
            await self._connection.rollback()


class SqliteEngine:
    begin = "BEGIN IMMEDIATE"
    for_update = ""

    def __init__(self, path: str, connection: aiosqlite.Connection) -> None:
        self._path = path
        self._connection = connection
        self._free = asyncio.Lock()
        self._leases: dict[str, IO[str]] = {}

    @classmethod
    async def open(cls, path: str) -> SqliteEngine:
        try:
            connection = await aiosqlite.connect(path, isolation_level=None, cached_statements=256)
            for pragma in PRAGMAS:
                await connection.execute_fetchall(pragma)
        except sqlite3.Error as error:
            raise DatabaseUnavailable(f"{path}: {error}") from error
        return cls(path, connection)

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[SqliteConnection]:
        async with self._free:
            yield SqliteConnection(self._connection)

    async def lease(self, name: str) -> bool:
        """A lock on a file beside the database: the kernel releases it when the process ends."""
        if name in self._leases:
            return True
        file = Path(f"{self._path}-{name}.lock").open("w")  # noqa: ASYNC230, SIM115  # held open as long as we live
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            return False
        file.write(str(os.getpid()))
        file.flush()
        self._leases[name] = file
        return True

    async def close(self) -> None:
        await self._connection.close()
        for file in self._leases.values():
            file.close()

"""SQLite through aiosqlite: one connection, one trip to its thread for any number of statements."""

from __future__ import annotations

import asyncio
import fcntl
import logging
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

import aiosqlite

from storage.database import DatabaseUnavailable, Row, Statement, StatementRefused

log = logging.getLogger(__name__)
BUSY = 5000  # milliseconds
PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a confirmed update must survive a power cut, too
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY}",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",  # what is deleted, as the receipts of a closed poll, is overwritten
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
        except (OverflowError, UnicodeError) as error:  # a number beyond 64 bits, half a surrogate pair
            raise StatementRefused(index, error) from error
    return rows


def undo(connection: sqlite3.Connection) -> None:
    """Runs in the database's thread: behind whatever is still under way there for somebody who was cancelled."""
    if connection.in_transaction:
        connection.rollback()


def _try(path: str) -> None:
    sqlite3.connect(path).close()


class SqliteConnection:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        # aiosqlite has no public way to run several statements in one trip to its thread, and a trip for each
        # statement halves the throughput.
        self._trip = connection._execute  # noqa: SLF001
        self._raw = connection._conn  # noqa: SLF001

    async def run(self, statements: Sequence[Statement]) -> list[Row]:
        rows: list[Row] = await self._trip(run_all, self._raw, statements)  # type: ignore[no-untyped-call]
        return rows

    async def roll_back(self) -> None:
        try:
            await self._trip(undo, self._raw)  # type: ignore[no-untyped-call]
        except sqlite3.Error as error:
            raise DatabaseUnavailable(str(error)) from error

    async def clear_log(self) -> None:
        """As well as it can be done: what was to be written is committed, whatever becomes of this."""
        try:
            await self._trip(clear_log, self._raw)  # type: ignore[no-untyped-call]
        except sqlite3.Error:
            log.warning("the database's log was not emptied", exc_info=True)


def clear_log(connection: sqlite3.Connection) -> None:
    """Runs in the database's thread: nobody waits for somebody else who reads, a backup say; then the log stays."""
    connection.execute("PRAGMA busy_timeout = 0").fetchall()
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY}").fetchall()


class SqliteEngine:
    begin = "BEGIN IMMEDIATE"
    for_update = ""
    lock = ""

    def __init__(self, path: str, connection: aiosqlite.Connection) -> None:
        self._path = path
        self._connection = connection
        self._free = asyncio.Lock()
        self._leases: dict[str, IO[str]] = {}

    @classmethod
    async def open(cls, path: str) -> SqliteEngine:
        try:
            # A connection that never came about leaves a thread of aiosqlite behind, which outlives the event loop.
            await asyncio.to_thread(_try, path)
            connection = await aiosqlite.connect(path, isolation_level=None, cached_statements=256)
        except sqlite3.Error as error:
            raise DatabaseUnavailable(f"{path}: {error}") from error
        try:
            for pragma in PRAGMAS:
                await connection.execute_fetchall(pragma)
        except sqlite3.Error as error:
            await connection.close()
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
        try:
            file = Path(f"{self._path}-{name}.lock").open("w")  # noqa: ASYNC230, SIM115  # held open as long as we live
        except OSError as error:
            raise DatabaseUnavailable(f"{error}") from error
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            return False
        self._leases[name] = file
        return True

    async def close(self) -> None:
        await self._connection.close()
        for file in self._leases.values():
            file.close()

"""One interface over two databases. What SQLite and PostgreSQL do differently lives here and in the two
engines beside this file; the SQL text of all the other files runs on both."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

Row = tuple[Any, ...]


class DatabaseError(Exception):
    """Root of what this room raises."""


class DatabaseUnavailable(DatabaseError):
    """Locked, read-only, full or out of reach: nothing was committed, and the same may succeed later.

    Only when the connection breaks during the COMMIT itself does nobody know whether it was carried out.
    """


class StatementRefused(DatabaseError):
    """The database refused one statement; `index` is its place among those that travelled together."""

    def __init__(self, index: int, cause: BaseException) -> None:
        super().__init__(f"{type(cause).__name__}: {cause}")
        self.index = index


class Statement(NamedTuple):
    sql: str
    parameters: Mapping[str, Any]


class Connection(Protocol):
    """One connection of an engine."""

    async def run(self, statements: Sequence[Statement]) -> list[Row]:
        """Send all statements in one trip and give the rows of the last.

        Raises StatementRefused (those before its index have been applied, those behind it have not) or
        DatabaseUnavailable.
        """

    async def roll_back(self) -> None:
        """Undo whatever transaction is open."""

    async def clear_log(self) -> None:
        """Keep no log of what has been committed, where that is this side's to decide."""


class Engine(Protocol):
    """A way to one database."""

    begin: str  # the statement that opens a writing transaction
    for_update: str  # what a SELECT ends with to keep its rows locked until the commit
    lock: str  # the statement that keeps `:ids` to this transaction until the commit; empty where it is alone anyway

    def connection(self) -> AbstractAsyncContextManager[Connection]:
        """A connection to oneself for as long as the block lasts; waits for one to be free."""

    async def lease(self, name: str) -> bool:
        """Become the one process that does `name`, until this process ends, however it ends."""

    async def close(self) -> None: ...


@dataclass(eq=False)
class Savepoint:
    """The writes of one update: they stand or fall together, whenever they travel."""

    error: BaseException | None = None


# One at a time is open, so that all share a name, and the statements are prepared once.
OPEN, RELEASE, UNDO = (
    Statement(f"{what} s", {}) for what in ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")
)


Entry = tuple[Savepoint | None, Statement]  # a statement, and the savepoint that it belongs to


@dataclass
class Transaction:
    """Queues writes and sends them with the next read or with the commit, in one trip.

    A queued write that the database refuses undoes its own savepoint and no other; `Savepoint.error` tells
    of it. Refused outside a savepoint it raises StatementRefused and the transaction is lost.
    """

    engine: Engine
    connection: Connection
    _queue: list[Entry] = field(default_factory=list)
    _scope: Savepoint | None = None  # the savepoint that new statements belong to
    _open: Savepoint | None = None  # the savepoint that the database has open
    _begun: bool = False
    clears_log: bool = False  # after the commit the database's log is to keep nothing of what was deleted

    @property
    def for_update(self) -> str:
        return self.engine.for_update

    def execute(self, sql: str, parameters: Mapping[str, Any] | None = None) -> None:
        """Queue a write. In a savepoint that has failed it has no effect any more."""
        if self._scope is None or self._scope.error is None:
            self._queue.append((self._scope, Statement(sql, parameters or {})))

    def lock(self, ids: Iterable[int]) -> None:
        """Nobody else works on what these numbers stand for until the commit, whether it has a row or not."""
        if self.engine.lock:
            self.execute(self.engine.lock, {"ids": sorted(ids)})

    async def fetch_all(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Send what is queued and this read; give its rows. Raises StatementRefused where the savepoint has failed."""
        self.execute(sql, parameters)
        rows = await self._send()
        if self._scope and self._scope.error:
            raise self._scope.error
        return rows

    async def fetch_one(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Row | None:
        rows = await self.fetch_all(sql, parameters)
        return rows[0] if rows else None

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[Savepoint]:
        """What happens inside is undone when the block raises, or later, when one of its writes is refused."""
        scope = self._scope = Savepoint()
        try:
            yield scope
        except BaseException as error:
            scope.error = error
            self._queue = [entry for entry in self._queue if entry[0] is not scope]
            if self._open is scope:
                self._queue[:0] = self._undoing()
            raise
        finally:
            self._scope = None

    async def flush(self) -> None:
        """Send what is queued, so that refusals are known now."""
        if self._queue:
            await self._send()

    async def commit(self) -> None:
        if self._queue or self._begun:
            self._queue.append((None, Statement("COMMIT", {})))
            await self._send()

    def _undoing(self) -> list[Entry]:
        self._open = None
        return [(None, UNDO), (None, RELEASE)]

    async def _send(self) -> list[Row]:
        pending, self._queue = self._queue, []
        while pending:
            trip = self._bracketed(pending)
            try:
                return await self.connection.run([statement for _, statement in trip])
            except StatementRefused as refusal:
                scope = trip[refusal.index][0]
                if scope is None:
                    raise
                scope.error = refusal
                rest = [entry for entry in trip[refusal.index + 1 :] if entry[0] is not scope]
                pending = self._undoing() + [
                    entry for entry in rest if entry[1] is not OPEN and entry[1] is not RELEASE
                ]
        return []

    def _bracketed(self, pending: list[Entry]) -> list[Entry]:
        """What is pending, with BEGIN in front, and savepoints opened and released where they change."""
        trip: list[Entry] = []
        if not self._begun:
            trip.append((None, Statement(self.engine.begin, {})))
            self._begun = True
        for scope, statement in pending:
            if scope is not self._open:
                if self._open:
                    trip.append((None, RELEASE))
                if scope:
                    trip.append((scope, OPEN))
                self._open = scope
            trip.append((scope, statement))
        return trip


@dataclass
class Database:
    """The database, whichever it is."""

    engine: Engine

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Commits at the end of the block; rolls back when it raises. Raises DatabaseUnavailable."""
        async with self.engine.connection() as connection:
            transaction = Transaction(self.engine, connection)
            try:
                yield transaction
                await transaction.commit()
                if transaction.clears_log:
                    await connection.clear_log()
            except BaseException:
                await connection.roll_back()
                raise

    async def lease(self, name: str) -> bool:
        """Become the one process that does `name`, until this process ends, however it ends."""
        return await self.engine.lease(name)

    async def close(self) -> None:
        await self.engine.close()


async def open_database(url: str) -> Database:
    """Raises ValueError for an address that is neither, DatabaseUnavailable when it cannot be reached."""
    if url.startswith("sqlite:///"):
        from storage.sqlite import SqliteEngine  # noqa: PLC0415  # each engine loads its own driver only

        return Database(await SqliteEngine.open(url.removeprefix("sqlite:///")))
    if url.startswith(("postgresql://", "postgres://")):
        from storage.postgresql import PostgresqlEngine  # noqa: PLC0415

        return Database(await PostgresqlEngine.open(url))
    raise ValueError(f"{url!r} is neither sqlite:///FILE nor postgresql://USER:PASSWORD@HOST/NAME")

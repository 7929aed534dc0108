"""What another process commits between two trips of a transaction.

On SQLite there is no such thing: whoever writes has the database to themselves.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from storage.database import Connection, Database, Engine, Row, Statement

LOCKED = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
Act = Callable[[], Awaitable[Any]]


@dataclass
class Interrupted:
    """An engine that lets the other act once, right behind the first trip with a statement that says this."""

    inner: Engine
    behind: str
    act: Act
    acting: asyncio.Task[Any] | None = None
    begin: str = field(init=False)
    for_update: str = field(init=False)
    lock: str = field(init=False)

    def __post_init__(self) -> None:
        self.begin, self.for_update, self.lock = self.inner.begin, self.inner.for_update, self.inner.lock

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Connection]:
        async with self.inner.connection() as connection:
            yield InterruptedConnection(self, connection)

    async def lease(self, name: str) -> bool:
        return await self.inner.lease(name)

    async def close(self) -> None:
        """The inner one is closed by its owner."""


@dataclass
class InterruptedConnection:
    engine: Interrupted
    inner: Connection

    async def run(self, statements: Sequence[Statement]) -> list[Row]:
        found = await self.inner.run(statements)
        if self.engine.acting is None and any(self.engine.behind in statement.sql for statement in statements):
            self.engine.acting = asyncio.ensure_future(self.engine.act())
            await self._until_done_or_locked(self.engine.acting)
        return found

    async def _until_done_or_locked(self, acting: asyncio.Task[Any]) -> None:
        """Whoever waits for a lock of this transaction goes on when it has committed."""
        async with self.engine.inner.connection() as watching:
            while not acting.done() and not await watching.run([Statement(LOCKED, {})]):  # noqa: ASYNC110  # theirs
                await asyncio.sleep(0.01)

    async def roll_back(self) -> None:
        await self.inner.roll_back()

    async def clear_log(self) -> None:
        await self.inner.clear_log()


@asynccontextmanager
async def interrupted(database: Database, behind: str, act: Act) -> AsyncIterator[Database]:
    """The same database, in which the other acts behind that statement; at the end both have committed."""
    engine = Interrupted(database.engine, behind, act)
    yield Database(engine)
    assert engine.acting, f"nothing has been said like {behind!r}"
    await engine.acting

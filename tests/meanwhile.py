"""What another process commits between two trips of a transaction.

On SQLite there is no such thing: whoever writes has the database to themselves.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from storage.database import Connection, Database, Engine, Row, Statement
from tests.engines import WrappedConnection, WrappedEngine

LOCKED = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
Act = Callable[[], Awaitable[Any]]


class Interrupted(WrappedEngine):
    """Lets the other act once, right behind the first trip with a statement that says this."""

    def __init__(self, inner: Engine, behind: str, act: Act) -> None:
        super().__init__(inner, lambda connection: InterruptedConnection(self, connection))
        self.behind, self.act = behind, act
        self.acting: asyncio.Task[Any] | None = None


class InterruptedConnection(WrappedConnection):
    def __init__(self, engine: Interrupted, inner: Connection) -> None:
        super().__init__(inner)
        self.engine = engine

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


@asynccontextmanager
async def interrupted(database: Database, behind: str, act: Act) -> AsyncIterator[Database]:
    """The same database, in which the other acts behind that statement; at the end both have committed."""
    engine = Interrupted(database.engine, behind, act)
    yield Database(engine)
    assert engine.acting, f"nothing has been said like {behind!r}"
    await engine.acting

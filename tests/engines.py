"""Ways to a database that lead through somebody who looks on, or interferes."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from storage.database import Connection, Engine, Row, Statement


class WrappedConnection:
    """Passes everything on."""

    def __init__(self, inner: Connection) -> None:
        self.inner = inner

    async def run(self, statements: Sequence[Statement]) -> list[Row]:
        return await self.inner.run(statements)

    async def roll_back(self) -> None:
        await self.inner.roll_back()

    async def clear_log(self) -> None:
        await self.inner.clear_log()


class WrappedEngine:
    """Passes everything on, over connections that `wrap` has made of its own. The inner one is closed by its owner."""

    def __init__(self, inner: Engine, wrap: Callable[[Connection], Connection]) -> None:
        self.inner, self.wrap = inner, wrap
        self.begin, self.for_update, self.lock = inner.begin, inner.for_update, inner.lock

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Connection]:
        async with self.inner.connection() as connection:
            yield self.wrap(connection)

    async def lease(self, name: str) -> bool:
        return await self.inner.lease(name)

    async def close(self) -> None:
        """Nothing of its own."""

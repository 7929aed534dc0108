"""The clock of the demo, which the visitor moves: what falls due on the way is done in order, as time would do it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

from bot.app import App
from bot.demo import due
from services.now import MovableNow
from storage.broadcasts import Broadcast

PATIENCE = 15.0  # seconds without a change: what is left cannot be sent
LOOK = 0.02


class Left(NamedTuple):
    """What is still to be sent now."""

    letters: int
    announced: list[tuple[Broadcast, dict[str, int]]]


@asynccontextmanager
async def moved_clock(app: App, now: MovableNow) -> AsyncIterator[MovedClock]:
    """With nothing left to be sent; and at the end, nothing half done."""
    clock = MovedClock(app, now)
    await clock.delivered()
    try:
        yield clock
    finally:
        await clock.stop()


class MovedClock:
    """`now` is what the whole program asks for the time."""

    def __init__(self, app: App, now: MovableNow) -> None:
        self._app, self._now = app, now
        self._moving, self._stopped = asyncio.Lock(), False

    def now(self) -> float:
        return self._now()

    async def move(self, to: float) -> None:
        """Returns when all that is due by then has been done and sent."""
        async with self._moving:
            while not self._stopped and (left := int(to) - self._now()) > 0:
                self._now.move(seconds=min(left, await self._step()))
                await self._app.clock.tick()
                await self.delivered()

    async def stop(self) -> None:
        """The step in hand is the last."""
        self._stopped = True
        async with self._moving:
            pass

    async def _step(self) -> int:
        now = self._now()
        async with self._app.database.transaction() as tx:
            return await due.next_moment(tx, self._app.house, now) - now

    async def delivered(self) -> None:
        """Until every letter and every broadcast has gone, or those that are left wait for their time."""
        self._app.delivery.accept([])  # it may have been waiting for an hour that has come
        loop = asyncio.get_running_loop()
        left, since = await self._left(), loop.time()
        while (left.announced or left.letters) and loop.time() - since < PATIENCE:
            await asyncio.sleep(LOOK)
            if (now := await self._left()) != left:
                left, since = now, loop.time()

    async def _left(self) -> Left:
        async with self._app.database.transaction() as tx:
            house, now = self._app.house, self._now()
            return Left(await due.letters(tx, house, now), await due.announcing(tx, house, now))

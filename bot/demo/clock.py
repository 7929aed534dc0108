"""The clock of the demo, which the visitor moves: what falls due on the way is done in order, as time would do it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.app import App
from services.now import MovableNow
from storage import errands, outbox

SHORTEST = 60  # seconds of a step: what falls due within a minute is done together
QUIET = 0.3  # seconds in which nothing more is sent: what is left waits for another hour
LOOK = 0.02


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
        """Seconds until something is due: an errand, or the morning at which those of a new day are left."""
        async with self._app.database.transaction() as tx:
            due = await errands.next_due(tx)
        now, morning = self._now(), self._morning()
        return min(morning, max(due, now + SHORTEST) if due else morning) - now

    def _morning(self) -> int:
        house = self._app.house
        local = datetime.fromtimestamp(self._now(), house.city.zone)
        morning = datetime.combine(local.date(), house.digest_time, house.city.zone)
        return int((morning if morning > local else morning + timedelta(days=1)).timestamp())

    async def delivered(self) -> None:
        """Until every letter has gone, or those that are left wait for their time."""
        self._app.delivery.accept([])  # it may have been waiting for an hour that has come
        loop = asyncio.get_running_loop()
        before, since = await self._waiting(), loop.time()
        while before and loop.time() - since < QUIET:
            await asyncio.sleep(LOOK)
            if (left := await self._waiting()) != before:
                before, since = left, loop.time()

    async def _waiting(self) -> int:
        async with self._app.database.transaction() as tx:
            counts = await outbox.counts(tx)
        return sum(counts.get(state, 0) for state in (outbox.WAITING, outbox.HELD, outbox.SENDING))

"""Does the errands that take their time, beside everything else: between two transactions, never inside one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from telegram.error import TelegramError

from bot.api import Api
from bot.delivery import Delivery
from handlers.errands import CHORES
from handlers.house import House
from handlers.voice import Voice
from services.child import ChildFailed
from services.now import Now
from storage import errands
from storage.database import Database, DatabaseUnavailable
from storage.errands import Errand

log = logging.getLogger(__name__)

LASTS = 120  # seconds, after which the errand of a process that has ended is due again
LONGEST = 100.0
AT_ONCE = 2  # more would only wait for each other


class Workshop:
    """An errand that is done here stays due, later, until it is finished: so a killed one is begun anew."""

    def __init__(self, bot: Api, database: Database, house: House, delivery: Delivery, now: Now) -> None:
        self._bot, self._database, self._house, self._delivery, self._now = bot, database, house, delivery, now
        self._places = asyncio.Semaphore(AT_ONCE)
        self._tasks: dict[str, asyncio.Task[None]] = {}  # by the errand's name

    def has(self, errand: Errand) -> bool:
        """It is under way, or waits for its turn."""
        return errand.name in self._tasks

    def take(self, errand: Errand) -> None:
        """What this has not."""
        task = self._tasks[errand.name] = asyncio.create_task(self._do(errand))
        task.add_done_callback(lambda _: self._tasks.pop(errand.name))

    async def settled(self) -> None:
        """All that has been taken is done."""
        while self._tasks:
            await asyncio.wait(self._tasks.values())

    async def stop(self) -> None:
        for task in self._tasks.values():
            task.cancel()
        await self.settled()

    async def _do(self, errand: Errand) -> None:
        try:
            async with self._places:
                await self._said(errand, await self._worked(errand))
        except DatabaseUnavailable as error:
            log.warning("the errand %s waits for the database: %s", errand.name, error)
        except Exception:
            log.exception("the errand %s failed", errand.name)

    async def _worked(self, errand: Errand) -> Any:
        """None where it did not come about; whoever asked is told, and may ask again."""
        try:
            async with asyncio.timeout(LONGEST):
                material = await self._material(errand)
                if material is None:
                    return None
                while page := await self._page(errand, material):
                    await asyncio.to_thread(page)
                return await CHORES[errand.kind].work(material)
        except (TelegramError, ChildFailed, TimeoutError) as error:
            log.warning("the errand %s came to nothing: %s", errand.name, error)
            return None

    async def _material(self, errand: Errand) -> Any:
        gather = CHORES[errand.kind].gather
        if gather is None:
            return await self._bot.download(errand.arguments["file"])
        async with self._speaking() as voice:
            return await gather(voice, errand.arguments)

    async def _page(self, errand: Errand, material: Any) -> Callable[[], None] | None:
        more = CHORES[errand.kind].more
        if more is None:
            return None
        async with self._speaking() as voice:
            return await more(voice, material)

    async def _said(self, errand: Errand, result: Any) -> None:
        """What is made of no result says so: nobody waits for an answer for which there are no words."""
        try:
            await self._finish(errand, result)
        except DatabaseUnavailable:
            raise
        except Exception:
            log.exception("the result of the errand %s could not be said", errand.name)
            await self._finish(errand, None)

    async def _finish(self, errand: Errand, result: Any) -> None:
        async with self._speaking() as voice:
            if await errands.finish(voice.tx, errand.name, self._now()):
                await CHORES[errand.kind].finish(voice, errand.arguments, result)

    @asynccontextmanager
    async def _speaking(self) -> AsyncIterator[Voice]:
        """What is said goes out after the commit."""
        async with self._database.transaction() as tx:
            voice = Voice(tx, self._house, self._now(), self._delivery.holder)
            yield voice
        self._delivery.accept(voice.letters)

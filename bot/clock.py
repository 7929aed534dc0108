"""Runs errands when they are due, leaves those of the day, and notices a new organisation."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger

from bot.delivery import Delivery
from bot.workshop import LASTS, Workshop
from handlers.errands import CHORES, ERRANDS
from handlers.house import House
from handlers.voice import Voice
from services import city, digest, programme
from services.now import Now
from storage import errands
from storage.database import Database, DatabaseUnavailable, Transaction
from storage.errands import Errand
from storage.outbox import Letter

log = logging.getLogger(__name__)

LOOK = 60  # seconds: other processes leave errands, too
TRY_AGAIN = 300  # seconds
MOST_ATTEMPTS = 5
LAST_ERRAND = 2.0  # seconds for what is under way at the end


class Clock:
    """APScheduler wakes it; what is due is in the database, so a restart forgets nothing."""

    def __init__(
        self, database: Database, house: House, delivery: Delivery, workshop: Workshop, now: Now, zone: ZoneInfo
    ) -> None:
        self._database, self._house, self._delivery, self._now = database, house, delivery, now
        self._workshop = workshop
        self._scheduler = AsyncIOScheduler(
            timezone=zone, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._busy = asyncio.Lock()
        self._hurried = asyncio.Event()
        self._hurrying: asyncio.Task[None] | None = None
        self._stopping = False

    def start(self) -> None:
        at = self._house.digest_time
        self._scheduler.add_job(self._look, CronTrigger(hour=at.hour, minute=at.minute))
        self._scheduler.add_job(self._wake, DateTrigger(), id="wake")
        self._scheduler.start()
        self._hurrying = asyncio.create_task(self._look_at_once())

    def hurry(self) -> None:
        """Somebody is waiting for an errand that has just been left."""
        self._hurried.set()

    async def _look_at_once(self) -> None:
        while await self._hurried.wait():
            self._hurried.clear()
            await self._go_through()

    async def stop(self) -> None:
        """Finish the errand in hand, then end."""
        self._stopping = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_ERRAND), self._busy:
                pass
        if self._hurrying is not None:
            self._hurrying.cancel()
        await self._workshop.stop()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def tick(self) -> int:
        """Everything that is due now is done; the seconds until there is more."""
        seconds = await self._go_through()
        await self._workshop.settled()
        return seconds

    async def _go_through(self) -> int:
        """What is due now; what takes its time goes on in the workshop."""
        async with self._busy:
            try:
                await self._notice_import()
                await self._plan_day()
                while not self._stopping and await self._run_next():
                    pass
                async with self._database.transaction() as tx:
                    due = await errands.next_due(tx)
            except DatabaseUnavailable as error:
                self._delivery.doubt()
                log.warning("errands wait for the database: %s", error)
            except Exception:
                log.exception("errands could not be looked through")
            else:
                return LOOK if due is None else min(max(due - self._now(), 1), LOOK)
            return LOOK

    async def _look(self) -> None:
        with contextlib.suppress(asyncio.CancelledError):  # at the end; the scheduler would log it as an error
            await self._go_through()

    async def _wake(self) -> None:
        """Run what is due, then sleep until the next errand, or for a minute."""
        with contextlib.suppress(asyncio.CancelledError):
            seconds = await self._go_through()
            if not self._stopping:
                at = datetime.now(UTC) + timedelta(seconds=seconds)
                self._scheduler.add_job(self._wake, DateTrigger(at), id="wake", replace_existing=True)

    async def _notice_import(self) -> None:
        """Also the new year, whose holidays must be known."""
        zone, now = self._house.city.zone, self._now()
        async with self._database.transaction() as tx:
            if await city.version(tx, zone, now) != self._house.city.version:
                self._house.city = await city.read(tx, zone, now) or self._house.city
                log.info("the organisation was read again")

    async def _plan_day(self) -> None:
        async with self._database.transaction() as tx:
            now = self._now()
            await digest.plan(tx, self._house.city, self._house.digest_time, now)
            programme.plan(tx, self._house.city, self._house.programme, now)
            day = now // 86400
            errands.leave(tx, Errand(f"tidy:{day}", "tidy", {}, day * 86400))

    async def _run_next(self) -> bool:
        """One errand in a transaction of its own; False when none is due."""
        async with self._database.transaction() as tx:
            now = self._now()
            errand = await errands.take(tx, now)
            if errand is None:
                return False
            if errand.kind in CHORES:
                going, letters = self._hold(tx, errand, now), []
            else:
                going, letters = False, await self._run(tx, errand, now)
        if going:
            self._workshop.take(errand)
        self._delivery.accept(letters)
        return True

    def _hold(self, tx: Transaction, errand: Errand, now: int) -> bool:
        """It is the workshop's for a while; whether it begins there now."""
        if self._workshop.has(errand):
            errands.put_off(tx, errand, now + LASTS, "due", now, tries=0)
            return False
        worth = errand.attempts < MOST_ATTEMPTS or CHORES[errand.kind].owed
        errands.put_off(tx, errand, now + LASTS, "due" if worth else "failed", now)
        return worth

    async def _run(self, tx: Transaction, errand: Errand, now: int) -> list[Letter]:
        """What it says; nothing where it fails, which undoes it alone."""
        voice = Voice(tx, self._house, now, self._delivery.holder)
        try:
            async with tx.savepoint() as savepoint:
                await ERRANDS[errand.kind](voice, errand.arguments)
        except DatabaseUnavailable:
            raise
        except Exception:
            log.exception("the errand %s failed", errand.name)
        await tx.flush()
        if savepoint.error:
            state = "due" if errand.attempts + 1 < MOST_ATTEMPTS else "failed"
            errands.put_off(tx, errand, now + TRY_AGAIN, state, now)
            return []
        return voice.letters

"""Fetches updates by long polling, and confirms a batch only after everything it changed is committed."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.alarm import Alarm
from bot.api import Api
from bot.intake import ALLOWED, Intake
from storage.database import DatabaseUnavailable
from storage.updates import update_number

log = logging.getLogger(__name__)

POLL = 50  # seconds; Telegram clamps to this
BATCH = 100  # updates; the most that getUpdates gives
LONGEST_REST = 30.0  # seconds between two tries
YOUNG = 10.0  # seconds: a process that meets another poller so soon is the one that came second
PATIENCE = 5  # conflicts in a row that an older process bears


class AnotherPoller(Exception):
    """Another process polls with the same token."""


class Poller:
    def __init__(self, bot: Api, intake: Intake, alarm: Alarm, young: float = YOUNG) -> None:
        self._bot, self._intake, self._alarm, self._young = bot, intake, alarm, young
        self._stopping = asyncio.Event()
        self._first = True

    def stop(self) -> None:
        """Finish the batch in hand, then end."""
        self._stopping.set()

    async def run(self, offset: int | None) -> None:
        """Until stopped. Raises AnotherPoller, InvalidToken."""
        started, failures, conflicts = asyncio.get_running_loop().time(), 0, 0
        while not self._stopping.is_set():
            try:
                raws = await self._fetch(offset)
            except Conflict as error:
                conflicts += 1
                if conflicts > PATIENCE or asyncio.get_running_loop().time() - started < self._young:
                    raise AnotherPoller from error
                log.warning("getUpdates: %s", error)
                await self._rest(2)
            except InvalidToken:
                raise
            except RetryAfter as error:
                await self._rest(error._retry_after.total_seconds())  # noqa: SLF001  # the public one warns
            except TelegramError as error:
                failures += 1
                log.warning("getUpdates: %s", error)
                await self._rest(min(2.0 ** (failures - 1) / 2, LONGEST_REST))
            else:
                failures = conflicts = 0
                # What was asked for with an offset is confirmed below it; after an idle week Telegram may begin
                # again at a lower number, so the offset is not kept for longer than it is needed.
                offset = await self._serve(raws) if raws else None

    async def _fetch(self, offset: int | None) -> list[dict[str, Any]]:
        """Empty when stopped while waiting: what was not fetched stays with Telegram."""
        question: dict[str, Any] = {"timeout": POLL, "limit": BATCH, "allowed_updates": ALLOWED}
        if offset is not None:
            question["offset"] = offset
        asking = asyncio.ensure_future(self._bot.updates(question, wait=POLL + 10))
        stopping = asyncio.ensure_future(self._stopping.wait())
        await asyncio.wait({asking, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if asking.done():
            return asking.result()
        asking.cancel()
        await asyncio.wait({asking})
        return []

    async def _serve(self, raws: list[dict[str, Any]]) -> int | None:
        """The next offset. A database that is away does not lose a batch: it is tried until it succeeds."""
        following = max(map(update_number, raws)) + 1
        failures = 0
        while True:
            try:
                if failures:  # the connection may have broken during a commit that was carried out all the same
                    served = await self._intake.offset() or 0
                    raws = [raw for raw in raws if update_number(raw) >= served]
                # The first batch may have been served by a process that listened to a webhook and was killed.
                await self._intake.process(raws, confirm=following, once=self._first)
                break
            except DatabaseUnavailable as error:
                failures += 1
                if failures > 1:  # one broken connection is no outage
                    self._alarm.raise_(str(error))
                await self._rest(min(2.0 ** (failures - 1) / 4, 5.0))
                if self._stopping.is_set():
                    return None  # nothing was committed, so nothing is confirmed
        self._alarm.clear()
        self._first = False
        return following

    async def _rest(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)

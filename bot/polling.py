"""Fetches updates by long polling, and confirms a batch only after everything it changed is committed."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import Any

from telegram import Bot
from telegram.error import Conflict, NetworkError, RetryAfter

from bot.alarm import Alarm
from bot.intake import ALLOWED, Intake
from storage.database import DatabaseUnavailable
from storage.updates import update_number

log = logging.getLogger(__name__)

POLL = 50  # seconds; Telegram clamps to this
BATCH = 100  # updates; the most that getUpdates gives
LONGEST_REST = 30.0  # seconds between two tries
YOUNG = 30.0  # seconds: a process that meets another poller so soon is the one that came second
PATIENCE = 5  # conflicts in a row that an older process bears


class AnotherPoller(Exception):
    """Another process polls with the same token."""


class Poller:
    def __init__(self, bot: Bot, intake: Intake, alarm: Alarm) -> None:
        self._bot, self._intake, self._alarm = bot, intake, alarm
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Finish the batch in hand, then end."""
        self._stopping.set()

    async def run(self, offset: int | None) -> None:
        """Until stopped. Raises AnotherPoller."""
        started, failures, conflicts = asyncio.get_running_loop().time(), 0, 0
        while not self._stopping.is_set():
            try:
                raws = await self._fetch(offset)
            except Conflict as error:
                conflicts += 1
                if conflicts > PATIENCE or asyncio.get_running_loop().time() - started < YOUNG:
                    raise AnotherPoller from error
                await self._rest(2)
            except RetryAfter as error:
                await self._rest(error._retry_after.total_seconds())  # noqa: SLF001  # the public one warns
            except NetworkError as error:
                failures += 1
                log.warning("getUpdates: %s", error)
                await self._rest(min(2.0 ** (failures - 1) / 2, LONGEST_REST))
            else:
                failures = conflicts = 0
                if raws:
                    offset = await self._serve(raws)

    async def _fetch(self, offset: int | None) -> list[dict[str, Any]]:
        """Empty when stopped while waiting: what was not fetched stays with Telegram."""
        question: dict[str, Any] = {"timeout": POLL, "limit": BATCH, "allowed_updates": ALLOWED}
        if offset is not None:
            question["offset"] = offset
        asking = asyncio.ensure_future(self._bot.do_api_request("GetUpdates", question, read_timeout=POLL + 10))
        stopping = asyncio.ensure_future(self._stopping.wait())
        await asyncio.wait({asking, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if asking.done():
            raws: list[dict[str, Any]] = asking.result()
            return raws
        asking.cancel()
        return []

    async def _serve(self, raws: list[dict[str, Any]]) -> int:
        """The next offset. A database that is away does not lose a batch: it is tried until it succeeds."""
        following = max(map(update_number, raws)) + 1
        failures = 0
        while True:
            try:
                await self._intake.process(raws, confirm=following)
            except DatabaseUnavailable as error:
                failures += 1
                await self._alarm.raise_(str(error))
                await self._rest(min(2.0 ** (failures - 1) / 4, 5.0))
                if self._stopping.is_set():
                    return update_number(raws[0])  # nothing was committed, so nothing is confirmed
            else:
                self._alarm.clear()
                return following

    async def _rest(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)

"""Tells the operator that the database is away: in the log, and directly, since the outbox cannot take it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection

from telegram import Bot
from telegram.error import TelegramError

from locales.words import words

log = logging.getLogger(__name__)


class Alarm:
    """Raised once for each outage."""

    def __init__(self, bot: Bot, owners: Collection[int]) -> None:
        self._bot, self._owners = bot, owners
        self._raised = False

    async def raise_(self, error: str) -> None:
        if self._raised:
            return
        self._raised = True
        log.error("the database is not available, updates wait at Telegram: %s", error)
        text = words("fa")("database-told", error=error[:300])
        await asyncio.gather(*(self._tell(owner, text) for owner in self._owners))

    def clear(self) -> None:
        if self._raised:
            self._raised = False
            log.warning("the database is available again")

    async def _tell(self, owner: int, text: str) -> None:
        try:
            await self._bot.do_api_request("SendMessage", {"chat_id": owner, "text": text, "parse_mode": "HTML"})
        except TelegramError as error:
            log.warning("owner %s could not be told: %s", owner, error)

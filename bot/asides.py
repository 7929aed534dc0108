"""What is said past the outbox and is never stored: the answer to a press, an alarm while the database is away."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from telegram.error import RetryAfter, TelegramError

from bot.limiter import Limiter
from handlers.talk import Toast

log = logging.getLogger(__name__)

TOAST_LASTS = 10.0  # seconds after which an answer to a press comes too late
ALARM_LASTS = 3600.0

Call = Callable[[str, dict[str, Any]], Awaitable[Any]]


def obey(limiter: Limiter, error: RetryAfter) -> None:
    """Nothing at all is sent until then."""
    seconds = error._retry_after.total_seconds()  # noqa: SLF001  # the public one warns, whichever type it gives
    log.warning("Telegram asks to wait %s s", seconds)
    limiter.pause(asyncio.get_running_loop().time() + seconds + 0.1)


class Asides:
    """Best effort: tried once, when Telegram has not asked for silence."""

    def __init__(self, call: Call, limiter: Limiter) -> None:
        self._call, self._limiter = call, limiter

    async def toast(self, toast: Toast) -> None:
        content: dict[str, Any] = {"callback_query_id": toast.query_id}
        if toast.text:
            content |= {"text": toast.text, "show_alert": toast.alert}
        await self._say("answerCallbackQuery", content, TOAST_LASTS)

    async def tell(self, chat: int, text: str) -> None:
        await self._say("sendMessage", {"chat_id": chat, "text": text, "parse_mode": "HTML"}, ALARM_LASTS)

    async def _say(self, method: str, content: dict[str, Any], lasts: float) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + lasts
        while (until := self._limiter.paused_until) > loop.time():
            if until > deadline:
                return
            await asyncio.sleep(until - loop.time())
        try:
            await self._call(method, content)
        except RetryAfter as error:
            obey(self._limiter, error)
        except TelegramError as error:  # too old, most likely
            log.debug("%s: %s", method, error)

"""What becomes of a poll when its time comes: it opens, reminds, closes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.polls import seal, send
from handlers.voice import Voice
from services import polls as service
from services.polls import OPEN, SCHEDULED
from storage import polls
from storage.polls import Poll


async def _due(voice: Voice, arguments: dict[str, Any], state: str, at: str) -> Poll | None:
    """The poll, if this errand still speaks of it as it stands."""
    poll = await polls.get(voice.tx, arguments["poll"], lock="update")
    if poll is None or poll.state != state:
        return None
    return poll if getattr(poll, at) == arguments["due"] else None


async def open_(voice: Voice, arguments: dict[str, Any]) -> None:
    poll = await _due(voice, arguments, SCHEDULED, "opens")
    if poll:
        await service.open_(voice.tx, poll, voice.now)
        await send.invite(voice, poll)


async def remind(voice: Voice, arguments: dict[str, Any]) -> None:
    poll = await polls.get(voice.tx, arguments["poll"], lock="update")
    if poll and poll.state == OPEN and poll.reminded is None:
        await service.remind_once(voice.tx, poll, voice.now)
        await send.remind(voice, poll)


async def close(voice: Voice, arguments: dict[str, Any]) -> None:
    poll = await _due(voice, arguments, OPEN, "closes")
    if poll:
        await service.close(voice.tx, poll, voice.now)
        seal.leave(voice, poll)


ERRANDS: dict[str, Callable[[Voice, dict[str, Any]], Awaitable[None]]] = {
    "poll_open": open_,
    "poll_remind": remind,
    "poll_close": close,
}

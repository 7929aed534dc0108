"""The end of a poll: its votes are sealed and counted for good, step by step, and only then its people hear of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from handlers.chores import Chore
from handlers.polls import decide, send
from handlers.voice import Voice
from services import results
from services.polls import FINISHED
from services.results import Results
from services.sealing import Sealing
from storage import errands, polls
from storage.errands import Errand
from storage.polls import Poll

SEAL = "poll_seal"
AGAIN = 60  # seconds after what has taken too long


def leave(voice: Voice, poll: Poll) -> None:
    voice.at_once(Errand(f"poll:seal:{poll.id}", SEAL, {"poll": poll.id}, voice.now))


async def _gather(voice: Voice, arguments: dict[str, Any]) -> Sealing | None:
    poll = await polls.get(voice.tx, arguments["poll"])
    return Sealing(voice.house.city, poll) if poll and poll.state in FINISHED else None


async def _step(voice: Voice, sealing: Sealing) -> Callable[[], None] | None:
    return _rest if await sealing.step(voice.tx) else None


def _rest() -> None:
    """Between two steps others have their turn."""


async def _work(sealing: Sealing) -> Results:
    return await asyncio.to_thread(sealing.found)


async def _finish(voice: Voice, arguments: dict[str, Any], found: Results | None) -> None:
    poll = await polls.get(voice.tx, arguments["poll"], lock="update")
    if poll is None or poll.state not in FINISHED:
        return
    if found is None:  # it goes on where it stopped
        due = voice.now + AGAIN
        errands.leave(voice.tx, Errand(f"poll:seal:{poll.id}:{due}", SEAL, arguments, due))
        return
    results.keep(voice.tx, poll, found)
    await send.tell_result(voice, poll, found)
    await decide.tell_managers(voice, poll, found)


SEALING = Chore(_work, _finish, _gather, _step, owed=True)

"""All who come to an event are told, some at a time and each once, whatever is interrupted."""

from collections import Counter
from collections.abc import Awaitable, Callable

import pytest

from handlers.errands import ERRANDS
from handlers.events import telling
from handlers.voice import Voice
from services import attendance, events, registrations
from storage import errands
from storage.database import Database
from storage.events import Event
from tests.storage.event_story import DAY, HOUR, NOON, OFFICER, TEHRAN, introduce, make_event, never_quiet, speaking

COME, WAIT = telling.STEP + 30, 5
GUESTS = range(2, 2 + COME)


class Killed(Exception):
    """The process is no more."""


async def changed(voice: Voice, event: Event) -> int:
    starts = event.starts + HOUR
    given = {"quiet": never_quiet, "now": voice.now, "starts": starts}
    telling.changed(voice, await events.change(voice.tx, TEHRAN, event.id, OFFICER, **given))  # type: ignore[arg-type]
    return voice.now


async def called_off(voice: Voice, event: Event) -> int:
    (gone,) = await events.cancel(voice.tx, event.id, OFFICER, now=voice.now)
    telling.cancelled(voice, gone)
    return voice.now


async def reminded(_: Voice, event: Event) -> int:
    return event.starts - 2 * HOUR


async def asked(voice: Voice, event: Event) -> int:
    for guest in GUESTS[:-WAIT]:
        await attendance.arrive(voice.tx, event.id, guest, event.starts)
    return event.ends + DAY


async def wanted(voice: Voice, event: Event) -> int:
    telling.answered(voice, event, list(GUESTS))
    return voice.now


Begin = Callable[[Voice, Event], Awaitable[int]]  # when people are told


@pytest.mark.parametrize("begin", [changed, called_off, reminded, asked, wanted])
async def test_thousands_are_told_some_at_a_time_and_each_once(database: Database, begin: Begin) -> None:
    async with database.transaction() as tx:
        introduce(tx, 1 + COME)
        event = await make_event(tx, capacity=COME - WAIT)
        for guest in GUESTS:
            await registrations.join(tx, event.id, guest, 1, quiet=never_quiet, now=NOON, wait=True)
    async with database.transaction() as tx:
        voice = await speaking(tx, NOON)
        now = await begin(voice, event)
        assert voice.letters == [], "whoever decides it waits for nobody"
    with pytest.raises(Killed):
        while await run_next(database, now, killed=True) is not None:
            pass
    told = []
    while (letters := await run_next(database, now)) is not None:
        told.append(letters)
    heard = Counter(letter for some in told for letter in some)
    assert heard == Counter(dict.fromkeys(GUESTS[:-WAIT] if begin in {reminded, asked} else GUESTS, 1))
    assert max(map(len, told)) == telling.STEP


async def run_next(database: Database, now: int, *, killed: bool = False) -> list[int] | None:
    """Whom the next errand has told; None when none is due. With `killed` the first that tells anybody is lost."""
    async with database.transaction() as tx:
        errand = await errands.take(tx, now)
        if errand is None:
            return None
        voice = await speaking(tx, now)
        await ERRANDS[errand.kind](voice, errand.arguments)
        await tx.flush()
        if killed and voice.letters:
            raise Killed
    return [letter.chat_id for letter in voice.letters]

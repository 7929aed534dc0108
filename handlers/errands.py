"""What is done when it is due."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers import card, digest, groups, notices
from handlers.broadcast import listing
from handlers.chores import Chore
from handlers.events import door, due, guests, sheet, ticket
from handlers.polls import due as polls_due
from handlers.polls import export, picture, seal
from handlers.voice import Voice
from services import drafts, reports
from storage import errands, event_sheets, events, outbox, people, updates, uploads

KEEP_DONE = 14 * 86400  # seconds
KEEP_EVENT_DRAFTS = 30 * 86400
KEEP_FAILED_LETTERS = 30 * 86400
KEEP_SEEN = 2 * 86400
KEEP_REPLAYED = 30 * 86400


async def _digest(voice: Voice, arguments: dict[str, Any]) -> None:
    await digest.send(voice, arguments["area"], arguments["due"])


async def _silence(voice: Voice, arguments: dict[str, Any]) -> None:
    """A week without an answer confirms what the managers said."""
    change = await reports.confirm_by_silence(voice.tx, arguments["report"], arguments["since"], voice.now)
    if change:
        await card.refresh(voice, change.report)
        await notices.step_taken(voice, change)


async def _tidy(voice: Voice, _: dict[str, Any]) -> None:
    """Once a day: what nobody will come back to."""
    people.forget_drafts(voice.tx, voice.now - drafts.EXPIRES)
    events.forget_drafts(voice.tx, voice.now - KEEP_EVENT_DRAFTS)
    errands.forget(voice.tx, voice.now - KEEP_DONE)
    outbox.forget(voice.tx, voice.now - KEEP_FAILED_LETTERS)
    uploads.forget_orphans(voice.tx)
    event_sheets.forget(voice.tx, voice.now - drafts.EXPIRES)
    updates.forget_seen(voice.tx, voice.now - KEEP_SEEN)
    updates.forget_replayed(voice.tx, voice.now - KEEP_REPLAYED)


ERRANDS: dict[str, Callable[[Voice, dict[str, Any]], Awaitable[None]]] = {
    "digest": _digest,
    "silence": _silence,
    "tidy": _tidy,
    "cards": groups.hang_right,
    **due.ERRANDS,
    **polls_due.ERRANDS,
}
CHORES: dict[str, Chore] = {
    "door": door.READ,
    "guests": guests.GUESTS,
    listing.LIST: listing.WRITING,
    "sheet": sheet.READ,
    "template": sheet.TEMPLATE,
    "ticket": ticket.TICKET,
    picture.PICTURE: picture.DRAWING,
    export.EXPORT: export.WRITING,
    seal.SEAL: seal.SEALING,
}

"""All buttons of events, with the right to press them asked at each press."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.events import (
    browse,
    card,
    demand,
    desk,
    door,
    edit,
    guests,
    make,
    manage,
    opinions,
    seats,
    sheet,
    subscriptions,
    ticket,
)
from handlers.talk import Talk
from storage import events
from storage.events import DRAFT, Event

MOST_DIGITS = 15  # of a number that a button carries
Pressed = Callable[[Talk, Event, str], Awaitable[None]]  # with what stands behind the event's number


async def _show(talk: Talk, event: Event, _: str) -> None:
    await card.show(talk, event)


async def _open(talk: Talk, event: Event, _: str) -> None:
    """From under a notice, which stays."""
    await card.show(talk, event, anew=True)


async def _new(talk: Talk, _: str) -> None:
    await make.begin(talk)


OF_RESIDENTS: dict[str, Pressed] = {
    "show": _show,
    "open": _open,
    "map": card.map_,
    **seats.VERBS,
    **ticket.VERBS,
    **opinions.OF_RESIDENTS,
}
OF_OFFICERS: dict[str, Pressed] = {
    **edit.VERBS,
    **door.VERBS,
    **guests.VERBS,
    **opinions.OF_OFFICERS,
    "panel": make.panel,
    "afresh": make.afresh,
    "publish": make.publish,
    "drop": make.drop,
    "manage": manage.pressed,
    "cancel": manage.ask_to_cancel,
    "cancelled": manage.cancel,
}
PAGES: dict[str, Callable[[Talk, str], Awaitable[None]]] = {
    **browse.PAGES,
    **subscriptions.PAGES,
    **demand.PAGES,
    **sheet.PAGES,
    "desk": manage.desk,
    "new": _new,
}


async def of_one(talk: Talk, verb: str, argument: str) -> None:
    """`event:<verb>:<id>:…`."""
    number, _, rest = argument.partition(":")
    event = await events.get(talk.tx, int(number)) if number.isdecimal() and len(number) <= MOST_DIGITS else None
    if not talk.private or event is None:
        talk.toast("button-old", alert=True)
    elif verb in OF_RESIDENTS and event.state != DRAFT:
        await OF_RESIDENTS[verb](talk, event, rest)
    elif verb not in OF_OFFICERS:
        talk.toast("button-old", alert=True)
    elif await desk.may_edit(talk, event):
        await OF_OFFICERS[verb](talk, event, rest)
    else:
        talk.toast("only-officers", alert=True)


async def of_all(talk: Talk, verb: str, argument: str) -> None:
    """`events:<verb>:…`."""
    if verb in PAGES and talk.private:
        await PAGES[verb](talk, argument)
    else:
        talk.toast("button-old", alert=True)

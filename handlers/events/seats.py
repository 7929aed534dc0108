"""«می‌آیم», «نمی‌آیم», «فهرست انتظار»: taking seats, waiting for them, giving them back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.events import card, notices, shown
from handlers.keyboards import button, columns, inline
from handlers.refusals import refuse
from handlers.talk import Talk
from locales.words import Html
from services import registrations as service
from services.refusal import Refusal
from services.registrations import Outcome
from storage.events import Event
from storage.registrations import OFFERED, REGISTERED, WAITING

IN_A_ROW = 5
FEW = 20  # seats of one registration at most


async def come(talk: Talk, event: Event, argument: str) -> None:
    """«می‌آیم»."""
    await _ask_or_join(talk, event, argument, "come")


async def wait(talk: Talk, event: Event, argument: str) -> None:
    """«فهرست انتظار»."""
    await _ask_or_join(talk, event, argument, "wait")


async def _ask_or_join(talk: Talk, event: Event, argument: str, verb: str) -> None:
    """First how many, where several may come together."""
    if event.seats_each > 1 and not argument:
        await how_many(talk, event, verb)
    else:
        await _join(talk, event, argument or "1", wait=verb == "wait")


async def change(talk: Talk, event: Event, _: str) -> None:
    await how_many(talk, event, "come")


async def how_many(talk: Talk, event: Event, verb: str) -> None:
    buttons = [
        button(talk.own.plain("event-seats", count=count), f"event:{verb}:{event.id}:{count}")
        for count in range(1, min(event.seats_each, FEW) + 1)
    ]
    back = [button(talk.own.plain("button-back"), f"event:show:{event.id}")]
    text = Html("\n".join([talk.own("event-title", title=event.title), talk.own("event-how-many")]))
    shown.put(talk, text, inline(*columns(buttons, IN_A_ROW), back), photo=event.photo)


async def _join(talk: Talk, event: Event, argument: str, *, wait: bool) -> None:
    seats = int(argument) if argument.isdecimal() else 0
    quiet, now = talk.house.quiet, talk.now
    await _done(talk, event, service.join(talk.tx, event.id, talk.person.id, seats, quiet=quiet, now=now, wait=wait))


async def accept(talk: Talk, event: Event, _: str) -> None:
    quiet, now = talk.house.quiet, talk.now
    await _done(talk, event, service.accept(talk.tx, event.id, talk.person.id, quiet=quiet, now=now))


async def let_pass(talk: Talk, event: Event, _: str) -> None:
    quiet, now = talk.house.quiet, talk.now
    await _done(talk, event, service.let_pass(talk.tx, event.id, talk.person.id, quiet=quiet, now=now))


async def leave(talk: Talk, event: Event, _: str) -> None:
    quiet, now = talk.house.quiet, talk.now
    await _done(talk, event, service.leave(talk.tx, event.id, talk.person.id, quiet=quiet, now=now))


async def _done(talk: Talk, event: Event, decided: Awaitable[Outcome]) -> None:
    """The card as it is now, whatever became of it; and a word to whoever is offered what was given back."""
    try:
        made = await decided
    except Refusal as refusal:
        await refuse(talk, refusal)
        fresh = await card.visible(talk, event.id)
        if fresh:
            await card.show(talk, fresh)
        return
    talk.toast(TOLD.get(made.registration.state, "event-toast-left"), count=made.registration.seats)
    await card.show(talk, made.event)
    await notices.offers(talk, made.event, made.offers, but=talk.person.id)


TOLD = {REGISTERED: "event-toast-come", WAITING: "event-toast-wait", OFFERED: "event-toast-offered"}
VERBS: dict[str, Callable[[Talk, Event, str], Awaitable[None]]] = {
    "come": come,
    "wait": wait,
    "seats": change,
    "accept": accept,
    "pass": let_pass,
    "leave": leave,
}

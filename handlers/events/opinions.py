"""The morning after: one question to those who came, and what has come of it for the centre."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers import steps
from handlers.events import notices, shown, telling
from handlers.keyboards import Keyboard, button, inline
from handlers.refusals import refuse
from handlers.talk import Talk
from handlers.voice import Address, Voice
from locales import text
from locales.words import Html, Words, words
from services import feedback as service
from services.refusal import Refusal
from storage.events import OVER, Event
from storage.registrations import Guest

SHOWN, LINE = 15, 160  # of what people wrote: how many, and how much of each


async def ask(voice: Voice, arguments: dict[str, Any]) -> None:
    """The errand."""
    part = telling.part(arguments)
    owed = await service.owed(voice.tx, arguments["event"], arguments["due"], voice.now, part)
    if owed is None:
        return
    event, guests = owed

    def ask_one(guest: Guest) -> None:
        own = words(guest.language)
        asked = own("opinion-ask", **notices.gist(voice, own, event))
        voice.write(Address(guest.registration.person_id), asked, _stars(own, event))

    telling.tell(voice, "opinion", f"opinion:{event.id}", arguments, guests, ask_one)


def _stars(own: Words, event: Event) -> Keyboard:
    return inline(
        [button(own.plain("opinion-stars", count=count), f"event:stars:{event.id}:{count}") for count in service.STARS]
    )


async def rated(talk: Talk, event: Event, argument: str) -> None:
    """One to five; then words, for whoever has any."""
    if argument not in map(str, service.STARS):
        talk.toast("button-old", alert=True)
        return
    try:
        await service.rate(talk.tx, event.id, talk.person.id, int(argument), talk.now)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return
    talk.wait_for(steps.OPINION, event=event.id)
    skip = inline([button(talk.own.plain("button-opinion-skip"), f"event:thanks:{event.id}")])
    talk.show(talk.own("opinion-words", title=event.title, count=int(argument)), skip)


async def thanked(talk: Talk, event: Event, _: str) -> None:
    if talk.dialogue.step == steps.OPINION:
        talk.rest()
    talk.show(talk.own("opinion-thanks", title=event.title))


async def said(talk: Talk) -> bool:
    """Their words; whatever is no text is no answer."""
    if talk.message is None or not talk.message.text:
        return False
    try:
        event = await service.say(talk.tx, talk.dialogue.data["event"], talk.person.id, talk.message.text, talk.now)
    except Refusal as refusal:
        await refuse(talk, refusal)
    else:
        talk.say("opinion-thanks", title=event.title)
    talk.rest()
    return True


async def figures(talk: Talk, event: Event) -> list[Html]:
    """For officers, on the page of an event that is over."""
    if event.state != OVER:
        return []
    found = await service.summary(talk.tx, event.id)
    if found.average is None:
        return [talk.own("opinion-too-few", count=found.answers, least=service.ENOUGH)]
    average = text.number(found.average, talk.own.language)
    return [talk.own("opinion-average", average=average, count=found.answers)]


async def page(talk: Talk, event: Event, _: str) -> None:
    """What they wrote."""
    found = await service.summary(talk.tx, event.id)
    lines = [talk.own("event-title", title=event.title), *await figures(talk, event)]
    lines += [talk.own("opinion-line", words=text.shortened(said, LINE)) for said in found.words[:SHOWN]]
    back = [button(talk.own.plain("button-back"), f"event:manage:{event.id}")]
    shown.put(talk, Html("\n".join(lines)), inline(back))


OF_RESIDENTS: dict[str, Callable[[Talk, Event, str], Awaitable[None]]] = {"stars": rated, "thanks": thanked}
OF_OFFICERS: dict[str, Callable[[Talk, Event, str], Awaitable[None]]] = {"opinions": page}
ERRANDS = {"opinion": ask}

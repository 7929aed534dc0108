"""What somebody takes along who comes: the code that is read at the door, and the entry for their calendar."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from handlers.chores import Arguments, Chore
from handlers.events import card, notices, shown
from handlers.talk import Talk
from handlers.voice import Address, Voice
from locales.words import words
from services import attendance, ics, qr
from services import events as service
from storage import events, people, registrations
from storage.errands import Errand
from storage.events import Event
from storage.outbox import ANSWER
from storage.registrations import REGISTERED


async def _comes(talk: Talk, event: Event) -> bool:
    """Whether they have seats; says so if not."""
    theirs = await registrations.get(talk.tx, event.id, talk.person.id)
    comes = theirs is not None and theirs.state == REGISTERED
    if not comes:
        talk.toast("event-not-registered", alert=True)
    return comes


async def calendar(talk: Talk, event: Event, _: str) -> None:
    """«تقویم»."""
    if not await _comes(talk, event):
        return
    city, language = talk.house.city, talk.own.language
    there = service.pin(city, event)
    data = ics.write(
        event,
        host=talk.house.bot,
        place=shown.where(city, event, language),
        words=event.words,
        link=talk.house.link(card.payload(event)),
        pin=there[:2] if there and there[2] else None,
        now=talk.now,
    )
    talk.document(talk.chat, f"event-{event.id}.ics", ics.MIME, data, talk.own("ticket-calendar"), lane=ANSWER)


async def ask(talk: Talk, event: Event, _: str) -> None:
    """«کارت ورود»: a code takes long enough to draw that nobody else should wait for it."""
    if not await _comes(talk, event) or talk.query is None:
        return
    name = f"ticket:{event.id}:{talk.person.id}:{talk.query.id}"
    talk.at_once(Errand(name, "ticket", {"event": event.id, "person": talk.person.id}, talk.now))


async def _link(voice: Voice, arguments: Arguments) -> str | None:
    theirs = await registrations.get(voice.tx, arguments["event"], arguments["person"])
    return voice.house.link(attendance.payload(theirs)) if theirs and theirs.state == REGISTERED else None


async def _draw(link: str) -> bytes:
    return await asyncio.to_thread(qr.draw, link)


async def _hand_over(voice: Voice, arguments: Arguments, png: Any) -> None:
    event, person = await events.get(voice.tx, arguments["event"]), await people.get(voice.tx, arguments["person"])
    theirs = await registrations.get(voice.tx, arguments["event"], arguments["person"])
    if png and event and person and theirs:
        own = words(person.language)
        text = own("ticket", count=theirs.seats, **notices.gist(voice, own, event))
        voice.picture(Address(person.id), png, text, lane=ANSWER)


TICKET = Chore(_draw, _hand_over, _link)
VERBS: dict[str, Callable[[Talk, Event, str], Awaitable[None]]] = {"ics": calendar, "ticket": ask}

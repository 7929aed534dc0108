"""What people are told of an event without having asked: seats that became free, changes, its cancellation.

At once, whatever the hour: what has been decided may decide where somebody goes. But at night without a sound, unless
the event is close.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from handlers.events import card, shown
from handlers.keyboards import Keyboard, button, inline
from handlers.voice import Address, Voice
from locales import dates
from locales.words import Html, Words, words
from storage import people
from storage.events import Event
from storage.outbox import NOTICE
from storage.registrations import LAPSED, Guest, Registration

SOON = 4 * 3600  # seconds to an event for which one may be woken


def tell(voice: Voice, person: int, event: Event, text: Html, keyboard: Keyboard | None = None) -> None:
    content: dict[str, Any] = {"text": text, "parse_mode": "HTML"}
    if voice.house.quiet(voice.now) and event.starts - voice.now > SOON:
        content["disable_notification"] = True
    if keyboard:
        content["reply_markup"] = keyboard
    voice.send(Address(person), "sendMessage", content, lane=NOTICE)


async def offers(voice: Voice, event: Event, made: Iterable[Registration], *, but: int = 0) -> None:
    """Whoever has pressed just now sees it on the card."""
    offered = {each.person_id: each for each in made if each.person_id != but}
    known = await people.several_people(voice.tx, offered) if offered else {}
    for person in known.values():
        if not person.away:
            own, theirs = words(person.language), offered[person.id]
            tell(voice, person.id, event, _offer(voice, own, event, theirs), inline(*card.offer(own, event, theirs)))


def _offer(voice: Voice, own: Words, event: Event, theirs: Registration) -> Html:
    key = "event-offer" if theirs.held >= theirs.seats else "event-offer-fewer"
    until = dates.moment_words(theirs.until or voice.now, own.language, voice.house.city.zone, voice.now)
    return own(key, count=theirs.held, wanted=theirs.seats, until=until, **gist(voice, own, event))


def gist(voice: Voice, own: Words, event: Event) -> dict[str, str]:
    """Which event it is."""
    city = voice.house.city
    return {
        "title": event.title,
        "when": shown.when(city, event, own.language, voice.now),
        "place": shown.where(city, event, own.language),
    }


def opening(own: Words, event: Event) -> Keyboard:
    return inline([button(own.plain("button-open-event"), f"event:open:{event.id}")])


async def lapsed(voice: Voice, event: Event, theirs: Registration) -> None:
    """Their offer has ended; whoever was offered too few goes on waiting."""
    person = await people.get(voice.tx, theirs.person_id)
    if person and not person.away:
        own = words(person.language)
        key = "event-lapsed" if theirs.state == LAPSED else "event-passed"
        tell(voice, person.id, event, own(key, **gist(voice, own, event)), opening(own, event))


def reminder(voice: Voice, event: Event, lead: str, guest: Guest) -> None:
    """With a sound: it is what they have asked for."""
    own, theirs = words(guest.language), guest.registration
    text = own(f"event-reminder-{lead}", count=theirs.seats, **gist(voice, own, event))
    rows = [
        [
            button(own.plain("button-open-event"), f"event:open:{event.id}"),
            button(own.plain("button-not-coming"), f"event:leave:{event.id}"),
        ]
    ]
    voice.write(Address(theirs.person_id), text, inline(*rows))

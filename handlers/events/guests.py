"""Who is registered for an event, as a spreadsheet."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from handlers.chores import Arguments, Chore
from handlers.talk import Talk
from handlers.voice import Address, Voice
from locales import dates
from locales.words import LEFT_TO_RIGHT, Words, words
from services import sheets
from services.sheets import Cell
from storage import events, people, registrations
from storage.errands import Errand
from storage.events import Event
from storage.outbox import ANSWER
from storage.registrations import HEARING, Guest

HEAD = ("guests-name", "guests-state", "guests-seats", "guests-came", "guests-came-at", "guests-at")


class Material(NamedTuple):
    title: str
    rows: list[list[Cell]]
    rtl: bool


async def ask(talk: Talk, event: Event, _: str) -> None:
    if talk.query is not None:
        arguments = {"event": event.id, "person": talk.person.id}
        talk.at_once(Errand(f"guests:{event.id}:{talk.query.id}", "guests", arguments, talk.now))


async def _gather(voice: Voice, arguments: Arguments) -> Material | None:
    """None for somebody who looks after the event no more."""
    event, person = await events.get(voice.tx, arguments["event"]), await people.get(voice.tx, arguments["person"])
    if event is None or person is None or not await voice.house.rights.runs(voice.tx, person.id, event.centre):
        return None
    own = words(person.language)
    guests = await registrations.guests(voice.tx, event.id, HEARING)
    rows: list[list[Cell]] = [[own.plain(key) for key in HEAD], *(_row(voice, own, guest) for guest in guests)]
    return Material(own.plain("guests-sheet"), rows, own.language not in LEFT_TO_RIGHT)


def _row(voice: Voice, own: Words, guest: Guest) -> list[Cell]:
    theirs = guest.registration
    state = own.plain(f"guests-{theirs.state}")
    came_at = _moment(voice, own, theirs.came_at) if theirs.came_at else ""
    return [guest.name, state, theirs.seats, theirs.came, came_at, _moment(voice, own, theirs.at)]


def _moment(voice: Voice, own: Words, at: int) -> str:
    zone = voice.house.city.zone
    return f"{dates.short_date(at, own.language, zone)} {dates.time_words(at, own.language, zone)}"


async def _write(material: Material) -> bytes:
    return await sheets.write(material.title, material.rows, rtl=material.rtl)


async def _hand_over(voice: Voice, arguments: Arguments, data: Any) -> None:
    event, person = await events.get(voice.tx, arguments["event"]), await people.get(voice.tx, arguments["person"])
    if event is None or person is None:
        return
    own, to = words(person.language), Address(person.id)
    if data is None:
        voice.write(to, own("guests-not-made"), lane=ANSWER)
        return
    caption = own("guests-caption", title=event.title)
    voice.document(to, f"event-{event.id}.xlsx", sheets.MIME, data, caption, lane=ANSWER)


GUESTS = Chore(_write, _hand_over, _gather)
VERBS: dict[str, Callable[[Talk, Event, str], Awaitable[None]]] = {"guests": ask}

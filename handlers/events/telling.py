"""Telling all who come to an event, some at a time: there may be thousands, for whom nobody else should wait.

An errand tells the next, in the order of their numbers, and leaves the errand behind it in the same transaction: so
everybody is told once, whatever restarts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from handlers.events import notices, shown
from handlers.keyboards import Keyboard
from handlers.voice import Voice
from locales import dates
from locales.words import LANGUAGES, Html, Words, words
from services.events import Change
from storage import errands, events, people, registrations
from storage.errands import Errand
from storage.events import CANCELLED, PUBLISHED, Event
from storage.registrations import Guest, Part

STEP = 100  # people: some ten milliseconds
CHANGED, CALLED_OFF, ANSWERED = "event_changed", "event_called_off", "event_answered"
Say = Callable[[Event, Words], tuple[Html, Keyboard | None]]


def part(arguments: dict[str, Any]) -> Part:
    """Whose turn it is."""
    return Part(arguments.get("after", 0), STEP)


def tell(
    voice: Voice, kind: str, name: str, arguments: dict[str, Any], guests: list[Guest], say: Callable[[Guest], None]
) -> None:
    """Those whose turn it is; `kind`, `name` and `arguments` are of the errand that tells the next of them."""
    for guest in guests:
        if not guest.away:
            say(guest)
    if len(guests) == STEP:
        last = guests[-1].registration.person_id
        errands.leave(voice.tx, Errand(f"{name}:{last}", kind, {**arguments, "after": last}, voice.now))


# What all hear who come or wait


def changed(voice: Voice, change: Change) -> None:
    """What is another than before."""
    if change.told:
        _leave(voice, change.event, CHANGED, {"title": change.before.title, "told": sorted(change.told)})


def cancelled(voice: Voice, event: Event) -> None:
    _leave(voice, event, CALLED_OFF, {})


def _leave(voice: Voice, event: Event, kind: str, said: dict[str, Any]) -> None:
    arguments = {"event": event.id, "change": event.sequence, **said}
    voice.at_once(Errand(_name(kind, arguments), kind, arguments, voice.now))


def _name(kind: str, arguments: dict[str, Any]) -> str:
    return f"{kind}:{arguments['event']}:{arguments['change']}"


async def _tell_changed(voice: Voice, arguments: dict[str, Any]) -> None:
    """As it is by now, unless it has been called off."""

    def say(event: Event, own: Words) -> tuple[Html, Keyboard]:
        lines = [own("event-changed", title=arguments["title"]), *_differences(voice, own, event, arguments["told"])]
        return Html("\n".join(lines)), notices.opening(own, event)

    await _tell_all(voice, CHANGED, arguments, PUBLISHED, say)


async def _tell_cancelled(voice: Voice, arguments: dict[str, Any]) -> None:
    def say(event: Event, own: Words) -> tuple[Html, None]:
        return own("event-called-off", **notices.gist(voice, own, event)), None

    await _tell_all(voice, CALLED_OFF, arguments, CANCELLED, say)


async def _tell_all(voice: Voice, kind: str, arguments: dict[str, Any], state: str, say: Say) -> None:
    event = await events.get(voice.tx, arguments["event"], lock=True)  # or a later change might be told before this one
    if event is None or event.state != state:
        return
    said = {language: say(event, words(language)) for language in LANGUAGES}

    def say_to(guest: Guest) -> None:
        text, keyboard = said[words(guest.language).language]
        notices.tell(voice, guest.registration.person_id, event, text, keyboard)

    guests = await registrations.hearing(voice.tx, event.id, part(arguments))
    tell(voice, kind, _name(kind, arguments), arguments, guests, say_to)


def _differences(voice: Voice, own: Words, event: Event, told: Collection[str]) -> list[Html]:
    city = voice.house.city
    lines = [own("event-title", title=event.title)] if "title" in told else []
    if {"starts", "minutes"} & set(told):
        lasts = dates.duration(60 * event.minutes, own.language)
        lines.append(own("event-when", when=shown.when(city, event, own.language, voice.now), lasts=lasts))
    if {"place", "lat", "lon", "centre"} & set(told):
        lines.append(own("event-where", place=shown.where(city, event, own.language)))
    if "cost" in told:
        lines.append(shown.cost(own, event))
    return lines


# What they hear who have asked for it


def answered(voice: Voice, event: Event, asked: list[int]) -> None:
    """There is now what these people have asked for."""
    if asked:
        arguments = {"event": event.id, "people": asked}
        voice.at_once(Errand(f"{ANSWERED}:{event.id}:{asked[0]}", ANSWERED, arguments, voice.now))


async def _tell_answered(voice: Voice, arguments: dict[str, Any]) -> None:
    event, asked = await events.get(voice.tx, arguments["event"], lock=True), arguments["people"]
    if event is None or event.state != PUBLISHED:
        return
    for person in (await people.several_people(voice.tx, asked[:STEP])).values():
        if not person.away:
            own = words(person.language)
            text = own("demand-answered", **notices.gist(voice, own, event))
            notices.tell(voice, person.id, event, text, notices.opening(own, event))
    answered(voice, event, asked[STEP:])


ERRANDS = {CHANGED: _tell_changed, CALLED_OFF: _tell_cancelled, ANSWERED: _tell_answered}

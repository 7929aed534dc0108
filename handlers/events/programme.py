"""The weekly programme, day by day: to everybody what they follow, or all.

An errand writes to the next people, in the order of their numbers, and leaves the errand behind it in the same
transaction: so everybody gets it once, whatever restarts. Letters of the lane of bulk respect the quiet hours and the
even pace, and are never repeated in doubt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from handlers.broadcast import keyboard
from handlers.events import shown
from handlers.voice import Address, Voice
from locales.words import LANGUAGES, Html, Words, words
from services import programme
from services.city import City
from services.topics import EVENTS
from services.week import Selection, Week
from storage import broadcasts, subscriptions
from storage.audience.rules import Rule
from storage.broadcasts import HOUSE, Broadcast, Button
from storage.events import Event
from storage.outbox import BULK
from storage.recipients import Addressee

LISTED = 25  # events in one message: so that it fits
STEP = 100  # people: some tens of milliseconds


async def send(voice: Voice, arguments: dict[str, Any]) -> None:
    """To those whose turn it is; in the quiet hours to nobody, so that whoever turns it off at night is heard."""
    tx, house, now = voice.tx, voice.house, voice.now
    if wait := house.quiet(now):
        programme.go_on(tx, arguments, now + wait)
        return
    found = await programme.coming(tx, house.city, arguments["due"], now)
    some = await subscriptions.weekly(tx, arguments.get("after", 0), STEP) if found else []
    week = Week(house.city, found)
    theirs = {each.person_id: selection for each in some if (selection := week.of(each)).first}
    if theirs:
        edition = await _edition(voice, arguments.get("edition", 0))
        readers = await programme.write_down(tx, house.city, edition, theirs, house.bulk_a_week, house.quiet, now)
        _write(voice, edition, found, [(reader, theirs[reader.person_id]) for reader in readers])
        arguments = {**arguments, "edition": edition.id}
    if len(some) == STEP:
        # When these have gone out: those who leave meanwhile are not written to.
        programme.go_on(tx, {**arguments, "after": some[-1].person_id}, now + len(theirs) // house.rate)


async def _edition(voice: Voice, number: int) -> Broadcast:
    """The one of this week, which the first readers begin."""
    if known := await broadcasts.get(voice.tx, number):
        return known
    made = await broadcasts.create(voice.tx, HOUSE, EVENTS, voice.now)
    made.audience = [Rule("weekly", None)]
    labels = {language: words(language).plain("menu-events") for language in LANGUAGES}
    made.button = Button(labels, f"{keyboard.PREFIX}events")
    broadcasts.put(voice.tx, made, voice.now)
    return made


def _write(
    voice: Voice, edition: Broadcast, found: Sequence[Event], readers: Sequence[tuple[Addressee, Selection]]
) -> None:
    events, texts = {event.id: event for event in found}, dict[tuple[str, Selection], Html]()
    for reader, selection in readers:
        own = words(reader.language)
        asked = own.language, selection
        if asked not in texts:
            texts[asked] = _text(voice.house.city, own, selection, events)
        voice.write(Address(reader.person_id), texts[asked], keyboard.under(own, edition), lane=BULK)


def _text(city: City, own: Words, selection: Selection, events: Mapping[int, Event]) -> Html:
    first = [events[number] for number in selection.first]
    if selection.followed:
        return _followed(city, own, first)
    return _all(city, own, selection.near, first, [events[number] for number in selection.rest])


def _followed(city: City, own: Words, found: Sequence[Event]) -> Html:
    return _lines(own("programme-head"), own("programme-followed"), *shown.by_day(city, own, found, LISTED))


def _all(city: City, own: Words, near: str, first: Sequence[Event], rest: Sequence[Event]) -> Html:
    """What is near home first, under its own head."""
    lines = [own("programme-head")]
    if near and first and rest:
        lines += [Html(""), own("programme-near", area=city.name(near, own.language))]
    lines += shown.by_day(city, own, first, LISTED)
    if near and first and rest:
        lines += [Html(""), own("programme-elsewhere")]
    lines += shown.by_day(city, own, rest, max(LISTED - len(first), 0))
    return _lines(*lines, Html(""), own("programme-hint"))


def _lines(*lines: Html) -> Html:
    return Html("\n".join(lines))

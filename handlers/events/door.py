"""At the door: officers let people in by the code on their phones, by a photograph of it, or from the list."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers import steps
from handlers.chores import Arguments, Chore
from handlers.events import card, pages, shown
from handlers.events.pages import PAGE
from handlers.incoming import Message
from handlers.keyboards import Button, Keyboard, button, columns, inline
from handlers.refusals import refuse
from handlers.talk import Talk
from handlers.voice import Address, Voice
from locales import dates
from locales.text import fold, shortened
from locales.words import LANGUAGES, Html, Words, words
from services import attendance as service
from services import qr
from services.attendance import Arrival
from services.refusal import Refusal
from storage import attendance, events, people, registrations
from storage.errands import Errand
from storage.events import Event
from storage.outbox import ANSWER
from storage.registrations import Guest

NAME_SHOWN = 24  # characters on a button
MOST_DIGITS = 15
PICTURES = frozenset({"photo", "document"})
Said = tuple[Html, Keyboard | None]


# The code


async def opened(talk: Talk, payload: str) -> None:
    """The link of a code: officers let its holder in, the holder sees the card of the event."""
    theirs = await service.known(talk.tx, payload.removeprefix(service.PREFIX))
    if theirs and theirs.person_id == talk.person.id:
        await card.opened(talk, theirs.event_id)
        return
    if theirs and await _may(talk, talk.person.id, theirs.event_id):
        talk.wait_for(steps.DOOR, event=theirs.event_id)
    talk.say_html(*await _let_in(talk, talk.person.id, talk.own, payload))


async def _may(voice: Voice, person: int, event_id: int) -> bool:
    event = await events.get(voice.tx, event_id)
    return event is not None and await voice.house.rights.runs(voice.tx, person, event.centre)


async def _let_in(voice: Voice, officer: int, own: Words, code: str, only: int = 0) -> Said:
    """Whoever has this code; `only` to this event, where the officer has said which."""
    token = service.token_in(code)
    theirs = await service.known(voice.tx, token) if token else None
    if theirs is None:
        return own("door-unknown"), None
    if not await _may(voice, officer, theirs.event_id):
        return own("only-officers"), None
    if only and theirs.event_id != only:
        return await _elsewhere(voice, own, theirs.event_id), None
    try:
        arrival = await service.arrive(voice.tx, theirs.event_id, theirs.person_id, voice.now)
    except Refusal as refusal:
        return own(refusal.reason, **refusal.details), None
    return await _said(voice, own, arrival)


async def _elsewhere(voice: Voice, own: Words, event_id: int) -> Html:
    event = await events.get(voice.tx, event_id)
    if event is None:
        return own("door-unknown")
    return own("door-other", title=event.title, when=shown.when(voice.house.city, event, own.language, voice.now))


async def _said(voice: Voice, own: Words, arrival: Arrival) -> Said:
    theirs = arrival.registration
    name = arrival.person.first_name
    if arrival.before is not None:
        zone = voice.house.city.zone
        at = dates.time_words(arrival.before, own.language, zone)
        line = own("door-before", name=name, count=theirs.came, time=at)
    elif theirs.came:
        line = own("door-came", name=name, count=theirs.came)
    else:
        line = own("door-undone", name=name)
    lines = [line, own("event-title", title=arrival.event.title), await _turnout(voice, own, theirs.event_id)]
    return Html("\n".join(lines)), _counting(own, arrival)


async def _turnout(voice: Voice, own: Words, event_id: int) -> Html:
    figures = await attendance.turnout(voice.tx, event_id)
    return own("door-turnout", came=figures.came, seats=figures.seats, parties=figures.parties)


def _counting(own: Words, arrival: Arrival) -> Keyboard:
    """Fewer of a party may have come than had seats, or nobody at all."""
    theirs = arrival.registration
    name = f"event:came:{theirs.event_id}:{theirs.person_id}"
    other = [count for count in range(1, theirs.seats + 1) if count != theirs.came]
    fewer = [button(own.plain("door-people", count=count), f"{name}:{count}") for count in other]
    undo = [button(own.plain("button-door-undo"), f"{name}:0")] if theirs.came else []
    return inline(*columns(fewer, 5), undo, [button(own.plain("button-door-list"), f"event:door:{theirs.event_id}")])


async def came(talk: Talk, event: Event, argument: str) -> None:
    """So many of a party, in place of what was said before."""
    person, _, count = argument.partition(":")
    if not _number(person) or not _number(count):
        talk.toast("button-old", alert=True)
        return
    try:
        arrival = await service.count(talk.tx, event.id, int(person), int(count), talk.now)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return
    talk.show(*await _said(talk, talk.own, arrival))


def _number(text: str) -> bool:
    return text.isdecimal() and len(text) <= MOST_DIGITS


# The photograph


async def scan(talk: Talk, event: Event, _: str) -> None:
    """«ورود»: from now on, pictures are read as codes and names are looked up."""
    talk.wait_for(steps.DOOR, event=event.id)
    talk.say("door-scan", _end(talk.own), title=event.title)


def _end(own: Words) -> Keyboard:
    """Whoever stands at the door no longer sends pictures of other things."""
    return inline([button(own.plain("button-door-end"), f"menu:cancel:{steps.DOOR}")])


async def given(talk: Talk) -> bool:
    """While somebody stands at the door."""
    message, event_id = talk.message, talk.dialogue.data["event"]
    if message is None:
        return False
    if await _may(talk, talk.person.id, event_id):
        if _is_picture(message):
            _read_later(talk, message, event_id)
            return True
        event = await events.get(talk.tx, event_id)
        if event is not None and message.text:
            await _look_up(talk, event, message.text)
            return True
        return False
    talk.rest()
    return False


async def captioned(talk: Talk, message: Message) -> bool:
    """A picture that says itself what it is."""
    captions = {fold(words(language).plain("door-caption")) for language in LANGUAGES}
    if not _is_picture(message) or fold(message.caption) not in captions:
        return False
    if not await talk.house.rights.centres(talk.tx, talk.person.id, talk.house.city):
        return False
    _read_later(talk, message, 0)
    return True


def _is_picture(message: Message) -> bool:
    return message.attachment is not None and message.attachment.kind in PICTURES


def _read_later(talk: Talk, message: Message, only: int) -> None:
    assert message.attachment  # noqa: S101  # both callers have looked
    arguments = {"file": message.attachment.file_id, "person": talk.person.id, "only": only}
    talk.at_once(Errand(f"door:{talk.person.id}:{message.message_id}", "door", arguments, talk.now))


async def _was_read(voice: Voice, arguments: Arguments, codes: Any) -> None:
    """Each code in the picture; of several the first that is ours."""
    officer = await people.get(voice.tx, arguments["person"])
    if officer is None:
        return
    own, to = words(officer.language), Address(officer.id)
    ours = [code for code in codes or [] if service.token_in(code)]
    if not ours:
        voice.write(to, own("door-no-code" if codes is not None else "door-no-picture"), _end(own), lane=ANSWER)
    for code in ours:
        said, keyboard = await _let_in(voice, officer.id, own, code, arguments["only"])
        voice.write(to, said, keyboard, lane=ANSWER)


READ = Chore(qr.read, _was_read)


# The list


async def page(talk: Talk, event: Event, argument: str) -> None:
    skip = int(argument) if _number(argument) else 0
    guests = await registrations.guests(talk.tx, event.id, limit=PAGE + 1, skip=skip)
    rows = [[_guest(talk, event, guest, skip)] for guest in guests[:PAGE]]
    lines = [talk.own("event-title", title=event.title), await _turnout(talk, talk.own, event.id)]
    tools = [
        button(talk.own.plain("button-door-scan"), f"event:scan:{event.id}"),
        button(talk.own.plain("button-door-file"), f"event:guests:{event.id}"),
    ]
    back = [button(talk.own.plain("button-back"), f"event:manage:{event.id}")]
    turning = pages.turning(talk.own, f"event:door:{event.id}:", skip, more=len(guests) > PAGE)
    shown.put(talk, Html("\n".join(lines)), inline(*rows, turning, tools, back))


def _guest(talk: Talk, event: Event, guest: Guest, skip: int) -> Button:
    theirs = guest.registration
    label = talk.own.plain(
        "door-guest",
        mark="✅" if theirs.came else "⬜",
        name=shortened(guest.name, NAME_SHOWN),
        count=theirs.came or theirs.seats,
    )
    wished = 0 if theirs.came else theirs.seats
    return button(label, f"event:tap:{event.id}:{theirs.person_id}:{skip}:{wished}")


async def tap(talk: Talk, event: Event, argument: str) -> None:
    """In, or out again, as the button says: two officers who tap the same name mean the same."""
    person, skip, wished = [*argument.split(":"), "", ""][:3]
    if not (_number(person) and _number(wished)):
        talk.toast("button-old", alert=True)
        return
    try:
        if int(wished):
            await service.arrive(talk.tx, event.id, int(person), talk.now)
        else:
            await service.count(talk.tx, event.id, int(person), 0, talk.now)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return
    await page(talk, event, skip)


async def _look_up(talk: Talk, event: Event, text: str) -> None:
    """Those whose names begin so, to be tapped."""
    wanted = fold(text)
    guests = [guest for guest in await registrations.guests(talk.tx, event.id) if fold(guest.name).startswith(wanted)]
    if not guests or not wanted:
        talk.say("door-nobody", _end(talk.own), name=shortened(text, NAME_SHOWN))
        return
    rows = [[_guest(talk, event, guest, 0)] for guest in guests[:PAGE]]
    talk.say("door-found", inline(*rows), count=len(guests))


VERBS: dict[str, Callable[[Talk, Event, str], Awaitable[None]]] = {
    "door": page,
    "tap": tap,
    "came": came,
    "scan": scan,
}

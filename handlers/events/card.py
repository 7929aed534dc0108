"""The card of an event, as somebody sees it who may come: what is written on it, and what they can do."""

from __future__ import annotations

from urllib.parse import quote

from handlers.events import shown
from handlers.keyboards import Button, Keyboard, button, inline
from handlers.talk import Talk
from handlers.voice import Address
from locales import dates
from locales.words import Html, Words
from services import events as service
from storage import events, registrations
from storage.events import DRAFT, PUBLISHED, Event
from storage.outbox import ANSWER
from storage.registrations import HEARING, LAPSED, OFFERED, REGISTERED, WAITING, Registration

PREFIX = "e"  # what a deep link to an event begins with


def payload(event: Event) -> str:
    return f"{PREFIX}{event.id}"


async def opened(talk: Talk, number: int) -> None:
    """By a link, or from under an announcement: as a message of its own."""
    event = await visible(talk, number)
    if event:
        await show(talk, event, anew=True)


async def visible(talk: Talk, number: int) -> Event | None:
    """None, and a word about it, for what residents do not see."""
    event = await events.get(talk.tx, number) if number else None
    if event is None or event.state == DRAFT:
        (talk.toast if talk.query else talk.say)("event-unknown")
        return None
    return event


async def show(talk: Talk, event: Event, *, anew: bool = False) -> None:
    theirs = await registrations.get(talk.tx, event.id, talk.person.id)
    keyboard = await _buttons(talk, event, theirs)
    below = await _own(talk, event, theirs)
    lines = [*await _lines(talk, event, below), *below]
    shown.put(talk, Html("\n".join(lines)), keyboard, photo=event.photo, anew=anew)


async def _lines(talk: Talk, event: Event, below: list[Html]) -> list[Html]:
    full = event.left == 0
    parties = await registrations.seats_by_state(talk.tx, event.id) if full else {}
    return shown.card(talk.house, talk.own, event, talk.now, parties.get(WAITING, (0, 0))[0], below)


async def _own(talk: Talk, event: Event, theirs: Registration | None) -> list[Html]:
    """How it stands with the one who looks."""
    if theirs is None or event.state != PUBLISHED or theirs.state not in {*HEARING, LAPSED}:
        return []
    own = talk.own
    if theirs.state == REGISTERED:
        line = own("event-you-come", count=theirs.seats)
    elif theirs.state == WAITING:
        line = own("event-you-wait", count=theirs.seats, place=await registrations.ahead(talk.tx, theirs) + 1)
    elif theirs.state == OFFERED:
        line = own("event-you-are-offered", count=theirs.held, until=until(talk, own, theirs))
    else:
        line = own("event-you-lapsed")
    return [Html(""), line]


def until(talk: Talk, own: Words, theirs: Registration) -> str:
    return dates.moment_words(theirs.until or talk.now, own.language, talk.house.city.zone, talk.now)


async def _buttons(talk: Talk, event: Event, theirs: Registration | None) -> Keyboard:
    rows = choices(talk.own, event, theirs) if event.state == PUBLISHED and event.starts > talk.now else []
    if await talk.house.rights.runs(talk.tx, talk.person.id, event.centre):
        rows.append([button(talk.own.plain("button-manage"), f"event:manage:{event.id}")])
    if theirs and theirs.state == REGISTERED:
        rows.append(_taken_along(talk.own, event, talk.now))
    return inline(*rows, _links(talk, event), [button(talk.own.plain("button-all-events"), "events:page:w:0")])


def _taken_along(own: Words, event: Event, now: int) -> list[Button]:
    """A calendar should also hear that an event is called off."""
    row = [button(own.plain("button-ticket"), f"event:ticket:{event.id}")] if event.state == PUBLISHED else []
    return [*row, button(own.plain("button-calendar"), f"event:ics:{event.id}")] if event.ends > now else row


def choices(own: Words, event: Event, theirs: Registration | None) -> list[list[Button]]:
    """What can be done about coming, by how it stands with them."""
    state = theirs.state if theirs else ""
    number = event.id
    go = button(own.plain("button-not-coming"), f"event:leave:{number}")
    if theirs and state == REGISTERED:
        return [[button(own.plain("button-how-many"), f"event:seats:{number}"), go] if event.seats_each > 1 else [go]]
    if theirs and state == OFFERED:
        return offer(own, event, theirs)
    if state == WAITING:
        return [[go]]
    if event.left == 0:
        return [[button(own.plain("button-waiting-list"), f"event:wait:{number}")]]
    return [[button(own.plain("button-coming"), f"event:come:{number}")]]


def offer(own: Words, event: Event, theirs: Registration) -> list[list[Button]]:
    """Seats are kept for them; where those are fewer than they need, they may also wait for more."""
    number = event.id
    rows = [
        [
            button(own.plain("button-coming"), f"event:accept:{number}"),
            button(own.plain("button-not-coming"), f"event:leave:{number}"),
        ]
    ]
    if theirs.held < theirs.seats:
        rows.append([button(own.plain("button-wait-on"), f"event:pass:{number}")])
    return rows


def _links(talk: Talk, event: Event) -> list[Button]:
    own = talk.own
    row = [button(own.plain("button-map"), f"event:map:{event.id}")] if service.pin(talk.house.city, event) else []
    link = quote(talk.house.link(payload(event)), safe="")
    text = quote(own.plain("event-share", title=event.title), safe="")
    return [*row, {"text": own.plain("button-share"), "url": f"https://t.me/share/url?url={link}&text={text}"}]


async def map_(talk: Talk, event: Event, _: str) -> None:
    """The pin; where nobody knows better, in the middle of the neighbourhood, which is then what it is called."""
    city, language = talk.house.city, talk.own.language
    there = service.pin(city, event)
    if there is None:
        talk.toast("button-old", alert=True)
        return
    lat, lon, exact = there
    area = city.name(event.area, language)
    venue = {
        "latitude": lat,
        "longitude": lon,
        "title": shown.where(city, event, language),
        "address": area if exact else talk.own.plain("event-near", area=area),
    }
    talk.send(Address(talk.chat.chat_id), "sendVenue", venue, lane=ANSWER)

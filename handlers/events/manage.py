"""What officers do with an event that is published: see who comes, change it, call it off."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.events import announce, fields, opinions, pages, shown, telling
from handlers.events.pages import PAGE
from handlers.keyboards import Button, button, inline
from handlers.refusals import refuse
from handlers.talk import Talk
from locales.words import Html
from services import events as service
from services.refusal import Refusal
from storage import events, registrations
from storage.events import CANCELLED, OVER, PUBLISHED, Event
from storage.registrations import OFFERED, REGISTERED, WAITING

BACK = 7 * 86400  # seconds: what is over stays on the desk as long
MARKS = {CANCELLED: "❌ "}


async def desk(talk: Talk, argument: str) -> None:
    """All events of somebody's centres."""
    skip = pages.number(argument)
    centres = await talk.house.rights.centres(talk.tx, talk.person.id, talk.house.city)
    if not centres:
        talk.toast("only-officers", alert=True)
        return
    found = await events.of_centres(talk.tx, centres, talk.now - BACK, PAGE + 1, skip)
    rows = [[_entry(talk, event)] for event in found[:PAGE]]
    text = talk.own("events-desk" if found or skip else "events-desk-none")
    turning = pages.turning(talk.own, "events:desk:", skip, more=len(found) > PAGE)
    shown.put(talk, text, inline(*rows, turning, *desk_rows(talk)))


def desk_rows(talk: Talk) -> list[list[Button]]:
    """What can be done beside looking after one event."""
    return [
        [
            button(talk.own.plain("button-new-event"), "events:new:"),
            button(talk.own.plain("button-sheet"), "events:sheet:"),
        ],
        [button(talk.own.plain("button-demands"), "events:asks:0")],
        [button(talk.own.plain("button-back"), "events:page:w:0")],
    ]


def _entry(talk: Talk, event: Event) -> Button:
    mark = MARKS.get(event.state, "")
    return button(shown.entry(talk.house.city, talk.own, event, talk.now, mark), f"event:manage:{event.id}")


async def pressed(talk: Talk, event: Event, scope: str) -> None:
    await show(talk, event, scope=scope or fields.ONE)


async def show(talk: Talk, event: Event, *, note: Html | None = None, scope: str = fields.ONE) -> None:
    fields.ask_no_more(talk)
    above, below = [note, Html("")] if note else [], [Html(""), *await _figures(talk, event)]
    card = shown.card(talk.house, talk.own, event, talk.now, around=[*above, *below])
    shown.put(talk, Html("\n".join([*above, *card, *below])), inline(*_rows(talk, event, scope)), photo=event.photo)


async def _figures(talk: Talk, event: Event) -> list[Html]:
    counts = await registrations.seats_by_state(talk.tx, event.id)
    parties, seats = counts.get(REGISTERED, (0, 0))
    lines = [talk.own("event-count-registered", parties=parties, count=seats)]
    if waiting := counts.get(WAITING, (0, 0))[1] + counts.get(OFFERED, (0, 0))[1]:
        lines.append(talk.own("event-count-waiting", count=waiting))
    return [*lines, *await opinions.figures(talk, event)]


def _rows(talk: Talk, event: Event, scope: str) -> list[list[Button]]:
    own, number = talk.own, event.id
    rows: list[list[Button]] = []
    if event.state == PUBLISHED and event.starts > talk.now:
        rows += fields.buttons(talk, event, fields.OF_PUBLISHED, scope)
        if event.series is not None:
            other = fields.ALL if scope == fields.ONE else fields.ONE
            rows.append([button(own.plain(f"event-scope-{scope}"), f"event:manage:{number}:{other}")])
        rows.append([button(own.plain("button-call-off"), f"event:cancel:{number}")])
    if event.state in {PUBLISHED, OVER}:
        rows.append([button(own.plain("button-door"), f"event:door:{number}")])
    if event.state == OVER:
        rows.append([button(own.plain("button-opinions"), f"event:opinions:{number}")])
    rows.append([button(own.plain("button-as-resident"), f"event:show:{number}")])
    rows.append([button(own.plain("button-desk"), "events:desk:0")])
    return rows


# Calling it off


async def ask_to_cancel(talk: Talk, event: Event, _: str) -> None:
    counts = await registrations.seats_by_state(talk.tx, event.id)
    told = sum(counts.get(state, (0, 0))[0] for state in registrations.HEARING)
    own, number = talk.own, event.id
    rows = [[button(own.plain("button-call-off-yes"), f"event:cancelled:{number}")]]
    if event.series is not None:
        rows.append([button(own.plain("button-call-off-all"), f"event:cancelled:{number}:{fields.ALL}")])
    rows.append([button(own.plain("button-back"), f"event:manage:{number}")])
    text = own("event-call-off-sure", title=event.title, count=told)
    shown.put(talk, text, inline(*rows), photo=event.photo)


async def cancel(talk: Talk, event: Event, scope: str) -> None:
    try:
        gone = await service.cancel(talk.tx, event.id, talk.person.id, now=talk.now, following=scope == fields.ALL)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return
    await _call_off(talk, gone)
    await show(talk, gone[0], note=talk.own("event-is-called-off", count=len(gone)))


async def _call_off(talk: Talk, gone: Sequence[Event]) -> None:
    for event in gone:
        telling.cancelled(talk, event)
        await announce.withdraw(talk, event)

"""The fields of an event: a button for each, and asking for one, with choices where there are some."""

from __future__ import annotations

from collections.abc import Callable

from handlers import calendar, steps
from handlers.events import pages, shown
from handlers.events.pages import Choices
from handlers.keyboards import Button, button, columns, inline
from handlers.talk import Talk
from locales.text import number as in_digits
from services import events as service
from services.events import AUDIENCES, KINDS
from storage.events import DRAFT, PUBLISHED, Event

OF_DRAFT = (
    "title", "when", "minutes", "where", "place", "audience", "kind", "capacity", "seats", "cost", "until", "words",
    "photo",
)  # fmt: skip
OF_PUBLISHED = tuple(field for field in OF_DRAFT if field not in {"where", "until"})
ONE, ALL = "one", "all"  # of a series
MINUTES, CAPACITIES, SEATS = (30, 60, 90, 120, 180, 240), (10, 15, 20, 25, 30, 40, 50, 100), (1, 2, 3, 4, 5, 6)
NONE = "-"  # what is chosen for nothing: no limit, no cost, no repetition


def buttons(talk: Talk, event: Event, names: tuple[str, ...], scope: str = ONE) -> list[list[Button]]:
    own, number = talk.own, event.id
    return columns(
        [button(own.plain(f"event-field-{name}"), f"event:field:{number}:{name}:{scope}") for name in names], 3
    )


def open_to(event: Event, name: str) -> bool:
    """Whether this may still be said of it."""
    return name in {DRAFT: OF_DRAFT, PUBLISHED: OF_PUBLISHED}.get(event.state, ())


async def pressed(talk: Talk, event: Event, argument: str) -> None:
    """`event:field:<id>:<field>:<scope>:<how many choices are skipped>`."""
    name, scope, skip = [*argument.split(":", 2), "", ""][:3]
    if open_to(event, name):
        await ask(talk, event, name, scope, pages.number(skip))
    else:
        talk.toast("button-old", alert=True)


async def ask(talk: Talk, event: Event, name: str, scope: str = ONE, skip: int = 0) -> None:
    talk.wait_for(steps.EVENT_FIELD, event=event.id, field=name, scope=scope)
    text, below = talk.own(f"event-ask-{name}"), [back(talk, event)]
    if name == "when":
        if talk.query and talk.query.message and talk.query.message.attachment:
            talk.close_buttons()  # a calendar is a text, which cannot stand in a photo's place
        calendar.offer(talk, f"event:cal:{event.id}:{scope}", text, below=[below])
        return
    choices = await _choices(talk, event, name)
    most = pages.PAGE if name == "where" else len(choices)
    buttons = [
        button(label, f"event:set:{event.id}:{name}:{scope}:{value}") for value, label in choices[skip : skip + most]
    ]
    rows = columns(buttons, 1 if name == "where" else 3)
    prefix = f"event:field:{event.id}:{name}:{scope}:"
    rows.append(pages.turning(talk.own, prefix, skip, more=len(choices) > skip + most))
    if name == "title" and not event.title:
        rows.append([button(talk.own.plain("button-sheet"), "events:sheet:")])
    shown.put(talk, text, inline(*rows, below))


def back(talk: Talk, event: Event) -> Button:
    if service.missing(event):
        return button(talk.own.plain("button-drop-event"), f"event:drop:{event.id}")
    return button(talk.own.plain("button-back"), f"event:panel:{event.id}")


async def _choices(talk: Talk, event: Event, name: str) -> Choices:
    """(value, label); what else there is, is written."""
    own = talk.own
    if name == "where":
        return pages.centres(talk, await talk.house.rights.centres(talk.tx, talk.person.id, talk.house.city))
    known: dict[str, Callable[[], Choices]] = {
        "minutes": lambda: [(str(count), own.plain("event-minutes", count=count)) for count in MINUTES],
        "capacity": lambda: [
            *((str(count), in_digits(count, own.language)) for count in CAPACITIES),
            (NONE, own.plain("event-unlimited")),
        ],
        "seats": lambda: [(str(count), in_digits(count, own.language)) for count in SEATS],
        "audience": lambda: [(each, own.plain(f"event-for-{each}")) for each in AUDIENCES],
        "kind": lambda: [(each, own.plain(f"event-kind-{each}")) for each in KINDS],
        "cost": lambda: [(NONE, own.plain("event-costs-nothing"))],
        "until": lambda: [(NONE, own.plain("event-once"))],
        "words": lambda: [(NONE, own.plain("event-without"))] if event.words else [],
        "place": lambda: [(NONE, own.plain("event-at-centre"))] if event.place else [],
        "photo": lambda: [(NONE, own.plain("event-without"))] if event.photo else [],
    }
    return known[name]() if name in known else []


def ask_no_more(talk: Talk) -> None:
    if talk.dialogue.step == steps.EVENT_FIELD:
        talk.rest()

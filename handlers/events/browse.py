"""/events and «رویدادها»: what is to come, this week, near home, of a centre, of a kind, for an audience."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Container, Sequence
from datetime import datetime, timedelta

from handlers import steps
from handlers.events import pages, shown
from handlers.events.pages import PAGE, Choices
from handlers.keyboards import Button, button, columns, inline, main_menu, reply
from handlers.talk import Talk
from locales.words import Html
from services import events as service
from storage import events, registrations, subscriptions
from storage.events import Event, Filter
from storage.registrations import OFFERED, REGISTERED, WAITING

WEEK = timedelta(days=7)
THIS_WEEK, ALL, NEAR, MINE, CENTRE, KIND, AUDIENCE = "w", "a", "n", "m", "c", "k", "f"
MARKS = {REGISTERED: "✅ ", WAITING: "⏳ ", OFFERED: "🎁 "}
NEAREST = 200  # events among which the nearest are looked for


async def begin(talk: Talk, _: str = "") -> None:
    """/events and «رویدادها»."""
    await _list(talk, THIS_WEEK, 0)


async def _page(talk: Talk, argument: str) -> None:
    which, _, skip = argument.rpartition(":")
    await _list(talk, which, pages.number(skip))


async def _list(talk: Talk, which: str, skip: int) -> None:
    sort, _, value = which.partition(".")
    wanted = _filter(talk, sort, value)
    if wanted is None:
        talk.toast("button-old", alert=True)
        return
    found = await _near(talk, value, skip) if sort == NEAR else await _coming(talk, wanted, skip)
    if not found and sort == THIS_WEEK and not skip:
        await _list(talk, ALL, 0)  # a quiet week: whatever comes next
        return
    head = talk.own(f"events-head-{NAMES[sort]}" if found or skip else "events-none", of=_of(talk, sort, value))
    if sort in {THIS_WEEK, ALL} and not skip and await _follows_nothing(talk):
        head = Html(f"{head}\n\n{talk.own('events-hint')}")
    theirs = await registrations.of_person(talk.tx, talk.person.id, [event.id for event in found])
    rows = [[_entry(talk, event, theirs)] for event in found[:PAGE]]
    turning = pages.turning(talk.own, f"events:page:{which}:", skip, more=len(found) > PAGE)
    below = [turning, *await _filters(talk)]
    shown.put(talk, head, inline(*rows, *below))


async def _follows_nothing(talk: Talk) -> bool:
    """Nobody is sent announcements unasked: this is where they learn that they can ask."""
    return not any((await subscriptions.of(talk.tx, talk.person.id)).values())


def _filter(talk: Talk, sort: str, value: str) -> Filter | None:
    """None for what is not there to choose."""
    city = talk.house.city
    known: dict[str, Callable[[], Filter]] = {
        THIS_WEEK: lambda: Filter(before=int((datetime.fromtimestamp(talk.now, city.zone) + WEEK).timestamp())),
        ALL: Filter,
        NEAR: Filter,
        MINE: lambda: Filter(person=talk.person.id),
        CENTRE: lambda: Filter(centres=[value]),
        KIND: lambda: Filter(kind=value),
        AUDIENCE: lambda: Filter(audience=value),
    }
    offered: dict[str, Container[str]] = {
        NEAR: city.areas, CENTRE: city.centres, KIND: service.KINDS, AUDIENCE: service.AUDIENCES
    }  # fmt: skip
    if sort not in known or (sort in offered and value not in offered[sort]):
        return None
    return known[sort]()


async def _coming(talk: Talk, wanted: Filter, skip: int) -> list[Event]:
    return await events.coming(talk.tx, talk.now, wanted, PAGE + 1, skip)


async def _near(talk: Talk, area: str, skip: int) -> list[Event]:
    """Of the events to come the nearest first; at the same place, the soonest."""
    city, here = talk.house.city, talk.house.city.areas[area]
    found = await events.coming(talk.tx, talk.now, limit=NEAREST)
    if here.lat is not None and here.lon is not None:
        lat, lon = here.lat, here.lon
        found.sort(key=lambda event: service.metres_from(city, event, lat, lon))
    return found[skip : skip + PAGE + 1]


NAMES = {
    THIS_WEEK: "week", ALL: "all", NEAR: "near", MINE: "mine", CENTRE: "centre", KIND: "kind", AUDIENCE: "audience"
}  # fmt: skip


def _of(talk: Talk, sort: str, value: str) -> str:
    """What a list is narrowed to."""
    city, own = talk.house.city, talk.own
    names: dict[str, Callable[[], str]] = {
        NEAR: lambda: city.name(value, own.language),
        CENTRE: lambda: shown.centre_name(city, value, own.language),
        KIND: lambda: own.plain(f"event-kind-{value}"),
        AUDIENCE: lambda: own.plain(f"event-for-{value}"),
    }
    return names[sort]() if sort in names else ""


def _entry(talk: Talk, event: Event, theirs: dict[int, registrations.Registration]) -> Button:
    mark = MARKS.get(theirs[event.id].state, "") if event.id in theirs else ""
    return button(shown.entry(talk.house.city, talk.own, event, talk.now, mark), f"event:show:{event.id}")


async def _filters(talk: Talk) -> list[list[Button]]:
    own = talk.own
    rows = [
        [
            button(own.plain("button-this-week"), f"events:page:{THIS_WEEK}:0"),
            button(own.plain("button-near"), "events:near:"),
            button(own.plain("button-my-events"), f"events:page:{MINE}:0"),
        ],
        [
            button(own.plain("button-by-centre"), "events:centres:"),
            button(own.plain("button-by-kind"), "events:kinds:"),
            button(own.plain("button-by-audience"), "events:audiences:"),
        ],
        [button(own.plain("button-subscriptions"), "events:wishes:"), button(own.plain("button-demand"), "ask:")],
    ]
    if await talk.house.rights.centres(talk.tx, talk.person.id, talk.house.city):
        rows.append([button(own.plain("button-desk"), "events:desk:0")])
    return rows


# What to narrow a list to


async def _centres(talk: Talk, argument: str) -> None:
    choices, skip = pages.centres(talk), pages.number(argument)
    turning = pages.turning(talk.own, "events:centres:", skip, more=len(choices) > skip + PAGE)
    _choose(talk, CENTRE, choices[skip : skip + PAGE], 1, turning)


async def _kinds(talk: Talk, _: str) -> None:
    _choose(talk, KIND, [(kind, talk.own.plain(f"event-kind-{kind}")) for kind in service.KINDS], 2)


async def _audiences(talk: Talk, _: str) -> None:
    _choose(talk, AUDIENCE, [(name, talk.own.plain(f"event-for-{name}")) for name in service.AUDIENCES], 2)


def _choose(talk: Talk, sort: str, choices: Choices, width: int, turning: Sequence[Button] = ()) -> None:
    buttons = [button(label, f"events:page:{sort}.{value}:0") for value, label in choices]
    back = [button(talk.own.plain("button-back"), f"events:page:{THIS_WEEK}:0")]
    shown.put(talk, talk.own("events-choose"), inline(*columns(buttons, width), turning, back))


async def _near_home(talk: Talk, _: str) -> None:
    """Where they live, if they have said so; else they are asked where they are."""
    if talk.person.home in talk.house.city.areas:
        await _list(talk, f"{NEAR}.{talk.person.home}", 0)
        return
    talk.wait_for(steps.EVENT_NEAR)
    location = {"text": talk.own.plain("button-location"), "request_location": True}
    talk.say("events-where-are-you", reply([location], [talk.own.plain("button-cancel")], once=True))


async def located(talk: Talk) -> bool:
    """The location, or the name of a neighbourhood, that «نزدیک من» asked for."""
    assert talk.message  # noqa: S101  # steps are for messages
    city, message = talk.house.city, talk.message
    area = None
    if message.location:
        found = city.locate(message.location.latitude, message.location.longitude)
        area = found.area_code if found else None
    elif named := city.named_in(message.text):
        area = named[0]
    elif not message.text:
        return False
    if area is None:
        talk.say("events-where-unknown")
        return True
    talk.rest()
    talk.say("events-found-you", main_menu(talk.own), area=city.name(area, talk.own.language))
    await _list(talk, f"{NEAR}.{area}", 0)
    return True


PAGES: dict[str, Callable[[Talk, str], Awaitable[None]]] = {
    "page": _page,
    "near": _near_home,
    "centres": _centres,
    "kinds": _kinds,
    "audiences": _audiences,
}

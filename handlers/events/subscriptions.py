"""What somebody wants to hear of events: which centres, kinds, audiences and areas; when to be reminded; or weekly."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.events import pages, shown
from handlers.events.pages import PAGE, Choices
from handlers.keyboards import Button, button, columns, inline
from handlers.talk import Talk
from locales.text import shortened
from locales.words import Html
from services.events import AUDIENCES, KINDS
from storage import subscriptions
from storage.subscriptions import AUDIENCE, CENTRE, KIND, SORTS, Wish

NAMED = 1500  # characters of what somebody follows
ON, OFF = "✅ ", "▫️ "
WISHES = {"day": "day_before", "hours": "hours_before", "weekly": "weekly"}


async def show(talk: Talk, _: str = "") -> None:
    own = talk.own
    wished = await subscriptions.wish(talk.tx, talk.person.id)
    known = await subscriptions.of(talk.tx, talk.person.id)
    lines = [own("events-wishes"), _followed(talk, wished, known)]
    sorts = [button(own.plain(f"button-follow-{sort}"), f"events:follow:{sort}") for sort in SORTS]
    wishes = [[_wish(talk, wished, name)] for name in WISHES]
    shown.put(talk, Html("\n".join(lines)), inline(*columns(sorts, 2), *wishes, _back(talk, "events:page:w:0")))


def _followed(talk: Talk, wished: Wish, known: dict[str, set[str]]) -> Html:
    names = [label for sort in SORTS for value, label in _choices(talk, sort) if value in known[sort]]
    if not names:
        return talk.own("events-follow-none-weekly" if wished.weekly else "events-follow-none")
    return talk.own("events-follow-these", names=shortened(talk.own.plain("list-comma").join(names), NAMED))


def _wish(talk: Talk, wished: Wish, name: str) -> Button:
    mark = ON if getattr(wished, WISHES[name]) else OFF
    return button(mark + talk.own.plain(f"events-wish-{name}"), f"events:wish:{name}")


def _back(talk: Talk, to: str) -> list[Button]:
    return [button(talk.own.plain("button-back"), to)]


def _choices(talk: Talk, sort: str) -> Choices:
    """(value, label) of all there is to follow of a sort."""
    city, own = talk.house.city, talk.own
    if sort == CENTRE:
        return pages.centres(talk)
    if sort == KIND:
        return [(kind, own.plain(f"event-kind-{kind}")) for kind in KINDS]
    if sort == AUDIENCE:
        return [(name, own.plain(f"event-for-{name}")) for name in AUDIENCES]
    return [(area.code, city.name(area.code, own.language)) for area in city.desks()]


async def _sort(talk: Talk, argument: str) -> None:
    """`events:follow:<sort>:<how many are skipped>`."""
    sort, _, skip = argument.partition(":")
    if sort in SORTS:
        await _list(talk, sort, pages.number(skip))
    else:
        talk.toast("button-old", alert=True)


async def _list(talk: Talk, sort: str, skip: int) -> None:
    known, choices = (await subscriptions.of(talk.tx, talk.person.id))[sort], _choices(talk, sort)
    buttons = [
        button((ON if value in known else OFF) + label, f"events:turn:{sort}:{value}")
        for value, label in choices[skip : skip + PAGE]
    ]
    rows = columns(buttons, 1 if sort == CENTRE else 2)
    turning = pages.turning(talk.own, f"events:follow:{sort}:", skip, more=len(choices) > skip + PAGE)
    shown.put(talk, talk.own("events-follow-choose"), inline(*rows, turning, _back(talk, "events:wishes:")))


async def _turn(talk: Talk, argument: str) -> None:
    sort, _, value = argument.partition(":")
    values = [each for each, _ in _choices(talk, sort)] if sort in SORTS else []
    if value not in values:
        talk.toast("button-old", alert=True)
        return
    if value in (await subscriptions.of(talk.tx, talk.person.id))[sort]:
        subscriptions.drop(talk.tx, talk.person.id, sort, value)
    else:
        subscriptions.add(talk.tx, talk.person.id, sort, value, talk.now)
    await _list(talk, sort, values.index(value) // PAGE * PAGE)


async def _turn_wish(talk: Talk, name: str) -> None:
    if name not in WISHES:
        talk.toast("button-old", alert=True)
        return
    wished = await subscriptions.wish(talk.tx, talk.person.id)
    setattr(wished, WISHES[name], 1 - getattr(wished, WISHES[name]))
    subscriptions.put_wish(talk.tx, wished)
    await show(talk)


PAGES: dict[str, Callable[[Talk, str], Awaitable[None]]] = {
    "wishes": show,
    "follow": _sort,
    "turn": _turn,
    "wish": _turn_wish,
}

"""«درخواست رویداد»: residents ask for what there is not yet; officers see how many want the same, and make it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers import steps
from handlers.events import make, pages, shown
from handlers.events.pages import PAGE, Choices
from handlers.keyboards import Button, button, columns, inline, only_cancel
from handlers.refusals import refuse
from handlers.talk import Talk
from locales.text import shortened
from locales.words import Html
from services import demand as service
from services.demand import Group
from services.events import AUDIENCES, KINDS, blank
from services.refusal import Refusal
from storage import events

SHOWN, LINE, ON_A_BUTTON = 12, 160, 28
TURN = "+"  # before the number of a page, where the code of a centre may stand: no code begins so


# Asking


async def pressed(talk: Talk, kind: str, rest: str) -> None:
    """`ask:<kind>:<audience>:<centre>`: one question after the other; at last in words."""
    given = [part for part in (kind, *rest.split(":")) if part]
    if not talk.private:
        talk.toast("button-old", alert=True)
        return
    skip = pages.number(given.pop()[1:]) if given and given[-1].startswith(TURN) else 0
    choices = (_kinds, _audiences, pages.centres)
    offered = [choice(talk) for choice in choices]
    if len(given) > len(choices) or any(value not in dict(known) for value, known in zip(given, offered, strict=False)):
        talk.toast("button-old", alert=True)
    elif len(given) < len(choices):
        _choose(talk, given, offered[len(given)], skip)
    else:
        kind, audience, centre = given
        talk.wait_for(steps.DEMAND, kind=kind, audience=audience, centre=centre)
        talk.say("demand-say", only_cancel(talk.own, steps.DEMAND))


def _kinds(talk: Talk) -> Choices:
    return [(kind, talk.own.plain(f"event-kind-{kind}")) for kind in KINDS]


def _audiences(talk: Talk) -> Choices:
    return [(name, talk.own.plain(f"event-for-{name}")) for name in AUDIENCES]


def _choose(talk: Talk, given: list[str], choices: Choices, skip: int) -> None:
    said = "".join(f"{value}:" for value in given)
    buttons = [button(label, f"ask:{said}{value}") for value, label in choices[skip : skip + PAGE]]
    turning = pages.turning(talk.own, f"ask:{said}{TURN}", skip, more=len(choices) > skip + PAGE)
    before = f"ask:{':'.join(given[:-1])}" if given else "events:page:w:0"
    asked = ("demand-kind", "demand-audience", "demand-centre")[len(given)]
    back = [button(talk.own.plain("button-back"), before)]
    width = 1 if asked == "demand-centre" else 2  # names of centres are long
    shown.put(talk, talk.own(asked), inline(*columns(buttons, width), turning, back))


async def said(talk: Talk) -> bool:
    if talk.message is None or not talk.message.text:
        return False
    given = talk.dialogue.data
    try:
        await service.ask(
            talk.tx, talk.person.id, given["centre"], given["kind"], given["audience"], talk.message.text, talk.now
        )
    except Refusal as refusal:
        await refuse(talk, refusal)
        return True
    talk.rest()
    centre = shown.centre_name(talk.house.city, given["centre"], talk.own.language)
    talk.say("demand-thanks", centre=centre)
    return True


# What is asked for


async def listed(talk: Talk, argument: str) -> None:
    """For officers and administrators, of their centres."""
    skip = pages.number(argument)
    found = await _groups(talk)
    if found is None:
        return
    rows = [[_entry(talk, group)] for group in found[skip : skip + PAGE]]
    text = talk.own("demand-list", count=len(found)) if found else talk.own("demand-none")
    back = [button(talk.own.plain("button-back"), "events:desk:0")]
    turning = pages.turning(talk.own, "events:asks:", skip, more=len(found) > skip + PAGE)
    shown.put(talk, text, inline(*rows, turning, back))


async def _groups(talk: Talk) -> list[Group] | None:
    """None, and a word about it, for whoever runs no centre."""
    centres = await talk.house.rights.centres(talk.tx, talk.person.id, talk.house.city)
    if not centres:
        talk.toast("only-officers", alert=True)
        return None
    return await service.groups(talk.tx, centres, talk.now)


def _entry(talk: Talk, group: Group) -> Button:
    label = talk.own.plain(
        "demand-entry",
        count=group.people,
        kind=talk.own.plain(f"event-kind-{group.first.kind}"),
        words=shortened(group.first.words, ON_A_BUTTON),
    )
    return button(label, f"events:asked:{group.first.id}")


async def _group(talk: Talk, argument: str) -> Group | None:
    found = await _groups(talk)
    group = next((each for each in found or [] if str(each.first.id) == argument), None)
    if group is None and found is not None:
        talk.toast("demand-gone", alert=True)
    return group


async def opened(talk: Talk, argument: str) -> None:
    """In the words of those who ask."""
    group = await _group(talk, argument)
    if group is None:
        return
    own, city = talk.own, talk.house.city
    lines = [
        own(
            "demand-head",
            count=group.people,
            kind=own.plain(f"event-kind-{group.first.kind}"),
            who=own.plain(f"event-for-{group.audience}"),
            centre=shown.centre_name(city, group.first.centre, own.language),
        ),
        *(own("demand-line", words=shortened(each.words, LINE)) for each in group.demands[:SHOWN]),
    ]
    rows = [
        [button(own.plain("button-demand-make"), f"events:answer:{group.first.id}")],
        [button(own.plain("button-back"), "events:asks:0")],
    ]
    shown.put(talk, Html("\n".join(lines)), inline(*rows))


async def take_up(talk: Talk, argument: str) -> None:
    """An event is made of it: what is known is filled in, the rest is asked."""
    group = await _group(talk, argument)
    if group is None:
        return
    draft = blank(talk.person.id, talk.now)
    draft.kind, draft.audience, draft.centre = group.first.kind, group.audience, group.first.centre
    draft.area = talk.house.city.centres[draft.centre].area
    draft = await events.add(talk.tx, draft)
    service.take_up(talk.tx, group, draft.id)
    talk.close_buttons()
    await make.go_on(talk, draft)


PAGES: dict[str, Callable[[Talk, str], Awaitable[None]]] = {
    "asks": listed,
    "asked": opened,
    "answer": take_up,
}

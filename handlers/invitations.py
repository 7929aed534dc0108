"""One-time links: `/invite manager n4` gives one, opening it gives the role."""

from __future__ import annotations

from handlers import card, commands
from handlers.events import pages
from handlers.events.pages import PAGE
from handlers.events.shown import centre_name
from handlers.keyboards import button, columns, inline, main_menu
from handlers.talk import Talk
from locales import dates
from locales.text import ascii_digits
from locales.words import Html
from services import invites
from services.rights import ADMINISTRATOR, MANAGER, OFFICER
from storage.people import EVERYWHERE


async def invite(talk: Talk, argument: str) -> None:
    """/invite manager AREA, /invite officer CENTRE, /invite administrator."""
    kind, area = [*ascii_digits(argument).lower().split(maxsplit=1), "", ""][:2]
    if not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        talk.say("only-administrators")
    elif kind == ADMINISTRATOR:
        _give_link(talk, ADMINISTRATOR, None)
    elif kind == MANAGER and area in talk.house.city.staffed():
        _give_link(talk, MANAGER, area)
    elif kind == OFFICER and area in talk.house.city.centres:
        _give_link(talk, OFFICER, area)
    elif kind == MANAGER and area:
        talk.say("area-unknown", area=area)
    elif kind == OFFICER:
        offer_centres(talk)
    else:
        offer(talk)


def offer(talk: Talk) -> None:
    city, language = talk.house.city, talk.own.language
    areas = [city.areas[city.root], *city.desks()]
    buttons = [button(city.name(area.code, language), f"admin:invite:{area.code}") for area in areas]
    talk.show(
        talk.own("invite-choose"),
        inline(
            *columns(buttons, 3),
            [button(talk.own.plain("button-officers"), "admin:centres")] if city.centres else [],
            [button(talk.own.plain("role-administrator"), "admin:invite:*")],
            [button(talk.own.plain("button-back"), "admin:menu")],
        ),
    )


def offer_centres(talk: Talk, argument: str = "") -> None:
    """For whose events an officer is to be invited."""
    choices, skip = pages.centres(talk), pages.number(argument)
    rows = [[button(name, f"admin:officer:{code}")] for code, name in choices[skip : skip + PAGE]]
    turning = pages.turning(talk.own, "admin:centres:", skip, more=len(choices) > skip + PAGE)
    back = button(talk.own.plain("button-back"), "admin:offer")
    talk.show(talk.own("invite-choose-centre"), inline(*rows, turning, [back]))


def give_centre(talk: Talk, centre: str) -> None:
    """A press on one of the centres."""
    if centre in talk.house.city.centres:
        _give_link(talk, OFFICER, centre)


def give(talk: Talk, area: str) -> None:
    """A press on one of the areas that `offer` showed."""
    if area == EVERYWHERE:
        _give_link(talk, ADMINISTRATOR, None)
    elif area in talk.house.city.staffed():
        _give_link(talk, MANAGER, area)


def _give_link(talk: Talk, kind: str, area: str | None) -> None:
    payload = invites.create(talk.tx, kind, area, by=talk.person.id, now=talk.now)
    until = dates.day_words(talk.now + invites.LASTS, talk.own.language, talk.house.city.zone, talk.now)
    role = _role(talk, kind, area or EVERYWHERE)
    talk.show(talk.own("invite-link", role=role, link=Html(talk.house.link(payload)), until=until))


def _role(talk: Talk, kind: str, area: str) -> Html:
    name = _place(talk, kind, area)
    return talk.own(f"role-{kind}-of" if name else f"role-{kind}", area=name)


def role_name(talk: Talk, kind: str, area: str) -> str:
    """On a button."""
    name = _place(talk, kind, area)
    return talk.own.plain(f"role-{kind}-of" if name else f"role-{kind}", area=name)


def _place(talk: Talk, kind: str, area: str) -> str:
    """The area or the centre that a role is for; nothing where it is for all, or for one that is no more."""
    city, language = talk.house.city, talk.own.language
    if kind == OFFICER:
        return centre_name(city, area, language)
    return city.name(area, language) if area in city.areas else ""


async def accept(talk: Talk, payload: str) -> None:
    invite_ = await invites.accept(talk.tx, talk.house.rights, payload, talk.person.id, talk.now)
    if invite_ is None:
        talk.say("invite-void")
    else:
        talk.say("invite-accepted", main_menu(talk.own), role=_role(talk, invite_.kind, invite_.area))
        if invite_.kind in {ADMINISTRATOR, OFFICER}:
            await commands.set_for(talk, talk.person.id)
        if invite_.kind == ADMINISTRATOR:
            await card.catch_up(talk, talk.person.id)

"""One-time links: `/invite manager n4` gives one, opening it gives the role."""

from __future__ import annotations

from handlers import card, commands
from handlers.keyboards import button, columns, inline, main_menu
from handlers.talk import Talk
from locales import dates
from locales.text import ascii_digits
from locales.words import Html
from services import invites
from services.rights import ADMINISTRATOR, MANAGER
from storage.people import EVERYWHERE


async def invite(talk: Talk, argument: str) -> None:
    """/invite manager AREA, /invite administrator."""
    kind, area = [*ascii_digits(argument).lower().split(maxsplit=1), "", ""][:2]
    if not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        talk.say("only-administrators")
    elif kind == ADMINISTRATOR:
        _give_link(talk, ADMINISTRATOR, None)
    elif kind == MANAGER and area in talk.house.city.staffed():
        _give_link(talk, MANAGER, area)
    elif kind == MANAGER and area:
        talk.say("area-unknown", area=area)
    else:
        offer(talk)


def offer(talk: Talk) -> None:
    city, language = talk.house.city, talk.own.language
    areas = [city.areas[city.root], *city.desks()]
    buttons = [button(city.name(area.code, language), f"admin:invite:{area.code}") for area in areas]
    talk.show(
        talk.own("invite-choose"),
        inline(*columns(buttons, 3), [button(talk.own.plain("role-administrator"), "admin:invite:*")]),
    )


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
    name = "" if area == EVERYWHERE else talk.house.city.name(area, talk.own.language)
    return talk.own(f"role-{kind}-of" if name else f"role-{kind}", area=name)


async def accept(talk: Talk, payload: str) -> None:
    invite_ = await invites.accept(talk.tx, talk.house.rights, payload, talk.person.id, talk.now)
    if invite_ is None:
        talk.say("invite-void")
    else:
        talk.say("invite-accepted", main_menu(talk.own), role=_role(talk, invite_.kind, invite_.area))
        if invite_.kind == ADMINISTRATOR:
            commands.set_for_administrator(talk, talk.person.id)
            await card.catch_up(talk, talk.person.id)

"""/admin: what administrators can do, behind one menu."""

from __future__ import annotations

from handlers import commands, invitations
from handlers.keyboards import Button, button, inline
from handlers.talk import Talk
from locales.words import Html
from services import rights
from services.rights import ADMINISTRATOR, OFFICER
from storage import organisation, people, updates
from storage.people import Role

REMOVABLE_MOST = 40  # buttons in one list


async def show(talk: Talk, _: str = "") -> None:
    if not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        talk.say("only-administrators")
        return
    await _menu(talk)


async def _menu(talk: Talk) -> None:
    words = talk.own
    aside = await updates.count_set_aside(talk.tx)
    talk.show(
        words("admin-menu-aside" if aside else "admin-menu", aside=aside),
        inline(
            [button(words.plain("admin-broadcasts"), "broadcast:recent:0")],
            [button(words.plain("admin-invite"), "admin:offer")],
            [button(words.plain("admin-people"), "admin:people")],
            [button(words.plain("admin-groups"), "admin:groups")],
        ),
    )


async def pressed(talk: Talk, verb: str, argument: str) -> None:
    if not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        talk.toast("only-administrators", alert=True)
    elif verb == "offer":
        invitations.offer(talk)
    elif verb == "invite":
        invitations.give(talk, argument)
    elif verb == "centres":
        invitations.offer_centres(talk, argument)
    elif verb == "officer":
        invitations.give_centre(talk, argument)
    elif verb == "groups":
        await _groups(talk)
    elif verb == "people":
        await _people(talk)
    elif verb == "remove":
        await _ask_to_remove(talk, argument)
    elif verb == "removed":
        await _remove(talk, argument)
    else:
        await _menu(talk)


def _back(talk: Talk) -> list[Button]:
    return [button(talk.own.plain("button-back"), "admin:menu")]


async def _groups(talk: Talk) -> None:
    """Every sub-district with its group, or with what to send to bind one."""
    city, words = talk.house.city, talk.own
    bound = {binding.area: binding for binding in await organisation.bindings(talk.tx)}
    lines = [words("admin-groups-head")]
    for area in [city.areas[city.root], *city.desks()]:
        name = city.name(area.code, words.language)
        if area.code in bound:
            lines.append(words("admin-group", area=name, title=bound[area.code].title))
        else:
            lines.append(words("admin-group-none", area=name, code=words.code(area.code)))
    talk.show(Html("\n".join(lines)), inline(_back(talk)))


async def _people(talk: Talk) -> None:
    held = await people.all_roles(talk.tx)
    rows = [[_removal(talk, role, person.first_name)] for role, person in held[:REMOVABLE_MOST]]
    talk.show(talk.own("admin-people-head" if held else "admin-people-none"), inline(*rows, _back(talk)))


def _removal(talk: Talk, role: Role, name: str) -> Button:
    label = talk.own.plain("admin-remove", name=name, role=invitations.role_name(talk, role.kind, role.area))
    return button(label, f"admin:remove:{_named(role)}")


def _named(role: Role) -> str:
    """A role, as its buttons carry it."""
    return f"{role.person_id}:{role.kind}:{role.area}"


async def _ask_to_remove(talk: Talk, argument: str) -> None:
    """Nothing undoes it but a new invitation: a slip of the thumb is not enough."""
    held = {_named(role): (role, person) for role, person in await people.all_roles(talk.tx)}
    if argument not in held:
        talk.toast("admin-removed-before")
        await _people(talk)
        return
    role, person = held[argument]
    words, name = talk.own, invitations.role_name(talk, role.kind, role.area)
    yes = button(words.plain("admin-remove-yes"), f"admin:removed:{argument}")
    no = button(words.plain("admin-remove-no"), "admin:people")
    talk.show(words("admin-remove-sure", role=name, name=person.first_name), inline([yes], [no]))


async def _remove(talk: Talk, argument: str) -> None:
    person, kind, area = [*argument.split(":"), "", ""][:3]
    removed = person.isdecimal() and await rights.revoke(
        talk.tx, int(person), kind, area, by=talk.person.id, now=talk.now
    )
    if removed and kind in {ADMINISTRATOR, OFFICER}:
        await commands.set_for(talk, int(person))
    talk.toast("admin-removed" if removed else "admin-removed-before")
    await _people(talk)

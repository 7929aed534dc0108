"""The made-up people and their groups in the local Telegram: everybody has the bot, every sub-district its group."""

from __future__ import annotations

from collections.abc import Iterable

from bot.demo import cast
from bot.demo.district import District
from bot.demo.said import opening
from locales.words import DEFAULT
from sandbox import Group, Person, Telegram
from sandbox.story import Players
from services.city import City


async def open_(telegram: Telegram, district: District) -> Players:
    """Groups first: what hangs in no group would go to the administrator in private."""
    players = {part.id: telegram.person(part.name, part.language, id=part.id) for part in cast.CAST}
    mehrdad, ali, laleh = players[cast.MEHRDAD.id], players[cast.ALI.id], players[cast.LALEH.id]
    _settle(telegram, district)
    groups = {}
    for desk in district.city.desks():
        members = [telegram.people[person.id] for person in district.managers[desk.code]]
        groups[desk.code] = await _bind(telegram, mehrdad, desk.code, f"مدیران {desk.name['fa']}", members)
        if ali not in members:
            groups[desk.code].remove(mehrdad)  # who looks through his eyes is not to get lost among nine groups
    root = district.city.root
    await _bind(telegram, mehrdad, root, f"ستاد {district.city.name(root, 'fa')}", [])
    for person in players.values():
        await person.start()
        await person.sees(person.name)
    for part in (cast.LALEH, cast.EMMA):
        players[part.id].place = _home(district.city, part.home)
    return Players(laleh, players[cast.EMMA.id], ali, mehrdad, groups[cast.ALI.manages])


def _settle(telegram: Telegram, district: District) -> None:
    """They said hello long ago, and the bot may write to them."""
    for person in district.people():
        if person.id not in telegram.people:
            settled = telegram.person(person.first_name, person.language, id=person.id)
            telegram.private_chat(settled, telegram.bot).started = True


async def _bind(telegram: Telegram, owner: Person, area: str, title: str, members: Iterable[Person]) -> Group:
    group = telegram.group(title, members=[owner, *members], supergroup=True)
    await owner.send(f"/bind {area}", to=group)
    await owner.sees(opening(DEFAULT, "bound", "area"), at=group)
    return group


def _home(city: City, code: str) -> tuple[float, float]:
    area = city.areas[code]
    assert area.lat is not None  # noqa: S101  # the demo district knows its centres
    assert area.lon is not None  # noqa: S101
    return area.lat, area.lon

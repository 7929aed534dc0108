"""Those who have reported, or joined a report: by groups of categories, or one by one."""

from __future__ import annotations

from handlers.audience.choices import DOOR, Choice, Kind, known, listed, one_a_row, toggled
from handlers.talk import Talk
from locales.words import Words
from services.city import City


def _words(city: City, words: Words, value: list[str]) -> str:
    """A group whose categories are all there goes by its own name."""
    names, rest = [], [code for code in value if code in city.kinds]
    for group in city.groups:
        if _is_whole(city, group, rest):
            names.append(_group_name(city, group, words.language))
            rest = [code for code in rest if city.kinds[code].group != group]
    names += [city.kinds[code].name(words.language) for code in rest]
    return words.plain("audience-reporters-rule", categories=listed(words, names))


async def _offer(talk: Talk, value: list[str] | None, door: str) -> list[list[Choice]]:
    city, language, chosen = talk.house.city, talk.own.language, value or []
    if door not in city.groups:
        return one_a_row([Choice(_group_name(city, group, language), DOOR + group) for group in _offered(city)])
    whole = Choice(talk.own.plain("audience-whole-group"), door, chosen=_is_whole(city, door, chosen))
    kinds = [Choice(kind.name(language), kind.code, kind.code in chosen) for kind in city.kinds_of(door)]
    return one_a_row([whole, *kinds, Choice(talk.own.plain("button-back"), DOOR)])


def _offered(city: City) -> list[str]:
    return [code for code, group in city.groups.items() if not group.retired]


def _group_name(city: City, code: str, language: str) -> str:
    group = city.groups[code]
    return f"{group.details['emoji']} {group.name.get(language) or group.name['fa']}"


def _codes(city: City, group: str) -> list[str]:
    return [kind.code for kind in city.kinds_of(group)]


def _is_whole(city: City, group: str, chosen: list[str]) -> bool:
    codes = _codes(city, group)
    return bool(codes) and set(codes) <= set(chosen)


def _take(city: City, value: list[str] | None, given: str) -> list[str] | None:
    if given not in city.groups:
        return toggled(value, known(given, city.kinds))
    codes, chosen = _codes(city, given), list(value or [])
    others = [code for code in chosen if code not in codes]
    return (others if _is_whole(city, given, chosen) else others + codes) or None


def _where(city: City, given: str) -> str:
    return given if given in city.groups else city.kinds[given].group


KIND = Kind(_words, _offer, _take, _where)

"""Those who live somewhere: areas of any level, from the sub-districts down to the neighbourhoods."""

from __future__ import annotations

from handlers.audience.choices import DOOR, Choice, Kind, known, listed, one_a_row, toggled
from handlers.talk import Talk
from locales.words import Words
from services.city import City


def _words(city: City, words: Words, value: list[str]) -> str:
    names = [city.name(code, words.language) for code in value if code in city.areas]
    return words.plain("audience-area-rule", areas=listed(words, names))


async def _offer(talk: Talk, value: list[str] | None, door: str) -> list[list[Choice]]:
    """Each area with a door to what lies in it."""
    city, language, chosen = talk.house.city, talk.own.language, value or []
    at = door or _top(city)
    rows = [[Choice(city.name(code, language), code, code in chosen), *_door(talk, code)] for code in _inside(city, at)]
    up = city.areas[at].parent if at in city.areas and at != _top(city) else None
    return [*rows, *one_a_row([Choice(talk.own.plain("button-back"), DOOR + up)] if up else [])]


def _door(talk: Talk, code: str) -> list[Choice]:
    return [Choice(talk.own.plain("audience-inside"), DOOR + code)] if _inside(talk.house.city, code) else []


def _inside(city: City, code: str) -> list[str]:
    return [child for child in city.children(code) if not city.areas[child].retired]


def _top(city: City) -> str:
    """The smallest area that holds all there is to choose from."""
    at = city.root
    while len(inside := _inside(city, at)) == 1 and _inside(city, inside[0]):
        at = inside[0]
    return at


def _take(city: City, value: list[str] | None, given: str) -> list[str] | None:
    return toggled(value, known(given, city.areas))


def _where(city: City, given: str) -> str:
    parent = city.areas[given].parent
    return "" if parent is None or parent == _top(city) else parent


KIND = Kind(_words, _offer, _take, _where)

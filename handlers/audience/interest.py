"""Those who follow a cultural centre."""

from __future__ import annotations

from handlers.audience.choices import Choice, Kind, known, listed, one_a_row, toggled
from handlers.talk import Talk
from locales.words import Words
from services.city import City


def centre_name(city: City, code: str, language: str) -> str:
    """The code itself for a centre that is no more."""
    centre = city.centres.get(code)
    return (centre.name.get(language) or centre.name["fa"]) if centre else code


def _words(city: City, words: Words, value: list[str]) -> str:
    names = [centre_name(city, code, words.language) for code in value]
    return words.plain("audience-interest-rule", centres=listed(words, names))


async def _offer(talk: Talk, value: list[str] | None, _: str) -> list[list[Choice]]:
    city, language = talk.house.city, talk.own.language
    return one_a_row([Choice(centre_name(city, code, language), code, code in (value or [])) for code in city.centres])


def _take(city: City, value: list[str] | None, given: str) -> list[str] | None:
    return toggled(value, known(given, city.centres))


KIND = Kind(_words, _offer, _take)

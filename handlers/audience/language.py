"""Those who read a language."""

from __future__ import annotations

from handlers.audience.choices import Choice, Kind, known, listed, one_a_row, toggled
from handlers.talk import Talk
from locales.words import LANGUAGES, Words, words
from services.city import City


def name(language: str) -> str:
    """As its readers call it."""
    return words(language).plain("language-name")


def _words(_: City, words: Words, value: list[str]) -> str:
    return words.plain("audience-language-rule", languages=listed(words, [name(language) for language in value]))


async def _offer(_: Talk, value: list[str] | None, __: str) -> list[list[Choice]]:
    return one_a_row([Choice(name(language), language, language in (value or [])) for language in LANGUAGES])


def _take(_: City, value: list[str] | None, given: str) -> list[str] | None:
    return toggled(value, known(given, LANGUAGES))


KIND = Kind(_words, _offer, _take)

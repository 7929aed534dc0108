"""Those who have written lately: in so many days, from a button or typed."""

from __future__ import annotations

from typing import Any

from handlers.audience.choices import Choice, Kind
from handlers.talk import Talk
from locales.words import Words
from services.city import City

OFFERED = (7, 30, 90)
MOST = 3650  # days


def _words(_: City, words: Words, value: int) -> str:
    return words.plain("audience-active-rule", count=value)


async def _offer(talk: Talk, value: int | None, _: str) -> list[list[Choice]]:
    choices = [Choice(talk.own.plain("audience-days", count=days), str(days), chosen=days == value) for days in OFFERED]
    return [choices]


def _take(_: City, value: Any, given: str) -> int | None:
    """The same once more takes it back."""
    days = int(given) if given.isdecimal() and len(given) <= len(str(MOST)) else 0
    if not 0 < days <= MOST:
        raise LookupError(given)
    return None if days == value else days


KIND = Kind(_words, _offer, _take)

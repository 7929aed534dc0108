"""Those who have not voted in a poll."""

from __future__ import annotations

from typing import Any

from handlers.audience import poll_choices
from handlers.audience.choices import Choice, Kind
from handlers.talk import Talk
from locales.words import Words
from services.city import City


def _words(_: City, words: Words, value: Any) -> str:
    return words.plain("audience-unanswered-rule", number=_poll(value))


async def _offer(talk: Talk, value: Any, _: str) -> list[list[Choice]]:
    return await poll_choices.newest(talk, None if value is None else _poll(value))


def _take(_: City, value: Any, given: str) -> Any:
    """The same once more takes it back."""
    number = poll_choices.number(given)
    return None if value is not None and _poll(value) == number else number


def _poll(value: Any) -> int:
    return int(value)


KIND = Kind(_words, _offer, _take)

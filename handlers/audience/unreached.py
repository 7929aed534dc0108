"""Those whom an earlier broadcast has not reached."""

from __future__ import annotations

from typing import Any

from handlers.audience.choices import Choice, Kind, one_a_row
from handlers.broadcast import gist
from handlers.broadcast.drafts import number_in
from handlers.talk import Talk
from locales.words import Words
from services.city import City
from storage import broadcasts

MOST = 12  # the newest


def _words(_: City, words: Words, value: int) -> str:
    return words.plain("audience-unreached-rule", number=value)


async def _offer(talk: Talk, value: int | None, _: str) -> list[list[Choice]]:
    found = await broadcasts.newest(talk.tx, MOST)
    labels = await gist.labels(talk, found)
    return one_a_row([Choice(labels[each.id], str(each.id), chosen=each.id == value) for each in found])


def _take(_: City, value: Any, given: str) -> int | None:
    """The same once more takes it back."""
    number = number_in(given)
    if not number:
        raise LookupError(given)
    return None if number == value else number


KIND = Kind(_words, _offer, _take)

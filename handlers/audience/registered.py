"""Those who come to an event."""

from __future__ import annotations

from typing import Any

from handlers.audience.choices import Choice, Kind, one_a_row
from handlers.broadcast.drafts import number_in
from handlers.events import shown
from handlers.talk import Talk
from locales.words import Words
from services.city import City
from storage import events

MOST = 12  # the next, and those of the last week
WEEK = 7 * 86400


def _words(_: City, words: Words, value: list[int]) -> str:
    return words.plain("audience-registered-rule", number=value[0])


async def _offer(talk: Talk, value: list[int] | None, _: str) -> list[list[Choice]]:
    city = talk.house.city
    found = await events.of_centres(talk.tx, city.centres, talk.now - WEEK, MOST)
    labels = {event.id: shown.entry(city, talk.own, event, talk.now) for event in found}
    return one_a_row([Choice(labels[event.id], str(event.id), event.id in (value or [])) for event in found])


def _take(_: City, value: Any, given: str) -> list[int] | None:
    """One event; the same once more takes it back."""
    number = number_in(given)
    if not number:
        raise LookupError(given)
    return None if value == [number] else [number]


KIND = Kind(_words, _offer, _take)

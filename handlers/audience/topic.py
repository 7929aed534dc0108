"""Those who want to hear of a topic, whatever the topic of the message itself."""

from __future__ import annotations

from handlers.audience.choices import Choice, Kind, known, listed, one_a_row, toggled
from handlers.talk import Talk
from locales.words import Words
from services.city import City
from services.topics import TOPICS


def _words(_: City, words: Words, value: list[str]) -> str:
    names = [words.plain(f"topic-{topic}") for topic in value if topic in TOPICS]
    return words.plain("audience-topic-rule", topics=listed(words, names))


async def _offer(talk: Talk, value: list[str] | None, _: str) -> list[list[Choice]]:
    return one_a_row([Choice(talk.own.plain(f"topic-{topic}"), topic, topic in (value or [])) for topic in TOPICS])


def _take(_: City, value: list[str] | None, given: str) -> list[str] | None:
    return toggled(value, known(given, TOPICS))


KIND = Kind(_words, _offer, _take)

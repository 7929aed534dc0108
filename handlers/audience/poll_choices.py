"""What the kinds of rules about a poll have in common: one of the newest polls is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from handlers.audience.choices import Choice, Kind, one_a_row
from handlers.talk import Talk
from locales.text import shortened
from locales.words import Words
from services.city import City
from services.polls import CLOSED, DECIDED, OPEN
from storage import polls

MOST = 12
TITLE = 45  # characters
LONGEST = 18  # digits of a number that a database takes


def kind(rule: str, number_of: Callable[[Any], int], value_of: Callable[[int], Any]) -> Kind:
    """Worded by the key `rule`; the poll's number in a value of this kind, and the value for a number."""

    def in_words(_: City, words: Words, value: Any) -> str:
        return words.plain(rule, number=number_of(value))

    async def offer(talk: Talk, value: Any, _: str) -> list[list[Choice]]:
        return await _newest(talk, None if value is None else number_of(value))

    def take(_: City, value: Any, given: str) -> Any:
        """The same once more takes it back."""
        number = _number(given)
        return None if value is not None and number_of(value) == number else value_of(number)

    return Kind(in_words, offer, take)


async def _newest(talk: Talk, chosen: int | None) -> list[list[Choice]]:
    found = await polls.in_states(talk.tx, (OPEN, CLOSED, DECIDED), MOST)
    return one_a_row([Choice(shortened(poll.title, TITLE), str(poll.id), chosen=poll.id == chosen) for poll in found])


def _number(given: str) -> int:
    """Raises LookupError."""
    if not given.isdecimal() or len(given) > LONGEST:
        raise LookupError(given)
    return int(given)

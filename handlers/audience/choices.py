"""What each kind of rule offers: choices that change its value, doors to further choices, and its words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from handlers.talk import Talk
from locales.words import Words
from services.city import City

DOOR = ">"  # what the argument of a button begins with that opens further choices


@dataclass(frozen=True)
class Choice:
    """A button. `given` is what it stands for: something to choose, or behind a DOOR what to show."""

    label: str
    given: str
    chosen: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of rule, as administrators meet it.

    `words` says a value in a sentence; `offer` are the rows of choices behind a door ("" at first); `take` is the
    value once something has been chosen (None for no rule, LookupError for what is not there to choose), and `door`
    where that choice stands.
    """

    words: Callable[[City, Words, Any], str]
    offer: Callable[[Talk, Any, str], Awaitable[list[list[Choice]]]]
    take: Callable[[City, Any, str], Any]
    door: Callable[[City, str], str] = lambda _city, _given: ""


def toggled(value: list[str] | None, given: str) -> list[str] | None:
    """The list with it, or without it where it was in; None once nothing is left."""
    kept = list(value or [])
    if given in kept:
        kept.remove(given)
    else:
        kept.append(given)
    return kept or None


def known(given: str, among: Any) -> str:
    """Raises LookupError for what is not there."""
    if given not in among:
        raise LookupError(given)
    return given


def listed(words: Words, names: list[str]) -> str:
    return words.plain("list-comma").join(names)


def one_a_row(choices: list[Choice]) -> list[list[Choice]]:
    return [[choice] for choice in choices]

"""Long lists on buttons: so many a page, with the way to the others below; and centres, those near home first."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.events import shown
from handlers.keyboards import Button, as_read, button
from handlers.talk import Talk
from locales.words import Words

PAGE = 8
MOST_DIGITS = 6
Choices = list[tuple[str, str]]  # (value, label)


def number(argument: str) -> int:
    """How many a button says that are to be skipped."""
    return int(argument) if argument.isdecimal() and len(argument) <= MOST_DIGITS else 0


def turning(own: Words, prefix: str, skip: int, *, more: bool) -> list[Button]:
    """◀️ ▶️, each where there is something; behind `prefix` stands how many are skipped."""
    row = [button(own.plain("button-previous"), f"{prefix}{max(skip - PAGE, 0)}")] if skip else []
    row += [button(own.plain("button-next"), f"{prefix}{skip + PAGE}")] if more else []
    return as_read(own, row)


def centres(talk: Talk, codes: Iterable[str] | None = None) -> Choices:
    """Of these, or of all, those of the sub-district first where the person lives, and of what that lies in."""
    city, home = talk.house.city, talk.person.home
    near = city.ancestors(home) if home in city.areas else []
    first = sorted(city.centres if codes is None else codes, key=lambda code: _desk(talk, code) not in near)
    return [(code, shown.centre_name(city, code, talk.own.language)) for code in first]


def _desk(talk: Talk, centre: str) -> str:
    city = talk.house.city
    return city.desk_of(city.centres[centre].area)

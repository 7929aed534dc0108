"""The weekly programme: a broadcast of the house, day by day, for all who get the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handlers.broadcast.keyboard import PREFIX
from handlers.events import announce, shown
from handlers.voice import Voice
from locales.words import Html, Words
from services import programme
from services.city import City
from storage.audience.rules import Rule
from storage.broadcasts import Call
from storage.events import Event

LISTED = 25  # events in one message: so that it fits


async def send(voice: Voice, arguments: dict[str, Any]) -> None:
    """The errand of the week."""
    await programme.leave(voice.tx, voice.house.city, arguments["due"], voice.house.rate, voice.now)


async def send_part(voice: Voice, arguments: dict[str, Any]) -> None:
    """The errand for those who get the same."""
    tx, now, house = voice.tx, voice.now, voice.house
    first = await programme.still(tx, arguments["first"], arguments["due"], now)
    rest = await programme.still(tx, arguments["rest"], arguments["due"], now)
    if not first and not rest:
        return

    def content(own: Words) -> Call:
        if arguments["followed"]:
            return announce.said(_followed(house.city, own, first))
        return announce.said(_all(house.city, own, arguments["near"], first, rest))

    rules = [Rule("people", arguments["people"]), Rule("weekly", None)]
    number, _ = await announce.post(voice, rules, "menu-events", f"{PREFIX}events", content)
    if number:
        await programme.freeze(tx, house.city, number, house.bulk_a_week, house.quiet, now)


def _followed(city: City, own: Words, found: Sequence[Event]) -> Html:
    return _lines(own("programme-head"), own("programme-followed"), *shown.by_day(city, own, found, LISTED))


def _all(city: City, own: Words, near: str, first: Sequence[Event], rest: Sequence[Event]) -> Html:
    """What is near home first, under its own head."""
    lines = [own("programme-head")]
    if near and first and rest:
        lines += [Html(""), own("programme-near", area=city.name(near, own.language))]
    lines += shown.by_day(city, own, first, LISTED)
    if near and first and rest:
        lines += [Html(""), own("programme-elsewhere")]
    lines += shown.by_day(city, own, rest, max(LISTED - len(first), 0))
    return _lines(*lines, Html(""), own("programme-hint"))


def _lines(*lines: Html) -> Html:
    return Html("\n".join(lines))

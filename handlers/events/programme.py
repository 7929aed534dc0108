"""The weekly programme: one broadcast of the house, day by day, the same for all who have asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from handlers.broadcast.keyboard import PREFIX
from handlers.events import shown
from handlers.voice import Voice
from locales import dates
from locales.text import shortened
from locales.words import LANGUAGES, Html, Words, words
from services import broadcasts as service
from services import programme
from services.topics import EVENTS
from storage import broadcasts
from storage.audience import rules
from storage.audience.rules import Rule
from storage.broadcasts import HOUSE, Button, Call
from storage.events import Event

TITLE_SHOWN = 60  # characters: thirty lines must fit into one message


async def send(voice: Voice, arguments: dict[str, Any]) -> None:
    """The errand."""
    tx, now = voice.tx, voice.now
    found = await programme.coming(tx, voice.house.city, arguments["due"], now)
    audience = [Rule("weekly", True)]  # noqa: FBT003  # the value of a rule
    if not found or not await rules.count(tx, [*audience, Rule("topic", [EVENTS])], now):
        return
    made = await broadcasts.create(tx, HOUSE, EVENTS, now)
    made.audience = audience
    labels = {language: words(language).plain("menu-events") for language in LANGUAGES}
    made.button = Button(labels, f"{PREFIX}events")
    broadcasts.put(tx, made, now)
    for language in LANGUAGES:
        text = _text(voice, words(language), found)
        broadcasts.put_content(tx, made.id, language, [Call("sendMessage", {"text": text, "parse_mode": "HTML"})])
    await service.submit(tx, made, now)


def _text(voice: Voice, own: Words, found: Sequence[Event]) -> Html:
    zone = voice.house.city.zone
    lines = [own("programme-head")]
    days = groupby(found[: programme.MOST], key=lambda event: dates.day_words(event.starts, own.language, zone))
    for day, events in days:
        lines += [Html(""), own("programme-day", day=day), *(_line(voice, own, event) for event in events)]
    if more := len(found) - programme.MOST:
        lines += [Html(""), own("programme-more", count=more)] if more > 0 else []
    return Html("\n".join(lines))


def _line(voice: Voice, own: Words, event: Event) -> Html:
    city = voice.house.city
    return own(
        "programme-line",
        time=dates.time_words(event.starts, own.language, city.zone),
        title=shortened(event.title, TITLE_SHOWN),
        centre=shown.centre_name(city, event.centre, own.language),
    )

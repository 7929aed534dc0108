"""The announcement of a new event: one broadcast, so that nobody hears of it twice, with all that broadcasts respect.

The house sends it: nobody watches its bar, and it is stopped with the event.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence

from handlers.broadcast.keyboard import PREFIX
from handlers.events import card, shown
from handlers.voice import Voice
from locales.words import LANGUAGES, Html, Words, words
from services import broadcasts as service
from services.refusal import Refusal
from services.topics import EVENTS
from storage import broadcasts, events
from storage.audience import rules
from storage.audience.rules import Rule
from storage.broadcasts import CANCELLED, HOUSE, SCHEDULED, Button, Call
from storage.events import Event


async def announce(voice: Voice, event: Event) -> int:
    """To those who want to hear of such events; how many they are."""
    target = PREFIX + card.payload(event)
    number, count = await post(
        voice, Rule("subscribers", [event.id]), "button-open-event", target, lambda own: call(voice, event, own)
    )
    if number:
        event.broadcast = number
        events.save(voice.tx, event)
    return count


async def announce_all(voice: Voice, made: Sequence[Event]) -> int:
    """Of many that were made at once, people hear in one message."""
    if len(made) == 1:
        return await announce(voice, made[0])
    rule = Rule("subscribers", [event.id for event in made])
    soonest = sorted(made, key=lambda event: event.starts)
    return (await post(voice, rule, "menu-events", f"{PREFIX}events", lambda own: _list(voice, soonest, own)))[1]


async def post(
    voice: Voice, rule: Rule, label: str, target: str, content: Callable[[Words], Call]
) -> tuple[int | None, int]:
    """A broadcast of the house: its number, and to how many it goes; none where that is nobody."""
    tx, now = voice.tx, voice.now
    count = await rules.count(tx, [rule, Rule("topic", [EVENTS])], now)
    if not count:
        return None, 0
    made = await broadcasts.create(tx, HOUSE, EVENTS, now)
    made.audience = [rule]
    made.button = Button({language: words(language).plain(label) for language in LANGUAGES}, target)
    broadcasts.put(tx, made, now)
    for language in LANGUAGES:
        broadcasts.put_content(tx, made.id, language, [content(words(language))])
    await service.submit(tx, made, now)
    return made.id, count


def _list(voice: Voice, made: Sequence[Event], own: Words) -> Call:
    return said(Html("\n".join([own("events-announced"), *shown.by_day(voice.house.city, own, made)])))


def said(text: Html) -> Call:
    return Call("sendMessage", {"text": text, "parse_mode": "HTML"})


def call(voice: Voice, event: Event, own: Words) -> Call:
    text = Html("\n".join([own("event-announced"), *shown.card(voice.house, own, event, voice.now)]))
    if event.photo:
        return Call("sendPhoto", {"photo": event.photo, "caption": text, "parse_mode": "HTML"})
    return said(text)


async def withdraw(voice: Voice, event: Event) -> None:
    """Whoever has not heard of it yet need not any more."""
    if event.broadcast:
        with contextlib.suppress(Refusal):  # everybody has heard of it
            await service.cancel(voice.tx, event.broadcast, HOUSE, voice.now)


async def renew(voice: Voice, event: Event) -> None:
    """What is not on its way yet says how the event is by now."""
    if event.broadcast and await broadcasts.move(voice.tx, event.broadcast, (SCHEDULED,), CANCELLED, voice.now):
        await announce(voice, event)

"""The announcement of a new event: one broadcast, so that nobody hears of it twice, with all that broadcasts respect.

The house sends it: nobody watches its bar, and it is stopped with the event.
"""

from __future__ import annotations

import contextlib

from handlers.broadcast.keyboard import PREFIX
from handlers.events import card, shown
from handlers.voice import Voice
from locales.words import LANGUAGES, Html, words
from services import broadcasts as service
from services.refusal import Refusal
from services.topics import EVENTS
from storage import broadcasts, events
from storage.audience import rules
from storage.audience.rules import Rule
from storage.broadcasts import HOUSE, Button, Call
from storage.events import Event


async def announce(voice: Voice, event: Event) -> int:
    """To those who want to hear of such events; how many they are."""
    audience = [Rule("subscribers", event.id)]
    tx, now = voice.tx, voice.now
    count = await rules.count(tx, [*audience, Rule("topic", [EVENTS])], now)
    if not count:
        return 0
    made = await broadcasts.create(tx, HOUSE, EVENTS, now)
    made.audience = audience
    made.button = Button(
        {language: words(language).plain("button-open-event") for language in LANGUAGES}, PREFIX + card.payload(event)
    )
    broadcasts.put(tx, made, now)
    for language in LANGUAGES:
        broadcasts.put_content(tx, made.id, language, [call(voice, event, language)])
    await service.submit(tx, made, now)
    event.broadcast = made.id
    events.save(tx, event)
    return count


def call(voice: Voice, event: Event, language: str) -> Call:
    own = words(language)
    text = Html("\n".join([own("event-announced"), *shown.card(voice.house, own, event, voice.now)]))
    if event.photo:
        return Call("sendPhoto", {"photo": event.photo, "caption": text, "parse_mode": "HTML"})
    return Call("sendMessage", {"text": text, "parse_mode": "HTML"})


async def withdraw(voice: Voice, event: Event) -> None:
    """Whoever has not heard of it yet need not any more."""
    if event.broadcast:
        with contextlib.suppress(Refusal):  # everybody has heard of it
            await service.cancel(voice.tx, event.broadcast, HOUSE, voice.now)

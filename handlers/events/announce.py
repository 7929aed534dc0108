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
    return await announce_all(voice, [event])


async def announce_all(voice: Voice, made: Sequence[Event]) -> int:
    """Of many that were made at once, people hear in one message, which each of them knows."""
    rule = Rule("subscribers", [event.id for event in made])
    if len(made) == 1:
        label, target = "button-open-event", PREFIX + card.payload(made[0])
    else:
        label, target = "menu-events", f"{PREFIX}events"
    number, count = await _post(voice, [rule], label, target, lambda own: _content(voice, made, own))
    for event in made if number else ():
        event.broadcast = number
        events.save_broadcast(voice.tx, event)
    return count


def _content(voice: Voice, made: Sequence[Event], own: Words) -> Call:
    if len(made) == 1:
        return call(voice, made[0], own)
    return _list(voice, sorted(made, key=lambda event: event.starts), own)


async def _post(
    voice: Voice, audience: list[Rule], label: str, target: str, content: Callable[[Words], Call]
) -> tuple[int | None, int]:
    """A broadcast of the house: its number, and to how many it goes; none where that is nobody."""
    tx, now = voice.tx, voice.now
    count = await rules.count(tx, [*audience, Rule("topic", [EVENTS])], now)
    if not count:
        return None, 0
    made = await broadcasts.create(tx, HOUSE, EVENTS, now)
    made.audience = audience
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
    head = own("event-announced")
    text = Html("\n".join([head, *shown.card(voice.house, own, event, voice.now, around=[head])]))
    if event.photo:
        return Call("sendPhoto", {"photo": event.photo, "caption": text, "parse_mode": "HTML"})
    return said(text)


async def withdraw(voice: Voice, event: Event) -> None:
    """Whoever has not heard of it yet need not any more; but they do hear of what else the message told."""
    if not event.broadcast:
        return
    await broadcasts.get(voice.tx, event.broadcast)  # locked: of two that are called off at once the later one knows
    rest = await _rest(voice, event, event.broadcast)
    if await _taken_back(voice, event.broadcast):
        if rest:
            await announce_all(voice, rest)
    elif not rest:
        with contextlib.suppress(Refusal):  # everybody has heard of it
            await service.cancel(voice.tx, event.broadcast, HOUSE, voice.now)


async def _rest(voice: Voice, event: Event, number: int) -> list[Event]:
    """Those of the same message, and the week that is the next of its series by now."""
    rest = await events.announced_by(voice.tx, number, voice.now)
    following = min(await events.later_in_series(voice.tx, event), key=lambda each: each.starts, default=None)
    alone = following is not None and all(each.id != following.id for each in rest)
    return [each for each in rest if each.id != event.id] + ([following] if following and alone else [])


async def renew(voice: Voice, event: Event) -> None:
    """What is not on its way yet says how the event is by now."""
    if event.broadcast and await _taken_back(voice, event.broadcast):
        await announce_all(voice, await events.announced_by(voice.tx, event.broadcast, voice.now))


async def _taken_back(voice: Voice, number: int) -> bool:
    """Whether it was still to be sent."""
    return await broadcasts.move(voice.tx, number, (SCHEDULED,), CANCELLED, voice.now)

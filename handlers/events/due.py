"""What is done for events when it is due: reminders, offers that nobody took, the end."""

from __future__ import annotations

from functools import partial
from typing import Any

from handlers.events import notices, opinions, programme, telling
from handlers.voice import Voice
from services import events, feedback, registrations, reminders


async def remind(voice: Voice, arguments: dict[str, Any]) -> None:
    lead, starts, part = arguments["lead"], arguments["starts"], telling.part(arguments)
    owed = await reminders.owed(voice.tx, arguments["event"], lead, starts, voice.house.city.zone, voice.now, part)
    if owed:
        event, guests = owed
        name = reminders.name(event.id, lead, starts)
        say = partial(notices.reminder, voice, event, lead)
        telling.tell(voice, "event_reminder", name, arguments, guests, say)


async def lapse(voice: Voice, arguments: dict[str, Any]) -> None:
    """Nobody has taken what was offered: it passes on."""
    event, person, until = arguments["event"], arguments["person"], arguments["until"]
    made = await registrations.lapse(voice.tx, event, person, until, quiet=voice.house.quiet, now=voice.now)
    if made:
        await notices.lapsed(voice, made.event, made.registration)
        await notices.offers(voice, made.event, made.offers)


async def end(voice: Voice, arguments: dict[str, Any]) -> None:
    over = await events.end(voice.tx, arguments["event"], arguments["ends"], voice.now)
    if over:
        feedback.plan(voice.tx, over, voice.house.city.zone, voice.house.quiet)


ERRANDS = {
    "event_reminder": remind,
    "event_offer": lapse,
    "event_over": end,
    "programme": programme.send,
    **telling.ERRANDS,
    **opinions.ERRANDS,
}

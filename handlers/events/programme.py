"""The weekly programme: one broadcast of the house, day by day, the same for all who have asked for it."""

from __future__ import annotations

from typing import Any

from handlers.broadcast.keyboard import PREFIX
from handlers.events import announce, shown
from handlers.voice import Voice
from locales.words import Html, Words
from services import programme
from storage.audience.rules import Rule
from storage.broadcasts import Call


async def send(voice: Voice, arguments: dict[str, Any]) -> None:
    """The errand."""
    city = voice.house.city
    found = await programme.coming(voice.tx, city, arguments["due"], voice.now)
    if not found:
        return

    def content(own: Words) -> Call:
        return announce.said(Html("\n".join([own("programme-head"), *shown.by_day(city, own, found)])))

    await announce.post(voice, Rule("weekly", None), "menu-events", f"{PREFIX}events", content)

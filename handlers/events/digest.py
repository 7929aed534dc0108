"""What managers see in the morning of tomorrow's events in their area."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from handlers.events import shown
from handlers.voice import Voice
from locales import dates
from locales.text import shortened
from locales.words import Html, Words
from storage import events
from storage.events import Event, Filter

MOST = 6


async def lines(voice: Voice, area: str) -> list[Html]:
    """Nothing, where there are none."""
    city, own = voice.house.city, voice.words()
    begins, ends = _tomorrow(voice)
    wanted = Filter(areas=city.subtree(area), before=ends)
    found = await events.coming(voice.tx, max(begins - 1, voice.now), wanted)
    if not found:
        return []
    told = [Html(""), own("digest-events", count=len(found)), *(_line(voice, own, event) for event in found[:MOST])]
    return [*told, own("digest-events-more", count=len(found) - MOST)] if len(found) > MOST else told


def _tomorrow(voice: Voice) -> tuple[int, int]:
    """The local day, as UTC seconds."""
    zone = voice.house.city.zone
    day = datetime.fromtimestamp(voice.now, zone).date() + timedelta(days=1)
    midnights = (datetime.combine(each, time(), zone) for each in (day, day + timedelta(days=1)))
    begins, ends = (int(midnight.timestamp()) for midnight in midnights)
    return begins, ends


def _line(voice: Voice, own: Words, event: Event) -> Html:
    city = voice.house.city
    key = "digest-event-seats" if event.capacity else "digest-event"
    return own(
        key,
        time=dates.time_words(event.starts, own.language, city.zone),
        title=shortened(event.title, shown.LISTED_TITLE),
        centre=shown.centre_name(city, event.centre, own.language),
        count=event.taken,
        capacity=event.capacity,
    )

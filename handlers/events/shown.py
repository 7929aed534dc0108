"""An event in words: the lines of its card, and the one line that it has in a list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from handlers.house import House
from handlers.keyboards import Keyboard
from handlers.talk import Talk
from handlers.voice import CAPTION_MOST
from locales import dates
from locales.text import number, shortened
from locales.words import Html, Words, safe, words
from services.city import City
from storage.events import CANCELLED, DRAFT, OVER, Event
from storage.outbox import ANSWER

WORDS_SHOWN = 1500  # characters of the description
TITLE_SHOWN = 28  # characters of a title on a button
LISTED, LISTED_TITLE = 30, 60  # events in one message, and characters of each title: so that it fits


def centre_name(city: City, code: str, language: str) -> str:
    """The code itself for a centre that is no more."""
    centre = city.centres.get(code)
    return (centre.name.get(language) or centre.name["fa"]) if centre else code


def where(city: City, event: Event, language: str) -> str:
    """«سرای محلهٔ گلشن»; or another place, and who invites there."""
    centre = centre_name(city, event.centre, language)
    pinned = words(language).plain("event-at-the-pin") if event.lat is not None else ""
    place = event.place or pinned
    return f"{place} ({centre})" if place else centre


def when(city: City, event: Event, language: str, now: int) -> str:
    return dates.moment_words(event.starts, language, city.zone, now)


def card(house: House, own: Words, event: Event, now: int, waiting: int = 0, around: Sequence[Html] = ()) -> list[Html]:
    """What everybody sees of it; `around` are the lines that stand above and below it in the same message."""
    city, language = house.city, own.language
    lines = [own("event-title", title=event.title or own.plain("event-untitled"))]
    if state := _state(own, event, now):
        lines.append(state)
    lines.append(own("event-sort", kind=own.plain(f"event-kind-{event.kind}"), who=_audience(own, event)))
    if event.starts:
        lasts = dates.duration(60 * event.minutes, language)
        lines.append(own("event-when", when=when(city, event, language, now), lasts=lasts))
    if event.until:
        lines.append(own("event-weekly", until=dates.day_words(event.until, language, city.zone, now)))
    if event.centre:
        lines.append(own("event-where", place=where(city, event, language)))
    lines += [cost(own, event), seats(own, event, waiting)]
    return [*lines, *_described(event, [*lines, *around])]


def _state(own: Words, event: Event, now: int) -> Html | None:
    if event.state in {CANCELLED, OVER, DRAFT}:
        return own(f"event-state-{event.state}")
    return own("event-state-begun") if event.starts <= now else None


def _audience(own: Words, event: Event) -> str:
    return own.plain(f"event-for-{event.audience}")


def cost(own: Words, event: Event) -> Html:
    return own("event-cost", cost=number(event.cost, own.language)) if event.cost else own("event-free")


def seats(own: Words, event: Event, waiting: int = 0) -> Html:
    if event.left is None:
        return own("event-no-limit")
    if event.left:
        return own("event-left", count=event.left, capacity=event.capacity)
    return own("event-none-left-waiting", count=waiting) if waiting else own("event-none-left")


def _described(event: Event, beside: Sequence[Html]) -> list[Html]:
    """The description, as much as there is room for beside everything else: a photo's caption is short."""
    taken = sum(_units(line) + 1 for line in [*beside, ""])
    room = CAPTION_MOST - taken if event.photo else WORDS_SHOWN
    text = shortened(event.words, max(room, 0))
    while text and event.photo and _units(text) > room:
        text = shortened(event.words, len(text) - 1 - (_units(text) - room) // 2)
    return [Html(""), safe(text)] if len(text) > 1 else []


def _units(text: str) -> int:
    """As Telegram counts: most emoji twice."""
    return len(text.encode("utf-16-le")) // 2


def entry(city: City, own: Words, event: Event, now: int, mark: str = "") -> str:
    """On a button of a list."""
    return own.plain(
        "event-entry",
        mark=mark,
        day=dates.day_words(event.starts, own.language, city.zone, now),
        time=dates.time_words(event.starts, own.language, city.zone),
        title=shortened(event.title, TITLE_SHOWN),
    )


def by_day(city: City, own: Words, found: Sequence[Event], most: int = LISTED) -> list[Html]:
    """Many in one message: a line each, under their days."""
    lines: list[Html] = []
    days = groupby(found[:most], key=lambda event: dates.day_words(event.starts, own.language, city.zone))
    for day, events in days:
        lines += [Html(""), own("programme-day", day=day), *(_line(city, own, event) for event in events)]
    if len(found) > most:
        lines += [Html(""), own("programme-more", count=len(found) - most)]
    return lines


def _line(city: City, own: Words, event: Event) -> Html:
    return own(
        "programme-line",
        time=dates.time_words(event.starts, own.language, city.zone),
        title=shortened(event.title, LISTED_TITLE),
        centre=centre_name(city, event.centre, own.language),
    )


def put(talk: Talk, text: Html, keyboard: Keyboard | None = None, *, photo: str = "", anew: bool = False) -> None:
    """In place of the message whose button was pressed where that is of the same sort: with a photo, or without."""
    pressed = talk.query.message if talk.query else None
    if pressed and not anew and bool(pressed.attachment) == bool(photo):
        talk.show(text, keyboard)
    elif photo:
        talk.photo(talk.chat, photo, text, keyboard, lane=ANSWER)
    else:
        talk.say_html(text, keyboard)

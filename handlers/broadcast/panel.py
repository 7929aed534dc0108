"""A draft on one page: what is set, whom it will reach, and the buttons that change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from handlers.audience import kinds
from handlers.audience.language import name
from handlers.broadcast import drafts, figures, places, shown
from handlers.keyboards import Button, Keyboard, button, inline
from handlers.talk import Talk
from handlers.voice import Voice
from locales import dates
from locales.text import number
from locales.words import DEFAULT, LANGUAGES, Html, Words
from services import broadcasts as service
from services import polls
from services.broadcasts import HOUR
from storage import broadcasts
from storage.audience.rules import Sample
from storage.broadcasts import Broadcast, Call


async def show(talk: Talk, draft: Broadcast, _: str = "") -> None:
    drafts.ask_no_more(talk)
    contents = await broadcasts.content(talk.tx, draft.id)
    without = await without_version(talk, draft, contents)
    lines = [
        talk.own("broadcast-panel", number=draft.id),
        *_message(talk, draft, contents),
        *version_lines(talk.own, without),
        *await audience_lines(talk, talk.own, draft),
        talk.own("broadcast-panel-topic", topic=talk.own.plain(f"topic-{draft.topic}")),
        *when_lines(talk, draft),
        *await _places(talk, draft),
        *await _price(talk, draft, contents),
    ]
    talk.show(Html("\n".join(lines)), _buttons(talk, draft, without))


def _message(talk: Talk, draft: Broadcast, contents: Mapping[str, Sequence[Call]]) -> list[Html]:
    versions = talk.own.plain("list-comma").join(name(language) for language in LANGUAGES if language in contents)
    lines = [talk.own("broadcast-panel-versions", languages=versions)]
    if draft.button:
        label = draft.button.label.get(talk.own.language) or draft.button.label["fa"]
        lines.append(talk.own("broadcast-panel-button", label=label))
    return lines


async def without_version(voice: Voice, draft: Broadcast, contents: Mapping[str, Sequence[Call]]) -> dict[str, int]:
    """How many of the audience read a language that has no version; they get the Persian one."""
    known = (await service.counted(voice.tx, draft, voice.now)).languages
    return {each: known[each] for each in LANGUAGES if known.get(each) and each not in {DEFAULT, *contents}}


def version_lines(own: Words, without: Mapping[str, int]) -> list[Html]:
    return [
        own("broadcast-panel-without", count=number(count, own.language), language=name(language))
        for language, count in without.items()
    ]


async def audience_lines(voice: Voice, own: Words, draft: Broadcast) -> list[Html]:
    """The rules, how many they are, and three of them without their names."""
    found = await service.counted(voice.tx, draft, voice.now)
    lines = [audience_line(voice, own, draft), own("broadcast-panel-count", count=number(found.count, own.language))]
    if await polls.tells_who_voted(voice.tx, draft.audience):
        return [*lines, own("poll-recipients-withheld")]
    return [*lines, *(_sample(voice, own, sample) for sample in found.samples)]


def audience_line(voice: Voice, own: Words, broadcast: Broadcast) -> Html:
    said = own.plain("audience-and").join(kinds.in_words(voice.house.city, own, broadcast.audience))
    return own("broadcast-panel-audience", audience=said)


def _sample(voice: Voice, own: Words, sample: Sample) -> Html:
    city = voice.house.city
    home = city.name(sample.home, own.language) if sample.home in city.areas else own.plain("audience-no-home")
    seen = dates.ago(voice.now - sample.seen, own.language)
    return own("broadcast-panel-sample", home=home, language=name(sample.language), seen=seen)


def when_lines(talk: Talk, draft: Broadcast) -> list[Html]:
    own, start = talk.own, figures.begins(talk, draft)
    lines = [own("broadcast-panel-when", when=_when(talk, draft))]
    if start > max(draft.start_at or talk.now, talk.now):
        begins = dates.moment_words(start, own.language, talk.house.city.zone, talk.now)
        lines.append(own("broadcast-panel-quiet", when=begins))
    if draft.spread:
        lines.append(own("broadcast-panel-spread", count=draft.spread // HOUR))
    if draft.urgent:
        lines.append(own("broadcast-panel-urgent"))
    return lines


def _when(talk: Talk, draft: Broadcast) -> str:
    if draft.start_at is None:
        return talk.own.plain("broadcast-now")
    return dates.moment_words(draft.start_at, talk.own.language, talk.house.city.zone, talk.now)


async def _places(talk: Talk, draft: Broadcast) -> list[Html]:
    if not draft.places:
        return []
    known = await places.titles(talk)
    titles = [known[place] for place in draft.places if place in known]
    return [talk.own("broadcast-panel-places", places=talk.own.plain("list-comma").join(titles))]


async def _price(talk: Talk, draft: Broadcast, contents: shown.Contents) -> list[Html]:
    """Above the free rate, messages are paid for."""
    people = (await service.counted(talk.tx, draft, talk.now)).count if talk.house.paid else 0
    messages = people * max(len(shown.calls(talk.house, draft, contents, language)) for language in LANGUAGES)
    stars = service.stars(messages, talk.house.rate)
    return [talk.own("broadcast-panel-stars", count=number(stars, talk.own.language))] if stars else []


def _buttons(talk: Talk, draft: Broadcast, without: Iterable[str]) -> Keyboard:
    """What somebody would miss comes first: the versions in their languages."""
    return inline(
        [
            button(talk.own.plain("button-version", language=name(each)), f"broadcast:version:{draft.id}:{each}")
            for each in without
        ],
        [_button(talk, draft, "button-recipients", "audience"), _button(talk, draft, "button-versions", "versions")],
        [_button(talk, draft, "button-link", "button"), _button(talk, draft, "button-topic", "topic")],
        [_button(talk, draft, "button-schedule", "when"), _button(talk, draft, "button-places", "places")],
        [_button(talk, draft, "button-not-urgent" if draft.urgent else "button-urgent", "urgent")],
        [_button(talk, draft, "button-preview", "preview"), _button(talk, draft, "button-broadcast-send", "send")],
        [_button(talk, draft, "button-stop", "drop")],
    )


def _button(talk: Talk, draft: Broadcast, key: str, verb: str) -> Button:
    return button(talk.own.plain(key), f"broadcast:{verb}:{draft.id}")

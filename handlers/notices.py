"""Telling residents: every step of a report reaches the one who filed it and all who joined, in their language."""

from __future__ import annotations

from handlers import card, reasons
from handlers.keyboards import Keyboard, button, inline
from handlers.voice import Address, Voice
from locales.text import digits
from locales.words import Html, Words, words
from services import reports
from services.reports import Change
from storage import people
from storage.history import Media
from storage.people import Person
from storage.reports import Report

# Steps that residents are told of; a manager who picks up a reopened report says so like the first time.
TOLD = frozenset(
    {"claim", "start", "ask", "done", "impossible", "refer", "refer_outside", "confirm", "silence", "partly", "reopen",
     "withdraw"}
)  # fmt: skip


async def step_taken(voice: Voice, change: Change, question: int = 0) -> None:
    """Whoever took the step knows already; whoever has blocked the bot finds it in «گزارش‌های من»."""
    if change.step not in TOLD:
        return
    for person in await _reachable(voice, change.report, change.actor):
        _tell(voice, change, person, question)


async def more_results(voice: Voice, report: Report, media: list[Media], actor: int) -> None:
    """The other photos of an album that shows the result."""
    for person in await _reachable(voice, report, actor):
        voice.media(Address(person.id), media)


async def _reachable(voice: Voice, report: Report, actor: int) -> list[Person]:
    ids = [person for person in await reports.followers(voice.tx, report) if person != actor]
    known = await people.several_people(voice.tx, ids) if ids else {}
    return [known[number] for number in ids if number in known and not known[number].away]


def _tell(voice: Voice, change: Change, person: Person, question: int) -> None:
    own = words(person.language)
    to = Address(person.id)
    name = f"question:{question}:{person.id}" if question else f"outcome:{change.report.id}:{person.id}"
    keyboard = _answers(own, change, question)
    if change.step == "done":
        voice.media(to, change.media)  # before the question: its buttons stay at the end of the chat
    voice.write(to, text(voice, change, own), keyboard, about=name if keyboard else None)


def text(voice: Voice, change: Change, own: Words) -> Html:
    report, city = change.report, voice.house.city
    kind = city.kinds[report.category]
    body = kind.outside
    key = "told-done-note" if change.step == "done" and change.note else f"told-{change.step.replace('_', '-')}"
    return own(
        key,
        code=card.code_of(own, report),
        category=kind.name(own.language),
        desk=city.name(report.desk, own.language),
        note=reasons.shown(own, change.note),
        due=card.promised(voice, report, own.language),
        body=body.name.of(own.language) if body else "",
        phone=digits(body.phone, own.language) if body else "",
    )


def _answers(own: Words, change: Change, question: int) -> Keyboard | None:
    if change.step == "done":
        return outcome_buttons(own, change.report)
    if change.step == "ask" and question:
        return inline([button(own.plain("button-answer"), f"mine:answer:{question}")])
    return None


def outcome_buttons(own: Words, report: Report) -> Keyboard:
    number = report.id
    return inline(
        [button(own.plain("outcome-fixed"), f"outcome:confirm:{number}")],
        [
            button(own.plain("outcome-partly"), f"outcome:partly:{number}"),
            button(own.plain("outcome-not"), f"outcome:reopen:{number}"),
        ],
    )

"""A poll on its way out and back: the invitation, the reminder, the result, what has come of it.

All of it are broadcasts of the topic «نظرسنجی‌ها», with everything that holds for these.
"""

from __future__ import annotations

from collections.abc import Sequence

from handlers.broadcast.shown import PUBLIC, Contents
from handlers.house import House
from handlers.keyboards import inline
from handlers.polls import page, seen, wording
from handlers.polls.page import PREFIX
from handlers.voice import Voice
from locales.words import LANGUAGES, Html, Words, words
from services import broadcasts as service
from services import polls as poll_service
from services import results
from services.polls import DECISION, INVITATION, NATIVE, REMINDER, RESULT, WORDS
from services.results import Results
from services.topics import POLLS
from storage import broadcasts, polls, votes
from storage.audience.rules import Rule
from storage.broadcasts import HOUSE, Call, Place
from storage.polls import Decision, Poll, Question


async def _broadcast(
    voice: Voice,
    poll: Poll,
    kind: str,
    audience: list[Rule],
    contents: Contents,
    author: int,
    places: Sequence[Place] = (),
) -> None:
    made = await broadcasts.create(voice.tx, author, POLLS, voice.now)
    made.audience, made.places = audience, list(places)
    for language, calls in contents.items():
        broadcasts.put_content(voice.tx, made.id, language, list(calls))
    await service.submit(voice.tx, made, voice.now)
    polls.note_sending(voice.tx, poll.id, made.id, kind)


async def invite(voice: Voice, poll: Poll) -> None:
    """To everybody whom it is for, and to the channels and groups that were chosen."""
    contents = {each: page.calls(voice.house, words(each), poll, voice.now) for each in LANGUAGES}
    if poll.places:
        contents[PUBLIC] = _in_public(voice, poll)
    await _broadcast(voice, poll, INVITATION, list(poll.audience), contents, poll.author, poll.places)


async def remind(voice: Voice, poll: Poll) -> None:
    """Once, and to nobody who has answered."""
    contents = {}
    for language in LANGUAGES:
        own = words(language)
        contents[language] = page.calls(voice.house, own, poll, voice.now, before=own("poll-reminder"))
    audience = [*poll.audience, Rule("unanswered", poll.id)]
    await _broadcast(voice, poll, REMINDER, audience, contents, poll.author)


# The result, to all who have voted


async def tell_result(voice: Voice, poll: Poll, found: Results) -> None:
    """Each voter gets the whole, and their own area against it as far as that may be shown."""
    if not results.may_see(poll, voted=True, manages=False):
        return
    for area, homes in (await _voters_by_area(voice, poll, found)).items():
        contents = {each: [_result_call(voice.house, words(each), poll, found, area)] for each in LANGUAGES}
        audience = [Rule("answered", {"poll": poll.id, "homes": homes})]
        await _broadcast(voice, poll, RESULT, audience, contents, HOUSE)


async def _voters_by_area(voice: Voice, poll: Poll, found: Results) -> dict[str, list[str]]:
    """The areas that are shown, "" for the whole alone, each with the homes of those who get to see it."""
    shared: dict[str, list[str]] = {}
    for home, _ in await votes.homes(voice.tx, poll.id):
        shared.setdefault(seen.shown_area(voice.house.city, found, home), []).append(home)
    return shared


def _result_call(house: House, own: Words, poll: Poll, found: Results, area: str) -> Call:
    lines = wording.outcomes(own, poll, found.outcomes)
    lines += wording.area_lines(house, own, poll, found, area) if area else []
    text = wording.fitting(own, [own("poll-result-told", title=poll.title)], lines)
    keyboard = inline(seen.picture_button(own, poll))
    return Call("sendMessage", {"text": text, "parse_mode": "HTML", "reply_markup": keyboard})


async def tell_decision(voice: Voice, poll: Poll, decision: Decision) -> None:
    """«گفتید، کردیم»: to all who have voted."""
    contents = {}
    for language in LANGUAGES:
        own = words(language)
        lines = [own("poll-decision-told", title=poll.title), *seen.decision_lines(own, [decision])]
        contents[language] = [Call("sendMessage", {"text": "\n".join(lines), "parse_mode": "HTML"})]
    await _broadcast(voice, poll, DECISION, [Rule("answered", {"poll": poll.id})], contents, HOUSE)


# In public


def _in_public(voice: Voice, poll: Poll) -> list[Call]:
    """A link to the poll; or, where that was chosen, a native one, whose votes are counted by Telegram alone."""
    own, question = voice.words(), poll.questions[0]
    if poll.mirror == NATIVE and question.kind != WORDS:
        return [Call("sendPoll", _native(own, question))]
    text = Html("\n".join([*wording.head(own, poll, question)[:1], own("poll-public")]))
    link = [{"text": own.plain("button-poll-answer"), "url": voice.house.link(f"{PREFIX}{poll.id}")}]
    content = {"text": text, "parse_mode": "HTML", "reply_markup": inline(link)}
    return [*page.pictures(question), Call("sendMessage", content)]


def _native(own: Words, question: Question) -> dict[str, object]:
    return {
        "question": question.words,
        "options": [{"text": label} for label in wording.labels(own, question)],
        "allows_multiple_answers": question.kind == poll_service.SEVERAL,
    }

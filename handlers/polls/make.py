"""/newpoll: a question, its kind, its options; in one message for those who know, step by step for everybody else."""

from __future__ import annotations

from typing import Any

from handlers import steps
from handlers.keyboards import button, columns, inline, only_cancel
from handlers.polls import drafts
from handlers.refusals import refuse
from handlers.talk import Talk
from locales.text import clean
from locales.words import Html
from services import poll_form
from services import polls as service
from services.polls import FEWEST_OPTIONS, KINDS, MOST_OPTIONS, ONE, SEVERAL, WITH_OPTIONS
from services.refusal import Refusal
from storage import polls
from storage.polls import Option, Poll


async def begin(talk: Talk, form: str = "") -> None:
    if not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        talk.say("only-administrators")
    elif form:
        await _from_form(talk, form)
    else:
        await _ask_question(talk)


async def _from_form(talk: Talk, text: str) -> None:
    """Nothing is made of what cannot be understood."""
    try:
        form = poll_form.read(text)
        poll = await service.begin(talk.tx, talk.person.id, talk.now)
        await service.add_question(talk.tx, poll, ONE, form.question, form.options)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return
    await drafts.show(talk, poll)


async def _ask_question(talk: Talk) -> None:
    before = await polls.draft_of(talk.tx, talk.person.id)
    rows = only_cancel(talk.own, steps.POLL_QUESTION)["inline_keyboard"]
    if before and before.questions:
        rows.insert(0, [button(talk.own.plain("button-earlier-draft"), f"polls:panel:{before.id}")])
    talk.wait_for(steps.POLL_QUESTION, poll=0)
    talk.say("poll-begin", inline(*rows))


async def add(talk: Talk, poll: Poll, _: str) -> None:
    talk.wait_for(steps.POLL_QUESTION, poll=poll.id)
    talk.show(talk.own("poll-ask-question"), inline(drafts.back(talk, poll)))


async def question_typed(talk: Talk) -> bool:
    """The words of a question: the first of a new draft, or one more."""
    words = clean((talk.message and talk.message.text) or "")
    if not words:
        return False
    try:
        service.check_words(words)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return True
    poll = await (drafts.awaited(talk) if talk.dialogue.data["poll"] else _new(talk))
    if poll:
        talk.wait_for(steps.POLL_KIND, poll=poll.id, words=words)
        rows = [[button(talk.own.plain(f"poll-kind-{kind}"), f"polls:kind:{poll.id}:{kind}")] for kind in KINDS]
        talk.say("poll-ask-kind", inline(*rows))
    return True


async def _new(talk: Talk) -> Poll | None:
    if not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        talk.rest()
        talk.say("only-administrators")
        return None
    return await service.begin(talk.tx, talk.person.id, talk.now)


async def choose_kind(talk: Talk, poll: Poll, kind: str) -> None:
    words = _asked(talk, poll, steps.POLL_KIND).get("words")
    if kind not in KINDS or not words:
        talk.toast("button-old", alert=True)
    elif kind in WITH_OPTIONS:
        talk.wait_for(steps.POLL_OPTIONS, poll=poll.id, words=words, kind=kind, options=[])
        talk.show(talk.own("poll-ask-options"), inline(drafts.back(talk, poll)))
    else:
        await _add(talk, poll, kind, words, [])


def _asked(talk: Talk, poll: Poll, step: str) -> dict[str, Any]:
    """What the question in hand is about, if it is of this draft."""
    data = talk.dialogue.data
    return data if talk.awaited == step and data.get("poll") == poll.id else {}


async def option_sent(talk: Talk) -> bool:
    """Several lines are all options; a line, or a photo with its words, is one of them."""
    poll = await drafts.awaited(talk)
    assert talk.message  # noqa: S101  # the router calls it for messages
    if poll is None:
        return True
    data, attached = talk.dialogue.data, talk.message.attachment
    photo = attached.file_id if attached and attached.kind == "photo" else ""
    new = poll_form.options_in(talk.message.caption if photo else talk.message.text)
    if not new or (photo and len(new) > 1):
        talk.say("poll-photo-caption" if photo else "poll-ask-options", inline(drafts.back(talk, poll)))
        return True
    options = [Option(**option) for option in data["options"]]
    options += [Option(new[0].text, photo)] if photo else new
    try:
        if len(options) >= FEWEST_OPTIONS or len(new) > 1:
            service.check_options(options)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return True
    if len(new) > 1 and not photo:
        await _options_given(talk, poll, data["kind"], data["words"], options)
    else:
        _ask_for_more(talk, poll, data, options)
    return True


def _ask_for_more(talk: Talk, poll: Poll, data: dict[str, Any], options: list[Option]) -> None:
    kept = [{"text": option.text, "photo": option.photo} for option in options]
    talk.wait_for(steps.POLL_OPTIONS, poll=poll.id, words=data["words"], kind=data["kind"], options=kept)
    enough = [button(talk.own.plain("button-poll-options-done"), f"polls:options:{poll.id}")]
    rows = [enough] if len(options) >= FEWEST_OPTIONS else []
    talk.say("poll-option-more", inline(*rows, drafts.back(talk, poll)), count=len(options), most=MOST_OPTIONS)


async def options_done(talk: Talk, poll: Poll, _: str) -> None:
    data = _asked(talk, poll, steps.POLL_OPTIONS)
    if not data:
        talk.toast("button-old", alert=True)
        return
    options = [Option(**option) for option in data["options"]]
    await _options_given(talk, poll, data["kind"], data["words"], options)


async def _options_given(talk: Talk, poll: Poll, kind: str, words: str, options: list[Option]) -> None:
    if kind != SEVERAL:
        await _add(talk, poll, kind, words, options)
        return
    kept = [{"text": option.text, "photo": option.photo} for option in options]
    talk.wait_for(steps.POLL_MOST, poll=poll.id, words=words, options=kept)
    numbers = [
        button(talk.own.plain("poll-most", count=count), f"polls:most:{poll.id}:{count}")
        for count in range(2, len(options) + 1)
    ]
    talk.show(talk.own("poll-ask-most"), inline(*columns(numbers, 3), drafts.back(talk, poll)))


async def choose_most(talk: Talk, poll: Poll, given: str) -> None:
    data = _asked(talk, poll, steps.POLL_MOST)
    if not data or not given.isdecimal():
        talk.toast("button-old", alert=True)
        return
    options = [Option(**option) for option in data["options"]]
    await _add(talk, poll, SEVERAL, data["words"], options, int(given))


async def _add(talk: Talk, poll: Poll, kind: str, words: str, options: list[Option], most: int = 1) -> None:
    try:
        await service.add_question(talk.tx, poll, kind, words, options, most)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return
    await drafts.show(talk, poll)


async def drop(talk: Talk, poll: Poll, _: str) -> None:
    """The last question."""
    if poll.questions:
        polls.drop_question(talk.tx, poll.questions.pop().id)
    await drafts.show(talk, poll)


async def discard(talk: Talk, poll: Poll, _: str) -> None:
    drafts.ask_no_more(talk)
    polls.discard_drafts(talk.tx, poll.author)
    talk.show(Html(talk.own("poll-discarded")))

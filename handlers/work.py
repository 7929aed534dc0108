"""Managers at work: the buttons of a card, and what is written in reply to a card or to what the bot asked there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers import card, notices
from handlers.keyboards import Button, button, columns, force_reply, inline
from handlers.reasons import REASONS, note_of
from handlers.refusals import refuse
from handlers.talk import Talk
from locales.text import clean
from locales.words import Html, safe
from services import life, reports
from services.refusal import Refusal
from services.reports import Change
from storage import history, people
from storage import reports as stored
from storage.history import Media, Question
from storage.reports import Report

NOTE_MOST = 1000  # characters of a note, a reason or a question
SHOW_RESULT = frozenset({"photo", "video"})


async def pressed(talk: Talk, verb: str, argument: str) -> None:
    """A press on a card or on what hangs under it. The role is asked for now, whoever the button was shown to."""
    number, _, more = argument.partition(":")
    try:
        found = await _own_report(talk, int(number) if number.isdecimal() else 0)
        await PRESSES.get(verb, _outdated)(talk, found, more)
    except Refusal as refusal:
        await refuse(talk, refusal)
        if refusal.reason == "step-refused":
            await card.refresh(talk, await _report(talk, int(number)))


async def _report(talk: Talk, number: int) -> Report:
    """Locked, so that it is still at the same desk when the role has been asked for."""
    found = await stored.get(talk.tx, number, lock=True)
    if found is None:
        raise Refusal("report-unknown")
    return found


async def _own_report(talk: Talk, number: int) -> Report:
    found = await _report(talk, number)
    await reports.must_manage(talk.tx, talk.house.rights, talk.house.city, found, talk.person.id)
    return found


async def _taken(talk: Talk, change: Change, question: int = 0) -> None:
    """After every step: the card and everybody who follows."""
    await card.refresh(talk, change.report)
    await notices.step_taken(talk, change, question)


async def _step(talk: Talk, found: Report, step: str, note: str = "") -> Change:
    change = await reports.take_step(talk.tx, found.id, step, talk.person.id, life.MANAGER, now=talk.now, note=note)
    await _taken(talk, change)
    return change


async def _claim(talk: Talk, found: Report, _: str) -> None:
    change = await _step(talk, found, "claim")
    talk.toast("claimed")
    if talk.house.city.kinds[found.category].entry.sensitive:
        await _show(talk, change.report)


async def _start(talk: Talk, found: Report, _: str) -> None:
    await _step(talk, found, "start")
    talk.toast("started")


async def _read(talk: Talk, found: Report, _: str) -> None:
    """The words of a sensitive report open to the manager who works on it, in private."""
    if found.worker != talk.person.id:
        raise Refusal("read-claim-first")
    await _show(talk, found)


async def _show(talk: Talk, found: Report) -> None:
    await card.show_privately(talk, found, talk.person.id)
    talk.toast("shown-privately", alert=True)


def _refuse_unless(found: Report, step: str) -> None:
    if not life.may(step, found.state, life.MANAGER):
        raise Refusal("step-refused", state=found.state, worker=found.worker, step=step)


async def _ask_for(talk: Talk, found: Report, step: str, key: str) -> None:
    """The bot is a plain member of the group: it reads what is written in reply to its own message."""
    _refuse_unless(found, step)
    # Only who is mentioned, with a link or with an @, gets the answer field opened.
    name = Html(f'<a href="tg://user?id={talk.person.id}">{safe(talk.person.first_name)}</a>')
    talk.say(
        key,
        force_reply(talk.own.plain("placeholder-reply")),
        about=f"prompt:{step}:{found.id}",
        under=_card_here(talk, found),
        name=name,
        code=card.code_of(talk.own, found),
    )
    talk.toast("answer-below")


def _card_here(talk: Talk, found: Report) -> str:
    name = f"card:{found.id}:{found.card}"
    return f"{name}@{talk.chat.chat_id}" if talk.private else name


async def _done(talk: Talk, found: Report, _: str) -> None:
    photo = talk.house.city.kinds[found.category].entry.photo_when_done
    await _ask_for(talk, found, "done", "ask-done-photo" if photo else "ask-done")


async def _ask(talk: Talk, found: Report, _: str) -> None:
    await _ask_for(talk, found, "ask", "ask-question")


async def _impossible(talk: Talk, found: Report, reason: str) -> None:
    """First the list of reasons, then the one that was chosen."""
    _refuse_unless(found, "impossible")
    if reason == "own":
        talk.close_buttons()
        await _ask_for(talk, found, "impossible", "ask-reason")
    elif reason in REASONS:
        change = await _step(talk, found, "impossible", note_of(reason))
        talk.show(talk.own("impossible-recorded", code=card.code_of(talk.own, change.report)))
    else:
        rows = [[button(talk.own.plain(f"reason-{name}"), f"card:impossible:{found.id}:{name}")] for name in REASONS]
        rows.append([button(talk.own.plain("reason-own"), f"card:impossible:{found.id}:own")])
        _offer(talk, found, "impossible-choose", rows)


def _offer(talk: Talk, found: Report, key: str, rows: list[list[Button]]) -> None:
    rows.append([button(talk.own.plain("button-never-mind"), f"card:nothing:{found.id}")])
    talk.say(key, inline(*rows), under=_card_here(talk, found), code=card.code_of(talk.own, found))


async def _outdated(talk: Talk, _: Report, __: str) -> None:
    talk.toast("button-old", alert=True)


async def _nothing(talk: Talk, _: Report, __: str) -> None:
    talk.show(talk.own("never-mind"))


async def _refer(talk: Talk, found: Report, target: str) -> None:
    """To another sub-district, or to the body outside the municipality that the category names."""
    _refuse_unless(found, "refer")
    city, language = talk.house.city, talk.own.language
    if target == "outside" and city.kinds[found.category].outside:
        change = await _step(talk, found, "refer_outside")
        talk.show(talk.own("referred-outside", code=card.code_of(talk.own, change.report)))
    elif target in {area.code for area in city.desks()} - {found.desk}:
        await _move(talk, found, target)
    else:
        choices = [
            button(city.name(area.code, language), f"card:refer:{found.id}:{area.code}")
            for area in city.desks()
            if area.code != found.desk
        ]
        outside = city.kinds[found.category].outside
        rows = columns(choices, 3)
        if outside:
            rows.append([button(outside.name.of(language), f"card:refer:{found.id}:outside")])
        _offer(talk, found, "refer-choose", rows)


async def _move(talk: Talk, found: Report, desk: str) -> None:
    area = talk.house.city.name(desk, talk.own.language)
    change = await reports.refer(talk.tx, found.id, desk, talk.person.id, now=talk.now)
    await card.take_down(talk, found, "card-referred", area=area)
    reporter = await people.get(talk.tx, found.reporter)
    media = await history.media_of(talk.tx, [found.id])
    await card.post(talk, change.report, media, reporter=reporter.first_name if reporter else "")
    talk.show(talk.own("referred", code=card.code_of(talk.own, change.report), area=area))
    await notices.step_taken(talk, change)


PRESSES: dict[str, Callable[[Talk, Report, str], Awaitable[None]]] = {
    "claim": _claim,
    "start": _start,
    "read": _read,
    "done": _done,
    "ask": _ask,
    "impossible": _impossible,
    "refer": _refer,
    "nothing": _nothing,
}


async def replied_to_card(talk: Talk, argument: str) -> None:
    """A photo in reply to the card says that it is done; words or sounds alone are no step, and others may chat."""
    number = int(argument.partition(":")[0])
    assert talk.message  # noqa: S101  # the router calls it for messages
    item = talk.message.attachment
    if item and item.kind in SHOW_RESULT:
        await replied_to_prompt(talk, f"done:{number}")
        return
    found = await stored.get(talk.tx, number)
    if found and await talk.house.rights.manages(talk.tx, talk.person.id, found.desk, talk.house.city):
        talk.say("card-reply-hint")


async def replied_to_prompt(talk: Talk, argument: str) -> None:
    """A note, a reason or a question, given by replying to what the bot asked."""
    step, _, number = argument.partition(":")
    assert talk.message  # noqa: S101  # the router calls it for messages
    words = clean(talk.message.text or talk.message.caption or "")[:NOTE_MOST]
    try:
        found = await _own_report(talk, int(number))
        await REPLIES[step](talk, found, words)
    except Refusal as refusal:
        await refuse(talk, refusal)


async def _finish(talk: Talk, found: Report, words: str) -> None:
    item = talk.message.attachment if talk.message else None
    media = (
        [Media(0, found.id, item.kind, item.file_id, item.unique_id, "done", talk.person.id, talk.now)] if item else []
    )
    if item and item.album and found.state == life.DONE:
        await _add_to_done(talk, found, media)  # the second photo of an album
        return
    if not (item or words):
        raise Refusal("note-missing")
    change = await reports.finish(
        talk.tx, talk.house.city, found.id, talk.person.id, now=talk.now, note=words, media=media
    )
    await _taken(talk, change)
    talk.say("done-recorded", code=card.code_of(talk.own, change.report))


async def _add_to_done(talk: Talk, found: Report, media: list[Media]) -> None:
    for item in media:
        history.add_media(talk.tx, item)
    await notices.more_results(talk, found, media, talk.person.id)


async def _refuse_request(talk: Talk, found: Report, words: str) -> None:
    change = await _step(talk, found, "impossible", words)
    talk.say("impossible-recorded", code=card.code_of(talk.own, change.report))


async def _question(talk: Talk, found: Report, words: str) -> None:
    change = await reports.take_step(talk.tx, found.id, "ask", talk.person.id, life.MANAGER, now=talk.now, note=words)
    question = await history.ask(talk.tx, Question(0, found.id, talk.person.id, words, talk.now))
    await _taken(talk, change, question)
    talk.say("question-sent", code=card.code_of(talk.own, change.report))


REPLIES: dict[str, Callable[[Talk, Report, str], Awaitable[None]]] = {
    "done": _finish,
    "impossible": _refuse_request,
    "ask": _question,
}

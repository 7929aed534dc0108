"""What residents write about a report that is under way: additions, answers to questions, what is still missing."""

from __future__ import annotations

from handlers import card, notices, report, steps
from handlers.incoming import Message
from handlers.keyboards import main_menu, only_cancel
from handlers.refusals import refuse
from handlers.talk import Talk
from locales.text import clean
from services import codes, life, reports, urgent
from services.refusal import Refusal
from storage import history
from storage import reports as stored
from storage.history import Media
from storage.reports import Report

WORDS_MOST = 2000  # characters of an addition or an answer
PIN = "📍 {:.5f}, {:.5f}"
PASSED = {"add": ("card-added", "added"), "missing": ("card-missing", "missing-passed")}


def ask_for_addition(talk: Talk, found: Report) -> None:
    """«افزودن عکس یا توضیح»."""
    talk.wait_for(steps.ADDITION, report=found.id)
    talk.say("mine-add", only_cancel(talk.own, steps.ADDITION), code=card.code_of(talk.own, found))


async def begin(talk: Talk, question_id: int) -> None:
    """«پاسخ می‌دهم»: what comes next answers the managers' question."""
    question = await history.question(talk.tx, question_id)
    found = await stored.get(talk.tx, question.report_id) if question else None
    if question is None or found is None or not await reports.follows(talk.tx, found, talk.person.id):
        talk.toast("report-unknown", alert=True)
    elif not found.open:
        talk.close_buttons()
        talk.toast("step-refused", alert=True, state=card.state_of(talk.own, found))
    else:
        talk.wait_for(steps.ANSWER, question=question_id)
        code = card.code_of(talk.own, found)
        talk.say("answer-ask", only_cancel(talk.own, steps.ANSWER), code=code, question=question.words)


async def outcome(talk: Talk, verb: str, argument: str) -> None:
    """«رفع شده», «تا حدی», «رفع نشده»."""
    found = await stored.get(talk.tx, int(argument)) if argument.isdecimal() else None
    if found is None or verb not in OUTCOMES or not await reports.follows(talk.tx, found, talk.person.id):
        talk.toast("report-unknown", alert=True)
        return
    talk.close_buttons()
    try:
        change = await reports.take_step(talk.tx, found.id, verb, talk.person.id, life.RESIDENT, now=talk.now)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return
    await card.refresh(talk, change.report)
    await notices.step_taken(talk, change)
    code = card.code_of(talk.own, change.report)
    if verb == "confirm":
        talk.say("outcome-thanks", main_menu(talk.own), code=code)
        return
    await card.added(talk, change.report, "", [], key=f"card-{verb}")
    talk.wait_for(steps.MISSING, report=change.report.id)
    talk.say(f"outcome-{verb}-ask", only_cancel(talk.own, steps.MISSING), code=code)


OUTCOMES = frozenset({"confirm", "partly", "reopen"})


async def missing(talk: Talk) -> bool:
    """What is still missing, after «تا حدی» or «رفع نشده»."""
    return await _add(talk, talk.dialogue.data["report"], "missing")


async def addition(talk: Talk) -> bool:
    return await _add(talk, talk.dialogue.data["report"], "add")


async def about(talk: Talk, message: Message) -> bool:
    """A reply to anything that the bot said of a report adds to that report."""
    code = codes.find(message.text or message.caption or "")
    found = await stored.by_code(talk.tx, code) if code else None
    if found is None or not await reports.follows(talk.tx, found, talk.person.id):
        return False
    return await _add(talk, found.id, "add")


async def _add(talk: Talk, number: int, event: str) -> bool:
    found = await stored.get(talk.tx, number, lock=True)
    if found is None:
        return False
    question = await history.last_question(talk.tx, found.id) if found.state == life.WAITING else None
    if question:
        return await answer_to(talk, question.id)  # whatever they say while they are asked
    words, media = _given(talk, found, "added")
    if not (words or media):
        return False
    key, thanks = PASSED[event]
    try:
        await reports.add(talk.tx, found, talk.person.id, words, media, now=talk.now, event=event)
    except Refusal as refusal:
        talk.rest()
        await refuse(talk, refusal)
        return True
    await card.added(talk, found, words, media, key=key, pin=_pin(talk))
    _through(talk, found, thanks, "added")
    return True


async def answer(talk: Talk) -> bool:
    return await answer_to(talk, int(talk.dialogue.data["question"]))


async def answer_to(talk: Talk, question_id: int) -> bool:
    """The answer comes back under the card, and the report goes on from where it waited."""
    question = await history.question(talk.tx, question_id)
    found = await stored.get(talk.tx, question.report_id, lock=True) if question else None
    if question is None or found is None or not await reports.follows(talk.tx, found, talk.person.id):
        return False
    words, media = _given(talk, found, "answer")
    if not (words or media):
        return False
    if found.state != life.WAITING:  # answered before, or the managers did not wait: what was said still counts
        return await _add(talk, found.id, "add")
    for item in media:
        history.add_media(talk.tx, item)
    history.answer(talk.tx, question_id, words, talk.now)
    change = await reports.take_step(
        talk.tx, found.id, "answer", talk.person.id, life.RESIDENT, now=talk.now, note=words
    )
    await card.added(talk, change.report, words, media, key="card-answer", pin=_pin(talk))
    await card.refresh(talk, change.report)
    _through(talk, change.report, "answer-passed", "answer")
    return True


async def album(talk: Talk) -> bool:
    """The other photos of an album belong to its first, and are taken without another word."""
    data = talk.dialogue.data
    if talk.awaited != steps.ALBUM or _album(talk) != data["album"]:
        return False
    found = await stored.get(talk.tx, data["report"], lock=True)
    if found is None:
        return False
    words, media = _given(talk, found, data["stage"])
    try:
        await reports.add(talk.tx, found, talk.person.id, words, media, now=talk.now)
    except Refusal as refusal:
        talk.rest()
        await refuse(talk, refusal)
        return True
    await card.added(talk, found, words, media, key="")
    return True


def _album(talk: Talk) -> str | None:
    return talk.message.media_group_id if talk.message else None


def _given(talk: Talk, found: Report, stage: str) -> tuple[str, list[Media]]:
    assert talk.message  # noqa: S101  # the router calls it for messages
    words = reports.discreet(found, clean(talk.message.text or talk.message.caption or "")[:WORDS_MOST])
    if talk.message.location:
        words = PIN.format(talk.message.location.latitude, talk.message.location.longitude)
    item = talk.message.attachment
    if item is None:
        return words, []
    return words, [Media(0, found.id, item.kind, item.file_id, item.unique_id, stage, talk.person.id, talk.now)]


def _pin(talk: Talk) -> tuple[float, float] | None:
    place = talk.message.location if talk.message else None
    return (place.latitude, place.longitude) if place else None


def _through(talk: Talk, found: Report, thanks: str, stage: str) -> None:
    """Thanked once, with the number to call if it was an emergency; a report in the making is gone on with."""
    talk.rest()
    if album_id := _album(talk):
        talk.wait_for(steps.ALBUM, report=found.id, album=album_id, stage=stage)
    keyboard = notices.outcome_buttons(talk.own, found) if found.state == life.DONE else main_menu(talk.own)
    talk.say(thanks, keyboard, code=card.code_of(talk.own, found))
    text = (talk.message and (talk.message.text or talk.message.caption)) or ""
    emergency = urgent.emergency(text)
    if emergency:
        talk.say(f"urgent-{emergency.kind}", number=talk.own.code(emergency.number))
    if talk.has_draft():
        report.offer_again(talk)

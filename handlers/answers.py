"""What residents write about a report that is under way: additions, answers to questions, what is still missing."""

from __future__ import annotations

from handlers import card, notices, steps
from handlers.attachments import attachment
from handlers.keyboards import main_menu, reply
from handlers.talk import Talk
from handlers.work import refuse
from locales.text import clean
from services import life, reports
from services.reports import Refusal
from storage import history
from storage import reports as stored
from storage.history import Media
from storage.reports import Report

WORDS_MOST = 2000  # characters of an addition or an answer


async def begin(talk: Talk, question_id: int) -> None:
    """«پاسخ می‌دهم»: what comes next answers the managers' question."""
    question = await history.question(talk.tx, question_id)
    report = await stored.get(talk.tx, question.report_id) if question else None
    if question is None or report is None or not await reports.follows(talk.tx, report, talk.person.id):
        talk.toast("report-unknown", alert=True)
        return
    talk.wait_for(steps.ANSWER, question=question_id)
    code = card.code_of(talk.own, report)
    talk.say("answer-ask", reply([talk.own.plain("button-cancel")]), code=code, question=question.words)


async def outcome(talk: Talk, verb: str, argument: str) -> None:
    """«رفع شده», «تا حدی», «رفع نشده»."""
    report = await stored.get(talk.tx, int(argument)) if argument.isdecimal() else None
    if report is None or verb not in life.STEPS or not await reports.follows(talk.tx, report, talk.person.id):
        talk.toast("report-unknown", alert=True)
        return
    try:
        change = await reports.take_step(talk.tx, report.id, verb, talk.person.id, life.RESIDENT, now=talk.now)
    except Refusal as refusal:
        talk.close_buttons()
        await refuse(talk, refusal)
        return
    talk.close_buttons()
    await card.refresh(talk, change.report)
    await notices.step_taken(talk, change)
    code = card.code_of(talk.own, change.report)
    if verb == "confirm":
        talk.say("outcome-thanks", main_menu(talk.own), code=code)
        return
    await card.added(talk, change.report, "", [], key=f"card-{verb}")
    talk.wait_for(steps.MISSING, report=report.id)
    talk.say(f"outcome-{verb}-ask", reply([talk.own.plain("button-cancel")]), code=code)


async def missing(talk: Talk) -> None:
    """What is still missing, after «تا حدی» or «رفع نشده»."""
    await _addition(talk, "missing", "card-missing", "missing-passed")


async def addition(talk: Talk) -> None:
    await _addition(talk, "add", "card-added", "added")


async def _addition(talk: Talk, event: str, key: str, thanks: str) -> None:
    report = await stored.get(talk.tx, talk.dialogue.data["report"], lock=True)
    words, media = _given(talk, "added")
    if report is None or not (words or media):
        talk.say("report-not-understood")
        return
    await reports.add(talk.tx, report, talk.person.id, words, media, now=talk.now, event=event)
    await card.added(talk, report, words, media, key=key)
    _through(talk, media, thanks, report)


def _through(talk: Talk, media: list[Media], thanks: str, report: Report) -> None:
    """Thanked once: the other photos of an album belong to it, and are taken without another word."""
    album = talk.message.media_group_id if talk.message else None
    if album and media and talk.dialogue.data.get("album") == album:
        return
    if album:
        talk.wait_for(talk.dialogue.step, **{**talk.dialogue.data, "album": album})
    else:
        talk.rest()
    talk.say(thanks, main_menu(talk.own), code=card.code_of(talk.own, report))


def _given(talk: Talk, stage: str) -> tuple[str, list[Media]]:
    assert talk.message  # noqa: S101  # the router calls it for messages
    words = clean(talk.message.text or talk.message.caption or "")[:WORDS_MOST]
    item = attachment(talk.message)
    if item is None:
        return words, []
    number = int(talk.dialogue.data.get("report", 0))
    return words, [Media(0, number, item.kind, item.file_id, item.unique_id, stage, talk.person.id, talk.now)]


async def answer(talk: Talk) -> None:
    await answer_to(talk, int(talk.dialogue.data["question"]))


async def answer_to(talk: Talk, question_id: int) -> None:
    """The answer comes back under the card, and the report goes on from where it waited."""
    question = await history.question(talk.tx, question_id)
    report = await stored.get(talk.tx, question.report_id, lock=True) if question else None
    words, media = _given(talk, "answer")
    if question is None or report is None or not (words or media):
        talk.say("report-not-understood")
        return
    if not await reports.follows(talk.tx, report, talk.person.id):
        talk.say("report-unknown")
        return
    for item in media:
        item.report_id = report.id
        history.add_media(talk.tx, item)
    history.answer(talk.tx, question_id, words, talk.now)
    try:
        change = await reports.take_step(
            talk.tx, report.id, "answer", talk.person.id, life.RESIDENT, now=talk.now, note=words
        )
        report = change.report
    except Refusal:  # answered before, or the managers did not wait: what was said still counts
        await reports.add(talk.tx, report, talk.person.id, words, [], now=talk.now, event="add")
    await card.added(talk, report, words, media, key="card-answer")
    await card.refresh(talk, report)
    _through(talk, media, "answer-passed", report)

"""«گزارش‌های من»: what somebody filed or joined, its time line, and all that they can do with it."""

from __future__ import annotations

from handlers import answers, card, notices, reasons
from handlers.keyboards import Button, Keyboard, as_read, button, columns, inline
from handlers.refusals import refuse
from handlers.talk import Talk
from locales import dates
from locales.text import shortened
from locales.words import Html
from services import codes, life, reports
from services.refusal import Refusal
from storage import history
from storage import reports as stored
from storage.history import Entry
from storage.reports import Report

PAGE = 8
SHOWN_MOST = 3900  # characters of a page; what is oldest gives way
WORDS_SHOWN = 300  # characters of what somebody wrote themselves
NOTE_SHOWN = 200  # characters of a note in the time line
RESIDENTS = frozenset({"add", "answer", "missing"})  # events whose words are nobody else's business


async def show(talk: Talk, _: str = "") -> None:
    """/reports and «گزارش‌های من»."""
    await _page(talk, 0)


async def _page(talk: Talk, skip: int) -> None:
    found = await stored.followed_by(talk.tx, talk.person.id, PAGE + 1, skip)
    if not found and not skip:
        talk.show(talk.own("mine-none"), None)
        return
    rows = [[_entry(talk, report)] for report in found[:PAGE]]
    talk.show(talk.own("mine-head"), inline(*rows, _pages(talk, skip, more=len(found) > PAGE)))


def _entry(talk: Talk, report: Report) -> Button:
    label = talk.own.plain(
        "mine-entry",
        emoji=talk.house.city.kinds[report.category].emoji,
        category=talk.house.city.kinds[report.category].name(talk.own.language),
        state=card.state_of(talk.own, report),
        date=dates.short_date(report.created, talk.own.language, talk.house.city.zone),
    )
    return button(label, f"mine:show:{report.id}")


def _pages(talk: Talk, skip: int, *, more: bool) -> list[Button]:
    buttons = [button(talk.own.plain("button-newer"), f"mine:page:{max(skip - PAGE, 0)}")] if skip else []
    buttons += [button(talk.own.plain("button-older"), f"mine:page:{skip + PAGE}")] if more else []
    return as_read(talk.own, buttons)


async def by_code(talk: Talk, text: str) -> bool:
    """A tracking code in the chat opens the report to those who follow it, and to nobody else."""
    code = codes.read(text) or (codes.find(text) if not talk.dialogue.step else None)
    report = await stored.by_code(talk.tx, code) if code else None
    if report is None or not await reports.follows(talk.tx, report, talk.person.id):
        return False
    await _open(talk, report)
    return True


async def pressed(talk: Talk, verb: str, argument: str) -> None:
    number = int(argument) if argument.isdecimal() else 0
    if verb == "page":
        await _page(talk, number)
    elif verb == "answer":
        await answers.begin(talk, number)
    else:
        await _with_report(talk, verb, number)


async def _with_report(talk: Talk, verb: str, number: int) -> None:
    report = await stored.get(talk.tx, number)
    if report is None or not await reports.follows(talk.tx, report, talk.person.id):
        talk.toast("report-unknown", alert=True)
    elif verb == "show":
        talk.put_aside()
        await _open(talk, report)
    elif verb == "add" and report.open:
        answers.ask_for_addition(talk, report)
    elif verb == "add":
        talk.toast("step-refused", alert=True, state=card.state_of(talk.own, report))
        await _open(talk, report)
    elif verb == "withdraw":
        talk.show(talk.own("withdraw-sure", code=card.code_of(talk.own, report)), _sure(talk, number))
    elif verb == "withdrawn":
        await _withdraw(talk, report)


def _sure(talk: Talk, number: int) -> Keyboard:
    return inline(
        [
            button(talk.own.plain("button-withdraw-yes"), f"mine:withdrawn:{number}"),
            button(talk.own.plain("button-back"), f"mine:show:{number}"),
        ]
    )


async def _open(talk: Talk, report: Report) -> None:
    head = [_head(talk, report), *_supporters(talk, report), *_words(talk, report)]
    room = SHOWN_MOST - sum(map(len, head))
    talk.show(Html("\n".join([*head, *_latest(await _timeline(talk, report), room)])), await _actions(talk, report))


def _words(talk: Talk, report: Report) -> list[Html]:
    """What they wrote, to themselves."""
    if report.reporter != talk.person.id or not report.words:
        return []
    return [talk.own("preview-words", words=shortened(report.words, WORDS_SHOWN))]


def _latest(lines: list[Html], room: int) -> list[Html]:
    """As many of the last lines as there is room for."""
    kept: list[Html] = []
    for line in reversed(lines):
        room -= len(line) + 1
        if room < 0:
            break
        kept.insert(0, line)
    return kept


def _head(talk: Talk, report: Report) -> Html:
    words, city = talk.own, talk.house.city
    kind = city.kinds[report.category]
    return words(
        "mine-report" if report.open else "mine-report-closed",
        code=card.code_of(words, report),
        emoji=kind.emoji,
        category=kind.name(words.language),
        state=card.state_of(words, report),
        area=city.name(report.area, words.language),
        desk=city.name(report.desk, words.language),
        due=card.promised(talk, report, words.language),
    )


def _supporters(talk: Talk, report: Report) -> list[Html]:
    return [talk.own("card-supporters", count=report.supporters)] if report.supporters else []


async def _timeline(talk: Talk, report: Report) -> list[Html]:
    return [_line(talk, report, entry) for entry in await history.entries(talk.tx, report.id) if entry.public]


def _line(talk: Talk, report: Report, entry: Entry) -> Html:
    note = "" if entry.event in RESIDENTS and entry.actor != talk.person.id else entry.note
    return talk.own(
        "timeline-note" if note else "timeline",
        when=dates.moment_words(entry.at, talk.own.language, talk.house.city.zone, talk.now),
        what=talk.own(_told(talk, report, entry)),
        note=shortened(reasons.shown(talk.own, note), NOTE_SHOWN),
    )


def _told(talk: Talk, report: Report, entry: Entry) -> str:
    """People read of themselves as "you"."""
    if entry.event == "ask" and report.reporter == talk.person.id:
        return "event-ask-you"
    if entry.event == "answer" and entry.actor == talk.person.id:
        return "event-answer-you"
    return f"event-{entry.event.replace('_', '-')}"


async def _actions(talk: Talk, report: Report) -> Keyboard:
    words, number = talk.own, report.id
    buttons: list[Button] = []
    asked = await history.last_question(talk.tx, number) if report.state == life.WAITING else None
    if asked:
        buttons.append(button(words.plain("button-answer"), f"mine:answer:{asked.id}"))
    if report.open:
        buttons.append(button(words.plain("button-add"), f"mine:add:{number}"))
        if report.reporter == talk.person.id:
            buttons.append(button(words.plain("button-withdraw"), f"mine:withdraw:{number}"))
    rows = columns(buttons, 2)
    if report.state == life.DONE:
        rows += notices.outcome_buttons(words, report)["inline_keyboard"]
    return inline(*rows, [button(words.plain("button-back"), "mine:page:0")])


async def _withdraw(talk: Talk, report: Report) -> None:
    if report.reporter != talk.person.id:
        talk.toast("withdraw-not-yours", alert=True)
        return
    try:
        change = await reports.take_step(talk.tx, report.id, "withdraw", talk.person.id, life.RESIDENT, now=talk.now)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return
    back = [button(talk.own.plain("button-back"), "mine:page:0")]
    talk.show(talk.own("withdrawn", code=card.code_of(talk.own, change.report)), inline(back))
    await card.refresh(talk, change.report)
    await notices.step_taken(talk, change)

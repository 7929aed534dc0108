"""CSV and Excel: one row for each answer, written by a chore."""

from __future__ import annotations

import asyncio
import csv
import io
from typing import Any

from handlers.chores import Chore
from handlers.polls import wording
from handlers.talk import Talk
from handlers.voice import Address, Voice
from locales.words import LEFT_TO_RIGHT, Words
from services import poll_table, sheets
from services.poll_table import Answer
from services.polls import Standing
from storage import people, polls, votes
from storage.errands import Errand
from storage.polls import Poll, Question

EXPORT = "poll_export"
CSV, XLSX = "csv", "xlsx"
MIMES = {CSV: "text/csv", XLSX: sheets.MIME}
XLSX_MOST = 20_000  # rows; a spreadsheet of more takes too long to write, and CSV does as well


async def as_csv(talk: Talk, poll: Poll, _: Standing, __: str) -> None:
    await _leave(talk, poll, CSV)


async def as_xlsx(talk: Talk, poll: Poll, _: Standing, __: str) -> None:
    await _leave(talk, poll, XLSX)


async def _leave(talk: Talk, poll: Poll, form: str) -> None:
    """To the administrator alone, and written down who asked for it."""
    people.note(talk.tx, talk.person.id, "poll:export", f"{poll.id} {form}", talk.now)
    talk.toast("poll-export-begun")
    arguments = {"poll": poll.id, "form": form, "language": talk.own.language, "chat": talk.person.id}
    talk.at_once(Errand(f"{EXPORT}:{poll.id}:{form}:{talk.person.id}:{talk.now}", EXPORT, arguments, talk.now))


async def _gather(voice: Voice, arguments: dict[str, Any]) -> tuple[str, str, bool, list[list[str]]] | None:
    poll = await polls.get(voice.tx, arguments["poll"])
    if poll is None:
        return None
    own = voice.words(arguments["language"])
    ids = [question.id for question in poll.questions]
    cast, counted = await votes.listed(voice.tx, ids), await votes.tally(voice.tx, ids)

    def label(question: Question, place: int) -> str:
        return wording.label(own, question, place)

    found = poll_table.answers(voice.house.city, poll, cast, counted, label)
    rows = [_head(own, poll), *(_row(voice, own, poll, answer) for answer in found)]
    form = CSV if len(rows) > XLSX_MOST else arguments["form"]
    return form, own.plain("poll-sheet"), own.language not in LEFT_TO_RIGHT, rows


def _head(own: Words, poll: Poll) -> list[str]:
    keys = ["poll-column-question", "poll-column-answer", "poll-column-desk", "poll-column-area"]
    return [own.plain(key) for key in (keys if poll.anonymous else [*keys, "poll-column-person"])]


def _row(voice: Voice, own: Words, poll: Poll, answer: Answer) -> list[str]:
    city = voice.house.city
    areas = [city.name(code, own.language) if code else "" for code in (answer.desk, answer.area)]
    row = [answer.question, answer.answer, *areas]
    return row if poll.anonymous else [*row, answer.person]


async def _work(material: tuple[str, str, bool, list[list[str]]]) -> tuple[str, bytes]:
    form, title, rtl, rows = material
    if form == XLSX:
        return form, await sheets.write(title, rows, rtl=rtl)
    return form, await asyncio.to_thread(_csv, rows)


def _csv(rows: list[list[str]]) -> bytes:
    """With the mark from which Excel knows that it is UTF-8; what begins like a formula is made none."""
    text = io.StringIO()
    csv.writer(text).writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(sheets.FORMULA) else cell


async def _finish(voice: Voice, arguments: dict[str, Any], result: tuple[str, bytes] | None) -> None:
    to, own = Address(arguments["chat"]), voice.words(arguments["language"])
    if result is None:
        voice.write(to, own("poll-export-failed"))
        return
    form, data = result
    voice.document(to, f"poll-{arguments['poll']}.{form}", MIMES[form], data, own("poll-export-done"))


WRITING = Chore(_work, _finish, _gather)

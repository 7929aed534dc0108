"""CSV and Excel: one row for each answer, written by a chore."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from handlers.chores import Chore
from handlers.polls import wording
from handlers.talk import Talk
from handlers.voice import Address, Voice
from locales.words import LEFT_TO_RIGHT, Words
from services import poll_table, results, sheets
from services.city import City
from services.poll_table import Answer
from services.polls import FINISHED, Standing
from services.results import Results
from storage import people, polls, votes
from storage.errands import Errand
from storage.polls import Poll, Question
from storage.votes import Cast

EXPORT = "poll_export"
CSV, XLSX = "csv", "xlsx"
PAGE = 2000  # answers read at once
MIMES = {CSV: "text/csv", XLSX: sheets.MIME}
XLSX_MOST = 20_000  # rows; a spreadsheet of more takes too long to write, and CSV does as well


async def as_csv(talk: Talk, poll: Poll, _: Standing, __: str) -> None:
    await _leave(talk, poll, CSV)


async def as_xlsx(talk: Talk, poll: Poll, _: Standing, __: str) -> None:
    await _leave(talk, poll, XLSX)


async def _leave(talk: Talk, poll: Poll, form: str) -> None:
    """To the administrator alone, and written down who asked for it."""
    if not await results.is_counted(talk.tx, poll):
        talk.toast("poll-counting", alert=True)
        return
    people.note(talk.tx, talk.person.id, "poll:export", f"{poll.id} {form}", talk.now)
    talk.toast("poll-export-begun")
    arguments = {"poll": poll.id, "form": form, "language": talk.own.language, "chat": talk.person.id}
    talk.at_once(Errand(f"{EXPORT}:{poll.id}:{form}:{talk.person.id}:{talk.now}", EXPORT, arguments, talk.now))


class Written(NamedTuple):
    form: str
    data: bytes
    state: str  # of the poll when it was read


@dataclass
class Table:
    """Grows page by page: `left` are the questions still to be read, `after` is the last receipt of the page before."""

    city: City
    own: Words
    poll: Poll
    found: Results
    form: str
    left: list[int]
    after: str = ""
    cast: list[Cast] = field(default_factory=list)


async def _gather(voice: Voice, arguments: dict[str, Any]) -> Table | None:
    """None while its votes are being sealed, too: they might be read twice."""
    poll = await polls.get(voice.tx, arguments["poll"])
    if poll is None or not await results.is_counted(voice.tx, poll):
        return None
    city, own = voice.house.city, voice.words(arguments["language"])
    found = await results.compute(voice.tx, city, poll) if poll.anonymous else Results([], [])
    return Table(city, own, poll, found, arguments["form"], [question.id for question in poll.questions])


async def _more(voice: Voice, table: Table) -> Callable[[], None] | None:
    if not table.left:
        return None
    page = await votes.listed(voice.tx, table.left[0], table.after, PAGE)
    table.after = page[-1][0] if page else ""
    table.left = table.left if page else table.left[1:]
    return lambda: table.cast.extend(cast for _, cast in page)


async def _work(table: Table) -> Written:
    rows, own, state = await asyncio.to_thread(_rows, table), table.own, table.poll.state
    if table.form == CSV or len(rows) > XLSX_MOST:
        return Written(CSV, await asyncio.to_thread(_csv, rows), state)
    return Written(
        XLSX, await sheets.write(own.plain("poll-sheet"), rows, rtl=own.language not in LEFT_TO_RIGHT), state
    )


def _rows(table: Table) -> list[list[str]]:
    own, poll = table.own, table.poll

    def label(question: Question, place: int) -> str:
        return wording.label(own, question, place)

    found = poll_table.answers(table.city, poll, table.cast, table.found, label)
    return [_head(own, poll), *(_row(table.city, own, poll, answer) for answer in found)]


def _head(own: Words, poll: Poll) -> list[str]:
    keys = ["poll-column-question", "poll-column-answer", "poll-column-desk", "poll-column-area"]
    return [own.plain(key) for key in (keys if poll.anonymous else [*keys, "poll-column-person"])]


def _row(city: City, own: Words, poll: Poll, answer: Answer) -> list[str]:
    areas = [city.name(code, own.language) if code else "" for code in (answer.desk, answer.area)]
    row = [answer.question, answer.answer, *areas]
    return row if poll.anonymous else [*row, answer.person]


def _csv(rows: list[list[str]]) -> bytes:
    """With the mark from which Excel knows that it is UTF-8; what begins like a formula is made none."""
    text = io.StringIO()
    csv.writer(text).writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(sheets.FORMULA) else cell


async def _finish(voice: Voice, arguments: dict[str, Any], made: Written | None) -> None:
    """What was read while the poll closed is thrown away."""
    to, own = Address(arguments["chat"]), voice.words(arguments["language"])
    poll = await polls.get(voice.tx, arguments["poll"])
    if poll and not await results.is_counted(voice.tx, poll):
        voice.write(to, own("poll-counting"))
    elif made is None or poll is None or (made.state in FINISHED) != (poll.state in FINISHED):
        voice.write(to, own("poll-export-failed"))
    else:
        voice.document(to, f"poll-{poll.id}.{made.form}", MIMES[made.form], made.data, own("poll-export-done"))


WRITING = Chore(_work, _finish, _gather, _more)

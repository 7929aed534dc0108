"""The list of recipients, as a file that every spreadsheet opens: a chore that reads it page by page."""

from __future__ import annotations

import asyncio
import csv
import io
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from handlers.broadcast import failures
from handlers.chores import Arguments, Chore
from handlers.voice import DOCUMENT_MOST, MEGABYTE, Address, Voice
from locales import dates
from locales.words import Words, words
from services import polls
from services.sheets import FORMULA
from storage import broadcasts, people, recipients
from storage.recipients import Recipient

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

LIST = "recipients"
PAGE = 5000  # rows read at once
PLAIN_MOST = 4 * MEGABYTE  # what is larger goes as an archive
CSV, ZIP = "text/csv", "application/zip"
COLUMNS = ("list-person", "list-first-name", "list-language", "list-state", "list-error", "list-time")
STATES = (
    recipients.WAITING, recipients.SENDING, recipients.SENT, recipients.AWAY, recipients.FAILED, recipients.UNSURE,
    recipients.LEFT, recipients.CAPPED,
)  # fmt: skip


class Written(NamedTuple):
    name: str
    mime: str
    data: bytes


class Table:
    """Grows page by page; `after` is the last person in it. A nameless one tells what became of how many, and why."""

    def __init__(self, number: int, own: Words, zone: ZoneInfo, *, nameless: bool) -> None:
        self.number, self.after, self._nameless = number, 0, nameless
        self._own, self._zone = own, zone
        self._data = io.BytesIO()
        # With the mark by which spreadsheets know UTF-8.
        self._text = io.TextIOWrapper(self._data, "utf-8-sig", newline="", write_through=True)
        self._table = csv.writer(self._text)
        self._table.writerow([own.plain(key) for key in COLUMNS])

    def add(self, rows: list[Recipient]) -> None:
        self._table.writerows(self._row(row) for row in rows)

    def _row(self, row: Recipient) -> list[object]:
        own, zone = self._own, self._zone
        state = own.plain(f"recipient-{row.state}")
        at = f"{dates.short_date(row.at, own.language, zone)} {dates.time_words(row.at, own.language, zone)}"
        error = _safe(failures.in_words(own, row.error))
        if self._nameless:
            return ["", "", "", state, error, ""]
        return [row.person_id, _safe(row.first_name), row.language, state, error, at]

    def written(self) -> Written:
        """As it is where it is small, else packed."""
        name = f"broadcast-{self.number}.csv"
        if self._data.getbuffer().nbytes <= PLAIN_MOST:
            return Written(name, CSV, self._data.getvalue())
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, self._data.getbuffer())
        return Written(f"{name}.zip", ZIP, packed.getvalue())


def _safe(text: str) -> str:
    """A name is no formula, whatever it begins with."""
    return f"'{text}" if text.startswith(FORMULA) else text


async def _gather(voice: Voice, arguments: Arguments) -> Table | None:
    """None for somebody who is no administrator any more."""
    person = await people.get(voice.tx, arguments["to"])
    if person is None or not await voice.house.rights.is_administrator(voice.tx, person.id):
        return None
    nameless = await _is_nameless(voice, arguments["broadcast"])
    return Table(arguments["broadcast"], words(person.language), voice.house.city.zone, nameless=nameless)


async def _is_nameless(voice: Voice, number: int) -> bool:
    """An anonymous poll does not tell administrators who has answered it, by no way round."""
    broadcast = await broadcasts.get(voice.tx, number, lock=False)
    return broadcast is None or await polls.tells_who_voted(voice.tx, broadcast.audience)


async def _more(voice: Voice, table: Table) -> Callable[[], None] | None:
    rows = await recipients.listed(voice.tx, table.number, table.after, PAGE)
    if not rows:
        return None
    table.after = rows[-1].person_id
    return lambda: table.add(rows)


async def _work(table: Table) -> Written:
    return await asyncio.to_thread(table.written)


async def _finish(voice: Voice, arguments: Arguments, made: Written | None) -> None:
    """To the administrator who has asked, unless they are none any more."""
    person = await people.get(voice.tx, arguments["to"])
    if person is None or not await voice.house.rights.is_administrator(voice.tx, person.id):
        return
    own, to = words(person.language), Address(person.id)
    if made is None or len(made.data) > DOCUMENT_MOST:
        voice.write(to, own("broadcast-list-failed"))
    else:
        key = "poll-recipients-nameless" if await _is_nameless(voice, arguments["broadcast"]) else "broadcast-list"
        voice.document(to, made.name, made.mime, made.data, own(key, number=arguments["broadcast"]))


WRITING = Chore(_work, _finish, _gather, _more)

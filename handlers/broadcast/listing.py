"""The list of recipients, as a file that every spreadsheet opens."""

from __future__ import annotations

import csv
import io
from typing import Any

from handlers.voice import Address, Voice
from locales import dates
from locales.words import Words, words
from storage import people, recipients
from storage.recipients import Recipient

STEP = 5000  # rows read at once
MIME = "text/csv"
FORMULA = ("=", "+", "-", "@")  # what spreadsheets would calculate
COLUMNS = ("list-person", "list-first-name", "list-language", "list-state", "list-error", "list-time")
STATES = (
    recipients.WAITING, recipients.SENDING, recipients.SENT, recipients.AWAY, recipients.FAILED, recipients.UNSURE,
    recipients.LEFT, recipients.CAPPED,
)  # fmt: skip


async def send(voice: Voice, arguments: dict[str, Any]) -> None:
    """The errand: to the administrator who has asked, unless they are none any more."""
    number, to = arguments["broadcast"], arguments["to"]
    person = await people.get(voice.tx, to)
    if person is None or not await voice.house.rights.is_administrator(voice.tx, to):
        return
    own = words(person.language)
    data = await _table(voice, own, number)
    caption = own("broadcast-list", number=number)
    voice.document(Address(to), f"broadcast-{number}.csv", MIME, data, caption)


async def _table(voice: Voice, own: Words, number: int) -> bytes:
    """UTF-8 with the mark by which spreadsheets know it."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow([own.plain(key) for key in COLUMNS])
    after = 0
    while rows := await recipients.listed(voice.tx, number, after, STEP):
        table.writerows(_row(voice, own, row) for row in rows)
        after = rows[-1].person_id
    return text.getvalue().encode("utf-8-sig")


def _row(voice: Voice, own: Words, row: Recipient) -> list[object]:
    at = f"{dates.short_date(row.at, own.language, voice.house.city.zone)} "
    at += dates.time_words(row.at, own.language, voice.house.city.zone)
    state = own.plain(f"recipient-{row.state}")
    return [row.person_id, _safe(row.first_name), row.language, state, _safe(row.error), at]


def _safe(text: str) -> str:
    """A name is no formula, whatever it begins with."""
    return f"'{text}" if text.startswith(FORMULA) else text

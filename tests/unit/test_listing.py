"""The list of a broadcast's recipients: as it is, or packed, and our own reasons in the reader's words."""

import csv
import io
import zipfile
from zoneinfo import ZoneInfo

import pytest

from handlers.broadcast import listing
from handlers.broadcast.listing import Table
from locales.words import LANGUAGES, words
from storage.recipients import FAILED, SENT, UNSURE, Recipient

TEHRAN = ZoneInfo("Asia/Tehran")
NOW = 1_800_000_000


def table(language: str = "fa", *, nameless: bool = False) -> Table:
    return Table(7, words(language), TEHRAN, nameless=nameless)


def somebody(number: int, state: str = SENT, error: str = "") -> Recipient:
    return Recipient(number, "لاله", "fa", state, error, NOW)


def test_pages_make_one_table() -> None:
    made = table()
    made.add([somebody(1), somebody(2)])
    made.add([somebody(3)])
    name, mime, data = made.written()
    assert (name, mime) == ("broadcast-7.csv", "text/csv")
    assert data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert [line[0] for line in lines] == ["شناسه", "1", "2", "3"]


def test_without_names_only_what_became_of_how_many_is_left() -> None:
    made = table(nameless=True)
    made.add([somebody(1), somebody(2, FAILED, "Bad Request: chat not found")])
    _, first, second = csv.reader(io.StringIO(made.written().data.decode("utf-8-sig")))
    assert [first, second] == [["", "", "", "رسیده", "", ""], ["", "", "", "ناموفق", "Bad Request: chat not found", ""]]


def test_a_large_one_is_packed() -> None:
    made = table()
    rows = [somebody(number, FAILED, "Bad Request: chat not found") for number in range(60_000)]
    made.add(rows)
    name, mime, data = made.written()
    assert (name, mime) == ("broadcast-7.csv.zip", "application/zip")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        [inside] = archive.namelist()
        plain = archive.read(inside)
    assert len(plain) > listing.PLAIN_MOST > len(data)
    assert inside == "broadcast-7.csv"
    assert len(plain.decode("utf-8-sig").splitlines()) == len(rows) + 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", ["the bot was interrupted", "no answer: timeout", "no connection: refused"])
def test_our_own_reasons_are_in_the_readers_language(language: str, error: str) -> None:
    made = table(language)
    made.add([somebody(1, UNSURE, error), somebody(2, FAILED, "Bad Request: chat not found")])
    _, ours, theirs = csv.reader(io.StringIO(made.written().data.decode("utf-8-sig")))
    assert ours[4]
    assert ours[4] != error
    assert theirs[4] == "Bad Request: chat not found"

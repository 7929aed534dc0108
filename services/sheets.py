"""Tables as spreadsheets have them: xlsx and CSV read, xlsx written, each in a process of its own.

openpyxl takes 11 MB, and files from anywhere may be anything.
"""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from services import child

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS_MOST, COLUMNS_MOST = 1000, 40
UNPACKED_MOST = 50 * 2**20  # bytes of an xlsx, which is a zip
CELL_MOST = 5000  # characters
XLSX = b"PK\x03\x04"
ENCODINGS = ("utf-8-sig", "cp1256")  # what Excel writes in Persian, newer and older
WIDEST = 40  # characters that a column is made wide for
FORMULA = ("=", "+", "-", "@")  # what spreadsheets would calculate

Cell = str | int | float
Table = list[list[Cell]]


async def read(data: bytes) -> Table:
    """The first sheet, without the emptiness round it. Raises ChildFailed for what is no table."""
    table: Table = json.loads(await child.run(__name__, "read", given=data))
    return table


async def write(title: str, rows: Sequence[Sequence[Cell]], *, rtl: bool) -> bytes:
    """An xlsx whose first row is its head."""
    given = json.dumps({"title": title, "rows": rows, "rtl": rtl}).encode()
    return await child.run(__name__, "write", given=given)


def _read(data: bytes) -> Table:
    rows = _xlsx(data) if data.startswith(XLSX) else _csv(data)
    table: Table = []
    for row in rows:
        if len(table) > ROWS_MOST:
            raise ValueError(f"more than {ROWS_MOST} rows")
        table.append([_cell(value) for value in list(row)[:COLUMNS_MOST]])
    while table and not _used(table[-1]):
        table.pop()
    width = max(map(_used, table), default=0)
    return [[*row[:width], *[""] * (width - len(row))] for row in table]


def _used(row: list[Cell]) -> int:
    """Up to its last cell that says something."""
    return max((place for place, cell in enumerate(row, start=1) if cell != ""), default=0)


def _xlsx(data: bytes) -> Iterator[Sequence[Any]]:
    import openpyxl  # noqa: PLC0415  # loaded in the process of its own alone

    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if sum(part.file_size for part in packed.infolist()) > UNPACKED_MOST:
            raise ValueError("too large when it is unpacked")
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # some programs write that a sheet has one cell, or a million rows
    yield from sheet.iter_rows(values_only=True, max_col=COLUMNS_MOST)


def _csv(data: bytes) -> Iterator[Sequence[Any]]:
    text = _decoded(data)
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ValueError("neither xlsx nor CSV")


def _cell(value: Any) -> Cell:
    """Dates as people write them; 30.0, which a spreadsheet makes of 30, as 30."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y/%m/%d %H:%M}" if (value.hour or value.minute) else f"{value:%Y/%m/%d}"
    if isinstance(value, date):
        return f"{value:%Y/%m/%d}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int | float) else str(value).strip()[:CELL_MOST]


def _write(title: str, rows: Table, *, rtl: bool) -> bytes:
    import openpyxl  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title[:31]  # Excel allows no more
    sheet.sheet_view.rightToLeft = rtl
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([_harmless(cell) for cell in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for place, column in enumerate(zip(*rows, strict=True), start=1):
        width = max(len(str(cell)) for cell in column)
        sheet.column_dimensions[get_column_letter(place)].width = min(width, WIDEST) + 3
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _harmless(cell: Cell) -> Cell:
    """A name is no formula, whatever it begins with."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def main(verb: str) -> None:
    given = sys.stdin.buffer.read()
    if verb == "read":
        sys.stdout.write(json.dumps(_read(given)))
    else:
        wanted = json.loads(given)
        sys.stdout.buffer.write(_write(wanted["title"], wanted["rows"], rtl=wanted["rtl"]))


if __name__ == "__main__":
    main(*sys.argv[1:])

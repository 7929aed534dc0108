"""Tables go in and out of spreadsheets as they are, and what is none is refused."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from services import sheets
from services.child import ChildFailed

ROWS = [["عنوان", "زمان", "ظرفیت"], ["کارگاه «رنگ»", "۱۴۰۵/۹/۱۰ ۱۶:۰۰", 30], ["یوگا; با, همه", "فردا ۹", ""]]


async def test_what_is_written_is_read_again() -> None:
    data = await sheets.write("برنامه‌ها", ROWS, rtl=True)
    assert await sheets.read(data) == ROWS
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert (sheet.title, sheet.sheet_view.rightToLeft) == ("برنامه‌ها", True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
async def test_csv_is_read_however_a_spreadsheet_writes_it(encoding: str, delimiter: str) -> None:
    text = f'عنوان{delimiter}ظرفيت\r\n"کارگاه{delimiter} رنگ"{delimiter}30\r\n\r\n'
    text = text.replace("ی", "ي")  # the old encoding has no other
    assert await sheets.read(text.encode(encoding)) == [["عنوان", "ظرفيت"], [f"کارگاه{delimiter} رنگ", "30"]]


async def test_dates_and_numbers_come_as_people_write_them() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    moment, day = datetime(2026, 12, 1, 16, 30), date(2026, 12, 2)  # noqa: DTZ001  # cells have no zone
    book.active.append([moment, day, 30.0, 2.5, None, " متن "])
    data = io.BytesIO()
    book.save(data)
    assert await sheets.read(data.getvalue()) == [["2026/12/01 16:30", "2026/12/02", 30, 2.5, "", "متن"]]


async def test_names_are_no_formulas() -> None:
    data = await sheets.write("x", [["name"], ["=HYPERLINK(1)"], ["-5"]], rtl=False)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert [(row[0].value, row[0].data_type) for row in sheet.iter_rows(min_row=2)] == [
        ("'=HYPERLINK(1)", "s"),
        ("'-5", "s"),
    ]


async def test_what_is_no_table_is_refused() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", bytes(sheets.UNPACKED_MOST + 1))
    for data in (sheets.XLSX + b"broken", bytes(100), bomb.getvalue()):
        with pytest.raises(ChildFailed):
            await sheets.read(data)
    with pytest.raises(ChildFailed, match="more than"):
        await sheets.read(b"a,b\n" * (sheets.ROWS_MOST + 2))

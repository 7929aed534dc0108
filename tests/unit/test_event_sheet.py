"""A table of events: all is understood, or every fault is named by row and column and nothing is made."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest

from services import event_sheet
from services.city import City
from services.event_sheet import Faulty
from services.sheets import Cell, Table
from storage.events import Event
from storage.organisation import Area, Centre

TEHRAN = ZoneInfo("Asia/Tehran")
NOW = 1796198400  # 2026-12-02 11:30 in Tehran: 1405/9/11
HEAD: list[Cell] = ["عنوان", "زمان", "مدت", "محل", "ظرفیت", "نوع"]
BOTH = ["c_golshan", "c_eshragh"]


@pytest.fixture
def city() -> City:
    names = {"fa": "شهر", "en": "City", "ar": "مدينة"}
    areas = [Area("city", None, "city", names, 35.7, 51.4, None, [], 0)]
    centres = [
        Centre("c_golshan", "city", {"fa": "سرای گلشن", "en": "Golshan", "ar": "كلشن"}, names, 0),
        Centre("c_eshragh", "city", {"fa": "فرهنگسرای اشراق", "en": "Eshragh", "ar": "إشراق"}, names, 0),
    ]
    return City(areas, [], centres, {"reach_m": 500, "weekend": ["fri"]}, set(), TEHRAN, "1")


def read(city: City, *rows: list[Cell], head: list[Cell] = HEAD, centres: list[str] = BOTH) -> list[Event]:
    table: Table = [head, *rows]
    return list(event_sheet.read(table, city, centres, 1, NOW).values())


def faults(city: City, *rows: list[Cell], **more: list[Cell]) -> Iterator[tuple[int, str, str]]:
    with pytest.raises(Faulty) as caught:
        read(city, *rows, **more)  # type: ignore[arg-type]
    return ((fault.row, fault.column, fault.reason) for fault in caught.value.faults)


def test_each_row_is_an_event_with_what_its_cells_say(city: City) -> None:
    rows: list[list[Cell]] = [
        ["کارگاه", "۱۴۰۵/۹/۲۰ ۱۶:۰۰", 90, "c_golshan", "۳۰", "کارگاه"],
        ["", "", "", "", "", ""],
        ["یوگا", "2026/12/12 07:30", "", "فرهنگسرای اشراق", "", ""],
    ]
    first, second = read(city, *rows)
    assert (first.title, first.minutes, first.centre, first.capacity, first.kind) == (
        "کارگاه", 90, "c_golshan", 30, "workshop",
    )  # fmt: skip
    assert (second.title, second.centre, second.capacity, second.kind) == ("یوگا", "c_eshragh", 0, "other")
    assert second.starts > first.starts


def test_faults_are_named_by_row_and_column_and_all_at_once(city: City) -> None:
    found = faults(
        city,
        ["کارگاه", "دیروز عصر", 90, "c_golshan", "سی", ""],
        ["", "", "", "", "", ""],
        ["", "فردا ۱۶", 90, "c_nowhere", 30, "جادو"],
    )
    assert list(found) == [
        (2, "زمان", "event-unclear-when"),
        (2, "ظرفیت", "event-unclear-capacity"),
        (4, "عنوان", "event-unclear-title"),
        (4, "محل", "event-unclear-where"),
        (4, "نوع", "event-unclear-kind"),
    ]


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        (["عنوان", "زمان", "رنگ"], (1, "رنگ", "sheet-column")),
        (["عنوان", "زمان", "تاریخ"], (1, "تاریخ", "event-unclear-twice")),
        (["عنوان", "محل", "ظرفیت"], (1, "", "sheet-needs-when")),
        (["زمان", "محل", "ظرفیت"], (1, "", "sheet-needs-title")),
    ],
)
def test_a_head_that_cannot_be_understood_is_named(city: City, head: list[Cell], fault: tuple[int, str, str]) -> None:
    assert list(faults(city, ["x", "y", "z"], head=head)) == [fault]


def test_the_centre_is_needed_and_must_be_theirs(city: City) -> None:
    rows: list[list[Cell]] = [["یوگا", "فردا ۷ صبح", "", "", "", ""], ["شنا", "فردا ۸ صبح", "", "c_eshragh", "", ""]]
    assert list(faults(city, *rows)) == [(2, "", "sheet-needs-where")]
    assert list(faults(city, *rows, centres=["c_golshan"])) == [(3, "", "event-not-your-centre")]
    assert read(city, rows[0], centres=["c_golshan"])[0].centre == "c_golshan"


def test_a_row_that_could_not_be_published_is_a_fault(city: City) -> None:
    head: list[Cell] = ["عنوان", "زمان", "محل", "ظرفیت", "هر ثبت‌نام", "تکرار تا"]
    found = faults(
        city,
        ["یوگا", "۱۴۰۵/۹/۲۰ ۷:۰۰", "c_golshan", 3, 5, ""],
        ["شنا", "۱۴۰۵/۹/۲۰ ۷:۰۰", "c_golshan", "", "", "۱۴۰۵/۹/۱۵"],
        ["شعر", "۱۴۰۵/۹/۲۰ ۷:۰۰", "c_golshan", "", "", "۱۴۰۹/۹/۱۵"],
        head=head,
    )
    assert list(found) == [
        (2, "", "event-seats-over-capacity"),
        (3, "", "event-until-before"),
        (4, "", "event-series-too-long"),
    ]


def test_empty_and_endless_tables_are_refused(city: City) -> None:
    row: list[Cell] = ["یوگا", "فردا ۷ صبح", "", "c_golshan", "", ""]
    assert list(faults(city)) == [(1, "", "sheet-empty")]
    assert list(faults(city, *[row] * (event_sheet.MOST + 1))) == [(event_sheet.MOST + 2, "", "sheet-too-many")]


def test_what_is_kept_of_a_draft_makes_the_same_draft(city: City) -> None:
    (draft,) = read(city, ["یوگا", "فردا ۷ صبح", 45, "c_golshan", 12, "ورزش"])
    (row,) = event_sheet.kept({7: draft})
    assert all(getattr(draft, name) == row[name] for name in event_sheet.KEPT)
    assert (row["title"], row["minutes"], row["kind"], row["area"]) == ("یوگا", 45, "sport", "city")
    assert row[event_sheet.ROW] == 7

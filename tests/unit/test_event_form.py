"""What officers write of an event: every field in every language, and what cannot be understood."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from locales.words import LANGUAGES
from services import event_form
from services.city import City
from services.event_form import NAMES, Unclear, field_of, fill, label, lines_of, read
from services.events import blank
from services.refusal import Refusal
from storage.organisation import Area, Centre

TEHRAN = ZoneInfo("Asia/Tehran")
NOW = int(datetime(2026, 11, 22, 12, 0, tzinfo=TEHRAN).timestamp())  # ۱۴۰۵/۹/۱
PLACE = {"fa": "محله", "en": "place", "ar": "حي"}
CITY = City(
    [Area("town", None, "city", PLACE, None, None, None, [], 0)],
    [],
    [Centre("c_golshan", "town", {"fa": "سرای محلهٔ گلشن", "en": "Golshan House", "ar": "دار حي كلشن"}, PLACE, 0)],
    {"reach_m": 4000, "weekend": ["fri"]},
    set(),
    TEHRAN,
    "1",
)


def at(*when: int) -> int:
    return int(datetime(*when, tzinfo=TEHRAN).timestamp())  # type: ignore[arg-type]  # year, month, day, hour, minute


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("title", " کارگاه  سفال ", {"title": "کارگاه سفال"}),
        ("when", "۱۴۰۵/۹/۱۰ ۱۶:۰۰", {"starts": at(2026, 12, 1, 16, 0)}),
        ("when", "فردا ۱۶", {"starts": at(2026, 11, 23, 16, 0)}),
        ("when", "tomorrow 16:30", {"starts": at(2026, 11, 23, 16, 30)}),
        ("minutes", "۹۰", {"minutes": 90}),
        ("minutes", "٩٠ دقيقة", {"minutes": 90}),
        ("minutes", "۲ ساعت", {"minutes": 120}),
        ("minutes", "۱ ساعت و نیم", {"minutes": 90}),
        ("minutes", "2 hours", {"minutes": 120}),
        ("where", "c_golshan", {"centre": "c_golshan", "area": "town"}),
        ("where", "سرای محله گلشن", {"centre": "c_golshan", "area": "town"}),
        ("where", "GOLSHAN house", {"centre": "c_golshan", "area": "town"}),
        ("place", "بوستان پلیس", {"place": "بوستان پلیس", "lat": None, "lon": None}),
        ("capacity", "۳۰ نفر", {"capacity": 30}),
        ("capacity", "نامحدود", {"capacity": 0}),
        ("seats", "۴", {"seats_each": 4}),
        ("cost", "رایگان", {"cost": 0}),
        ("cost", "۵۰٬۰۰۰ تومان", {"cost": 50000}),
        ("cost", "۵۰.۰۰۰", {"cost": 50000}),
        ("cost", "1,250,000 تومان", {"cost": 1250000}),
        ("cost", "۵۰ هزار تومان", {"cost": 50000}),
        ("cost", "۲ میلیون", {"cost": 2000000}),
        ("cost", "۵۰۰۰۰۰ ریال", {"cost": 50000}),
        ("cost", "۵۰۰ هزار ریال", {"cost": 50000}),
        ("cost", "50000.0", {"cost": 50000}),
        ("capacity", "30.0", {"capacity": 30}),
        ("kind", "کارگاه", {"kind": "workshop"}),
        ("kind", "ورشة", {"kind": "workshop"}),
        ("audience", "older people", {"audience": "elderly"}),
        ("audience", "بانوان", {"audience": "women"}),
        ("until", "۱۴۰۵/۹/۳۰", {"until": at(2026, 12, 21, 23, 59) + 59}),
        ("until", "-", {"until": None}),
        ("words", "یک\nدو", {"words": "یک\nدو"}),
    ],
)
def test_a_field_is_read_as_it_was_meant(field: str, text: str, expected: dict[str, object]) -> None:
    assert read(field, text, CITY, NOW) == expected


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("title", "", "event-unclear-title"),
        ("title", "ب" * 121, "event-unclear-title"),
        ("when", "شاید وقتی دیگر", "event-unclear-when"),
        ("when", "۱۴۰۵/۱۳/۱ ۱۰:۰۰", "event-unclear-when"),
        ("when", "۱۴۰۵/۸/۱ ۱۰:۰۰", "event-in-the-past"),
        ("minutes", "۰", "event-unclear-minutes"),
        ("minutes", "۹۰ متر", "event-unclear-minutes"),
        ("minutes", "۱.۵ ساعت", "event-unclear-minutes"),
        ("minutes", "۱٫۵ ساعت", "event-unclear-minutes"),
        ("minutes", "9" * 5000, "event-unclear-minutes"),
        ("where", "جای دیگر", "event-unclear-where"),
        ("capacity", "-5", "event-unclear-capacity"),
        ("capacity", "۱۰۰۰۰۰۰۰", "event-unclear-capacity"),
        ("capacity", "9" * 5000, "event-unclear-capacity"),
        ("capacity", "۳۰ متر", "event-unclear-capacity"),
        ("capacity", "30,5", "event-unclear-capacity"),
        ("capacity", "۱۰ ۲۰", "event-unclear-capacity"),
        ("seats", "3.5", "event-unclear-seats"),
        ("cost", "۵۰ دلار", "event-unclear-cost"),
        ("cost", "۵ ریال", "event-unclear-cost"),
        ("cost", "۱.۵ میلیون", "event-unclear-cost"),
        ("cost", "9" * 4999, "event-unclear-cost"),
        ("seats", "۲۱", "event-unclear-seats"),
        ("cost", "گران", "event-unclear-cost"),
        ("kind", "خواب", "event-unclear-kind"),
        ("audience", "گربه‌ها", "event-unclear-audience"),
        ("until", "همیشه", "event-unclear-until"),
    ],
)
def test_what_cannot_be_understood_is_refused(field: str, text: str, reason: str) -> None:
    with pytest.raises(Refusal, match=f"^{reason}$"):
        read(field, text, CITY, NOW)


def test_a_name_means_one_field_in_all_languages() -> None:
    for field, names in NAMES.items():
        assert [field_of(name) for name in names] == [field] * len(names)
        assert [label(field, language) for language in LANGUAGES] == list(names[:3])
    assert set(event_form.READERS) == set(NAMES)


def test_all_faults_are_named_at_once() -> None:
    given = lines_of("عنوان: سفال\nظرفیت: زیاد\nزمان: ۱۴۰۵/۹/۱۰ ۱۶:۰۰\nظرفیت: ۳۰\nمدت: کم")
    with pytest.raises(Unclear) as unclear:
        fill(blank(1, NOW), given, CITY, NOW)
    assert [(fault.shown, fault.reason) for fault in unclear.value.faults] == [
        ("ظرفیت: زیاد", "event-unclear-capacity"),
        ("مدت: کم", "event-unclear-minutes"),
    ]


def test_a_field_that_is_there_twice_is_named() -> None:
    with pytest.raises(Unclear) as unclear:
        fill(blank(1, NOW), lines_of("ظرفیت: ۲۰\nظرفیت: ۳۰"), CITY, NOW)
    assert [fault.reason for fault in unclear.value.faults] == ["event-unclear-twice"]


def test_a_description_has_as_many_lines_as_it_likes() -> None:
    event = fill(blank(1, NOW), lines_of("عنوان: سفال\nشرح: سطر یک\nسطر دو: با دونقطه\n\nسطر سه"), CITY, NOW)
    assert event.words == "سطر یک\nسطر دو: با دونقطه\nسطر سه"


def test_a_line_that_begins_with_no_field_is_named() -> None:
    with pytest.raises(Unclear) as unclear:
        lines_of("عنوان: سفال\nیک سطر بی‌نام")
    assert [(fault.shown, fault.reason) for fault in unclear.value.faults] == [("یک سطر بی‌نام", "event-unclear-line")]

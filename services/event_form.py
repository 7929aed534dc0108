"""What officers write of an event, field by field: in one message, in the dialogue, in a row of a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import cache
from typing import Any

from locales.date_input import parse_date
from locales.moment_input import parse_moment
from locales.text import clean, fold, shortened
from locales.words import LANGUAGES, words
from services.city import City
from services.events import (
    AUDIENCES,
    CAPACITY_MOST,
    COST_MOST,
    KINDS,
    MINUTES_MOST,
    PLACE_MOST,
    SEATS_MOST,
    TITLE_MOST,
    WORDS_MOST,
)
from services.refusal import Refusal
from storage.events import Event

SHOWN = 60  # characters of a line that is named
# Each field by the names under which people write it; the first three name it in Persian, English and Arabic.
NAMES = {
    "title": ("عنوان", "title", "العنوان", "نام", "name"),
    "when": ("زمان", "time", "الوقت", "تاریخ", "تاریخ و ساعت", "when", "date", "التاريخ", "الموعد"),
    "minutes": ("مدت", "duration", "المدة", "مدت به دقیقه", "minutes"),
    "where": ("محل", "centre", "المكان", "مرکز", "مکان", "محل برگزاری", "where", "center", "المركز"),
    "place": ("نشانی", "address", "العنوان التفصيلي", "آدرس", "جا", "place"),
    "audience": ("مخاطب", "audience", "الفئة", "مخاطبان", "برای", "ویژهٔ", "for"),
    "kind": ("نوع", "kind", "النوع", "type"),
    "capacity": ("ظرفیت", "capacity", "السعة"),
    "seats": ("هر ثبت‌نام", "seats", "لكل تسجيل", "جا در هر ثبت‌نام", "همراه", "seats each"),
    "cost": ("هزینه", "cost", "التكلفة", "قیمت", "price"),
    "until": ("تکرار تا", "weekly until", "يتكرر حتى", "هر هفته تا", "until", "repeat until"),
    "words": ("شرح", "description", "الوصف", "توضیح", "توضیحات", "words"),
}
FREE = frozenset(map(fold, ("رایگان", "مجانی", "free", "مجاني", "-", "ندارد")))
NO_LIMIT = frozenset(map(fold, ("نامحدود", "بدون محدودیت", "unlimited", "بلا حد", "غير محدود", "-", "ندارد")))
NOTHING = frozenset(map(fold, ("-", "ندارد", "خیر", "نه", "no", "none", "لا")))
UNITS = {
    fold(name): minutes
    for minutes, names in {
        1: ("", "دقیقه", "minutes", "minute", "min", "دقيقة", "دقائق"),
        60: ("ساعت", "hours", "hour", "h", "ساعة", "ساعات"),
        1440: ("روز", "days", "day", "يوم", "أيام"),
    }.items()
    for name in names
}
# Marks group digits by three; a decimal may be nothing but zero, as spreadsheets write it.
NUMBER = re.compile(r"(\d{1,3}(?:[,٬.،_ ]\d{3}){1,4}|\d{1,15})(?:[.٫]0+)?(?!\d)\s*([^\d.,٬٫،_]*)")
PEOPLE = frozenset(
    map(fold, ("", "نفر", "جا", "صندلی", "خانواده", "people", "persons", "seats", "أشخاص", "شخص", "مقعد"))
)
# What a sum is counted in: how many times it makes a toman, above and below the line.
SUMS = {
    fold(" ".join(filter(None, (scale, currency)))): (times, parts)
    for times, scales in {1: ("",), 1000: ("هزار", "thousand", "ألف"), 10**6: ("میلیون", "million", "مليون")}.items()
    for scale in scales
    for parts, currencies in {
        1: ("", "تومان", "تومن", "toman", "tomans"),
        10: ("ریال", "rial", "rials"),
    }.items()
    for currency in currencies
}
HALF = fold("و نیم")


@dataclass(frozen=True)
class Given:
    """A field with what was written for it; `shown` is the line or the cell, to name it where it is unclear."""

    name: str
    value: str
    shown: str


@dataclass(frozen=True)
class Fault:
    """`reason` names the sentence that says what is wrong; `shown` is what was written."""

    shown: str
    reason: str
    details: dict[str, Any]


class Unclear(Exception):
    """Something was written that cannot be understood: nothing is made of it."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults)
        self.faults = faults


@cache
def _fields() -> dict[str, str]:
    return {fold(name): field for field, names in NAMES.items() for name in names}


def field_of(name: str) -> str | None:
    """«ظرفیت» as `capacity`."""
    return _fields().get(fold(name))


def label(field: str, language: str) -> str:
    return NAMES[field][LANGUAGES.index(language)]


def lines_of(text: str) -> list[Given]:
    """The fields of a form. What stands on lines of its own below the description belongs to it. Raises Unclear."""
    given: list[Given] = []
    faults: list[Fault] = []
    for line in filter(None, map(str.strip, clean(text).split("\n"))):
        head, colon, value = re.sub("：", ":", line, count=1).partition(":")
        field = field_of(head) if colon else None
        if field:
            given.append(Given(field, value.strip(), line))
        elif given and given[-1].name == "words":
            given[-1] = replace(given[-1], value=f"{given[-1].value}\n{line}")
        else:
            faults.append(Fault(shortened(line, SHOWN), "event-unclear-line", {}))
    if faults:
        raise Unclear(faults)
    return given


def fill(event: Event, given: Iterable[Given], city: City, now: int) -> Event:
    """Put what was written into a draft. Raises Unclear, with all that is unclear."""
    faults: list[Fault] = []
    seen: set[str] = set()
    for item in given:
        try:
            value = read(item.name, item.value, city, now)
        except Refusal as refusal:
            faults.append(Fault(shortened(item.shown, SHOWN), refusal.reason, refusal.details))
            continue
        if item.name in seen:
            faults.append(Fault(shortened(item.shown, SHOWN), "event-unclear-twice", {}))
        seen.add(item.name)
        vars(event).update(value)
    if faults:
        raise Unclear(faults)
    return event


def read(field: str, text: str, city: City, now: int) -> dict[str, Any]:
    """What somebody wrote for a field, as fields of the event. Raises Refusal."""
    return READERS[field](clean(text), city, now)


def _title(text: str, _city: City, _now: int) -> dict[str, Any]:
    return {"title": _short(" ".join(text.split()), TITLE_MOST, "event-unclear-title")}


def _words(text: str, _city: City, _now: int) -> dict[str, Any]:
    return {"words": "" if fold(text) in NOTHING else _short(text, WORDS_MOST, "event-unclear-words")}


def _place(text: str, _city: City, _now: int) -> dict[str, Any]:
    place = "" if fold(text) in NOTHING else _short(text, PLACE_MOST, "event-unclear-place")
    return {"place": place, "lat": None, "lon": None}


def _short(text: str, most: int, reason: str) -> str:
    if not 0 < len(text) <= most:
        raise Refusal(reason, count=most)
    return text


def _when(text: str, city: City, now: int) -> dict[str, Any]:
    try:
        starts = parse_moment(text, city.zone, now)
    except (ValueError, OverflowError) as error:
        raise Refusal("event-unclear-when") from error
    if starts <= now:
        raise Refusal("event-in-the-past")
    return {"starts": starts}


def _until(text: str, city: City, now: int) -> dict[str, Any]:
    if fold(text) in NOTHING:
        return {"until": None}
    try:
        day = parse_date(text, city.zone, now)
        return {"until": int(datetime.combine(day, time(23, 59, 59), city.zone).timestamp())}
    except (ValueError, OverflowError) as error:
        raise Refusal("event-unclear-until") from error


def _where(text: str, city: City, _now: int) -> dict[str, Any]:
    wanted = fold(text)
    for code, centre in city.centres.items():
        if wanted == fold(code) or wanted in map(fold, centre.name.values()):
            return {"centre": code, "area": centre.area}
    raise Refusal("event-unclear-where")


def _minutes(text: str, _city: City, _now: int) -> dict[str, Any]:
    plain = fold(text)
    half = plain.endswith(HALF)
    count, unit = _number(plain.removesuffix(HALF).strip(), "event-unclear-minutes")
    if unit not in UNITS:
        raise Refusal("event-unclear-minutes")
    minutes = count * UNITS[unit] + (UNITS[unit] // 2 if half else 0)
    return {"minutes": _within(minutes, 1, MINUTES_MOST, "event-unclear-minutes")}


def _capacity(text: str, _city: City, _now: int) -> dict[str, Any]:
    if fold(text) in NO_LIMIT:
        return {"capacity": 0}
    count = _people(text, "event-unclear-capacity")
    return {"capacity": _within(count, 1, CAPACITY_MOST, "event-unclear-capacity")}


def _seats(text: str, _city: City, _now: int) -> dict[str, Any]:
    count = _people(text, "event-unclear-seats")
    return {"seats_each": _within(count, 1, SEATS_MOST, "event-unclear-seats")}


def _people(text: str, reason: str) -> int:
    count, unit = _number(fold(text), reason)
    if unit not in PEOPLE:
        raise Refusal(reason)
    return count


def _cost(text: str, _city: City, _now: int) -> dict[str, Any]:
    if fold(text) in FREE:
        return {"cost": 0}
    count, unit = _number(fold(text), "event-unclear-cost")
    times, parts = SUMS.get(unit, (0, 0))
    if not parts or count * times % parts:
        raise Refusal("event-unclear-cost")
    return {"cost": _within(count * times // parts, 0, COST_MOST, "event-unclear-cost")}


def _number(plain: str, reason: str) -> tuple[int, str]:
    """A whole number, and the words behind it."""
    found = NUMBER.fullmatch(plain)
    if found is None:
        raise Refusal(reason)
    return int(re.sub(r"\D", "", found[1])), found[2].strip()


def _within(count: int, least: int, most: int, reason: str) -> int:
    if not least <= count <= most:
        raise Refusal(reason)
    return count


def _kind(text: str, _city: City, _now: int) -> dict[str, Any]:
    return {"kind": _named(text, _kinds(), "event-unclear-kind")}


def _audience(text: str, _city: City, _now: int) -> dict[str, Any]:
    return {"audience": _named(text, _audiences(), "event-unclear-audience")}


def _named(text: str, known: dict[str, str], reason: str) -> str:
    if fold(text) not in known:
        raise Refusal(reason)
    return known[fold(text)]


@cache
def _kinds() -> dict[str, str]:
    """By their names in all languages, and by their codes."""
    named = {fold(words(language).plain(f"event-kind-{kind}")): kind for language in LANGUAGES for kind in KINDS}
    return {**named, **{kind: kind for kind in KINDS}}


@cache
def _audiences() -> dict[str, str]:
    named = {fold(words(language).plain(f"event-for-{name}")): name for language in LANGUAGES for name in AUDIENCES}
    return {**named, **{name: name for name in AUDIENCES}}


READERS: dict[str, Callable[[str, City, int], dict[str, Any]]] = {
    "title": _title,
    "when": _when,
    "minutes": _minutes,
    "where": _where,
    "place": _place,
    "audience": _audience,
    "kind": _kind,
    "capacity": _capacity,
    "seats": _seats,
    "cost": _cost,
    "until": _until,
    "words": _words,
}

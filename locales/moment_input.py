"""Dates with times as people type them: «فردا ۱۰ صبح», «شنبه ساعت ۹ و نیم», "tomorrow 4 pm"."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from locales.calendar_names import WEEKDAYS
from locales.date_input import parse_date
from locales.text import fold

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

NOON, DAY_HOURS, WEEK = 12, 24, 7
MORNING, MIDDAY, AFTERNOON, NIGHT = "morning", "midday", "afternoon", "night"
DAWN = 5  # nobody means an hour before it unless they write it as 04:00
DAWN_OF_NIGHT = 6  # «۲ شب» is after midnight; of which night, they must say otherwise


def _folded(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(fold(word)) for word in words), key=len, reverse=True))


_PARTS = {
    fold(word): part
    for part, words in {
        MORNING: ("صبح", "بامداد", "صباحا", "صباح", "am", "a.m.", "morning", "in the morning"),
        MIDDAY: ("ظهر", "ظهرا", "noon", "at noon"),
        AFTERNOON: ("بعدازظهر", "بعد از ظهر", "عصر", "غروب", "بعد الظهر", "عصرا", "مساء", "pm", "p.m.", "afternoon",
                    "evening", "in the afternoon", "in the evening"),
        NIGHT: ("شب", "ليلا", "at night"),
    }.items()
    for word in words
}  # fmt: skip
_TONIGHT = frozenset(map(fold, ("امشب", "tonight", "الليلة")))
_HOURS = {
    fold(word): hour
    for hour, words in enumerate(
        (("یک", "الواحدة", "one"), ("دو", "الثانية", "two"), ("سه", "الثالثة", "three"), ("چهار", "الرابعة", "four"),
         ("پنج", "الخامسة", "five"), ("شش", "السادسة", "six"), ("هفت", "السابعة", "seven"), ("هشت", "الثامنة", "eight"),
         ("نه", "التاسعة", "nine"), ("ده", "العاشرة", "ten"), ("یازده", "الحادية عشرة", "eleven"),
         ("دوازده", "الثانية عشرة", "twelve")), start=1)
    for word in words
}  # fmt: skip
_SHARES = {fold(word): minutes for minutes, words in {30: ("نیم", "النصف", "نصف"), 15: ("ربع", "الربع")}.items()
           for word in words}  # fmt: skip
_WEEKDAYS = {fold(name): day for names in WEEKDAYS.values() for day, name in enumerate(names)} | {
    fold(name): day
    for day, name in enumerate(("دو شنبه", "سه شنبه", "چهار شنبه", "پنج شنبه", "", "", "یک شنبه"))
    if name
}
_AT = _folded(("ساعت", "الساعة", "at"))
_FILLERS = re.compile(
    rf"(?<!\S)(?:{_folded(('روز', 'در', 'برای', 'آینده', 'on', 'next', 'يوم', 'في', 'القادم'))})(?!\S)"
)
_PART = re.compile(rf"(?<!\S)(?:{_folded(_PARTS)})(?!\S)")
_HOUR = rf"(?P<hour>\d{{1,2}}|{_folded(_HOURS)})(?:\s*و?\s*(?P<share>{_folded(_SHARES)}))?"
_TIMES = (
    re.compile(rf"(?:(?<!\S)(?:{_AT})\s*)?(?<![\d:])(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?![\d:])"),
    re.compile(rf"(?<!\S)(?:{_AT})\s*{_HOUR}(?!\S)"),
    re.compile(rf"(?<!\S){_HOUR}$"),
)


def parse_moment(text: str, tz: "ZoneInfo", now: int) -> int:
    """The moment meant, in UTC seconds; it may be over. A time without a day is the next one to come.

    Raises ValueError where day or hour cannot be made out.
    """
    plain = _spaced(fold(text))
    plain, part = _part(plain)
    plain, clock = _clock(plain, part)
    days_on, at = divmod(clock, DAY_HOURS * 60)
    local = datetime.fromtimestamp(now, tz)

    def on(day: date) -> datetime:
        return datetime.combine(day + timedelta(days=days_on), time(*divmod(at, 60)), tz)

    if not plain:
        today = on(local.date())
        return int((today if today > local else on(local.date() + timedelta(days=1))).timestamp())
    if plain in _WEEKDAYS:
        day = local.date() + timedelta(days=(_WEEKDAYS[plain] - local.weekday()) % WEEK)
        return int((on(day) if on(day) > local else on(day + timedelta(days=WEEK))).timestamp())
    return int(on(_day(plain, tz, now)).timestamp())


def _spaced(plain: str) -> str:
    """Commas and dashes between words as spaces, «4pm» in two words, filling words dropped."""
    plain = re.sub(r"[،,]|(?<=\D)-|-(?=\D)|(?<=\d)t(?=\d)", " ", plain)
    plain = re.sub(r"(?<=\d)(?=[^\W\d_])", " ", plain)
    return " ".join(_FILLERS.sub(" ", plain).split())


def _part(plain: str) -> tuple[str, str]:
    """Without the part of the day, and that part; «امشب» is a day and a part of it."""
    words = plain.split()
    if _TONIGHT & set(words):
        return " ".join(word for word in words if word not in _TONIGHT | _PARTS.keys()), NIGHT
    found = _PART.search(plain)
    if found is None:
        return plain, ""
    return " ".join((plain[: found.start()] + " " + plain[found.end() :]).split()), _PARTS[found[0]]


def _clock(plain: str, part: str) -> tuple[str, int]:
    """Without the time, and the time in minutes."""
    for pattern in _TIMES:
        if found := pattern.search(plain):
            given = found.groupdict()
            hour = _HOURS.get(given["hour"]) or int(given["hour"])
            minute = int(given.get("minute") or _SHARES.get(given.get("share") or "", 0))
            if hour >= DAY_HOURS or minute >= 60:  # noqa: PLR2004 - the clock's own bounds
                raise ValueError(f"no such time: {found[0]!r}")
            rest = " ".join((plain[: found.start()] + " " + plain[found.end() :]).split())
            return rest, _hour(hour, part, exact="minute" in given) * 60 + minute
    if part == MIDDAY:
        return plain, NOON * 60
    raise ValueError("no time of the day")


def _hour(hour: int, part: str, *, exact: bool) -> int:
    """On the clock of 24 hours; 24 is the midnight after the day."""
    if hour > NOON or (hour == 0 and not part):
        return hour
    if part == MORNING:
        return hour % NOON
    if part == NIGHT:
        if 0 < hour < DAWN_OF_NIGHT:
            raise ValueError("after midnight of which day?")
        return NOON + hour
    if part == MIDDAY:
        return hour if hour > NOON // 2 else hour + NOON
    if part == AFTERNOON or (not exact and hour <= DAWN):
        return hour % NOON + NOON
    return hour


def _day(plain: str, tz: "ZoneInfo", now: int) -> date:
    """A date, perhaps with its weekday in front, which then must be that date's."""
    for length in (1, 2):
        head, rest = " ".join(plain.split()[:length]), " ".join(plain.split()[length:])
        if head in _WEEKDAYS and rest:
            day = parse_date(rest, tz, now)
            if day.weekday() != _WEEKDAYS[head]:
                raise ValueError(f"{rest!r} is no {head!r}")
            return day
    return parse_date(plain, tz, now)

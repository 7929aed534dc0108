"""Dates with times as people type them: «فردا ۱۰ صبح», «یک ربع به ۹», «۲ ساعت دیگر», "tomorrow 4 pm".

What may mean two moments means the next of them; whoever reads a moment shows what was understood.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from locales.calendar_names import WEEKDAYS
from locales.date_input import parse_date
from locales.moment_words import (
    AFTERNOON,
    AT,
    DAYS,
    EVES,
    FILLERS,
    HOURS,
    LATE,
    MIDDAY,
    MIDNIGHT,
    MINUTE,
    MINUTES,
    MORNING,
    NEXT,
    NEXT_WEEK,
    NIGHT,
    PARTS,
    TODAY,
    TONIGHT,
    WEEKDAYS_NAMED,
    any_of,
)
from locales.span_input import days_later, minutes_later
from locales.text import ZWNJ, fold

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

WEEK = 7
HOUR = 60  # minutes
NOON, MIDNIGHT_AFTER = 12 * HOUR, 24 * HOUR
DUSK = 5 * HOUR  # on the face of a clock: «امشب ۵» is of the evening, «امشب ۴» of the night
DAWN = 6 * HOUR  # nobody means an earlier time unless they write it as 04:00, or as one of the night


class Clock(NamedTuple):
    """A time of the day, in minutes. `either` may as well be twelve hours later; `small` is after midnight, of which
    night is not said; `early` is what it is for those who say «امشب» after midnight."""

    minutes: int
    either: bool = False
    small: bool = False
    early: int | None = None


def _whole(words: str) -> str:
    return rf"(?<!\S)(?:{words})(?!\S)"


def _standing(after_at: str, bare: str) -> tuple[re.Pattern[str], ...]:
    """After «ساعت», or last, or first."""
    return (
        re.compile(rf"(?<!\S)(?:{any_of(AT)})\s{after_at}(?!\S)"),
        re.compile(rf"(?<!\S){bare}$"),
        re.compile(rf"^{bare}(?=\s(?!(?:{any_of(DAYS)})(?!\S)))"),
    )


_AND = fold("و")
_HOUR = rf"(?P<hour>\d{{1,2}}|{any_of(HOURS)})"
_MINUTES = rf"(?P<minutes>\d{{1,2}}|{any_of(MINUTES)})(?:\s(?:{any_of(MINUTE)}))?"
# «ساعت ۵، ۳ روز دیگر»
_LATER = rf"\S+\s(?:{any_of(DAYS)})\s(?:{fold('دیگر')}|{fold('دیگه')}|{fold('بعد')}|later|from now)$"
_PLUS = rf"{_HOUR}(?:\s(?!{_LATER})(?:{_AND}\s?)?{_MINUTES}(?!\S))?"
# Without «ساعت» in front, «۱۰ و ۱۲» may be two hours, and so is none; «۸ و ۴۵» can only be one.
_MAYBE_HOUR = rf"(?:[01]?\d|2[0-4])(?!\S)(?!\s(?:{any_of(MINUTE)})(?!\S))"
_BARE = rf"{_HOUR}(?:\s(?!{_LATER})(?:{_AND}\s?(?!{_MAYBE_HOUR}))?{_MINUTES}(?!\S))?"
_START = rf"(?<!\S)(?:(?:{any_of(AT)})\s)?"
_SPACED = re.compile(rf"[،,]|(?<=\D)-|-(?=\D)|(?<=\d)t(?=\d)|(?<=\d)(?=[^\W\d_])|(?<= {_AND})(?=\d)")
_FILLERS = re.compile(_whole(rf"{any_of(FILLERS)}|{fold('روز')}(?! (?:{fold('دیگر')}|{fold('دیگه')}|{fold('بعد')}))"))
_SPLIT_WEEKDAY = re.compile(rf"({any_of(map(fold, ('یک', 'دو', 'سه', 'چهار', 'پنج')))})[ -](?={fold('شنبه')})")
# «۹ شب جمعه» is no eve: there the night belongs to the hour.
_EVE = re.compile(
    rf"(?<![^\s،,-])(?P<time>(?:[\d:]*\d|{any_of((*HOURS, *MINUTES, *MINUTE))}) )?"
    rf"{fold('شب')} (?=(?:{any_of(map(fold, WEEKDAYS['fa']))})(?!\w))"
)
_TONIGHT = re.compile(_whole(any_of(word for word, (part, _) in PARTS.items() if part == TONIGHT)))
_PART = re.compile(_whole(any_of(PARTS)))
_NEXT_WEEK, _NEXT = re.compile(_whole(any_of(NEXT_WEEK))), re.compile(_whole(any_of(NEXT)))
_TO, _LESS = rf"(?:{fold('مانده')} )?(?:{fold('به')}|to)", fold("إلا")
# The minutes are taken off in the first two of them.
_BACK = (
    re.compile(rf"{_START}{_MINUTES}\s{_TO}\s{_HOUR}(?!\S)"),
    re.compile(rf"{_START}{_HOUR}\s{_LESS}\s{_MINUTES}(?!\S)"),
)
_ON = (
    re.compile(rf"{_START}{_MINUTES}\spast\s{_HOUR}(?!\S)"),
    re.compile(rf"{_START}(?<![\d:])(?P<hour>\d{{1,2}}):(?P<exact>\d\d)(?![\d:])"),
    *_standing(_PLUS, _BARE),
    *_standing(_HOUR, _HOUR),  # «ساعت ۱۰ صبح ۱۲ آذر»: its 12 is none of the minutes
)


def parse_moment(text: str, tz: "ZoneInfo", now: int) -> int:
    """The moment meant, in UTC seconds; it may be over. A time without a day is the next one to come.

    Raises ValueError where day or hour cannot be made out.
    """
    plain = _spaced(text)
    if later := minutes_later(plain):
        return now - now % 60 + later * 60
    local = datetime.fromtimestamp(now, tz)
    for day, clock in _readings(plain):
        try:
            return int(_moment(day, clock, local, tz).timestamp())
        except ValueError:
            continue  # «۱۰ آذر صبح»: its number is none of an hour
    raise ValueError(f"no moment: {plain[:50]!r}")


def _spaced(text: str) -> str:
    """Folded; commas and dashes between words as spaces, «4pm» in two words, filling words dropped.

    What is one in meaning is joined first, while commas still part it from its neighbours: «یک شنبه», «شب جمعه».
    """
    plain = _SPLIT_WEEKDAY.sub(r"\1", fold(re.sub(rf"ه{ZWNJ}ی\b", "ه", text)))
    plain = _EVE.sub(lambda found: found[0] if found["time"] else found[0].rstrip(), plain)
    plain = " ".join(_SPACED.sub(" ", plain).split())
    return " ".join(_FILLERS.sub(" ", plain).split())


def _without(plain: str, found: re.Match[str]) -> str:
    return " ".join((plain[: found.start()] + " " + plain[found.end() :]).split())


# The time


def _readings(plain: str) -> Iterator[tuple[str, Clock]]:
    """What may be the day, and what the time, the likeliest first."""
    plain, part, usual = _part(plain)
    for pattern in (*_BACK, *_ON):
        if (found := pattern.search(plain)) and (clock := _clock(found, part, back=pattern in _BACK)):
            yield _without(plain, found), clock
    if usual is not None:
        yield plain, Clock(usual * HOUR)


def _part(plain: str) -> tuple[str, str, int | None]:
    """Without the part of the day; that part, and the hour it stands for by itself."""
    night = _TONIGHT.search(plain)
    rest = _without(plain, night) if night else plain
    found = _PART.search(rest)
    part, usual = PARTS[found[0]] if found else ("", None)
    rest = _without(rest, found) if found else rest
    if night is None:
        return rest, part, usual
    rest = f"{night[0] if night[0] in EVES else TODAY[0]} {rest}".strip()
    if part == MORNING:  # «امشب ۲ بامداد»
        return rest, LATE, None
    return (rest, part, usual) if part in {MIDNIGHT, AFTERNOON} else (rest, *PARTS[night[0]])


def _clock(found: re.Match[str], part: str, *, back: bool) -> Clock | None:
    """None for what no clock shows."""
    given = found.groupdict()
    exact, said = given.get("exact"), given.get("minutes")
    hour = HOURS.get(given["hour"]) or int(given["hour"])
    minutes = int(exact or 0) if said is None else MINUTES.get(said) or int(said)
    at = hour * HOUR + (-minutes if back else minutes)
    if minutes >= HOUR or not 0 <= at <= MIDNIGHT_AFTER:
        return None
    return _in_part(at, hour, part, exact=exact is not None)


def _in_part(at: int, hour: int, part: str, *, exact: bool) -> Clock | None:
    """On the clock of 24 hours."""
    if hour * HOUR > NOON or (exact and not part) or (hour == 0 and not part):
        return Clock(at)
    half = at % NOON  # on the face of a clock
    if part == MORNING:
        return Clock(half)
    if part in {AFTERNOON, MIDDAY}:
        return Clock(at if part == MIDDAY and DAWN < at < NOON else half + NOON)
    if part in {TONIGHT, LATE}:
        return _tonight(half, part)
    if part in {NIGHT, MIDNIGHT}:
        return _at_night(half, part)
    return Clock(half + NOON) if half < DAWN else Clock(half, either=True)


def _at_night(half: int, part: str) -> Clock | None:
    """«۱۲ شب» ends the day; the hours behind it are those of a day whose name nobody says."""
    if half >= DAWN:
        return None if part == MIDNIGHT and half < NOON - HOUR else Clock(half + NOON)
    return Clock(half + MIDNIGHT_AFTER) if half < HOUR else Clock(half, small=True)


def _tonight(half: int, part: str) -> Clock:
    """From five on of the evening, else of the night behind it."""
    late = part == LATE or half < DUSK
    return Clock(half + (MIDNIGHT_AFTER if late else NOON), early=half if late or half < DAWN else None)


# The day


def _moment(day: str, clock: Clock, local: datetime, tz: "ZoneInfo") -> datetime:
    def on(at: date, minutes: int = clock.minutes) -> datetime:
        days_on, rest = divmod(minutes, MIDNIGHT_AFTER)
        return datetime.combine(at + timedelta(days=days_on), time(*divmod(rest, HOUR)), tz)

    today, one = local.date(), timedelta(days=1)
    if clock.small and day:
        raise ValueError("after midnight of which day?")
    this_day = [on(today)] + ([on(today, clock.minutes + NOON)] if clock.either else [])
    if not day:
        return next(moment for moment in (on(today - one), *this_day, on(today + one)) if moment > local)
    if clock.early is not None and day in TODAY and local.hour * HOUR < DAWN:
        this_day.insert(0, on(today, clock.early))
    weekday = _weekday(day, today)
    at = weekday or _day(day, tz, local)
    if at != today:
        return on(at)
    over = this_day[0] if weekday is None else on(today + timedelta(days=WEEK))
    return next((moment for moment in this_day if moment > local), over)


def _weekday(plain: str, today: date) -> date | None:
    """The next of that name, or the one of next week; of an eve, the day before."""
    first = _NEXT_WEEK.search(plain)
    begins = NEXT_WEEK[first[0]] if first else None
    name = _without(plain, first) if first else plain
    following = None if first else _NEXT.search(name)
    name = _without(name, following) if following else name
    if name not in WEEKDAYS_NAMED and name not in EVES:
        return None
    eve = 1 if name in EVES else 0
    wanted = EVES[name] if eve else WEEKDAYS_NAMED[name]
    if begins is not None:
        next_week = today + timedelta(days=WEEK - (today.weekday() - begins) % WEEK)
        return next_week + timedelta(days=(wanted - begins) % WEEK - eve)
    from_day = today + timedelta(days=1 if following else 0)
    return from_day + timedelta(days=(wanted - eve - from_day.weekday()) % WEEK)


def _day(plain: str, tz: "ZoneInfo", local: datetime) -> date:
    """A date, perhaps with its weekday in front, which then must be that date's; or so many days later."""
    if later := days_later(plain):
        return local.date() + timedelta(days=later)
    now = int(local.timestamp())
    head, _, rest = plain.partition(" ")
    if head not in WEEKDAYS_NAMED or not rest:
        return parse_date(plain, tz, now)
    day = parse_date(rest, tz, now)
    if day.weekday() != WEEKDAYS_NAMED[head]:
        raise ValueError(f"{rest!r} is no {head!r}")
    return day

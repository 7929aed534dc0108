"""A calendar of buttons: a month, then the hours of a day, then the half hours. Persian people get the Jalali one.

Whoever asks for a moment calls `offer`, routes the presses that begin with their prefix to `pressed`, and gets the
moment from it once it has been chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from handlers.keyboards import Button, as_read, button, columns, inline
from handlers.talk import Talk
from locales.moment_input import parse_moment
from locales.months import Month, day_number, month_of
from locales.text import digits
from locales.words import Html
from services.refusal import Refusal

EMPTY, NOTHING = "·", "-"  # a cell that cannot be chosen: what it shows, what it carries
HALF = timedelta(minutes=30)
LAST = time(23, 30)
HOURS_IN_A_ROW = 6
AHEAD = timedelta(days=731)


def offer(
    talk: Talk, prefix: str, text: Html, *, above: Sequence[Button] = (), below: Sequence[Sequence[Button]] = ()
) -> None:
    """The current month, with the caller's own text and rows. A button carries `<prefix>:` and 18 letters more."""
    rows = _month(talk, prefix, month_of(_today(talk), talk.own.language))
    talk.show(text, inline(above, *rows, *below))


def typed(talk: Talk, text: str, *, late: str) -> int:
    """The moment in words. Raises Refusal: the one of this key where it is over."""
    try:
        at = parse_moment(text, talk.house.city.zone, talk.now)
    except ValueError as error:
        raise Refusal("moment-unclear") from error
    if at <= talk.now:
        raise Refusal(late)
    return at


def pressed(talk: Talk, prefix: str, given: str, text: Html, *, below: Sequence[Sequence[Button]] = ()) -> int | None:
    """The moment that was chosen (UTC seconds). None while there is more to choose; then the next page is shown."""
    step, _, rest = given.partition(".")
    try:
        at = datetime.fromisoformat(rest).replace(tzinfo=talk.house.city.zone) if rest else None
        if at is not None and step == "t" and at.timestamp() > talk.now:
            return int(at.timestamp())
        rows = _page(talk, prefix, step, at)
    except (ValueError, OverflowError):
        rows = []
    if rows:
        talk.show(text, inline(*rows, *below))
    elif given != NOTHING:
        talk.toast("calendar-past", alert=True)
    return None


def _page(talk: Talk, prefix: str, step: str, at: datetime | None) -> list[list[Button]]:
    """Nothing for a press that leads nowhere (any more)."""
    if at is None or abs(at.date() - _today(talk)) > AHEAD:
        return []
    if step == "m":
        return _month(talk, prefix, month_of(at.date(), talk.own.language))
    if step == "d":
        return _hours(talk, prefix, at)
    return _halves(talk, prefix, at) if step == "h" else []


def _today(talk: Talk) -> date:
    return datetime.fromtimestamp(talk.now, talk.house.city.zone).date()


def _month(talk: Talk, prefix: str, month: Month) -> list[list[Button]]:
    heads = [_nothing(prefix, head) for head in month.heads]
    weeks = [[_day(talk, prefix, day) for day in week] for week in month.weeks]
    return [[_nothing(prefix, month.title)], *_as_read(talk, [heads, *weeks]), _neighbours(talk, prefix, month)]


def _neighbours(talk: Talk, prefix: str, month: Month) -> list[Button]:
    """Nothing before the current month."""
    before, after = month.first - timedelta(days=1), month.last + timedelta(days=1)
    row = [button(talk.own.plain("button-previous"), f"{prefix}:m.{before}")] if before >= _today(talk) else []
    if after - _today(talk) <= AHEAD:
        row.append(button(talk.own.plain("button-next"), f"{prefix}:m.{after}"))
    return as_read(talk.own, row)


def _day(talk: Talk, prefix: str, day: date | None) -> Button:
    if day is None or not _ahead(talk, datetime.combine(day, LAST, talk.house.city.zone)):
        return _nothing(prefix, EMPTY)
    return button(day_number(day, talk.own.language), f"{prefix}:d.{day}")


def _hours(talk: Talk, prefix: str, day: datetime) -> list[list[Button]]:
    hours = [day.replace(hour=hour, minute=0) for hour in range(24)]
    buttons = [
        button(_clock(talk, hour), f"{prefix}:h.{hour:%Y-%m-%dT%H}") for hour in hours if _ahead(talk, hour + HALF)
    ]
    return [*_as_read(talk, columns(buttons, HOURS_IN_A_ROW)), _to_month(talk, prefix, day)]


def _halves(talk: Talk, prefix: str, hour: datetime) -> list[list[Button]]:
    halves = [half for half in (hour, hour + HALF) if _ahead(talk, half)]
    buttons = [button(_clock(talk, half), f"{prefix}:t.{half:%Y-%m-%dT%H:%M}") for half in halves]
    return [*_as_read(talk, [buttons]), _to_month(talk, prefix, hour)]


def _to_month(talk: Talk, prefix: str, at: datetime) -> list[Button]:
    return [button(talk.own.plain("button-month"), f"{prefix}:m.{at.date()}")]


def _clock(talk: Talk, at: datetime) -> str:
    return digits(f"{at:%H:%M}", talk.own.language)


def _ahead(talk: Talk, at: datetime) -> bool:
    return at.timestamp() > talk.now


def _nothing(prefix: str, label: str) -> Button:
    return button(label, f"{prefix}:{NOTHING}")


def _as_read(talk: Talk, rows: list[list[Button]]) -> list[list[Button]]:
    return [as_read(talk.own, row) for row in rows]

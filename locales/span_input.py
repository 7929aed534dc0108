"""How much later, as people type it: «نیم ساعت دیگر», «۳ روز دیگر», "in an hour and a half"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from locales.moment_words import COUNTS, DAYS, MINUTES, PORTIONS, UNITS
from locales.text import fold

_FRAMES = (
    re.compile(rf"(?:{fold('تا')} )?(?P<span>.+) (?:{fold('دیگر')}|{fold('دیگه')}|{fold('بعد')}|later|from now)"),
    re.compile(rf"(?:in|{fold('بعد')}) (?P<span>.+)"),
)
_AND = re.compile(rf" (?:{fold('و')} ?|and )")
HOUR = 60  # minutes


def minutes_later(plain: str) -> int | None:
    """Of a folded text; None for what says nothing of the kind."""
    return _counted(plain, UNITS)


def days_later(plain: str) -> int | None:
    return _counted(plain, DAYS)


def _counted(plain: str, units: Mapping[str, int]) -> int | None:
    for frame in _FRAMES:
        found = frame.fullmatch(plain)
        total = _sum(found["span"], units) if found else None
        if total:
            return total
    return None


def _sum(span: str, units: Mapping[str, int]) -> int | None:
    total = 0
    for piece in _AND.split(span):
        if units is UNITS and total >= HOUR and piece in MINUTES:  # «یک ساعت و نیم»
            total += MINUTES[piece]
            continue
        head, _, unit = piece.rpartition(" ")
        if unit not in units or (count := _count(head)) is None:
            return None
        total += int(count * units[unit])
    return total


def _count(head: str) -> float | None:
    """How many of a unit the words before it say; one where there are none."""
    if not head:
        return 1
    if head.isdecimal() and len(head) <= 3:  # noqa: PLR2004 - nobody counts further
        return int(head)
    return PORTIONS.get(head, COUNTS.get(head))

"""Quiet hours, in which nobody is sent what can wait."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

Quiet = Callable[[int], int]  # of a moment: how many seconds of the quiet hours are left


def seconds_left(hours: tuple[time, time], zone: ZoneInfo, now: int) -> int:
    """Until the quiet hours end; 0 outside them, and where both ends are the same."""
    begin, end = hours
    local = datetime.fromtimestamp(now, zone)
    ends = datetime.combine(local.date(), end, zone)
    if ends <= local:
        ends += timedelta(days=1)
    begins = datetime.combine(ends.date(), begin, zone)
    if begins >= ends:
        begins -= timedelta(days=1)
    return int((ends - local).total_seconds()) if begin != end and begins <= local else 0

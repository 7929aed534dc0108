"""Deadlines in working time: the hours of open days count, day and night; closed days do not count at all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from zoneinfo import ZoneInfo

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")  # date.weekday() counts from Monday


class WorkingTime:
    """The calendar of one municipality.

    `weekend` names weekdays (`fri`), `closed` holds public holidays and other closed days as YYYY-MM-DD.
    """

    def __init__(self, zone: ZoneInfo, weekend: Collection[str], closed: Collection[str]) -> None:
        self._zone = zone
        self._weekend = {WEEKDAYS.index(name) for name in weekend}
        self._closed = frozenset(closed)

    def is_open(self, day: date) -> bool:
        return day.weekday() not in self._weekend and day.isoformat() not in self._closed

    def due(self, filed: int, hours: int) -> int:
        """When `hours` of working time after `filed` have passed (UTC seconds)."""
        moment = datetime.fromtimestamp(filed, self._zone)
        left = timedelta(hours=hours)
        while True:
            midnight = datetime.combine(moment.date() + timedelta(days=1), clock_time(), self._zone)
            if self.is_open(moment.date()):
                if moment + left <= midnight:
                    return int((moment + left).timestamp())
                left -= midnight - moment
            moment = midnight

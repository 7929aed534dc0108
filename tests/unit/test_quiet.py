"""Quiet hours, by day and over midnight."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from services.quiet import seconds_left

TEHRAN = ZoneInfo("Asia/Tehran")
NIGHT, NOON, NEVER = (time(22), time(8)), (time(13), time(15, 30)), (time(8), time(8))


@pytest.mark.parametrize(
    ("hours", "at", "left"),
    [
        (NIGHT, (21, 59), 0), (NIGHT, (22, 0), 36000), (NIGHT, (0, 0), 28800), (NIGHT, (7, 59), 60), (NIGHT, (8, 0), 0),
        (NOON, (12, 59), 0), (NOON, (13, 0), 9000), (NOON, (15, 30), 0), (NOON, (23, 0), 0), (NOON, (0, 30), 0),
        (NEVER, (8, 0), 0), (NEVER, (3, 0), 0),
    ],
)  # fmt: skip
def test_seconds_left(hours: tuple[time, time], at: tuple[int, int], left: int) -> None:
    now = datetime(2026, 11, 22, *at, tzinfo=TEHRAN)
    assert seconds_left(hours, TEHRAN, int(now.timestamp())) == left

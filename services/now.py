"""The one clock that everything asks for the time; tests and the demo can move it."""

from __future__ import annotations

import time
from collections.abc import Callable

Now = Callable[[], int]  # UTC seconds


def system_now() -> int:
    return int(time.time())


class MovableNow:
    """A clock that runs, and that can be moved ahead."""

    def __init__(self) -> None:
        self.ahead = 0

    def __call__(self) -> int:
        return system_now() + self.ahead

    def move(self, *, seconds: int = 0, hours: int = 0, days: int = 0) -> None:
        self.ahead += seconds + 3600 * hours + 86400 * days

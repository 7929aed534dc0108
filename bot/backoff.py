"""How long to rest while Telegram cannot be reached: longer with every failure, until something succeeds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Backoff:
    """Seconds of any one clock. Calls that were under way together count as one failure."""

    first: float
    longest: float
    until: float = 0.0
    failures: int = 0

    def failed(self, now: float) -> bool:
        """Whether a new rest begins, which ends at `until`."""
        if self.until > now:
            return False
        self.failures += 1
        self.until = now + min(self.first * 2.0 ** (self.failures - 1), self.longest)
        return True

    def succeeded(self) -> None:
        self.failures = 0

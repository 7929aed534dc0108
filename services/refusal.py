"""A polite no."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """Somebody asked for what the rules do not allow now; `reason` names the sentence that says so."""

    def __init__(self, reason: str, **details: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details = details

"""Numbers that a button carries."""

from __future__ import annotations

MOST_DIGITS = 15


def number_in(text: str) -> int:
    """0 for what is no number."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else 0

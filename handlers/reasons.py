"""Why a report is impossible to deal with: reasons from a list, which every resident reads in their own language."""

from __future__ import annotations

from locales.words import Words

REASONS = ("remit", "private", "budget", "plan", "notfound")
MARK = "reason:"  # what a note begins with that is a reason from the list


def note_of(reason: str) -> str:
    """How a reason from the list is kept."""
    return MARK + reason


def shown(words: Words, note: str) -> str:
    """A note as people read it: a reason from the list in their language, anything else as it was written."""
    reason = note.removeprefix(MARK)
    return words.plain(f"reason-{reason}") if note.startswith(MARK) and reason in REASONS else note

"""How the demo knows what the bot says without wording it a second time: as far as the first gap that is filled in."""

from __future__ import annotations

from locales.words import LANGUAGES, words

GAP = "\ue000"


def opening(language: str, key: str, *gaps: str) -> str:
    return words(language).plain(key, **dict.fromkeys(gaps, GAP)).split(GAP)[0]


def openings(said: tuple[str, ...]) -> list[str]:
    """In every language; a key, and the names of its gaps."""
    return [opening(language, *said) for language in LANGUAGES]

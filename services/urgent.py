"""What must not wait in a queue: messages that call for an emergency number; and those that call for nothing.

A number too many annoys, one too few may cost a life, so the words are many. But most reports speak of
dangers that may come, came yesterday or come every night: words of time and of fear hold the alarm back,
save for gas, electricity and water, whose present tense is the cut or the leak itself.
"""

import json
import re
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal

from locales.text import fold
from services.stems import whole_words

Kind = Literal["fire", "ambulance", "police", "gas", "electricity", "water", "social"]
_LONGEST_CHAT = 12  # words; a longer message has something to say


@dataclass(frozen=True, slots=True)
class Emergency:
    """Whom to call at once."""

    kind: Kind
    number: str


@dataclass(frozen=True, slots=True)
class _Rule:
    emergency: Emergency
    signs: tuple[str, ...]
    words: re.Pattern[str]
    not_with: re.Pattern[str]
    certain: bool  # also counts when the message speaks of fears, habits or the past

    def fits(self, text: str) -> bool:
        # Most messages hold no sign of anything, and looking for one costs a hundredth of the patterns.
        if not any(sign in text for sign in self.signs):
            return False
        if self.words.search(text) is None or self.not_with.search(text) is not None:
            return False
        return self.certain or _is_present(text)


def _pattern(words: list[str]) -> re.Pattern[str]:
    """One pattern of many, folded as the text is, each beginning where a word begins."""
    return re.compile("|".join(rf"(?:(?<!\w)(?:{fold(word)}))" for word in words))


def _rules(kinds: list[dict[str, Any]]) -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            emergency=Emergency(kind["kind"], kind["number"]),
            signs=tuple(fold(sign) for sign in kind["signs"]),
            words=_pattern(kind["words"]),
            not_with=_pattern(kind["not"]),
            certain=kind["certain"],
        )
        for kind in kinds
    )


_DATA = json.loads(resources.files("services").joinpath("emergency_words.json").read_text("utf-8"))
_RULES = _rules(_DATA["kinds"])
_NOW = _pattern(_DATA["now"])
_SINCE = _pattern(_DATA["since"])
_PAST = _pattern(_DATA["past"])
_UNREAL = _pattern(_DATA["unreal"])
_GREETING = frozenset(fold(word) for word in _DATA["greeting"])
_THANKS = frozenset(fold(word) for word in _DATA["thanks"])
_FILLER = frozenset(fold(word) for word in _DATA["filler"])


def emergency(text: str) -> Emergency | None:
    """The number that somebody should call now instead of waiting for the municipality, or None."""
    plain = " ".join(whole_words(text))
    return next((rule.emergency for rule in _RULES if rule.fits(plain)), None)


def chatter(text: str) -> bool:
    """Is the message a greeting, thanks or a test, or has it no word at all (a thumb, a heart)?

    An empty text is not: it belongs to a photo or a place.
    """
    words = whole_words(text)
    if not words:
        return bool(text.strip())
    if len(words) > _LONGEST_CHAT or not _GREETING.intersection(words):
        return False
    return all(word in _GREETING or word in _FILLER for word in words)


def thanks(text: str) -> bool:
    """Of small talk: does it say thank you?"""
    return not _THANKS.isdisjoint(whole_words(text))


def _is_present(plain: str) -> bool:
    """Does it happen as the message is written? «از دیشب» lasts; «دیشب» is over; «ممکنه» has not begun."""
    if _NOW.search(plain):
        return True
    return not (_UNREAL.search(plain) or _PAST.search(_SINCE.sub("", plain)))

"""Which areas a typed landmark or description names."""

import re
from collections.abc import Iterable, Iterator

from locales.text import parts

_IN_BRACKETS = re.compile(r"[(（][^)）]*[)）]")
_LONGEST = 5  # words of a name that are looked at together


class AreaNames:
    """Finds areas by folded names and aliases, written in one word or several.

    A longer name counts instead of a shorter one inside it: «تهرانپارس غربی» names one area, the bare
    «تهرانپارس», an alias of two, names both.
    """

    def __init__(self, named: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._codes: dict[str, list[str]] = {}
        for code, names in named:
            for key in {key for name in names for key in _keys(name)}:
                self._codes.setdefault(key, []).append(code)

    def find(self, text: str) -> list[str]:
        """The codes of the areas named, in the order of the text."""
        found = dict.fromkeys(code for key in self._longest_first(parts(text)) for code in self._codes[key])
        return list(found)

    def _longest_first(self, words: list[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            for length in range(min(_LONGEST, len(words) - at), 0, -1):
                key = self._known("".join(words[at : at + length]))
                if key:
                    yield key
                    at += length
                    break
            else:
                at += 1

    def _known(self, key: str) -> str | None:
        """The key itself, or without a possessive or ezafe ending («تهرانپارسه», «لویزانی»)."""
        if key in self._codes:
            return key
        shorter = key[:-1]
        return shorter if key[-1] in "یهم" and shorter in self._codes else None


def _keys(name: str) -> set[str]:
    """The name run together, as a whole and without what stands in brackets."""
    keys = {"".join(parts(name)), "".join(parts(_IN_BRACKETS.sub(" ", name)))}
    return {key for key in keys if key}

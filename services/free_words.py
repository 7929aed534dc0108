"""Answers in people's own words, put in order for the managers who read them: by the words that come up most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from locales.text import ZWNJ, fold, mask_phones, shortened
from services.stems import written_form

FEWEST_PEOPLE = 2  # who must have used a word for it to name a group
MOST_GROUPS = 12
SHORTEST = 3  # letters; shorter words only join others
SHOWN = 200  # characters of an answer in a list
WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|{ZWNJ})+")


@dataclass(frozen=True)
class Group:
    """A word as people wrote it most, and the answers that have it."""

    word: str
    answers: list[str]


def masked(answers: Iterable[str]) -> list[str]:
    """Without phone numbers, each on one line."""
    return [shortened(" ".join(mask_phones(answer).split()), SHOWN) for answer in answers]


def groups(answers: Sequence[str], ignored: Iterable[str] = ()) -> list[Group]:
    """The most frequent words first. An answer stands in the group of each of its frequent words.

    `ignored` are texts whose words name nothing here, such as the question itself.
    """
    dull = {root for text in ignored for root, _ in _words(text)}
    found: dict[str, list[str]] = {}
    spellings: dict[str, Counter[str]] = {}
    for answer in answers:
        for root, written in dict(_words(mask_phones(answer))).items():
            if root not in dull:
                found.setdefault(root, []).append(answer)
                spellings.setdefault(root, Counter())[written] += 1
    frequent = sorted(found, key=lambda root: (-len(found[root]), root))
    named = [Group(_name(spellings[root]), found[root]) for root in frequent[:MOST_GROUPS]]
    return [group for group in named if len(group.answers) >= FEWEST_PEOPLE]


def _name(spellings: Counter[str]) -> str:
    """The most frequent spelling, of several the shortest."""
    return min(spellings, key=lambda written: (-spellings[written], len(written), written))


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Each word that means something: folded and singular, to be compared, and as it was written."""
    for written in WORD.findall(text):
        root = written_form(fold(written))
        if root and len(root) >= SHORTEST:
            yield root, written

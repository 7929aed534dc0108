"""Which category do somebody's words speak of?

The words and phrases stand with the categories (see docs/organisation.md). Each found in a message adds
to its sub-categories by how much it tells; a phrase counts instead of the words inside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from services.stems import shorter_forms, spoken_words, whole_words, written_form

_WEIGHTS = {"sure": 6.0, "likely": 3.0, "hint": 1.0, "against": -3.0}
_INHERITED = 0.5  # what a word still counts inside a phrase that was listed for another sub-category
_TYPING_ERROR = 0.8  # what a word counts that was recognised in spite of one
_LEAST_SCORE = 2.0  # a single hint, such as «کوچه», is no ground for a guess
_LEAST_TO_CORRECT = 5  # letters; shorter words are one error away from too many others
_VERBS = ("می", "نمی")
_REMEMBERED = 20_000  # words; what people write repeats itself

_Recognised = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A sub-category's names in all languages, and its words under sure, likely, hint and against."""

    code: str
    names: tuple[str, ...]
    words: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def of(cls, code: str, names: Iterable[str], words: Mapping[str, Iterable[str]]) -> Vocabulary:
        return cls(code, tuple(names), tuple((strength, tuple(listed)) for strength, listed in words.items()))


class Guesser:
    """Prepared once for a set of sub-categories; guessing takes some tens of microseconds."""

    def __init__(self, vocabularies: Iterable[Vocabulary]) -> None:
        listed = _Listed(vocabularies)
        self._codes = listed.codes
        self._entries = listed.entries()
        self._reach = listed.reach()
        self._known = listed.words | self._entries.keys()
        self._misspelt = _deletions(word for word in self._known if len(word) >= _LEAST_TO_CORRECT)
        self._recognised: dict[str, _Recognised | None] = {}

    def guess(self, text: str, n: int = 3) -> list[str]:
        """Codes of the likeliest sub-categories, best first; none where nothing was recognised."""
        scores = self.scores(text)
        ranked = sorted(scores, key=scores.__getitem__, reverse=True)
        return [self._codes[i] for i in ranked[:n] if scores[i] >= _LEAST_SCORE]

    def scores(self, text: str) -> dict[int, float]:
        """What each sub-category, by its place in the order given, has collected."""
        scores: dict[int, float] = defaultdict(float)
        for key, trust in self._found(text):
            for i, weight in self._entries[key]:
                scores[i] += weight * trust
        return scores

    def _found(self, text: str) -> Iterator[tuple[str, float]]:
        """The longest listed phrases from left to right, each once, with how far to trust them."""
        seen: set[str] = set()
        words = [known for word in whole_words(text) if (known := self._recognise(word)) is not None]
        at = 0
        while at < len(words):
            key, trust = words[at]
            step = 1
            if key in self._reach:
                key, trust, step = self._phrase(words, at)
            if key not in seen and key in self._entries:
                seen.add(key)
                yield key, trust
            at += step

    def _phrase(self, words: list[_Recognised], at: int) -> tuple[str, float, int]:
        """The longest listed phrase that begins here, its trust and how many words it has; or the word."""
        first, trust = words[at]
        for length in range(min(self._reach[first], len(words) - at), 1, -1):
            key = "".join([word for word, _ in words[at : at + length]])
            if key in self._entries:
                return key, min([trust for _, trust in words[at : at + length]]), length
        return first, trust, 1

    def _recognise(self, word: str) -> _Recognised | None:
        """A word in the form that is listed, and how far to trust that; None if it only joins others."""
        if word in self._recognised:
            return self._recognised[word]
        if len(self._recognised) >= _REMEMBERED:
            self._recognised.clear()
        written = written_form(word)
        known = self._recognised[word] = self._look_up(written) if written else None
        return known

    def _look_up(self, word: str) -> _Recognised:
        for form in shorter_forms(word):
            if form in self._known:
                return form, 1.0
        # Verbs are left alone: «میرسه» is no typing error for «میترسه».
        correctable = len(word) >= _LEAST_TO_CORRECT and not word.startswith(_VERBS)
        corrected = self._corrected(word) if correctable else None
        return (corrected, _TYPING_ERROR) if corrected else (word, 1.0)

    def _corrected(self, word: str) -> str | None:
        """The known word that is one letter wrong, missing, too many or swapped away; the longest of several."""
        near = {known for less in _with_one_less(word) for known in self._misspelt.get(less, ())}
        right = [known for known in near if OSA.distance(word, known, score_cutoff=1) <= 1]
        return max(right, key=lambda known: (len(known), known), default=None)


class _Listed:
    """What the vocabularies list, each entry run together to one key, with its words kept."""

    def __init__(self, vocabularies: Iterable[Vocabulary]) -> None:
        self.codes: list[str] = []
        self.words: set[str] = set()
        self._weights: dict[str, dict[int, float]] = defaultdict(dict)
        self._inside: dict[str, list[str]] = {}
        for i, vocabulary in enumerate(vocabularies):
            self.codes.append(vocabulary.code)
            for strength, listed in vocabulary.words:
                for entry in listed:
                    self._add(i, spoken_words(entry), _WEIGHTS[strength])
            for name in vocabulary.names:
                self._add_name(i, spoken_words(name))

    def entries(self) -> dict[str, tuple[tuple[int, float], ...]]:
        """For each key, the sub-categories and what it counts for them, inner words included."""
        return {key: tuple(self._counted(key).items()) for key in self._weights}

    def reach(self) -> dict[str, int]:
        """Of the words that phrases begin with: how many words the longest one has."""
        reach: dict[str, int] = {}
        for words in self._inside.values():
            if len(words) > 1:
                reach[words[0]] = max(reach.get(words[0], 1), len(words))
        return reach

    def _add(self, i: int, words: list[str], weight: float) -> None:
        if not words:
            return
        key = "".join(words)
        self.words.update(words)
        self._inside.setdefault(key, words)
        self._weights[key].setdefault(i, weight)

    def _add_name(self, i: int, words: list[str]) -> None:
        self._add(i, words, _WEIGHTS["sure"])
        for word in words:
            self._add(i, [word], _WEIGHTS["hint"])

    def _counted(self, key: str) -> dict[int, float]:
        counted = dict(self._weights[key])
        inside = self._inside[key]
        if len(inside) == 1:
            return counted
        for word in inside:
            for i, weight in self._weights.get(word, {}).items():
                if i not in self._weights[key]:
                    counted[i] = counted.get(i, 0.0) + weight * _INHERITED
        return counted


def _with_one_less(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters."""
    yield word
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]


def _deletions(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Known words by what is left of them without a letter: finds neighbours without comparing with all."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        for less in _with_one_less(word):
            found[less] = (*found.get(less, ()), word)
    return found

"""What made-up people are called and write: words.json, read once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("words.json")


@dataclass(frozen=True)
class Topic:
    """What people write of a category: `words` by language, with `{street}` where a street is named."""

    share: int
    picture: str | None
    words: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Place:
    """How often a neighbourhood is written about, and how `slow` its managers are: life is not even."""

    share: int
    slow: float


@dataclass(frozen=True)
class Vocabulary:
    """`done`, and the pictures of `results`, by the group of categories; `questions` with their answers."""

    made_up: Mapping[str, str]
    names: Mapping[str, Sequence[str]]
    places: Mapping[str, Place]
    streets: Sequence[str]
    marks: Sequence[str]
    topics: Mapping[str, Topic]
    results: Mapping[str, str]
    any_result: str
    done: Mapping[str, Sequence[str]]
    questions: Sequence[tuple[str, str]]
    impossible: Sequence[str]
    additions: Sequence[str]
    missing: Sequence[str]

    def result(self, group: str) -> str:
        """The picture of what was done."""
        return self.results.get(group, self.any_result)

    def pictures(self) -> set[str]:
        """All that are spoken of."""
        about = {topic.picture for topic in self.topics.values() if topic.picture}
        return {*about, *self.results.values(), self.any_result}


@cache
def vocabulary() -> Vocabulary:
    raw: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    places = {code: Place(**place) for code, place in raw.pop("areas").items()}
    topics = {code: _topic(**topic) for code, topic in raw.pop("kinds").items()}
    questions = [(question, answer) for question, answer in raw.pop("questions")]
    return Vocabulary(places=places, topics=topics, questions=questions, **raw)


def _topic(share: int, picture: str | None = None, **words: list[str]) -> Topic:
    return Topic(share, picture, words)

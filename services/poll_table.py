"""A poll's answers as a table, one row each: with persons where it is named, with nobody where it is anonymous.

Of an anonymous poll an area stands in a row only as far as the break-down shows it (services/suppression.py): so the
table tells no more than that does. Rows are sorted by what they say and by nothing else, so that their order tells
neither when people voted nor an area that is hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from locales.text import mask_phones
from services.city import City
from services.polls import SEVERAL, WORDS
from services.results import Results
from services.voting import options_in
from storage.polls import Poll, Question
from storage.votes import Cast

Label = Callable[[Question, int], str]


@dataclass(frozen=True)
class Answer:
    """A row; the areas and the person are empty where they are not to be known."""

    question: str
    kind: str
    answer: str
    desk: str
    area: str
    person: str


def answers(city: City, poll: Poll, cast: Sequence[Cast], found: Results, label: Label) -> list[Answer]:
    rows: list[Answer] = []
    for place, question in enumerate(poll.questions):
        said = [_answer(city, poll, place, found, each, label) for each in cast if each.question_id == question.id]
        rows += sorted(said, key=lambda row: (row.desk, row.area, row.answer, row.person))
    return rows


def _answer(city: City, poll: Poll, place: int, found: Results, cast: Cast, label: Label) -> Answer:
    question = poll.questions[place]
    desk, area = _areas(city, cast.area) if not poll.anonymous else _shown(found, place, cast.area)
    said = cast.words if not poll.anonymous else mask_phones(cast.words)
    if question.kind != WORDS:
        said = "؛ ".join(label(question, option) for option in options_in(cast.chosen))
    return Answer(question.words, question.kind, said, desk, area, "" if poll.anonymous else cast.first_name or "")


def _areas(city: City, area: str) -> tuple[str, str]:
    """The sub-district and the neighbourhood."""
    if area not in city.areas:
        return "", ""
    desk = city.desk_of(area)
    return desk, "" if desk == area else area


def _shown(found: Results, place: int, area: str) -> tuple[str, str]:
    """Only areas of which every count is shown; and none where an answer holds several choices, or words.

    Areas lie where they lay when they were counted: of a sub-district that has won or lost a neighbourhood since, the
    rows would differ from the break-down by just the counts that it hides.
    """
    if found.outcomes[place].question.kind in {SEVERAL, WORDS}:
        return "", ""
    desk, neighbourhood = found.lies_in(area)
    if not _is_whole(found, place, desk):
        return "", ""
    return desk, neighbourhood if _is_whole(found, place, neighbourhood) else ""


def _is_whole(found: Results, place: int, area: str) -> bool:
    row = found.rows[place].get(area)
    return row is not None and None not in row.counts

"""What people have answered: counts and shares, how many of those who were asked, area by area."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import sqrt

from services import polls, suppression
from services.city import City
from services.polls import SCALE, SEVERAL, WORDS
from services.voting import options_in
from storage import polls as stored
from storage import votes
from storage.database import Transaction
from storage.polls import Poll, Question
from storage.votes import Count

NINETY_FIVE = 1.959964  # standard deviations to both sides that hold 95 % of a normal distribution
WHOLE = "*"
ELSEWHERE = "?"  # of unknown area; behind the code of a sub-district: somewhere in it


@dataclass(frozen=True)
class Outcome:
    """Of a question: how many have answered, and how many each option has got."""

    question: Question
    answers: int
    counts: list[int]

    def share(self, option: int) -> float:
        """Of those who have answered; with several choices the shares add up to more than one."""
        return self.counts[option] / self.answers if self.answers else 0.0

    @property
    def mean(self) -> float | None:
        """Of a scale from 1 on."""
        if self.question.kind != SCALE or not self.answers:
            return None
        return sum(count * (place + 1) for place, count in enumerate(self.counts)) / self.answers


@dataclass(frozen=True)
class Row:
    """An area in a break-down; None for a count that must not be shown."""

    area: str
    counts: list[int | None]
    exclusive: bool = True  # everybody has chosen one option, so that the counts add up to the people

    @property
    def shares(self) -> list[float] | None:
        """Only where all counts are shown: of any other area not even the sum is given away."""
        total = sum(count or 0 for count in self.counts)
        whole = self.exclusive and None not in self.counts and total > 0
        return [(count or 0) / total for count in self.counts] if whole else None

    @property
    def tells(self) -> bool:
        """Whether anything of it is shown."""
        return any(count is not None for count in self.counts)


@dataclass(frozen=True)
class Rate:
    """How many have answered of how many whom the poll has reached, with the ends of the 95 % interval."""

    answered: int
    reached: int
    low: float
    high: float

    @property
    def share(self) -> float:
        return self.answered / self.reached if self.reached else 0.0


@dataclass(frozen=True)
class Results:
    """By question: the outcome of the whole, and the rows of the areas by their codes, as far as they may be shown.

    `parts` is the tree by which the areas were counted, without anything where they are not shown.
    """

    outcomes: list[Outcome]
    rows: list[dict[str, Row]]
    parts: dict[str, list[str]] = field(default_factory=dict)

    def row(self, place: int, area: str) -> Row | None:
        """None where nothing of the area may be shown."""
        found = self.rows[place].get(area)
        return found if found and found.tells else None

    def lies_in(self, area: str) -> tuple[str, str]:
        """The sub-district and the neighbourhood of a vote's area as it was counted, wherever it lies today."""
        above = self._above.get(area, "")
        return (area, "") if above == WHOLE else (above, area if above else "")

    @cached_property
    def _above(self) -> dict[str, str]:
        return _turned(self.parts)


async def outcomes(tx: Transaction, poll: Poll) -> list[Outcome]:
    """Of the whole, as of now."""
    return _outcomes(poll, await votes.tally(tx, [question.id for question in poll.questions]))


async def compute(tx: Transaction, city: City, poll: Poll, only: int | None = None) -> Results:
    """As of now, the areas for one question alone where one is given.

    Once it is closed what was found then, so that nobody learns more by looking again, not even when the areas have
    changed; until that is found, the whole alone.
    """
    kept = await stored.kept_result(tx, poll.id) if poll.state in polls.FINISHED else None
    if kept is not None:
        return _read(poll, kept)
    counted = await votes.tally(tx, [question.id for question in poll.questions])
    if poll.state in polls.FINISHED:
        return Results(_outcomes(poll, counted), [{} for _ in poll.questions])
    return from_counts(city, poll, counted, only)


async def is_counted(tx: Transaction, poll: Poll) -> bool:
    """False from its closing until what it has found is kept."""
    return poll.state not in polls.FINISHED or await stored.kept_result(tx, poll.id) is not None


def keep(tx: Transaction, poll: Poll, found: Results) -> None:
    questions = [
        {"answers": outcome.answers, "counts": outcome.counts, "rows": {area: row.counts for area, row in rows.items()}}
        for outcome, rows in zip(found.outcomes, found.rows, strict=True)
    ]
    stored.keep_result(tx, poll.id, json.dumps({"parts": found.parts, "questions": questions}))


def _read(poll: Poll, kept: str) -> Results:
    known = json.loads(kept)
    found = Results([], [], known["parts"])
    for question, said in zip(poll.questions, known["questions"], strict=True):
        found.outcomes.append(Outcome(question, said["answers"], said["counts"]))
        exclusive = question.kind != SEVERAL
        found.rows.append({area: Row(area, counts, exclusive) for area, counts in said["rows"].items()})
    return found


def from_counts(city: City, poll: Poll, counted: Sequence[Count], only: int | None = None) -> Results:
    if not shows_areas(poll):
        return Results(_outcomes(poll, counted), [{} for _ in poll.questions])
    parts = tree(city, poll, {count.area for count in counted})
    asked = poll.questions if only is None else [poll.questions[only]]
    rows = [break_down(question, counted, parts) if question in asked else {} for question in poll.questions]
    return Results(_outcomes(poll, counted), rows, parts)


def shows_areas(poll: Poll) -> bool:
    """Of an anonymous poll only once it is closed: who looked twice would see where the votes between come from."""
    return not poll.anonymous or poll.state in polls.FINISHED


def _outcomes(poll: Poll, counted: Iterable[Count]) -> list[Outcome]:
    answers: Counter[int] = Counter()
    chosen: Counter[tuple[int, int]] = Counter()
    for count in counted:
        answers[count.question_id] += count.votes
        for option in options_in(count.chosen):
            chosen[count.question_id, option] += count.votes
    return [
        Outcome(each, answers[each.id], [chosen[each.id, option] for option in range(polls.width(each))])
        for each in poll.questions
    ]


def tree(city: City, poll: Poll, seen: Iterable[str] = ()) -> dict[str, list[str]]:
    """The areas that a poll is for: the whole, the sub-districts in it, the neighbourhoods in these.

    Votes that belong to no neighbourhood make a part of their own, so that the parts add up.
    """
    within = polls.scope(city, poll)
    parts: dict[str, list[str]] = {WHOLE: []}
    for area in city.neighbourhoods():
        if area.code in within:
            parts.setdefault(city.desk_of(area.code), []).append(area.code)
    for code in seen:
        _place(city, parts, code)
    parts[WHOLE] = [code for code in parts if code != WHOLE]
    if any(code not in city.areas for code in seen):
        parts[WHOLE].append(ELSEWHERE)
    return parts


def _place(city: City, parts: dict[str, list[str]], code: str) -> None:
    """Give a vote's area its place where the neighbourhoods offered today have none for it."""
    if code not in city.areas:
        return
    desk = city.desk_of(code)
    below = parts.setdefault(desk, [])
    leaf = code + ELSEWHERE if code == desk else code
    if leaf not in below:
        below.append(leaf)


def break_down(question: Question, counted: Iterable[Count], parts: dict[str, list[str]]) -> dict[str, Row]:
    """Each area's counts, without those that must not be shown."""
    if question.kind == WORDS:
        return {}
    table, answers = _table(question, counted, parts)
    if question.kind == SEVERAL:
        allowed = _shown_one_by_one(table, answers, parts)
    else:
        allowed = suppression.shown(table, parts, WHOLE)
    exclusive = question.kind != SEVERAL
    return {
        area: Row(area, [count if (area, at) in allowed else None for at, count in enumerate(table[area])], exclusive)
        for area in _below(parts, WHOLE)
    }


def _table(
    question: Question, counted: Iterable[Count], parts: dict[str, list[str]]
) -> tuple[dict[str, list[int]], dict[str, int]]:
    """Of each area the counts of the options, and how many have answered."""
    above = _turned(parts)
    table = {area: [0] * polls.width(question) for area in (WHOLE, *above)}
    answers = dict.fromkeys(table, 0)
    for count in counted:
        if count.question_id == question.id:
            for area in _upwards(above, _leaf(count.area, parts)):
                answers[area] += count.votes
                for option in options_in(count.chosen):
                    table[area][option] += count.votes
    return table, answers


def _turned(parts: dict[str, list[str]]) -> dict[str, str]:
    """Each area with what it lies in."""
    return {part: area for area, below in parts.items() for part in below}


def _upwards(above: dict[str, str], leaf: str) -> list[str]:
    """The area and all that it lies in."""
    return [leaf, *_upwards(above, above[leaf])] if leaf in above else [leaf]


def _shown_one_by_one(
    table: dict[str, list[int]], answers: dict[str, int], parts: dict[str, list[str]]
) -> set[tuple[str, int]]:
    """Where several may be chosen, each option is a table of its own: who has chosen it, and who has not."""
    allowed = set()
    for at in range(len(table[WHOLE])):
        half = {area: [row[at], answers[area] - row[at]] for area, row in table.items()}
        allowed |= {(area, at) for area, place in suppression.shown(half, parts, WHOLE) if place == 0}
    return allowed


def _below(parts: dict[str, list[str]], area: str) -> list[str]:
    return [deeper for part in parts.get(area, ()) for deeper in (part, *_below(parts, part))]


def _leaf(area: str, parts: dict[str, list[str]]) -> str:
    if area in parts:
        return area + ELSEWHERE
    return area if any(area in below for below in parts.values()) else ELSEWHERE


async def rate(tx: Transaction, poll: Poll) -> Rate:
    answered, reached = await votes.voters(tx, poll.id), await votes.reached(tx, poll.id)
    return Rate(answered, reached, *wilson(answered, reached))


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """The 95 % score interval of a share: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927), 209-212; recommended by
    Brown, Cai and DasGupta, Statistical Science 16 (2001), 101-133, since it holds for small and for lopsided samples.
    """
    if not trials:
        return 0.0, 1.0
    square = NINETY_FIVE**2
    share = successes / trials
    middle = (share + square / (2 * trials)) / (1 + square / trials)
    reach = NINETY_FIVE * sqrt(share * (1 - share) / trials + square / (4 * trials**2)) / (1 + square / trials)
    return max(min(middle - reach, share), 0.0), min(max(middle + reach, share), 1.0)


def may_see(poll: Poll, *, voted: bool, manages: bool) -> bool:
    """Whether somebody may see the result of the whole now. Areas are shown once it is closed, and to managers."""
    if manages:
        return True
    if poll.shown == polls.MANAGERS:
        return False
    if poll.state in polls.FINISHED:
        return True
    return poll.state == polls.OPEN and (poll.shown == polls.LIVE or (poll.shown == polls.AFTER and voted))

"""A poll from its draft to what came of it: who may do what with it, and when."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass

from services import broadcasts
from services.city import City
from services.refusal import Refusal
from services.rights import Rights
from storage import broadcasts as announced
from storage import errands, people, polls
from storage.audience.rules import Rule
from storage.broadcasts import HOUSE
from storage.database import Transaction
from storage.errands import Errand
from storage.polls import Decision, Option, Poll, Question

DRAFT, SCHEDULED, OPEN, CLOSED, DECIDED = "draft", "scheduled", "open", "closed", "decided"
DROPPED = "dropped"  # a draft that is given up
STATES = (DRAFT, DROPPED, SCHEDULED, OPEN, CLOSED, DECIDED)
FINISHED = (CLOSED, DECIDED)
# What may be done in which state, and what state follows. Everything else asks this table.
STEPS: dict[str, tuple[tuple[str, ...], str]] = {
    "schedule": ((DRAFT,), SCHEDULED),
    "open": ((DRAFT, SCHEDULED), OPEN),
    "recall": ((SCHEDULED,), DRAFT),
    "close": ((OPEN,), CLOSED),
    "decide": ((CLOSED, DECIDED), DECIDED),
}

ONE, SEVERAL, SCALE, YES_NO, WORDS = "one", "several", "scale", "yesno", "words"
KINDS = (ONE, SEVERAL, SCALE, YES_NO, WORDS)
WIDTH = {SCALE: 5, YES_NO: 3, WORDS: 0}  # how many options the kinds bring that bring their own
WITH_OPTIONS = frozenset({ONE, SEVERAL})

LIVE, AFTER, AT_CLOSING, MANAGERS = "live", "after", "closing", "managers"
SHOWN = (LIVE, AFTER, AT_CLOSING, MANAGERS)
FEW = 20  # people, of whom counts alone may tell how somebody has voted
LINK, NATIVE = "link", "native"

DAY = 86400
LASTS = 7 * DAY
REMINDER_BEFORE = DAY  # seconds before the end
REMINDER_FROM = 2 * DAY  # of a shorter poll nobody is reminded
MOST_QUESTIONS, FEWEST_OPTIONS, MOST_OPTIONS = 5, 2, 10
LONGEST_QUESTION, LONGEST_OPTION, LONGEST_DECISION = 300, 60, 1500  # characters
DECISION, FOLLOW_UP = "decision", "follow_up"
INVITATION, REMINDER, RESULT = "invitation", "reminder", "result"  # what is sent for a poll, as is a decision


def width(question: Question) -> int:
    """How many options it has."""
    return WIDTH.get(question.kind, len(question.options))


def pictured(question: Question) -> list[Option]:
    return [option for option in question.options if option.photo]


async def begin(tx: Transaction, author: int, now: int) -> Poll:
    """An empty draft, in the place of the one before: anonymous, for everybody, results after voting."""
    polls.discard_drafts(tx, author)
    return await polls.create(tx, Poll(0, DRAFT, author, now, now, anonymous=1, shown=AFTER))


async def add_question(
    tx: Transaction, poll: Poll, kind: str, words: str, options: list[Option], most: int = 1
) -> Question:
    """Raises Refusal."""
    if len(poll.questions) >= MOST_QUESTIONS:
        raise Refusal("poll-questions-most", count=MOST_QUESTIONS)
    check_words(words)
    if kind in WITH_OPTIONS:
        check_options(options)
    place = poll.questions[-1].place + 1 if poll.questions else 0
    most = min(max(most, 1), len(options)) if kind == SEVERAL else 1
    new = Question(0, poll.id, place, kind, words, most, options if kind in WITH_OPTIONS else [])
    question = await polls.add_question(tx, new)
    poll.questions.append(question)
    return question


def check_words(words: str) -> None:
    """Raises Refusal."""
    if not words or len(words) > LONGEST_QUESTION:
        raise Refusal("poll-question-long", count=LONGEST_QUESTION)


def check_options(options: list[Option]) -> None:
    """Raises Refusal."""
    if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        raise Refusal("poll-options-count", fewest=FEWEST_OPTIONS, most=MOST_OPTIONS)
    if any(not option.text or len(option.text) > LONGEST_OPTION for option in options):
        raise Refusal("poll-option-long", count=LONGEST_OPTION)
    if len({option.text for option in options}) < len(options):
        raise Refusal("poll-option-twice")


# Its way


async def launch(tx: Transaction, poll: Poll, now: int) -> None:
    """On its way: open at once, or at its time. Raises Refusal."""
    if poll.state != DRAFT:
        raise Refusal("poll-sent-before")
    if not poll.questions:
        raise Refusal("poll-no-question")
    if poll.opens is not None and poll.opens < now:
        raise Refusal("poll-too-late")
    begins = poll.opens or now
    poll.closes = poll.closes or begins + LASTS
    if poll.closes <= begins:
        raise Refusal("poll-ends-before")
    await _take(tx, poll, "open" if begins <= now else "schedule", now)
    people.note(tx, poll.author, "poll", str(poll.id), now)
    if poll.state == SCHEDULED:
        _leave(tx, poll, "open", begins)
    else:
        _plan(tx, poll, now)


async def open_(tx: Transaction, poll: Poll, now: int) -> None:
    """Its time has come. Raises Refusal."""
    await _take(tx, poll, "open", now)
    _plan(tx, poll, now)


def _plan(tx: Transaction, poll: Poll, now: int) -> None:
    """What becomes of an open poll in due time."""
    assert poll.closes is not None  # noqa: S101  # set when it was launched
    poll.opens = poll.opens or now
    polls.put(tx, poll, now)
    _leave(tx, poll, "close", poll.closes)
    if poll.remind and poll.closes - now >= REMINDER_FROM:
        _leave(tx, poll, "remind", poll.closes - REMINDER_BEFORE)


def _leave(tx: Transaction, poll: Poll, what: str, due: int) -> None:
    errands.leave(tx, Errand(f"poll:{what}:{poll.id}:{due}", f"poll_{what}", {"poll": poll.id, "due": due}, due))


async def close(tx: Transaction, poll: Poll, now: int) -> None:
    """No vote any more; what follows is services/sealing.py. Raises Refusal."""
    await _take(tx, poll, "close", now)
    poll.closed = now
    polls.put(tx, poll, now)
    await _call_off(tx, poll, now)


async def _call_off(tx: Transaction, poll: Poll, now: int) -> None:
    """Nobody who still waits for their turn is asked any more."""
    for number, kind in await polls.sendings(tx, poll.id):
        if kind in {INVITATION, REMINDER}:
            with contextlib.suppress(Refusal):  # everybody has got it
                await broadcasts.cancel(tx, number, HOUSE, now)


async def decide(tx: Transaction, poll: Poll, kind: str, words: str, by: int, now: int) -> Decision:
    """What is to be done, or has been done, about what people said. Raises Refusal."""
    if not words or len(words) > LONGEST_DECISION:
        raise Refusal("poll-decision-long", count=LONGEST_DECISION)
    await _take(tx, poll, "decide", now)
    made = Decision(0, poll.id, kind, words, by, now)
    polls.decide(tx, made)
    people.note(tx, by, f"poll:{kind}", str(poll.id), now)
    return made


async def recall(tx: Transaction, poll: Poll, now: int) -> None:
    """A draft again, as long as nobody has got it. Raises Refusal."""
    await _take(tx, poll, "recall", now)


async def remind_once(tx: Transaction, poll: Poll, now: int) -> None:
    """Raises Refusal."""
    if poll.state != OPEN:
        raise Refusal("poll-not-open")
    if poll.reminded is not None:
        raise Refusal("poll-reminded-before")
    poll.reminded = now
    polls.put(tx, poll, now)


async def _take(tx: Transaction, poll: Poll, step: str, now: int) -> None:
    """Raises Refusal."""
    sources, to = STEPS[step]
    if not await polls.move(tx, poll.id, sources, to, now):
        raise Refusal("poll-not-now")
    poll.state = to
    polls.put(tx, poll, now)


# Whom it concerns


def areas_of(poll: Poll) -> list[str]:
    """The areas that it is for; none where it is for the whole city."""
    return next((list(rule.value) for rule in poll.audience if rule.kind == "area"), [])


def scope(city: City, poll: Poll) -> set[str]:
    """Every area, of any level, in which somebody may live who may answer."""
    asked = [code for code in areas_of(poll) if code in city.areas] or [city.root]
    return {code for each in asked for code in city.subtree(each)}


def concerns(city: City, poll: Poll, area: str) -> bool:
    """Whether the managers of an area hear of its result: it is for their area, for more, or for a part of it."""
    asked = [code for code in areas_of(poll) if code in city.areas]
    return area in scope(city, poll) or any(area in city.ancestors(code) for code in asked)


@dataclass(frozen=True)
class Standing:
    """What somebody may do with a poll: `manages` to see everything and to decide, `administers` to send and stop."""

    administers: bool
    manages: bool


async def standing(tx: Transaction, rights: Rights, city: City, poll: Poll, person_id: int) -> Standing:
    if await rights.is_administrator(tx, person_id):
        return Standing(administers=True, manages=True)
    for code in areas_of(poll) or [city.root]:
        if code not in city.areas or not await rights.manages(tx, person_id, code, city):
            return Standing(administers=False, manages=False)
    return Standing(administers=False, manages=True)


# Broadcasts about it


async def tells_who_voted(tx: Transaction, audience: Iterable[Rule]) -> bool:
    """Whether whoever knows the people of an audience knows who has taken part in an anonymous poll, or who has not."""
    for rule in await _all_rules(tx, audience):
        if rule.kind in {"answered", "unanswered"}:
            poll = await polls.get(tx, rule.value["poll"] if rule.kind == "answered" else rule.value)
            if poll is None or poll.anonymous:
                return True
    return False


async def _all_rules(tx: Transaction, audience: Iterable[Rule]) -> list[Rule]:
    """Those, too, of the broadcasts that have not reached them: who is left over tells whom these were for."""
    rules, known = list(audience), set[int]()
    for rule in rules:  # of which there are more and more
        if rule.kind == "unreached" and rule.value not in known:
            known.add(rule.value)
            earlier = await announced.get(tx, rule.value, lock=False)
            rules += earlier.audience if earlier else []
    return rules

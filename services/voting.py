"""One person, one vote: taken, changed until the poll closes, counted where the voter lived when it was cast."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from services import ballots, polls
from services.city import City
from services.polls import OPEN, SEVERAL, WORDS
from services.refusal import Refusal
from storage import polls as stored
from storage import reports, votes
from storage.database import Transaction
from storage.people import Person
from storage.polls import Poll, Question
from storage.votes import Vote

LONGEST_WORDS = 1000  # characters of an answer


@dataclass(frozen=True)
class Voter:
    """Somebody at a poll: what they have answered so far, and whether that can still be found."""

    person_id: int
    votes: dict[int, Vote]
    sealed: bool

    @property
    def has_answered(self) -> bool:
        return bool(self.votes) or self.sealed

    def next_question(self, poll: Poll) -> Question | None:
        """The first that they have not answered."""
        return next((question for question in poll.questions if question.id not in self.votes), None)


def bit(option: int) -> int:
    return 1 << option


def options_in(chosen: int) -> list[int]:
    """The places of the options that were chosen."""
    return [place for place in range(chosen.bit_length()) if chosen >> place & 1]


async def voter(tx: Transaction, key: bytes, poll: Poll, person_id: int) -> Voter:
    """Whoever has voted and whose receipts find nothing has voted under another token, or in a poll that is closed."""
    voted, known = await votes.of_person(tx, poll.id, person_id, ballots.receipts(key, poll, person_id))
    return Voter(person_id, known, sealed=voted and not known)


async def cast(
    tx: Transaction, city: City, key: bytes, poll: Poll, question: Question, person: Person,
    now: int, *, chosen: int = 0, words: str = "",
) -> Voter:  # fmt: skip
    """A first vote, or another one in its place. Raises Refusal.

    `poll` must be held by this transaction, so that it does not close meanwhile.
    """
    if poll.state != OPEN or poll.closes is None or poll.closes <= now:
        raise Refusal("poll-not-open")
    _check(question, chosen, words)
    at = await voter(tx, key, poll, person.id)
    if at.sealed:
        raise Refusal("poll-sealed")
    area = await _area(tx, city, poll, person, at.votes.values())
    receipt = ballots.receipts(key, poll, person.id)[question.id]
    vote = Vote(question.id, receipt, area, chosen, words, None if poll.anonymous else person.id)
    votes.put(tx, vote)
    if not at.votes:
        votes.note_voter(tx, poll.id, person.id)
        stored.remind_no_more(tx, poll.id, person.id)
    at.votes[question.id] = vote
    return at


def _check(question: Question, chosen: int, words: str) -> None:
    if question.kind == WORDS:
        if not 0 < len(words) <= LONGEST_WORDS:
            raise Refusal("poll-words-long", count=LONGEST_WORDS)
        return
    count = chosen.bit_count()
    if chosen >> polls.width(question) or not count:
        raise Refusal("poll-choose")
    if count > (question.most if question.kind == SEVERAL else 1):
        raise Refusal("poll-choose-most", count=question.most)


async def _area(tx: Transaction, city: City, poll: Poll, person: Person, before: Iterable[Vote]) -> str:
    """Where they live; once they have voted, where they lived then."""
    area = next((vote.area for vote in before), None)
    return await home(tx, city, poll, person) if area is None else area


async def home(tx: Transaction, city: City, poll: Poll, person: Person) -> str:
    """Where somebody counts in a poll; "" where nobody knows. Raises Refusal where the poll is for others.

    Whoever has not said where they live counts where they have reported something last, as in audiences.
    """
    inside = polls.scope(city, poll)
    said = person.home in city.areas
    area = person.home if said else await reports.last_area(tx, person.id, sorted(inside)) or ""
    if polls.areas_of(poll) and area not in inside:
        raise Refusal("poll-not-yours" if area else "poll-home-needed")
    return area


def settle_in(tx: Transaction, key: bytes, poll: Poll, person_id: int, area: str) -> None:
    """They have said where they live after they had voted."""
    votes.settle_in(tx, ballots.receipts(key, poll, person_id).items(), area)

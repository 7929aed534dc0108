"""The end of a poll: its votes are counted for good, and those of an anonymous one written anew, so that nobody can lay
them at anybody's door.

It is done in short steps, between which everybody else is served; all may be begun anew after any of them.
"""

from __future__ import annotations

from secrets import randbelow

from services import results
from services.city import City
from services.results import Results
from storage import polls, votes
from storage.database import Transaction
from storage.polls import Poll
from storage.votes import Count

PAGE = 2048  # receipts read at once
STEP = 128  # votes written at once: on SQLite each lies on pages of its own


class Sealing:
    """Which votes are written together is left to chance: on PostgreSQL that can be told for ever."""

    def __init__(self, city: City, poll: Poll) -> None:
        self._city, self._poll = city, poll
        self._counted: list[Count] = []
        self._uncounted = [question.id for question in poll.questions]
        self._unread = list(self._uncounted) if poll.anonymous else []
        self._unsealed: dict[int, list[str]] = {}

    async def step(self, tx: Transaction) -> bool:
        """False when all is done. Its poll is closed."""
        if self._uncounted:
            self._counted += await votes.tally(tx, [self._uncounted.pop()])
        elif self._unread:
            await self._read(tx, self._unread[-1])
        elif self._unsealed:
            await self._seal(tx, next(iter(self._unsealed)))
        else:
            tx.clears_log = True
            return False
        return True

    async def _read(self, tx: Transaction, question: int) -> None:
        known = self._unsealed.setdefault(question, [])
        page = await votes.unsealed(tx, question, known[-1] if known else "", PAGE)
        known += page
        if len(page) < PAGE:
            self._unread.pop()

    async def _seal(self, tx: Transaction, question: int) -> None:
        """Whoever else does the same meanwhile waits, and then finds these votes no more."""
        await polls.get(tx, self._poll.id, lock="update")
        left = self._unsealed[question]
        if left:
            votes.seal(tx, question, [_drawn(left) for _ in range(min(STEP, len(left)))])
        else:
            del self._unsealed[question]

    def found(self) -> Results:
        """Takes its time where there are many areas."""
        return results.from_counts(self._city, self._poll, self._counted)


def _drawn(receipts: list[str]) -> str:
    """One of them by lot, and no more among them."""
    place = randbelow(len(receipts))
    receipts[place], receipts[-1] = receipts[-1], receipts[place]
    return receipts.pop()


async def seal(tx: Transaction, city: City, poll: Poll) -> None:
    """All of it at once, for a poll of which nobody is to hear."""
    sealing = Sealing(city, poll)
    while await sealing.step(tx):
        pass
    results.keep(tx, poll, sealing.found())

"""The newest polls, to choose one of."""

from __future__ import annotations

from handlers.audience.choices import Choice, one_a_row
from handlers.talk import Talk
from locales.text import shortened
from services.polls import CLOSED, DECIDED, OPEN
from storage import polls

MOST = 12
TITLE = 45  # characters
LONGEST = 18  # digits of a number that a database takes


async def newest(talk: Talk, chosen: int | None) -> list[list[Choice]]:
    found = await polls.in_states(talk.tx, (OPEN, CLOSED, DECIDED), MOST)
    return one_a_row([Choice(shortened(poll.title, TITLE), str(poll.id), chosen=poll.id == chosen) for poll in found])


def number(given: str) -> int:
    """Raises LookupError."""
    if not given.isdecimal() or len(given) > LONGEST:
        raise LookupError(given)
    return int(given)

"""What the morning's digest says of polls: each that concerns the area, with the area's result as far as it may be
shown."""

from __future__ import annotations

from handlers.polls import wording
from handlers.voice import Voice
from locales.text import number, shortened
from locales.words import Html, Words
from services import polls as service
from services import results
from services.polls import OPEN, WORDS
from services.results import Results
from storage import polls
from storage.polls import Poll

DAY = 86400
MOST = 3
TITLE = 80  # characters


async def lines(voice: Voice, area: str) -> list[Html]:
    """The open ones, and those that have closed since the digest before; nothing where there are none."""
    recent = await polls.closed_since(voice.tx, voice.now - DAY)
    found = [*await polls.in_states(voice.tx, (OPEN,), MOST * 3), *recent]
    concerned = [poll for poll in found if service.concerns(voice.house.city, poll, area)][:MOST]
    said: list[Html] = []
    for poll in concerned:
        first = next((at for at, question in enumerate(poll.questions) if question.kind != WORDS), None)
        computed = await results.compute(voice.tx, voice.house.city, poll, first)
        said += [Html(""), *_lines(voice.words(), poll, computed, first, area)]
    return said


def _lines(own: Words, poll: Poll, found: Results, first: int | None, area: str) -> list[Html]:
    key = "digest-poll-open" if poll.state == OPEN else "digest-poll-closed"
    answers = number(max((outcome.answers for outcome in found.outcomes), default=0), own.language)
    said = [own(key, title=shortened(poll.title, TITLE), answers=answers)]
    if first is None:
        return said
    row = found.row(first, area)
    if row:
        return [*said, *wording.versus(own, row, found.outcomes[first])]
    return [*said, *wording.outcome_lines(own, found.outcomes[first], 4)]

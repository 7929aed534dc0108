"""The draft that an administrator is at: found again, kept, and left alone by everybody else."""

from __future__ import annotations

from handlers import steps
from handlers.talk import Talk
from storage import broadcasts
from storage.broadcasts import DRAFT, Broadcast

MOST_DIGITS = 15  # of a number that a button carries


def number_in(text: str) -> int:
    """0 for what is no number."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else 0


async def awaited(talk: Talk) -> Broadcast | None:
    """The draft that the question was about; None, and no more questions, where it is no longer theirs to change."""
    draft = await broadcasts.get(talk.tx, talk.dialogue.data["broadcast"])
    if draft and is_open(talk, draft) and await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        return draft
    talk.rest()
    talk.say("broadcast-draft-gone")
    return None


def is_open(talk: Talk, broadcast: Broadcast) -> bool:
    return broadcast.state == DRAFT and broadcast.author == talk.person.id


def keep(talk: Talk, draft: Broadcast) -> None:
    broadcasts.put(talk.tx, draft, talk.now)


def ask_no_more(talk: Talk) -> None:
    """Whatever was asked about the draft; a report in the making goes on."""
    if talk.dialogue.step in steps.BROADCAST:
        talk.rest()

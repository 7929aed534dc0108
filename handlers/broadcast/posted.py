"""What has become of the posts in channels and groups: those of which it is not sure may be posted again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.broadcast import failures, places
from handlers.keyboards import Button, button
from handlers.voice import Voice
from locales.words import Html, Words
from services.polls import FINISHED
from storage import outbox, polls
from storage.broadcasts import CANCELLED, Broadcast, Place
from storage.outbox import UNSURE, Letter


@dataclass(frozen=True)
class Doubtful:
    """A post that is unsure, or has failed. `chosen` is the place as it was chosen; its group may have moved since.

    `again` while it may be posted once more; `title` is empty where the chat is not known any more.
    """

    chosen: Place
    chat_id: int
    title: str
    again: bool
    unsure: bool
    error: str

    def place(self, own: Words) -> str:
        return self.title or own.code(str(self.chat_id))


def name(broadcast_id: int, place: Place) -> str:
    """What the letters of a post are about."""
    return f"place:{broadcast_id}:{place.chat_id}:{place.thread_id}"


def _names(broadcast: Broadcast) -> dict[str, Place]:
    return {name(broadcast.id, place): place for place in broadcast.places}


async def is_under_way(voice: Voice, broadcast: Broadcast) -> bool:
    return bool(broadcast.places) and await outbox.pending(voice.tx, _names(broadcast))


async def doubtful(voice: Voice, broadcast: Broadcast, *, over: bool) -> list[Doubtful]:
    """One for each place, also where it has been taken from the bot since: nobody else tells of the post."""
    names = _names(broadcast)
    letters = await outbox.doubtful(voice.tx, names) if names else []
    known = await places.titles(voice) if letters else {}
    found: dict[Place, Doubtful] = {}
    for letter in letters:
        chosen = names[str(letter.about)]
        found.setdefault(chosen, _doubtful(letter, chosen, known, over=over))
    return list(found.values())


async def is_over(voice: Voice, broadcast: Broadcast) -> bool:
    """It was cancelled, or asks for answers to a poll that takes none any more."""
    poll = await polls.of_broadcast(voice.tx, broadcast.id)
    return broadcast.state == CANCELLED or (poll is not None and poll.state in FINISHED)


def _doubtful(letter: Letter, chosen: Place, known: Mapping[Place, str], *, over: bool) -> Doubtful:
    """The group may be bound to another topic by now: then it is still known by its title."""
    here = Place(letter.chat_id, chosen.thread_id)
    of_chat = next((title for place, title in known.items() if place.chat_id == letter.chat_id), "")
    unsure, error = letter.state == UNSURE, letter.error or ""
    return Doubtful(chosen, letter.chat_id, known.get(here, of_chat), here in known and not over, unsure, error)


def lines(own: Words, found: Sequence[Doubtful]) -> list[Html]:
    said = [
        own("broadcast-post-unsure", place=each.place(own))
        if each.unsure
        else own("broadcast-post-failed", place=each.place(own), reason=failures.in_words(own, each.error))
        for each in found
    ]
    return [*said, own("broadcast-post-look")] if any(each.unsure and each.again for each in found) else said


def buttons(own: Words, broadcast: Broadcast, found: Sequence[Doubtful]) -> list[list[Button]]:
    """To post again where that may be done."""
    return [
        [
            button(
                own.plain("button-post-again", place=each.title),
                f"broadcast:post:{broadcast.id}:{each.chosen.chat_id}:{each.chosen.thread_id}",
            )
        ]
        for each in found
        if each.again
    ]


async def chosen(voice: Voice, broadcast: Broadcast, given: str) -> str | None:
    """The name of the post that a button stands for; None where there is nothing to post again, or no more right to."""
    key = f"place:{broadcast.id}:{given}"
    found = await doubtful(voice, broadcast, over=await is_over(voice, broadcast))
    return key if any(each.again and name(broadcast.id, each.chosen) == key for each in found) else None

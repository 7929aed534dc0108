"""What has become of the posts in channels and groups: those of which it is not sure may be posted again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.broadcast import failures, places
from handlers.keyboards import Button, button
from handlers.voice import Voice
from locales.words import Html, Words
from storage import outbox
from storage.broadcasts import Broadcast, Place
from storage.outbox import UNSURE


@dataclass(frozen=True)
class Doubtful:
    """A post that is unsure, or has failed. `chosen` is the place as it was chosen; its group may have moved since."""

    chosen: Place
    title: str
    unsure: bool
    error: str


def name(broadcast_id: int, place: Place) -> str:
    """What the letters of a post are about."""
    return f"place:{broadcast_id}:{place.chat_id}:{place.thread_id}"


def _names(broadcast: Broadcast) -> dict[str, Place]:
    return {name(broadcast.id, place): place for place in broadcast.places}


async def is_under_way(voice: Voice, broadcast: Broadcast) -> bool:
    return bool(broadcast.places) and await outbox.pending(voice.tx, _names(broadcast))


async def doubtful(voice: Voice, broadcast: Broadcast) -> list[Doubtful]:
    """One for each place that is still the bot's; of those that are not, all have been told."""
    names = _names(broadcast)
    letters = await outbox.doubtful(voice.tx, names) if names else []
    known = await places.titles(voice) if letters else {}
    found: dict[Place, Doubtful] = {}
    for letter in letters:
        chosen = names[str(letter.about)]
        title = known.get(Place(letter.chat_id, chosen.thread_id))
        if title is not None:
            found.setdefault(chosen, Doubtful(chosen, title, letter.state == UNSURE, letter.error or ""))
    return list(found.values())


def lines(own: Words, found: Sequence[Doubtful]) -> list[Html]:
    said = [
        own("broadcast-post-unsure", place=each.title)
        if each.unsure
        else own("broadcast-post-failed", place=each.title, reason=failures.in_words(own, each.error))
        for each in found
    ]
    return [*said, own("broadcast-post-look")] if any(each.unsure for each in found) else said


def buttons(own: Words, broadcast: Broadcast, found: Sequence[Doubtful]) -> list[list[Button]]:
    return [
        [
            button(
                own.plain("button-post-again", place=each.title),
                f"broadcast:post:{broadcast.id}:{each.chosen.chat_id}:{each.chosen.thread_id}",
            )
        ]
        for each in found
    ]


def chosen(broadcast: Broadcast, given: str) -> str | None:
    """The name of the post that a button stands for; None where there is none."""
    return next((key for key in _names(broadcast) if key == f"place:{broadcast.id}:{given}"), None)

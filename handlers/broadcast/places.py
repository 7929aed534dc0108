"""Where else a broadcast is posted: the district's channels, the managers' groups."""

from __future__ import annotations

from handlers.broadcast import drafts, keyboard
from handlers.keyboards import Button, button, inline
from handlers.talk import Talk
from handlers.voice import Voice
from storage import channels, organisation
from storage.broadcasts import Broadcast, Place


async def titles(voice: Voice) -> dict[Place, str]:
    """All that may be chosen, by what it is called."""
    known = {Place(channel.chat_id): channel.title for channel in await channels.all(voice.tx)}
    for bound in await organisation.bindings(voice.tx):
        known[Place(bound.chat_id, bound.thread_id)] = bound.title
    return known


async def show(talk: Talk, draft: Broadcast, _: str = "") -> None:
    known = await titles(talk)
    rows = [[_choice(draft, place, title)] for place, title in known.items()]
    talk.show(
        talk.own("broadcast-places" if rows else "broadcast-places-none"), inline(*rows, keyboard.back(talk.own, draft))
    )


def _choice(draft: Broadcast, place: Place, title: str) -> Button:
    mark = "✅ " if place in draft.places else ""
    return button(mark + title, f"broadcast:place:{draft.id}:{place.chat_id}:{place.thread_id}")


async def toggle(talk: Talk, draft: Broadcast, given: str) -> None:
    known = {f"{place.chat_id}:{place.thread_id}": place for place in await titles(talk)}
    if given not in known:
        talk.toast("button-old", alert=True)
        return
    place = known[given]
    draft.places = [each for each in draft.places if each != place] if place in draft.places else [*draft.places, place]
    drafts.keep(talk, draft)
    await show(talk, draft)

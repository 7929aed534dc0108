"""A broadcast in a few words, for lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.broadcast.figures import state_of
from handlers.talk import Talk
from locales import dates
from locales.text import shortened
from locales.words import DEFAULT, Words
from storage import broadcasts
from storage.broadcasts import Broadcast, Call

LETTERS = 28  # what a button has room for


def of(own: Words, content: Sequence[Call], most: int = LETTERS) -> str:
    """The beginning of what it says."""
    said = (call.parameters.get("text") or call.parameters.get("caption") or _of_album(call) for call in content)
    text = " ".join(str(next(filter(None, said), "")).split())
    return shortened(text, most) if text else own.plain("broadcast-wordless")


def _of_album(call: Call) -> str:
    captions = (item.get("caption", "") for item in call.parameters.get("media", ()))
    return next(filter(None, captions), "")


async def labels(talk: Talk, found: Iterable[Broadcast]) -> dict[int, str]:
    """By their numbers: when, how it stands, what it says."""
    return {broadcast.id: await _label(talk, broadcast) for broadcast in found}


async def _label(talk: Talk, broadcast: Broadcast) -> str:
    contents = await broadcasts.content(talk.tx, broadcast.id)
    return talk.own.plain(
        "broadcast-entry",
        number=broadcast.id,
        gist=of(talk.own, contents.get(DEFAULT, ())),
        state=state_of(talk.own, broadcast),
        date=dates.short_date(broadcast.start_at or broadcast.changed, talk.own.language, talk.house.city.zone),
    )

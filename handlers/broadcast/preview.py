"""«پیش‌نمایش»: each version exactly as people will get it."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.audience.language import name
from handlers.broadcast import panel, shown
from handlers.talk import Talk
from handlers.voice import Address, Voice
from locales.words import LANGUAGES, Words
from storage import broadcasts
from storage.broadcasts import Broadcast
from storage.outbox import ANSWER


async def show(talk: Talk, draft: Broadcast, _: str = "") -> None:
    talk.close_buttons()
    await send(talk, talk.chat, talk.own, draft, lane=ANSWER)
    await panel.show(talk, draft)


async def send(voice: Voice, to: Address, own: Words, broadcast: Broadcast, *, lane: int) -> None:
    contents = await broadcasts.content(voice.tx, broadcast.id)
    for language in _versions(contents):
        voice.write(to, own("broadcast-preview-head", language=name(language)), lane=lane)
        for call in shown.calls(voice.house, broadcast, contents, language):
            voice.send(to, call.method, call.parameters, lane=lane)


def _versions(contents: Iterable[str]) -> list[str]:
    known = set(contents)
    return [language for language in LANGUAGES if language in known]

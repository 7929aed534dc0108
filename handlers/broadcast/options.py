"""Two small choices: what a broadcast is about, and whether it is urgent."""

from __future__ import annotations

from handlers.broadcast import drafts, keyboard, panel
from handlers.keyboards import button, inline
from handlers.talk import Talk
from services.topics import TOPICS
from storage.broadcasts import Broadcast


async def ask_topic(talk: Talk, draft: Broadcast, _: str) -> None:
    rows = [
        [
            button(
                ("✅ " if topic == draft.topic else "") + talk.own.plain(f"topic-{topic}"),
                f"broadcast:about:{draft.id}:{topic}",
            )
        ]
        for topic in TOPICS
    ]
    talk.show(talk.own("broadcast-topic-ask"), inline(*rows, keyboard.back(talk.own, draft)))


async def choose_topic(talk: Talk, draft: Broadcast, topic: str) -> None:
    if topic not in TOPICS:
        talk.toast("button-old", alert=True)
        return
    draft.topic = topic
    drafts.keep(talk, draft)
    await panel.show(talk, draft)


async def toggle_urgent(talk: Talk, draft: Broadcast, _: str) -> None:
    """Goes out in the quiet hours, too, once another administrator has confirmed it."""
    draft.urgent = 0 if draft.urgent else 1
    drafts.keep(talk, draft)
    if draft.urgent:
        talk.toast("broadcast-urgent-hint", alert=True)
    await panel.show(talk, draft)

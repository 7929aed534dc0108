"""Who may look after which event."""

from __future__ import annotations

from handlers.talk import Talk
from storage.events import DRAFT, Event


async def may_edit(talk: Talk, event: Event) -> bool:
    """Drafts are for who made them, events for whoever runs the centre now."""
    if event.state == DRAFT and event.author != talk.person.id:
        return False
    rights = talk.house.rights
    if event.centre:
        return await rights.runs(talk.tx, talk.person.id, event.centre)
    return bool(await rights.centres(talk.tx, talk.person.id, talk.house.city))

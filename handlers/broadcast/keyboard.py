"""The buttons of a broadcast: under what people get, under its progress, under its summary."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.house import House
from handlers.keyboards import Button, Keyboard, button, inline
from locales.words import DEFAULT, Words
from services.broadcasts import STOPPABLE, Figures
from storage.broadcasts import CANCELLED, DONE, PAUSED, RUNNING, Broadcast

PREFIX = "go:"  # what a button begins with that is an action of the bot's own (handlers/shortcuts.py)


def under(own: Words, broadcast: Broadcast) -> Keyboard:
    """Its own button, and the one that turns its topic off."""
    return inline(_own(own, broadcast), switch(own, broadcast))


def switch(own: Words, broadcast: Broadcast, *, off: bool = False) -> list[Button]:
    """Turns its topic off; or on again, where it is `off`."""
    topic = own.plain(f"topic-named-{broadcast.topic}")
    label = own.plain("topic-again" if off else "topic-stop", topic=topic)
    verb = "on" if off else "off"
    return [button(label, f"topic:{verb}:{broadcast.topic}:{broadcast.id}")]


def in_public(house: House, own: Words, broadcast: Broadcast) -> Keyboard | None:
    """In channels and groups an action of the bot's own is a link to it."""
    rows = _own(own, broadcast)
    for row in rows:
        if data := row.pop("callback_data", None):
            row["url"] = house.link(data.removeprefix(PREFIX))
    return inline(rows) if rows else None


def _own(own: Words, broadcast: Broadcast) -> list[Button]:
    if broadcast.button is None:
        return []
    label, target = broadcast.button.label, broadcast.button.target
    text = label.get(own.language) or label[DEFAULT]
    return [button(text, target) if target.startswith(PREFIX) else {"text": text, "url": target}]


def of_state(own: Words, broadcast: Broadcast) -> Keyboard | None:
    """Under a broadcast that is on its way: what may be done with it now."""
    number, row = broadcast.id, []
    if broadcast.state == RUNNING:
        row.append(button(own.plain("button-pause"), f"broadcast:pause:{number}"))
    elif broadcast.state == PAUSED:
        row.append(button(own.plain("button-resume"), f"broadcast:resume:{number}"))
    if broadcast.state in STOPPABLE:
        row.append(button(own.plain("button-stop"), f"broadcast:stop:{number}"))
    return inline(row) if row else None


def decision(own: Words, broadcast: Broadcast) -> list[Button]:
    """For the second administrator of an urgent one."""
    return [
        button(own.plain("button-confirm"), f"broadcast:confirm:{broadcast.id}"),
        button(own.plain("button-reject"), f"broadcast:reject:{broadcast.id}"),
    ]


def at_the_end(
    own: Words, broadcast: Broadcast, figures: Figures, posts: Sequence[list[Button]] = (), *, over: bool
) -> Keyboard | None:
    """Under the summary: those who may be tried again unless it is `over`, the `posts` that may be, and the list."""
    number, rows, again = broadcast.id, [], broadcast.state == DONE and not over
    if figures.failed and again:
        rows.append([button(own.plain("button-again-failed"), f"broadcast:failed:{number}")])
    if figures.unsure and again:
        rows.append([button(own.plain("button-again-unsure"), f"broadcast:unsure:{number}")])
    if again:
        rows += posts
    if figures.total and broadcast.state in {DONE, CANCELLED}:
        rows.append([button(own.plain("button-list"), f"broadcast:list:{number}")])
    return inline(*rows) if rows else None


def back(own: Words, draft: Broadcast) -> list[Button]:
    """From a page behind a draft's panel to the panel."""
    return [button(own.plain("button-back"), f"broadcast:panel:{draft.id}")]

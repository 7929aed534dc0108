"""What the bot can do at one tap from anywhere: under a broadcast, or by a link from a channel."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from handlers import mine, report, settings
from handlers.events import browse
from handlers.events import card as event_card
from handlers.polls import answer as poll_answer
from handlers.polls import page as poll_page
from handlers.polls import seen as polls_seen
from handlers.talk import Talk

ACTIONS = {
    "report": ("menu-report", report.begin),
    "mine": ("menu-mine", mine.show),
    "events": ("menu-events", browse.begin),
    "polls": ("menu-polls", polls_seen.listed),
    "settings": ("menu-settings", settings.show),
}
# What a letter and a number open.
THINGS: dict[str, Callable[[Talk, int], Awaitable[None]]] = {
    event_card.PREFIX: event_card.opened,
    poll_page.PREFIX: poll_answer.opened,
}
THING = re.compile(r"([a-z])(\d{1,15})", re.ASCII)


def known(name: str) -> bool:
    """Whether there is such an action, or such a sort of thing to open."""
    thing = THING.fullmatch(name)
    return name in ACTIONS or (thing is not None and thing[1] in THINGS)


async def take(talk: Talk, name: str) -> None:
    """What is known is done."""
    if name in ACTIONS:
        await ACTIONS[name][1](talk, "")
    else:
        await THINGS[name[0]](talk, int(name[1:]))


async def pressed(talk: Talk, name: str, _: str) -> None:
    if known(name):
        await take(talk, name)
    else:
        talk.toast("button-old", alert=True)

"""What the bot can do at one tap from anywhere: under a broadcast, or by a link from a channel."""

from __future__ import annotations

from handlers import mine, report, settings
from handlers.talk import Talk

ACTIONS = {
    "report": ("menu-report", report.begin),
    "mine": ("menu-mine", mine.show),
    "settings": ("menu-settings", settings.show),
}


async def pressed(talk: Talk, name: str, _: str) -> None:
    if name in ACTIONS:
        await ACTIONS[name][1](talk, "")
    else:
        talk.toast("button-old", alert=True)

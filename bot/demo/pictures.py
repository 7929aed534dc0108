"""The sample pictures that the local Telegram carries, made known to the bot: covers of reports, and a result."""

from __future__ import annotations

from importlib import resources

from bot.demo.district import Picture
from bot.demo.words import vocabulary
from sandbox.bots import BotAccount
from sandbox.files import stored
from sandbox.methods.files import know

FOLDER = resources.files("sandbox").joinpath("web", "static", "samples")


def share(bot: BotAccount) -> dict[str, Picture]:
    """By what they show: what reports are about, and what was repaired."""
    return {name: _known(bot, name) for name in sorted(vocabulary().pictures())}


def _known(bot: BotAccount, name: str) -> Picture:
    file = stored("photo", FOLDER.joinpath(f"{name}.jpg").read_bytes())
    know(bot, file)
    return Picture(file.file_id, file.unique_id)

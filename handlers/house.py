"""What is the same for every update: the city, the rules of this installation, the bot's own name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from locales.words import Words, words
from services.city import City
from services.programme import THURSDAY_EVENING, Weekly
from services.quiet import seconds_left
from services.reports import Limits
from services.rights import Rights

GROUP_LANGUAGE = "fa"  # managers work in Persian


@dataclass
class House:
    """`bot` is the username without @; `city` is replaced when an import has changed it."""

    city: City
    rights: Rights
    limits: Limits
    digest_time: time
    quiet_hours: tuple[time, time]
    bot: str
    ballot_key: bytes  # what receipts of votes are made with; in no database
    paid: bool = False  # whether sends carry allow_paid_broadcast
    rate: int = 30  # messages a second over all chats
    programme: Weekly = THURSDAY_EVENING  # when the week's events are sent
    bulk_a_week: int = 7  # bulk messages that somebody gets in a week at most; 0 for no limit

    def words(self, language: str = GROUP_LANGUAGE) -> Words:
        return words(language)

    def quiet(self, now: int) -> int:
        """Seconds left of the quiet hours."""
        return seconds_left(self.quiet_hours, self.city.zone, now)

    def link(self, payload: str) -> str:
        return f"https://t.me/{self.bot}?start={payload}"

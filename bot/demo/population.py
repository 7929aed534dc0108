"""The made-up district: what its people have lived through before the visitor comes, written by the real services."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.demo import cast, events, people, polls, reports
from bot.demo.district import District

# A capability joins the district with a file of its own and a line here.
CHAPTERS: tuple[Callable[[District], Awaitable[None]], ...] = (
    cast.move_in,
    people.move_in,
    reports.live,
    events.take_place,
    polls.ask,
)


async def populate(district: District) -> None:
    for chapter in CHAPTERS:
        await chapter(district)

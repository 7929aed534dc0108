"""When there is nothing more to come: before that nobody can say what was not sent, or how often."""

import asyncio

from storage import broadcasts
from tests.conftest import World
from tests.conversations.story import settled


async def all_said(world: World) -> None:
    """Errands are run, announcements are through, and no letter is on its way."""
    await world.tick()
    await announced(world)
    await settled(world)


async def announced(world: World) -> None:
    assert world.app
    for _ in range(750):
        async with world.app.database.transaction() as tx:
            if not await broadcasts.active(tx):
                return
        await asyncio.sleep(0.02)
    raise AssertionError("an announcement is still on its way")

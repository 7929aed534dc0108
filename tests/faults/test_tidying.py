"""What nobody will come back to is forgotten, and nothing else."""

from handlers.errands import ERRANDS, KEEP_EVENT_DRAFTS, KEEP_REPLAYED
from handlers.voice import Voice
from services.events import blank
from storage import events, updates
from tests.conftest import World


async def test_a_replayed_update_is_forgotten_after_a_month(world: World) -> None:
    app = world.app
    assert app
    now = app.now()
    async with app.database.transaction() as tx:
        ages = [KEEP_REPLAYED + 1, KEEP_REPLAYED + 1, 1]
        old, _, young = [await updates.set_aside(tx, {}, "it failed", "", now - age) for age in ages]
        for number in (old, young):
            updates.mark_replayed(tx, number)
        await ERRANDS["tidy"](Voice(tx, app.house, now), {})
        assert await updates.count_set_aside(tx) == 1
        assert len(await tx.fetch_all("SELECT id FROM set_aside", {})) == 2


async def test_a_draft_of_an_event_is_forgotten_after_a_month(world: World) -> None:
    app = world.app
    assert app
    now = app.now()
    async with app.database.transaction() as tx:
        old, young = [await events.add(tx, blank(1, now - age)) for age in (KEEP_EVENT_DRAFTS + 1, 1)]
        await ERRANDS["tidy"](Voice(tx, app.house, now), {})
        assert await events.get(tx, old.id) is None
        assert await events.get(tx, young.id)

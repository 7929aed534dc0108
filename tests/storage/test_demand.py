"""Requests of which a draft was made, and the draft dropped."""

from collections.abc import Callable

import pytest

from services import demand
from services.events import blank
from storage import events
from storage.database import Database, Transaction
from tests.storage.event_story import NOON, OFFICER, introduce, make_event


def _dropped(tx: Transaction, event_id: int) -> None:
    events.drop(tx, event_id)


def _forgotten(tx: Transaction, _: int) -> None:
    events.forget_drafts(tx, NOON + 1)


@pytest.mark.parametrize("drop", [_dropped, _forgotten])
async def test_the_event_after_a_dropped_draft_answers_no_request_of_it(
    database: Database, drop: Callable[[Transaction, int], None]
) -> None:
    async with database.transaction() as tx:
        introduce(tx, 3)
        await demand.ask(tx, 3, "c_golshan", "class", "all", "کلاس خیاطی", NOON)
        (asked,) = await demand.groups(tx, ["c_golshan"], NOON)
        draft = await events.add(tx, blank(OFFICER, NOON))
        demand.take_up(tx, asked, draft.id)
        drop(tx, draft.id)
    async with database.transaction() as tx:
        other = await make_event(tx, kind="sport")
        (still,) = await demand.groups(tx, ["c_golshan"], NOON)
        assert other.id != draft.id
        assert still.first.event is None
        assert await demand.answered(tx, other.id, OFFICER, NOON) == []

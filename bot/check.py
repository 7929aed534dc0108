"""python -m bot check: what an operator wants to know, and the updates that were set aside."""

from __future__ import annotations

import argparse

from bot import logs, settings
from bot.app import CannotStart, build, open_memory, read_city
from services.city import City
from services.now import system_now
from storage import errands, organisation, outbox, updates
from storage.database import Database


async def check(given: argparse.Namespace) -> int:
    """1 when something needs looking after."""
    loaded = settings.load()
    logs.set_up(loaded.log)
    if given.replay:
        return await replay(given.replay)
    async with open_memory(loaded) as database:
        known = await read_city(database, loaded, system_now)
        if known is None:
            raise CannotStart("The database is empty: import an organisation with python -m bot import FILE")
        return await _report(database, known)


async def _report(database: Database, known: City) -> int:
    async with database.transaction() as tx:
        bound = {binding.area for binding in await organisation.bindings(tx)}
        letters = await outbox.counts(tx)
        failed = await errands.failed(tx)
        aside = await updates.all_set_aside(tx)
    unbound = [area.code for area in known.desks() if not bound.intersection(known.ancestors(area.code))]
    _say(f"organisation: {len(known.areas)} areas, {len(known.kinds)} categories")
    _say(f"areas without a group: {', '.join(unbound) or 'none'}")
    _say("letters: " + (", ".join(f"{count} {state}" for state, count in sorted(letters.items())) or "none waiting"))
    _say(f"errands that failed: {', '.join(errand.name for errand in failed) or 'none'}")
    _say(f"updates set aside: {len(aside) or 'none'}")
    for entry in aside:
        _say(f"  {entry.id}  update {entry.update_id}  {entry.error.splitlines()[0]}")
    if aside:
        _say("Serve one again, once its cause is mended, with: python -m bot check --replay NUMBER (or all)")
    return int(bool(failed or aside))


async def replay(which: str) -> int:
    """Serve set-aside updates again, through the same way in; what fails again is set aside again."""
    async with build(settings.load()) as app:
        async with app.database.transaction() as tx:
            aside = [entry for entry in await updates.all_set_aside(tx) if which in {"all", str(entry.id)}]
        if not aside:
            raise CannotStart(f"There is no set-aside update {which}; python -m bot check lists them.")
        for entry in aside:
            await app.intake.process([entry.content], replayed=entry.id)
        async with app.database.transaction() as tx:
            left = len(await updates.all_set_aside(tx))
    _say(f"replayed {len(aside)}, now set aside: {left}")
    return int(bool(left))


def _say(line: str) -> None:
    print(line)  # noqa: T201  # what the command is for

"""A day of an area in figures: what its managers need to see each morning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as clock_time

from services import life
from services.city import City
from storage import errands, organisation, reports
from storage.database import Transaction
from storage.errands import Errand
from storage.reports import Report

OLDEST = 5
LATE_MOST = 6 * 3600  # seconds: a digest that could not be sent for longer is not sent at all


@dataclass(frozen=True)
class Digest:
    """As of now; `new` are those that nobody has looked at. `done` counts yesterday, `done_today` the day so far."""

    new: int
    open: int
    overdue: int
    reopened: int
    waiting: int
    done: int
    done_today: int
    oldest: list[Report]


async def compute(tx: Transaction, city: City, area: str, now: int) -> Digest:
    desks = city.subtree(area)
    since, until = yesterday(city, now)
    states = {state: (count, late) for state, count, late in await reports.open_by_state(tx, desks, now)}
    return Digest(
        new=states.get(life.NEW, (0, 0))[0],
        open=sum(count for count, _ in states.values()),
        overdue=sum(late for _, late in states.values()),
        reopened=sum(states.get(state, (0, 0))[0] for state in (life.REOPENED, life.PARTLY)),
        waiting=states.get(life.WAITING, (0, 0))[0],
        done=await reports.taken(tx, desks, "done", since, until),
        done_today=await reports.taken(tx, desks, "done", until, now + 1),
        oldest=await reports.open_at(tx, desks, limit=OLDEST, due_before=now),
    )


def yesterday(city: City, now: int) -> tuple[int, int]:
    """The last whole local day, as UTC seconds."""
    today = datetime.fromtimestamp(now, city.zone).date()
    midnight = datetime.combine(today, clock_time(), city.zone)
    before = datetime.combine(today - timedelta(days=1), clock_time(), city.zone)
    return int(before.timestamp()), int(midnight.timestamp())


async def plan(tx: Transaction, city: City, at: clock_time, now: int) -> None:
    """Leave an errand for today's digest of every bound area; leaving it twice is harmless."""
    today = datetime.fromtimestamp(now, city.zone).date()
    due = int(datetime.combine(today, at, city.zone).timestamp())
    if now - due > LATE_MOST:
        return
    for binding in await organisation.bindings(tx):
        if binding.bound_at > due:
            continue  # bound after this morning's digest: it missed none
        name = f"digest:{binding.area}:{today.isoformat()}"
        errands.leave(tx, Errand(name, "digest", {"area": binding.area, "due": due}, due))

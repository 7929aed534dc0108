"""Events of the cultural centres: from the draft to the last of a series. The life of one is data: `STEPS`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from services import registrations, reminders
from services.city import City
from services.places import metres
from services.quiet import Quiet
from services.refusal import Refusal
from storage import errands, events, people
from storage.database import Transaction
from storage.errands import Errand
from storage.events import CANCELLED, DRAFT, OVER, PUBLISHED, Event
from storage.registrations import Registration

STATES = (DRAFT, PUBLISHED, CANCELLED, OVER)
KINDS = ("class", "workshop", "sport", "art", "talk", "trip", "celebration", "other")
AUDIENCES = ("all", "families", "children", "teenagers", "women", "elderly")
WEEK = 7 * 86400
MOST_OF_A_SERIES = 53
TITLE_MOST, WORDS_MOST, PLACE_MOST = 120, 1500, 200  # characters
MINUTES_MOST, CAPACITY_MOST, SEATS_MOST, COST_MOST = 7 * 24 * 60, 100_000, 20, 10**9
MINUTES, SEATS_EACH = 90, 1  # of an event of which nobody has said so


@dataclass(frozen=True)
class Step:
    """A step keeps the state where `target` is empty."""

    sources: frozenset[str]
    target: str = ""


STEPS = {
    "publish": Step(frozenset({DRAFT}), PUBLISHED),
    "edit": Step(frozenset({DRAFT})),
    "change": Step(frozenset({PUBLISHED})),
    "cancel": Step(frozenset({PUBLISHED}), CANCELLED),
    "end": Step(frozenset({PUBLISHED}), OVER),
}
# What people who come must hear of when it changes; the rest they find on the card.
TOLD = frozenset({"title", "starts", "minutes", "place", "lat", "lon", "centre", "cost"})


@dataclass
class Change:
    """What was changed: the event as it is and as it was, and who is offered seats by it."""

    event: Event
    before: Event
    offers: list[Registration] = field(default_factory=list)

    @property
    def told(self) -> set[str]:
        """The names of what people must be told of."""
        return {name for name in TOLD if getattr(self.event, name) != getattr(self.before, name)}


def blank(author: int, now: int) -> Event:
    """A draft of which nothing has been said yet."""
    return Event(
        id=0, state=DRAFT, author=author, centre="", area="", place="", lat=None, lon=None, title="",
        words="", photo="", starts=0, minutes=MINUTES, kind="other", audience="all",
        capacity=0, seats_each=SEATS_EACH, cost=0, until=None, series=None, taken=0, queue=0, sequence=0,
        broadcast=None, created=now, changed=now,
    )  # fmt: skip


def missing(event: Event) -> str | None:
    """What must be asked next: title, starts, centre; None when it can be published."""
    return next((name for name in ("title", "starts", "centre") if not getattr(event, name)), None)


def pin(city: City, event: Event) -> tuple[float, float, bool] | None:
    """Where it is on the map, and whether that is the very place or only its neighbourhood."""
    if event.lat is not None and event.lon is not None:
        return event.lat, event.lon, True
    centre = city.centres.get(event.centre)
    if centre and not event.place and centre.lat is not None and centre.lon is not None:
        return centre.lat, centre.lon, True
    area = city.areas.get(event.area)
    if area and area.lat is not None and area.lon is not None:
        return area.lat, area.lon, False
    return None


def metres_from(city: City, event: Event, lat: float, lon: float) -> float:
    """Far away where nobody knows its place."""
    there = pin(city, event)
    return metres(lat, lon, *there[:2]) if there else float("inf")


def _may(step: str, event: Event) -> None:
    """Raises Refusal."""
    if event.state not in STEPS[step].sources:
        raise Refusal("event-cancelled" if event.state == CANCELLED else "event-not-now")


async def _locked(tx: Transaction, event_id: int, step: str) -> Event:
    """Raises Refusal."""
    event = await events.get(tx, event_id, lock=True)
    if event is None:
        raise Refusal("event-unknown")
    _may(step, event)
    return event


def _check(event: Event, now: int) -> None:
    """Raises Refusal."""
    if missing(event):
        raise Refusal("event-incomplete")
    if event.starts <= now:
        raise Refusal("event-in-the-past")
    # Of a draft only: a week of a series may be put off, past the last one as well.
    if event.state == DRAFT and event.until is not None and event.until < event.starts:
        raise Refusal("event-until-before")
    if event.capacity and event.seats_each > event.capacity:
        raise Refusal("event-seats-over-capacity")


def check(draft: Event, zone: ZoneInfo, now: int) -> None:
    """Whether it could be published. Raises Refusal."""
    _check(draft, now)
    occurrences(draft, zone)


async def publish(tx: Transaction, zone: ZoneInfo, event_id: int, by: int, *, quiet: Quiet, now: int) -> list[Event]:
    """The event, and those of the weeks after it where it is repeated. Raises Refusal."""
    first = await _locked(tx, event_id, "publish")
    _check(first, now)
    first.state, first.changed = PUBLISHED, now
    weeks = occurrences(first, zone)
    if len(weeks) > 1:
        first.series = first.id
    events.save(tx, first)
    made = [first, *[await events.add(tx, replace(first, id=0, starts=starts)) for starts in weeks[1:]]]
    for event in made:
        plan(tx, event, zone, quiet, now)
    people.note(tx, by, "event:publish", f"{first.id} {first.centre}", now)
    return made


def occurrences(event: Event, zone: ZoneInfo) -> list[int]:
    """When it takes place: once, or every week at the same time of the day. Raises Refusal for too many."""
    if event.until is None:
        return [event.starts]
    first = datetime.fromtimestamp(event.starts, zone)
    found: list[int] = []
    while (at := int((first + timedelta(weeks=len(found))).timestamp())) <= event.until:
        found.append(at)
        if len(found) > MOST_OF_A_SERIES:
            raise Refusal("event-series-too-long", count=MOST_OF_A_SERIES)
    return found


def plan(tx: Transaction, event: Event, zone: ZoneInfo, quiet: Quiet, now: int, before: Event | None = None) -> None:
    """Its end and its reminders, each named by its time: what was planned for another time finds that out itself."""
    name = f"event_over:{event.id}:{event.ends}"
    errands.leave(tx, Errand(name, "event_over", {"event": event.id, "ends": event.ends}, event.ends))
    reminders.plan(tx, event, zone, quiet, now, before)


async def change(
    tx: Transaction, zone: ZoneInfo, event_id: int, by: int, *, quiet: Quiet, now: int, **given: object
) -> Change:
    """Some fields of an event, whose names are given. Seats that this makes free are offered on. Raises Refusal."""
    made = _changed(await _locked(tx, event_id, "change"), given, now)
    await _keep(tx, zone, made, by, quiet, now)
    return made


async def change_all(
    tx: Transaction, zone: ZoneInfo, event_id: int, by: int, *, quiet: Quiet, now: int, **given: object
) -> list[Change]:
    """The same for all that follow in the series; another time moves each of them by as much.

    None of them is written before all may be. Raises Refusal.
    """
    event = await _locked(tx, event_id, "change")
    later = await events.later_in_series(tx, event)
    moved = [_moved(each, event.starts, given, zone) for each in (event, *later)]
    made = [_changed(each, fields, now) for each, fields in zip((event, *later), moved, strict=True)]
    for each in made:
        await _keep(tx, zone, each, by, quiet, now)
    return made


def _changed(event: Event, given: dict[str, object], now: int) -> Change:
    """Nothing is written yet. Raises Refusal."""
    made = Change(event, replace(event))
    _put(event, given)
    _check(event, now)
    if made.before.starts <= now:
        raise Refusal("event-begun")
    if event.capacity and event.capacity < event.taken:
        raise Refusal("event-capacity-taken", count=event.taken)
    event.sequence += bool(made.told)
    event.changed = now
    return made


async def _keep(tx: Transaction, zone: ZoneInfo, made: Change, by: int, quiet: Quiet, now: int) -> None:
    event, before = made.event, made.before
    events.save(tx, event)
    if event.ends != before.ends or event.starts != before.starts:
        plan(tx, event, zone, quiet, now, before)
    made.offers = await registrations.offer_on(tx, event, quiet=quiet, now=now)
    names = sorted(name for name in events.KEPT if getattr(event, name) != getattr(before, name))
    people.note(tx, by, "event:change", f"{event.id} {' '.join(names)}", now)


def _moved(event: Event, before: int, given: dict[str, object], zone: ZoneInfo) -> dict[str, object]:
    """By as many days, and to the same time of the day, whatever the clocks do in between; so is the last day."""
    if "starts" not in given:
        return given
    new = datetime.fromtimestamp(int(str(given["starts"])), zone)
    days = new.date() - datetime.fromtimestamp(before, zone).date()
    starts = datetime.combine(datetime.fromtimestamp(event.starts, zone).date() + days, new.time(), zone)
    moved = {**given, "starts": int(starts.timestamp())}
    if event.until is not None:
        moved["until"] = int((datetime.fromtimestamp(event.until, zone) + days).timestamp())
    return moved


def _put(event: Event, given: dict[str, object]) -> None:
    for name, value in given.items():
        if name not in events.KEPT:
            raise ValueError(name)
        setattr(event, name, value)


async def edit(tx: Transaction, event_id: int, *, now: int, **given: object) -> Event:
    """Some fields of a draft. Raises Refusal when it is one no more."""
    event = await _locked(tx, event_id, "edit")
    _put(event, given)
    event.changed = now
    events.save(tx, event)
    return event


async def cancel(tx: Transaction, event_id: int, by: int, *, now: int, following: bool = False) -> list[Event]:
    """It will not be; nor, where that is said, what follows in its series. Raises Refusal."""
    event = await _locked(tx, event_id, "cancel")
    if event.ends <= now:
        raise Refusal("event-begun")
    gone = [event, *(await events.later_in_series(tx, event) if following else [])]
    for each in gone:
        each.state, each.changed = CANCELLED, now
        each.sequence += 1
        events.save(tx, each)
        people.note(tx, by, "event:cancel", str(each.id), now)
    return gone


async def end(tx: Transaction, event_id: int, ends: int, now: int) -> Event | None:
    """It is over; None where it has been moved, cancelled or ended before."""
    event = await events.get(tx, event_id, lock=True)
    if event is None or event.state not in STEPS["end"].sources or event.ends != ends:
        return None
    event.state, event.changed = OVER, now
    events.save(tx, event)
    return event

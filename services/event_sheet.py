"""A month of events in one table: each row an event, each column one thing that is said of it.

All faults are found at once, and named by row and column; with a single one, nothing is made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import ZoneInfo

from services import event_form
from services import events as service
from services.city import City
from services.quiet import Quiet
from services.refusal import Refusal
from services.sheets import Table
from storage import events
from storage.database import Transaction
from storage.event_sheets import Rows
from storage.events import Event

COLUMNS = tuple(event_form.NAMES)
NEEDED = ("title", "when")
MOST = 200  # events of one table
MOST_IN_ALL = 400  # with their weekly repetitions
KEPT = ("title", "starts", "minutes", "centre", "area", "place", "audience", "kind", "capacity", "seats_each", "cost",
        "until", "words")  # fmt: skip
ROW = "row"  # where a draft stood in its table


@dataclass(frozen=True)
class Fault:
    """`row` as the spreadsheet counts; `column` as its head is written, empty for the row as a whole."""

    row: int
    column: str
    reason: str
    details: dict[str, Any] = field(default_factory=dict)


class Faulty(Exception):
    """Nothing is made of the table."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults)
        self.faults = faults


def head(language: str) -> list[str]:
    """The first row of a table to be filled in."""
    return [event_form.label(name, language) for name in COLUMNS]


def read(table: Table, city: City, centres: Collection[str], author: int, now: int) -> dict[int, Event]:
    """Drafts of these centres, each with its row. Raises Faulty."""
    rows = [(number, [str(cell) for cell in row]) for number, row in enumerate(table, start=1) if any(row)]
    if len(rows) < 2:  # noqa: PLR2004  # the head, and a row under it
        raise Faulty([Fault(1, "", "sheet-empty")])
    (number, named), *rest = rows
    fields = _fields(number, named)
    if len(rest) > MOST:
        raise Faulty([Fault(rest[MOST][0], "", "sheet-too-many", {"count": MOST})])
    faults: list[Fault] = []
    found: dict[int, Event] = {}
    for number, cells in rest:
        draft = service.blank(author, now)
        if len(centres) == 1:
            draft.centre = next(iter(centres))
            draft.area = city.centres[draft.centre].area
        faults += _fill(draft, number, zip(fields, named, cells, strict=True), city, centres, now)
        found[number] = draft
    if not faults and sum(_weeks(draft, city.zone) for draft in found.values()) > MOST_IN_ALL:
        faults = [Fault(number, "", "sheet-too-many", {"count": MOST_IN_ALL})]
    if faults:
        raise Faulty(faults)
    return found


def _fields(number: int, named: list[str]) -> list[str]:
    """What each column is about. Raises Faulty."""
    fields = [event_form.field_of(name) if name else None for name in named]
    faults = [Fault(number, name, "sheet-column") for name, known in zip(named, fields, strict=True) if known is None]
    faults += [
        Fault(number, name, "event-unclear-twice")
        for place, name in enumerate(named)
        if fields[place] is not None and fields[place] in fields[:place]
    ]
    faults += [Fault(number, "", f"sheet-needs-{name}") for name in NEEDED if name not in fields]
    if faults:
        raise Faulty(faults)
    return [name or "" for name in fields]


def _fill(
    draft: Event, number: int, cells: Iterable[tuple[str, str, str]], city: City, centres: Collection[str], now: int
) -> list[Fault]:
    """Put a row into its draft; what is wrong with it. An empty cell says nothing."""
    faults: list[Fault] = []
    for name, column, cell in cells:
        if not cell and name not in NEEDED:
            continue
        try:
            vars(draft).update(event_form.read(name, cell, city, now))
        except Refusal as refusal:
            faults.append(Fault(number, column, refusal.reason, refusal.details))
    if faults:
        return faults
    if not draft.centre:
        return [Fault(number, "", "sheet-needs-where")]
    return _amiss(draft, number, centres, city.zone, now)


def _amiss(draft: Event, number: int, centres: Collection[str], zone: ZoneInfo, now: int) -> list[Fault]:
    """Why the row as a whole cannot be published, when it is read or later."""
    if draft.centre not in centres:
        return [Fault(number, "", "event-not-your-centre")]
    try:
        service.check(draft, zone, now)
    except Refusal as refusal:
        return [Fault(number, "", refusal.reason, refusal.details)]
    return []


def _weeks(draft: Event, zone: ZoneInfo) -> int:
    return len(service.occurrences(draft, zone))


def kept(drafts: Mapping[int, Event]) -> Rows:
    return [{ROW: row, **{name: getattr(draft, name) for name in KEPT}} for row, draft in drafts.items()]


async def publish(
    tx: Transaction, city: City, rows: Rows, centres: Collection[str], by: int, *, quiet: Quiet, now: int
) -> list[Event]:
    """All of them, the first of each series. Raises Faulty before anything is made of them."""
    drafts = {row.pop(ROW): replace(service.blank(by, now), **row) for row in rows}
    faults: list[Fault] = []
    for row, draft in drafts.items():
        faults += _amiss(draft, row, centres, city.zone, now)
    if faults:
        raise Faulty(faults)
    made: list[Event] = []
    for draft in drafts.values():
        added = await events.add(tx, draft)
        made.append((await service.publish(tx, city.zone, added.id, by, quiet=quiet, now=now))[0])
    return made

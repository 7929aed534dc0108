"""The city in memory: its tree of areas, its categories, and the questions that both answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from services import holidays, places
from services.deadlines import WorkingTime
from services.guess import Guesser, Vocabulary
from services.organisation_models import OrganisationFile, OutsideBody, SubcategoryEntry
from services.places import Located, Places
from storage import facts, organisation
from storage.database import Transaction
from storage.organisation import Area, Category, Centre, Names

FACT = "organisation"  # settings of the whole file, and the version that running processes compare


@dataclass(frozen=True)
class Kind:
    """A sub-category, as reports refer to it, with what it takes over from the category above it."""

    entry: SubcategoryEntry
    group: str
    emoji: str
    unit: Names
    retired: bool

    @property
    def code(self) -> str:
        return self.entry.code

    @property
    def outside(self) -> OutsideBody | None:
        return self.entry.outside

    def name(self, language: str) -> str:
        return self.entry.name.of(language)


class City:
    """Read once, and again when an import has changed it. Retired areas and categories are known but not offered."""

    def __init__(
        self,
        areas: list[Area],
        categories: list[Category],
        centres: list[Centre],
        settings: dict[str, Any],
        closed: set[str],
        zone: ZoneInfo,
        version: str,
    ) -> None:
        self.zone = zone
        self.areas = {area.code: area for area in areas}
        self.groups = {group.code: group for group in categories if group.parent is None}
        self.kinds = {kind.code: kind for kind in _kinds(categories, self.groups)}
        self.centres = {centre.code: centre for centre in centres if not centre.retired}
        self.notice: Names = settings.get("notice") or {}
        self.version = version
        offered = [area for area in areas if not area.retired]
        self._places = Places(map(_placed, offered), reach_m=settings["reach_m"])
        self._guesser = _guesser(tuple(_vocabulary(kind) for kind in self.kinds.values() if not kind.retired))
        self.calendar = WorkingTime(zone, settings["weekend"], closed)
        self._children: dict[str | None, list[str]] = {}
        for area in areas:
            self._children.setdefault(area.parent, []).append(area.code)

    @property
    def root(self) -> str:
        return next(code for code in self._children[None] if not self.areas[code].retired)

    def name(self, code: str, language: str) -> str:
        names = self.areas[code].name
        return names.get(language) or names["fa"]

    def ancestors(self, code: str) -> list[str]:
        """The area itself, then what it lies in, up to the whole city."""
        chain: list[str] = []
        here: str | None = code
        while here:
            chain.append(here)
            here = self.areas[here].parent
        return chain

    def subtree(self, code: str) -> list[str]:
        """The area itself and all that lies in it, or did: retired areas may still have open reports."""
        return [code, *(deeper for child in self.children(code) for deeper in self.subtree(child))]

    def children(self, code: str) -> list[str]:
        return self._children.get(code, [])

    def neighbourhoods(self) -> list[Area]:
        return [area for area in self.areas.values() if area.kind == "neighbourhood" and not area.retired]

    def desks(self) -> list[Area]:
        """The areas whose managers work on reports: those that hold neighbourhoods."""
        return [self.areas[code] for code in dict.fromkeys(self.desk_of(area.code) for area in self.neighbourhoods())]

    def staffed(self) -> set[str]:
        """The areas that groups and managers can be for: the desks, and what they lie in."""
        around = {code for desk in self.desks() for code in self.ancestors(desk.code)}
        return {code for code in around if not self.areas[code].retired}

    def desk_of(self, code: str) -> str:
        """The sub-district that works for a neighbourhood; the area itself for larger ones."""
        area = self.areas[code]
        return area.parent if area.kind == "neighbourhood" and area.parent else code

    def locate(self, lat: float, lon: float) -> Located | None:
        """The area of a point, or the nearest one where it lies outside; None in a city without areas."""
        return self._places.locate(lat, lon)

    def named_in(self, text: str) -> list[str]:
        """The neighbourhoods that a text names."""
        return [code for code in self._places.find_by_name(text) if self.areas[code].kind == "neighbourhood"]

    def guess(self, text: str, most: int = 3) -> list[str]:
        return self._guesser.guess(text, most) if text else []

    def kinds_of(self, group: str) -> list[Kind]:
        return [kind for kind in self.kinds.values() if kind.group == group and not kind.retired]


def _kinds(categories: list[Category], groups: dict[str, Category]) -> Iterator[Kind]:
    for category in categories:
        if category.parent is not None:
            entry = SubcategoryEntry.model_validate({**category.details, "code": category.code, "name": category.name})
            above = groups[category.parent].details
            yield Kind(entry, category.parent, above["emoji"], above["unit"], bool(category.retired))


def _placed(area: Area) -> places.Area:
    centre = (area.lat, area.lon) if area.lat is not None and area.lon is not None else None
    return places.Area(area.code, area.parent, area.kind, centre, area.polygon, [*area.name.values(), *area.aliases])


def _vocabulary(kind: Kind) -> Vocabulary:
    return Vocabulary.of(kind.code, kind.entry.name.model_dump().values(), kind.entry.words.model_dump())


@lru_cache(maxsize=1)
def _guesser(vocabularies: tuple[Vocabulary, ...]) -> Guesser:
    """A tenth of a second to prepare, and the same again whenever anything else of the city has changed."""
    return Guesser(vocabularies)


async def read(tx: Transaction, zone: ZoneInfo, now: int) -> City | None:
    """None when nothing has been imported yet. Raises LookupError for a calendar of holidays that does not exist."""
    fact = await facts.get(tx, FACT)
    if fact is None:
        return None
    settings = json.loads(fact[0])
    public = await holidays.of(tx, settings["holidays"], _year(zone, now), now)
    return City(
        await organisation.areas(tx),
        await organisation.categories(tx),
        await organisation.centres(tx),
        settings,
        public | await organisation.closed_days(tx),
        zone,
        _version(settings, zone, now),
    )


async def version(tx: Transaction, zone: ZoneInfo, now: int) -> str | None:
    """Differs from `City.version` when there is something to read again: an import, or a year's new holidays."""
    fact = await facts.get(tx, FACT)
    return _version(json.loads(fact[0]), zone, now) if fact else None


def _version(settings: dict[str, Any], zone: ZoneInfo, now: int) -> str:
    return f"{settings['imported']}:{_year(zone, now)}"


def _year(zone: ZoneInfo, now: int) -> int:
    return datetime.fromtimestamp(now, zone).year


def put(tx: Transaction, file: OrganisationFile, now: int) -> None:
    """Take over a file: by code, and without deleting what the file no longer names."""
    organisation.retire_all(tx)
    for position, area in enumerate(file.areas):
        lat, lon = area.centre or (None, None)
        record = Area(
            area.code,
            area.parent,
            area.kind,
            area.name.model_dump(),
            lat,
            lon,
            area.polygon,
            list(area.aliases),
            position,
        )
        organisation.put_area(tx, record)
    for position, group in enumerate(file.categories):
        about = {"emoji": group.emoji, "unit": group.unit.model_dump()}
        organisation.put_category(tx, Category(group.code, None, group.name.model_dump(), about, 100 * position))
        for place, child in enumerate(group.children, start=1):
            details = child.model_dump(mode="json", exclude={"code", "name"})
            names = child.name.model_dump()
            organisation.put_category(tx, Category(child.code, group.code, names, details, 100 * position + place))
    for position, centre in enumerate(file.centres):
        names, kind = centre.name.model_dump(), centre.kind.model_dump()
        pin = centre.at or (None, None)
        organisation.put_centre(tx, Centre(centre.code, centre.area, names, kind, position, 0, *pin))
    settings = file.model_dump(mode="json", include={"notice", "weekend", "holidays", "reach_m"})
    facts.put(tx, FACT, json.dumps({**settings, "imported": now}, ensure_ascii=False), now)

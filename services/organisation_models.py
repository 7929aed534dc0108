"""The shape of an organisation file: the tree of areas, the categories and the centres of a municipality."""

from collections.abc import Iterator
from itertools import chain
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from services.geometry import check_polygon

AreaCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,32}$")]
SubcategoryCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,20}\.[a-z0-9_]{1,20}$")]  # buttons carry it
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Weekday = Literal["sat", "sun", "mon", "tue", "wed", "thu", "fri"]
Kind = Literal["city", "district", "subdistrict", "neighbourhood"]
Priority = Literal["urgent", "normal", "low"]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]

# A part of the city lies in a larger part, never the other way round.
_RANK: dict[str, int] = {"city": 0, "district": 1, "subdistrict": 2, "neighbourhood": 3}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Names(_Strict):
    fa: Line
    en: Line
    ar: Line

    def of(self, language: str) -> str:
        """The name in the language; Persian, the town's own, for any other."""
        return {"en": self.en, "ar": self.ar}.get(language, self.fa)


class AreaEntry(_Strict):
    code: AreaCode
    kind: Kind
    name: Names
    parent: AreaCode | None = None
    centre: tuple[Latitude, Longitude] | None = None
    polygon: dict[str, Any] | None = None
    aliases: tuple[Line, ...] = ()

    @field_validator("polygon")
    @classmethod
    def _polygon(cls, polygon: dict[str, Any] | None) -> dict[str, Any] | None:
        if polygon is not None:
            check_polygon(polygon)
        return polygon

    @model_validator(mode="after")
    def _can_be_found(self) -> "AreaEntry":
        if self.kind == "neighbourhood" and self.centre is None and self.polygon is None:
            raise ValueError("a neighbourhood needs a centre or a polygon")
        return self


class OutsideBody(_Strict):
    """Who is responsible instead of the municipality, and where to call them: whoever is sent elsewhere must know."""

    name: Names
    phone: Annotated[str, StringConstraints(pattern=r"^[0-9]{3,15}$")]


class Words(_Strict):
    """The words by which people speak of a sub-category, by how much they tell.

    `sure` words belong to it alone, `likely` ones to few others, `hint`s to many; `against` words show
    that another one is meant. An entry may be several words.
    """

    sure: tuple[Line, ...] = ()
    likely: tuple[Line, ...] = ()
    hint: tuple[Line, ...] = ()
    against: tuple[Line, ...] = ()


class SubcategoryEntry(_Strict):
    """A kind of report: `hours` of working time to the deadline, and what counts as a duplicate."""

    code: SubcategoryCode
    name: Names
    hours: Annotated[int, Field(ge=1, le=8760)]
    priority: Priority = "normal"
    sensitive: bool = False
    radius_m: Annotated[int, Field(ge=0, le=2000)] = 50
    age_days: Annotated[int, Field(ge=0, le=730)] = 90
    photo_when_done: bool = False
    outside: OutsideBody | None = None
    words: Words = Words()


class CategoryEntry(_Strict):
    code: AreaCode
    name: Names
    unit: Names
    emoji: Annotated[str, StringConstraints(min_length=1, max_length=8)]
    children: Annotated[tuple[SubcategoryEntry, ...], Field(min_length=1)]


class CentreEntry(_Strict):
    code: AreaCode
    name: Names
    kind: Names
    area: AreaCode
    at: tuple[Latitude, Longitude] | None = None


class OrganisationFile(_Strict):
    version: Literal[1]
    notice: Names | None = None
    weekend: tuple[Weekday, ...] = ("fri",)
    holidays: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    reach_m: Annotated[int, Field(ge=1, le=200_000)] = 4000
    areas: Annotated[tuple[AreaEntry, ...], Field(min_length=1)]
    categories: tuple[CategoryEntry, ...] = ()
    centres: tuple[CentreEntry, ...] = ()

    @field_validator("weekend")
    @classmethod
    def _some_day_is_worked(cls, weekend: tuple[Weekday, ...]) -> tuple[Weekday, ...]:
        if len(set(weekend)) != len(weekend):
            raise ValueError("a weekday is named twice")
        if len(weekend) == 7:  # noqa: PLR2004 - the days of a week
            raise ValueError("at least one weekday must be worked")
        return weekend

    @model_validator(mode="after")
    def _hangs_together(self) -> "OrganisationFile":
        error = next(chain(self._repeated(), self._tree(), self._references()), None)
        if error:
            raise ValueError(error)
        return self

    def subcategories(self) -> Iterator[SubcategoryEntry]:
        return chain.from_iterable(category.children for category in self.categories)

    def _codes(self) -> Iterator[tuple[str, str, str]]:
        """Each code with the sort of thing it is for and its place in the file."""
        for i, area in enumerate(self.areas):
            yield "area", area.code, f"areas[{i}].code"
        for i, category in enumerate(self.categories):
            yield "category", category.code, f"categories[{i}].code"
            for j, child in enumerate(category.children):
                yield "category", child.code, f"categories[{i}].children[{j}].code"
        for i, centre in enumerate(self.centres):
            yield "centre", centre.code, f"centres[{i}].code"

    def _repeated(self) -> Iterator[str]:
        seen: dict[tuple[str, str], str] = {}
        for sort, code, place in self._codes():
            if (sort, code) in seen:
                yield f"{place}: {code!r} is already the code at {seen[sort, code]}"
            seen[sort, code] = place

    def _tree(self) -> Iterator[str]:
        areas = {area.code: area for area in self.areas}
        for i, area in enumerate(self.areas):
            parent = areas.get(area.parent or "")
            if area.parent is not None and parent is None:
                yield f"areas[{i}].parent: there is no area {area.parent!r}"
            elif parent and _RANK[parent.kind] >= _RANK[area.kind]:
                # Ranks grow downwards, which leaves no room for a cycle either.
                yield f"areas[{i}].parent: a {area.kind} cannot lie in {parent.code!r}, a {parent.kind}"
        roots = [f"areas[{i}] ({a.code})" for i, a in enumerate(self.areas) if a.parent is None]
        if len(roots) != 1:
            yield f"areas: exactly one area has no parent, here {', '.join(roots) or 'none'}"

    def _references(self) -> Iterator[str]:
        codes = {area.code for area in self.areas}
        for i, centre in enumerate(self.centres):
            if centre.area not in codes:
                yield f"centres[{i}].area: there is no area {centre.area!r}"
        for i, category in enumerate(self.categories):
            for j, child in enumerate(category.children):
                if not child.code.startswith(f"{category.code}."):
                    yield f"categories[{i}].children[{j}].code: {child.code!r} must begin {category.code + '.'!r}"

"""The events of a week, and which of them are for whom.

Whoever follows something gets what they follow; everybody else gets all, what is in their own sub-district first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from services.city import City
from storage.events import Event
from storage.subscriptions import AREA, AUDIENCE, CENTRE, KIND, Follower


@dataclass(frozen=True)
class Selection:
    """Events, by their numbers and in their order: what somebody follows, or all, `first` what is `near` their home."""

    followed: bool
    near: str
    first: tuple[int, ...]
    rest: tuple[int, ...] = ()


class Week:
    """The events of a week, and what of them is for whom."""

    def __init__(self, city: City, found: Sequence[Event]) -> None:
        self._city = city
        self._areas = {event.id: _around(city, event) for event in found}
        self._about = {
            event.id: {(CENTRE, event.centre), (KIND, event.kind), (AUDIENCE, event.audience)}
            | {(AREA, code) for code in self._areas[event.id]}
            for event in found
        }
        self._known: dict[tuple[str, frozenset[tuple[str, str]]], Selection] = {}

    def of(self, follower: Follower) -> Selection:
        """Nothing first, where there is nothing for them."""
        near = self._city.desk_of(follower.home) if follower.home in self._city.areas else ""
        asked = "" if follower.choices else near, follower.choices
        if asked not in self._known:
            self._known[asked] = self._followed(follower.choices) if follower.choices else self._all(near)
        return self._known[asked]

    def _followed(self, choices: frozenset[tuple[str, str]]) -> Selection:
        wanted = (number for number, about in self._about.items() if not about.isdisjoint(choices))
        return Selection(followed=True, near="", first=tuple(wanted))

    def _all(self, near: str) -> Selection:
        first = tuple(number for number, areas in self._areas.items() if near in areas)
        if not first:
            return Selection(followed=False, near="", first=tuple(self._areas))
        rest = tuple(number for number in self._areas if number not in first)
        return Selection(followed=False, near=near, first=first, rest=rest)


def _around(city: City, event: Event) -> list[str]:
    return city.ancestors(event.area) if event.area in city.areas else []

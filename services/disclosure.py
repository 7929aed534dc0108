"""How far what a break-down hides can be narrowed down by who knows all that it shows, and how many voted in each area.

How many voted somewhere is never shown here, but other questions of the poll tell it, and so do audiences. With it
each hidden count is a flow: from the votes of a smallest area, through the counts that are hidden, up to the nearest
count of the same option that is shown. What is known fixes what goes in and what comes out; the hidden counts are free
within that. So one of them can be larger by as much as can be led back round it, and smaller by as much as can be led
past it (maximum flows; L. H. Cox, J. Am. Stat. Assoc. 90 (1995), 1453-1462, for tables of two dimensions).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

Cell = tuple[str, int]  # an area, and the place of an option

VOTES = -1  # in the place of an option: all votes of the area


class Hidden:
    """The hidden counts, as a network; `above` names the area that each lies in.

    Each is a step up, of even number n, along which it grows, and the step down, n + 1, along which it shrinks.
    """

    def __init__(
        self, table: Mapping[str, Sequence[int]], above: Mapping[str, str], leaves: set[str], hidden: Iterable[Cell]
    ) -> None:
        self._places: dict[Cell, int] = {}
        self._from: list[list[int]] = []  # the steps from each place
        self._to: list[int] = []  # where each step leads
        self._room: list[float] = []  # how many votes may go along it
        self._moved: list[int] = []  # how many have, in any table found so far that shows the same
        self._up: dict[Cell, int] = {}
        for area, option in hidden:
            below, over = self._place((area, VOTES if area in leaves else option)), self._place((above[area], option))
            self._up[area, option] = self._step(below, over, math.inf)
            self._step(over, below, table[area][option])

    def _place(self, cell: Cell) -> int:
        if cell not in self._places:
            self._places[cell] = len(self._from)
            self._from.append([])
        return self._places[cell]

    def _step(self, start: int, end: int, room: float) -> int:
        self._from[start].append(len(self._to))
        self._to.append(end)
        self._room.append(room)
        self._moved.append(0)
        return len(self._to) - 1

    def span(self, cell: Cell, enough: int) -> int:
        """How many votes lie between the least and the most that it may be, at least where these are under `enough`.

        Every table that is found tells something of all its counts, so that few have to be looked for.
        """
        up, down = self._up[cell], self._up[cell] + 1
        if self._moved[up] + self._moved[down] < enough:
            self._move(up, enough)
        if self._moved[up] + self._moved[down] < enough:
            self._move(down, min(enough - self._moved[up], int(self._room[down])))
        return self._moved[up] + self._moved[down]

    def _move(self, step: int, most: int) -> None:
        """Up to so many votes along the step, and by other ways back."""
        start, end = self._to[step], self._to[step ^ 1]
        kept = self._room[step], self._room[step ^ 1]
        self._room[step] = self._room[step ^ 1] = 0
        before: dict[int, float] = {}  # the room of each step down that is on the way, as it was
        found = 0
        while found < most and (path := self._path(start, end)):
            pushed = int(min(most - found, *(self._room[each] for each in path)))
            for each in path:
                before.setdefault(each | 1, self._room[each | 1])
                self._room[each | 1] += -pushed if each & 1 else pushed
            found += pushed
        self._room[step], self._room[step ^ 1] = kept
        self._note(step, found)
        for down, room in before.items():
            grown = int(self._room[down] - room)
            self._note(down ^ 1 if grown > 0 else down, abs(grown))
            self._room[down] = room

    def _note(self, step: int, votes: int) -> None:
        self._moved[step] = max(self._moved[step], votes)

    def _path(self, start: int, end: int) -> list[int]:
        """The shortest, its last step first; empty for none."""
        last = {self._to[step]: step ^ 1 for step in self._from[end] if self._room[step ^ 1]}
        came: dict[int, int] = {start: -1}
        waiting = [start]
        for here in waiting:
            for step in self._from[here]:
                there = self._to[step]
                if self._room[step] and there not in came:
                    came[there] = step
                    if there in last:
                        return self._back(came, last[there])
                    waiting.append(there)
        return []

    def _back(self, came: Mapping[int, int], step: int) -> list[int]:
        path = []
        while step >= 0:
            path.append(step)
            step = came[self._to[step ^ 1]]
        return path

"""How far what a break-down hides can be narrowed down by who knows all that it shows, and how many voted in each area.

How many voted somewhere is never shown here, but other questions of the poll tell it, and so do audiences. With it
each hidden count is a flow: from the votes of a smallest area, through the counts that are hidden, up to the nearest
count of the same option that is shown. What is known fixes what goes in and what comes out; the hidden counts are free
within that. So one of them can be larger by as much as can be led back round it, and smaller by as much as can be led
past it (maximum flows; L. H. Cox, J. Am. Stat. Assoc. 90 (1995), 1453-1462, for tables of two dimensions).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

Cell = tuple[str, int]  # an area, and the place of an option
Step = tuple[Cell, Cell]

VOTES = -1  # in the place of an option: all votes of the area


class Hidden:
    """The hidden counts, as a network; `above` names the area that each lies in."""

    def __init__(
        self, table: Mapping[str, Sequence[int]], above: Mapping[str, str], leaves: set[str], hidden: Iterable[Cell]
    ) -> None:
        self._room: dict[Cell, dict[Cell, float]] = defaultdict(dict)
        self._steps: dict[Cell, Step] = {}
        for area, option in hidden:
            below, over = (area, VOTES if area in leaves else option), (above[area], option)
            self._steps[area, option] = (below, over)
            self._room[below][over] = math.inf
            self._room[over][below] = table[area][option]

    def span(self, cell: Cell, enough: int) -> int:
        """How many votes lie between the least and the most that it may be; counted up to `enough`."""
        below, over = self._steps[cell]
        more = self._flow(over, below, enough)
        return more + self._flow(below, over, min(enough - more, int(self._room[over][below])))

    def _flow(self, start: Cell, end: Cell, most: int) -> int:
        """Without the step between the two."""
        used: Counter[Step] = Counter()
        found = 0
        while found < most:
            path = self._path(start, end, used)
            if not path:
                break
            pushed = int(min(most - found, *(self._room[a][b] - used[a, b] for a, b in path)))
            for a, b in path:
                used[a, b] += pushed
                used[b, a] -= pushed
            found += pushed
        return found

    def _path(self, start: Cell, end: Cell, used: Counter[Step]) -> list[Step]:
        came: dict[Cell, Cell] = {start: start}
        waiting = deque([start])
        while waiting and end not in came:
            here = waiting.popleft()
            for there, room in self._room[here].items():
                if there not in came and (here, there) != (start, end) and room > used[here, there]:
                    came[there] = here
                    waiting.append(there)
        path: list[Step] = []
        while end in came and end != start:
            path.append((came[end], end))
            end = came[end]
        return path

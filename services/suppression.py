"""Which counts of a break-down may be shown: none under five, and none from which one under five could be worked out.

A table has a row for each area and a column for each option. The areas are a tree: the whole, its sub-districts, their
neighbourhoods; the count of an area is the sum of those in it. How many have voted in an area is taken as known, since
other questions and audiences tell it; so the counts of a row add up to something known, too. The whole is always shown.
Of the rest

- a count under FEWEST is hidden (primary suppression);
- what is hidden in a row, or in a column among the parts of a shown area, must be two counts at least, with FEWEST or
  more in all of them together; otherwise the smallest of the shown ones is hidden, too (complementary suppression);
- whatever could still be narrowed down (services/disclosure.py) has another one hidden beside it, until that holds;
- within what is hidden nothing is shown.

So a hidden count may be anything over a span of FEWEST, or of all the votes of its area or of its option where these
are fewer: who adds and subtracts finds nothing out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from services.disclosure import Cell, Hidden

FEWEST = 5

Parts = Mapping[str, Sequence[str]]  # each area that has parts, with these
Table = Mapping[str, Sequence[int]]  # each area, with its counts by option


def shown(table: Table, parts: Parts, whole: str) -> set[Cell]:
    """What may be shown below the whole."""
    return _Choice(table, parts, whole).made()


class _Choice:
    def __init__(self, table: Table, parts: Parts, whole: str) -> None:
        self.table, self.parts, self.whole = table, parts, whole
        self.above = {part: area for area, below in parts.items() for part in below}
        self.options = range(len(table[whole]))
        self.safe: set[Cell] = set()  # hidden for good: whatever is hidden besides leaves them more room, never less
        self.visible = {(area, at) for area in self.above for at in self.options if table[area][at] >= FEWEST}
        self.visible -= {cell for cell in self.visible if not self._lies_open(cell)}

    def made(self) -> set[Cell]:
        while self._complement() or self._shut_what_is_exposed():
            pass
        return self.visible

    def _lies_open(self, cell: Cell) -> bool:
        """Everything above it is shown."""
        above = self.above[cell[0]]
        return above == self.whole or ((above, cell[1]) in self.visible and self._lies_open((above, cell[1])))

    def _hide(self, cell: Cell) -> None:
        """With all that lies within it."""
        self.visible.discard(cell)
        for part in self.parts.get(cell[0], ()):
            self._hide((part, cell[1]))

    def _complement(self) -> bool:
        """Whether anything had to be hidden."""
        before = len(self.visible)
        for line in self._lines():
            self._guard(line)
        return len(self.visible) < before

    def _lines(self) -> Iterable[list[Cell]]:
        """All counts of which the sum is known: rows, and parts of what is shown.

        Options that nobody has chosen and areas where nobody has voted are known to be nought, and hide nothing.
        """
        chosen = [at for at in self.options if self.table[self.whole][at]]
        for area in self.above:
            if sum(self.table[area]):
                yield [(area, at) for at in chosen]
        for area, below in self.parts.items():
            for at in chosen:
                if area == self.whole or (area, at) in self.visible:
                    yield [(part, at) for part in below if sum(self.table[part])]

    def _guard(self, line: list[Cell]) -> None:
        open_ = sorted((cell for cell in line if cell in self.visible), key=self._count, reverse=True)
        while open_ and not self._is_safe([cell for cell in line if cell not in self.visible]):
            self._hide(open_.pop())

    def _is_safe(self, hidden: list[Cell]) -> bool:
        return not hidden or (len(hidden) > 1 and sum(map(self._count, hidden)) >= FEWEST)

    def _count(self, cell: Cell) -> int:
        return self.table[cell[0]][cell[1]]

    def _shut_what_is_exposed(self) -> bool:
        """Hide one more beside each count that could be narrowed down; whether there was any."""
        leaves = {area for area in self.above if not self.parts.get(area)}
        hidden = [(area, at) for area in self.above for at in self.options if (area, at) not in self.visible]
        network = Hidden(self.table, self.above, leaves, hidden)
        before = len(self.visible)
        for cell in hidden:
            if self.visible and cell not in self.safe:
                if network.span(cell, self._enough(cell)) >= self._enough(cell):
                    self.safe.add(cell)
                else:
                    self._hide(min(self.visible, key=partial(self._distance, cell)))
        return len(self.visible) < before

    def _enough(self, cell: Cell) -> int:
        return min(FEWEST, sum(self.table[cell[0]]), self.table[self.whole][cell[1]])

    def _distance(self, cell: Cell, other: Cell) -> tuple[bool, bool, int, Cell]:
        """In the same row first, then in the same column, then anywhere; the smallest of these."""
        return other[0] != cell[0], other[1] != cell[1], self._count(other), other

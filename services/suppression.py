"""Which counts of a break-down may be shown: none under five, and none from which one under five could be worked out.

A table is a tree of areas with a count each: the whole, its sub-districts, their neighbourhoods; the count of an area
is the sum of those in it. The whole is always shown. Of the rest

- a count under FEWEST is hidden (primary suppression);
- what is hidden among the parts of a shown area must be two counts at least, with FEWEST or more in all of them
  together; otherwise the smallest of the shown ones is hidden, too (complementary suppression), until that holds;
- within what is hidden nothing is shown.

So a hidden count may be anything from nought to the sum of all that is hidden beside it, and that is FEWEST or more:
who subtracts finds nothing out. Each option is a table of its own, which holds because no totals over the options of
an area are shown unless all of them are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

FEWEST = 5

Parts = Mapping[str, Sequence[str]]  # each area that has parts, with these


def shown(counts: Mapping[str, int], parts: Parts, whole: str) -> set[str]:
    """The areas whose counts may be shown; the whole among them, whatever its count."""
    found = {whole}
    waiting = [whole]
    while waiting:
        visible = _visible({part: counts.get(part, 0) for part in parts.get(waiting.pop(), ())})
        found |= visible
        waiting += sorted(visible)
    return found


def _visible(counts: Mapping[str, int]) -> set[str]:
    """Of the parts of a shown area."""
    visible = {part for part, count in counts.items() if count >= FEWEST}
    while visible and not _is_safe([count for part, count in counts.items() if part not in visible]):
        visible.remove(min(visible, key=lambda part: (counts[part], part)))
    return visible


def _is_safe(hidden: Sequence[int]) -> bool:
    return not hidden or (len(hidden) > 1 and sum(hidden) >= FEWEST)

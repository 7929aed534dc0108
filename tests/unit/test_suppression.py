"""What a break-down shows, and that nobody can subtract their way to what it hides."""

import math

from hypothesis import given
from hypothesis import strategies as st

from services.suppression import FEWEST, shown

WHOLE = "*"
COUNTS = st.one_of(st.integers(0, 8), st.integers(0, 60))


@st.composite
def cities(draw: st.DrawFn) -> tuple[dict[str, int], dict[str, list[str]]]:
    """Sub-districts with their neighbourhoods, and counts that add up."""
    parts: dict[str, list[str]] = {WHOLE: []}
    counts: dict[str, int] = {}
    for desk in range(draw(st.integers(1, 5))):
        name = f"n{desk}"
        parts[WHOLE].append(name)
        parts[name] = [f"{name}.{place}" for place in range(draw(st.integers(1, 5)))]
        for leaf in parts[name]:
            counts[leaf] = draw(COUNTS)
        counts[name] = sum(counts[leaf] for leaf in parts[name])
    counts[WHOLE] = sum(counts[name] for name in parts[WHOLE])
    return counts, parts


def test_small_counts_are_hidden_and_a_second_one_with_them() -> None:
    parts = {WHOLE: ["a", "b", "c"]}
    assert shown({WHOLE: 63, "a": 40, "b": 20, "c": 3}, parts, WHOLE) == {WHOLE, "a"}
    assert shown({WHOLE: 66, "a": 40, "b": 20, "c": 6}, parts, WHOLE) == {WHOLE, "a", "b", "c"}
    # Two that make four together would be known to be under five.
    assert shown({WHOLE: 64, "a": 60, "b": 3, "c": 1}, parts, WHOLE) == {WHOLE}
    assert shown({WHOLE: 66, "a": 60, "b": 3, "c": 3}, parts, WHOLE) == {WHOLE, "a"}


def test_nothing_is_shown_within_what_is_hidden() -> None:
    parts = {WHOLE: ["a", "b", "c"], "a": ["a1", "a2"], "b": ["b1", "b2"], "c": ["c1"]}
    counts = {WHOLE: 73, "a": 50, "b": 20, "c": 3, "a1": 30, "a2": 20, "b1": 10, "b2": 10, "c1": 3}
    assert shown(counts, parts, WHOLE) == {WHOLE, "a", "a1", "a2"}


@given(cities())
def test_no_count_under_five_is_shown_below_the_whole(city: tuple[dict[str, int], dict[str, list[str]]]) -> None:
    counts, parts = city
    assert all(counts[area] >= FEWEST for area in shown(counts, parts, WHOLE) - {WHOLE})


@given(cities())
def test_no_hidden_count_can_be_narrowed_down(city: tuple[dict[str, int], dict[str, list[str]]]) -> None:
    """The ends of what a hidden count may be, by the sums that are shown; apart by five at least.

    Where the whole itself is less than that, it is what gives it away, and nothing below it is shown.
    """
    counts, parts = city
    visible = shown(counts, parts, WHOLE)
    if counts[WHOLE] < FEWEST:
        assert visible == {WHOLE}
        return
    for area in counts.keys() - visible:
        low, high = bounds(area, counts, parts, visible)
        assert low <= counts[area] <= high
        assert high - low >= FEWEST, (area, low, high)


def bounds(area: str, counts: dict[str, int], parts: dict[str, list[str]], visible: set[str]) -> tuple[float, float]:
    """All sums lie in a tree, so that going up and down it once finds the exact ends: from below, what the parts of
    an area allow it to be; from above, what the area and its other parts leave to each."""
    below: dict[str, tuple[float, float]] = {}

    def from_below(here: str) -> tuple[float, float]:
        ends = [from_below(part) for part in parts.get(here, [])]
        low, high = (sum(e[0] for e in ends), sum(e[1] for e in ends)) if ends else (0, math.inf)
        below[here] = (counts[here], counts[here]) if here in visible else (low, high)
        return below[here]

    def down(here: str, low: float, high: float) -> tuple[float, float] | None:
        if here == area:
            return low, high
        for part in parts.get(here, []):
            others = [below[other] for other in parts[here] if other != part]
            least = max(below[part][0], low - sum(other[1] for other in others))
            most = min(below[part][1], high - sum(other[0] for other in others))
            found = down(part, least, most)
            if found:
                return found
        return None

    from_below(WHOLE)
    found = down(WHOLE, *below[WHOLE])
    assert found
    return found


@given(cities())
def test_the_ends_are_those_of_the_linear_system(city: tuple[dict[str, int], dict[str, list[str]]]) -> None:
    """The method of the test above against trying all there is, where that is little."""
    counts, parts = city
    leaves = [leaf for desk in parts[WHOLE] for leaf in parts[desk]]
    if counts[WHOLE] > 9 or len(leaves) > 4:
        return
    visible = shown(counts, parts, WHOLE) | {leaves[0]}
    possible = [
        made for made in solutions(leaves, parts, counts[WHOLE]) if all(made[area] == counts[area] for area in visible)
    ]
    for area in counts:
        values = [made[area] for made in possible]
        assert (min(values), max(values)) == bounds(area, counts, parts, visible)


def solutions(leaves: list[str], parts: dict[str, list[str]], total: int) -> list[dict[str, int]]:
    def fill(left: list[str], rest: int) -> list[dict[str, int]]:
        if len(left) == 1:
            return [{left[0]: rest}]
        return [{left[0]: n, **more} for n in range(rest + 1) for more in fill(left[1:], rest - n)]

    found = []
    for made in fill(leaves, total):
        for desk in parts[WHOLE]:
            made[desk] = sum(made[leaf] for leaf in parts[desk])
        found.append({**made, WHOLE: total})
    return found

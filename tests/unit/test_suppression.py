"""What a break-down shows, and that nobody can work out what it hides, not even knowing how many voted where."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from services.disclosure import Cell, Hidden
from services.suppression import FEWEST, shown

WHOLE = "*"
COUNTS = st.one_of(st.integers(0, 8), st.integers(0, 60))

Table = dict[str, list[int]]
Parts = dict[str, list[str]]
City = tuple[Table, Parts]


def added_up(leaves: Table, parts: Parts) -> Table:
    table = dict(leaves)
    for area in [*(area for area in parts if area != WHOLE), WHOLE]:
        table[area] = [sum(column) for column in zip(*(table[part] for part in parts[area]), strict=True)]
    return table


@st.composite
def cities(draw: st.DrawFn, desks: int = 4, below: int = 4, options: int = 4, most: int = 60) -> City:
    """Sub-districts with their neighbourhoods, and counts by option that add up."""
    width = draw(st.integers(1, options))
    row = st.lists(COUNTS.filter(lambda count: count <= most), min_size=width, max_size=width)
    parts: Parts = {WHOLE: [f"n{desk}" for desk in range(draw(st.integers(1, desks)))]}
    for desk in list(parts[WHOLE]):
        parts[desk] = [f"{desk}.{place}" for place in range(draw(st.integers(1, below)))]
    return added_up({leaf: draw(row) for desk in parts[WHOLE] for leaf in parts[desk]}, parts), parts


def flat(**rows: list[int]) -> City:
    parts = {WHOLE: list(rows)}
    return added_up(rows, parts), parts


def test_with_a_small_count_another_of_its_row_and_of_its_column_is_hidden() -> None:
    table, parts = flat(a=[20, 7, 3], b=[10, 18, 12], c=[14, 15, 31])
    assert shown(table, parts, WHOLE) == {("a", 0), ("b", 1), ("c", 2)}
    table, parts = flat(a=[20, 7, 6], b=[10, 18, 12])
    assert shown(table, parts, WHOLE) == {(area, at) for area in "ab" for at in range(3)}


def test_what_nobody_has_chosen_hides_nothing_else() -> None:
    table, parts = flat(a=[20, 0], b=[10, 0])
    assert shown(table, parts, WHOLE) == {("a", 0), ("b", 0)}


def test_nothing_is_shown_within_what_is_hidden() -> None:
    parts = {WHOLE: ["a", "b", "c"], "a": ["a1", "a2"], "b": ["b1", "b2"], "c": ["c1"]}
    leaves = {"a1": [30, 30], "a2": [20, 20], "b1": [10, 10], "b2": [10, 10], "c1": [3, 9]}
    assert shown(added_up(leaves, parts), parts, WHOLE) == {(area, at) for area in ("a", "a1", "a2") for at in (0, 1)}


@given(cities())
def test_no_count_under_five_is_shown_below_the_whole(city: City) -> None:
    table, parts = city
    assert all(table[area][at] >= FEWEST for area, at in shown(table, parts, WHOLE))


@given(cities())
def test_nothing_that_is_shown_lies_in_something_hidden(city: City) -> None:
    table, parts = city
    visible = shown(table, parts, WHOLE)
    for desk in parts[WHOLE]:
        assert {at for leaf in parts[desk] for area, at in visible if area == leaf} <= {
            at for area, at in visible if area == desk
        }


@settings(max_examples=60)
@given(cities(desks=2, below=2, options=3, most=8))
def test_no_hidden_count_can_be_narrowed_down(city: City) -> None:
    """By trying all tables that show the same and have as many votes in each area: what each hidden count may be."""
    table, parts = city
    visible = shown(table, parts, WHOLE)
    if not visible:  # the whole alone is shown, whatever it gives away
        return
    for cell, (low, high) in ends(table, parts, visible).items():
        area, at = cell
        assert low <= table[area][at] <= high
        assert high - low >= min(FEWEST, sum(table[area]), table[WHOLE][at]), (cell, low, high)


@settings(max_examples=60)
@given(cities(desks=2, below=2, options=3, most=4), st.data())
def test_the_flows_find_what_trying_all_finds(city: City, data: st.DataObject) -> None:
    """Whatever is shown."""
    table, parts = city
    every = [(area, at) for desk in parts[WHOLE] for area in (desk, *parts[desk]) for at in range(len(table[WHOLE]))]
    chosen = data.draw(st.sets(st.sampled_from(every)))
    visible = {(area, at) for area, at in chosen if "." not in area or (area.split(".")[0], at) in chosen}
    above = {part: area for area, below in parts.items() for part in below}
    leaves = {area for area in above if area not in parts}
    network = Hidden(table, above, leaves, [cell for cell in every if cell not in visible])
    for cell, (low, high) in ends(table, parts, visible).items():
        assert network.span(cell, 1000) == high - low, cell


def ends(table: Table, parts: Parts, visible: set[Cell]) -> dict[Cell, tuple[int, int]]:
    """The least and the most that each hidden count may be."""
    found: dict[Cell, tuple[int, int]] = {}
    hidden = [(area, at) for area in table if area != WHOLE for at in range(len(table[area]))]
    hidden = [cell for cell in hidden if cell not in visible]
    for leaves in tables(table, parts, visible):
        made = added_up(leaves, parts)
        for area, at in hidden:
            value = made[area][at]
            low, high = found.get((area, at), (value, value))
            found[area, at] = min(low, value), max(high, value)
    return found


def tables(table: Table, parts: Parts, visible: set[Cell]) -> Iterator[Table]:  # noqa: C901 - four loops, one in another
    """Every filling of the smallest areas that shows the same, each area having its votes."""

    def fill(desks: list[str], rest: list[int]) -> Iterator[Table]:
        if not desks:
            if not any(rest):
                yield {}
            return
        for made, left in fill_desk(desks[0], rest):
            for more in fill(desks[1:], left):
                yield {**made, **more}

    def fill_desk(desk: str, rest: list[int]) -> Iterator[tuple[Table, list[int]]]:
        for made, left in fill_leaves(parts[desk], rest):
            used = [before - after for before, after in zip(rest, left, strict=True)]
            if all(used[at] == table[desk][at] for at in range(len(used)) if (desk, at) in visible):
                yield made, left

    def fill_leaves(leaves: list[str], rest: list[int]) -> Iterator[tuple[Table, list[int]]]:
        if not leaves:
            yield {}, rest
            return
        for row in rows(leaves[0], rest):
            left = [before - after for before, after in zip(rest, row, strict=True)]
            for more, end in fill_leaves(leaves[1:], left):
                yield {leaves[0]: row, **more}, end

    def rows(leaf: str, rest: list[int], at: int = 0, votes: int | None = None) -> Iterator[list[int]]:
        votes = sum(table[leaf]) if votes is None else votes
        if at == len(rest):
            if not votes:
                yield []
            return
        fixed = table[leaf][at]
        for count in [fixed] if (leaf, at) in visible else range(min(votes, rest[at]) + 1):
            if count <= min(votes, rest[at]):
                for more in rows(leaf, rest, at + 1, votes - count):
                    yield [count, *more]

    return fill(parts[WHOLE], table[WHOLE])

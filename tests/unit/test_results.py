"""Counts, shares, intervals and break-downs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import free_words, polls
from services.results import ELSEWHERE, WHOLE, Outcome, break_down, wilson
from services.voting import bit, options_in
from storage.polls import Option, Question
from storage.votes import Count

PARTS = {WHOLE: ["n1", "n2"], "n1": ["a", "b"], "n2": ["c"]}
THREE = Question(1, 1, 0, polls.ONE, "?", 1, [Option("x"), Option("y"), Option("z")])


def test_shares_are_of_those_who_answered() -> None:
    outcome = Outcome(Question(1, 1, 0, polls.SEVERAL, "?", 2, THREE.options), 10, [8, 6, 0])
    assert [outcome.share(place) for place in range(3)] == [0.8, 0.6, 0.0]
    assert Outcome(THREE, 0, [0, 0, 0]).share(1) == 0.0


def test_the_mean_of_a_scale() -> None:
    scale = Question(1, 1, 0, polls.SCALE, "?")
    assert Outcome(scale, 4, [1, 0, 0, 1, 2]).mean == pytest.approx(15 / 4)
    assert Outcome(scale, 0, [0] * 5).mean is None
    assert Outcome(THREE, 1, [1, 0, 0]).mean is None


@given(st.sets(st.integers(0, 9)))
def test_options_and_bits(chosen: set[int]) -> None:
    assert options_in(sum(map(bit, chosen))) == sorted(chosen)


# From the table in Newcombe, Statistics in Medicine 17 (1998), 857-872: the score method without continuity correction.
@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_wilsons(successes: int, trials: int, low: float, high: float) -> None:
    assert wilson(successes, trials) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_of_nobody_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_share_lies_in_its_interval(pair: tuple[int, int]) -> None:
    low, high = wilson(*pair)
    assert 0 <= low <= pair[0] / pair[1] <= high <= 1


def counts(*given: tuple[str, int, int]) -> list[Count]:
    return [Count(1, area, bit(option), votes) for area, option, votes in given]


def test_a_break_down_adds_up_and_hides_what_is_small() -> None:
    rows = break_down(
        THREE, counts(("a", 0, 10), ("b", 0, 7), ("c", 0, 8), ("a", 1, 9), ("b", 1, 2), ("c", 1, 3), ("c", 2, 6)), PARTS
    )
    assert rows["n1"].counts == [17, None, None]
    assert rows["n2"].counts == [8, None, None]
    # With the 7 that «b» must hide beside its 2, the 10 of «a» would give it away.
    assert rows["a"].counts == rows["b"].counts == [None, None, None]
    assert rows["c"].counts == [8, None, None]
    assert rows["c"].shares is None


def test_shares_of_an_area_only_where_all_is_shown() -> None:
    rows = break_down(
        THREE,
        counts(*((area, option, votes) for area in "abc" for option, votes in ((0, 10), (1, 5), (2, 5)))),
        PARTS,
    )
    assert rows["a"].shares == [0.5, 0.25, 0.25]
    assert rows["n1"].counts == [20, 10, 10]


def test_votes_of_unknown_areas_are_a_part_of_their_own() -> None:
    parts = {WHOLE: ["n1", ELSEWHERE], "n1": ["a", f"n1{ELSEWHERE}"]}
    rows = break_down(THREE, counts(("", 0, 9), ("gone", 0, 1), ("n1", 0, 6), ("a", 0, 5)), parts)
    assert {area: row.counts[0] for area, row in rows.items()} == {
        "n1": 11, "a": 5, f"n1{ELSEWHERE}": 6, ELSEWHERE: 10,
    }  # fmt: skip


def test_free_words_by_what_comes_up_most() -> None:
    answers = ["نور پارک کم است", "پارك تاریک است", "نیمکت‌های پارک", "زنگ بزنید ۰۹۱۲۳۴۵۶۷۸۹", "نیمکت"]
    found = free_words.groups(answers)
    assert [(group.word, len(group.answers)) for group in found[:2]] == [("پارک", 3), ("نیمکت", 2)]
    assert free_words.groups(answers, ignored=["کدام پارک؟"])[0].word == "نیمکت"
    assert "۰۹۱۲" not in " ".join(free_words.masked(answers))

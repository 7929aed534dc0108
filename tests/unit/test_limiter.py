"""The pace: never faster than Telegram grants, never slower than it has to be."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.limiter import CATCH_UP, Limiter, Pace
from storage.outbox import ANSWER, BULK, NOTICE

LANES = (ANSWER, NOTICE, BULK)
CHATS = (1, 2, 3, -1, -2)

sends = st.lists(st.tuples(st.sampled_from(CHATS), st.sampled_from(LANES)), max_size=120)
paces = st.builds(
    Pace,
    rate=st.integers(1, 40),
    steady=st.sampled_from([None, 0.5, 1.0, 3.0]),
    burst=st.integers(1, 8),
    group=st.sampled_from([None, 1, 5, 20]),
)


def run(limiter: Limiter, wanted: list[tuple[int, int]]) -> list[tuple[float, int, int]]:
    """Send one behind the other, each as soon as it may be: (when, chat, lane)."""
    now, sent = 0.0, []
    for chat, lane in wanted:
        while (wait := max(limiter.wait_for_any(lane, now), limiter.wait_for(chat, now))) > 0:
            now += wait + 1e-6
        limiter.note(chat, now)
        sent.append((now, chat, lane))
    return sent


def most_within(times: list[float], seconds: float) -> int:
    return max((sum(1 for other in times if at <= other < at + seconds) for at in times), default=0)


@given(paces, sends)
def test_no_second_has_more_than_the_rate(pace: Pace, wanted: list[tuple[int, int]]) -> None:
    """What bulk makes up for after a rest aside."""
    sent = run(Limiter(pace), wanted)
    spare = 1 + CATCH_UP * pace.rate if any(lane == BULK for _, _, lane in sent) else 0
    assert most_within([at for at, _, _ in sent], 1 - 1e-6) <= pace.rate + spare


@given(paces, sends)
def test_no_minute_of_a_group_has_more_than_its_share(pace: Pace, wanted: list[tuple[int, int]]) -> None:
    sent = run(Limiter(pace), wanted)
    for chat in (-1, -2):
        times = [at for at, where, _ in sent if where == chat]
        assert pace.group is None or most_within(times, 60 - 1e-6) <= pace.group


@given(paces, sends)
def test_a_private_chat_gets_a_burst_and_then_a_steady_trickle(pace: Pace, wanted: list[tuple[int, int]]) -> None:
    sent = run(Limiter(pace), wanted)
    for chat in (1, 2, 3):
        times = [at for at, where, _ in sent if where == chat]
        for first, last in itertools.combinations(range(len(times)), 2):
            if pace.steady is not None:
                allowed = pace.burst + (times[last] - times[first]) * pace.steady + 1e-3
                assert last - first + 1 <= allowed


@given(st.integers(2, 1000), st.lists(st.floats(0, 0.02), min_size=1, max_size=300))
def test_bulk_goes_at_an_even_pace_and_uses_the_whole_rate(rate: int, delays: list[float]) -> None:
    """Looked at late each time by one of the delays, as an event loop does."""
    limiter, now, sent = Limiter(Pace(rate=rate)), 1000.0, 0
    for delay in delays * (1 + 3 * rate // len(delays)):
        now += limiter.bulk_wait(now) + delay
        room = limiter.bulk_room(now)
        limiter.note_bulk(room, now)
        sent += room
        # Within 1 / rate whoever is chatting finds a place.
        assert limiter.wait_for_any(ANSWER, now) <= max(1 / rate, *delays) + CATCH_UP + 1e-6
    assert sent <= (now - 1000) * rate + 2 + CATCH_UP * rate
    if max(delays) * rate < 0.5:
        assert sent >= (now - 1000) * rate * 0.9


@given(st.integers(2, 100))
def test_between_bulk_messages_there_is_a_place_for_an_answer(rate: int) -> None:
    limiter, now, waits = Limiter(Pace(rate=rate)), 1000.0, []
    for turn in range(5 * rate):
        now += limiter.bulk_wait(now)
        if turn % 7 == 0:
            waits.append(limiter.wait_for_any(ANSWER, now))
            now += waits[-1]
            limiter.note(turn + 1, now)
        limiter.note_bulk(limiter.bulk_room(now), now)
    assert max(waits) <= CATCH_UP + 2 / rate + 1e-6


def test_bulk_does_not_make_up_for_a_long_rest() -> None:
    limiter = Limiter(Pace(rate=30))
    limiter.note_bulk(limiter.bulk_room(1000.0), 1000.0)
    assert limiter.bulk_room(5000.0) == 1 + int(CATCH_UP * 30)


def test_a_pause_holds_bulk_too() -> None:
    limiter = Limiter(Pace(rate=30))
    limiter.pause(1010.0)
    assert limiter.bulk_room(1000.0) == 0
    assert limiter.bulk_wait(1000.0) == 10


@pytest.mark.parametrize("lane", LANES)
def test_a_pause_holds_every_lane_and_a_shorter_one_does_not_end_it(lane: int) -> None:
    limiter = Limiter(Pace())
    limiter.pause(10.0)
    limiter.pause(5.0)
    assert limiter.wait_for_any(lane, 4.0) == 6.0
    assert limiter.wait_for_any(lane, 10.0) == 0


@given(sends)
def test_without_limits_nothing_but_bulk_waits(wanted: list[tuple[int, int]]) -> None:
    limiter = Limiter(Pace(rate=1000, steady=None, group=None))
    chatting = [(chat, lane) for chat, lane in wanted if lane != BULK]
    assert all(at == 0 for at, _, _ in run(limiter, chatting))


def test_chats_at_rest_are_forgotten_and_those_that_are_not_are_held_to_their_limit() -> None:
    limiter = Limiter(Pace(rate=10**9, steady=1.0, burst=1))
    limiter.note(1, 0.0)
    limiter.note(2, 9_999.9)
    for chat in range(3, 10_003):
        limiter.note(chat, 10_000.0)
    assert 1 not in limiter._private
    assert limiter.wait_for(1, 10_000.0) == 0
    assert limiter.wait_for(2, 10_000.0) > 0

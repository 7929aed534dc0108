"""The life of a report, as a table: its laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import life
from services.reports import _move
from storage.reports import Report

TAKERS = {life.MANAGER: 7, life.RESIDENT: 1, life.TIME: 0}
CLOSED = set(life.STATES) - life.OPEN


def report() -> Report:
    return Report(
        id=1, code="", reporter=1, anonymous=0, category="", area="", desk="", words="", landmark="", lat=None,
        lon=None, cell=None, cover=None, state=life.NEW, open=1, created=0, due=100, changed=0,
    )  # fmt: skip


def test_every_step_leads_to_a_state_and_every_state_is_reached() -> None:
    targets = {step.target for step in life.STEPS.values()}
    assert targets - {life.BACK} <= set(life.STATES)
    assert set(life.STATES) <= targets | {life.NEW}


def test_who_may_do_what() -> None:
    by_taker = {
        taker: {name for name, step in life.STEPS.items() if taker in step.takers}
        for taker in (life.MANAGER, life.RESIDENT, life.TIME)
    }
    assert by_taker[life.MANAGER] == {"claim", "start", "ask", "done", "impossible", "refer", "refer_outside"}
    assert by_taker[life.RESIDENT] == {"answer", "confirm", "partly", "reopen", "withdraw"}
    assert by_taker[life.TIME] == {"silence"}


@pytest.mark.parametrize("state", sorted(CLOSED - {life.DONE}))
def test_what_is_closed_stays_closed(state: str) -> None:
    for taker in (life.MANAGER, life.RESIDENT, life.TIME):
        assert life.steps_from(state, taker) == []


def test_done_waits_for_the_resident_or_for_time() -> None:
    assert life.steps_from(life.DONE, life.MANAGER) == []
    assert set(life.steps_from(life.DONE, life.RESIDENT)) == {"confirm", "partly", "reopen"}
    assert life.steps_from(life.DONE, life.TIME) == ["silence"]


@pytest.mark.parametrize("state", sorted(life.OPEN))
def test_everything_open_can_be_ended_by_both_sides(state: str) -> None:
    assert {"done", "impossible", "refer"} <= set(life.steps_from(state, life.MANAGER))
    assert "withdraw" in life.steps_from(state, life.RESIDENT)


def test_a_refusal_and_a_question_need_words() -> None:
    assert {name for name, step in life.STEPS.items() if step.needs_note} == {"ask", "impossible"}


@given(st.sampled_from(sorted(life.OPEN - {life.WAITING})))
def test_an_answer_leads_back_to_where_it_was_asked(state: str) -> None:
    one = report()
    one.state = state
    _move(one, "ask", 7, 10)
    assert one.state == life.WAITING
    _move(one, "answer", 1, 20)
    assert (one.state, one.resume) == (state, None)


@given(st.data())
def test_any_steps_in_any_order(data: st.DataObject) -> None:
    one, time = report(), 0
    while steps := [(taker, name) for taker in TAKERS for name in life.steps_from(one.state, taker)]:
        if time == 30:
            break
        taker, name = data.draw(st.sampled_from(steps))
        time += 1
        _move(one, name, TAKERS[taker], time)
        assert one.state in life.STATES
        assert bool(one.open) == (one.state in life.OPEN)
        assert (one.resume is not None) == (one.state == life.WAITING)
        assert one.due == 100, "the clock never restarts"
        assert one.changed == time
        assert one.worker in {None, TAKERS[life.MANAGER]}

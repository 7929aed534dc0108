"""The life of a report, as data: which step leads from where to where, and who may take it."""

from __future__ import annotations

from dataclasses import dataclass

NEW, CLAIMED, IN_PROGRESS, WAITING = "new", "claimed", "in_progress", "waiting"
PARTLY, REOPENED = "partly", "reopened"
DONE, CONFIRMED, IMPOSSIBLE, REFERRED, WITHDRAWN = "done", "confirmed", "impossible", "referred", "withdrawn"

OPEN = frozenset({NEW, CLAIMED, IN_PROGRESS, WAITING, PARTLY, REOPENED})
STATES = (NEW, CLAIMED, IN_PROGRESS, WAITING, PARTLY, REOPENED, DONE, CONFIRMED, IMPOSSIBLE, REFERRED, WITHDRAWN)

MANAGER, RESIDENT, TIME = "manager", "resident", "time"
BACK = ""  # the state in which the report was before it waited for the resident


@dataclass(frozen=True)
class Step:
    """`takers` are those who may take it; `worker` steps make their taker the one who works on the report."""

    sources: frozenset[str]
    target: str
    takers: frozenset[str]
    worker: bool = False
    needs_note: bool = False


def _step(sources: frozenset[str] | set[str], target: str, taker: str, **more: bool) -> Step:
    return Step(frozenset(sources), target, frozenset({taker}), **more)


STEPS = {
    "claim": _step({NEW, PARTLY, REOPENED}, CLAIMED, MANAGER, worker=True),
    "start": _step({NEW, CLAIMED, PARTLY, REOPENED}, IN_PROGRESS, MANAGER, worker=True),
    "ask": _step(OPEN - {WAITING}, WAITING, MANAGER, worker=True, needs_note=True),
    "answer": _step({WAITING}, BACK, RESIDENT),
    "done": _step(OPEN, DONE, MANAGER, worker=True),
    "impossible": _step(OPEN, IMPOSSIBLE, MANAGER, worker=True, needs_note=True),
    "refer": _step(OPEN, NEW, MANAGER),
    "refer_outside": _step(OPEN, REFERRED, MANAGER, worker=True),
    "confirm": _step({DONE}, CONFIRMED, RESIDENT),
    "silence": _step({DONE}, CONFIRMED, TIME),
    "partly": _step({DONE}, PARTLY, RESIDENT),
    "reopen": _step({DONE}, REOPENED, RESIDENT),
    "withdraw": _step(OPEN, WITHDRAWN, RESIDENT),
}


def may(step: str, state: str, taker: str) -> bool:
    return state in STEPS[step].sources and taker in STEPS[step].takers


def steps_from(state: str, taker: str) -> list[str]:
    """What somebody may do with a report in this state."""
    return [name for name, step in STEPS.items() if state in step.sources and taker in step.takers]

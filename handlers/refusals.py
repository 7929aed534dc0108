"""Saying no: one sentence that says why not, and what to do; a toast for a press, a message for something written."""

from __future__ import annotations

from typing import Any

from handlers.talk import Talk
from services import life
from services.refusal import Refusal
from storage import people

CLAIMED = frozenset({life.CLAIMED, life.IN_PROGRESS, life.WAITING})


async def refuse(talk: Talk, refusal: Refusal) -> None:
    reason, details = refusal.reason, dict(refusal.details)
    if reason == "step-refused":
        reason, details = await _late(talk, **details)
    elif reason == "not-manager":
        details["area"] = talk.house.city.name(str(details["area"]), talk.own.language)
    elif "code" in details and not talk.query:
        details["code"] = talk.own.code(str(details["code"]))
    _say(talk, reason, details)


async def _late(talk: Talk, state: str, worker: int | None, step: str) -> tuple[str, dict[str, Any]]:
    """Somebody else was faster, or the same manager pressed twice."""
    if step == "claim" and state in CLAIMED and worker == talk.person.id:
        return "claimed", {}
    if step == "claim" and state in CLAIMED and worker:
        known = await people.get(talk.tx, worker)
        return "claimed-before", {"name": known.first_name if known else ""}
    return "step-refused", {"state": _state(talk, state)}


def _state(talk: Talk, state: str) -> str:
    return talk.own.plain(f"state-{state.replace('_', '-')}")


def _say(talk: Talk, reason: str, details: dict[str, Any]) -> None:
    if talk.query:
        talk.toast(reason, alert=True, **details)
    else:
        talk.say(reason, **details)

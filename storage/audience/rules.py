"""Whom a broadcast is for: rules that must all hold, each kind of rule in a file of its own beside this one."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from storage.audience import (
    active,
    answered,
    area,
    interest,
    language,
    people,
    registered,
    reporters,
    subscribers,
    topic,
    unanswered,
    unreached,
    weekly,
)
from storage.database import Transaction

# Of a rule's value and a name for its parameters: what must hold for a person `p` (with `:now`), and the parameters.
Condition = Callable[[Any, str], tuple[str, dict[str, Any]]]
CONDITIONS: dict[str, Condition] = {
    "active": active.condition,
    "answered": answered.condition,
    "area": area.condition,
    "interest": interest.condition,
    "language": language.condition,
    "people": people.condition,
    "registered": registered.condition,
    "reporters": reporters.condition,
    "subscribers": subscribers.condition,
    "topic": topic.condition,
    "unanswered": unanswered.condition,
    "unreached": unreached.condition,
    "weekly": weekly.condition,
}
# The same for all people at once, where that is better not asked of each: the set is made first, and each looked up.
WHOLE: dict[str, Condition] = {"area": area.whole, "reporters": reporters.whole, "unreached": unreached.whole}
# Whoever has never begun a chat with the bot, or has blocked it, cannot be written to.
REACHABLE = "p.away = 0 AND p.seen > 0"


@dataclass(frozen=True)
class Rule:
    """`value` is what its kind's file expects, as JSON holds it."""

    kind: str
    value: Any


@dataclass(frozen=True)
class Sample:
    """Somebody of an audience, without a name."""

    home: str
    language: str
    seen: int


def where(rules: Sequence[Rule], now: int, *, whole: bool = False) -> tuple[str, dict[str, Any]]:
    """The condition for a person `p`, and its parameters. Raises KeyError for an unknown kind.

    `whole` is for a look at everybody; without it, each is asked for themselves, which is fast for some thousands.
    """
    parts, parameters = [REACHABLE], {"now": now}
    conditions = CONDITIONS | WHOLE if whole else CONDITIONS
    for number, rule in enumerate(rules):
        part, more = conditions[rule.kind](rule.value, f"rule{number}_")
        parts.append(part)
        parameters |= more
    return " AND ".join(parts), parameters


async def count(tx: Transaction, rules: Sequence[Rule], now: int) -> int:
    return (await count_readers(tx, rules, now, ()))[0]


async def count_readers(
    tx: Transaction, rules: Sequence[Rule], now: int, languages: Sequence[str]
) -> tuple[int, dict[str, int]]:
    """How many there are, and how many of them read each of these languages.

    Not by GROUP BY, for which SQLite would sort them all.
    """
    held, parameters = where(rules, now, whole=True)
    named = {f"language{number}": language for number, language in enumerate(languages)}
    readers = [f", SUM(CASE WHEN p.language = :{name} THEN 1 ELSE 0 END)" for name in named]
    row = await tx.fetch_one(f"SELECT COUNT(*){''.join(readers)} FROM person p WHERE {held}", {**parameters, **named})
    total, *found = row or (0,)
    return int(total), {language: int(each or 0) for language, each in zip(languages, found, strict=False)}


async def samples(tx: Transaction, rules: Sequence[Rule], now: int, most: int = 3) -> list[Sample]:
    """A few of the audience, from anywhere in it: to put them all in a random order would take long in a city."""
    held, parameters = where(rules, now, whole=True)
    last = await tx.fetch_one("SELECT MAX(id) FROM person")
    somewhere = secrets.randbelow(((last and last[0]) or 0) + 1)
    found: list[Sample] = []
    for half in ("p.id >= :somewhere", "p.id < :somewhere"):
        rows = await tx.fetch_all(
            f"SELECT p.home, p.language, p.seen FROM person p WHERE {half} AND {held} ORDER BY p.id LIMIT :most",
            {**parameters, "somewhere": somewhere, "most": most - len(found)},
        )
        found += [Sample(*row) for row in rows]
        if len(found) == most:
            break
    return found

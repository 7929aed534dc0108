"""The figures of all rounds as one table, and which goals they meet."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from benchmarks.lineup import OURS, OURS_SLOW, A, B, C, Contender
from benchmarks.measure import Figures

Rounds = Mapping[str, Sequence[Figures]]
GOALS = ((OURS, A, 2.5), (OURS, B, 0.7), (OURS, C, 4.5), (OURS_SLOW, A, 1.8))
MOST_MEMORY = 90.0
HEAD = ("", "updates/s", "× (a)", "× (b)", "× (c)", "CPU ms", "p50 ms", "p99 ms", "RSS MB", "bot core", "sandbox core")


def medians(rounds: Sequence[Figures]) -> Figures:
    names = [field.name for field in fields(Figures)]
    return Figures(**{name: statistics.median(getattr(each, name) for each in rounds) for name in names})


def ratio(rounds: Rounds, one: str, other: str) -> float | None:
    """The median of the rounds' ratios: what disturbs a round disturbs both."""
    return _median([mine.rate / theirs.rate for mine, theirs in _pairs(rounds, one, other)])


def ratio_by_cpu(rounds: Rounds, one: str, other: str) -> float | None:
    """What it would be if nothing else ran on the bot's core."""
    return _median([theirs.cpu / mine.cpu for mine, theirs in _pairs(rounds, one, other)])


def _pairs(rounds: Rounds, one: str, other: str) -> list[tuple[Figures, Figures]]:
    return list(zip(rounds.get(one, ()), rounds.get(other, ()), strict=False))


def _median(ratios: Sequence[float]) -> float | None:
    return statistics.median(ratios) if ratios else None


def lines(contenders: Sequence[Contender], rounds: Rounds) -> list[str]:
    rows = [HEAD] + [_row(contender, rounds) for contender in contenders if rounds.get(contender.key)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    return [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    ]


def _row(contender: Contender, rounds: Rounds) -> tuple[str, ...]:
    key = contender.key
    mine = medians(rounds[key])
    ratios = [ratio(rounds, key, other) for other in (A, B, C)]
    return (
        contender.title, f"{mine.rate:,.0f}", *("" if each is None else f"{each:.2f}" for each in ratios),
        f"{mine.cpu:.3f}", f"{mine.p50:.1f}", f"{mine.p99:.1f}", f"{mine.memory:.0f}",
        f"{mine.bot_core:.0%}", f"{mine.sandbox_core:.0%}",
    )  # fmt: skip


def remarks(contenders: Sequence[Contender], rounds: Rounds) -> list[str]:
    """What one should know before believing the table."""
    said = []
    for contender in contenders:
        if not rounds.get(contender.key):
            continue
        mine = medians(rounds[contender.key])
        if mine.sandbox_core > 0.9 and mine.bot_core < 0.9:
            said.append(f"{contender.title}: the sandbox is the bottleneck ({mine.sandbox_core:.0%} of its core)")
        if mine.behind > 0.05 * mine.filed:
            said.append(f"{contender.title}: {mine.behind:.0f} cards were still owed at the end")
        if mine.differing:
            said.append(f"{contender.title}: {mine.differing / mine.filed:.1%} of the reports met similar ones nearby")
    return said


def goals(rounds: Rounds) -> list[tuple[str, bool]]:
    judged = []
    for one, other, least in GOALS:
        reached = ratio(rounds, one, other)
        if reached is not None:
            what = "ours" if one == OURS else "ours with a 2 ms fsync"
            by_cpu = ratio_by_cpu(rounds, one, other)
            judged.append(
                (f"{what}: {reached:.2f} × ({other}) (by CPU {by_cpu:.2f}), wanted {least}", reached >= least)
            )
    if rounds.get(OURS):
        memory = max(each.memory for each in rounds[OURS])
        judged.append((f"ours: {memory:.0f} MB, wanted under {MOST_MEMORY:.0f}", memory < MOST_MEMORY))
    return judged


def as_data(rounds: Rounds) -> dict[str, Any]:
    return {
        "medians": {key: asdict(medians(each)) for key, each in rounds.items() if each},
        "ratios": {f"{one}/{other}": ratio(rounds, one, other) for one in rounds for other in (A, B, C)},
        "ratios_by_cpu": {f"{one}/{other}": ratio_by_cpu(rounds, one, other) for one in rounds for other in (A, B, C)},
        "goals": [{"goal": what, "met": met} for what, met in goals(rounds)],
        "rounds": {key: [asdict(one) for one in each] for key, each in rounds.items()},
    }

"""Who runs against whom, and how each is started."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measure import ROOT
from benchmarks.residents import Chatter, Reporter, Resident

TOKEN, OWNER = "100:BENCH", 5001
SERVE, ECHO, USUAL = (
    str(ROOT / "benchmarks" / name) for name in ("serve.py", "contenders/echo.py", "contenders/usual.py")
)
A, B, C, OURS, OURS_SLOW, C_SLOW, POSTGRESQL = "a", "b", "c", "ours", "ours-slow", "c-slow", "postgresql"


@dataclass(frozen=True)
class Contender:
    key: str
    title: str
    command: tuple[str, ...]
    resident: type[Resident] = Reporter
    ours: bool = False
    environment: dict[str, str] = field(default_factory=dict)


def lineup(slow_disk: Path | None, new_database: Callable[[], str] | None) -> list[Contender]:
    """In the order in which they run in each round. `new_database` is there when PostgreSQL is to be measured, too."""
    contenders = [
        Contender(A, "(a) stock echo", (ECHO,), Chatter),
        Contender(B, "(b) echo, an aiohttp request", (ECHO, "--aiohttp"), Chatter),
        Contender(C, "(c) the usual way", (USUAL,)),
        Contender(OURS, "ours", (SERVE,), ours=True),
    ]
    if slow_disk:
        slow = {"LD_PRELOAD": str(slow_disk)}
        contenders += [
            Contender(C_SLOW, "(c), 2 ms fsync", (USUAL,), environment=slow),
            Contender(OURS_SLOW, "ours, 2 ms fsync", (SERVE,), ours=True, environment=slow),
        ]
    if new_database:
        contenders.append(Contender(POSTGRESQL, "ours on PostgreSQL", (SERVE,), ours=True))
    return contenders


def environment(contender: Contender, url: str, group: int, database: str) -> dict[str, str]:
    """Each bot has its own way to be told."""
    if not contender.ours:
        return {"TOKEN": TOKEN, "API_URL": url, "GROUP": str(group), "DATABASE": database, **contender.environment}
    given = {
        "TOKEN": TOKEN, "API_URL": url, "DATABASE": database, "ORGANISATION": "demo", "OWNERS": str(OWNER),
        "REPORTS_A_DAY": str(10**9), "REPORTS_IN_TEN_MINUTES": str(10**9),
    }  # fmt: skip
    return {**{f"HAMSAYEH_{name}": value for name, value in given.items()}, **contender.environment}

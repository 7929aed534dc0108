"""A bot on a core of its own, and what it costs there."""

from __future__ import annotations

import asyncio
import os
import resource
import shutil
import signal
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.residents import Ledger

ROOT = Path(__file__).resolve().parents[1]
HERE, THERE = 0, 1  # the cores of the sandbox and of the bot
TICK = 1 / os.sysconf("SC_CLK_TCK")
PATIENCE = 60.0  # seconds until a bot must be ready, and until it must have ended


class BotFailed(Exception):
    """It did not start, or ended before it was told to."""


@dataclass(frozen=True)
class Figures:
    """One contender in one round. Times in ms, memory in MB, the use of cores from 0 to 1."""

    rate: float
    cpu: float
    p50: float
    p99: float
    memory: float
    bot_core: float
    sandbox_core: float
    filed: int = 0
    differing: int = 0
    behind: int = 0


class Bot:
    """A process that says "ready"."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.errors = folder / "stderr"
        self.process: asyncio.subprocess.Process | None = None

    async def start(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("HAMSAYEH_")}
        with self.errors.open("wb") as errors:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, *command, cwd=self.folder, env={**kept, "PYTHONPATH": str(ROOT), **environment},
                stdout=asyncio.subprocess.PIPE, stderr=errors,
            )  # fmt: skip
        os.sched_setaffinity(self.process.pid, {THERE})
        async with asyncio.timeout(PATIENCE):
            while line := await self.process.stdout.readline():
                if b"ready" in line:
                    return
        raise BotFailed(self.last_words())

    async def stop(self) -> None:
        if self.process is None or self.process.returncode is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(self.process.wait(), PATIENCE)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()

    def check(self) -> None:
        if self.process is None or self.process.returncode is not None:
            raise BotFailed(self.last_words())

    def last_words(self) -> str:
        return self.errors.read_text("utf-8", "replace")[-2000:] or "it said nothing"

    def cpu(self) -> float:
        """Seconds of all its threads."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * TICK

    def memory(self) -> float:
        """The most it ever took, in MB."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text("ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024


async def observe(bot: Bot, ledger: Ledger, seconds: float) -> Figures:
    """What happens from now on for so many seconds."""
    answered, filed, differing = len(ledger.waits), ledger.filed, ledger.differing
    began, bot_began, here_began = time.perf_counter(), bot.cpu(), own_cpu()
    await asyncio.sleep(seconds)
    bot.check()
    took, bot_took, here_took = time.perf_counter() - began, bot.cpu() - bot_began, own_cpu() - here_began
    waits = ledger.waits[answered:]
    if len(waits) < 10:
        raise BotFailed(f"only {len(waits)} answers in {seconds} s\n{bot.last_words()}")
    shares = statistics.quantiles(waits, n=100)
    return Figures(
        rate=len(waits) / took, cpu=1000 * bot_took / len(waits), p50=1000 * shares[49], p99=1000 * shares[98],
        memory=bot.memory(), bot_core=bot_took / took, sandbox_core=here_took / took,
        filed=ledger.filed - filed, differing=ledger.differing - differing, behind=ledger.filed - ledger.cards,
    )  # fmt: skip


def own_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def slow_disk(folder: Path) -> Path | None:
    """A library that makes every fsync 2 ms slower; None without a C compiler."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        return None
    library = folder / "slow_fsync.so"
    source = str(ROOT / "benchmarks" / "slow_fsync.c")
    process = await asyncio.create_subprocess_exec(
        compiler, "-O2", "-shared", "-fPIC", "-o", str(library), source, "-ldl"
    )
    return library if await process.wait() == 0 else None

"""Where the time of ours goes, as py-spy sees it, or else cProfile, which makes many small calls look dear."""

from __future__ import annotations

import asyncio
import pstats
import re
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import TICK, Bot

MOST = 40
FRAME = re.compile(r"(?P<function>.+) \((?P<file>[^()]+)\)$")
# The innermost frame of a stack that is one of these says what the time was spent for: file, function, what for.
PURPOSES = (
    ("telegram/_update.py", "de_json", "parsing updates"),
    ("storage/outbox.py", "", "outbox rows"),
    ("storage/database.py", "", "transactions"),
    ("storage/", "", "queries"),
    ("services/", "", "services"),
    ("locales/", "", "words"),
    ("handlers/", "", "handlers"),
    ("bot/polling.py", "_fetch", "getUpdates"),
    ("bot/request.py", "", "calls to Telegram"),
    ("bot/delivery.py", "_call", "calls to Telegram"),
    ("bot/delivery.py", "", "delivery"),
    ("bot/lines.py", "", "delivery"),
    ("bot/limiter.py", "", "delivery"),
    ("bot/", "", "intake"),
)
NETWORK, LOOP = "reading from the network", "event loop"
OTHER_THREAD, IDLE = "_bootstrap", "select"


class Frame(NamedTuple):
    function: str
    file: str

    def __str__(self) -> str:
        return f"{self.function} ({'/'.join(Path(self.file).parts[-2:])})"


def sampler() -> str | None:
    beside = Path(sys.executable).with_name("py-spy")
    return str(beside) if beside.exists() else shutil.which("py-spy")


async def sample(bot: Bot, seconds: float, program: str, output: Path) -> None:
    """Must run while the bot is busy."""
    process = await asyncio.create_subprocess_exec(
        program, "record", "--pid", str(bot.process.pid), "--format", "raw", "--rate", "250", "--nolineno",
        "--full-filenames", "--duration", str(round(seconds)), "--output", str(output),
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    await process.wait()


def sampled(output: Path) -> list[str]:
    """Of the main thread: what the time was spent for, and the functions with the most samples of their own."""
    own, purposes = Counter[str](), Counter[str]()
    for line in output.read_text("utf-8").splitlines():
        stack, _, count = line.rpartition(" ")
        frames = [Frame(*frame.groups()) for frame in map(FRAME.match, stack.split(";")) if frame]
        if frames and OTHER_THREAD not in frames[0].function and IDLE not in frames[-1].function:
            own[str(frames[-1])] += int(count)
            purposes[purpose(frames)] += int(count)
    total = sum(own.values())
    ranked = [*purposes.most_common(), ("", 0), *own.most_common(MOST)]
    return [f"{count / total:7.1%}  {name}" for name, count in ranked]


def purpose(frames: Sequence[Frame]) -> str:
    for frame in reversed(frames):
        for file, function, what in PURPOSES:
            if f"/{file}" in frame.file and function in frame.function:
                return what
    return NETWORK if any("/aiohttp/" in frame.file for frame in frames) else LOOP


def profiled(output: Path) -> list[str]:
    """From what cProfile left."""
    stats = pstats.Stats(str(output)).stats
    total = sum(entry[2] for entry in stats.values())
    ranked = sorted(stats.items(), key=lambda entry: -entry[1][2])[:MOST]
    return [
        f"{own / total:7.1%}  {own:6.2f} s  {calls:8}  {Frame(function, file)}:{line}"
        for (file, line, function), (_, calls, own, _, _) in ranked
    ]


def threads(bot: Bot) -> dict[str, float]:
    """Seconds of the core that each thread has used, with and without the interpreter."""
    used = {}
    for task in Path(f"/proc/{bot.process.pid}/task").iterdir():
        fields = (task / "stat").read_text("ascii").rpartition(")")[2].split()
        name = "main" if task.name == str(bot.process.pid) else f"thread {task.name}"
        used[name] = (int(fields[11]) + int(fields[12])) * TICK
    return used

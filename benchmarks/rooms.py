"""Where the time of ours goes, as py-spy sees it, or else cProfile, which makes many small calls look dear."""

from __future__ import annotations

import asyncio
import pstats
import re
import shutil
import sys
from collections import Counter
from pathlib import Path

from benchmarks.measure import ROOT, Bot

MOST = 40
FRAME = re.compile(r"(?P<function>.+) \((?P<file>.+?)(?::\d+)?\)$")


def sampler() -> str | None:
    beside = Path(sys.executable).with_name("py-spy")
    return str(beside) if beside.exists() else shutil.which("py-spy")


async def sample(bot: Bot, seconds: float, program: str, output: Path) -> None:
    """Must run while the bot is busy."""
    process = await asyncio.create_subprocess_exec(
        program, "record", "--pid", str(bot.process.pid), "--format", "raw", "--rate", "400", "--nolineno", "--threads",
        "--duration", str(round(seconds)), "--output", str(output),
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    await process.wait()


def sampled(output: Path) -> list[str]:
    """The functions with the most samples of their own, and what share of all they are."""
    own, rooms = Counter[str](), Counter[str]()
    for line in output.read_text("utf-8").splitlines():
        stack, _, count = line.rpartition(" ")
        frames = [frame for frame in map(FRAME.match, stack.split(";")) if frame]
        if not frames:
            continue
        own[f"{frames[-1]['function']} ({short(frames[-1]['file'])})"] += int(count)
        rooms[room(frames[-1]["file"])] += int(count)
    total = sum(own.values())
    ranked = [*rooms.most_common(MOST), ("", 0), *own.most_common(MOST)]
    return [f"{count / total:7.1%}  {name}" for name, count in ranked]


def short(file: str) -> str:
    return "/".join(Path(file).parts[-2:])


def room(file: str) -> str:
    """Ours by room, others by package, the rest as Python's own."""
    parts = Path(file.removeprefix(f"{ROOT}/")).parts
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1]
    return parts[0] if (ROOT / parts[0]).is_dir() and parts[0] != "/" else f"python: {'/'.join(parts[-2:])}"


def profiled(output: Path) -> list[str]:
    """From what cProfile left."""
    stats = pstats.Stats(str(output)).stats
    total = sum(entry[2] for entry in stats.values())
    ranked = sorted(stats.items(), key=lambda entry: -entry[1][2])[:MOST]
    return [
        f"{own / total:7.1%}  {own:6.2f} s  {calls:8}  {function} ({short(file)}:{line})"
        for (file, line, function), (_, calls, own, _, _) in ranked
    ]

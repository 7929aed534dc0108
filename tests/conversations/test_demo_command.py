"""python -m bot demo, as a program of its own."""

import asyncio
import re
import signal
import sys
from pathlib import Path

import pytest

from sandbox.presses import PATIENCE

ROOT = Path(__file__).parents[2]


async def started(folder: Path, *options: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--port", "0", *options,
        cwd=folder, env={"PYTHONPATH": str(ROOT)}, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


async def test_the_story_is_played_to_its_end(tmp_path: Path) -> None:
    process = await started(tmp_path, "--once")
    said, complaints = await process.communicate()
    assert (process.returncode, complaints) == (0, b"")
    assert "خلاصهٔ روزانهٔ ناحیه ۴" in said.decode()


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM])
async def test_it_says_what_it_does_prints_one_address_and_ends_at_once(tmp_path: Path, way: signal.Signals) -> None:
    process = await started(tmp_path)
    assert process.stdout
    assert "being made" in (await process.stdout.readline()).decode()
    line = (await process.stdout.readline()).decode()
    assert re.search(r"http://127\.0\.0\.1:\d+/", line)
    process.send_signal(way)
    said, complaints = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert (process.returncode, said, complaints) == (0, b"", b"")

"""Ours as `python -m bot run` starts it, but for the pace: what Telegram would slow down is to be measured here.

`--profile FILE` leaves what cProfile saw there.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import signal
from pathlib import Path

from bot import logs, settings
from bot.app import build
from bot.limiter import Pace

UNLIMITED = Pace(rate=100_000, steady=None, group=None)


async def serve() -> None:
    """Until SIGTERM."""
    loaded = settings.load()
    logs.set_up(loaded.log)
    ready, stop = asyncio.Event(), asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    telling = asyncio.create_task(tell(ready))
    async with build(loaded, pace=UNLIMITED) as app:
        await app.run(ready, stop)
    telling.cancel()


async def tell(ready: asyncio.Event) -> None:
    await ready.wait()
    print("ready", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", type=Path, metavar="FILE")
    given = parser.parse_args()
    if given.profile is None:
        asyncio.run(serve())
        return
    profiler = cProfile.Profile()
    try:
        profiler.runcall(asyncio.run, serve())
    finally:
        profiler.dump_stats(given.profile)


if __name__ == "__main__":
    main()

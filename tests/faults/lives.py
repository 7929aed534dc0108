"""The bot as a process of its own that can be killed: forked from a server that has loaded it already, so that a life
begins in a tenth of a second."""

import asyncio
import contextlib
import multiprocessing
import os
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bot import logs
from bot.app import build
from bot.limiter import Pace
from bot.settings import Settings
from locales.words import LANGUAGES, words

for _language in LANGUAGES:  # whoever is forked from here need not read them again
    words(_language)

UNLIMITED = Pace(rate=1000, steady=None, group=None)
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.faults.lives"])


def live(given: dict[str, Any], tell: Connection, log: str, pace: Pace) -> None:
    """What the process does: all that `python -m bot run` does."""
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(file, 2)
    sys.stderr = os.fdopen(2, "w", buffering=1)
    logs.set_up("text")
    asyncio.run(_serve(given, tell, pace))


async def _serve(given: dict[str, Any], tell: Connection, pace: Pace) -> None:
    ready, stop = asyncio.Event(), asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with build(Settings(_env_file=None, **given), pace=pace) as app:  # type: ignore[call-arg]
        running = asyncio.create_task(app.run(ready, stop))
        await asyncio.wait({running, asyncio.ensure_future(ready.wait())}, return_when=asyncio.FIRST_COMPLETED)
        tell.send("ready")
        await running


class Life:
    """One process, from its start to its end."""

    def __init__(self, settings: Settings, log: Path, pace: Pace = UNLIMITED) -> None:
        self._ear, mouth = CONTEXT.Pipe(duplex=False)
        self.process = CONTEXT.Process(target=live, args=(settings.model_dump(), mouth, str(log), pace), daemon=True)
        self.process.start()
        mouth.close()

    async def ready(self, within: float = 20) -> None:
        loop, heard = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self._ear.fileno(), heard.set)
        try:
            await asyncio.wait_for(heard.wait(), within)
        finally:
            loop.remove_reader(self._ear.fileno())
        assert self._ear.recv() == "ready"

    async def kill(self) -> None:
        """kill -9."""
        self.process.kill()
        await self.ended()

    async def terminate(self) -> int | None:
        """SIGTERM; the exit status."""
        self.process.terminate()
        return await self.ended()

    async def ended(self, within: float = 20) -> int | None:
        loop, over = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self.process.sentinel, over.set)
        try:
            await asyncio.wait_for(over.wait(), within)
        finally:
            loop.remove_reader(self.process.sentinel)
        self.process.join()
        status = self.process.exitcode
        self.process.close()
        with contextlib.suppress(OSError):
            self._ear.close()
        return status

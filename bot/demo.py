"""python -m bot demo: a local Telegram, the bot on a fresh SQLite file with the demo district, and a story."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from pathlib import Path

from bot import logs
from bot.app import CannotStart, build
from bot.settings import Settings
from sandbox import Telegram
from sandbox.story import OWNER, play

TOKEN = "100:DEMO"  # noqa: S105  # of the local Telegram
FILE = Path("hamsayeh-demo.db")


async def demonstrate(port: int, *, once: bool) -> int:
    """Serves until interrupted, or with `once` until the story has been told."""
    logs.set_up("text")
    _forget()
    telegram = Telegram()
    telegram.add_bot(token=TOKEN, username="hamsayeh_demo_bot", name="همسایه")
    try:
        await telegram.start(port=port)
    except OSError as error:
        raise CannotStart(f"Port {port} cannot be listened on ({error}); choose another with --port.") from error
    try:
        return await _serve(telegram, once=once)
    finally:
        await telegram.stop()


def _forget() -> None:
    """The local Telegram begins anew, and so does what the bot remembers of it."""
    for path in Path().glob(f"{FILE}*"):
        path.unlink()


async def _serve(telegram: Telegram, *, once: bool) -> int:
    given = Settings.model_construct(
        token=TOKEN, api_url=telegram.url, database=f"sqlite:///{FILE}", organisation="demo", owners=(OWNER,)
    )
    ready, stop = asyncio.Event(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with build(given) as app:
        running = asyncio.create_task(app.run(ready, stop))
        telling = asyncio.create_task(_tell(telegram, ready))
        await asyncio.wait({running, telling}, return_when=asyncio.FIRST_COMPLETED)
        if telling.done() and not once:
            _say(f"Look at all chats: {telegram.url}/ (Ctrl-C ends)")
            await asyncio.wait({running})
        stop.set()
        await running
    telling.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await telling
    return 0


async def _tell(telegram: Telegram, ready: asyncio.Event) -> None:
    await ready.wait()
    _say(f"hamsayeh: ready; the local Telegram is at {telegram.url}/")
    await play(telegram, _say)
    for person in telegram.people.values():
        _say(f"\n— {person.name} —\n{person.transcript(30)}")
    for group in telegram.groups:
        _say(f"\n— {group.title} —\n{group.transcript(30)}")


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # what the demo is for

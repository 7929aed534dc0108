"""python -m bot demo: a local Telegram, the bot on a fresh SQLite file, and a made-up district that lives in both."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot import logs
from bot.app import App, CannotStart, build
from bot.demo import cast, chats, pictures, stage
from bot.demo.clock import moved_clock
from bot.demo.district import District
from bot.demo.population import populate
from bot.limiter import Pace
from bot.settings import Settings
from sandbox import Telegram
from sandbox.stage import Stage
from sandbox.story import Players, play
from services.now import MovableNow

TOKEN = "100:DEMO"  # noqa: S105  # of the local Telegram
FILE = Path("hamsayeh-demo.db")
PACE = Pace(rate=1000, steady=None, group=None)  # the local Telegram sets no limits


async def demonstrate(port: int, *, once: bool) -> int:
    """Serves until interrupted, or with `once` until the story has been told."""
    logs.set_up("text")
    _say("hamsayeh: the sample district is being made, which takes up to a minute…")
    _forget()
    showing = asyncio.ensure_future(_show(port, once=once))
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, showing.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await showing
    return 0


def _forget() -> None:
    """The local Telegram begins anew, and so does what the bot remembers of it."""
    for path in Path().glob(f"{FILE}*"):
        path.unlink()


async def _show(port: int, *, once: bool) -> None:
    now = MovableNow()
    telegram = local_telegram(now)
    try:
        await telegram.start(port=port)
    except OSError as error:
        raise CannotStart(f"Port {port} cannot be listened on ({error}); choose another with --port.") from error
    try:
        async with open_district(telegram, f"sqlite:///{FILE}", now) as (players, on_stage):
            if once:
                await _tell(players, on_stage)
            else:
                _say(f"hamsayeh: ready; open {telegram.url}/ in a browser (Ctrl-C ends)")
                await asyncio.Event().wait()
    finally:
        await telegram.stop()


def local_telegram(now: MovableNow) -> Telegram:
    telegram = Telegram(clock=now)
    telegram.curtain = True
    telegram.add_bot(token=TOKEN, username="hamsayeh_demo_bot", name="همسایه")
    return telegram


@asynccontextmanager
async def open_district(telegram: Telegram, database: str, now: MovableNow) -> AsyncIterator[tuple[Players, Stage]]:
    """The district, populated, its groups bound, everybody greeted and the stage set; while the block lasts."""
    settings = Settings.model_construct(
        token=TOKEN, api_url=telegram.url, database=database, organisation="demo", owners=(cast.MEHRDAD.id,)
    )
    async with build(settings, now, PACE) as app:
        hour = now() // 3600 * 3600  # within an hour it is the same district
        district = District(app.database, app.house.city, hour, cast.MEHRDAD.id, pictures.share(telegram.bot))
        await populate(district)
        async with _running(app):
            players = await chats.open_(telegram, district)
            async with moved_clock(app, now) as clock:
                telegram.stage = stage.set_up(app.house, clock, players)
                telegram.curtain = False
                yield players, telegram.stage


@asynccontextmanager
async def _running(app: App) -> AsyncIterator[None]:
    """While the block lasts."""
    ready, stop = asyncio.Event(), asyncio.Event()
    running, waiting = asyncio.create_task(app.run(ready, stop)), asyncio.create_task(ready.wait())
    try:
        await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            yield
    finally:
        waiting.cancel()
        stop.set()
        await running


async def _tell(players: Players, on_stage: Stage) -> None:
    await play(players, on_stage, _say)
    for person in (players.laleh, players.emma, players.ali, players.mehrdad):
        _say(f"\n— {person.name} —\n{person.transcript(30)}")
    _say(f"\n— {players.group.title} —\n{players.group.transcript(30)}")


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # what the demo is for

"""The command line: python -m bot, or hamsayeh when installed."""

from __future__ import annotations

import argparse
import asyncio
import gc
import signal
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from bot import check, logs, settings
from bot.app import CannotStart, build, open_memory, take_over
from bot.settings import LAST_PORT, Settings, SettingsError
from services import organisation_file
from services.now import system_now
from services.organisation_file import OrganisationError
from storage.database import DatabaseUnavailable

FAILED, WRONG = 1, 2


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 2 for a wrong setting or file, with one sentence on standard error."""
    given = _parser().parse_args(arguments)
    try:
        return asyncio.run(given.command(given)) or 0
    except (CannotStart, SettingsError, OrganisationError) as error:
        print(f"hamsayeh: {error}", file=sys.stderr)  # noqa: T201  # the one sentence
        return WRONG
    except DatabaseUnavailable as error:
        print(f"hamsayeh: HAMSAYEH_DATABASE: {error}", file=sys.stderr)  # noqa: T201  # the one sentence
        return WRONG


def _port(written: str) -> int:
    if not written.isdecimal() or int(written) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"{written!r} is no port from 0 to {LAST_PORT}")
    return int(written)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hamsayeh", description="Hamsayeh, a municipality's bot for its neighbours.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add(commands, "run", run, "serve people, until SIGTERM")
    demo = _add(commands, "demo", demonstrate, "the bot in a made-up district, as a chat in the browser; no token")
    demo.add_argument("--port", type=_port, default=8081, help="where the page is served (default: %(default)s)")
    demo.add_argument("--once", action="store_true", help="let its people play a story, print what they see, and end")
    checked = _add(commands, "check", check.check, "look over settings, database and what was set aside")
    checked.add_argument("--replay", metavar="N", help="serve a set-aside update again by its number, or `all`")
    imported = _add(commands, "import", import_, "take over an organisation file; repeatable, deletes nothing")
    imported.add_argument("file", metavar="FILE", help="JSON as in docs/organisation.md, or the word demo")
    imported.add_argument("--polygons", metavar="GEOJSON", help="borders of areas, by their code")
    return parser


def _add(commands: Any, name: str, function: Any, text: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text.capitalize() + ".")
    command.set_defaults(command=function)
    return command


def _settings() -> Settings:
    loaded = settings.load()
    logs.set_up(loaded.log)
    return loaded


async def run(_: argparse.Namespace) -> int:
    return await serve(_settings())


async def serve(loaded: Settings, ready: asyncio.Event | None = None) -> int:
    """Until SIGTERM or SIGINT, be it while it still waits for the network."""
    ready, stop = ready or asyncio.Event(), asyncio.Event()
    serving, built = asyncio.current_task(), False

    def end() -> None:
        if serving and not built and not stop.is_set():
            serving.cancel()
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, end)
    telling = asyncio.create_task(_tell_when(ready))
    try:
        async with build(loaded) as app:
            built = True
            _spare_the_collector()
            await app.run(ready, stop)
    except asyncio.CancelledError:
        if built or not stop.is_set():
            raise
    finally:
        telling.cancel()
    return 0


def _spare_the_collector() -> None:
    """What has been made by now stays; looking through it again and again takes a twentieth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


def _tell_when(ready: asyncio.Event) -> Coroutine[Any, Any, None]:
    async def tell() -> None:
        await ready.wait()
        print("hamsayeh: ready", flush=True)  # noqa: T201  # the contract's line

    return tell()


async def demonstrate(given: argparse.Namespace) -> int:
    from bot.demo import demonstrate as play  # noqa: PLC0415  # the sandbox is loaded for the demo alone

    status: int = await play(given.port, once=given.once)
    return status


async def import_(given: argparse.Namespace) -> int:
    file = organisation_file.load(given.file)
    if given.polygons:
        file = organisation_file.with_polygons(file, Path(given.polygons))
    loaded = _settings()
    async with open_memory(loaded) as database:
        await take_over(file, database, loaded, system_now)
    print(  # noqa: T201
        f"hamsayeh: {given.file}: {len(file.areas)} areas,"
        f" {sum(len(group.children) for group in file.categories)} categories, {len(file.centres)} centres"
    )
    return 0

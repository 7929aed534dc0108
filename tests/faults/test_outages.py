"""The database is away for a while: nothing is confirmed, the owner hears of it once, and service resumes by itself."""

import asyncio
import contextlib
import itertools
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing

import pytest

from bot.app import App
from sandbox import Person
from storage import facts
from storage.database import DatabaseUnavailable, Statement
from tests.conftest import World, make_world
from tests.conversations.story import KIND, POTHOLE, code_in
from tests.faults.helpers import drained, free_port, hang_up, rows, sql, until

AWAY = "پایگاه داده در دسترس نیست"
Outage = Callable[[App, str], AbstractAsyncContextManager[None]]


async def pragma(app: App, text: str) -> list[tuple[object, ...]]:
    """On the bot's own connection."""
    async with app.database.engine.connection() as connection:
        return await connection.run([Statement(f"PRAGMA {text}", {})])


@asynccontextmanager
async def locked(app: App, url: str) -> AsyncIterator[None]:
    await pragma(app, "busy_timeout = 50")
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None, timeout=5)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@asynccontextmanager
async def read_only(app: App, _: str) -> AsyncIterator[None]:
    await pragma(app, "query_only = 1")
    yield
    await pragma(app, "query_only = 0")


@asynccontextmanager
async def full(app: App, _: str) -> AsyncIterator[None]:
    """Not one page more than there is, and nothing of those is free."""
    ((most,),) = await pragma(app, "max_page_count")
    await pragma(app, "max_page_count = 1")
    for size in (3000, 300, 30):
        with contextlib.suppress(DatabaseUnavailable):
            for number in itertools.count():
                async with app.database.transaction() as tx:
                    facts.put(tx, f"ballast {size} {number}", "x" * size, 0)
    yield
    await pragma(app, f"max_page_count = {most}")


@asynccontextmanager
async def postgresql_read_only(app: App, url: str) -> AsyncIterator[None]:
    del app
    name = url.split("/t_")[1].split("?", maxsplit=1)[0]
    become = f'ALTER DATABASE "t_{name}" SET default_transaction_read_only ='
    await sql(url, f"{become} on")
    await hang_up(url)
    yield
    await sql(url, "SET default_transaction_read_only = off", f"{become} off")
    await hang_up(url)


OUTAGES = [
    ("sqlite", locked),
    ("sqlite", read_only),
    ("sqlite", full),
    ("postgresql", postgresql_read_only),
]


@pytest.mark.parametrize(("database_url", "outage"), OUTAGES, indirect=["database_url"])
async def test_an_outage_confirms_nothing_is_told_once_and_passes(
    world: World, database_url: str, outage: Outage
) -> None:
    app = world.app
    assert app
    laleh, sara = world.telegram.person("لاله"), world.telegram.person("سارا")
    await laleh.start()
    await laleh.sees("خوش آمدید")
    await drained(app)
    updates = world.telegram.bot.updates
    await until(lambda: not updates.entries)
    async with outage(app, database_url):
        await laleh.send("چاله‌ای سر کوچه است " * 140)
        await sara.start()
        await world.owner.sees(AWAY, within=20)
        await asyncio.sleep(1)
        assert [entry.kind for entry in updates.entries.values()] == ["message", "message"]
    await laleh.sees("کجاست", within=20)
    await sara.sees("خوش آمدید")
    assert len([each for each in world.owner.messages if AWAY in each.text]) == 1
    await drained(app)
    assert await rows(app.database, "SELECT COUNT(*) FROM draft") == [(1,)]
    assert await rows(app.database, "SELECT COUNT(*) FROM set_aside") == [(0,)]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_second_outage_is_told_again(world: World) -> None:
    assert world.app
    for number in (1, 2):
        await drained(world.app)
        async with read_only(world.app, ""):
            await world.owner.send("/help")
            await world.owner.sees(AWAY)
        await world.owner.sees("گزارش", within=20)
        assert len([each for each in world.owner.messages if AWAY in each.text]) == number


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_webhook_is_answered_with_no_until_the_database_is_back(database_url: str) -> None:
    at = f"127.0.0.1:{free_port()}"
    async with make_world(database_url, webhook_url=f"http://{at}/", listen=at) as world:
        app = await world.start()
        await world.owner.start()
        await world.owner.sees("خوش آمدید")
        await drained(app)
        async with read_only(app, ""):
            laleh = world.telegram.person("لاله")
            await laleh.start()
            await world.owner.sees(AWAY)
            webhook = world.telegram.bot.webhook
            assert webhook
            await until(lambda: webhook.last_error)
            assert webhook.last_error
            assert "503" in webhook.last_error[1]
            assert len(world.telegram.bot.updates.entries) == 1
        await laleh.sees("خوش آمدید")


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_connections_that_the_server_ends_are_made_anew(world: World, database_url: str) -> None:
    """Again and again, while reports are filed; every one of them is filed once, and every letter arrives.

    At ever longer intervals: in one of them even a slow machine gets on.
    """
    assert world.app
    group = await world.group("n4")

    enough = asyncio.Event()

    async def disturb() -> None:
        pause = 0.7
        while not enough.is_set():
            await hang_up(database_url)
            await asyncio.sleep(pause)
            pause *= 1.2

    disturbing = asyncio.create_task(disturb())
    codes = []
    for number in range(4):
        resident = world.telegram.person(f"ساکن {number}")
        place = (35.7364 + 0.001 * number, 51.5046)
        codes.append(await patiently(resident, place))
    enough.set()
    await disturbing
    await drained(world.app)
    assert await rows(world.app.database, "SELECT COUNT(*) FROM report") == [(4,)]
    assert await rows(world.app.database, "SELECT COUNT(*) FROM set_aside") == [(0,)]
    for code in codes:
        assert any(code in message.text for message in group.messages)


async def patiently(person: Person, place: tuple[float, float]) -> str:
    """A whole report, by somebody who has time: the database is away every now and then."""
    await person.send_photo(caption=POTHOLE)
    await person.sees("کجاست", within=30)
    await person.send_location(*place)
    await person.press(KIND, within=30)
    await person.press("ارسال گزارش", within=30)
    return code_in(await person.sees("کد رهگیری", within=30))

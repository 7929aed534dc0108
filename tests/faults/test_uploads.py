"""Files that the bot has made reach whom they are for, whatever happens on the way, and stay nowhere."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.app import App, open_memory
from handlers.errands import ERRANDS
from handlers.voice import DOCUMENT_MOST, PICTURE_MOST, Address, Voice
from locales.words import Html
from sandbox import Message, Person
from sandbox.files import jpeg
from storage import outbox, uploads
from storage.outbox import BULK, UNSURE
from storage.uploads import Upload
from tests.conftest import World, make_world
from tests.faults.helpers import drained, letter, rows, sql, states, until, until_row
from tests.faults.lives import Life

EVERY_BYTE = bytes(range(256)) * 40
NAME = "فهرست گیرندگان «الف»، ۱۴۰۵.csv"
CSV = "text/csv"
BUTTONS = {"inline_keyboard": [[{"text": "دوباره", "callback_data": "again"}]]}


@asynccontextmanager
async def speaking(app: App, *, from_memory: bool = True) -> AsyncIterator[Voice]:
    """What is said goes out after the commit."""
    async with app.database.transaction() as tx:
        voice = Voice(tx, app.house, app.now(), app.delivery.holder if from_memory else None)
        yield voice
    app.delivery.accept(voice.letters)


def content(world: World, message: Message) -> bytes:
    """The bytes that Telegram has of it."""
    media = message.document or (message.photo or [{}])[-1]
    return world.telegram.bot.files[media["file_id"]].data


def documents(world: World, person: Person) -> list[bytes]:
    return [content(world, message) for message in person.messages if message.document]


async def nothing_left(app: App) -> None:
    await drained(app)
    await until_row(app.database, "SELECT id FROM upload", [])


@pytest.mark.parametrize("from_memory", [True, False])
async def test_a_document_arrives_as_it_was_made(world: World, app: App, laleh: Person, from_memory: bool) -> None:  # noqa: FBT001
    async with speaking(app, from_memory=from_memory) as voice:
        voice.document(Address(laleh.id), NAME, CSV, EVERY_BYTE, Html("<b>فهرست</b>"), BUTTONS)
    message = await laleh.sees("فهرست")
    assert message.document
    assert (message.document["file_name"], message.document["mime_type"]) == (NAME, CSV)
    assert content(world, message) == EVERY_BYTE
    assert (message.html, message.buttons) == ("<b>فهرست</b>", ["دوباره"])
    await nothing_left(app)
    assert await states(app) == {}


async def test_a_picture_arrives_as_it_was_made(world: World, app: App, laleh: Person) -> None:
    picture = jpeg()
    async with speaking(app) as voice:
        voice.picture(Address(laleh.id), picture, Html("<i>نمودار</i>"), BUTTONS)
    message = await laleh.sees("نمودار")
    assert content(world, message) == picture
    assert (message.html, message.buttons) == ("<i>نمودار</i>", ["دوباره"])
    await nothing_left(app)


async def test_what_telegram_is_slow_to_take_is_sent_once_it_does(world: World, app: App, laleh: Person) -> None:
    world.telegram.faults.fail("sendDocument", status=429, retry_after=1)
    world.telegram.faults.fail("sendDocument", status=502)
    async with speaking(app) as voice:
        voice.document(Address(laleh.id), NAME, CSV, EVERY_BYTE, Html("فهرست"))
    message = await laleh.sees("فهرست")
    assert content(world, message) == EVERY_BYTE
    await nothing_left(app)
    assert documents(world, laleh) == [EVERY_BYTE]


async def test_a_lost_answer_is_worth_a_double(world: World, app: App, laleh: Person) -> None:
    world.telegram.faults.drop_answer("sendDocument", chat=laleh)
    async with speaking(app) as voice:
        voice.document(Address(laleh.id), NAME, CSV, EVERY_BYTE)
    await until(lambda: len(documents(world, laleh)) == 2)
    await nothing_left(app)
    assert documents(world, laleh) == [EVERY_BYTE] * 2


async def test_in_bulk_it_is_unsure_and_its_file_goes(world: World, app: App, laleh: Person) -> None:
    world.telegram.faults.drop_answer("sendDocument", chat=laleh)
    async with speaking(app) as voice:
        voice.document(Address(laleh.id), NAME, CSV, EVERY_BYTE, lane=BULK)
    await until_row(app.database, "SELECT state FROM outbox", [(UNSURE,)])
    await nothing_left(app)
    assert documents(world, laleh) == [EVERY_BYTE]


async def test_what_telegram_refuses_stays_nowhere(world: World, app: App, laleh: Person) -> None:
    world.telegram.faults.fail("sendDocument", status=400, description="Bad Request: PHOTO_INVALID_DIMENSIONS")
    async with speaking(app) as voice:
        voice.document(Address(laleh.id), NAME, CSV, EVERY_BYTE)
    await nothing_left(app)
    assert await states(app) == {"failed": 1}


async def test_somebody_who_has_blocked_the_bot_gets_nothing_and_nothing_stays(app: App, laleh: Person) -> None:
    laleh.block()
    async with speaking(app) as voice:
        for _ in range(3):
            voice.document(Address(laleh.id), NAME, CSV, EVERY_BYTE)
    await nothing_left(app)
    assert await states(app) == {"failed": 3}


async def test_a_file_that_is_gone_ends_its_letter_alone(app: App, laleh: Person) -> None:
    async with app.database.transaction() as tx:
        outbox.add(tx, letter(laleh.id, "", method="sendDocument", parameters={"document": {"upload": 5}}))
        outbox.add(tx, letter(laleh.id, "بعدی"))
    await laleh.sees("بعدی")
    await drained(app)
    ((error,),) = await rows(app.database, "SELECT error FROM outbox WHERE state = 'failed'")
    assert "gone" in error


async def test_a_large_file_arrives(world: World, app: App, laleh: Person) -> None:
    large = EVERY_BYTE * 500
    async with speaking(app) as voice:
        voice.document(Address(laleh.id), NAME, CSV, large, Html("بزرگ"))
    assert content(world, await laleh.sees("بزرگ", within=30)) == large
    await nothing_left(app)


async def test_files_have_a_size(app: App, laleh: Person) -> None:
    async with speaking(app) as voice:
        for size in (0, DOCUMENT_MOST + 1):
            with pytest.raises(ValueError, match=f"{size} bytes"):
                voice.document(Address(laleh.id), NAME, CSV, bytes(size))
        for size in (0, PICTURE_MOST + 1):
            with pytest.raises(ValueError, match=f"{size} bytes"):
                voice.picture(Address(laleh.id), bytes(size))
    assert voice.letters == []
    assert await rows(app.database, "SELECT id FROM upload") == []


async def test_what_was_left_over_is_tidied_away(app: App) -> None:
    async with app.database.transaction() as tx:
        uploads.put(tx, Upload(outbox.new_id(), NAME, CSV, EVERY_BYTE, app.now()))
        await ERRANDS["tidy"](Voice(tx, app.house, app.now()), {})
    assert await rows(app.database, "SELECT id FROM upload") == []


# Killed


@asynccontextmanager
async def owed(database_url: str, holder: str | None = None) -> AsyncIterator[tuple[World, Person]]:
    """A bot that is not running, and a file that it owes to somebody."""
    async with make_world(database_url) as world:
        laleh = world.telegram.person("لاله")
        laleh.post_start()
        app = await world.start()
        await laleh.sees("خوش آمدید")
        await drained(app)
        await world.stop()
        async with open_memory(world.settings) as database, database.transaction() as tx:
            Voice(tx, app.house, app.now(), holder).document(Address(laleh.id), NAME, CSV, EVERY_BYTE)
        yield world, laleh


async def test_killed_between_the_commit_and_the_call_the_file_arrives_once(database_url: str) -> None:
    async with owed(database_url, "a process that was killed") as (world, laleh):
        await nothing_left(await world.start())
        assert documents(world, laleh) == [EVERY_BYTE]


async def test_killed_during_the_call_the_file_arrives_twice_at_most(database_url: str, tmp_path: Path) -> None:
    async with owed(database_url) as (world, laleh):
        world.telegram.faults.hang("sendDocument", seconds=60)
        life = Life(world.settings, tmp_path / "log")
        await until(lambda: documents(world, laleh) == [EVERY_BYTE])
        await life.kill()
        life = Life(world.settings, tmp_path / "log")
        await until(lambda: documents(world, laleh) == [EVERY_BYTE] * 2)
        assert await life.terminate() == 0
        assert await sql(database_url, "SELECT id FROM upload") == []
        assert await sql(database_url, "SELECT id FROM outbox") == []

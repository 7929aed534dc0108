"""One update of a batch that cannot be served concerns nobody but its sender."""

from collections.abc import Collection
from typing import Any

import pytest

from sandbox import Person
from storage import people
from storage.database import Transaction
from tests.conftest import World, make_world
from tests.faults.helpers import command, drained, environment, rows, sql

NUMBER_TOO_LARGE = "card:claim:" + "9" * 30
GREETING, SORRY = "خوش آمدید", "شمارهٔ خطا"


def unreadable(person: Person) -> dict[str, Any]:
    """A message whose number is none."""
    return {
        "message": {
            "message_id": "first", "date": 1, "text": "سلام", "from": person.user,
            "chat": {"id": person.id, "type": "private", "first_name": person.name},
        }
    }  # fmt: skip


def press(person: Person, data: str) -> dict[str, Any]:
    """A tap on a button that the bot never made."""
    message = {"message_id": 1, "date": 1, "chat": {"id": person.id, "type": "private", "first_name": person.name}}
    query = {"id": "77", "from": person.user, "chat_instance": "1", "data": data, "message": message}
    return {"callback_query": query}


async def poison(url: str, table: str, column: str, word: str) -> None:
    """From now on the database refuses rows with this word."""
    if url.startswith("sqlite"):
        action = "BEGIN SELECT RAISE(ABORT, 'poisoned'); END"
        await sql(url, f"CREATE TRIGGER poison BEFORE INSERT ON {table} WHEN NEW.{column} LIKE '%{word}%' {action}")
    else:
        await sql(url, f"ALTER TABLE {table} ADD CONSTRAINT poison CHECK ({column} NOT LIKE '%{word}%')")


async def heal(url: str, table: str) -> None:
    await sql(url, "DROP TRIGGER poison" if url.startswith("sqlite") else f"ALTER TABLE {table} DROP CONSTRAINT poison")


async def test_the_others_of_a_batch_are_served_and_both_bad_updates_are_set_aside(
    database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with make_world(database_url) as world:
        laleh, sara, reza, omid = (world.telegram.person(name) for name in ("لاله", "سارا", "رضا", "امید"))
        world.owner.post_start()
        laleh.post_start()
        sara.chat.started = reza.chat.started = True
        world.telegram.faults.garbage(unreadable(sara))
        world.telegram.faults.garbage(press(reza, NUMBER_TOO_LARGE))
        omid.post_start()
        app = await world.start()
        for person in (laleh, omid):
            await person.sees(GREETING)
        for person in (sara, reza):
            await person.sees(SORRY)
        aside = await rows(app.database, "SELECT id, update_id, error FROM set_aside ORDER BY id")
        assert len(aside) == 2
        assert str(aside[0][0]) in latin((await sara.sees(SORRY)).text)
        await drained(app)
        assert len([each for each in world.owner.messages if "کنار گذاشته شد" in each.text]) == 2  # of each error once
        environment(world, monkeypatch)
        assert await command("check") == 1
        listed = capsys.readouterr().out
        for number, update, error in aside:
            assert f"{number}  update {update}  {error.splitlines()[0]}" in listed


async def test_one_that_fails_its_batch_as_a_whole_is_set_aside_and_told_of_like_any_other(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with make_world(database_url) as world:
        laleh, sara = world.telegram.person("لاله"), world.telegram.person("سارا")

        async def callers(tx: Transaction, ids: Collection[int]) -> dict[int, people.Caller]:
            assert sara.id not in ids, "nobody can be found"
            return await found(tx, ids)

        found = people.callers
        monkeypatch.setattr(people, "callers", callers)
        world.owner.post_start()
        sara.post_text("چاله‌ای سر کوچه است")
        laleh.post_start()
        app = await world.start()
        await sara.sees(SORRY)
        await laleh.sees(GREETING)
        await world.owner.sees("کنار گذاشته شد")
        ((error,),) = await rows(app.database, "SELECT error FROM set_aside")
        assert error.startswith("AssertionError: nobody can be found")


def latin(text: str) -> str:
    return text.translate({ord(digit): str(place) for place, digit in enumerate("۰۱۲۳۴۵۶۷۸۹")})


async def test_administrators_are_told_once_of_an_error_that_comes_again(world: World) -> None:
    assert world.app
    laleh = world.telegram.person("لاله")
    await laleh.start()
    for _ in range(3):
        world.telegram.faults.garbage(press(laleh, NUMBER_TOO_LARGE))
        await laleh.sees(SORRY)
        laleh.acting(None)
    await drained(world.app)
    assert len([each for each in world.owner.messages if "کنار گذاشته شد" in each.text]) == 1


async def test_a_set_aside_update_is_served_once_its_cause_is_gone(
    database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with make_world(database_url) as world:
        app = await world.start()
        laleh = world.telegram.person("لاله")
        await poison(database_url, "draft", "data", "چاله")
        await laleh.send("چاله‌ای سر کوچه است")
        await laleh.sees(SORRY)
        assert await rows(app.database, "SELECT data FROM draft") == []
        environment(world, monkeypatch)
        assert await command("check", "--replay", "all") == 1  # it fails again, and is set aside again
        await heal(database_url, "draft")
        (number,) = (await rows(app.database, "SELECT id FROM set_aside WHERE state = 'aside'"))[0]
        laleh.acting(None)
        assert await command("check", "--replay", str(number)) == 0
        await laleh.sees("کجاست")
        assert len(await rows(app.database, "SELECT data FROM draft")) == 1
        assert await command("check") == 0
        assert "updates set aside: none" in capsys.readouterr().out
        assert await command("check", "--replay", str(number)) == 2
        assert "no set-aside update" in capsys.readouterr().err


async def test_a_refused_write_takes_its_own_update_back_and_nothing_else(database_url: str) -> None:
    """The same person has a good update before and one behind it; what the bad one said is never sent."""
    async with make_world(database_url) as world:
        laleh, sara = world.telegram.person("لاله"), world.telegram.person("سارا")
        await poison(database_url, "draft", "data", "poison")
        world.owner.post_start()
        laleh.post_text("چاله‌ای سر کوچه است")
        sara.post_text("لامپ کوچه خاموش است")
        laleh.post_text("poison")
        laleh.post_text("و هر روز بزرگ‌تر می‌شود")
        app = await world.start()
        await laleh.sees(SORRY)
        await sara.sees("کجاست")
        await drained(app)
        drafts = dict(await rows(app.database, "SELECT person_id, data FROM draft"))
        assert "چاله" in drafts[laleh.id]
        assert "بزرگ‌تر" in drafts[laleh.id]
        assert "poison" not in drafts[laleh.id]
        assert "لامپ" in drafts[sara.id]
        assert len([each for each in laleh.messages if SORRY in each.text]) == 1
        assert await rows(app.database, "SELECT COUNT(*) FROM set_aside") == [(1,)]


@pytest.mark.parametrize(
    "hostile",
    [
        {"message": 17},
        {"message": {"from": {"id": 10**40}, "chat": {"id": 10**40, "type": "private"}, "message_id": 1, "date": 1}},
        {"message": {"from": {"id": True}, "text": "\ud800"}},
        {"callback_query": {"id": "1", "from": {"id": 5, "is_bot": False, "first_name": "\ud83d"}, "data": "\x00"}},
        {"message": {"message_id": 1, "date": 1, "text": "/start \x00", "chat": {"id": 5, "type": "private"},
                     "from": {"id": 5, "is_bot": False, "first_name": "\x00\udfff"}}},
        {},
    ],
)  # fmt: skip
async def test_no_hostile_update_stops_the_others(database_url: str, hostile: dict[str, Any]) -> None:
    async with make_world(database_url) as world:
        laleh = world.telegram.person("لاله")
        world.telegram.faults.garbage(hostile)
        laleh.post_start()
        app = await world.start()
        await laleh.sees(GREETING)
        assert await app.intake.offset() == world.telegram.bot.updates.next_id

"""Groups move, throw the bot out, and lose their topics; their cards are never lost."""

import pytest

from bot.app import App
from handlers import card
from handlers.voice import Voice
from sandbox import Group, Person
from sandbox.chats import Message
from services import reports
from storage import people
from storage.people import Person as Known
from storage.reports import add, get
from tests.conftest import World
from tests.conversations.story import cards, file
from tests.faults.helpers import drained, letter, put, rows, states, until, until_row
from tests.meanwhile import interrupted
from tests.storage.test_memory import report


@pytest.fixture
def laleh(world: World) -> Person:
    return world.telegram.person("لاله")


async def joined(world: World, report: int) -> None:
    """Somebody says that it is their problem, too: the card changes."""
    app = world.app
    assert app
    person = world.telegram.person("همسایه‌ای دیگر")
    await person.start()
    await person.sees("خوش آمدید")
    async with app.database.transaction() as tx:
        voice = Voice(tx, app.house, app.now(), app.delivery.holder)
        found = await reports.join(tx, report, person.id, app.now())
        await card.refresh(voice, found)
    app.delivery.accept(voice.letters)


async def only_card(group: Group, code: str, world: World) -> Message:
    """The one card of this report in the group."""
    await until(lambda: cards(group, code))
    assert world.app
    await drained(world.app)
    (only,) = cards(group, code)
    return only


async def bound(app: App) -> dict[str, int]:
    return dict(await rows(app.database, "SELECT area, chat_id FROM binding ORDER BY area"))


@pytest.mark.parametrize("finds_out", ["by an update", "by sending"])
async def test_a_group_that_became_a_supergroup_is_followed(
    world: World, app: App, laleh: Person, finds_out: str
) -> None:
    group = await world.group("n4")
    code = await file(laleh)
    await only_card(group, code, world)
    old = group.id
    new = group.migrate()
    if finds_out == "by sending":
        world.telegram.bot.updates.entries.clear()
    await put(app, letter(old, "waiting for the group"), letter(old, "the second"))
    await world.owner.sees("the second", at=group)
    await until_row(app.database, "SELECT area, chat_id FROM binding", [("n4", new)])
    assert [message.text for message in group.messages if message.from_bot] == ["waiting for the group", "the second"]
    await joined(world, 1)
    hung = await only_card(group, code, world)
    assert hung.photo
    assert hung.buttons
    assert await states(app) == {}


async def test_an_edit_that_was_on_its_way_when_the_group_moved_ends(world: World, app: App, laleh: Person) -> None:
    group = await world.group("n4")
    await file(laleh)
    await drained(app)
    group.migrate()
    world.telegram.bot.updates.entries.clear()
    before = len(world.telegram.calls)
    await joined(world, 1)
    await until_row(app.database, "SELECT state FROM outbox", [("failed",)])
    assert len(world.telegram.calls) - before < 10


@pytest.mark.parametrize("finds_out", ["by an update", "by sending"])
async def test_the_cards_of_a_group_that_threw_the_bot_out_go_to_the_next_group_above(
    world: World, app: App, laleh: Person, finds_out: str
) -> None:
    district, group = await world.group("thr4"), await world.group("n4")
    code = await file(laleh)
    await only_card(group, code, world)
    await throw_out(world, group, finds_out=finds_out)
    if finds_out == "by sending":
        await put(app, letter(group.id, "anything"))
    moved = await only_card(district, code, world)
    assert moved.photo
    assert moved.buttons
    assert len([each for each in district.messages if each.location]) == 1
    await world.owner.sees("/bind n4")
    assert await bound(app) == {"thr4": district.id}
    second = await file(world.telegram.person("سارا"), place=(35.7390, 51.5046))
    await only_card(district, second, world)


async def throw_out(world: World, group: Group, *, finds_out: str) -> None:
    group.kick_bot()
    if finds_out == "by sending":
        world.telegram.bot.updates.entries.clear()


async def test_without_a_group_above_they_go_to_the_owners_until_one_is_bound(
    world: World, app: App, laleh: Person
) -> None:
    group = await world.group("n4")
    code = await file(laleh)
    await only_card(group, code, world)
    await throw_out(world, group, finds_out="by an update")
    await world.owner.sees(code)
    await world.owner.sees("/bind n4")
    await drained(app)
    another = await world.group("n4")
    hung = await only_card(another, code, world)
    assert hung.photo


async def test_a_report_filed_while_the_group_throws_the_bot_out_is_not_lost(
    world: World, app: App, laleh: Person
) -> None:
    """Its card is on its way to a group that is gone."""
    district, group = await world.group("thr4"), await world.group("n4")
    group.kick_bot()
    world.telegram.bot.updates.entries.clear()
    code = await file(laleh)
    await only_card(district, code, world)
    assert cards(group, code) == []
    await world.owner.sees("/bind n4")
    assert set(await states(app)) <= {"failed"}


async def test_a_deleted_topic_loses_its_area_and_no_other(world: World, app: App, laleh: Person) -> None:
    owner = world.owner
    forum = world.telegram.group("مدیران", members=[owner], forum=True, bot_admin=True)
    fourth, eighth = forum.new_topic("ناحیه ۴"), forum.new_topic("ناحیه ۸")
    for area, topic in (("n4", fourth), ("n8", eighth), ("thr4", None)):
        await owner.send(f"/bind {area}", to=forum, topic=topic)
        await owner.sees("کار می‌کند", at=forum)
    first = await file(laleh)
    await drained(app)
    assert cards(forum, first)[0].thread == fourth
    forum.drop_topic(fourth)
    await put(
        app,
        letter(forum.id, "for the fourth", parameters={"text": "for the fourth", "message_thread_id": fourth}),
        letter(forum.id, "for the eighth", parameters={"text": "for the eighth", "message_thread_id": eighth}),
    )
    await owner.sees("for the eighth", at=forum)
    await owner.sees("/bind n4")
    assert set(await bound(app)) == {"n8", "thr4"}
    again = await only_card(forum, first, world)
    assert again.thread is None
    second = await file(laleh, place=(35.7421, 51.5628))
    await only_card(forum, second, world)
    assert cards(forum, second)[0].thread == eighth


async def test_a_card_that_somebody_deleted_hangs_anew_at_its_second_change(
    world: World, app: App, laleh: Person
) -> None:
    """At the first the bot learns that it is gone."""
    group = await world.group("n4")
    code = await file(laleh)
    world.owner.delete(await only_card(group, code, world))
    await joined(world, 1)
    await until_row(app.database, "SELECT state FROM outbox", [("failed",)])
    await joined(world, 1)
    await only_card(group, code, world)


async def test_where_the_bot_may_not_write_any_more_the_group_counts_as_lost(
    world: World, app: App, laleh: Person
) -> None:
    district, group = await world.group("thr4"), await world.group("n4")
    group.muted = True
    code = await file(laleh)
    await only_card(district, code, world)
    assert set(await bound(app)) == {"thr4"}


async def test_a_card_hung_from_an_older_look_at_its_report_changes_nothing_else_of_it(
    world: World, app: App, laleh: Person
) -> None:
    await world.group("n4")
    await file(laleh)
    async with app.database.transaction() as tx:
        ((number,),) = await tx.fetch_all("SELECT id FROM report", {})
        seen = await get(tx, number)
        assert seen
        tx.execute("UPDATE report SET state = 'assigned', supporters = 3", {})
    async with app.database.transaction() as tx:
        await card.post(Voice(tx, app.house, app.now(), None), seen, [], reporter="لاله")
    assert await rows(app.database, "SELECT state, supporters, card FROM report") == [("assigned", 3, 2)]


async def test_a_group_that_takes_no_photos_keeps_its_area_and_gets_its_card_in_words(
    world: World, app: App, laleh: Person
) -> None:
    group = await world.group("n4")
    refusal = "Bad Request: not enough rights to send photos to the chat"
    world.telegram.faults.fail("sendPhoto", status=400, times=9, chat=group, description=refusal)
    code = await file(laleh)
    assert (await only_card(group, code, world)).photo is None
    assert set(await bound(app)) == {"n4"}
    await joined(world, 1)
    await drained(app)
    assert await states(app) == {"failed": 1}
    assert "۱" in (await only_card(group, code, world)).text


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_report_that_is_filed_while_its_group_is_bound_comes_to_the_group(world: World, app: App) -> None:
    async def bind() -> None:
        groups.append(await world.group("n4"))

    groups: list[Group] = []
    async with app.database.transaction() as tx:
        people.put(tx, Known(7, "لاله", "fa", 0, app.now()))
    async with interrupted(app.database, "FROM binding", bind) as slow, slow.transaction() as tx:
        made = report(reporter=7)
        made.id = await add(tx, made) or 0
        await card.post(Voice(tx, app.house, app.now()), made, [], reporter="لاله")
    assert cards(groups[0], "1234-5678") == []
    world.now.move(seconds=61)
    await world.tick()
    await only_card(groups[0], "1234-5678", world)

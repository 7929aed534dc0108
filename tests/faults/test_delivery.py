"""What becomes of a letter whose way is troubled."""

import pytest

from bot.app import App, open_memory
from bot.limiter import Pace
from handlers.voice import Address, Voice
from locales.words import Html
from sandbox import Message, Person
from storage import outbox
from storage.outbox import ANSWER, BULK, HELD, NOTICE, SENDING, UNSURE
from tests.conftest import World, make_world
from tests.conversations.story import file
from tests.faults.helpers import drained, letter, put, rows, sql_at_once, states, until, until_row


def copies(person: Person, words: str) -> int:
    return len([message for message in person.messages if message.from_bot and words in message.text])


async def test_a_server_error_is_waited_out(world: World, app: App, laleh: Person) -> None:
    for status in (500, 502, 503):
        world.telegram.faults.fail("sendMessage", status=status, chat=laleh)
        lane = BULK if status == 502 else NOTICE
        await put(app, letter(laleh.id, f"after {status}", lane))
        await laleh.sees(f"after {status}")
    await drained(app)
    assert [copies(laleh, f"after {status}") for status in (500, 502, 503)] == [1, 1, 1]
    assert await states(app) == {}


async def test_a_lost_answer_of_telegram_is_worth_a_double_to_somebody_who_waits(
    world: World, app: App, laleh: Person
) -> None:
    world.telegram.faults.drop_answer("sendMessage", chat=laleh)
    await laleh.send("/help")
    await until(lambda: copies(laleh, "راهنمای همسایه") == 2)
    await put(app, letter(laleh.id, "the end"))
    await laleh.sees("the end")
    await drained(app)
    assert await states(app) == {}


async def test_a_repeated_letter_is_counted_before_each_call_and_given_up_after_five(
    world: World, app: App, laleh: Person, database_url: str
) -> None:
    def count(_: Message) -> None:
        counted.append(sql_at_once(database_url, "SELECT attempts FROM outbox")[0][0])

    counted: list[int] = []
    laleh.on_message = count
    world.telegram.faults.drop_answer("sendMessage", times=50, chat=laleh)
    await put(app, letter(laleh.id, "again"))
    await until_row(app.database, "SELECT state, attempts FROM outbox", [(UNSURE, 5)], within=30)
    assert counted == [1, 2, 3, 4, 5]
    assert copies(laleh, "again") == 5


@pytest.mark.parametrize(("fault", "arrived"), [("drop_answer", 1), ("disconnect_before", 0), ("refuse", 0)])
async def test_a_bulk_letter_that_may_have_arrived_is_unsure_and_never_repeated(
    world: World, app: App, laleh: Person, fault: str, arrived: int
) -> None:
    if fault == "refuse":
        world.telegram.faults.add("refuse", "sendMessage", 1)
    else:
        getattr(world.telegram.faults, fault)("sendMessage", chat=laleh)
    await put(app, letter(laleh.id, "for many", BULK))
    await until_row(app.database, "SELECT state, attempts FROM outbox", [(UNSURE, 1)])
    await put(app, letter(laleh.id, "the next"))
    await laleh.sees("the next")
    assert copies(laleh, "for many") == arrived
    await world.stop()
    await put(await world.start(), letter(laleh.id, "the last"))
    await laleh.sees("the last")
    assert copies(laleh, "for many") == arrived


async def test_while_nobody_listens_everything_waits_and_nothing_counts(world: World, app: App, laleh: Person) -> None:
    await world.telegram.go_down()
    await put(app, letter(laleh.id, "one"), letter(laleh.id, "two", BULK))
    await until(lambda: app.delivery._backoff.failures > 2)
    found = await rows(app.database, "SELECT state, attempts FROM outbox ORDER BY id")
    assert len(found) == 2
    assert all(state in {HELD, SENDING} and attempts <= 1 for state, attempts in found)
    await world.telegram.come_back()
    await laleh.sees("one", within=15)
    await laleh.sees("two", within=15)
    await drained(app)
    assert (copies(laleh, "one"), copies(laleh, "two")) == (1, 1)


async def test_whoever_has_blocked_the_bot_is_away_until_they_come_back_to_their_reports(
    world: World, app: App, laleh: Person
) -> None:
    await world.group("thr4")
    code = await file(laleh)
    await drained(app)
    laleh.chat.blocked = True  # and the update that says so is still on its way
    await put(app, letter(laleh.id, "one"), letter(laleh.id, "two"))
    await until_row(app.database, f"SELECT away FROM person WHERE id = {laleh.id}", [(1,)])
    await drained(app)
    assert await states(app) == {"failed": 2}
    await laleh.start()
    await laleh.sees("خوش آمدید")
    assert await rows(app.database, f"SELECT away FROM person WHERE id = {laleh.id}") == [(0,)]
    await laleh.press("گزارش‌های من")
    listed = await laleh.sees("گزارش‌های شما")
    await laleh.press(listed.buttons[0])
    await laleh.sees(code)


async def test_letters_to_a_chat_keep_their_order_whatever_happens_to_them(
    world: World, app: App, laleh: Person
) -> None:
    faults = world.telegram.faults
    faults.fail("sendMessage", status=500, chat=laleh)
    await put(app, *(letter(laleh.id, f"number {number:02}") for number in range(10)))
    await laleh.sees("number 03")
    faults.disconnect_before("sendMessage", chat=laleh)
    faults.fail("sendMessage", status=429, retry_after=1, chat=laleh)
    async with app.database.transaction() as tx:
        voice = Voice(tx, app.house, app.now(), app.delivery.holder)
        for number in range(10, 20):
            voice.write(Address(laleh.id), Html(f"number {number}"))
    app.delivery.accept(voice.letters)
    await laleh.sees("number 19")
    seen = [message.text for message in laleh.messages if message.text.startswith("number")]
    assert seen == [f"number {number:02}" for number in range(20)]


async def test_a_letter_that_was_looked_back_for_while_it_was_on_its_way_to_memory_goes_once(
    app: App, laleh: Person
) -> None:
    """Its transaction took so long that it seemed to be lost."""
    await until(lambda: app.delivery.holder)
    async with app.database.transaction() as tx:
        voice = Voice(tx, app.house, app.now(), app.delivery.holder)
        assert voice.holder
        voice.write(Address(laleh.id), Html("once"))
        (written,) = voice.letters
        outbox.recover(tx, [written.id], voice.holder)
        (claimed,) = await outbox.claim(tx, voice.holder, app.now(), 1)
    app.delivery.accept([claimed])
    app.delivery.accept([written])
    await laleh.sees("once")
    await drained(app)
    assert [message.text for message in laleh.messages].count("once") == 1


async def test_an_edit_waits_for_its_message_and_edits_that_wait_together_become_one(
    world: World, app: App, laleh: Person
) -> None:
    """Through memory."""
    await until(lambda: app.delivery.holder)
    world.telegram.faults.fail("sendMessage", status=500, chat=laleh)
    async with app.database.transaction() as tx:
        voice = Voice(tx, app.house, app.now(), app.delivery.holder)
        assert voice.holder
        voice.write(Address(laleh.id), Html("a card"), about="thing:1")
        for number in range(5):
            voice.edit(laleh.id, "thing:1", Html(f"face {number}"))
    app.delivery.accept(voice.letters)
    await laleh.sees("face 4")
    assert len(world.telegram.calls_of("editMessageText")) == 1
    await drained(app)
    assert await states(app) == {}


async def test_an_edit_claimed_before_its_message_neither_overtakes_nor_blocks_it(
    world: World, app: App, laleh: Person
) -> None:
    """Through the database, where the faster lane of the edit comes first."""
    edit = {"method": "editMessageText", "parameters": {"text": "the new face"}, "edits": "thing:2"}
    card = letter(laleh.id, "a card", NOTICE, about="thing:2")
    await put(app, card, letter(laleh.id, "", ANSWER, **edit), letter(laleh.id, "something else"))
    await laleh.sees("the new face")
    await laleh.sees("something else")
    await drained(app)
    assert await states(app) == {}
    # And when the message comes later, from another process:
    late = {**edit, "parameters": {"text": "the newest face"}, "edits": "thing:3"}
    about_three = letter(laleh.id, "another card", NOTICE, about="thing:3", due=app.now() + 2)
    await put(app, about_three, letter(laleh.id, "", ANSWER, **late), letter(laleh.id, "meanwhile"))
    await laleh.sees("meanwhile")
    world.now.move(seconds=3)
    await laleh.sees("the newest face")
    await drained(app)


async def test_an_edit_of_a_message_that_never_was_ends(app: App, laleh: Person) -> None:
    edit = {"method": "editMessageText", "parameters": {"text": "a face"}, "edits": "thing:4"}
    await put(app, letter(laleh.id, "", ANSWER, **edit))
    await until_row(app.database, "SELECT state FROM outbox", [("failed",)])


async def test_taking_the_buttons_off_does_not_undo_a_waiting_edit(world: World, app: App, laleh: Person) -> None:
    async with app.database.transaction() as tx:
        voice = Voice(tx, app.house, app.now(), app.delivery.holder)
        voice.write(Address(laleh.id), Html("a question"), about="thing:5")
    app.delivery.accept(voice.letters)
    question = await laleh.sees("a question")
    await drained(app)
    world.telegram.faults.fail("sendMessage", status=500, chat=laleh)
    async with app.database.transaction() as tx:
        voice = Voice(tx, app.house, app.now(), app.delivery.holder)
        voice.write(Address(laleh.id), Html("first"), lane=ANSWER)
        voice.edit(laleh.id, question.id, Html("its answer"))
        voice.unbutton(laleh.id, question.id)
    app.delivery.accept(voice.letters)
    await laleh.sees("its answer")


async def test_what_a_dead_process_held_is_adopted(database_url: str) -> None:
    async with make_world(database_url) as world:
        laleh = world.telegram.person("لاله")
        laleh.chat.started = True
        held, sending = ({"state": state, "owner": "gone:1:x"} for state in (HELD, SENDING))
        async with open_memory(world.settings) as database, database.transaction() as tx:
            for each in (
                letter(laleh.id, "answer", ANSWER, attempts=1, **held),
                letter(laleh.id, "notice", NOTICE, attempts=4, **sending),
                letter(laleh.id, "called too often", NOTICE, attempts=5, **sending),
                letter(laleh.id, "bulk not begun", BULK, **held),
                letter(laleh.id, "bulk under way", BULK, attempts=1, **sending),
                letter(laleh.id, "the end", BULK),
            ):
                outbox.add(tx, each)
        again = await world.start()
        await laleh.sees("the end")
        await drained(again)
        sent = sorted(message.text for message in laleh.messages)
        assert sent == ["answer", "bulk not begun", "notice", "the end"]
        unsure = await rows(again.database, "SELECT lane, attempts, state FROM outbox ORDER BY lane")
        assert unsure == [(NOTICE, 5, UNSURE), (BULK, 1, UNSURE)]


async def test_what_was_not_sent_before_the_end_is_sent_afterwards_and_once(database_url: str) -> None:
    async with make_world(database_url, pace=Pace(burst=2)) as world:
        app = await world.start()
        laleh = world.telegram.person("لاله")
        laleh.chat.started = True
        await put(app, *(letter(laleh.id, f"number {number}") for number in range(5)))
        await laleh.sees("number 1")
        await world.stop()
        await world.start()
        await laleh.sees("number 4")
        assert [message.text for message in laleh.messages] == [f"number {number}" for number in range(5)]


async def test_a_menu_that_is_refused_takes_no_other_with_it(world: World, app: App) -> None:
    await drained(app)
    world.telegram.faults.fail("setMyCommands", status=403)
    menu = {"commands": [{"command": "help", "description": "Help"}]}
    letters = [letter(0, "", method="setMyCommands", parameters=dict(menu)) for _ in range(3)]
    await put(app, *letters)
    app.delivery.accept(letters)
    await drained(app)
    assert await states(app) == {"failed": 1}

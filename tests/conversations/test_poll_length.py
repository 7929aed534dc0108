"""Polls with as much to say as may be: all of it comes in messages that Telegram takes."""

import struct

from services import polls, voting
from services.polls import FOLLOW_UP, LONGEST_DECISION, LONGEST_OPTION, LONGEST_QUESTION, ONE
from storage import people
from storage import polls as stored
from storage.polls import Option, Poll
from tests.conftest import World
from tests.conversations.polling import THANKS, lives_in, rows, street, the_poll

OPTIONS = [Option(f"{number} {'گزینه‌ای دراز ' * 9}"[:LONGEST_OPTION]) for number in range(10)]


async def long_draft(world: World) -> Poll:
    assert world.app
    async with world.app.database.transaction() as tx:
        poll = await polls.begin(tx, world.owner.id, world.now())
        for number in range(5):
            words = f"سؤال {number}: {'کدام یک برای محله مهم‌تر است ' * 12}"[:LONGEST_QUESTION]
            await polls.add_question(tx, poll, ONE, words.strip(), OPTIONS)
    return poll


async def all_vote(world: World, poll: Poll, *areas: str) -> None:
    """Six neighbours of each area for each option, to every question."""
    assert world.app
    house, now = world.app.house, world.now()
    async with world.app.database.transaction() as tx:
        for number in range(60 * len(areas)):
            home = areas[number % len(areas)]
            who = people.Person(700_000 + number, "همسایه", "fa", 1, now, home, now)
            people.put(tx, who)
            chosen = voting.bit(number // len(areas) % 10)
            for question in poll.questions:
                await voting.cast(tx, house.city, house.ballot_key, poll, question, who, now, chosen=chosen)


async def test_the_longest_poll_is_previewed_sent_and_told_back(world: World) -> None:
    here = await street(world)
    await lives_in(world, here.laleh, "golshan")
    await long_draft(world)
    await here.owner.send("/newpoll")
    await here.owner.press("پیش‌نویس")
    text = (await here.owner.sees("پیش‌نمایش نظرسنجی")).text
    assert "مورد دیگر" in text
    assert "🔴 پایان" in text, "what is cut off is not how the poll goes"
    await here.send("سؤال 0")
    poll = await the_poll(world)
    await all_vote(world, poll, "golshan", "narmak_shomali")
    for number in range(5):
        await here.laleh.sees(f"سؤال {number}")
        await here.laleh.press("0 گزینه")
    await here.laleh.sees("ثبت شد")
    await here.close()
    text = (await here.laleh.sees("سپاس که نظر دادید")).text
    assert "گزینهٔ دیگر" in text
    await here.laleh.press("نمودار")
    await here.laleh.wait(here.laleh.chat, lambda: here.laleh.messages[-1].photo or None, "no picture", within=20)
    [(png,)] = await rows(world, "SELECT data FROM poll_picture")
    width, height = struct.unpack(">II", bytes(png)[16:24])
    assert (width, height < 6 * width) == (1080, True)


async def test_the_newest_decisions_stand_below_a_result(world: World) -> None:
    here = await street(world)
    await here.ask()
    await here.laleh.press("آسفالت")
    await here.laleh.sees(THANKS)
    await here.close()
    poll = await the_poll(world)
    assert world.app
    async with world.app.database.transaction() as tx:
        held = await stored.get(tx, poll.id)
        assert held
        for number in range(3):
            words = f"گام {number} {'کار پیش رفت. ' * 200}"[:LONGEST_DECISION]
            await polls.decide(tx, held, FOLLOW_UP, words, world.owner.id, world.now())
    assert await rows(world, "SELECT COUNT(*) FROM poll_decision") == [(3,)]
    await here.reza.send("/polls")
    await here.reza.press("کدام مهم‌تر")
    text = (await here.reza.sees("نتیجهٔ «")).text
    assert "گام 0" not in text
    assert "گام 1" in text
    assert "گام 2" in text
    await here.owner.press("تازه‌سازی")
    assert "گام 2" in (await here.owner.sees("گام 2")).text

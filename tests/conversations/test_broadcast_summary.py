"""A broadcast that is over: what became of everybody, once more to the others, and the list of recipients."""

import csv
import io

from handlers.broadcast import listing
from handlers.voice import Voice
from sandbox.actions import find_button
from tests.conftest import World
from tests.conversations.announcing import DONE, NEWS, administrator, announce, received, resident
from tests.conversations.story import settled, until


async def test_failures_are_told_and_tried_again(world: World) -> None:
    laleh, reza = await resident(world, "لاله"), await resident(world, "رضا")
    gone = await resident(world, "رفته")
    gone.block()
    await settled(world)
    world.telegram.faults.fail("sendMessage", status=400, chat=laleh, description="Bad Request: no <b> way")
    world.telegram.faults.drop_answer("sendMessage", chat=reza)
    await announce(world)
    summary = await world.owner.sees(DONE, within=20)
    for words in ("رسیده: ۱ از ۳", "ناموفق: ۱", "نامعلوم: ۱", "o <b> way"):
        assert summary.contains(words), words
    find_button(summary, "ارسال دوباره به نامعلوم‌ها")
    await world.owner.press("ارسال دوباره به ناموفق‌ها")
    await laleh.sees(NEWS)
    second = await world.owner.wait(world.owner.chat, lambda: (received(world.owner, DONE)[1:] or [None])[0], "again")
    assert second.contains("رسیده: ۲ از ۳")
    assert len(received(reza, NEWS)) == 1
    await world.owner.press("ارسال دوباره به نامعلوم‌ها")
    await world.owner.sees("شاید برخی آن را دو بار بگیرند")
    await world.owner.press("منصرف شدم")
    await world.owner.sees("کاری انجام نشد")
    await world.owner.press("ارسال دوباره به نامعلوم‌ها")
    await world.owner.press("بله، دوباره")
    await until(lambda: len(received(reza, NEWS)) == 2, "a second time")
    await until(lambda: len(received(world.owner, DONE)) == 3, "a third summary")
    assert len(received(laleh, NEWS)) == 1


async def test_the_list_is_a_file(world: World) -> None:
    await resident(world, "=HYPERLINK(1)")
    laleh = await resident(world, 'لاله، "خانم"')
    world.telegram.faults.fail("sendMessage", status=400, chat=laleh, description="Bad Request: -1")
    await announce(world)
    await world.owner.sees(DONE)
    await world.owner.press("فهرست گیرندگان")
    await world.owner.sees_toast("به‌زودی")
    message = await world.owner.sees("گیرندگان پیام همگانی")
    assert message.raw["document"]["file_name"] == "broadcast-1.csv"
    data = world.telegram.bot.files[message.raw["document"]["file_id"]].data
    head, *lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert head == ["شناسه", "نام", "زبان", "وضعیت", "خطا", "زمان"]
    assert {line[1]: (line[3], line[4]) for line in lines} == {
        "'=HYPERLINK(1)": ("رسیده", ""),
        'لاله، "خانم"': ("ناموفق", "'-1"),
        "مهرداد": ("رسیده", ""),
    }


async def test_a_list_that_cannot_be_made_is_told(world: World) -> None:
    mina, ali = await administrator(world, "مینا"), await world.manager("علی", "n4")
    assert world.app
    async with world.app.database.transaction() as tx:
        voice = Voice(tx, world.app.house, world.now())
        for person in (mina, ali):
            await listing.WRITING.finish(voice, {"broadcast": 1, "to": person.id}, None)
        assert listing.WRITING.gather
        assert await listing.WRITING.gather(voice, {"broadcast": 1, "to": ali.id}) is None
    await world.tick()
    await mina.sees("فهرست گیرندگان آماده نشد")
    await settled(world)
    assert not received(ali, "فهرست گیرندگان")

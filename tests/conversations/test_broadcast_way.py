"""A broadcast after «ارسال»: what residents get, and the one tap under it."""

from datetime import datetime, timedelta

from tests.conftest import OWNER, World, make_world
from tests.conversations.announcing import DONE, NEWS, announce, compose, received, resident, spread
from tests.conversations.story import settled, until
from tests.conversations.test_roles import rows


async def test_everybody_gets_it_once(world: World) -> None:
    laleh, john = await resident(world, "لاله"), await resident(world, "John", language="en")
    await announce(world)
    for person in (laleh, john, world.owner):
        await person.sees(NEWS)
    summary = await world.owner.sees(DONE)
    assert summary.contains("رسیده: ۳ از ۳")
    assert summary.buttons == ["📄 فهرست گیرندگان"]
    assert received(laleh, NEWS)[0].buttons == ["🔕 دیگر از اطلاعیه‌ها خبر نده"]
    assert received(john, NEWS)[0].buttons == ["🔕 No more announcements"]
    await world.owner.sees("▰▰▰▰▰▰▰▰▰▰ ۱۰۰٪")
    await world.stop()
    await world.start()
    await announce(world, "بعدی")
    await world.owner.sees(DONE)
    assert [len(received(person, NEWS)) for person in (laleh, john)] == [1, 1]
    assert len(received(world.owner, DONE)) == 2


async def test_each_reads_their_language_with_its_formatting(world: World) -> None:
    laleh, john = await resident(world, "لاله"), await resident(world, "John", language="en")
    await world.owner.send("/broadcast")
    await world.owner.sees("همین‌جا بفرستید")
    await world.owner.send("خبر <b>مهم</b>", html=True)
    await world.owner.press("همه")
    await world.owner.sees("به زبان English هنوز نسخه‌ای نیست؛ ۱ نفر")
    await world.owner.press("➕ English")
    await world.owner.sees("نسخهٔ English")
    await world.owner.send("Important news")
    panel = await world.owner.sees("زبان‌ها: فارسی، English")
    assert not panel.contains("هنوز نسخه‌ای نیست")
    assert "➕ English" not in panel.buttons
    await world.owner.press("ارسال")
    message = await laleh.sees("خبر مهم")
    assert message.raw["entities"] == [{"type": "bold", "offset": 4, "length": 3}]
    await john.sees("Important news")
    await world.owner.sees(DONE)
    assert not received(john, "خبر مهم")


async def test_an_album_comes_with_a_line_below(world: World) -> None:
    laleh = await resident(world, "لاله")
    await world.owner.send("/broadcast")
    await world.owner.sees("همین‌جا بفرستید")
    await world.owner.send_album(3, caption="پیش و پس")
    await world.owner.press("همه")
    await world.owner.press("ارسال")
    below = await laleh.sees("دربارهٔ اطلاعیه‌ها")
    assert len([message for message in laleh.messages if "photo" in message.raw]) == 3
    await laleh.press("دیگر از اطلاعیه‌ها خبر نده", at=below)
    await laleh.sees_toast("دیگر دربارهٔ اطلاعیه‌ها")


async def test_one_tap_off_and_on_again(world: World) -> None:
    laleh = await resident(world, "لاله")
    await compose(world)
    await world.owner.press("دکمه")
    await world.owner.send("بیشتر | https://example.org")
    await world.owner.sees("دکمه: بیشتر")
    await world.owner.press("ارسال")
    first = await laleh.sees(NEWS)
    await laleh.press("دیگر از اطلاعیه‌ها خبر نده")
    await laleh.sees_toast("دیگر دربارهٔ اطلاعیه‌ها")
    await until(lambda: first.buttons == ["بیشتر", "🔔 دوباره از اطلاعیه‌ها خبر بده"], "the other button")
    await world.owner.sees(DONE)
    await announce(world, "دوم")
    assert (await world.owner.sees(DONE)).contains("رسیده: ۱ از ۱")
    assert not received(laleh, "دوم")
    await laleh.press("دوباره از اطلاعیه‌ها خبر بده")
    await laleh.sees_toast("باز هم")
    await until(lambda: "🔕 دیگر از اطلاعیه‌ها خبر نده" in first.buttons, "the first button")
    await announce(world, "سوم")
    await laleh.sees("سوم")


async def test_nobody_turns_off_what_does_not_exist(world: World) -> None:
    laleh = await resident(world, "لاله")
    await announce(world)
    message = await laleh.sees(NEWS)
    for data in ("topic:off:nothing:1", "topic:of:events:1", "topic:off", "topic:off:events:x", "topic:off:events:99"):
        laleh.post_press(message, {"text": "x", "callback_data": data})
    await laleh.send("/settings")
    assert "رویدادها" not in (await laleh.sees("تنظیمات شما")).text  # the last two were real topics


async def test_a_forged_number_undoes_no_wish(world: World) -> None:
    laleh = await resident(world, "لاله")
    await announce(world)
    message = await laleh.sees(NEWS)
    for number in ("99999999999999999999999", "1"):  # the first is an announcement
        answer = await laleh.post_press(message, {"text": "x", "callback_data": f"topic:off:events:{number}"}).answer
        assert "دیگر" in answer.text
    assert await rows(world, "SELECT topic FROM topic_off") == [("events",)]
    await settled(world)
    assert message.buttons == ["🔕 دیگر از اطلاعیه‌ها خبر نده"]


async def test_quiet_hours_that_come_meanwhile_are_told(database_url: str) -> None:
    async with make_world(database_url, quiet_hours="22:00-08:00") as world:
        await world.start()
        await world.telegram.people[OWNER].start()
        await world.owner.sees("خوش آمدید")
        local = datetime.fromtimestamp(world.now(), world.settings.zone)
        world.now.move(seconds=int((local.replace(hour=20, minute=0) + timedelta(days=1) - local).total_seconds()))
        laleh = await resident(world, "لاله")
        await spread(world)
        world.now.move(hours=3)
        await world.owner.press("مکث")
        await world.owner.sees("· مکث")
        await world.owner.press("ادامه")
        await world.owner.sees("ساعت‌های سکوت است")
        world.now.move(hours=12)
        await laleh.sees(NEWS)

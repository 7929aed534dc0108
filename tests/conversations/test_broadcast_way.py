"""A broadcast after «ارسال»: what residents get, what administrators see and can do while it runs and afterwards."""

import asyncio
import csv
import io
from datetime import datetime, timedelta

from handlers.broadcast import listing
from handlers.voice import Voice
from sandbox import Person
from sandbox.actions import find_button
from sandbox.chats import Message
from storage import recipients
from tests.conftest import OWNER, World, make_world
from tests.conversations.announcing import (
    NEWS,
    administrator,
    announce,
    compose,
    dismissed,
    newest,
    received,
    resident,
)
from tests.conversations.story import settled, until
from tests.conversations.test_roles import rows

DONE = "خلاصهٔ پیام همگانی"


async def counts(world: World) -> dict[str, int]:
    assert world.app
    number = (await newest(world)).id
    async with world.app.database.transaction() as tx:
        return await recipients.counts(tx, number)


async def comes_to(world: World, expected: dict[str, int]) -> None:
    for _ in range(200):
        if (found := await counts(world)) == expected:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"{found} is not {expected}")


async def spread(world: World) -> None:
    """On its way, but nobody's turn has come yet."""
    await compose(world)
    await world.owner.press("زمان‌بندی")
    await world.owner.press("۸ ساعت")
    await world.owner.sees("ناحیه به ناحیه")
    await world.owner.press("بازگشت")
    await world.owner.press("ارسال")
    await world.owner.sees("در حال فرستادن")


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
    await asyncio.sleep(1)
    assert [len(received(person, NEWS)) for person in (laleh, john)] == [1, 1]
    assert len(received(world.owner, DONE)) == 1


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
    await world.owner.sees("رسیده: ۱ از ۱")
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
    assert message.buttons == ["🔕 دیگر از اطلاعیه‌ها خبر نده"]


async def test_pause_and_resume(world: World) -> None:
    laleh = await resident(world, "لاله")
    await spread(world)
    await world.owner.press("مکث")
    paused = await world.owner.sees("· مکث")
    assert paused.buttons == ["▶️ ادامه", "✖️ لغو"]
    world.now.move(hours=9)
    await laleh.does_not_see(NEWS, for_=1.2)
    answer = await world.owner.post_press(paused, {"text": "x", "callback_data": "broadcast:pause:1"}).answer
    assert "ممکن نیست" in answer.text
    await world.owner.press("ادامه")
    await laleh.sees(NEWS)
    await world.owner.sees(DONE)


async def test_nothing_is_tried_for_whoever_has_blocked_the_bot_before_their_turn(world: World) -> None:
    laleh = await resident(world, "لاله")
    await spread(world)
    laleh.block()
    world.now.move(hours=9)
    await comes_to(world, {"sent": 1, "away": 1})
    await world.owner.sees("ربات را بسته‌اند: ۱")


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


async def test_cancel_asks_first(world: World) -> None:
    laleh = await resident(world, "لاله")
    await spread(world)
    await world.owner.press("لغو")
    await world.owner.sees("لغو شود؟")
    await world.owner.press("منصرف شدم")
    await world.owner.sees("کاری انجام نشد")
    await world.owner.press("لغو")
    await world.owner.press("بله، لغو شود")
    await world.owner.sees_toast("لغو شد")
    summary = await world.owner.sees(DONE)
    assert summary.contains("لغوشده")
    assert summary.contains("در صف: ۲")
    world.now.move(hours=9)
    await laleh.does_not_see(NEWS, for_=1.2)
    await until(lambda: bars(world.owner)[-1].buttons == [], "the bar without buttons")


def bars(person: Person) -> list[Message]:
    return [message for message in received(person, "پیام همگانی") if not message.contains(DONE)]


async def test_a_scheduled_one_waits_and_can_be_cancelled(world: World) -> None:
    laleh = await resident(world, "لاله")
    await compose(world)
    await world.owner.press("زمان‌بندی")
    await world.owner.send("فردا ۱۰ صبح")
    await world.owner.sees("ساعت ۱۰:۰۰")
    await world.owner.press("ارسال")
    waiting = await world.owner.sees("آغاز:")
    assert waiting.buttons == ["✖️ لغو"]
    await laleh.does_not_see(NEWS, for_=0.8)
    world.now.move(days=2)
    await laleh.sees(NEWS)
    await announce_later(world)
    await world.owner.press("لغو")
    await world.owner.press("بله، لغو شود")
    await world.owner.sees("لغوشده")


async def announce_later(world: World) -> None:
    await compose(world, "بعدی")
    await world.owner.press("زمان‌بندی")
    await world.owner.send("فردا ۱۰ صبح")
    await world.owner.sees("ساعت ۱۰:۰۰")
    await world.owner.press("ارسال")
    await world.owner.sees("آغاز:")


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
    second = await world.owner.wait(
        world.owner.chat, lambda: (received(world.owner, DONE)[1:] or [None])[0], 10, "again"
    )
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
    await ali.does_not_see("فهرست گیرندگان", for_=0.5)


async def test_an_urgent_one_needs_another_administrator(world: World) -> None:
    laleh = await resident(world, "لاله")
    await compose(world)
    await world.owner.press("فوری شود")
    await world.owner.sees("🚨 فوری")
    await world.owner.press("ارسال")
    await world.owner.sees_toast("مدیر سامانهٔ دیگری نیست")
    mina = await administrator(world, "مینا")
    await world.owner.press("ارسال")
    waiting = await world.owner.sees("در انتظار تأیید")
    assert waiting.buttons == ["✖️ لغو"]
    asked = await mina.sees("تأیید می‌کنید؟")
    assert asked.contains("گیرندگان: همه")
    assert received(mina, NEWS)
    answer = await world.owner.post_press(asked, "تأیید می‌کنم").answer
    assert "مدیر سامانهٔ دیگری" in answer.text
    answer = await laleh.post_press(asked, "تأیید می‌کنم").answer
    assert "فقط برای مدیران سامانه" in answer.text
    assert not received(laleh, NEWS)
    await mina.press("تأیید می‌کنم", at=asked)
    await laleh.sees(NEWS)
    await until(lambda: asked.contains("مینا پیام همگانی") and not asked.buttons, "the question is closed")
    await world.owner.sees("مینا پیام همگانی")
    answer = await mina.post_press(asked, {"text": "x", "callback_data": "broadcast:reject:1"}).answer
    assert "تصمیم گرفته" in answer.text
    noted = await rows(world, "SELECT action FROM audit WHERE action LIKE 'broadcast%' ORDER BY id")
    assert noted == [("broadcast",), ("broadcast:confirm",)]


async def test_a_rejected_one_is_a_draft_again(world: World) -> None:
    mina = await administrator(world, "مینا")
    await compose(world)
    await world.owner.press("فوری شود")
    await world.owner.sees("🚨 فوری")
    await world.owner.press("ارسال")
    await mina.press("رد می‌کنم")
    await world.owner.sees("رد کرد")
    await world.owner.press("باز کردن پیش‌نویس")
    await world.owner.press("دیگر فوری نباشد")
    await world.owner.press("ارسال")
    await mina.sees(NEWS)


async def urgent(world: World, author: Person, at: str = "") -> None:
    """As far as the second administrator's question."""
    await compose(world, by=author)
    await author.press("فوری شود")
    await author.sees("🚨 فوری")
    if at:
        await author.press("زمان‌بندی")
        await author.send(at)
        await author.sees("ساعت ")
    await author.press("ارسال")
    await author.sees("در انتظار تأیید")


async def test_what_is_confirmed_too_late_is_a_draft_again(world: World) -> None:
    mina, laleh = await administrator(world, "مینا"), await resident(world, "لاله")
    await urgent(world, world.owner, at="فردا ۱۰ صبح")
    asked = await mina.sees("تأیید می‌کنید؟")
    world.now.move(days=2)
    await mina.press("تأیید می‌کنم", at=asked)
    await mina.sees_toast("دوباره پیش‌نویس شد")
    await until(lambda: asked.contains("دوباره پیش‌نویس شد") and not asked.buttons, "the question is closed")
    await world.owner.sees("دوباره پیش‌نویس شد")
    await world.owner.press("باز کردن پیش‌نویس")
    await world.owner.press("زمان‌بندی")
    await laleh.does_not_see(NEWS, for_=0.8)


async def test_nothing_is_confirmed_for_a_former_administrator(world: World) -> None:
    mina, laleh = await administrator(world, "مینا"), await resident(world, "لاله")
    await urgent(world, mina)
    asked = await world.owner.sees("تأیید می‌کنید؟")
    await dismissed(world, "مینا")
    await world.owner.press("تأیید می‌کنم", at=asked)
    await world.owner.sees_toast("دیگر مدیر سامانه نیست")
    await laleh.does_not_see(NEWS, for_=0.8)
    await world.owner.press("رد می‌کنم", at=asked)
    await world.owner.sees("رد کرد")


async def test_a_former_administrator_is_shown_no_more_of_it(world: World) -> None:
    mina, laleh = await administrator(world, "مینا"), await resident(world, "لاله")
    await compose(world, by=mina)
    await mina.press("زمان‌بندی")
    await mina.send("فردا ۱۰ صبح")
    await mina.sees("ساعت ۱۰:۰۰")
    await mina.press("ارسال")
    await mina.sees("آغاز:")
    await dismissed(world, "مینا")
    world.now.move(days=2)
    await laleh.sees(NEWS)
    await world.owner.sees(DONE)
    assert not received(mina, DONE)
    assert received(mina, "آغاز:")


async def test_it_can_be_confirmed_from_the_list_too(world: World) -> None:
    mina = await administrator(world, "مینا")
    await compose(world)
    await world.owner.press("فوری شود")
    await world.owner.sees("🚨 فوری")
    await world.owner.press("ارسال")
    asked = await mina.sees("تأیید می‌کنید؟")
    mina.delete(asked)
    await mina.send("/admin")
    await mina.press("پیام‌های همگانی")
    await mina.press("در انتظار تأیید")
    await mina.press("تأیید می‌کنم")
    await mina.sees_toast("تأیید کرد")
    await mina.sees(NEWS)


async def test_places_get_it_too(world: World) -> None:
    group = await world.group("n4")
    channel = world.telegram.channel("کانال محله", world.owner)
    await world.owner.sees("افزوده شد")
    await compose(world)
    await world.owner.press("دکمه")
    await world.owner.press("ثبت گزارش", at=await world.owner.sees("زیر پیام می‌آید"))
    await world.owner.sees("دکمه: 📝")
    await world.owner.press("کانال و گروه")
    await world.owner.press("کانال محله")
    await world.owner.press(group.title)
    await world.owner.press("بازگشت")
    await world.owner.sees("همچنین در: کانال محله")
    await world.owner.press("ارسال")
    for place in (group, channel):
        await until(lambda place=place: any(m.contains(NEWS) for m in place.chat.messages), "a post")  # type: ignore[misc]
        [post] = [message for message in place.chat.messages if message.contains(NEWS)]
        assert post.keyboard == [[{"text": "📝 ثبت گزارش", "url": "https://t.me/hamsayeh_bot?start=report"}]]
    await world.owner.start("report")
    await world.owner.sees("مشکل را همین‌جا بفرستید")


async def test_places_follow_a_group_that_moves_and_leave_out_what_is_no_longer_the_bots(world: World) -> None:
    moving, lost = await world.group("n4"), await world.group("n5")
    channel = world.telegram.channel("کانال محله", world.owner)
    await world.owner.sees("افزوده شد")
    await compose(world)
    await world.owner.press("کانال و گروه")
    for title in ("کانال محله", moving.title, lost.title):
        await world.owner.press(title)
    await world.owner.press("بازگشت")
    await world.owner.sees("همچنین در:")
    await world.owner.press("زمان‌بندی")
    await world.owner.send("فردا ۱۰ صبح")
    await world.owner.sees("ساعت ۱۰:۰۰")
    await world.owner.press("ارسال")
    await world.owner.sees("آغاز:")
    await world.group("n5")  # takes the place of the other
    moving.migrate()
    world.now.move(days=2)
    await world.owner.sees("در ۱ کانال یا گروه گذاشته نشد")
    for place in (channel, moving):
        await until(lambda place=place: any(m.contains(NEWS) for m in place.chat.messages), "a post")  # type: ignore[misc]
    await world.owner.sees(DONE)
    assert not [message for message in lost.chat.messages if message.contains(NEWS)]


async def test_the_list_in_the_administration(world: World) -> None:
    mina = await administrator(world, "مینا")
    await world.owner.send("/admin")
    await world.owner.press("پیام‌های همگانی")
    await world.owner.sees("هنوز پیامی")
    await world.owner.press("بازگشت")
    await world.owner.sees("مدیریت همسایه")
    await spread(world)
    await mina.send("/admin")
    await mina.press("پیام‌های همگانی")
    await mina.press("در حال فرستادن")
    opened = await mina.sees(NEWS)
    assert opened.contains("در صف: ۲")
    await mina.press("مکث")
    await mina.sees("· مکث")
    await world.owner.sees("· مکث")  # in the author's own message
    await mina.press("ادامه")
    await mina.sees("در حال فرستادن")
    await mina.press("تازه‌سازی")
    await mina.press("لغو")
    await mina.press("بله، لغو شود")
    await world.owner.sees(DONE)
    await mina.press("تازه‌سازی")
    await mina.sees("لغوشده")
    await mina.press("بازگشت")
    await mina.sees("برای دیدن هر کدام")
    await mina.press("پیام تازه")
    await mina.sees("همین‌جا بفرستید")


async def test_many_broadcasts_are_listed_in_pages(world: World) -> None:
    await resident(world, "لاله")
    for number in range(9):
        await announce(world, f"خبر {number}")
        await until(lambda number=number: len(received(world.owner, DONE)) == number + 1, "the summary")  # type: ignore[misc]
    await world.owner.send("/admin")
    await world.owner.press("پیام‌های همگانی")
    first = await world.owner.sees("برای دیدن هر کدام")
    assert "خبر 8" in first.buttons[1]
    await world.owner.press("قدیمی‌ترها")
    await until(lambda: any("خبر 0" in label for label in first.buttons), "the second page")
    await world.owner.press("تازه‌ترها")
    await until(lambda: any("خبر 8" in label for label in first.buttons), "the first page")
    await world.owner.press("خبر 8")
    done = await world.owner.sees("رسیده: ۲ از ۲")
    find_button(done, "فهرست گیرندگان")


FORGED = (
    "broadcast", "broadcast:send", "broadcast:send:x", "broadcast:send:99999999999999999999", "broadcast:pause:7",
    "broadcast:nothing:1", "broadcast:version:1:xx", "rule:area:1:nowhere", "rule:nothing:1:x",
    "broadcast:day:1:d.9999-99-99", "broadcast:day:1:t.2020-01-01T10:00", "broadcast:spread:1:99", "broadcast:act:1:x",
    "broadcast:about:1:x", "broadcast:place:1:5:0", "broadcast:use:1:5", "rule:active:1:0", "rule:unreached:1:x",
    "go:x",
)  # fmt: skip


async def test_forged_buttons_are_answered(world: World) -> None:
    panel = await compose(world)
    for data in FORGED:
        answer = await world.owner.post_press(panel, {"text": "x", "callback_data": data}).answer
        assert answer.text, data
    assert panel.contains("پیش‌نویس")

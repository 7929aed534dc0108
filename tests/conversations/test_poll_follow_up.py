"""What comes of a poll: managers hear of it, decide, and tell the people; and how it goes about in public."""

from tests.conftest import World
from tests.conversations.polling import (
    QUESTION,
    copied,
    group_of_n8,
    lives_in,
    neighbours_vote,
    street,
    the_poll,
    vote,
)
from tests.conversations.silence import all_said
from tests.conversations.story import settled

DAY = 86400


async def test_a_decision_reaches_all_who_voted_and_nobody_else(world: World) -> None:
    here = await street(world)
    await here.ask()
    await vote(here.laleh, "آسفالت")
    await here.close()
    await here.owner.press("ثبت تصمیم")
    await here.owner.sees("چه تصمیمی گرفته شد")
    await here.owner.send("خیابان گلبرگ تا پایان ماه آسفالت می‌شود.")
    await here.owner.sees("ثبت شد و به همهٔ کسانی")
    told = await here.laleh.sees("گفتید، کردیم")
    assert "تصمیم: خیابان گلبرگ" in told.text
    await all_said(world)
    await here.reza.does_not_see("گفتید، کردیم")
    await here.owner.press("ثبت پیگیری")
    await here.owner.send("آسفالت شد.")
    await here.laleh.sees("پیگیری: آسفالت شد.")
    await here.reza.send("/polls")
    await here.reza.press("کدام مهم‌تر")
    assert "پیگیری: آسفالت شد." in (await here.reza.sees("نتیجهٔ «")).text
    assert (await the_poll(world)).state == "decided"


async def test_managers_hear_of_the_result_in_their_group_and_decide_there(world: World) -> None:
    here = await street(world)
    ali, group = await group_of_n8(world)
    await here.draft()
    await here.choose("برای چه کسانی", "محل زندگی", "ناحیه ۸", "شرط‌های دیگر", "بازگشت")
    await lives_in(world, here.laleh, "golshan")
    await here.owner.press("ارسال")
    await vote(here.laleh, "آسفالت")
    await here.close()
    told = await ali.sees("پایان یافت", at=group)
    reza = here.reza
    group.add(reza)
    press = await reza.press("ثبت تصمیم", at=told)
    assert "فقط برای مدیران محدوده" in (await press.answer).text
    await ali.press("ثبت تصمیم", at=told)
    asked = await ali.sees("چه تصمیمی گرفته شد", at=group)
    await ali.reply(asked, "آسفالت می‌کنیم.")
    await here.laleh.sees("تصمیم: آسفالت می‌کنیم.")


async def test_a_manager_of_another_area_decides_nothing(world: World) -> None:
    here = await street(world)
    mina = await world.manager("مینا", "n4")
    await here.ask()
    await here.close()
    poll = await the_poll(world)
    assert world.app
    await mina.send("/polls")
    await world.app.intake.process([copied(f"polls:decide:{poll.id}", mina)])
    await settled(world)
    await mina.does_not_see("چه تصمیمی")


async def test_the_digest_tells_of_the_area(world: World) -> None:
    here = await street(world)
    ali, group = await group_of_n8(world)
    await here.ask()
    await neighbours_vote(world, golshan=[11, 6, 7])
    await ali.send("/digest", to=group)
    text = (await ali.sees("نظرسنجی باز", at=group)).text
    assert "کدام مهم‌تر است؟ · ۳۶۶ پاسخ" in text
    assert "(کل:" not in text  # areas only once it is closed
    world.now.move(seconds=9 * DAY)
    await world.tick()
    await settled(world)
    await ali.send("/digest", to=group)
    text = (await ali.sees("نظرسنجی پایان‌یافته", at=group)).text
    assert "▫️ آسفالت: ۳۸٪ (کل: ۲۹٪)" in text
    world.now.move(seconds=2 * DAY)
    await ali.send("/digest", to=group)
    assert "نظرسنجی" not in (await ali.sees("خلاصهٔ روزانه", at=group)).text


async def test_a_group_gets_a_link_or_a_native_poll(world: World) -> None:
    here = await street(world)
    _, group = await group_of_n8(world)
    for mirror, named in (("پیوند", "به‌صورت پیوند"), ("نظرسنجی تلگرام", "به‌صورت نظرسنجی تلگرام")):
        await here.draft()
        await here.choose("کانال‌ها", "مدیران n8")
        await here.choose(mirror, "بازگشت")
        await here.owner.sees(f"{named}، در ۱ کانال یا گروه هم منتشر می‌شود")
        await here.send(QUESTION)
    await here.draft()
    await here.choose("سؤال دیگر")
    await here.owner.sees("سؤال بعدی")
    await here.owner.send("چرا؟")
    await here.choose("پاسخ نوشتاری", "کانال‌ها", "مدیران n8", "نظرسنجی تلگرام", "بازگشت")
    await here.owner.sees("فقط سؤال نخست را در بر می‌گیرد")
    posted = await here.owner.sees("هر نفر یک رأی دارد", at=group)
    assert posted.buttons == ["🗳 پاسخ می‌دهم"]
    native = await here.owner.wait(
        group.chat,
        lambda: next((message for message in group.messages if message.poll), None),
        "a native poll",
    )  # fmt: skip
    assert native.poll
    assert [option["text"] for option in native.poll["options"]] == ["آسفالت", "روشنایی", "نظافت"]


async def test_audiences_of_announcements_know_who_answered(world: World) -> None:
    here = await street(world)
    await here.ask()
    await vote(here.laleh, "آسفالت")
    await here.owner.send("/broadcast")
    await here.owner.sees("همین‌جا بفرستید")
    await here.owner.send("از شما که هنوز رأی نداده‌اید می‌پرسیم.")
    await here.choose("رأی‌نداده‌ها", "کدام مهم‌تر", "شرط‌های دیگر")
    assert "فهرست آنان بی‌نام" in (await here.owner.sees("رأی نداده‌اند")).text
    await here.choose("تأیید گیرندگان", "ارسال")
    await here.reza.sees("هنوز رأی نداده‌اید")
    await all_said(world)
    await here.laleh.does_not_see("هنوز رأی نداده‌اید")

"""News of events: to those who asked for it, once, by the rules of broadcasts; and to those who come."""

from datetime import time

from sandbox import Person
from tests.conftest import World, make_world
from tests.conversations.event_story import (
    TITLE,
    comes,
    follows,
    long_night,
    moment,
    officer,
    opened,
    published,
    resident,
)
from tests.conversations.silence import all_said
from tests.conversations.story import bot_messages

NEWS = "🎭 رویداد تازه"


def told(person: Person) -> int:
    return len([message for message in bot_messages(person) if NEWS in message.text and TITLE in message.text])


async def test_those_hear_who_follow_its_centre_kind_audience_or_area_and_each_once(world: World) -> None:
    narges = await officer(world)
    laleh, ali, sara, reza, mina = [await resident(world, name) for name in ("لاله", "علی", "سارا", "رضا", "مینا")]
    await follows(laleh, "مرکزها", "سرای محلهٔ گلشن")
    await follows(laleh, "نوع‌ها", "کارگاه")
    await follows(ali, "برای چه کسانی", "کودکان")
    await follows(sara, "ناحیه‌ها", "ناحیه ۸")
    await follows(reza, "مرکزها", "سرای محلهٔ مهران")
    await published(world, narges, نوع="کارگاه", مخاطب="کودکان")
    assert "به ۳ نفر" in (await narges.sees("منتشر شد")).text
    for person in (laleh, ali, sara):
        await person.sees(NEWS)
    await all_said(world)
    assert [told(person) for person in (laleh, ali, sara, reza, mina)] == [1, 1, 1, 0, 0]
    await laleh.press("دیدن رویداد")
    await laleh.press("می‌آیم")
    await laleh.sees("نام شما ثبت شده است")
    assert told(laleh) == 1, "the announcement stays as it was"


async def test_one_tap_under_the_news_turns_them_off(world: World) -> None:
    narges = await officer(world)
    laleh = await resident(world, "لاله")
    await follows(laleh, "مرکزها", "سرای محلهٔ گلشن")
    await published(world, narges)
    await laleh.sees(NEWS)
    await laleh.press("دیگر از رویداد تازه خبر نده")
    await laleh.sees_toast("دیگر دربارهٔ رویدادها پیامی نمی‌فرستیم")
    await published(world, narges, عنوان="جشن انار")
    await narges.sees("هنوز کسی خبر چنین رویدادهایی را نخواسته است")
    await laleh.does_not_see("جشن انار")


async def test_whoever_prefers_the_weekly_programme_gets_no_single_news(world: World) -> None:
    narges = await officer(world)
    laleh = await resident(world, "لاله")
    await follows(laleh, "مرکزها", "سرای محلهٔ گلشن")
    await laleh.send("/events")
    await laleh.press("خبرها و یادآوری‌ها")
    await (await laleh.press("برنامهٔ هفتگی")).answer
    await published(world, narges)
    await narges.sees("هنوز کسی خبر چنین رویدادهایی را نخواسته است")
    await laleh.does_not_see(NEWS)


async def test_of_a_series_people_hear_once(world: World) -> None:
    narges = await officer(world)
    laleh = await resident(world, "لاله")
    await follows(laleh, "مرکزها", "سرای محلهٔ گلشن")
    await published(world, narges, **{"تکرار تا": moment(world, 30).split()[0]})
    assert "هر هفته، تا" in (await laleh.sees(NEWS)).text
    await all_said(world)
    assert told(laleh) == 1


async def test_followed_centres_are_the_same_in_the_settings(world: World) -> None:
    laleh = await resident(world, "لاله")
    await follows(laleh, "مرکزها", "سرای محلهٔ گلشن")
    await laleh.send("/settings")
    assert "سرای محلهٔ گلشن" in (await laleh.sees("تنظیمات")).text


async def test_everybody_who_comes_can_be_written_to(world: World) -> None:
    event = await published(world, world.owner)
    laleh, ali = await resident(world, "لاله"), await resident(world, "علی")
    await comes(laleh, event)
    await opened(ali, event)
    await world.owner.send("/broadcast")
    await world.owner.sees("پیامی را که باید به مردم برسد")
    await world.owner.send("لطفاً دفتر همراه بیاورید.")
    await world.owner.press("ثبت‌نام‌کنندگان")
    await world.owner.press(TITLE)
    await world.owner.press("شرط‌های دیگر")
    await world.owner.sees("ثبت‌نام‌کنندگان رویداد ۱")
    await world.owner.press("تأیید گیرندگان")
    await world.owner.press("ارسال")
    await laleh.sees("دفتر همراه بیاورید")
    await all_said(world)
    await ali.does_not_see("دفتر همراه بیاورید")


async def test_a_series_is_changed_and_called_off_from_a_date_on(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges, **{"تکرار تا": moment(world, 20).split()[0]})
    laleh = await resident(world, "لاله")
    second = event.id - 1  # the events behind the first one are made in their order
    await laleh.start(f"e{second}")
    await laleh.press("می‌آیم", at=await laleh.sees(TITLE))
    await laleh.sees("نام شما ثبت شده است")
    await narges.press("تغییرها: فقط همین نوبت")
    await narges.wait(narges.chat, lambda: "نوبت‌های بعد" in "".join(narges.messages[-1].buttons) or None, "switched")
    await narges.press("زمان")
    await narges.sees("رویداد کی آغاز می‌شود؟")
    await narges.send(moment(world, 3, 18))
    await narges.sees("ثبت شد")
    assert "۱۸:۰۰" in (await laleh.sees("تغییر کرد")).text
    await narges.press("لغو رویداد")
    await narges.press("این و همهٔ نوبت‌های بعد")
    assert "۳" in (await narges.sees("لغو شد و خبر دادیم")).text
    await laleh.sees("با پوزش، این رویداد لغو شد")


async def test_what_is_changed_before_the_morning_is_announced_as_it_is_by_then(database_url: str) -> None:
    async with make_world(database_url, quiet_hours=long_night()) as world:
        await world.start()
        await world.owner.start()
        laleh = await resident(world, "لاله")
        await follows(laleh, "مرکزها", "سرای محلهٔ گلشن")
        await published(world, world.owner)
        await world.owner.press("عنوان")
        await world.owner.sees("عنوان رویداد چیست؟")
        await world.owner.send("جشن انار")
        await world.owner.sees("ثبت شد")
        await published(world, world.owner, عنوان="آش نذری")
        await world.owner.press("لغو رویداد")
        await world.owner.press("بله، لغو شود")
        await world.owner.sees("لغو شد و خبر دادیم")
        await laleh.does_not_see(NEWS, for_=1)
        await world.stop()
        world.settings.quiet_hours = (time(0), time(0))
        await world.start()
        await laleh.sees(NEWS)
        await all_said(world)
        await laleh.does_not_see("آش نذری")
        heard = [message.text for message in bot_messages(laleh) if NEWS in message.text]
        assert len(heard) == 1
        assert "جشن انار" in heard[0]

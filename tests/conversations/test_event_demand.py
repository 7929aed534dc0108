"""Residents ask for an event; the centre sees how many ask for the same, and whoever asked hears when it is there."""

import pytest

from sandbox import Person
from tests.conftest import World
from tests.conversations.event_story import desk, follows, officer, resident
from tests.conversations.silence import all_said
from tests.conversations.story import HOSTILE, bot_messages, settled

GOLSHAN = "سرای محلهٔ گلشن"


async def asks(world: World, name: str, words: str) -> Person:
    person = await resident(world, name)
    await ask(person, words)
    await person.sees("نخست به شما خبر می‌دهیم")
    return person


async def ask(person: Person, words: str) -> None:
    await person.send("/events")
    await person.press("درخواست برنامه")
    await person.press("کلاس")
    await person.press("بانوان")
    await person.press(GOLSHAN)
    await person.sees("در یکی دو جمله بنویسید")
    await person.send(words)


async def requests(maryam: Person) -> None:
    """The list lies before her."""
    await maryam.press("درخواست‌های مردم", at=await desk(maryam))


@pytest.fixture
async def maryam(world: World) -> Person:
    return await officer(world)


async def test_what_many_ask_for_is_made_and_they_are_told(world: World, maryam: Person) -> None:
    laleh = await asks(world, "لاله", "کلاس خیاطی، عصرها")
    reza = await asks(world, "رضا", "كلاس خياطي")
    other = await asks(world, "سینا", "آموزش شطرنج؛ شماره‌ام ۰۹۱۲۳۴۵۶۷۸۹")
    await requests(maryam)
    await maryam.sees("۲ گروه")
    await maryam.press("۱ نفر · کلاس")
    assert "«…»" in (await maryam.sees("آموزش شطرنج")).text
    await maryam.press("بازگشت")
    await maryam.press("۲ نفر · کلاس · کلاس خیاطی")
    await maryam.sees("برای بانوان")
    await maryam.press("ساختن همین رویداد")
    await maryam.sees("عنوان رویداد چیست")
    await maryam.send("کلاس خیاطی")
    await maryam.send("فردا ۱۶")
    shown = await maryam.sees("پیش‌نمایش")
    assert "کلاس · برای بانوان" in shown.text
    assert not [message for message in bot_messages(laleh) if "رویدادی که خواسته بودید" in message.text]
    await maryam.press("انتشار")
    for person in (laleh, reza):
        await person.sees("رویدادی که خواسته بودید ساخته شد")
        await person.press("دیدن رویداد")
        await person.sees("برای بانوان")
    await settled(world)
    await other.does_not_see("رویدادی که خواسته بودید")
    await requests(maryam)
    await maryam.sees("۱ گروه")


async def test_whoever_asked_hears_of_it_once(world: World, maryam: Person) -> None:
    """Also when they follow the centre."""
    laleh = await asks(world, "لاله", "کلاس خیاطی")
    await follows(laleh, "مرکزها", GOLSHAN)
    await laleh.press("بازگشت")
    await laleh.sees(f"انتخاب‌های شما: {GOLSHAN}")
    await requests(maryam)
    await maryam.press("۱ نفر · کلاس")
    await maryam.press("ساختن همین رویداد")
    await maryam.send("کلاس خیاطی")
    await maryam.send("فردا ۱۶")
    await maryam.press("انتشار")
    await laleh.sees("رویدادی که خواسته بودید ساخته شد")
    await all_said(world)
    await laleh.does_not_see("🎭 رویداد تازه")


async def test_a_draft_that_is_dropped_leaves_the_request_where_it_was(world: World, maryam: Person) -> None:
    await asks(world, "لاله", "کلاس خیاطی")
    await requests(maryam)
    await maryam.press("۱ نفر · کلاس")
    await maryam.press("ساختن همین رویداد")
    await maryam.press("کنار گذاشتن")
    await maryam.sees("کنار گذاشته شد")
    await requests(maryam)
    await maryam.sees("۱ گروه")


async def test_a_request_is_said_in_words_and_five_times_a_month(world: World, maryam: Person) -> None:
    laleh = await asks(world, "لاله", HOSTILE)
    await ask(laleh, "خ")
    await laleh.sees("با ۳ تا ۳۰۰ حرف")
    await laleh.send("خیاطی")
    await laleh.sees("سپاس")
    for words in ("شطرنج", "نقاشی", "آشپزی"):
        await ask(laleh, words)
        await laleh.sees("سپاس")
    await ask(laleh, "یوگا")
    await laleh.sees("تا ۵ درخواست")
    await requests(maryam)
    await maryam.press("۱ نفر · کلاس · <b>")
    await maryam.sees(HOSTILE)


async def test_centres_see_what_is_asked_of_them_alone(world: World, maryam: Person) -> None:
    await asks(world, "لاله", "کلاس خیاطی")
    sohrab = await officer(world, "سهراب", "c_eshragh")
    await requests(sohrab)
    await sohrab.sees("هنوز کسی از مرکز شما چیزی نخواسته است")
    await requests(world.owner)
    await world.owner.sees("۱ گروه")

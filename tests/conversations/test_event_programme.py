"""On Thursday evening, one message with all events of the coming week, for those who prefer that."""

from datetime import datetime, timedelta

import pytest

from sandbox import Person
from tests.conftest import World
from tests.conversations.event_story import TITLE, follows, lives, officer, published
from tests.conversations.story import bot_messages, settled, until

HEAD = "برنامهٔ هفتهٔ پیش رو"


async def to_weekday(world: World, weekday: int, hour: int) -> None:
    """To the next such day and hour at the place."""
    here = datetime.fromtimestamp(world.now(), world.settings.zone)
    there = here.replace(hour=hour, minute=0, second=0) + timedelta(days=(weekday - here.weekday()) % 7)
    if there <= here:
        there += timedelta(days=7)
    world.now.move(seconds=int((there - here).total_seconds()))
    await world.tick()


@pytest.fixture
async def maryam(world: World) -> Person:
    """It is Monday morning; she has published an event on the day after the coming Thursday."""
    await to_weekday(world, 0, 10)
    maryam = await officer(world)
    await published(world, maryam, عنوان="کوهپیمایی جمعه", زمان="جمعه ۷ صبح")
    return maryam


async def weekly(world: World, name: str, **options: str) -> Person:
    person = world.telegram.person(name, **options)
    await person.start()
    await person.wait(person.chat, lambda: person.seen(person.chat, "🌿"), "no greeting")
    events = {"fa": "رویدادها", "en": "Events"}[options.get("language", "fa")]
    await person.press(f"🎭 {events}")
    await person.press({"fa": "خبرها و یادآوری‌ها", "en": "News"}[options.get("language", "fa")])
    await (await person.press({"fa": "برنامهٔ هفتگی", "en": "weekly"}[options.get("language", "fa")])).answer
    return person


def programmes(person: Person) -> int:
    return len([message for message in bot_messages(person) if HEAD in message.text])


async def test_it_comes_once_to_those_who_want_it_and_to_no_others(world: World, maryam: Person) -> None:
    laleh, reza = await weekly(world, "لاله"), world.telegram.person("رضا")
    await reza.start()
    await reza.sees("خوش آمدید")
    await to_weekday(world, 3, 18)
    message = await laleh.sees(HEAD)
    assert "۰۷:۰۰ · کوهپیمایی جمعه · سرای محلهٔ گلشن" in message.text
    await world.tick()
    await world.stop()
    await world.start()
    await world.tick()
    await settled(world)
    assert (programmes(laleh), programmes(reza)) == (1, 0)
    await laleh.press("رویدادها", at=message)
    await laleh.sees("رویدادهای این هفته")


async def test_each_gets_what_they_follow_or_all_with_their_own_sub_district_first(
    world: World, maryam: Person
) -> None:
    await published(world, world.owner, عنوان="شب شعر", زمان="شنبه ۱۷", محل="c_kowsar")
    laleh, sara, reza = await weekly(world, "لاله"), await weekly(world, "سارا"), await weekly(world, "رضا")
    await follows(laleh, "مرکزها", "سرای محلهٔ گلشن")
    await lives(sara, "ناحیه ۹", "قنات کوثر")
    await follows(reza, "نوع‌ها", "جشن")
    await to_weekday(world, 3, 18)
    chosen = (await laleh.sees(HEAD)).text
    assert "از آنچه دنبال می‌کنید" in chosen
    assert ("کوهپیمایی" in chosen, "شب شعر" in chosen) == (True, False)
    everything = (await sara.sees(HEAD)).text
    stands = [everything.index(words) for words in ("در ناحیه ۹", "شب شعر", "در جاهای دیگر", "کوهپیمایی")]
    assert stands == sorted(stands)
    await settled(world)
    await reza.does_not_see(HEAD)


async def test_it_says_what_is_within_a_week_and_not_cancelled(world: World, maryam: Person) -> None:
    laleh = await weekly(world, "لاله")
    await published(world, maryam, زمان="شنبه ۹ صبح")
    await maryam.press("لغو رویداد")
    await maryam.press("بله، لغو شود")
    await maryam.sees("لغو شد و خبر دادیم")
    await published(world, maryam, days=12, عنوان="جشن دور")
    await to_weekday(world, 3, 18)
    message = await laleh.sees(HEAD)
    assert "کوهپیمایی" in message.text
    assert TITLE not in message.text
    assert "جشن دور" not in message.text


async def test_a_week_without_events_needs_no_message(world: World, maryam: Person) -> None:
    laleh = await weekly(world, "لاله")
    await maryam.press("لغو رویداد")
    await maryam.press("بله، لغو شود")
    await maryam.sees("لغو شد و خبر دادیم")
    await to_weekday(world, 3, 18)
    await settled(world)
    await laleh.does_not_see(HEAD)


async def test_whoever_has_turned_events_off_gets_none(world: World, maryam: Person) -> None:
    laleh, reza = await weekly(world, "لاله"), await weekly(world, "رضا")
    await to_weekday(world, 3, 18)
    message = await laleh.sees(HEAD)
    await reza.sees(HEAD)
    await laleh.press("🔕", at=message)
    await laleh.sees_toast("دیگر")
    await until(lambda: message.buttons == ["🎭 رویدادها", "🔔 دوباره از رویداد تازه خبر بده"], "the other button")
    await to_weekday(world, 0, 10)
    await published(world, maryam, عنوان="شب شعر", زمان="جمعه ۱۷")
    await to_weekday(world, 3, 18)
    await reza.wait(reza.chat, lambda: programmes(reza) == 2 or None, "no second programme")
    await settled(world)
    assert programmes(laleh) == 1

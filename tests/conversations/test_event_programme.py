"""On Thursday evening, one message with all events of the coming week, for those who prefer that."""

from datetime import datetime, timedelta

import pytest

from sandbox import Person
from tests.conftest import World
from tests.conversations.eventing import DAY, TITLE, officer, published
from tests.conversations.story import bot_messages, settled

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
    await published(maryam, "/newevent\nعنوان: کوهپیمایی جمعه\nزمان: جمعه ۷ صبح\nمحل: c_golshan")
    return maryam


async def weekly(world: World, name: str, **options: str) -> Person:
    person = world.telegram.person(name, **options)
    await person.start()
    await person.wait(person.chat, lambda: person.seen(person.chat, "🌿"), 5, "no greeting")
    events = {"fa": "رویدادها", "en": "Events"}[options.get("language", "fa")]
    await person.press(f"🎭 {events}")
    await person.press({"fa": "خبرها و یادآوری‌ها", "en": "News"}[options.get("language", "fa")])
    await person.press({"fa": "برنامهٔ هفتگی", "en": "weekly"}[options.get("language", "fa")])
    await settled(world)
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


async def test_it_says_what_is_within_a_week_and_not_cancelled(world: World, maryam: Person) -> None:
    laleh = await weekly(world, "لاله")
    await published(maryam, f"/newevent\nعنوان: {TITLE}\nزمان: شنبه ۹ صبح\nمحل: c_golshan")
    await maryam.press("لغو رویداد")
    await maryam.press("بله، لغو شود")
    await maryam.sees("لغو شد و خبر دادیم")
    far = datetime.fromtimestamp(world.now() + 12 * DAY, world.settings.zone)
    await published(maryam, f"/newevent\nعنوان: جشن دور\nزمان: {far:%Y/%m/%d} 16:00\nمحل: c_golshan")
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
    await laleh.does_not_see(HEAD)


async def test_whoever_has_turned_events_off_gets_none(world: World, maryam: Person) -> None:
    laleh, reza = await weekly(world, "لاله"), await weekly(world, "رضا")
    await to_weekday(world, 3, 18)
    await laleh.sees(HEAD)
    await reza.sees(HEAD)
    await laleh.press("🔕")
    await laleh.sees_toast("دیگر")
    await to_weekday(world, 0, 10)
    await published(maryam, "/newevent\nعنوان: شب شعر\nزمان: جمعه ۱۷\nمحل: c_golshan")
    await to_weekday(world, 3, 18)
    await reza.wait(reza.chat, lambda: programmes(reza) == 2 or None, 5, "no second programme")
    await settled(world)
    assert programmes(laleh) == 1

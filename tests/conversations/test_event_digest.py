"""Managers see in their digest what takes place in their area tomorrow."""

from tests.conftest import World
from tests.conversations.event_story import TITLE, TOGETHER, comes, officer, published
from tests.conversations.story import settled


async def test_tomorrows_events_stand_in_the_digest_of_their_area(world: World) -> None:
    here, elsewhere = await world.group("n8"), await world.group("n4")
    maryam = await officer(world)
    workshop = await published(world, maryam, **TOGETHER)
    await published(world, maryam, عنوان="شب شعر", زمان="فردا ۱۸")
    await published(world, maryam, عنوان="جشن پس‌فردا", زمان="پس‌فردا ۱۰ صبح")
    laleh = world.telegram.person("لاله")
    await comes(laleh, workshop, 3)
    await world.owner.send("/digest", to=here)
    message = await world.owner.sees("رویدادهای فردا: ۲", at=here)
    assert message.contains(f"۱۶:۰۰ · {TITLE} · سرای محلهٔ گلشن · ثبت‌نام‌شده: ۳ از ۳۰")
    assert message.contains("۱۸:۰۰ · شب شعر · سرای محلهٔ گلشن · ثبت‌نام‌شده: ۰")
    assert not message.contains("جشن پس‌فردا")
    await world.owner.send("/digest", to=elsewhere)
    assert "رویدادهای فردا" not in (await world.owner.sees("خلاصهٔ روزانهٔ", at=elsewhere)).text
    await settled(world)

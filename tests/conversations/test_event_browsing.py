"""Finding events: this week, near, by centre, kind and audience; the card, its pin and its link."""

from datetime import timedelta

from tests.conftest import ELSEWHERE, PLACE, World
from tests.conversations.event_story import TITLE, comes, lives, moment, officer, opened, published, resident
from tests.conversations.story import bot_messages, settled, until

KOWSAR = "مجموعهٔ ورزشی قنات کوثر"


async def test_the_week_is_shown_first_and_what_comes_later_behind_other_buttons(world: World) -> None:
    narges = await officer(world)
    await published(world, narges, days=2, عنوان="جشن انار")
    await published(world, narges, days=20, عنوان="نمایش عروسکی")
    laleh = await resident(world, "لاله")
    await laleh.press("رویدادها")
    listed = await laleh.sees("رویدادهای این هفته")
    assert any("جشن انار" in label for label in listed.buttons)
    assert not any("نمایش عروسکی" in label for label in listed.buttons)
    await laleh.press("مرکزها")
    await laleh.press("سرای محلهٔ گلشن")
    listed = await laleh.sees("🏛 سرای محلهٔ گلشن")
    assert any("نمایش عروسکی" in label for label in listed.buttons)


async def test_a_quiet_week_shows_what_comes_next(world: World) -> None:
    narges = await officer(world)
    await published(world, narges, days=20)
    laleh = await resident(world, "لاله")
    await laleh.send("/events")
    listed = await laleh.sees("رویدادهای پیش رو")
    assert any(TITLE in label for label in listed.buttons)


async def test_nothing_to_come(world: World) -> None:
    laleh = await resident(world, "لاله")
    await laleh.send("/events")
    await laleh.sees("فعلاً رویدادی در این فهرست نیست")


async def test_lists_by_kind_and_audience(world: World) -> None:
    narges = await officer(world)
    await published(world, narges, عنوان="سفال", نوع="کارگاه", مخاطب="کودکان")
    await published(world, narges, عنوان="شطرنج", نوع="ورزش", مخاطب="سالمندان")
    laleh = await resident(world, "لاله")
    await laleh.send("/events")
    await laleh.press("نوع‌ها")
    await laleh.press("کارگاه")
    listed = await laleh.sees("🏷 کارگاه")
    assert [label for label in listed.buttons if "سفال" in label or "شطرنج" in label] == [listed.buttons[0]]
    await laleh.press("برای چه کسانی")
    await laleh.press("سالمندان")
    listed = await laleh.sees("👥 برای سالمندان")
    assert "شطرنج" in listed.buttons[0]


async def test_the_nearest_come_first(world: World) -> None:
    await published(world, world.owner, days=1, عنوان="دور", محل="c_eshragh")
    await published(world, world.owner, days=2, عنوان="نزدیک", محل="c_golshan")
    laleh = await resident(world, "لاله")
    await laleh.send("/events")
    await laleh.press("نزدیک من")
    await laleh.sees("کجا هستید؟")
    await laleh.send("نمی‌دانم")
    await laleh.sees("این محل را نشناختم")
    await laleh.send_location(*ELSEWHERE)
    listed = await laleh.sees("رویدادهای نزدیک")
    assert "نزدیک" in listed.buttons[0]
    await lives(laleh, "ناحیه ۴", "نارمک شمالی")
    await laleh.send("/events")
    await laleh.press("نزدیک من")
    await laleh.sees("رویدادهای نزدیک نارمک")


async def test_a_long_list_has_pages(world: World) -> None:
    for number in range(10):
        await published(world, world.owner, days=1 + number % 5, عنوان=f"برنامهٔ {'ابپتجچحخدذ'[number]}")
    laleh = await resident(world, "لاله")
    await laleh.send("/events")
    first = (await laleh.sees("رویدادهای این هفته")).buttons
    await (await laleh.press("بعدی")).answer
    second = (await laleh.sees("رویدادهای این هفته")).buttons
    named = {label for label in [*first, *second] if "برنامهٔ" in label}
    assert len(named) == 10
    await (await laleh.press("قبلی")).answer
    assert (await laleh.sees("رویدادهای این هفته")).buttons == first


async def test_centres_come_a_page_at_a_time_wherever_one_is_chosen(world: World) -> None:
    """The last of nine is the only one on the second page."""
    event = await published(world, world.owner, days=1, محل="c_kowsar")
    laleh = await resident(world, "لاله")
    await laleh.send("/events")
    await laleh.press("🏛 مرکزها")
    await laleh.press("بعدی", at=await laleh.sees("کدام را نشان بدهیم؟"))
    await laleh.press(KOWSAR)
    assert any(event.title in label for label in (await laleh.sees(f"🏛 {KOWSAR}")).buttons)
    await laleh.press("خبرها و یادآوری‌ها")
    await laleh.press("🏛 مرکزها", at=await laleh.sees("هنوز چیزی انتخاب نکرده‌اید"))
    await laleh.press("بعدی", at=await laleh.sees("روشن یا خاموش"))
    await (await laleh.press(KOWSAR)).answer
    await until(lambda: f"✅ {KOWSAR}" in laleh.messages[-1].buttons, "the same page, with a mark")
    await laleh.press("بازگشت")
    await laleh.press("بازگشت", at=await laleh.sees(f"انتخاب‌های شما: {KOWSAR}"))
    for label in ("درخواست برنامه", "کلاس", "همه", "بعدی", KOWSAR):
        await (await laleh.press(label)).answer
    await laleh.sees("در یکی دو جمله بنویسید")
    await world.owner.send("/newevent")
    await world.owner.send("کوهپیمایی")
    await world.owner.send("فردا ۷ صبح")
    await world.owner.sees("کدام مرکز برگزار می‌کند")
    await world.owner.press("بعدی")
    await world.owner.press(KOWSAR)
    assert (await world.owner.sees("پیش‌نمایش")).contains(KOWSAR)
    await world.owner.send("/invite officer")
    await world.owner.press("بعدی", at=await world.owner.sees("کدام مرکز باشد"))
    await world.owner.press(KOWSAR)
    assert (await world.owner.sees("پیوند دعوت")).contains(KOWSAR)
    await laleh.send("/settings")
    await laleh.press("مراکز فرهنگی")
    await laleh.press("بعدی")
    await laleh.press(f"✅ {KOWSAR}")
    await until(lambda: KOWSAR in laleh.messages[-1].buttons, "the same page, without the mark")


async def test_centres_near_home_come_first(world: World) -> None:
    laleh = await resident(world, "لاله")
    await lives(laleh, "ناحیه ۹", "مجیدآباد")
    await laleh.send("/events")
    await laleh.press("🏛 مرکزها")
    listed = (await laleh.sees("کدام را نشان بدهیم؟")).buttons
    assert listed[0] == KOWSAR
    assert len(listed) == len(set(listed)) == 8 + 2, "eight centres, the way on, and the way back"


async def test_my_events_carry_a_mark(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges)
    await published(world, narges, عنوان="جشن انار")
    laleh = await resident(world, "لاله")
    await comes(laleh, event)
    await laleh.send("/events")
    await laleh.press("رویدادهای من")
    listed = await laleh.sees("🗓 رویدادهای من")
    assert listed.buttons[0].startswith("✅")
    assert not any("جشن انار" in label for label in listed.buttons)


async def test_a_pin_says_whether_it_is_the_place_or_its_neighbourhood(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges)
    laleh = await resident(world, "لاله")
    await opened(laleh, event)
    await laleh.press("نقشه")
    pin = (await laleh.sees("سرای محلهٔ گلشن")).raw["venue"]
    assert "محدودهٔ محلهٔ" in pin["address"]
    await narges.press("نشانی")
    await narges.sees("نشانی را بنویسید یا موقعیت مکانی")
    await narges.send_location(*PLACE)
    await narges.sees("ثبت شد")
    await laleh.press("نقشه", at=await opened(laleh, event))
    pin = await laleh.wait(laleh.chat, lambda: exact(laleh), "another pin")
    assert pin == PLACE


def exact(person):  # noqa: ANN001, ANN201
    """The last pin, once it is the new one."""
    pins = [message.raw["venue"] for message in person.messages if "venue" in message.raw]
    last = pins[-1]["location"]
    return (last["latitude"], last["longitude"]) if len(pins) > 1 else None


async def test_a_card_with_a_photo_stays_one(world: World) -> None:
    narges = await officer(world)
    await narges.send("/newevent")
    await narges.send("عکاسی")
    await narges.sees("رویداد کی")
    await narges.send(moment(world, 2))
    await narges.sees("پیش‌نمایش")
    await narges.press("عکس")
    await narges.send_photo()
    await narges.sees("پیش‌نمایش")
    await narges.press("انتشار")
    await narges.sees("منتشر شد")
    laleh = await resident(world, "لاله")
    await laleh.send("/events")
    await laleh.press("عکاسی")
    await laleh.press("می‌آیم", at=await laleh.sees("🏷 برنامهٔ دیگر"))
    card = await laleh.sees("نام شما ثبت شده است")
    assert "photo" in card.raw
    await laleh.press("همهٔ رویدادها")
    assert "photo" not in (await laleh.sees("رویدادهای این هفته")).raw


async def test_a_card_can_be_shared_by_its_link(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges)
    laleh = await resident(world, "لاله")
    card = await opened(laleh, event)
    (url,) = [cell["url"] for row in card.raw["reply_markup"]["inline_keyboard"] for cell in row if "url" in cell]
    assert f"start%3De{event.id}" in url
    assert timedelta(seconds=event.starts - world.now()) < timedelta(days=4)


async def test_whoever_comes_by_a_link_is_greeted_first_and_sees_the_event(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges)
    emma = world.telegram.person("Emma", language="en")
    await opened(emma, event)
    said = bot_messages(emma)
    assert "Emma" in said[0].text
    assert emma.chat.keyboard
    assert TITLE in said[1].text
    world.now.move(seconds=1)
    await opened(emma, event)
    await settled(world)
    assert len(bot_messages(emma)) == 3, "greeted once"

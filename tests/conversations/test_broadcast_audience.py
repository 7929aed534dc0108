"""Whom a broadcast is for: every kind of rule, rules together, saved ones."""

from storage.audience.rules import Rule
from tests.conftest import World
from tests.conversations.announcing import DONE, NEWS, announce, compose, draft, received, resident
from tests.conversations.story import file, until


async def menu(world: World) -> None:
    """The page on which rules are chosen."""
    await compose(world)
    await world.owner.press("گیرندگان")
    await world.owner.sees("برای چه کسانی")


async def audience(world: World) -> list[Rule]:
    return (await draft(world)).audience


async def test_areas_from_the_sub_district_to_the_neighbourhood(world: World) -> None:
    laleh, reza = await resident(world, "لاله"), await resident(world, "رضا")
    await file(laleh)  # in narmak_shomali
    await menu(world)
    await world.owner.press("محل زندگی")
    await world.owner.sees("ساکنان کجا؟")
    await world.owner.press("ناحیه ۴")
    page = await world.owner.sees("ساکنان کجا؟")
    await until(lambda: "✅ ناحیه ۴" in page.buttons, "the mark")
    await world.owner.press("شرط‌های دیگر")
    chosen = await world.owner.sees("ساکنان ناحیه ۴")
    assert chosen.contains("اکنون ۱ نفر")
    await world.owner.press("محل زندگی")
    await world.owner.sees("ساکنان کجا؟")
    inside = next(row[1] for row in page.keyboard if row[0]["text"] == "✅ ناحیه ۴")
    world.owner.post_press(page, inside)
    await world.owner.press("نارمک شمالی")
    await until(lambda: any("✅ نارمک شمالی" in label for label in page.buttons), "the mark inside")
    await world.owner.press("بازگشت", at=page)
    await world.owner.press("ناحیه ۴")
    await world.owner.press("شرط‌های دیگر")
    await world.owner.press("تأیید گیرندگان")
    await world.owner.sees("گیرندگان: ساکنان نارمک شمالی")
    assert await audience(world) == [Rule("area", ["narmak_shomali"])]
    await world.owner.press("ارسال")
    await laleh.sees(NEWS)
    await world.owner.sees(DONE)
    assert not received(reza, NEWS)


async def test_languages_together_with_days(world: World) -> None:
    await resident(world, "John", language="en")
    await menu(world)
    await world.owner.press("زبان")
    await world.owner.press("English")
    await world.owner.press("العربية")
    await world.owner.press("شرط‌های دیگر")
    await world.owner.sees("زبان: English، العربية")
    await world.owner.press("فعال‌ها")
    await world.owner.sees("شمار روزها")
    await world.owner.press("۳۰ روز")
    await world.owner.press("شرط‌های دیگر")
    both = await world.owner.sees("زبان: English، العربية؛ فعال در ۳۰ روز گذشته")
    assert both.contains("اکنون ۱ نفر")
    await world.owner.press("🗑 زبان")
    left = await world.owner.sees("گیرندگان: فعال در ۳۰ روز گذشته")
    assert left.contains("اکنون ۲ نفر")
    await world.owner.press("🗑 فعال")
    await until(lambda: not left.contains("گیرندگان"), "no rule is left")
    assert await audience(world) == []


async def test_days_typed_in_any_digits(world: World) -> None:
    await menu(world)
    await world.owner.press("فعال‌ها")
    await world.owner.sees("شمار روزها")
    await world.owner.send("۰")
    await world.owner.sees("عددی از ۱ تا")
    await world.owner.send("٤٥")
    await world.owner.sees("فعال در ۴۵ روز گذشته")
    assert await audience(world) == [Rule("active", 45)]


async def test_words_where_days_are_awaited_are_a_report(world: World) -> None:
    await menu(world)
    await world.owner.press("فعال‌ها")
    await world.owner.sees("شمار روزها")
    await world.owner.send("سر کوچه چاله هست")
    await world.owner.sees("کجاست")


async def test_topics_and_centres(world: World) -> None:
    laleh = await resident(world, "لاله")
    await laleh.send("/settings")
    await laleh.press("مراکز فرهنگی")
    await laleh.press("گلشن")
    await until(lambda: any(label.startswith("✅") for label in laleh.messages[-1].buttons), "the mark")
    await menu(world)
    await world.owner.press("مراکز فرهنگی")
    await world.owner.press("گلشن")
    await world.owner.press("شرط‌های دیگر")
    chosen = await world.owner.sees("گیرندگان: دنبال‌کنندگان")
    assert chosen.contains("اکنون ۱ نفر")
    await world.owner.press("موضوع‌ها")
    await world.owner.press("رویدادها", at=chosen)
    await world.owner.press("شرط‌های دیگر")
    await world.owner.sees("شنوندگان رویدادها")
    assert [rule.kind for rule in await audience(world)] == ["interest", "topic"]


async def test_reporters_by_group_and_by_category(world: World) -> None:
    laleh = await resident(world, "لاله")
    await file(laleh)
    await menu(world)
    city = world.app.house.city if world.app else None
    assert city
    await world.owner.press("گزارش‌دهندگان")
    page = await world.owner.sees("گزارش داده یا")
    await world.owner.press(city.groups["roads"].name["fa"])
    await world.owner.press("همهٔ این گروه")
    await until(lambda: "✅ همهٔ این گروه" in page.buttons, "the whole group")
    await world.owner.press("شرط‌های دیگر")
    chosen = await world.owner.sees(f"گزارش‌دهندگان {city.groups['roads'].details['emoji']}")
    assert chosen.contains("اکنون ۱ نفر")
    await world.owner.press("📝 گزارش‌دهندگان", at=chosen)
    await world.owner.sees("گزارش داده یا")
    await world.owner.press(city.groups["roads"].name["fa"])
    await world.owner.press("همهٔ این گروه")
    await until(lambda: "همهٔ این گروه" in page.buttons, "none of the group")
    await world.owner.press("لکه‌گیری آسفالت", at=page)
    await until(lambda: "✅ لکه‌گیری آسفالت" in page.buttons, "one of the group")
    assert len((await audience(world))[0].value) == 1
    await world.owner.press("بازگشت", at=page)
    await world.owner.sees("گزارش داده یا")


async def test_whom_an_earlier_one_has_not_reached(world: World) -> None:
    laleh = await resident(world, "لاله")
    await announce(world, "نخست")
    await world.owner.sees(DONE)
    reza = await resident(world, "رضا")
    await menu(world)
    await world.owner.press("پیام‌نگرفته‌ها")
    await world.owner.press("نخست")
    await world.owner.press("شرط‌های دیگر")
    chosen = await world.owner.sees("کسانی که پیام ۱ به آن‌ها نرسیده است")
    assert chosen.contains("اکنون ۱ نفر")
    await world.owner.press("تأیید گیرندگان")
    await world.owner.press("ارسال")
    await reza.sees(NEWS)
    await world.owner.sees(DONE)
    assert not received(laleh, NEWS)


async def test_saved_audiences(world: World) -> None:
    await menu(world)
    await world.owner.press("ذخیره‌شده‌ها")
    await world.owner.sees("هنوز گیرندگانی ذخیره نشده")
    await world.owner.press("بازگشت")
    await world.owner.press("زبان")
    await world.owner.press("English")
    await world.owner.press("شرط‌های دیگر")
    await world.owner.press("ذخیرهٔ این گیرندگان")
    await world.owner.sees("نامی برای این گیرندگان")
    await world.owner.send("مهمانان <b>")
    await world.owner.sees("مهمانان <b>")
    await menu(world)
    await world.owner.press("ذخیره‌شده‌ها")
    await world.owner.press("مهمانان <b>")
    await world.owner.sees("زبان: English")
    assert await audience(world) == [Rule("language", ["en"])]
    await world.owner.press("ذخیره‌شده‌ها")
    await world.owner.press("حذف")
    await world.owner.sees("هنوز گیرندگانی ذخیره نشده")


async def test_long_lists_have_pages(world: World) -> None:
    await menu(world)
    await world.owner.press("گزارش‌دهندگان")
    page = await world.owner.sees("گزارش داده یا")
    first = list(page.buttons)
    await world.owner.press("بعدی")
    await until(lambda: page.buttons[0] not in first, "the second page")
    await world.owner.press("قبلی")
    await until(lambda: page.buttons == first, "the first page")

"""«تنظیمات»: what residents want to hear of, where they live, which centres they follow."""

from storage import people
from tests.conftest import World
from tests.conversations.announcing import resident
from tests.conversations.story import until
from tests.conversations.test_roles import rows


async def test_topics_are_turned_off_and_on(world: World) -> None:
    laleh = await resident(world, "لاله")
    await laleh.press("تنظیمات")
    await laleh.sees("خبرها از: اطلاعیه‌ها، رویدادها، نظرسنجی‌ها، آموزش، خبرهای محله")
    await laleh.press("موضوع خبرها")
    page = await laleh.sees("از چه چیزهایی")
    await laleh.press("رویدادها", at=page)
    await until(lambda: "🔕 رویدادها" in page.buttons, "off")
    await laleh.press("بازگشت")
    await laleh.sees("خبرها از: اطلاعیه‌ها، نظرسنجی‌ها")
    assert await rows(world, "SELECT topic FROM topic_off") == [("events",)]
    await laleh.press("موضوع خبرها")
    await laleh.press("رویدادها", at=page)
    await until(lambda: "🔔 رویدادها" in page.buttons, "on")
    for topic in ("اطلاعیه‌ها", "رویدادها", "نظرسنجی‌ها", "آموزش", "خبرهای محله"):
        await laleh.press(topic, at=page)
        await until(lambda topic=topic: f"🔕 {topic}" in page.buttons, "off")  # type: ignore[misc]
    await laleh.press("بازگشت")
    await laleh.sees("خبرها از: هیچ‌کدام")


async def test_the_neighbourhood(world: World) -> None:
    laleh = await resident(world, "لاله")
    await laleh.press("تنظیمات")
    await laleh.sees("محلهٔ من: گفته نشده")
    await laleh.press("محلهٔ من")
    page = await laleh.sees("در کدام محله")
    assert any("ناحیه ۴" in label and "نارمک شمالی" in label for label in page.buttons), (
        "people know their neighbourhood"
    )
    await laleh.press("ناحیه ۴")
    await until(lambda: "نارمک شمالی" in page.buttons, "its neighbourhoods")
    await laleh.press("بازگشت")
    await until(lambda: "نارمک شمالی" not in page.buttons, "back")
    await laleh.press("ناحیه ۴")
    await until(lambda: "نارمک شمالی" in page.buttons, "its neighbourhoods")
    await laleh.press("نارمک شمالی")
    await laleh.sees("محلهٔ من: نارمک شمالی")
    assert await home(world, laleh.id) == "narmak_shomali"
    await laleh.send("سلام")
    await laleh.sees("خوشحالیم که اینجایید")
    assert await home(world, laleh.id) == "narmak_shomali"
    await laleh.press("محلهٔ من")
    await laleh.press("ترجیح می‌دهم نگویم")
    await laleh.sees("محلهٔ من: گفته نشده")
    assert await home(world, laleh.id) == ""


async def home(world: World, person: int) -> str:
    assert world.app
    async with world.app.database.transaction() as tx:
        found = await people.get(tx, person)
    assert found
    return found.home


async def test_centres(world: World) -> None:
    laleh = await resident(world, "لاله")
    await laleh.press("تنظیمات")
    await laleh.sees("مراکزی که دنبال می‌کنم: هیچ‌کدام")
    await laleh.press("مراکز فرهنگی")
    page = await laleh.sees("کدام مراکز")
    name = page.buttons[0]
    await laleh.press(name, at=page)
    await until(lambda: f"✅ {name}" in page.buttons, "followed")
    await laleh.press("بازگشت")
    await laleh.sees(f"مراکزی که دنبال می‌کنم: {name}")
    await laleh.press("مراکز فرهنگی")
    await laleh.press(name, at=page)
    await until(lambda: name in page.buttons, "not followed any more")


async def test_forged_settings(world: World) -> None:
    laleh = await resident(world, "لاله")
    await laleh.press("تنظیمات")
    page = await laleh.sees("تنظیمات شما")
    for data in ("settings:live:nowhere", "settings:live:n4", "settings:topic:x", "settings:centre:x", "settings:x",
                 "settings:around:thr4", "settings:language:xx"):  # fmt: skip
        answer = await laleh.post_press(page, {"text": "x", "callback_data": data}).answer
        assert "دیگر کار نمی‌کند" in answer.text, data
    assert await home(world, laleh.id) == ""


async def test_the_language_that_is_spoken_is_marked(world: World) -> None:
    laleh = await resident(world, "لاله")
    await laleh.press("تنظیمات")
    page = await laleh.sees("تنظیمات شما")
    assert page.buttons[:3] == ["✅ فارسی", "English", "العربية"]
    await laleh.press("English")
    await until(lambda: page.buttons[:3] == ["فارسی", "✅ English", "العربية"], "the mark")


async def test_thanks_are_welcome(world: World) -> None:
    laleh = await resident(world, "لاله")
    await laleh.send("مرسی")
    await laleh.sees("خواهش می‌کنم")

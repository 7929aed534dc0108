"""A draft outlives restarts and other business, but not two days; limits keep it."""

from tests.conftest import ELSEWHERE, PLACE, World, make_world
from tests.conversations.story import KIND, POTHOLE, file, preview, team


async def test_a_draft_survives_a_restart_and_is_offered_again(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_photo(caption=POTHOLE)
    await laleh.sees("کجاست")
    await world.stop()
    await world.start()
    await laleh.start()
    offered = await laleh.sees("نیمه‌تمام")
    assert "چاله‌ی گنده" in offered.text
    await laleh.press("ادامهٔ گزارش")
    await laleh.sees("کجاست")
    assert offered.buttons == []
    await world.stop()
    await world.start()
    await laleh.send_location(*PLACE)
    await laleh.press(KIND)
    await laleh.sees("پیش‌نمایش")
    await world.stop()
    await world.start()
    await laleh.press("ارسال گزارش")
    await laleh.sees("کد رهگیری")


async def test_a_finished_draft_is_offered_as_its_preview(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await preview(laleh)
    await laleh.send("/report")
    offered = await laleh.sees("نیمه‌تمام")
    await laleh.press("ادامهٔ گزارش")
    assert (await laleh.sees("پیش‌نمایش")).id == offered.id


async def test_a_new_report_instead(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await preview(laleh)
    await laleh.send("/report")
    await laleh.press("گزارش تازه")
    await laleh.sees("همین‌جا بفرستید")
    await laleh.send("چراغ کوچه خاموش است")
    await laleh.send_location(*ELSEWHERE)
    await laleh.press("خاموشی چراغ معبر")
    assert "چاله" not in (await laleh.sees("پیش‌نمایش")).text


async def test_it_is_gone_after_two_days(world: World) -> None:
    laleh = world.telegram.person("لاله")
    shown = await preview(laleh)
    world.now.move(days=1, hours=23)
    await laleh.send("/report")
    await laleh.sees("نیمه‌تمام")
    world.now.move(hours=2)
    press = await laleh.press("ارسال گزارش", at=shown)
    assert "پیش‌تر فرستاده یا لغو" in (await press.answer).text
    await laleh.send("/report")
    await laleh.sees("همین‌جا بفرستید")
    await world.tick()
    await laleh.send("/reports")
    await laleh.sees("هنوز گزارشی")


async def test_what_is_written_after_two_days_is_no_landmark(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_photo(caption=POTHOLE)
    await laleh.sees("کجاست")
    world.now.move(days=3)
    await laleh.send("چراغ کوچه خاموش است")
    await laleh.sees("کجاست")
    await laleh.send_location(*PLACE)
    await laleh.press("خاموشی چراغ معبر")
    assert "عکس" not in (await laleh.sees("پیش‌نمایش")).text


async def test_other_business_leaves_the_draft_alone(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.laleh.send("چراغ کوچه خاموش است")
    await four.laleh.sees("کجاست")
    await four.done(code)
    await four.laleh.press("تا حدی")
    await four.laleh.sees("مانده است")
    await four.laleh.press("انصراف")
    await four.laleh.sees("نیمه‌تمام")
    await four.laleh.press("ادامهٔ گزارش")
    await four.laleh.sees("کجاست")
    await four.laleh.send(code)
    await four.laleh.sees("وضعیت")
    await four.laleh.send_location(*ELSEWHERE)
    await four.laleh.press("خاموشی چراغ معبر")
    await four.laleh.press("ارسال گزارش")
    await four.laleh.sees("کد رهگیری")


async def test_five_in_ten_minutes_by_default_and_the_draft_is_kept(database_url: str) -> None:
    async with make_world(database_url, reports_in_ten_minutes=2, reports_a_day=3) as world:
        await world.start()
        laleh = world.telegram.person("لاله")
        kinds = [
            ("چراغ کوچه خاموش است", "خاموشی چراغ معبر"), ("درخت‌ها هرس لازم دارند", "هرس درختان"),
            ("جوی آب پر از لجن است، لایروبی کنید", "لایروبی جوی"), (POTHOLE, KIND),
        ]  # fmt: skip
        for text, kind in kinds[:2]:
            await file(laleh, text, kind)
        await preview(laleh, *kinds[2])
        await laleh.press("ارسال گزارش")
        assert "۲ گزارش" in (await laleh.sees("ده دقیقهٔ گذشته")).text
        world.now.move(seconds=601)
        await laleh.press("ارسال گزارش")
        await laleh.sees("کد رهگیری")
        await preview(laleh, *kinds[3])
        await laleh.press("ارسال گزارش")
        assert "۳ گزارش" in (await laleh.sees("۲۴ ساعت")).text
        world.now.move(days=1)
        await laleh.press("ارسال گزارش")
        await laleh.sees("کد رهگیری")

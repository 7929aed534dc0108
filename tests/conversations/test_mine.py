"""«گزارش‌های من» and tracking codes: what somebody can see and do afterwards."""

from locales.text import digits
from tests.conftest import ELSEWHERE, World
from tests.conversations.story import KIND, POTHOLE, code_in, file, preview, settled, team


async def test_a_code_in_any_digits_opens_the_report_to_its_followers_only(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    for typed in (
        code, code.replace("-", ""), digits(code, "fa"), digits(code, "ar").replace("-", " "), f"{code}.",
        f"سلام، گزارش {digits(code, 'fa')} به کجا رسید؟",
    ):  # fmt: skip
        await four.laleh.send(typed)
        assert code in (await four.laleh.sees("وضعیت: ثبت‌شده")).text
    reza = world.telegram.person("رضا")
    await reza.send(code)
    answer = await reza.sees("پیدا نشد")
    assert KIND not in answer.text
    await reza.send("/reports")
    await reza.sees("هنوز گزارشی")


async def test_a_code_opens_in_the_middle_of_other_things(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.laleh.send("چراغ کوچه خاموش است")
    await four.laleh.sees("کجاست")
    await four.laleh.send(digits(code, "fa"))
    await four.laleh.sees("وضعیت")
    await four.laleh.send_location(*ELSEWHERE)
    await four.laleh.sees("خاموشی چراغ معبر")


async def test_a_mistyped_code_is_no_report(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send("1234-5678")
    assert "وضعیت" not in (await laleh.sees("کجاست")).text


async def test_state_and_time_line(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.ali.press("بررسی می‌کنم", at=four.group)
    await four.laleh.sees("بررسی گزارش")
    await four.laleh.press("گزارش‌های من")
    entry = (await four.laleh.sees("گزارش‌های شما")).buttons[0]
    assert "در دست بررسی" in entry
    await four.laleh.press(KIND)
    text = (await four.laleh.sees(code)).text
    for part in ("وضعیت: در دست بررسی", "مهلت رسیدگی: تا", "ناحیه ۴", "چاله‌ی گنده", "گزارش ثبت شد", "بررسی آغاز شد"):
        assert part in text
    await four.laleh.press("بازگشت")
    await four.laleh.sees("گزارش‌های شما")


async def test_pages(world: World) -> None:
    laleh = world.telegram.person("لاله")
    for number in range(10):
        await preview(laleh, caption=f"{POTHOLE} {number}", place=(35.72 + number / 500, 51.5))
        await laleh.press("ارسال گزارش")
        await laleh.sees("کد رهگیری")
    await laleh.send("/reports")
    first = await laleh.sees("گزارش‌های شما")
    assert len(first.buttons) == 9
    await laleh.press("قدیمی‌ترها")
    await laleh.wait(laleh.chat, lambda: len(first.buttons) == 3 or None, "the second page")
    await laleh.press("تازه‌ترها")
    await laleh.wait(laleh.chat, lambda: len(first.buttons) == 9 or None, "the first page")


async def test_more_words_and_photos_reach_the_group_under_the_card(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.laleh.send(code)
    await four.laleh.press("افزودن")
    await four.laleh.sees("مستقیم به مدیران")
    await four.laleh.send_photo(caption="از نزدیک")
    thanks = await four.laleh.sees("به مدیران رسید")
    assert len(thanks.buttons) == 6
    added = await four.ali.sees("از نزدیک", at=four.group)
    assert added.reply_to == await four.card(code)
    await four.ali.wait(four.group.chat, lambda: len([m for m in four.group.messages if m.photo]) == 2 or None, "photo")
    await four.laleh.send("سلام")
    await four.laleh.sees("عکس یا شرح")


async def test_an_album_is_added_with_one_thanks(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.laleh.send(code)
    await four.laleh.press("افزودن")
    await four.laleh.send_album(3, caption="سه عکس دیگر")
    await four.laleh.sees("به مدیران رسید")
    await four.ali.wait(
        four.group.chat, lambda: len([m for m in four.group.messages if m.photo]) == 4 or None, "photos"
    )
    await settled(world)
    assert sum(message.contains("اضافه شد") for message in four.laleh.messages) == 1
    assert sum(message.contains("افزود:") for message in four.group.messages) == 1
    await four.laleh.send("چراغ کوچه خاموش است")
    await four.laleh.sees("کجاست")


async def test_a_report_that_closes_within_an_album(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.laleh.send(code)
    await four.laleh.press("افزودن")
    await four.laleh.send_photo(caption="دو عکس", more={"media_group_id": "7"})
    await four.laleh.sees("به مدیران رسید")
    await four.ali.press("عدم امکان رسیدگی", at=await four.card(code))
    await four.ali.press("اعتبار", at=await four.ali.sees("دلیل عدم امکان", at=four.group))
    await four.laleh.sees("مقدور نیست")
    await four.laleh.send_photo(more={"media_group_id": "7"})
    await four.laleh.sees("بسته شده است و دیگر چیزی")


async def test_a_reply_to_any_news_belongs_to_that_report(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.ali.press("در حال رسیدگی", at=four.group)
    news = await four.laleh.sees("رسیدگی به گزارش")
    await four.laleh.reply(news, "ممنون، فقط زودتر")
    await four.laleh.sees("به مدیران رسید")
    assert (await four.ali.sees("فقط زودتر", at=four.group)).reply_to == await four.card(code)


async def test_the_place_can_be_added(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.laleh.send(code)
    await four.laleh.press("افزودن")
    await four.laleh.send_location(35.7365, 51.5047)
    await four.laleh.sees("به مدیران رسید")
    await four.ali.sees("35.73650", at=four.group)
    await four.ali.wait(
        four.group.chat, lambda: len([m for m in four.group.messages if m.location]) == 2 or None, "pin"
    )


async def test_turning_to_the_menu_ends_the_addition(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    for turn in ("/help", "/reports", "/settings", "/start"):
        await four.laleh.send(code)
        await four.laleh.press("افزودن")
        await four.laleh.send(turn)
    await four.laleh.send("چراغ کوچه خاموش است")
    await four.laleh.sees("کجاست")
    await settled(world)
    await four.ali.does_not_see("چراغ", at=four.group, for_=0.1)


async def test_a_day_later_it_is_something_new(world: World) -> None:
    four = await team(world)
    await four.laleh.send(await four.filed())
    await four.laleh.press("افزودن")
    await four.laleh.sees("مستقیم")
    world.now.move(days=2)
    await four.laleh.send("چراغ کوچه خاموش است")
    await four.laleh.sees("کجاست")


async def test_withdrawing(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.laleh.send(code)
    opened = await four.laleh.sees("وضعیت")
    await four.laleh.press("پس گرفتن گزارش")
    await four.laleh.sees("پس می‌گیرید؟")
    await four.laleh.press("بازگشت")
    await four.laleh.sees("وضعیت")
    old = opened.keyboard[0]
    await four.laleh.press("پس گرفتن گزارش")
    await four.laleh.press("بله")
    await four.laleh.sees("پس گرفته شد")
    await four.ali.sees("لغوشده", at=four.group)
    assert (await four.card(code)).buttons == []
    for button in old:
        press = four.laleh.post_press(opened, button)
        await press.answer
    await four.laleh.send(code)
    assert (await four.laleh.sees("لغوشده")).buttons == ["↩️ بازگشت"]
    await four.laleh.reply(await four.laleh.sees("لغوشده"), "باز هم هست")
    await four.laleh.sees("بسته شده است")


async def test_of_strangers_nothing_can_be_opened(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.laleh.send(code)
    opened = await four.laleh.sees("وضعیت")
    reza = world.telegram.person("رضا")
    for row in opened.keyboard:
        for button in row:
            if "page" not in button["callback_data"]:
                press = reza.post_press(opened, button)
                assert "پیدا نشد" in (await press.answer).text
    await settled(world)
    assert "ثبت‌شده" in (await four.card(code)).text


async def test_a_long_life_fits_into_a_message(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    for number in range(30):
        await four.laleh.send(code)
        await four.laleh.press("افزودن")
        await four.laleh.send(f"{number} " + "خیلی مهم است " * 30)
        await four.laleh.sees("به مدیران رسید")
    await four.laleh.send(code)
    text = (await four.laleh.sees("وضعیت")).text
    assert len(text) <= 4096
    assert "29 خیلی" in text


async def test_additions_of_others_stay_between_them_and_the_managers(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.laleh.send(code)
    await four.laleh.press("افزودن")
    await four.laleh.send("خانه‌ی ما پلاک ۷ است")
    await four.laleh.sees("به مدیران رسید")
    reza = world.telegram.person("رضا")
    await reza.send_photo(caption="چاله هست")
    await reza.send_location(35.7365, 51.5046)
    await reza.press(KIND)
    await reza.press("همین مشکل است")
    assert code_in(await reza.sees("پیوستید")) == code
    await reza.send(code)
    assert "پلاک" not in (await reza.sees("توضیح اضافه شد")).text
    assert await file(reza, place=ELSEWHERE)


async def test_a_question_can_be_left_and_its_button_ends_nothing_else(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.laleh.send(code)
    await four.laleh.press("افزودن")
    asked = await four.laleh.sees("مستقیم به مدیران")
    assert four.laleh.chat.keyboard, "the menu stays"
    assert len(four.laleh.chat.keyboard["keyboard"]) == 3
    old = asked.keyboard[0][0]
    await four.laleh.press("انصراف")
    await four.laleh.sees("لغو شد")
    await four.laleh.send("چراغ کوچه خاموش است")
    await four.laleh.sees("کجاست")
    assert "دیگر کار نمی‌کند" in (await four.laleh.post_press(asked, old).answer).text
    await four.laleh.send_location(*ELSEWHERE)
    await four.laleh.sees("خاموشی چراغ معبر")


async def test_beginning_and_thinking_better_of_it(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.start()
    await laleh.press("ثبت گزارش")
    begun = await laleh.sees("همین‌جا بفرستید")
    await laleh.press("انصراف")
    await laleh.sees("لغو شد")
    assert begun.buttons == []

"""«انجام شد» is what managers say; whether it is so, the resident says."""

from tests.conftest import World
from tests.conversations.story import KIND, settled, team


async def test_partly_asks_what_is_missing(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.done(code)
    await four.laleh.press("تا حدی")
    await four.laleh.sees("چه چیزی هنوز مانده")
    assert (await four.ali.sees("تا حدی رفع شده", at=four.group)).reply_to == await four.card(code)
    await four.laleh.send_photo(caption="نصفش مانده")
    await four.laleh.sees("به مدیران گفته شد")
    await four.ali.sees("نصفش مانده", at=four.group)
    card = await four.card(code)
    assert "تا حدی رفع‌شده" in card.text
    assert "انجام شد" in "".join(card.buttons)
    await four.done(code, "بقیه هم پر شد")
    await four.laleh.press("رفع شده")
    await four.laleh.sees("خوشحالیم")


async def test_not_fixed_reopens_and_tells_the_managers(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.done(code)
    await four.laleh.press("رفع نشده")
    await four.laleh.sees("دوباره باز شد")
    assert (await four.ali.sees("رفع نشده است", at=four.group)).reply_to == await four.card(code)
    card = await four.card(code)
    assert "بازگشایی" in card.text
    await four.laleh.send("هنوز گود است")
    await four.ali.sees("هنوز گود است", at=four.group)
    await four.sara.press("بررسی می‌کنم", at=card)
    await four.laleh.sees("بررسی گزارش")
    await four.ali.send("/digest", to=four.group)
    assert "باز: ۱" in (await four.ali.sees("خلاصهٔ روزانه", at=four.group)).text


async def test_the_answer_can_wait_in_my_reports(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.done(code)
    await four.laleh.send("/reports")
    await four.laleh.press(KIND)
    opened = await four.laleh.sees("وضعیت: انجام‌شده")
    await four.laleh.press("رفع شده", at=opened)
    await four.laleh.sees("خوشحالیم")
    asked = next(message for message in four.laleh.messages if message.contains("رفع شده است؟"))
    press = await four.laleh.press("رفع نشده", at=asked)
    assert "رفع و بسته شد" in (await press.answer).text
    await four.laleh.wait(four.laleh.chat, lambda: asked.buttons == [] or None, "buttons are gone")


async def test_words_instead_of_a_button_are_passed_on(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.done(code)
    asked = await four.laleh.sees("رفع شده است؟")
    await four.laleh.reply(asked, "هنوز یک گوشه‌اش مانده")
    await four.laleh.sees("اضافه شد")
    await four.ali.sees("یک گوشه‌اش", at=four.group)
    await four.laleh.press("تا حدی")
    await four.laleh.sees("مانده است")
    assert code


async def test_a_week_of_silence_confirms(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.done(code)
    world.now.move(days=6, hours=23)
    await world.tick()
    await settled(world)
    assert "انجام‌شده" in (await four.card(code)).text
    world.now.move(hours=2)
    await world.tick()
    await four.laleh.sees("یک هفته بدون پاسخ")
    await four.ali.sees("رفع و بسته شد", at=four.group)
    press = await four.laleh.press("رفع نشده")
    assert "رفع و بسته شد" in (await press.answer).text


async def test_who_adds_something_is_not_silent(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.done(code)
    await four.laleh.reply(await four.laleh.sees("رفع شده است؟"), "فقط نصفش را درست کرده‌اند")
    thanks = await four.laleh.sees("اضافه شد")
    world.now.move(days=8)
    await world.tick()
    await settled(world)
    assert "انجام‌شده" in (await four.card(code)).text
    await four.laleh.press("تا حدی", at=thanks)
    await four.laleh.sees("مانده است")


async def test_silence_after_an_answer_confirms_nothing(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.done(code)
    await four.laleh.press("رفع نشده")
    await four.laleh.sees("دوباره باز شد")
    world.now.move(days=8)
    await world.tick()
    await settled(world)
    assert "بازگشایی" in (await four.card(code)).text
    await four.done(code)
    world.now.move(days=3)
    await world.tick()
    await settled(world)
    assert "انجام‌شده" in (await four.card(code)).text


async def test_the_photo_of_the_result_reaches_the_resident(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    before = sum(bool(message.photo) for message in four.laleh.messages)
    await four.done(code)
    await four.laleh.wait(
        four.laleh.chat, lambda: sum(bool(m.photo) for m in four.laleh.messages) == before + 1 or None, "the photo"
    )


async def test_only_followers_answer(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.done(code)
    asked = await four.laleh.sees("رفع شده است؟")
    reza = world.telegram.person("رضا")
    press = reza.post_press(asked, asked.keyboard[0][0])
    assert "پیدا نشد" in (await press.answer).text
    await settled(world)
    assert "انجام‌شده" in (await four.card(code)).text

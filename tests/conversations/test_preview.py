"""The preview: every part can be changed, a name left out, the whole dropped; old buttons say what they are."""

from tests.conftest import ELSEWHERE, OWNER, World
from tests.conversations.story import HOSTILE, KIND, code_in, file, preview, settled, team


async def test_new_words(world: World) -> None:
    laleh = world.telegram.person("لاله")
    shown = await preview(laleh)
    await laleh.press("ویرایش")
    await laleh.press("متن")
    await laleh.sees("متن تازه")
    await laleh.send("دو چاله کنار هم")
    second = await laleh.sees("دو چاله کنار هم")
    assert "چاله‌ی گنده" not in second.text
    assert shown.buttons == []
    await laleh.press("ارسال گزارش")
    await laleh.sees("کد رهگیری")


async def test_thinking_better_of_new_words(world: World) -> None:
    laleh = world.telegram.person("لاله")
    shown = await preview(laleh)
    await laleh.press("ویرایش")
    await laleh.press("متن")
    await laleh.press("بازگشت")
    await laleh.sees("چاله‌ی گنده")
    await laleh.press("ویرایش")
    await laleh.press("بازگشت")
    await laleh.press("ارسال گزارش")
    await laleh.sees("کد رهگیری")
    assert shown.buttons == []


async def test_a_new_place(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await preview(laleh)
    await laleh.press("ویرایش")
    await laleh.press("📍 محل")
    await laleh.sees("کجاست")
    await laleh.send_location(*ELSEWHERE)
    assert "گلشن" in (await laleh.sees("پیش‌نمایش")).text


async def test_a_new_category(world: World) -> None:
    laleh = world.telegram.person("لاله")
    shown = await preview(laleh)
    await laleh.press("ویرایش")
    await laleh.press("دسته")
    await laleh.press("بازگشت", at=await laleh.sees("به نظر می‌رسد"))
    await laleh.sees("پیش‌نمایش")
    await laleh.press("ویرایش")
    await laleh.press("دسته")
    await laleh.press("همهٔ دسته‌ها")
    await laleh.press("فضای سبز")
    await laleh.press("هرس درختان")
    assert "هرس درختان" in (await laleh.sees("پیش‌نمایش")).text
    assert shown.contains("هرس درختان"), "all in one message"


async def test_new_photos(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await preview(laleh)
    await laleh.press("ویرایش")
    await laleh.press("عکس‌ها")
    await laleh.sees("جای قبلی‌ها")
    await laleh.send_album(2)
    await laleh.sees("۲ عکس")
    await laleh.press("ویرایش")
    await laleh.press("عکس‌ها")
    await laleh.press("بدون عکس")
    assert "عکس" not in (await laleh.sees("پیش‌نمایش")).text
    await laleh.press("ارسال گزارش")
    await laleh.sees("کد رهگیری")


async def test_without_a_name(world: World) -> None:
    four = await team(world)
    laleh = four.laleh
    await preview(laleh, caption=f"{KIND}، شماره من 09121234567 است")
    await laleh.press("بدون نام")
    await laleh.sees("مدیران نام شما را نمی‌بینند")
    await laleh.press("با نام")
    await laleh.sees("به نام لاله")
    await laleh.press("بدون نام")
    await laleh.press("ارسال گزارش")
    code = code_in(await laleh.sees("کد رهگیری"))
    await four.card(code)
    await laleh.press("گزارش‌های من")
    await laleh.press(KIND)
    await laleh.press("افزودن")
    await laleh.send("تلفنم ۰۹۱۲ ۱۲۳ ۴۵۶۷ است، حاجی")
    await laleh.sees("اضافه شد")
    await four.ali.sees("حاجی", at=four.group)
    await four.ali.press("پرسش از شهروند", at=await four.card(code))
    await four.ali.reply(await four.ali.sees("پاسخ به همین", at=four.group), "کدام سمت؟")
    await laleh.sees("کدام سمت")
    await laleh.press("پاسخ می‌دهم")
    await laleh.send("سمت راست، زنگ بزنید 09121234567")
    await four.ali.sees("سمت راست", at=four.group)
    await settled(world)
    for message in four.group.messages:
        assert "لاله" not in message.text
        assert "4567" not in message.text
        assert "۴۵۶۷" not in message.text


async def test_dropping_it(world: World) -> None:
    laleh = world.telegram.person("لاله")
    shown = await preview(laleh)
    old = [button for row in shown.keyboard for button in row]
    await laleh.press("انصراف")
    assert len((await laleh.sees("لغو شد")).buttons) == 6
    assert shown.buttons == []
    for button in old:
        press = laleh.post_press(shown, button)
        assert "پیش‌تر فرستاده یا لغو" in (await press.answer).text
    await laleh.send("/reports")
    await laleh.sees("هنوز گزارشی")


async def test_buttons_of_a_finished_draft_leave_the_next_one_alone(world: World) -> None:
    laleh = world.telegram.person("لاله")
    first = await preview(laleh)
    old = [button for row in first.keyboard for button in row]
    await laleh.press("ارسال گزارش")
    await laleh.sees("کد رهگیری")
    await preview(laleh, caption="چراغ کوچه خاموش است", kind="خاموشی چراغ معبر")
    for button in old:
        press = laleh.post_press(first, button)
        assert "پیش‌تر فرستاده یا لغو" in (await press.answer).text
    await laleh.press("ارسال گزارش")
    await laleh.sees("کد رهگیری")


async def test_many_taps_send_one_report(world: World) -> None:
    four = await team(world)
    shown = await preview(four.laleh)
    send = shown.keyboard[0][0]
    presses = [four.laleh.post_press(shown, send) for _ in range(5)]
    code = code_in(await four.laleh.sees("کد رهگیری"))
    for press in presses:
        await press.answer
    await four.card(code)
    await four.laleh.press("گزارش‌های من")
    assert len((await four.laleh.sees("گزارش‌های شما")).buttons) == 1


async def test_hostile_words_everywhere(world: World) -> None:
    four = await team(world)
    laleh, ali, group = world.telegram.person(HOSTILE), four.ali, four.group
    await laleh.start()
    await laleh.sees(HOSTILE)
    await laleh.send_photo(caption=f"چاله {HOSTILE}")
    await laleh.sees("کجاست")
    await laleh.send(f"{HOSTILE} بانک")
    await laleh.sees(HOSTILE)
    await laleh.press("نارمک شمالی")
    await laleh.press(KIND)
    await laleh.sees(f"چاله {HOSTILE}")
    await laleh.send("/start")
    await laleh.sees("نیمه‌تمام")
    await laleh.press("ادامهٔ گزارش")
    await laleh.press("ارسال گزارش")
    code = code_in(await laleh.sees("کد رهگیری"))
    card = await four.card(code)
    assert card.text.count(HOSTILE) == 3, "the words, the landmark, the name"
    await ali.press("پرسش از شهروند", at=card)
    await ali.reply(await ali.sees("پاسخ به همین", at=group), f"کجا {HOSTILE}")
    await laleh.sees(f"کجا {HOSTILE}")
    await laleh.press("پاسخ می‌دهم")
    await laleh.sees(f"کجا {HOSTILE}")
    await laleh.send(f"این‌جا {HOSTILE}")
    await ali.sees(f"این‌جا {HOSTILE}", at=group)
    await ali.reply(card, photo=True, caption=f"پر شد {HOSTILE}")
    await laleh.sees(f"پر شد {HOSTILE}")
    await laleh.press("رفع نشده")
    await laleh.sees("دوباره باز شد")
    await laleh.send(f"هنوز {HOSTILE}")
    await ali.sees(f"هنوز {HOSTILE}", at=group)
    await ali.press("عدم امکان رسیدگی", at=card)
    await ali.press("دلیل دیگر", at=group)
    await ali.reply(await ali.sees("پاسخ به همین", at=group), f"نشد {HOSTILE}")
    await laleh.sees(f"نشد {HOSTILE}")
    await laleh.send(code)
    assert HOSTILE in (await laleh.sees("وضعیت")).text
    await world.owner.send(f"/invite manager {HOSTILE}")
    await world.owner.sees(HOSTILE.lower())
    odd = world.telegram.group(HOSTILE, members=[world.owner])
    await world.owner.send(f"/bind {HOSTILE}", to=odd)
    await world.owner.sees(HOSTILE.lower(), at=odd)
    await world.owner.send("/bind n1", to=odd)
    await world.owner.send("/admin")
    await world.owner.press("گروه‌ها")
    await world.owner.sees(HOSTILE)
    assert OWNER in world.telegram.people
    assert await file(laleh)

"""The main job: a report reaches the right managers and comes back answered."""

from tests.conftest import ELSEWHERE, PLACE, World
from tests.conversations.story import KIND, POTHOLE, bot_messages, code_in, preview, settled, team


async def test_four_acts_and_the_way_back(world: World) -> None:
    four = await team(world)
    ali, group, laleh = four.ali, four.group, four.laleh
    await laleh.send_photo(caption=POTHOLE)
    await laleh.sees("کجاست")
    await laleh.send_location(*PLACE)
    assert KIND in (await laleh.sees("اگر درست است")).text
    await laleh.press(KIND)
    await laleh.sees("پیش‌نمایش")
    await laleh.press("ارسال گزارش")
    confirmation = await laleh.sees("کد رهگیری")
    assert "تا " in confirmation.text
    assert "ناحیه ۴" in confirmation.text
    assert len(confirmation.buttons) == 6, "the main menu is back"
    own = [message for message in laleh.messages if not message.from_bot]
    assert len(own) + 2 == 4, "a photo, a location and two taps: four acts"
    assert len(bot_messages(laleh)) == 3, "where, which (then the preview in its place), the code"
    card = await ali.sees(KIND, at=group)
    assert card.photo
    await ali.press("بررسی می‌کنم", at=group)
    await ali.sees("در دست بررسی", at=group)
    await laleh.sees("بررسی گزارش")
    await ali.press("در حال رسیدگی", at=group)
    await laleh.sees("رسیدگی به گزارش")
    await ali.press("انجام شد", at=group)
    prompt = await ali.sees("پاسخ به همین پیام", at=group)
    await ali.reply(prompt, photo=True, caption="چاله پر شد")
    await laleh.sees("رفع شده است؟")
    await laleh.press("رفع شده")
    await laleh.sees("خوشحالیم")
    await ali.sees("رفع و بسته شد", at=group)
    await ali.send("/digest", to=group)
    await ali.sees("خلاصهٔ روزانه", at=group)


async def test_text_alone_from_the_menu(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.start()
    await laleh.press("ثبت گزارش")
    await laleh.sees("همین‌جا بفرستید")
    await laleh.send(POTHOLE)
    await laleh.sees("کجاست")
    await laleh.send_location(*PLACE)
    await laleh.press(KIND)
    await laleh.press("ارسال گزارش")
    await laleh.sees("کد رهگیری")


async def test_a_location_first_then_everything_else(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_location(*PLACE)
    await laleh.sees("مشکل چیست")
    await laleh.send_voice()
    await laleh.sees("موضوع گزارش کدام است")
    await laleh.send_video(caption="چراغ کوچه خاموش است")
    await laleh.sees("خاموشی چراغ معبر")
    await laleh.press("خاموشی چراغ معبر")
    text = (await laleh.sees("پیش‌نمایش")).text
    assert "۱ پیام صوتی، ۱ فیلم" in text
    assert "(۱۲۱)" in text
    assert "شرکت توزیع برق" in text, "whose business it is, too"


async def test_a_photo_without_words_is_told_about_afterwards(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_photo()
    await laleh.sees("کجاست")
    await laleh.send("یه چاله وسط کوچه است")
    await laleh.sees("کجاست")
    await laleh.send_location(*PLACE)
    assert KIND in (await laleh.sees("اگر درست است")).text
    await laleh.press("همهٔ دسته‌ها")
    await laleh.press("بازگشت", at=await laleh.sees("موضوع گزارش کدام است"))
    await laleh.sees("اگر درست است")
    await laleh.press(KIND)
    assert "یه چاله وسط کوچه است" in (await laleh.sees("پیش‌نمایش")).text


async def test_a_photo_with_no_word_at_all(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_photo()
    await laleh.send_location(*PLACE)
    question = await laleh.sees("موضوع گزارش کدام است")
    await laleh.press("پسماند و نظافت")
    await laleh.sees("موضوع گزارش کدام است")
    await laleh.press("همهٔ دسته‌ها")
    await laleh.sees("موضوع گزارش کدام است")
    await laleh.press("روشنایی و تأسیسات")
    await laleh.press("تابلو یا جعبهٔ باز")
    assert (await laleh.sees("پیش‌نمایش")).id == question.id, "all in one message"


async def test_an_album_is_one_report_and_asks_once(world: World) -> None:
    four = await team(world)
    laleh = four.laleh
    await laleh.send_album(4, caption=POTHOLE)
    await laleh.sees("کجاست")
    await settled(world)
    assert len(bot_messages(laleh)) == 1
    await laleh.send_location(*PLACE)
    await laleh.press(KIND)
    assert "۴ عکس" in (await laleh.sees("پیش‌نمایش")).text
    await laleh.press("ارسال گزارش")
    card = await four.card(code_in(await laleh.sees("کد رهگیری")))
    assert card.photo
    await four.ali.wait(
        four.group.chat, lambda: sum(bool(message.media_group_id) for message in four.group.messages) == 3 or None,
        "the rest of the album",
    )  # fmt: skip
    rest = [message for message in four.group.messages if message.media_group_id]
    assert {message.reply_to for message in rest} == {card}
    pin = next(message for message in four.group.messages if message.location)
    assert pin.reply_to == card


async def test_an_album_at_the_end_is_counted_in_the_preview(world: World) -> None:
    laleh = world.telegram.person("لاله")
    first = await preview(laleh)
    await laleh.send_album(3)
    second = await laleh.sees("۴ عکس")
    assert second.id != first.id
    assert first.buttons == [], "one preview is left to press"
    assert "ارسال گزارش" in "".join(second.buttons)
    await laleh.press("ارسال گزارش")
    await laleh.sees("کد رهگیری")


async def test_one_preview_is_left_to_press_when_an_album_follows_words(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await preview(laleh)
    await laleh.send("عمقش هم خیلی زیاد شده")
    before = await laleh.sees("عمقش هم خیلی")
    await laleh.send_album(3)
    last = await laleh.sees("۴ عکس")
    await settled(world)
    assert before.buttons == []
    assert "ارسال گزارش" in "".join(last.buttons)


async def test_many_messages_make_one_report(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await preview(laleh)
    await laleh.send("عمقش هم خیلی زیاد شده")
    await laleh.sees("عمقش هم خیلی")
    await laleh.send_photo()
    second = await laleh.sees("۲ عکس")
    assert "چاله‌ی گنده" in second.text
    await laleh.send_location(*ELSEWHERE)
    await laleh.sees("گلشن")
    await laleh.press("ارسال گزارش")
    assert "ناحیه ۸" in (await laleh.sees("کد رهگیری")).text
    assert sum("ارسال گزارش" in "".join(message.buttons) for message in laleh.messages) == 0


async def test_an_edited_message_edits_the_draft(world: World) -> None:
    laleh = world.telegram.person("لاله")
    text = await laleh.send("چاله در خیابان گلبرگ")
    await laleh.sees("کجاست")
    await laleh.edit(text, "چاله‌ی بزرگ در خیابان فرجام")
    await laleh.sees("به‌روز شد")
    await laleh.send_location(*PLACE)
    await laleh.press(KIND)
    shown = await laleh.sees("فرجام")
    assert "گلبرگ" not in shown.text
    await laleh.edit(text, "چاله در خیابان دردشت")
    await laleh.sees("دردشت")


async def test_a_caption_added_later_belongs_to_the_draft(world: World) -> None:
    laleh = world.telegram.person("لاله")
    photo = await laleh.send_photo()
    await laleh.sees("کجاست")
    await laleh.edit(photo, "چاله سر کوچه")
    await laleh.sees("به‌روز شد")
    await laleh.send_location(*PLACE)
    assert KIND in (await laleh.sees("اگر درست است")).text


async def test_editing_what_was_sent_long_ago_changes_nothing(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await preview(laleh)
    await laleh.press("ارسال گزارش")
    await laleh.sees("کد رهگیری")
    photo = next(message for message in laleh.messages if message.photo)
    await laleh.edit(photo, "چیز دیگر")
    await laleh.send("/reports")
    await laleh.sees("گزارش‌های شما")
    await laleh.does_not_see("به‌روز", for_=0.1)


async def test_films_sounds_and_files_hang_under_the_card(world: World) -> None:
    four = await team(world)
    laleh = four.laleh
    await laleh.send_video(caption=POTHOLE)
    await laleh.sees("کجاست")
    await laleh.send_voice()
    await laleh.send_document()
    await laleh.send_location(*PLACE)
    await laleh.press(KIND)
    text = (await laleh.sees("پیش‌نمایش")).text
    assert all(part in text for part in ("۱ فیلم", "۱ پیام صوتی", "۱ فایل"))
    await laleh.press("ارسال گزارش")
    card = await four.card(code_in(await laleh.sees("کد رهگیری")))
    assert not card.photo
    kinds = ("video", "voice", "document")
    await four.ali.wait(
        four.group.chat,
        lambda: all(any(k in m.raw for m in four.group.messages) for k in kinds) or None,
        "all of them",
    )
    hung = [message for message in four.group.messages if any(kind in message.raw for kind in kinds)]
    assert {message.reply_to for message in hung} == {card}
    await four.ali.press("بررسی می‌کنم", at=card)
    await four.ali.sees("مسئول پیگیری: علی", at=four.group)

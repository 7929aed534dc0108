"""Managers at work: the card, its buttons, and what is written in reply."""

import pytest

from locales.words import words
from services import reports
from tests.conftest import PLACE, World
from tests.conversations.story import KIND, POTHOLE, cards, code_in, file, settled, team
from tests.conversations.test_digest import to

HOMELESS = "افراد بی‌خانمان"


async def test_the_card_says_all_that_a_manager_needs(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    card = await four.card(code)
    assert card.photo
    for part in (code, KIND, "نارمک شمالی", "مهلت:", "چاله‌ی گنده", "گزارش‌دهنده: لاله", "ثبت‌شده"):
        assert part in card.text
    assert [button.split(" ", 1)[1] for button in card.buttons] == [
        "بررسی می‌کنم", "در حال رسیدگی", "انجام شد", "پرسش از شهروند", "ارجاع", "عدم امکان رسیدگی",
    ]  # fmt: skip
    pin = await four.ali.wait(
        four.group.chat, lambda: next((m for m in four.group.messages if m.location), None), "the pin"
    )
    assert pin.reply_to == card
    assert pin.location == PLACE


async def test_the_card_is_edited_in_place_and_never_repeated(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    card = await four.card(code)
    await four.ali.press("بررسی می‌کنم", at=card)
    await four.ali.sees("مسئول پیگیری: علی", at=four.group)
    assert cards(four.group, code) == [card]
    assert "بررسی می‌کنم" not in "".join(card.buttons)
    await four.sara.press("در حال رسیدگی", at=card)
    await four.ali.sees("مسئول پیگیری: سارا", at=four.group)
    await four.done(code)
    await four.ali.wait(four.group.chat, lambda: card.buttons == [] or None, "no buttons")
    await four.laleh.press("رفع شده")
    await four.ali.wait(four.group.chat, lambda: card.contains("رفع و بسته شد") or None, "closed")
    assert cards(four.group, code) == [card]


async def test_the_card_shows_that_it_is_late(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    world.now.move(days=20)
    await four.ali.press("بررسی می‌کنم", at=four.group)
    late = await four.ali.sees("از مهلت گذشته", at=four.group)
    assert "پیش" not in late.text, "what is true only today would stay on the card"
    assert code in late.text


async def test_two_managers_at_once(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    card = await four.card(code)
    claim = card.keyboard[0][0]
    first, second = four.ali.post_press(card, claim), four.sara.post_press(card, claim)
    assert "با شماست" in (await first.answer).text
    answer = await second.answer
    assert "علی" in answer.text
    assert answer.show_alert
    assert "با شماست" in (await four.ali.post_press(card, claim).answer).text, "pressed twice"
    await four.laleh.sees("بررسی گزارش")
    await settled(world)
    assert cards(four.group, code) == [card]
    assert card.contains("مسئول پیگیری: علی")
    assert sum(message.contains("بررسی گزارش") for message in four.laleh.messages) == 1


async def test_done_asks_for_a_note_and_where_demanded_a_photo(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.ali.press("انجام شد", at=await four.card(code))
    prompt = await four.ali.sees("عکس نتیجه", at=four.group)
    assert prompt.reply_to == await four.card(code)
    assert prompt.markup
    assert prompt.markup["force_reply"]
    assert prompt.markup["selective"]
    assert "tg://user" in prompt.html, "selective reaches those who are mentioned"
    await four.ali.reply(prompt, "پر شد")
    refusal = await four.ali.sees("بدون عکس ثبت نمی‌شود", at=four.group)
    assert refusal
    await four.ali.reply(prompt, photo=True)
    await four.laleh.sees("رفع شده است؟")


async def test_done_without_a_photo_where_none_is_demanded(world: World) -> None:
    four = await team(world)
    code = await file(four.laleh, "چراغ کوچه خاموش است", "خاموشی چراغ معبر")
    await four.ali.press("انجام شد", at=await four.card(code))
    prompt = await four.ali.sees("نتیجهٔ گزارش", at=four.group)
    await four.ali.send("چسبک", to=four.group)
    four.ali.post_file("sticker", None, reply_to=prompt)
    await four.ali.sees("متنی نرسید", at=four.group)
    await four.ali.reply(prompt, "لامپ عوض شد")
    await four.laleh.sees("لامپ عوض شد")


async def test_a_photo_in_reply_to_the_card_is_enough(world: World) -> None:
    four = await team(world)
    card = await four.card(await four.filed())
    await four.ali.reply(card, "رفتیم دیدیم")
    await four.ali.sees("انجام شد» را بزنید", at=four.group)
    await four.ali.reply(card, photo=True, caption="پر شد")
    question = await four.laleh.sees("پر شد")
    await four.ali.sees("از شهروند پرسیدیم", at=four.group)
    assert question.buttons
    assert four.laleh.messages[-2].photo, "the question comes last, its buttons at hand"
    assert four.laleh.messages[-1] == question
    await four.ali.reply(card, photo=True, caption="یک بار دیگر")
    await four.ali.sees("انجام‌شده", at=four.group)


async def test_what_shows_nothing_finishes_nothing(world: World) -> None:
    four = await team(world)
    card = await four.card(await four.filed())
    reza = world.telegram.person("رضا")
    four.group.add(reza)
    await reza.reply(card, "خسته نباشید")
    for send in (four.ali.send_voice, four.ali.send_document):
        await send(to=four.group, reply_to=card)
        await four.ali.sees("انجام شد» را بزنید", at=four.group)
    await settled(world)
    assert sum(message.contains("انجام شد» را بزنید") for message in four.group.messages) == 2, "nothing to a guest"
    await four.laleh.does_not_see("رفع شده است؟", for_=0.1)
    assert card.buttons


async def test_an_album_as_the_result(world: World) -> None:
    four = await team(world)
    card = await four.card(await four.filed())
    await four.ali.send_album(3, caption="پر شد", reply_to=card)
    await four.laleh.sees("پر شد")
    await four.ali.sees("از شهروند پرسیدیم", at=four.group)
    results = lambda: sum(message.from_bot and bool(message.photo) for message in four.laleh.chat)  # noqa: E731
    await four.laleh.wait(four.laleh.chat, lambda: results() == 3 or None, "all three photos")
    await settled(world)
    await four.ali.does_not_see("ممکن نیست", at=four.group, for_=0.1)


async def test_impossible_with_a_reason_from_the_list(world: World) -> None:
    four = await team(world)
    card = await four.card(await four.filed())
    await four.ali.press("عدم امکان رسیدگی", at=card)
    offer = await four.ali.sees("دلیل عدم امکان", at=four.group)
    assert len(offer.buttons) == 7
    await four.ali.press("اعتبار", at=offer)
    told = await four.laleh.sees("مقدور نیست")
    assert "شهروند گرامی" in told.text
    assert "اعتبار" in told.text
    await four.ali.wait(four.group.chat, lambda: offer.contains("بسته شد") or None, "in place of the list")
    assert card.contains("عدم امکان رسیدگی")
    assert card.buttons == []


async def test_a_reason_from_the_list_is_told_in_the_residents_language(world: World) -> None:
    four = await team(world)
    mary = world.telegram.person("Mary", language="en")
    await mary.send_photo(caption="Deep pothole in the asphalt")
    await mary.sees("Where")
    await mary.send_location(*PLACE)
    await mary.press("Pothole")
    await mary.press(words("en").plain("button-send"))
    card = await four.ali.sees("Deep pothole", at=four.group)
    await four.ali.press("عدم امکان رسیدگی", at=card)
    await four.ali.press("اعتبار", at=four.group)
    reason = words("en").plain("reason-budget")
    await mary.sees(reason)
    await mary.press(words("en").plain("menu-mine"))
    await mary.press("Pothole")
    await mary.sees(reason)


async def test_impossible_in_own_words_or_not_after_all(world: World) -> None:
    four = await team(world)
    card = await four.card(await four.filed())
    await four.ali.press("عدم امکان رسیدگی", at=card)
    await four.ali.press("منصرف شدم", at=four.group)
    await four.ali.sees("کاری انجام نشد", at=four.group)
    await four.ali.press("عدم امکان رسیدگی", at=card)
    await four.ali.press("دلیل دیگر", at=four.group)
    await four.ali.reply(await four.ali.sees("همکار گرامی", at=four.group), "این خیابان ماه آینده روکش می‌شود")
    await four.laleh.sees("ماه آینده روکش")


async def test_a_question_is_answered_by_replying_or_with_a_photo(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    card = await four.card(code)
    await four.ali.press("پرسش از شهروند", at=card)
    await four.ali.reply(await four.ali.sees("پرسش از شهروند دربارهٔ", at=four.group), "از نزدیک عکس دارید؟")
    await four.ali.wait(four.group.chat, lambda: card.contains("در انتظار پاسخ") or None, "waiting")
    question = await four.laleh.sees("از نزدیک عکس دارید")
    await four.laleh.reply(question, photo=True, caption="بفرمایید")
    thanks = await four.laleh.sees("پاسخ شما")
    assert len(thanks.buttons) == 6
    await four.laleh.send(code)
    timeline = (await four.laleh.sees("از شما پرسیدند")).text
    assert "پاسخ دادید" in timeline
    assert "شهروند" not in timeline
    answer = await four.ali.sees("بفرمایید", at=four.group)
    assert answer.reply_to == card
    await four.ali.wait(four.group.chat, lambda: len([m for m in four.group.messages if m.photo]) == 2 or None, "photo")
    assert card.contains("ثبت‌شده"), "back to where it was"
    await four.laleh.press("پاسخ می‌دهم", at=question)
    await four.laleh.send("یکی دیگر هم هست")
    await four.ali.sees("یکی دیگر هم", at=four.group)


async def test_a_question_is_answered_with_a_place(world: World) -> None:
    four = await team(world)
    await four.ali.press("پرسش از شهروند", at=await four.card(await four.filed()))
    await four.ali.reply(await four.ali.sees("پرسش از شهروند دربارهٔ", at=four.group), "دقیقاً کجا؟")
    await four.laleh.press("پاسخ می‌دهم")
    await four.laleh.sees("دقیقاً کجا؟")
    await four.laleh.send_location(35.7365, 51.5047)
    await four.laleh.sees("پاسخ شما")
    await four.ali.wait(
        four.group.chat, lambda: len([m for m in four.group.messages if m.location]) == 2 or None, "pin"
    )


async def test_a_question_that_came_too_late(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.ali.press("پرسش از شهروند", at=await four.card(code))
    await four.ali.reply(await four.ali.sees("پرسش از شهروند دربارهٔ", at=four.group), "کجا؟")
    question = await four.laleh.sees("کجا؟")
    await four.laleh.send(code)
    await four.laleh.press("پس گرفتن گزارش")
    await four.laleh.press("بله")
    await four.laleh.sees("پس گرفته شد")
    press = await four.laleh.press("پاسخ می‌دهم", at=question)
    assert "لغوشده" in (await press.answer).text
    await four.laleh.reply(question, "سر کوچه")
    await four.laleh.sees("بسته شده")


async def test_referring_to_another_sub_district(world: World) -> None:
    four = await team(world)
    hossein = await world.manager("حسین", "n8")
    eight = await world.group("n8", hossein)
    to(world, 10)
    code = await four.filed()
    old = await four.card(code)
    due = next(line for line in old.text.split("\n") if "مهلت" in line)
    world.now.move(hours=5)
    await four.ali.press("ارجاع", at=old)
    offer = await four.ali.sees("به کجا ارجاع", at=four.group)
    assert len(offer.buttons) == 9, "eight others, and never mind"
    await four.ali.press("ناحیه ۸", at=offer)
    assert "همان است" in (await four.laleh.sees("ناحیه ۸")).text
    card = await four.card(code, eight)
    assert card.photo
    assert due in card.text, "the clock runs on"
    await four.ali.wait(four.group.chat, lambda: old.contains("به ناحیه ۸ ارجاع شد") or None, "the old card")
    assert old.buttons == []
    await hossein.press("بررسی می‌کنم", at=card)
    await four.laleh.sees("بررسی گزارش")
    await four.laleh.send(code)
    assert "مدیر اجتماعی ناحیه ۸" in (await four.laleh.sees("وضعیت")).text


async def test_a_referral_that_is_refused_leaves_the_card(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    four = await team(world)
    code = await four.filed()
    card = await four.card(code)
    await four.ali.press("ارجاع", at=card)
    offer = await four.ali.sees("به کجا ارجاع", at=four.group)

    async def refuse(*_: object, **__: object) -> None:
        raise reports.Refusal("report-unknown")

    monkeypatch.setattr(reports, "refer", refuse)
    press = await four.ali.press("ناحیه ۸", at=offer)
    assert (await press.answer).show_alert
    await settled(world)
    assert not card.contains("ارجاع شد")
    assert card.buttons


async def test_a_stale_card_does_nothing(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    card = await four.card(code)
    buttons = [button for row in card.keyboard for button in row]
    await four.ali.press("ارجاع", at=card)
    await four.ali.press("ناحیه ۸", at=four.group)
    await four.laleh.sees("ناحیه ۸")
    for button in buttons:
        assert "فقط برای مدیران ناحیه ۸" in (await four.sara.post_press(card, button).answer).text
    owners = world.owner
    await owners.wait(owners.chat, lambda: next((m for m in owners.messages if m.contains(code)), None), "to the owner")


async def test_closed_cards_refuse_every_step(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    card = await four.card(code)
    buttons = [button for row in card.keyboard for button in row]
    await four.laleh.send(code)
    await four.laleh.press("پس گرفتن گزارش")
    await four.laleh.press("بله")
    await four.laleh.sees("پس گرفته شد")
    for button in buttons:
        assert "لغوشده" in (await four.ali.post_press(card, button).answer).text


async def test_referring_to_the_body_outside(world: World) -> None:
    four = await team(world)
    code = await file(four.laleh, "چراغ کوچه خاموش است", "خاموشی چراغ معبر")
    card = await four.card(code)
    assert "شرکت توزیع برق" in card.text
    await four.ali.press("ارجاع", at=card)
    await four.ali.press("شرکت توزیع برق", at=four.group)
    told = await four.laleh.sees("خارج از حوزهٔ شهرداری")
    assert "شرکت توزیع برق" in told.text
    assert "۱۲۱" in told.text
    await four.ali.wait(four.group.chat, lambda: card.buttons == [] or None, "closed")


async def test_a_sensitive_report_opens_to_its_manager_in_private(world: World) -> None:
    four = await team(world)
    laleh, ali, group = four.laleh, four.ali, four.group
    await laleh.send_album(2, caption="مردی بی‌خانمان زیر پل می‌خوابد")
    await laleh.sees("کجاست")
    await laleh.send("نارمک، پشت مغازه‌ی آقای کریمی")
    await laleh.sees("موضوع")
    await laleh.press("همهٔ دسته‌ها")
    await laleh.press("مسائل اجتماعی")
    await laleh.press(HOMELESS)
    await laleh.press("ارسال گزارش")
    code = code_in(await laleh.sees("کد رهگیری"))
    card = await four.card(code)
    assert not card.photo
    refusal = await ali.press("خواندن متن", at=card)
    assert "بررسی می‌کنم" in (await refusal.answer).text
    await ali.press("بررسی می‌کنم", at=card)
    text = await ali.sees("زیر پل")
    assert "آقای کریمی" in text.text
    await ali.wait(ali.chat, lambda: len([m for m in ali.messages if m.photo]) == 2 or None, "the photos")
    await laleh.send(code)
    await laleh.press("افزودن")
    await laleh.send_photo(caption="امشب خیلی سرد است")
    await ali.sees("خواندن متن", at=group)
    await ali.press("خواندن متن", at=card)
    await ali.sees("امشب خیلی سرد")
    refusal = await four.sara.press("خواندن متن", at=card)
    assert "بررسی می‌کنم" in (await refusal.answer).text
    await ali.press("انجام شد", at=card)
    await ali.reply(await ali.sees("نتیجهٔ گزارش", at=group), "به گرم‌خانه رفت")
    await laleh.sees("گرم‌خانه")
    await laleh.press("رفع نشده")
    await ali.sees("رفع نشده است", at=group)
    await settled(world)
    for message in group.messages:
        assert not message.photo or not message.from_bot
        assert "زیر پل" not in message.text
        assert "کریمی" not in message.text
        assert "سرد" not in message.text


async def test_a_sensitive_report_shows_its_place_and_reporter_in_private(world: World) -> None:
    four = await team(world)
    card = await four.card(await four.filed("مردی بی‌خانمان زیر پل می‌خوابد", HOMELESS))
    await settled(world)
    assert "لاله" not in card.text
    await four.ali.press("بررسی می‌کنم", at=card)
    assert "لاله" in (await four.ali.sees("زیر پل")).text
    await four.ali.wait(four.ali.chat, lambda: any(m.location for m in four.ali.messages) or None, "the place")
    assert not any(message.location for message in four.group.messages)


async def test_the_longest_report_still_has_its_card(world: World) -> None:
    four = await team(world)
    laleh = world.telegram.person("ل" * 64)
    await laleh.send("چاله " + "خیلی بزرگ و خطرناک " * 140)
    await laleh.sees("کجاست")
    await laleh.send_album(10, caption="ع" * 200)
    await laleh.sees("کجاست")
    await laleh.send("حکیمیه " * 40)
    await laleh.sees("موضوع")
    await laleh.press("همهٔ دسته‌ها")
    await laleh.press("روشنایی و تأسیسات")
    await laleh.press("خاموشی چراغ معبر")
    await laleh.sees("۱۰ عکس")
    await laleh.press("ارسال گزارش")
    code = code_in(await laleh.sees("کد رهگیری"))
    card = await world.owner.wait(
        world.owner.chat,
        lambda: next((m for m in world.owner.messages if m.contains(f"· {code}")), None),
        "the card",
    )
    assert card.photo
    full = await world.owner.sees("خطرناک خیلی بزرگ و خطرناک")
    assert full
    await world.owner.press("بررسی می‌کنم", at=card)
    await world.owner.sees("مسئول پیگیری")
    assert four


async def test_too_much_is_said_so_and_nothing_is_lost(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send("چاله " + "الف" * 1363)
    await laleh.sees("کوتاه‌تر")
    await laleh.send(POTHOLE)
    await laleh.sees("کجاست")
    await laleh.send_album(10)
    await laleh.sees("کجاست")
    await laleh.send_photo()
    await laleh.sees("جا دارد")
    await laleh.send_location(*PLACE)
    await laleh.press(KIND)
    assert "۱۰ عکس" in (await laleh.sees("پیش‌نمایش")).text


async def test_a_question_is_answered_from_my_reports_too(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    card = await four.card(code)
    for number, way in enumerate(("پاسخ می‌دهم", "افزودن")):
        await four.ali.press("پرسش از شهروند", at=card)
        await four.ali.reply(await four.ali.sees("همکار گرامی", at=four.group), f"کجا؟ {number}")
        await four.laleh.sees(f"کجا؟ {number}")
        await four.laleh.send(code)
        opened = await four.laleh.sees("وضعیت: در انتظار پاسخ")
        await four.laleh.press(way, at=opened)
        await four.laleh.send(f"سر کوچه {number}")
        await four.laleh.sees("پاسخ شما")
        await four.ali.sees(f"سر کوچه {number}", at=four.group)
        await four.ali.wait(four.group.chat, lambda: card.contains("ثبت‌شده") or None, "back to where it was")

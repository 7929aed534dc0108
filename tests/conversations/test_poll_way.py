"""A poll's way: made, sent, seen, reminded of, closed, told back, decided on."""

import csv
import io

import openpyxl
import pytest

from sandbox import Person
from sandbox.chats import Message
from storage import polls
from tests.conftest import World
from tests.conversations.announcing import administrator
from tests.conversations.polling import (
    FORM,
    QUESTION,
    THANKS,
    Street,
    counted,
    lives_in,
    neighbours_vote,
    rows,
    street,
    the_poll,
)
from tests.conversations.test_digest import to

DAY = 86400


# Making


async def test_only_administrators_make_polls(world: World) -> None:
    here = await street(world)
    for text in ("/newpoll", FORM):
        await here.laleh.send(text)
        await here.laleh.sees("فقط برای مدیران سامانه")
    assert await rows(world, "SELECT COUNT(*) FROM poll") == [(0,)]


@pytest.mark.parametrize(
    ("form", "named"),
    [
        ("/newpoll\nکدام؟\n- آسفالت\nروشنایی\n- نظافت", "«روشنایی»"),
        ("/newpoll\nکدام؟\n- آسفالت\n- آسفالت", "«- آسفالت»"),
        ("/newpoll\nکدام؟\n- آسفالت", "۲ تا ۱۰ گزینه"),
        ("/newpoll\n- آسفالت\n- روشنایی", "سطر نخست باید سؤال باشد"),
    ],
)
async def test_a_line_that_is_not_understood_is_named_and_nothing_is_made(world: World, form: str, named: str) -> None:
    await world.owner.send(form)
    assert "چیزی ساخته نشد" in (await world.owner.sees(named)).text
    assert await rows(world, "SELECT COUNT(*) FROM poll") == [(0,)]


async def test_the_form_makes_what_is_promised(world: World) -> None:
    here = await street(world)
    await here.ask()
    poll = await the_poll(world)
    assert (poll.anonymous, poll.shown, poll.audience, poll.questions[0].kind) == (1, "after", [], "one")
    assert poll.closes
    assert abs(poll.closes - world.now() - 7 * DAY) < 60


async def test_the_dialogue_makes_options_with_pictures(world: World) -> None:
    here = await street(world)
    await here.owner.send("/newpoll")
    await here.owner.sees("سؤال نظرسنجی را")
    await here.owner.send("کدام طرح بهتر است؟")
    await here.owner.press("یک گزینه")
    await here.owner.sees("گزینه‌ها را بفرستید")
    await here.owner.send_photo()
    await here.owner.sees("با نام گزینه زیر آن")
    await here.owner.send_photo(caption="طرح آبی")
    await here.owner.sees("۱ گزینه دارید")
    await here.owner.send_photo(caption="طرح سبز")
    await here.owner.sees("۲ گزینه دارید")
    await here.owner.press("گزینه‌ها کامل شد")
    assert "🖼 طرح آبی" in (await here.owner.sees("پیش‌نمایش نظرسنجی")).text
    await here.send("کدام طرح بهتر است؟")
    pictures = [message for message in here.laleh.messages if message.from_bot and message.photo]
    assert [picture.text for picture in pictures] == ["طرح آبی", "طرح سبز"]
    await here.laleh.press("طرح سبز")
    await here.laleh.sees("۱۰۰٪ · طرح سبز")


async def test_a_draft_is_looked_at_changed_and_dropped(world: World) -> None:
    here = await street(world)
    await here.draft()
    await here.choose("پیش‌نمایش")
    await here.owner.press("آسفالت")
    await here.owner.sees_toast("دیگر کار نمی‌کند")
    await here.choose("نمایش نتیجه", "پس از پایان")
    await here.owner.sees("نتیجه: پس از پایان")
    await here.choose("یادآوری نشود")
    await here.owner.sees("یادآوری نمی‌شود")
    await here.choose("حذف آخرین سؤال")
    await here.owner.press("ارسال")
    await here.owner.sees_toast("هنوز سؤالی")
    await here.choose("لغو")
    await here.owner.sees("کنار گذاشته شد")
    assert await rows(world, "SELECT state FROM poll") == [("dropped",)]


async def test_whoever_comes_back_goes_on_with_the_draft(world: World) -> None:
    here = await street(world)
    await here.draft()
    await here.owner.send("/newpoll")
    await here.owner.press("پیش‌نویس")
    assert "آسفالت" in (await here.owner.sees("پیش‌نمایش نظرسنجی")).text


async def test_the_right_is_asked_at_each_press(world: World) -> None:
    here = await street(world)
    sara = await administrator(world, "سارا")
    await sara.send(FORM)
    draft = await sara.sees("پیش‌نمایش نظرسنجی")
    await world.owner.send("/admin")
    await world.owner.press("مدیران و نقش‌ها")
    await world.owner.press("سارا")
    await world.owner.press("بله، برداشته شود")
    await world.owner.sees_toast("نقش برداشته شد")
    await sara.press("ارسال", at=draft)
    await sara.sees_toast("فقط برای مدیران سامانه")
    assert here
    assert await rows(world, "SELECT state FROM poll") == [("draft",)]


# In its time


async def test_it_opens_and_closes_in_its_time(world: World) -> None:
    here = await street(world)
    await here.draft()
    await here.choose("🟢 آغاز")
    await here.owner.send("فردا ساعت ۱۰")
    await here.owner.sees("آغاز:")
    await here.choose("🔴 پایان", "۳ روز")
    await here.owner.sees("پایان:")
    await here.owner.press("ارسال")
    await here.owner.sees("در انتظار آغاز")
    await here.laleh.does_not_see(QUESTION)
    to(world, 10, 1)
    await world.tick()
    await here.laleh.sees(QUESTION)
    await here.laleh.press("آسفالت")
    await here.laleh.sees(THANKS)
    world.now.move(seconds=3 * DAY)
    await world.tick()
    await here.laleh.sees("سپاس که نظر دادید")
    assert (await the_poll(world)).state == "closed"


async def test_a_scheduled_poll_can_be_called_back(world: World) -> None:
    here = await street(world)
    await here.draft()
    await here.choose("🟢 آغاز")
    await here.owner.send("فردا ساعت ۱۰")
    await here.owner.sees("آغاز:")
    await here.choose("ارسال", "برگشت به پیش‌نویس")
    await here.owner.sees("پیش‌نویس")
    to(world, 10, 1)
    await world.tick()
    await here.laleh.does_not_see(QUESTION)


async def test_a_poll_cannot_end_before_it_begins(world: World) -> None:
    here = await street(world)
    await here.draft()
    await here.choose("🔴 پایان")
    await here.owner.send("فردا ساعت ۱۰")
    await here.owner.sees("پایان:")
    await here.choose("🟢 آغاز")
    await here.owner.send("پس‌فردا ساعت ۱۰")
    await here.owner.sees("آغاز:")
    await here.owner.press("ارسال")
    await here.owner.sees_toast("پس از آغاز")


async def test_one_reminder_and_only_to_those_who_have_not_answered(world: World) -> None:
    here = await street(world)
    await here.ask()
    await here.laleh.press("آسفالت")
    await here.laleh.sees(THANKS)
    world.now.move(seconds=6 * DAY + 60)
    await world.tick()
    reminded = await here.reza.sees("این تنها یادآوری")
    assert QUESTION in reminded.text
    await here.laleh.does_not_see("یادآوری")
    await here.owner.press("تازه‌سازی")
    managed = await here.owner.sees("نرخ پاسخ: ۱ نفر از ۳ نفری")
    assert not any("یادآوری" in label for label in managed.buttons)
    await here.reza.press("آسفالت", at=reminded)
    await here.reza.sees(THANKS)


async def test_an_administrator_reminds_before_the_time(world: World) -> None:
    here = await street(world)
    await here.ask()
    await here.owner.press("🔔 یادآوری")
    await here.reza.sees("این تنها یادآوری")
    world.now.move(seconds=6 * DAY + 60)
    await world.tick()
    await here.owner.press("تازه‌سازی")
    await here.owner.press("محله‌ها")
    await here.owner.sees("نتیجهٔ ناحیه‌ها")
    assert sum(message.contains("این تنها یادآوری") for message in here.reza.messages) == 1


async def test_it_is_written_down_who_steers_a_poll(world: World) -> None:
    here = await street(world)
    await here.draft()
    await here.choose("🟢 آغاز")
    await here.owner.send("فردا ساعت ۱۰")
    await here.owner.sees("آغاز:")
    await here.choose("ارسال", "برگشت به پیش‌نویس")
    await here.owner.sees("پیش‌نویس")
    await here.ask()
    await here.owner.press("🔔 یادآوری")
    await here.reza.sees("این تنها یادآوری")
    await here.close()
    noted = await rows(world, "SELECT action, actor FROM audit WHERE action LIKE 'poll%' ORDER BY id")
    assert noted == [(action, here.owner.id) for action in ("poll", "poll:recall", "poll", "poll:remind", "poll:close")]


# Results


async def shown(here: Street, when: str) -> None:
    await here.draft()
    await here.choose("نمایش نتیجه", when)
    await here.send(QUESTION)


async def test_results_are_live(world: World) -> None:
    here = await street(world)
    await shown(here, "زنده")
    await here.reza.press("آسفالت")
    await here.laleh.press("نتیجه")
    assert "۱۰۰٪ · آسفالت" in (await here.laleh.sees("تا این لحظه")).text
    await here.laleh.press("پاسخ می‌دهم")
    await here.laleh.press("آسفالت")
    await here.laleh.sees("۲ پاسخ")


async def test_results_are_seen_after_voting(world: World) -> None:
    here = await street(world)
    await here.ask()
    await here.reza.press("آسفالت")
    await here.reza.sees("۱ پاسخ")
    await here.laleh.press("نتیجه")
    await here.laleh.sees_toast("پس از رأی دادن شما")


async def test_results_are_seen_after_closing(world: World) -> None:
    here = await street(world)
    await shown(here, "پس از پایان")
    await here.laleh.press("آسفالت")
    assert "۱۰۰٪" not in (await here.laleh.sees(THANKS)).text
    await here.laleh.press("نتیجه")
    await here.laleh.sees_toast("پس از پایان نظرسنجی")
    await here.close()
    assert "۱۰۰٪ · آسفالت" in (await here.laleh.sees("سپاس که نظر دادید")).text


async def test_results_are_for_managers_only(world: World) -> None:
    here = await street(world)
    await shown(here, "فقط برای مدیران")
    assert not any("نتیجه" in label for label in (await here.laleh.sees(QUESTION)).buttons)
    await here.laleh.press("آسفالت")
    await here.laleh.sees(THANKS)
    await here.close()
    await here.laleh.does_not_see("سپاس که نظر دادید")
    await here.laleh.press("🗳 نظرسنجی‌ها")
    await here.laleh.press("کدام مهم‌تر")
    await here.laleh.sees("برای تصمیم‌گیری به مدیران رسیده است")
    await here.owner.sees("۱۰۰٪ · آسفالت")


async def test_at_closing_every_voter_sees_their_own_area_against_the_whole(world: World) -> None:
    here = await street(world)
    await here.ask()
    await lives_in(world, here.laleh, "golshan")
    await lives_in(world, here.reza, "narmak_shomali")
    await neighbours_vote(world, golshan=[11, 6, 7], narmak_shomali=[3, 20, 4])
    await here.laleh.press("آسفالت")
    await here.laleh.sees(THANKS)
    await here.reza.press("روشنایی")
    await here.reza.sees(THANKS)
    await here.close()
    hers = (await here.laleh.sees("سپاس که نظر دادید")).text
    assert "۳۷۷ پاسخ" in hers
    assert "گلشن (خاک‌سفید) در برابر کل" in hers
    assert "▫️ آسفالت: ۴۸٪ (کل: ۲۸٪)" in hers
    his = (await here.reza.sees("سپاس که نظر دادید")).text
    assert "نارمک شمالی در برابر کل" in his
    assert "▫️ آسفالت: نمایش داده نمی‌شود" in his
    assert "▫️ روشنایی: ۲۱ رأی (کل: ۳۶٪)" in his
    assert sum(message.contains("سپاس که نظر دادید") for message in here.laleh.messages) == 1
    assert not any(message.contains("پیام همگانی") and message.contains("۲") for message in here.owner.messages[-3:])


async def test_after_closing_no_button_votes(world: World) -> None:
    here = await street(world)
    await here.ask()
    asked = await here.laleh.sees(QUESTION)
    await here.reza.press("نظافت")
    await here.reza.sees(THANKS)
    await here.close()
    await here.laleh.press("آسفالت", at=asked)
    await here.laleh.sees_toast("پایان یافته است")
    assert "۱۰۰٪ · نظافت" in (await here.laleh.sees("نتیجهٔ «کدام")).text
    assert await counted(world) == {0: 0, 1: 0, 2: 1, 3: 0, 4: 0}


async def test_between_its_end_and_its_closing_nobody_votes(world: World) -> None:
    here = await street(world)
    await here.ask()
    world.now.move(seconds=8 * DAY)
    await here.laleh.press("آسفالت")
    await here.laleh.sees_toast("به پایان رسیده است")
    assert await rows(world, "SELECT COUNT(*) FROM vote") == [(0,)]


async def test_the_list_for_residents(world: World) -> None:
    here = await street(world)
    await here.laleh.send("/polls")
    await here.laleh.sees("اکنون نظرسنجی‌ای نیست")
    await here.ask()
    await here.laleh.press("🗳 نظرسنجی‌ها")
    listed = await here.laleh.sees("برای پاسخ دادن یا دیدن نتیجه")
    assert listed.buttons == ["🗳 کدام مهم‌تر است؟"]
    await here.laleh.press("کدام مهم‌تر")
    await here.laleh.press("نمی‌گویم")
    await here.laleh.press("آسفالت")
    await here.laleh.sees(THANKS)
    await here.close()
    await here.reza.send("/polls")
    await here.reza.press("📊 کدام مهم‌تر")
    assert "۱۰۰٪ · آسفالت" in (await here.reza.sees("پایان‌یافته در")).text


async def test_the_response_rate_counts_each_person_once_and_has_its_interval(world: World) -> None:
    here = await street(world)
    await here.ask()
    await here.laleh.press("آسفالت")
    await here.laleh.sees(THANKS)
    await here.owner.sees("خلاصهٔ پیام همگانی")
    await here.owner.press("تازه‌سازی")
    text = (await here.owner.sees("نرخ پاسخ: ۱ نفر از ۳ نفری")).text
    assert "(۳۳٪)" in text
    assert "۹۵ درصدی: ۶٪ تا ۷۹٪ (روش ویلسون، ۱۹۲۷)" in text


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_whoever_looks_does_not_wait_for_those_who_vote(world: World) -> None:
    here = await street(world)
    await here.ask()
    poll = await the_poll(world)
    assert world.app
    async with world.app.database.transaction() as tx:
        await polls.get(tx, poll.id, lock="share")
        await here.owner.press("محله‌ها")
        await here.owner.sees("پس از پایان نظرسنجی نشان داده می‌شود")


async def test_managers_see_areas_and_nothing_under_five(world: World) -> None:
    here = await street(world)
    await here.ask()
    await neighbours_vote(world, golshan=[11, 6, 7], hakimiyeh=[2, 9, 10])
    await here.owner.press("محله‌ها")
    text = (await here.owner.sees("پس از پایان نظرسنجی نشان داده می‌شود")).text
    assert "آسفالت" not in text
    await here.owner.press("بازگشت")
    await here.close()
    await here.owner.press("محله‌ها")
    text = (await here.owner.sees("عددهای کمتر از ۵")).text
    assert "▫️ ناحیه ۸: آسفالت ۲۹٪ (۱۳)، روشنایی ۳۳٪ (۱۵)، نظافت ۳۸٪ (۱۷)" in text
    await here.owner.press("ناحیه ۸")
    text = (await here.owner.sees("🗺 ناحیه ۸")).text
    # One hidden count alone could be worked out from the sub-district's, and from how many voted in the neighbourhood.
    assert "▫️ گلشن (خاک‌سفید): آسفالت —، روشنایی —، نظافت ۷" in text
    assert "▫️ حکیمیه: آسفالت —، روشنایی —، نظافت ۱۰" in text


# To managers, and back to the people


async def group_of_n8(world: World) -> tuple[Person, object]:
    ali = await world.manager("علی", "n8")
    return ali, await world.group("n8", ali)


async def test_a_decision_reaches_all_who_voted_and_nobody_else(world: World) -> None:
    here = await street(world)
    await here.ask()
    await here.laleh.press("آسفالت")
    await here.laleh.sees(THANKS)
    await here.close()
    await here.owner.press("ثبت تصمیم")
    await here.owner.sees("چه تصمیمی گرفته شد")
    await here.owner.send("خیابان گلبرگ تا پایان ماه آسفالت می‌شود.")
    await here.owner.sees("ثبت شد و به همهٔ کسانی")
    told = await here.laleh.sees("گفتید، کردیم")
    assert "تصمیم: خیابان گلبرگ" in told.text
    await here.reza.does_not_see("گفتید، کردیم")
    await here.owner.press("ثبت پیگیری")
    await here.owner.send("آسفالت شد.")
    await here.laleh.sees("پیگیری: آسفالت شد.")
    await here.reza.send("/polls")
    await here.reza.press("کدام مهم‌تر")
    assert "پیگیری: آسفالت شد." in (await here.reza.sees("نتیجهٔ «")).text
    assert (await the_poll(world)).state == "decided"


async def test_managers_hear_of_the_result_in_their_group_and_decide_there(world: World) -> None:
    here = await street(world)
    ali, group = await group_of_n8(world)
    await here.draft()
    await here.choose("برای چه کسانی", "محل زندگی", "ناحیه ۸", "شرط‌های دیگر", "بازگشت")
    await lives_in(world, here.laleh, "golshan")
    await here.owner.press("ارسال")
    await here.laleh.press("آسفالت")
    await here.laleh.sees(THANKS)
    await here.close()
    told = await ali.sees("پایان یافت", at=group)  # type: ignore[arg-type]
    reza = here.reza
    group.add(reza)  # type: ignore[attr-defined]
    press = await reza.press("ثبت تصمیم", at=told)
    assert "فقط برای مدیران محدوده" in (await press.answer).text
    await ali.press("ثبت تصمیم", at=told)
    asked = await ali.sees("چه تصمیمی گرفته شد", at=group)  # type: ignore[arg-type]
    await ali.reply(asked, "آسفالت می‌کنیم.")
    await here.laleh.sees("تصمیم: آسفالت می‌کنیم.")


async def test_a_manager_of_another_area_decides_nothing(world: World) -> None:
    here = await street(world)
    mina = await world.manager("مینا", "n4")
    await here.ask()
    await here.close()
    poll = await the_poll(world)
    assert world.app
    await mina.send("/polls")
    from tests.conversations.test_poll_answer import copied  # noqa: PLC0415

    await world.app.intake.process([copied(f"polls:decide:{poll.id}", mina)])
    await mina.does_not_see("چه تصمیمی")


async def test_the_digest_tells_of_the_area(world: World) -> None:
    here = await street(world)
    ali, group = await group_of_n8(world)
    await here.ask()
    await neighbours_vote(world, golshan=[11, 6, 7])
    await ali.send("/digest", to=group)  # type: ignore[arg-type]
    text = (await ali.sees("نظرسنجی باز", at=group)).text  # type: ignore[arg-type]
    assert "کدام مهم‌تر است؟ · ۳۶۶ پاسخ" in text
    assert "(کل:" not in text  # areas only once it is closed
    world.now.move(seconds=9 * DAY)
    await world.tick()
    await ali.send("/digest", to=group)  # type: ignore[arg-type]
    text = (await ali.sees("نظرسنجی پایان‌یافته", at=group)).text  # type: ignore[arg-type]
    assert "▫️ آسفالت: ۳۸٪ (کل: ۲۹٪)" in text
    world.now.move(seconds=2 * DAY)
    await ali.send("/digest", to=group)  # type: ignore[arg-type]
    assert "نظرسنجی" not in (await ali.sees("خلاصهٔ روزانه", at=group)).text  # type: ignore[arg-type]


# Pictures and files


def file_of(world: World, message: Message) -> bytes:
    document = message.document
    assert document
    return world.telegram.bot.files[document["file_id"]].data


async def test_a_picture_is_drawn_once_and_kept(world: World) -> None:
    here = await street(world)
    await here.ask()
    await here.laleh.press("آسفالت")
    await here.laleh.sees(THANKS)
    await here.laleh.press("نتیجه")
    await here.laleh.press("نمودار")
    await here.laleh.wait(here.laleh.chat, lambda: pictures(here.laleh, 1), 30, "a picture")
    assert await rows(world, "SELECT COUNT(*) FROM poll_picture") == [(1,)]
    await here.laleh.press("نمودار")
    await here.laleh.wait(here.laleh.chat, lambda: pictures(here.laleh, 2), 5, "at once")
    await here.reza.press("نظافت")
    await here.reza.sees(THANKS)


def pictures(person: Person, count: int) -> bool | None:
    return sum(bool(message.photo) for message in person.messages if message.from_bot) == count or None


async def test_what_is_hidden_from_people_is_drawn_in_no_group_of_theirs(world: World) -> None:
    from tests.conversations.test_poll_answer import copied  # noqa: PLC0415

    here = await street(world)
    ali, group = await group_of_n8(world)
    await shown(here, "فقط برای مدیران")
    await here.laleh.press("آسفالت")
    await here.laleh.sees(THANKS)
    await here.close()
    poll = await the_poll(world)
    told = await ali.sees("پایان یافت", at=group)  # type: ignore[arg-type]
    square = {"id": -100_600, "type": "supergroup", "title": "میدان"}
    assert world.app
    await world.app.intake.process([copied(f"pollimage:all:{poll.id}", here.owner, chat=square)])
    assert await rows(world, "SELECT COUNT(*) FROM errand WHERE kind = 'poll_picture'") == [(0,)]
    group.add(here.owner)  # type: ignore[attr-defined]
    await here.owner.press("نمودار", at=told)
    await here.owner.sees_toast("نمودار آماده")


async def test_whoever_may_not_see_the_result_gets_no_picture(world: World) -> None:
    here = await street(world)
    await here.ask()
    await here.laleh.press("نتیجه")
    await here.laleh.sees_toast("پس از رأی دادن")
    poll = await the_poll(world)
    from tests.conversations.test_poll_answer import copied  # noqa: PLC0415

    assert world.app
    await world.app.intake.process([copied(f"pollimage:all:{poll.id}", here.laleh)])
    await here.laleh.sees_toast("پس از رأی دادن")


async def test_exports_hold_a_row_for_each_answer_and_nobodys_name(world: World) -> None:
    here = await street(world)
    await here.ask()
    await neighbours_vote(world, golshan=[11, 6, 7], narmak_shomali=[3, 20, 4])
    await here.laleh.press("نظافت")
    await here.laleh.sees(THANKS)
    await here.close()
    await here.owner.press("CSV")
    sent = await here.owner.sees("هر پاسخ در یک سطر", within=20)
    table = list(csv.reader(io.StringIO((file_of(world, sent)).decode("utf-8-sig"))))
    assert table[0] == ["سؤال", "پاسخ", "ناحیه", "محله"]
    assert len(table) == 1 + 376
    named = {row[3] for row in table[1:]}
    assert "اوقاف" in named
    assert "نارمک شمالی" not in named
    assert "لاله" not in str(table)
    await here.owner.press("Excel")
    sent = await here.owner.sees("هر پاسخ در یک سطر", within=20)
    book = openpyxl.load_workbook(io.BytesIO(file_of(world, sent)))
    assert book.active is not None
    assert [[cell or "" for cell in row] for row in book.active.iter_rows(values_only=True)] == table


async def test_the_export_of_a_named_poll_has_names(world: World) -> None:
    here = await street(world)
    await here.draft()
    await here.choose("با نام شود")
    await here.send(QUESTION)
    await lives_in(world, here.laleh, "golshan")
    await here.laleh.press("نظافت")
    await here.laleh.sees(THANKS)
    await here.owner.press("CSV")
    sent = await here.owner.sees("هر پاسخ در یک سطر", within=20)
    table = list(csv.reader(io.StringIO((file_of(world, sent)).decode("utf-8-sig"))))
    assert table[1] == [QUESTION, "نظافت", "ناحیه ۸", "گلشن (خاک‌سفید)", "لاله"]


# In public


async def test_a_group_gets_a_link_or_a_native_poll(world: World) -> None:
    here = await street(world)
    _, group = await group_of_n8(world)
    for mirror, named in (("پیوند", "به‌صورت پیوند"), ("نظرسنجی تلگرام", "به‌صورت نظرسنجی تلگرام")):
        await here.draft()
        await here.choose("کانال‌ها", "مدیران n8")
        await here.choose(mirror, "بازگشت")
        await here.owner.sees(f"{named}، در ۱ کانال یا گروه هم منتشر می‌شود")
        await here.send(QUESTION)
    await here.draft()
    await here.choose("سؤال دیگر")
    await here.owner.sees("سؤال بعدی")
    await here.owner.send("چرا؟")
    await here.choose("پاسخ نوشتاری", "کانال‌ها", "مدیران n8", "نظرسنجی تلگرام", "بازگشت")
    await here.owner.sees("فقط سؤال نخست را در بر می‌گیرد")
    posted = await here.owner.sees("هر نفر یک رأی دارد", at=group)  # type: ignore[arg-type]
    assert posted.buttons == ["🗳 پاسخ می‌دهم"]
    native = await here.owner.wait(
        group.chat,  # type: ignore[attr-defined]
        lambda: next((message for message in group.messages if message.poll), None),  # type: ignore[attr-defined]
        5, "a native poll",
    )  # fmt: skip
    assert native.poll
    assert [option["text"] for option in native.poll["options"]] == ["آسفالت", "روشنایی", "نظافت"]


async def test_audiences_of_announcements_know_who_answered(world: World) -> None:
    here = await street(world)
    await here.ask()
    await here.laleh.press("آسفالت")
    await here.laleh.sees(THANKS)
    await here.owner.send("/broadcast")
    await here.owner.sees("همین‌جا بفرستید")
    await here.owner.send("از شما که هنوز رأی نداده‌اید می‌پرسیم.")
    await here.choose("رأی‌نداده‌ها", "کدام مهم‌تر", "شرط‌های دیگر")
    await here.owner.sees("رأی نداده‌اند")
    await here.choose("تأیید گیرندگان", "ارسال")
    await here.reza.sees("هنوز رأی نداده‌اید")
    await here.laleh.does_not_see("هنوز رأی نداده‌اید")

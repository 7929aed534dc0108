"""How polls are made, sent, and steered in their time."""

import pytest

from tests.conftest import World
from tests.conversations.announcing import administrator
from tests.conversations.polling import FORM, QUESTION, THANKS, rows, street, the_poll, vote
from tests.conversations.silence import all_said
from tests.conversations.test_digest import to

DAY = 86400


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
    assert "به کمتر از ۲۰ نفر" in (await here.draft()).text
    await here.choose("با نام شود")
    assert "به کمتر از" not in (await here.owner.sees("با نام: مدیران می‌بینند")).text
    await here.choose("پیش‌نمایش")
    await here.owner.press("آسفالت")
    await here.owner.sees_toast("دیگر کار نمی‌کند")
    await here.choose("نمایش نتیجه", "پس از پایان")
    await here.owner.sees("نتیجه: پس از پایان")
    await here.choose("یادآوری نشود")
    await here.owner.sees("یادآوری نمی‌شود")
    await (await here.owner.press("حذف آخرین سؤال")).answer
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


async def test_it_opens_and_closes_in_its_time(world: World) -> None:
    here = await street(world)
    await here.draft_for_tomorrow()
    await here.choose("🔴 پایان", "۳ روز")
    await here.owner.sees("پایان:")
    await here.owner.press("ارسال")
    await here.owner.sees("در انتظار آغاز")
    await all_said(world)
    await here.laleh.does_not_see(QUESTION)
    to(world, 10, 1)
    await world.tick()
    await here.laleh.sees(QUESTION)
    await vote(here.laleh, "آسفالت")
    world.now.move(seconds=3 * DAY)
    await world.tick()
    await here.laleh.sees("سپاس که نظر دادید")
    assert (await the_poll(world)).state == "closed"


async def test_a_scheduled_poll_can_be_called_back(world: World) -> None:
    here = await street(world)
    await here.draft_for_tomorrow()
    await here.choose("ارسال", "برگشت به پیش‌نویس")
    await here.owner.sees("پیش‌نویس")
    to(world, 10, 1)
    await all_said(world)
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
    await vote(here.laleh, "آسفالت")
    world.now.move(seconds=6 * DAY + 60)
    await world.tick()
    reminded = await here.reza.sees("این تنها یادآوری")
    assert QUESTION in reminded.text
    await all_said(world)
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
    await all_said(world)
    assert sum(message.contains("این تنها یادآوری") for message in here.reza.messages) == 1


async def test_it_is_written_down_who_steers_a_poll(world: World) -> None:
    here = await street(world)
    await here.draft_for_tomorrow()
    await here.choose("ارسال", "برگشت به پیش‌نویس")
    await here.owner.sees("پیش‌نویس")
    await here.ask()
    await here.owner.press("🔔 یادآوری")
    await here.reza.sees("این تنها یادآوری")
    await here.close()
    noted = await rows(world, "SELECT action, actor FROM audit WHERE action LIKE 'poll%' ORDER BY id")
    assert noted == [(action, here.owner.id) for action in ("poll", "poll:recall", "poll", "poll:remind", "poll:close")]

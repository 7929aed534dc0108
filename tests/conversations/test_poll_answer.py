"""Answering a poll: at one tap, once each, changed until it closes."""

import asyncio

import pytest

from storage import polls
from tests.conftest import World
from tests.conversations.polling import (
    FORM,
    QUESTION,
    THANKS,
    Street,
    copied,
    counted,
    lives_in,
    payload_in,
    rows,
    street,
    the_poll,
    vote,
)
from tests.conversations.silence import all_said


async def test_one_message_makes_a_poll_and_one_tap_answers_it(world: World) -> None:
    here = await street(world)
    await here.ask()
    asked = await here.laleh.sees(QUESTION)
    assert "بدون نام" in asked.text
    options = ["آسفالت", "روشنایی", "نظافت"]
    assert [label for label in asked.buttons if label in options] == options
    press = await here.laleh.press("روشنایی")
    assert "روشنایی" in (await press.answer).text
    voted = await here.laleh.sees(THANKS)
    assert voted is asked, "another message"
    assert "۱۰۰٪ · روشنایی (۱ رأی)" in voted.text
    await here.reza.press("آسفالت")
    await here.reza.sees("۵۰٪ · آسفالت (۱ رأی)")
    await here.laleh.press("نتیجه")
    assert "۵۰٪ · روشنایی (۱ رأی)" in (await here.laleh.sees("۲ پاسخ")).text


async def test_a_vote_may_be_changed_and_counts_once(world: World) -> None:
    here = await street(world)
    await here.ask()
    for label in ("آسفالت", "نظافت", "روشنایی"):
        await here.laleh.press(label)
        await here.laleh.sees(f"۱۰۰٪ · {label} (۱ رأی)")
    assert await counted(world) == {0: 0, 1: 1, 2: 0, 3: 0, 4: 0}
    assert await rows(world, "SELECT COUNT(*) FROM voter") == [(1,)]


async def test_what_is_sent_to_an_anonymous_voter_does_not_show_the_vote(world: World) -> None:
    here = await street(world)
    await here.ask()
    await here.reza.press("نظافت")
    await here.laleh.press("روشنایی")
    voted = await here.laleh.sees(THANKS)
    assert not any("✅" in label for label in voted.buttons)


async def test_a_named_poll_says_so_and_marks_the_vote(world: World) -> None:
    here = await street(world)
    await here.draft()
    await here.choose("با نام شود")
    await here.send(QUESTION)
    assert "با نام: مدیران می‌بینند" in (await here.laleh.sees(QUESTION)).text
    await here.laleh.press("روشنایی")
    assert "✅ روشنایی" in (await here.laleh.sees(THANKS)).buttons
    assert await rows(world, "SELECT person_id FROM vote") == [(here.laleh.id,)]


async def led(here: Street, *steps: str) -> None:
    """The dialogue that leads to a poll: what is written, and after a > what is pressed."""
    await here.owner.send("/newpoll")
    await here.owner.sees("سؤال نظرسنجی را")
    for step in steps:
        if step.startswith(">"):
            await here.owner.press(step[1:])
        else:
            await here.owner.send(step)
    await here.owner.sees("پیش‌نمایش نظرسنجی")


async def test_several_choices_up_to_a_maximum(world: World) -> None:
    here = await street(world)
    await led(here, "کدام‌ها کم است؟", ">چند گزینه", "پارک\nدرمانگاه\nکتابخانه", ">۲ گزینه")
    await here.send("کدام‌ها کم است؟")
    asked = await here.laleh.sees("تا ۲ گزینه")
    await (await here.laleh.press("ثبت انتخاب‌ها")).answer
    await here.laleh.sees_toast("دست‌کم یک گزینه")
    for label in ("پارک", "کتابخانه"):
        await here.laleh.press(label)
        await here.laleh.wait(here.laleh.chat, lambda label=label: f"✅ {label}" in asked.buttons or None, label)
    await here.laleh.press("درمانگاه")
    await here.laleh.sees_toast("بیش از ۲ گزینه")
    await here.laleh.press("کتابخانه")
    await here.laleh.wait(here.laleh.chat, lambda: "کتابخانه" in asked.buttons or None, "unmarked")
    await here.laleh.press("درمانگاه")
    await here.laleh.wait(here.laleh.chat, lambda: "✅ درمانگاه" in asked.buttons or None, "marked")
    assert await rows(world, "SELECT COUNT(*) FROM vote") == [(0,)], "nothing counts before it is handed in"
    await here.laleh.press("ثبت انتخاب‌ها")
    text = (await here.laleh.sees(THANKS)).text
    assert "۱ پاسخ" in text
    assert "۱۰۰٪ · پارک" in text
    assert "۱۰۰٪ · درمانگاه" in text
    assert "۰٪ · کتابخانه" in text


async def test_a_scale_from_one_to_five(world: World) -> None:
    here = await street(world)
    await led(here, "از پاکیزگی محله راضی هستید؟", ">از ۱ تا ۵")
    await here.send("از پاکیزگی محله راضی هستید؟")
    assert "از ۱ (خیلی کم) تا ۵ (خیلی زیاد)" in (await here.laleh.sees("راضی هستید")).text
    await here.laleh.press("۴")
    await here.reza.press("۱")
    assert "میانگین: ۲٫۵ از ۵" in (await here.reza.sees(THANKS)).text


async def test_yes_no_or_dont_know(world: World) -> None:
    here = await street(world)
    await led(here, "بازار روز بماند؟", ">بله، خیر، نمی‌دانم")
    await here.send("بازار روز بماند؟")
    await here.laleh.press("نمی‌دانم")
    assert "۱۰۰٪ · نمی‌دانم" in (await here.laleh.sees(THANKS)).text


async def test_in_ones_own_words_for_managers_alone(world: World) -> None:
    here = await street(world)
    await led(here, "چه چیزی کم است؟", ">پاسخ نوشتاری")
    await here.send("چه چیزی کم است؟")
    for person, words in ((here.laleh, "نیمکت در پارک، ۰۹۱۲۳۴۵۶۷۸۹"), (here.reza, "پارک نور ندارد")):
        await person.press("نوشتن پاسخ")
        await person.sees("نام و نشانی و شمارهٔ تلفن ننویسید")
        await person.send(words)
        thanks = await person.sees("سپاس از شما")
        assert "مدیران می‌خوانند و منتشر نمی‌شود" in thanks.text
        assert words not in thanks.text
    await here.laleh.press("تغییر پاسخ")
    await here.laleh.press("نوشتن پاسخ")
    await here.laleh.send("سایه در پارک، ۰۹۱۲۳۴۵۶۷۸۹")
    await here.laleh.sees("سپاس از شما")
    await here.owner.press("پاسخ‌های نوشتاری")
    text = (await here.owner.sees("۲ پاسخ")).text
    assert "پارک: ۲ پاسخ" in text
    assert "سایه در پارک" in text
    assert "نیمکت" not in text
    assert "۰۹۱۲" not in text


async def test_words_that_were_set_aside_take_the_place_of_no_later_ones(world: World) -> None:
    here = await street(world)
    await led(here, "چه چیزی کم است؟", ">پاسخ نوشتاری")
    await here.send("چه چیزی کم است؟")
    await here.laleh.press("نوشتن پاسخ")
    await here.laleh.send("نور")
    await here.laleh.sees("سپاس از شما")
    await here.laleh.press("تغییر پاسخ")
    await here.laleh.press("نوشتن پاسخ")
    await here.laleh.sees("بنویسید و بفرستید")
    old = copied("", here.laleh, text="کهنه")["callback_query"]
    assert isinstance(old, dict)
    message = {**old["message"], "from": old["from"]}
    assert world.app
    await world.app.intake.process([{"update_id": 900_000_000, "message": message}], replayed=1)
    await here.laleh.sees("دیر به دست ما رسید")
    assert await rows(world, "SELECT words FROM vote") == [("نور",)]


async def test_words_may_be_no_longer_than_a_limit(world: World) -> None:
    here = await street(world)
    await led(here, "چه چیزی کم است؟", ">پاسخ نوشتاری")
    await here.send("چه چیزی کم است؟")
    await here.laleh.press("نوشتن پاسخ")
    await here.laleh.send("آ" * 1001)
    await here.laleh.sees("بیش از ۱۰۰۰ حرف")
    await here.laleh.send("نور")
    await here.laleh.sees("سپاس از شما")


async def three_questions(here: Street) -> None:
    await here.draft()
    for words, kind in (("از پارک راضی هستید؟", "از ۱ تا ۵"), ("چرا؟", "پاسخ نوشتاری")):
        await here.choose("سؤال دیگر")
        await here.owner.sees("سؤال بعدی")
        await here.owner.send(words)
        await here.choose(kind)
        await here.owner.sees("پیش‌نمایش نظرسنجی")
    await here.send(QUESTION)


async def test_several_questions_in_one_message_edited_in_place(world: World) -> None:
    here = await street(world)
    await three_questions(here)
    asked = await here.laleh.sees("سؤال ۱ از ۳")
    await here.laleh.press("آسفالت")
    assert await here.laleh.sees("سؤال ۲ از ۳") is asked
    await here.laleh.press("۵")
    await here.laleh.sees("سؤال ۳ از ۳")
    await here.laleh.press("نوشتن پاسخ")
    await here.laleh.sees("بنویسید و بفرستید")
    await here.laleh.send("سایه دارد")
    text = (await here.laleh.sees("سپاس از شما")).text
    assert "۱۰۰٪ · آسفالت" in text
    assert "میانگین: ۵ از ۵" in text
    await here.laleh.press("تغییر پاسخ")
    await here.laleh.sees("سؤال ۱ از ۳")
    await here.laleh.press("نظافت")
    assert "۱۰۰٪ · نظافت" in (await here.laleh.sees("سپاس از شما")).text


async def test_it_goes_on_where_one_stopped(world: World) -> None:
    here = await street(world)
    await three_questions(here)
    await here.laleh.press("آسفالت")
    await here.laleh.sees("سؤال ۲ از ۳")
    await lives_in(world, here.laleh, "golshan")
    await here.laleh.press("🗳 نظرسنجی‌ها")
    await here.laleh.press("✅ کدام مهم‌تر است")
    await here.laleh.sees("سؤال ۲ از ۳")
    await here.laleh.press("رد شدن")
    await here.laleh.sees("سؤال ۳ از ۳")
    await here.laleh.press("قبلی")
    await here.laleh.sees("سؤال ۲ از ۳")
    await here.laleh.press("رد شدن")
    await here.laleh.sees("سؤال ۳ از ۳")
    await here.laleh.press("رد شدن")
    await here.laleh.sees("سپاس از شما")


async def test_whoever_has_skipped_everything_is_not_thanked_for_answers(world: World) -> None:
    here = await street(world)
    await three_questions(here)
    await lives_in(world, here.laleh, "golshan")
    await here.laleh.press("🗳 نظرسنجی‌ها")
    await here.laleh.press("🗳 کدام مهم‌تر است")
    for number in "۱۲۳":
        await here.laleh.sees(f"سؤال {number} از ۳")
        await here.laleh.press("رد شدن")
    asked = await here.laleh.sees("پاسخی ندادید")
    assert not asked.contains("ثبت شد")
    await here.laleh.press("پاسخ می‌دهم")
    await here.laleh.sees("سؤال ۱ از ۳")


async def by_link(here: Street) -> str:
    """The payload of the newest poll's link, as the administrator gets it with a poster."""
    await here.owner.press("پیوند و کد تصویری")
    poster = await here.owner.sees("این تصویر را چاپ کنید")
    assert poster.photo
    return payload_in(poster)


async def test_from_a_link_the_area_is_asked_once_and_only_if_it_is_unknown(world: World) -> None:
    here = await street(world)
    await here.ask()
    link = await by_link(here)
    mina = world.telegram.person("مینا")
    await mina.start(link)
    await mina.sees("در کدام محله زندگی می‌کنید؟")
    await mina.press("ناحیه ۸")
    await mina.press("گلشن")
    await mina.sees(QUESTION)
    await vote(mina, "آسفالت")
    assert await rows(world, "SELECT area FROM vote") == [("golshan",)]
    await here.ask(FORM.replace("مهم‌تر", "فوری‌تر"))
    await mina.start(await by_link(here))
    await mina.sees("کدام فوری‌تر است؟")


async def test_nobody_has_to_say_where_they_live(world: World) -> None:
    here = await street(world)
    await here.ask()
    mina = world.telegram.person("مینا")
    await mina.start(await by_link(here))
    await mina.press("نمی‌گویم")
    await mina.sees(QUESTION)
    await mina.press("آسفالت")
    voted = await mina.sees(THANKS)
    assert await rows(world, "SELECT area FROM vote") == [("",)]
    await mina.press("محلهٔ من", at=voted)
    await mina.press("ناحیه ۸")
    await mina.press("گلشن")
    await mina.sees_toast("گلشن")
    assert await rows(world, "SELECT area FROM vote") == [("golshan",)]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_whoever_says_where_they_live_while_another_process_closes_the_poll_changes_no_vote(world: World) -> None:
    here = await street(world)
    await here.ask()
    await vote(here.laleh, "آسفالت")
    poll = await the_poll(world)
    assert world.app
    said = copied(f"poll:live:{poll.id}:0:golshan", here.laleh)
    async with world.app.database.transaction() as tx:
        assert await polls.move(tx, poll.id, ("open",), "closed", world.now())
        served = asyncio.create_task(world.app.intake.process([said]))
        assert not (await asyncio.wait([served], timeout=0.5))[0]
    await served
    assert await rows(world, "SELECT area FROM vote") == [("",)]


async def test_a_link_to_nothing(world: World) -> None:
    here = await street(world)
    for payload in ("p99", "p0", "p" + "9" * 15):
        await here.laleh.start(payload)
        await here.laleh.sees("دیگر در دسترس نیست")


async def test_a_draft_cannot_be_opened(world: World) -> None:
    here = await street(world)
    await here.draft()
    (number,) = (await rows(world, "SELECT id FROM poll"))[0]
    await here.laleh.start(f"p{number}")
    await here.laleh.sees("دیگر در دسترس نیست")


async def test_a_poll_for_an_area_is_for_those_who_live_there(world: World) -> None:
    here = await street(world)
    await lives_in(world, here.laleh, "golshan")
    await lives_in(world, here.reza, "narmak_shomali")
    await here.draft()
    await here.choose("برای چه کسانی", "محل زندگی", "ناحیه ۸", "شرط‌های دیگر", "بازگشت")
    await here.owner.sees("ساکنان ناحیه ۸ · ۱ نفر")
    await here.owner.press("ارسال")
    await here.laleh.sees(QUESTION)
    await all_said(world)
    await here.reza.does_not_see(QUESTION)
    await vote(here.laleh, "آسفالت")
    await here.owner.sees("نرخ پاسخ")
    link = await by_link(here)
    await here.reza.start(link)
    await here.reza.sees("ساکنان محدودهٔ دیگری")
    mina = world.telegram.person("مینا")
    await mina.start(link)
    await mina.sees("برای ساکنان یک محدوده است")
    await mina.press("جای دیگری")
    await mina.sees_toast("ساکنان محدودهٔ دیگری")
    assert await rows(world, "SELECT COUNT(*) FROM vote") == [(1,)]


@pytest.mark.parametrize("code", ["narmak_shomali", "n8"])
async def test_a_home_that_was_not_offered_is_none(world: World, code: str) -> None:
    here = await street(world)
    await here.draft()
    await here.choose("برای چه کسانی", "محل زندگی", "ناحیه ۸", "شرط‌های دیگر", "بازگشت")
    await here.owner.press("ارسال")
    await here.owner.sees("نرخ پاسخ")
    poll = await the_poll(world)
    assert world.app
    for given in (code, "golshan"):
        await world.app.intake.process([copied(f"poll:live:{poll.id}:0:{given}", here.laleh)])
        assert await rows(world, "SELECT home FROM person WHERE id = :id", id=here.laleh.id) == [
            (given if given == "golshan" else "",)
        ]


@pytest.mark.parametrize(
    "message",
    [
        {"chat": {"id": -100500, "type": "supergroup", "title": "همسایه‌ها"}},
        {"chat": {"id": -500, "type": "group", "title": "همسایه‌ها"}},
        {"forward_origin": {"type": "hidden_user", "sender_user_name": "?", "date": 1}},
    ],
)
async def test_copies_cannot_vote(world: World, message: dict[str, object]) -> None:
    here = await street(world)
    await here.ask()
    poll = await the_poll(world)
    assert world.app
    await world.app.intake.process([copied(f"poll:vote:{poll.id}:0:1", here.laleh, **message)])
    assert await rows(world, "SELECT COUNT(*) FROM vote") == [(0,)]
    await world.app.intake.process([copied(f"poll:vote:{poll.id}:0:1", here.laleh)])
    assert await rows(world, "SELECT COUNT(*) FROM vote") == [(1,)]


async def test_a_press_that_was_set_aside_does_not_vote_when_it_is_served_at_last(world: World) -> None:
    here = await street(world)
    await here.ask()
    await vote(here.laleh, "آسفالت")
    poll = await the_poll(world)
    assert world.app
    await world.app.intake.process([copied(f"poll:vote:{poll.id}:0:1", here.laleh)], replayed=1)
    assert await counted(world) == {0: 1, 1: 0, 2: 0, 3: 0, 4: 0}


@pytest.mark.parametrize(
    "data",
    [
        "poll:vote:1:0:9", "poll:vote:1:0:99", "poll:vote:1:7:0", "poll:vote:1:0:", "poll:vote:1:0:-1",
        "poll:vote:99:0:0", "poll:vote:x:0:0", "poll:submit:1:0:3", "poll:mark:1:0:1", "poll:write:1:0",
        "poll:what:1:0:0", "poll::::", "poll:vote:1:0:" + "9" * 30, "poll:live:1:0:nowhere", "poll:ask:1:9",
        "polls:see:1", "polls:send:1", "polls:close:1", "polls:csv:1", "polls:list:0", "pollrule:area:1:n8",
        "pollimage:all:1", "polls:decide:1",
    ],
)  # fmt: skip
async def test_buttons_that_nobody_was_shown_do_nothing(world: World, data: str) -> None:
    here = await street(world)
    await here.ask()
    assert world.app
    await world.app.intake.process([copied(data, here.laleh)])
    assert await rows(world, "SELECT COUNT(*) FROM vote") == [(0,)]
    assert (await the_poll(world)).state == "open"
    assert await rows(world, "SELECT COUNT(*) FROM set_aside") == [(0,)]


async def test_turning_the_topic_off_leaves_the_poll_where_it_is(world: World) -> None:
    here = await street(world)
    await here.ask()
    asked = await here.laleh.sees(QUESTION)
    await here.laleh.press("دیگر از نظرسنجی تازه خبر نده")
    await here.laleh.wait(here.laleh.chat, lambda: "دوباره از" in " ".join(asked.buttons) or None, "turned")
    assert {"آسفالت", "روشنایی", "نظافت"} <= set(asked.buttons)
    await vote(here.laleh, "آسفالت")


async def test_everybody_is_asked_in_their_own_language(world: World) -> None:
    here = await street(world)
    emma = world.telegram.person("Emma", language="en")
    await emma.start()
    await emma.sees("welcome")
    await here.ask()
    asked = await emma.sees(QUESTION)
    assert "Anonymous" in asked.text
    assert "Result" in " ".join(asked.buttons)
    await emma.press("روشنایی")
    await emma.sees("100% · ")

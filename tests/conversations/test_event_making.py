"""Officers make events: by a form in one message, by one question after the other, for their own centre alone."""

import pytest

from tests.conftest import World
from tests.conversations.event_story import (
    TITLE,
    WORDS,
    count,
    form,
    moment,
    newest,
    officer,
    opened,
    published,
    resident,
)
from tests.conversations.story import bot_messages


async def test_a_form_in_one_message_becomes_an_event(world: World) -> None:
    narges = await officer(world)
    await narges.send(form(world, ظرفیت="۳۰"))
    preview = await narges.sees("پیش‌نمایش")
    assert TITLE in preview.text
    assert "جای خالی: ۳۰ از ۳۰" in preview.text
    assert "سرای محلهٔ گلشن" in preview.text
    assert WORDS in preview.text
    laleh = await resident(world, "لاله")
    await laleh.start("e1")
    await laleh.sees("این رویداد پیدا نشد")
    await narges.press("انتشار")
    await narges.sees("منتشر شد")
    event = await newest(world)
    assert (event.minutes, event.capacity, event.centre, event.area) == (90, 30, "c_golshan", "golshan")
    assert "✅ می‌آیم" in (await opened(laleh, event)).buttons


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_a_form_may_be_written_in_other_languages(world: World, language: str) -> None:
    narges = await officer(world)
    given = {
        "en": ("title", "time", "centre", "kind", "for", "cost", "seats", "workshop", "children", "free"),
        "ar": ("العنوان", "الوقت", "المكان", "النوع", "الفئة", "التكلفة", "لكل تسجيل", "ورشة", "الأطفال", "مجاني"),
    }[language]
    title, time, where, kind, audience, cost, seats, workshop, children, free = given
    lines = {
        title: "Paper birds", time: moment(world, 2), where: "سرای محلهٔ گلشن", kind: workshop, audience: children,
        cost: free, seats: "4",
    }  # fmt: skip
    await narges.send("/newevent\n" + "\n".join(f"{name}: {value}" for name, value in lines.items()))
    await narges.sees("پیش‌نمایش")
    event = await newest(world)
    assert (event.kind, event.audience, event.cost, event.seats_each) == ("workshop", "children", 0, 4)


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("زمان", "شاید فردا", "این زمان را نفهمیدم"),
        ("زمان", "۱۴۰۴/۱/۱ ۱۶:۰۰", "این زمان گذشته است"),
        ("مدت", "کوتاه", "این مدت را نفهمیدم"),
        ("محل", "c_nowhere", "این مرکز را نشناختم"),
        ("ظرفیت", "زیاد", "ظرفیت باید عدد باشد"),
        ("رنگ", "آبی", "با نام هیچ بخشی آغاز نمی‌شود"),
    ],
)
async def test_a_line_that_cannot_be_understood_is_named_and_nothing_is_made(
    world: World, field: str, value: str, why: str
) -> None:
    narges = await officer(world)
    given = {"شرح": WORDS, field: value}
    lines = {"عنوان": TITLE, "زمان": moment(world, 3), "محل": "c_golshan", "ظرفیت": "۳۰", **given}
    ordered = sorted(lines.items(), key=lambda line: line[0] == "شرح")
    await narges.send("/newevent\n" + "\n".join(f"{name}: {said}" for name, said in ordered))
    answer = await narges.sees("رویداد ساخته نشد")
    assert f"{field}: {value}" in answer.text
    assert why in answer.text
    assert await count(world) == 0


async def test_whoever_sends_the_command_alone_is_led(world: World) -> None:
    narges = await officer(world)
    await narges.send("/newevent")
    await narges.sees("عنوان رویداد چیست؟")
    await narges.send("جشن انار")
    await narges.sees("رویداد کی آغاز می‌شود؟")
    await narges.send("دیروز")
    await narges.sees("این زمان را نفهمیدم")
    await narges.send("فردا ساعت ۱۷")
    preview = await narges.sees("پیش‌نمایش")
    assert "جشن انار" in preview.text
    assert "۱۷:۰۰" in preview.text
    await narges.press("ظرفیت")
    await narges.sees("چند نفر جا دارد؟")
    await narges.press("۲۰")
    await narges.sees("۲۰ از ۲۰")
    await narges.press("نوع")
    await narges.press("جشن", at=await narges.sees("نوع"))
    await narges.sees("🏷 جشن")
    await narges.press("عکس")
    await narges.sees("یک عکس یا پوستر بفرستید")
    await narges.send_photo()
    assert "photo" in (await narges.sees("پیش‌نمایش")).raw
    await narges.press("انتشار")
    await narges.sees("منتشر شد")
    event = await newest(world)
    assert (event.title, event.capacity, event.kind, bool(event.photo)) == ("جشن انار", 20, "celebration", True)


async def test_the_calendar_gives_a_time(world: World) -> None:
    narges = await officer(world)
    await narges.send("/newevent")
    await narges.sees("عنوان رویداد چیست؟")
    await narges.send("کوه")
    await narges.sees("رویداد کی آغاز می‌شود؟")
    await narges.press("بعدی")
    await narges.press("۱۵", at=await narges.sees("رویداد کی آغاز می‌شود؟"))
    await narges.press("۱۰:۰۰")
    await narges.press("۱۰:۳۰")
    assert "۱۰:۳۰" in (await narges.sees("پیش‌نمایش")).text


async def test_a_draft_is_gone_on_with_or_made_anew(world: World) -> None:
    narges = await officer(world)
    await narges.send(form(world))
    await narges.sees("پیش‌نمایش")
    await narges.send("/newevent")
    await narges.sees("پیش‌نویسی دارید")
    await narges.press("ادامهٔ پیش‌نویس")
    await narges.sees("پیش‌نمایش")
    await narges.press("کنار گذاشتن")
    await narges.sees("کنار گذاشته شد")
    assert await count(world) == 0


async def test_only_officers_of_a_centre_make_its_events(world: World) -> None:
    laleh = await resident(world, "لاله")
    await laleh.send(form(world))
    await laleh.sees("این کار با مسئولان رویدادهای مرکز است")
    stranger = await officer(world, "رضا", "c_mehran")
    await stranger.send(form(world))
    await stranger.sees("این مرکز در نقش شما نیست")
    assert await count(world) == 0


async def test_an_officer_whose_role_is_taken_can_do_no_more(world: World) -> None:
    narges = await officer(world)
    await published(world, narges)
    await world.owner.send("/admin")
    await world.owner.sees("مدیریت")
    await world.owner.press("نقش")
    await world.owner.press("مریم")
    await world.owner.press("بله، برداشته شود")
    await world.owner.sees_toast("برداشته شد")
    await narges.press("لغو رویداد")
    await narges.sees_toast("این کار با مسئولان رویدادهای مرکز است")


async def test_a_series_takes_place_every_week(world: World) -> None:
    narges = await officer(world)
    last = moment(world, 3 + 21).split()[0]
    event = await published(world, narges, **{"تکرار تا": last})
    await narges.sees("۴ نوبت هفتگی")
    assert await count(world) == 4
    assert event.series == 1
    assert event.starts - 3 * 7 * 86400 in range(world.now(), world.now() + 4 * 86400)


async def test_of_an_album_one_photo_is_taken_and_the_others_begin_nothing(world: World) -> None:
    narges = await officer(world)
    await published(world, narges)
    await narges.press("عکس")
    await narges.sees("یک عکس یا پوستر بفرستید")
    await narges.send_album(3)
    await narges.sees("ثبت شد")
    await narges.send("/events")
    await narges.sees("رویدادهای این هفته")
    said = " ".join(message.text for message in bot_messages(narges))
    assert not [words for words in ("گزارش ناتمام", "کجاست") if words in said]
    assert (await newest(world)).photo

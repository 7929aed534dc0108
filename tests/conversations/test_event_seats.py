"""Coming, waiting, being offered a seat, giving one back; and hearing of changes, reminders and the end of it."""

from datetime import datetime
from typing import Any

import pytest

from sandbox import Person
from storage import errands, registrations
from storage.registrations import LAPSED, OFFERED, REGISTERED, WAITING
from tests.conftest import World, make_world
from tests.conversations.event_story import (
    TEHRAN,
    comes,
    moment,
    officer,
    opened,
    published,
    registration,
    resident,
)
from tests.conversations.story import bot_messages

HOUR, DAY = 3600, 86400


async def people(world: World, *names: str) -> list[Person]:
    return [await resident(world, name) for name in names]


async def waits(person: Person, event: Any) -> None:
    await opened(person, event)
    await person.press("فهرست انتظار")
    await person.sees("شما در فهرست انتظارید")


async def test_a_full_event_has_a_waiting_list_that_moves_up(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges, ظرفیت="1")
    laleh, ali, sara = await people(world, "لاله", "علی", "سارا")
    await comes(laleh, event)
    assert "ظرفیت پر شده است" in (await opened(ali, event)).text
    await waits(ali, event)
    await waits(sara, event)
    assert "نوبت ۲" in (await sara.sees("شما در فهرست انتظارید")).text
    await laleh.press("نمی‌آیم")
    await laleh.sees_toast("ثبت شد که نمی‌آیید")
    await ali.sees("جا برای شما باز شد")
    await sara.does_not_see("جا برای شما باز شد")
    await ali.press("می‌آیم")
    await ali.sees("نام شما ثبت شده است")
    theirs = await registration(world, event, ali)
    assert theirs
    assert (theirs.state, theirs.held) == (REGISTERED, 1)


async def test_somebody_else_took_the_last_seat(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges, ظرفیت="1")
    laleh, ali = await people(world, "لاله", "علی")
    await opened(ali, event)
    await comes(laleh, event)
    await ali.press("می‌آیم")
    await ali.sees_toast("ظرفیت همین حالا پر شد")
    await ali.press("فهرست انتظار")
    await ali.sees("شما در فهرست انتظارید")


async def test_an_offer_that_is_not_taken_in_time_passes_on(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges, ظرفیت="1")
    laleh, ali, sara = await people(world, "لاله", "علی", "سارا")
    await comes(laleh, event)
    await waits(ali, event)
    await waits(sara, event)
    await laleh.press("نمی‌آیم")
    await ali.sees("جا برای شما باز شد")
    theirs = await registration(world, event, ali)
    assert theirs
    assert theirs.until
    world.now.move(seconds=theirs.until - world.now() + 1)
    await world.tick()
    await ali.sees("به نفر بعدی رسید")
    await sara.sees("جا برای شما باز شد")
    await ali.press("می‌آیم", at=await ali.sees("جا برای شما باز شد"))
    await ali.sees_toast("این پیشنهاد دیگر برقرار نیست")
    states = [await registration(world, event, person) for person in (laleh, ali, sara)]
    assert [each and each.state for each in states] == ["left", LAPSED, OFFERED]


async def test_several_come_with_one_sign_up(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges, ظرفیت="4", **{"هر ثبت‌نام": "۳"})
    laleh, ali = await people(world, "لاله", "علی")
    await opened(laleh, event)
    await laleh.press("می‌آیم")
    await laleh.press("۳ نفر")
    await laleh.sees("نام شما ثبت شده است: ۳ نفر")
    await opened(ali, event)
    await ali.press("می‌آیم")
    await ali.press("۲ نفر")
    await ali.sees_toast("فقط ۱ جای خالی مانده است")
    await laleh.press("تغییر تعداد")
    await laleh.press("۲ نفر")
    await laleh.sees("نام شما ثبت شده است: ۲ نفر")
    await ali.press("می‌آیم")
    await ali.press("۲ نفر")
    await ali.sees("نام شما ثبت شده است: ۲ نفر")


async def test_whoever_needs_more_seats_than_are_free_may_take_fewer_or_wait_on(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges, ظرفیت="3", **{"هر ثبت‌نام": "۳"})
    laleh, ali, sara = await people(world, "لاله", "علی", "سارا")
    await opened(laleh, event)
    await laleh.press("می‌آیم")
    await laleh.press("۳ نفر")
    await laleh.sees("نام شما ثبت شده است")
    for person, seats in ((ali, "۳ نفر"), (sara, "۱ نفر")):
        await opened(person, event)
        await person.press("فهرست انتظار")
        await person.press(seats)
        await person.sees("شما در فهرست انتظارید")
    await laleh.press("تغییر تعداد")
    await laleh.press("۲ نفر")
    offer = await ali.sees("از ۳ جایی که خواسته بودید ۱ جا باز شد")
    await sara.does_not_see("جا باز شد")
    await ali.press("برای جای بیشتر صبر می‌کنم", at=offer)
    await ali.sees("نوبت ۱")
    await sara.sees("جا برای شما باز شد")
    theirs = await registration(world, event, ali)
    assert theirs
    assert theirs.state == WAITING


# What people hear without asking


async def test_a_change_is_told_to_all_who_come_or_wait(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges, ظرفیت="1")
    laleh, ali, reza = await people(world, "لاله", "علی", "رضا")
    await comes(laleh, event)
    await waits(ali, event)
    await opened(reza, event)
    await narges.press("زمان")
    await narges.sees("رویداد کی آغاز می‌شود؟")
    await narges.send(moment(world, 5, 18))
    await narges.sees("ثبت شد")
    for person in (laleh, ali):
        assert "۱۸:۰۰" in (await person.sees("رویدادی که برای آن نام نوشته‌اید تغییر کرد")).text
    await reza.does_not_see("تغییر کرد")


async def test_what_nobody_needs_to_know_is_not_told(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges, ظرفیت="5")
    (laleh,) = await people(world, "لاله")
    await comes(laleh, event)
    await narges.press("ظرفیت")
    await narges.sees("چند نفر جا دارد؟")
    await narges.press("۱۰")
    await narges.sees("۹ از ۱۰")
    await laleh.does_not_see("تغییر کرد")


async def test_a_larger_room_lets_the_waiting_in_and_a_smaller_one_turns_nobody_out(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges, ظرفیت="1")
    laleh, ali = await people(world, "لاله", "علی")
    await comes(laleh, event)
    await waits(ali, event)
    await narges.press("ظرفیت")
    await narges.sees("چند نفر جا دارد؟")
    await narges.send("۲")
    await ali.sees("جا برای شما باز شد")
    await narges.sees("ثبت شد")
    await narges.press("ظرفیت")
    await narges.sees("چند نفر جا دارد؟")
    await narges.send("۱")
    await narges.sees("ظرفیت را کمتر از آن نمی‌توان کرد")


async def test_a_cancellation_is_told_and_ends_everything(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges, ظرفیت="1")
    laleh, ali = await people(world, "لاله", "علی")
    await comes(laleh, event)
    await waits(ali, event)
    await narges.press("لغو رویداد")
    await narges.sees("به ۲ ثبت‌نام‌کننده")
    await narges.press("بله، لغو شود")
    await narges.sees("لغو شد و خبر دادیم")
    for person in (laleh, ali):
        await person.sees("با پوزش، این رویداد لغو شد")
    await laleh.press("نمی‌آیم", at=await laleh.sees("نام شما ثبت شده است"))
    await laleh.sees_toast("این رویداد لغو شده است")
    world.now.move(days=4)
    await world.tick()
    await ali.does_not_see("جا باز شد")
    await laleh.does_not_see("یادآوری")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_at_night_a_change_makes_no_sound_unless_the_event_is_close(database_url: str) -> None:
    async with make_world(database_url, quiet_hours="00:00-23:59") as world:
        await world.start()
        await world.owner.start()
        far = await published(world, world.owner, days=3)
        (laleh,) = await people(world, "لاله")
        await comes(laleh, far)
        await world.owner.press("لغو رویداد", at=await world.owner.sees("منتشر شد"))
        await world.owner.press("بله، لغو شود")
        await laleh.sees("این رویداد لغو شد")
        near = await published(world, world.owner, زمان=_soon(world))
        await comes(laleh, near)
        await world.owner.press("لغو رویداد")
        await world.owner.press("بله، لغو شود")
        await laleh.wait(laleh.chat, lambda: len(_sounds(world)) == 2 or None, 5, "two are told")
        assert _sounds(world) == [False, True]


def _soon(world: World) -> str:
    return datetime.fromtimestamp(world.now() + HOUR, TEHRAN).strftime("%Y-%m-%d %H:%M")


def _sounds(world: World) -> list[bool]:
    """Of each cancellation that was told, whether it made a sound."""
    calls = [call for call in world.telegram.calls_of("sendMessage") if "این رویداد لغو شد:" in call.params["text"]]
    return [not call.params.get("disable_notification") for call in calls]


# Reminders


def reminded(person: Person) -> int:
    return len([message for message in bot_messages(person) if "یادآوری:" in message.text])


async def pass_time(world: World, until: int) -> None:
    world.now.move(seconds=until - world.now())
    await world.tick()


async def test_reminders_come_a_day_and_two_hours_before_once_each(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges)
    laleh, ali, sara = await people(world, "لاله", "علی", "سارا")
    for person in (laleh, ali, sara):
        await comes(person, event)
    await ali.send("/events")
    await ali.press("خبرها و یادآوری‌ها")
    await (await ali.press("یادآوری یک روز پیش")).answer
    await sara.press("نمی‌آیم")
    await sara.sees_toast("ثبت شد که نمی‌آیید")
    await pass_time(world, event.starts - DAY + 60)
    await laleh.sees("یادآوری: رویدادی که در آن نام نوشته‌اید فرداست")
    await world.tick()
    await world.stop()
    await world.start()
    await world.tick()
    await pass_time(world, event.starts - 2 * HOUR + 60)
    await laleh.sees("یادآوری: تا دو ساعت دیگر")
    await ali.sees("یادآوری: تا دو ساعت دیگر")
    await pass_time(world, event.starts + DAY)
    assert [reminded(person) for person in (laleh, ali, sara)] == [2, 1, 0]


async def test_reminders_follow_a_changed_time(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges, days=2)
    (laleh,) = await people(world, "لاله")
    await comes(laleh, event)
    await narges.press("زمان")
    await narges.sees("رویداد کی آغاز می‌شود؟")
    await narges.send(moment(world, 4))
    await narges.sees("ثبت شد")
    await pass_time(world, event.starts - DAY + 60)
    await pass_time(world, event.starts - HOUR)
    await laleh.does_not_see("یادآوری")
    await pass_time(world, event.starts + DAY + 60)
    await laleh.sees("یادآوری: رویدادی که در آن نام نوشته‌اید فرداست")
    await pass_time(world, event.starts + 2 * DAY - 2 * HOUR + 60)
    await laleh.sees("یادآوری: تا دو ساعت دیگر")
    assert reminded(laleh) == 2


async def test_a_bot_that_slept_reminds_of_what_is_still_to_come(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges)
    (laleh,) = await people(world, "لاله")
    await comes(laleh, event)
    await world.stop()
    world.now.move(seconds=event.starts - HOUR - world.now())
    await world.start()
    await world.tick()
    await laleh.sees("یادآوری: تا دو ساعت دیگر")
    assert reminded(laleh) == 1, "tomorrow is not tomorrow any more"


async def test_an_event_that_is_over_takes_nobody_in(world: World) -> None:
    narges = await officer(world)
    event = await published(world, narges)
    (laleh,) = await people(world, "لاله")
    await opened(laleh, event)
    await pass_time(world, event.ends + 60)
    await laleh.press("می‌آیم")
    await laleh.sees_toast("این رویداد آغاز شده یا پایان یافته است")
    assert world.app
    async with world.app.database.transaction() as tx:
        assert await errands.failed(tx) == []
        assert await registrations.get(tx, event.id, laleh.id) is None

"""«زمان‌بندی»: in words, and in the calendar of buttons, each in its own language."""

from datetime import datetime, timedelta

import pytest

from locales import dates
from locales.months import day_number, month_of
from locales.words import words
from sandbox.chats import Message
from tests.conftest import OWNER, World, make_world
from tests.conversations.announcing import compose, draft
from tests.conversations.story import until


def local(world: World) -> datetime:
    return datetime.fromtimestamp(world.now(), world.settings.zone)


def tomorrow(world: World, hour: int, minute: int = 0) -> int:
    day = (local(world) + timedelta(days=1)).replace(hour=hour, minute=minute, second=0, microsecond=0)
    return int(day.timestamp())


def at_noon(world: World) -> None:
    """Shortly after: no day ends while a test is speaking of today and tomorrow, nor an hour."""
    start = local(world)
    noon = start.replace(hour=12, minute=10) + timedelta(days=1)
    world.now.move(seconds=int((noon - start).total_seconds()))


async def scheduling(world: World) -> Message:
    at_noon(world)
    await compose(world)
    await world.owner.press("زمان‌بندی")
    return await world.owner.sees("کِی فرستاده شود")


async def test_in_words(world: World) -> None:
    await scheduling(world)
    await world.owner.send("فردا ۱۰ و نیم صبح")
    await world.owner.sees("ساعت ۱۰:۳۰")
    assert (await draft(world)).start_at == tomorrow(world, 10, 30)


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "نمی‌دانم", "ک" * 4096, "۱۴۰۵/۱۳/۴۰ ۱۰:۰۰"])
async def test_words_that_are_no_time_are_asked_again(world: World, typed: str) -> None:
    await scheduling(world)
    await world.owner.send(typed)
    await world.owner.sees("این زمان را نفهمیدیم")
    await world.owner.send("فردا ۱۷:۳۰")
    await world.owner.sees("ساعت ۱۷:۳۰")


async def test_a_time_that_is_over(world: World) -> None:
    await scheduling(world)
    await world.owner.send("۱۴۰۰/۱/۱ ۱۰:۰۰")
    await world.owner.sees("گذشته است")
    assert (await draft(world)).start_at is None


async def test_a_sticker_is_no_time(world: World) -> None:
    await scheduling(world)
    await world.owner.send_sticker()
    await world.owner.sees("به گزارش اضافه نمی‌شود")
    await world.owner.send("فردا ۱۷:۳۰")
    await world.owner.sees("ساعت ۱۷:۳۰")


async def test_what_was_chosen_may_be_over_when_it_is_sent(world: World) -> None:
    await scheduling(world)
    await world.owner.send("فردا ۱۰ صبح")
    await world.owner.sees("ساعت ۱۰:۰۰")
    world.now.move(days=2)
    await world.owner.press("ارسال")
    await world.owner.sees_toast("گذشته است")
    assert (await draft(world)).state == "draft"


async def test_by_the_calendar(world: World) -> None:
    page = await scheduling(world)
    day = local(world).date() + timedelta(days=1)
    month = month_of(local(world).date(), "fa")
    assert month.title in page.buttons
    assert page.keyboard[2][-1]["text"] == "ش"  # Saturday stands on the right
    if day > month.last:
        await world.owner.press("بعدی")
        await until(lambda: month_of(day, "fa").title in page.buttons, "the next month")
    await world.owner.press(day_number(day, "fa"), at=page)
    await until(lambda: "۱۰:۰۰" in page.buttons, "the hours")
    assert len([label for label in page.buttons if ":" in label]) == 24
    await world.owner.press("۱۰:۰۰")
    await until(lambda: "۱۰:۳۰" in page.buttons, "the half hours")
    await world.owner.press("همهٔ روزهای ماه")
    await until(lambda: month_of(day, "fa").title in page.buttons, "the month again")
    await world.owner.press(day_number(day, "fa"), at=page)
    await world.owner.press("۱۰:۰۰")
    await world.owner.press("۱۰:۳۰")
    await world.owner.sees("ساعت ۱۰:۳۰")
    assert (await draft(world)).start_at == tomorrow(world, 10, 30)


async def test_months_to_come_but_none_before(world: World) -> None:
    page = await scheduling(world)
    title = month_of(local(world).date(), "fa").title
    assert not any("قبلی" in label for label in page.buttons)
    await world.owner.press("بعدی")
    await until(lambda: title not in page.buttons, "the next month")
    ways = [cell["text"] for row in page.keyboard for cell in row if cell["text"].endswith(("قبلی", "◀️"))]
    assert ways == ["بعدی ◀️", "▶️ قبلی"], "Persian goes on to the left"
    await world.owner.press("قبلی")
    await until(lambda: title in page.buttons, "this month again")
    press = world.owner.post_press(page, title)
    assert (await press.answer).text == ""  # a title is no choice


async def test_days_and_hours_that_are_over_are_not_offered(world: World) -> None:
    page = await scheduling(world)
    days = [button for row in page.keyboard for button in row if ":d." in button["callback_data"]]
    assert days[-1]["callback_data"] or days
    offered = {button["callback_data"].rpartition(".")[2] for button in days}
    assert local(world).date().isoformat() in offered
    assert all(day >= local(world).date().isoformat() for day in offered)
    await world.owner.press(day_number(local(world).date(), "fa"), at=page)
    await until(lambda: "۱۲:۰۰" in page.buttons, "the hours")
    assert "۱۱:۰۰" not in page.buttons
    await world.owner.press("۱۲:۰۰")
    await until(lambda: "۱۲:۳۰" in page.buttons, "the half hours")
    assert "۱۲:۰۰" not in page.buttons
    answer = await world.owner.post_press(
        page, {"text": "x", "callback_data": f"broadcast:day:1:t.{local(world):%Y-%m-%d}T12:00"}
    ).answer
    assert "گذشته" in answer.text


async def test_a_gregorian_month_in_english(world: World) -> None:
    at_noon(world)
    await world.owner.send("/settings")
    await world.owner.press("English")
    await world.owner.sees("Your settings")
    own = words("en").plain
    await world.owner.send("/broadcast")
    await world.owner.sees("Send the message")
    await world.owner.send("خبر")
    await world.owner.press(own("button-everybody"))
    await world.owner.press(own("button-schedule"))
    page = await world.owner.sees("When should it be sent?")
    month = month_of(local(world).date(), "en")
    assert month.title in page.buttons
    assert [button["text"] for button in page.keyboard[2]] == month.heads
    await world.owner.send("tomorrow 4 pm")
    await world.owner.sees("16:00")
    assert (await draft(world)).start_at == tomorrow(world, 16)


async def test_quiet_hours_say_when_it_will_really_begin(database_url: str) -> None:
    async with make_world(database_url, quiet_hours="21:00-09:00") as world:
        await world.start()
        await world.telegram.people[OWNER].start()
        await world.owner.sees("خوش آمدید")
        await scheduling(world)
        await world.owner.send("فردا ۲۲:۰۰")
        morning = tomorrow(world, 9) + 86400
        shown = dates.moment_words(morning, "fa", world.settings.zone, world.now())
        panel = await world.owner.sees(f"فرستادن از {shown} آغاز می‌شود")
        assert panel.contains("ساعت ۲۲:۰۰")
        await world.owner.press("فوری شود")
        await until(lambda: not panel.contains("ساعت‌های سکوت است"), "urgent ones do not wait")

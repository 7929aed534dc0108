"""The daily digest and the lists."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from locales.dates import date_words
from tests.conftest import PLACE, World
from tests.conversations.story import KIND, Team, file, preview, settled, team

TEHRAN = ZoneInfo("Asia/Tehran")


def to(world: World, hour: int, minute: int = 0) -> None:
    """Move to this time of the next day."""
    now = datetime.fromtimestamp(world.now(), TEHRAN)
    then = (now + timedelta(days=1)).replace(hour=hour, minute=minute, second=0)
    world.now.move(seconds=int((then - now).total_seconds()))


async def several(four: Team, count: int) -> list[str]:
    """Reports far enough from each other."""
    codes = []
    for number in range(count):
        await preview(four.laleh, place=(PLACE[0] + 0.0006 * (number - count // 2), PLACE[1]))
        await four.laleh.press("ارسال گزارش")
        text = (await four.laleh.sees("کد رهگیری")).text
        codes.append(re.findall(r"\d{4}-\d{4}", text)[0])
        await four.card(codes[-1])
    return codes


async def test_every_figure(world: World) -> None:
    four = await team(world, supergroup=True)
    ali, group = four.ali, four.group
    to(world, 10)
    codes = await several(four, 5)
    await four.done(codes[0])
    await four.laleh.press("رفع شده")
    await four.laleh.sees("خوشحالیم")
    await four.done(codes[1])
    await four.laleh.press("رفع نشده")
    await four.laleh.sees("دوباره باز")
    await four.laleh.send("/cancel")
    await ali.press("پرسش از شهروند", at=await four.card(codes[2]))
    await ali.reply(await ali.sees("همکار گرامی", at=group), "کجا؟")
    await four.laleh.sees("کجا؟")
    to(world, 9)
    await ali.send("/digest", to=group)
    text = (await ali.sees("خلاصهٔ روزانهٔ ناحیه ۴", at=group)).text
    for line in (
        "تازه و هنوز بررسی‌نشده: ۲", "باز: ۴", "از مهلت گذشته: ۰", "بازگشایی‌شده: ۱", "در انتظار پاسخ شهروند: ۱",
        "انجام‌شده دیروز: ۲ · امروز: ۰", date_words(world.now(), "fa", TEHRAN),
    ):  # fmt: skip
        assert line in text
    assert "دیرکرد" not in text


async def test_the_five_oldest_overdue_with_links_to_their_cards(world: World) -> None:
    four = await team(world, supergroup=True)
    codes = await several(four, 6)
    await settled(world)
    world.now.move(days=20)
    await four.ali.send("/digest", to=four.group)
    message = await four.ali.sees("قدیمی‌ترین دیرکردها", at=four.group)
    assert "از مهلت گذشته: ۶" in message.text
    assert len(message.text) < 4096
    assert [code for code in codes if code in message.text] == codes[:5]
    card = await four.card(codes[0])
    assert f"https://t.me/c/{str(four.group.id)[4:]}/{card.id}" in message.html


async def test_a_basic_group_has_no_links(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    world.now.move(days=20)
    await four.ali.send("/digest", to=four.group)
    message = await four.ali.sees("قدیمی‌ترین دیرکردها", at=four.group)
    assert "t.me" not in message.html
    assert code in message.text


async def test_every_morning_once_whatever_restarts(world: World) -> None:
    four = await team(world)
    await four.filed()
    to(world, 7, 59)
    await world.tick()
    await settled(world)
    before = digests(four)
    to(world, 8, 1)
    await world.tick()
    await world.tick()
    await world.stop()
    await world.start()
    await world.tick()
    await settled(world)
    assert digests(four) == before + 1


async def test_a_group_bound_after_this_mornings_digest_missed_none(world: World) -> None:
    to(world, 9)
    four = await team(world)
    await world.tick()
    await settled(world)
    assert digests(four) == 0


async def test_the_digest_counts_what_was_done_today(world: World) -> None:
    four = await team(world)
    to(world, 10)
    await four.done(await four.filed())
    await four.ali.send("/digest", to=four.group)
    await four.ali.sees("انجام‌شده دیروز: ۰ · امروز: ۱", at=four.group)


async def test_what_is_added_to_a_finished_report_finishes_nothing(world: World) -> None:
    four = await team(world)
    to(world, 10)
    code = await four.filed()
    await four.done(code)
    to(world, 9)
    await four.laleh.reply(await four.laleh.sees("رفع شده است؟"), "ممنون از شما")
    await four.laleh.sees("اضافه شد")
    await four.ali.send("/digest", to=four.group)
    await four.ali.sees("انجام‌شده دیروز: ۱ · امروز: ۰", at=four.group)


async def test_a_missed_digest_is_sent_up_to_six_hours_late(world: World) -> None:
    four = await team(world)
    await world.stop()
    to(world, 13, 55)
    before = digests(four)
    await world.start()
    await world.tick()
    await four.ali.wait(four.group.chat, lambda: digests(four) == before + 1 or None, "the digest")
    await world.stop()
    to(world, 14, 5)
    await world.start()
    await world.tick()
    await four.ali.send("/open", to=four.group)
    await four.ali.sees("باز نیست", at=four.group)
    await settled(world)
    assert digests(four) == before + 1


def digests(four: Team) -> int:
    return sum(message.contains("خلاصهٔ روزانه") and message.contains("باز:") for message in four.group.messages)


async def test_the_lists_page(world: World) -> None:
    four = await team(world, supergroup=True)
    codes = await several(four, 12)
    await four.ali.send("/open", to=four.group)
    listed = await four.ali.sees("گزارش‌های باز ناحیه ۴", at=four.group)
    assert [code for code in codes if code in listed.text] == codes[:10]
    assert "تا مهلت" in listed.text
    await four.ali.press("بعدی", at=listed)
    await four.ali.wait(four.group.chat, lambda: listed.contains(codes[11]) or None, "the second page")
    reza = world.telegram.person("رضا")
    four.group.add(reza)
    press = await reza.press("قبلی", at=listed)
    assert "فقط برای مدیران" in (await press.answer).text
    await four.ali.press("قبلی", at=listed)
    await four.ali.wait(four.group.chat, lambda: listed.contains(codes[0]) or None, "the first page")
    await four.ali.send("/overdue", to=four.group)
    await four.ali.sees("نگذشته است", at=four.group)
    world.now.move(days=20)
    await four.ali.send("/overdue", to=four.group)
    late = await four.ali.sees("گزارش‌های دیرکرده", at=four.group)
    assert "دیرکرد" in late.text
    assert f"t.me/c/{str(four.group.id)[4:]}/" in late.html
    assert KIND in late.text


async def test_the_digest_of_the_district_counts_all_its_parts(world: World) -> None:
    four = await team(world)
    await four.filed()
    await file(four.laleh, place=(35.7421, 51.5628))
    mina = await world.manager("مینا", "thr4")
    district = await world.group("thr4", mina)
    await mina.send("/digest", to=district)
    assert "باز: ۲" in (await mina.sees("خلاصهٔ روزانهٔ منطقه ۴", at=district)).text
    await mina.send("/open", to=district)
    assert "گلشن" in (await mina.sees("گزارش‌های باز منطقه ۴", at=district)).text

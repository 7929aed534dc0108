"""The demo as its visitor meets it: a tidy first look, the story, the tour, and a clock that can be moved."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.demo import local_telegram, open_district
from bot.demo.cast import MARYAM
from sandbox import Telegram
from sandbox.stage import Stage
from sandbox.story import POTHOLE, Players, play
from services.now import MovableNow
from tests.conversations.story import code_in, until

TEHRAN = ZoneInfo("Asia/Tehran")
DIGEST = "خلاصهٔ روزانهٔ"
HOUR, DAY = 3600, 86400
TEN = int(datetime(2026, 12, 1, 10, tzinfo=TEHRAN).timestamp())  # of a Tuesday


@asynccontextmanager
async def demo(database_url: str) -> AsyncIterator[tuple[Telegram, Players, Stage]]:
    now = MovableNow()
    now.move(seconds=TEN - now())
    async with local_telegram(now) as telegram:
        async with open_district(telegram, database_url, now) as (players, stage):
            yield telegram, players, stage
        assert telegram.problems == []


async def test_the_first_look_is_tidy(database_url: str) -> None:
    async with demo(database_url) as (telegram, players, stage):
        cast = [role.person for role in stage.cast]
        assert {len(person.messages) for person in cast} == {2}, "hello, and the bot's greeting"
        cards = [message for message in players.group.messages if message.keyboard]
        assert 8 <= len(cards) <= 40
        assert any(card.photo for card in cards)
        assert [len([g for g in telegram.groups if person.id in g.members]) for person in cast] == [0, 1, 0, 0, 2]
        await players.laleh.press("گزارش‌های من")
        listed = await players.laleh.sees("گزارش‌های شما")
        assert len(listed.buttons) == 2
        assert "رفع و بسته شد" in listed.buttons[1]
        await players.emma.press("My reports")
        assert len((await players.emma.sees("Your reports")).buttons) == 2
        assert len(stage.map) == 20


async def test_the_stops_after_the_tour(database_url: str) -> None:
    """An event, a poll and a broadcast; each is known by what has really come of it."""
    async with demo(database_url) as (telegram, players, stage):

        def done() -> list[bool]:
            return [stop().done_when() for stop in stage.stops]

        maryam = telegram.people[MARYAM.id]
        await players.laleh.press("رویدادها")
        await players.laleh.sees("رویدادهای این هفته")
        await players.laleh.press("کلاس سفال")
        full = await players.laleh.sees("ظرفیت پر شده است")
        assert full.contains("در فهرست انتظارند")
        assert done() == [False, False, False]
        await players.laleh.press("فهرست انتظار")
        await players.laleh.sees("شما در فهرست انتظارید")
        assert done() == [True, False, False]
        await players.emma.press("Polls")
        await players.emma.press("روز بازار")
        await players.emma.sees("روز بازار")
        assert done() == [True, False, False], "she has only opened it"
        await players.emma.press("جمعه")
        await players.emma.sees("Your vote is counted")
        assert done() == [True, True, False]
        await players.mehrdad.send("/broadcast")
        await players.mehrdad.sees("بفرستید")
        await players.mehrdad.send("فردا آب از ساعت ۱۰ تا ۱۲ قطع است.")
        await players.mehrdad.press("همه")
        await players.mehrdad.press("ارسال")
        await players.mehrdad.sees("خلاصهٔ پیام همگانی")
        assert done() == [True, True, True]
        stage.rewind()
        assert done() == [False, False, False]
        await maryam.press("رویدادها")
        await maryam.press("ادارهٔ رویدادها")
        await maryam.press("پیاده‌روی سالمندان")
        await maryam.sees("میانگین نظرها")
        await maryam.press("ادارهٔ رویدادها")
        await maryam.press("درخواست‌های مردم")
        await maryam.press("۴ نفر · کلاس")
        await maryam.sees("کلاس خیاطی")


async def test_the_story_is_the_tour(database_url: str) -> None:
    async with demo(database_url) as (_, players, stage):
        done: list[int] = []

        def tell(_: str) -> None:
            done.append(sum(step().done_when() for step in stage.tour))

        await play(players, stage, tell)
        tell("the end")
    assert done[0] == 0
    assert done[1] == done[2] == 1, "reported"
    assert done[3] == 3, "claimed and finished"
    assert done[4:] == [4, 4, 5], "answered; and the digest of the next morning"


async def test_the_tour_follows_whoever_reports_and_wherever(database_url: str) -> None:
    async with demo(database_url) as (telegram, players, stage):
        claim, finish, judge, digest = stage.tour[1:]
        assert judge().actor is players.laleh
        await players.emma.send_photo("A deep pothole at the corner")
        await players.emma.sees("Where")
        await players.emma.send_location(*POTHOLE)
        await players.emma.press("Pothole")
        await players.emma.press("Send the report")
        code = code_in(await players.emma.sees("racking code"))
        card = await players.ali.sees(f"· {code}", at=players.group)
        assert judge().actor is players.emma
        assert judge().words["en"].startswith("Be Emma again")
        assert (claim().group, claim().target()) == (players.group, card.id)
        await players.ali.press("عدم امکان رسیدگی", at=card)
        await players.ali.press("اعتبار", at=players.group)
        await players.emma.sees("cannot be")
        await until(lambda: judge().done_when(), "nothing is left to judge")
        assert [step().done_when() for step in (finish, judge, digest)] == [True, True, False], (
            "nothing is left to judge"
        )
        stage.rewind()
        assert not any(step().done_when() for step in stage.tour)

        elsewhere = next(place for place in stage.map if place.name["en"] == "Hakimiyeh")
        await players.laleh.send("سر کوچه یه چاله‌ی گنده هست، لکه‌گیری کنید")
        await players.laleh.sees("کجاست")
        await players.laleh.send_location(elsewhere.lat, elsewhere.lon)
        await players.laleh.press("لکه‌گیری")
        await players.laleh.press("ارسال گزارش")
        code = code_in(await players.laleh.sees("کد رهگیری"))
        group = next(group for group in telegram.groups if elsewhere.part["fa"] in group.title)
        await players.mehrdad.sees(f"· {code}", at=group)
        assert claim().actor is players.mehrdad, "Ali does not work there"
        assert f"«{group.title}»" in claim().words["fa"]
        await players.mehrdad.press("بررسی می‌کنم", at=group)
        await until(lambda: claim().done_when(), "it is claimed")
        assert (finish().group, finish().actor) == (group, players.mehrdad)
        await stage.move(stage.now() + DAY)
        await until(lambda: digest().done_when(), "the digest has come")
        assert digest().group == group
        stage.rewind()

        await players.emma.send("Bags of rubble block the way")
        await players.emma.sees("Where")
        await players.emma.send_location(35.73583, 51.50516)
        await players.emma.press("ubble")
        await players.emma.press("same problem")
        await players.emma.sees("joined")
        await until(lambda: stage.tour[0]().done_when(), "the card counts her")
        assert [step().done_when() for step in stage.tour] == [True, True, False, False, False], "Ali is at work on it"


async def test_days_pass_in_order(database_url: str) -> None:
    async with demo(database_url) as (telegram, players, stage):
        before = stage.now()
        await stage.move(before + 3 * DAY)
        assert stage.now() >= before + 3 * DAY
        digests = [message for message in players.group.messages if DIGEST in message.text]
        moments = [datetime.fromtimestamp(message.date, TEHRAN) for message in digests]
        assert [moment.hour for moment in moments] == [8, 8, 8]
        assert len({moment.date() for moment in moments}) == 3
        assert [message.text.split("\n")[1] for message in digests] == list(
            dict.fromkeys(message.text.split("\n")[1] for message in digests)
        )
        every = [message for group in telegram.groups for message in group.messages if DIGEST in message.text]
        assert len(every) == 3 * 10, "nine sub-districts and the district"
        assert max(len(message.text) for message in every) <= 4096
        await stage.move(stage.now() + 5 * DAY)
        told = [person for person in telegram.people.values() if any("یک هفته" in m.text for m in person.messages)]
        assert told, "silence has confirmed what was done"
        await players.laleh.send("یه چاله جلوی خونه‌ست")
        await players.laleh.sees("کجاست")


async def test_a_broadcast_of_the_night_has_reached_everybody_in_the_morning(database_url: str) -> None:
    async with demo(database_url) as (telegram, players, stage):
        night, morning = stage.now() + 13 * HOUR, stage.now() + 22 * HOUR
        await stage.move(night)
        await players.mehrdad.send("/broadcast")
        await players.mehrdad.sees("بفرستید")
        await players.mehrdad.send("فردا آب از ساعت ۱۰ تا ۱۲ قطع است.")
        await players.mehrdad.press("همه")
        await players.mehrdad.press("ارسال")
        await players.mehrdad.sees("آغاز")
        stop = stage.stops[-1]
        assert "شب" in stop().words["fa"]
        await stage.move(morning)
        assert stop().done_when()
        assert "شب" not in stop().words["fa"]
        reached = [m for person in telegram.people.values() for m in person.messages if m.from_bot and "قطع" in m.text]
        assert len(reached) == len(telegram.people)
        assert {datetime.fromtimestamp(message.date, TEHRAN).hour for message in reached} == {8}


async def test_the_end_comes_while_days_pass(database_url: str) -> None:
    async with demo(database_url) as (_, __, stage):
        moving = asyncio.create_task(stage.move(stage.now() + 300 * DAY))
        await asyncio.sleep(0.2)
        assert not moving.done()
    await asyncio.wait_for(moving, 1)

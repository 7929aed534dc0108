"""A broadcast on its way: pause, go on, cancel, and the list of all in the administration."""

import asyncio

from sandbox.actions import find_button
from storage import recipients
from tests.conftest import World
from tests.conversations.announcing import (
    DONE,
    NEWS,
    administrator,
    announce,
    compose,
    dismissed,
    gets_none,
    newest,
    received,
    resident,
    scheduled,
    spread,
)
from tests.conversations.story import settled, until


async def test_pause_and_resume(world: World) -> None:
    laleh = await resident(world, "لاله")
    await spread(world)
    await world.owner.press("مکث")
    paused = await world.owner.sees("· مکث")
    assert paused.buttons == ["▶️ ادامه", "✖️ لغو"]
    world.now.move(hours=9)
    await gets_none(world, laleh)
    answer = await world.owner.post_press(paused, {"text": "x", "callback_data": "broadcast:pause:1"}).answer
    assert "ممکن نیست" in answer.text
    await world.owner.press("ادامه")
    await laleh.sees(NEWS)
    await world.owner.sees(DONE)


async def test_cancel_asks_first(world: World) -> None:
    laleh = await resident(world, "لاله")
    await spread(world)
    await world.owner.press("لغو")
    await world.owner.sees("لغو شود؟")
    await world.owner.press("منصرف شدم")
    await world.owner.sees("کاری انجام نشد")
    bar = (await world.owner.press("لغو")).message
    await world.owner.press("بله، لغو شود")
    await world.owner.sees_toast("لغو شد")
    summary = await world.owner.sees(DONE)
    assert summary.contains("لغوشده")
    assert summary.contains("در صف: ۲")
    await until(lambda: bar.contains("· لغوشده") and not bar.buttons, "the bar without buttons")
    world.now.move(hours=9)
    await gets_none(world, laleh)


async def test_a_scheduled_one_waits_and_can_be_cancelled(world: World) -> None:
    laleh = await resident(world, "لاله")
    await compose(world)
    waiting = await scheduled(world.owner)
    assert waiting.buttons == ["✖️ لغو"]
    await gets_none(world, laleh)
    world.now.move(days=2)
    await laleh.sees(NEWS)
    await compose(world, "بعدی")
    await scheduled(world.owner)
    await world.owner.press("لغو")
    await world.owner.press("بله، لغو شود")
    await world.owner.sees("لغوشده")


async def test_nothing_is_tried_for_whoever_has_blocked_the_bot_before_their_turn(world: World) -> None:
    laleh = await resident(world, "لاله")
    await spread(world)
    laleh.block()
    world.now.move(hours=9)
    await comes_to(world, {"sent": 1, "away": 1})
    await world.owner.sees("ربات را بسته‌اند: ۱")


async def counts(world: World) -> dict[str, int]:
    assert world.app
    number = (await newest(world)).id
    async with world.app.database.transaction() as tx:
        return await recipients.counts(tx, number)


async def comes_to(world: World, expected: dict[str, int]) -> None:
    for _ in range(300):
        if (found := await counts(world)) == expected:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"{found} is not {expected}")


async def test_a_former_administrator_is_shown_no_more_of_it(world: World) -> None:
    mina, laleh = await administrator(world, "مینا"), await resident(world, "لاله")
    await compose(world, by=mina)
    await scheduled(mina)
    await dismissed(world, "مینا")
    world.now.move(days=2)
    await laleh.sees(NEWS)
    await world.owner.sees(DONE)
    await settled(world)
    assert not received(mina, DONE)
    assert received(mina, "آغاز:")


async def test_the_list_in_the_administration(world: World) -> None:
    mina = await administrator(world, "مینا")
    await world.owner.send("/admin")
    await world.owner.press("پیام‌های همگانی")
    await world.owner.sees("هنوز پیامی")
    await world.owner.press("بازگشت")
    await world.owner.sees("مدیریت همسایه")
    await spread(world)
    await mina.send("/admin")
    await mina.press("پیام‌های همگانی")
    await mina.press("در حال فرستادن")
    opened = await mina.sees(NEWS)
    assert opened.contains("در صف: ۲")
    await mina.press("مکث")
    await mina.sees("· مکث")
    await world.owner.sees("· مکث")  # in the author's own message
    await mina.press("ادامه")
    await mina.sees("در حال فرستادن")
    await mina.press("تازه‌سازی")
    await mina.press("لغو")
    await mina.press("بله، لغو شود")
    await world.owner.sees(DONE)
    await mina.press("تازه‌سازی")
    await mina.sees("لغوشده")
    await mina.press("بازگشت")
    await mina.sees("برای دیدن هر کدام")
    await mina.press("پیام تازه")
    await mina.sees("همین‌جا بفرستید")


async def test_many_broadcasts_are_listed_in_pages(world: World) -> None:
    await resident(world, "لاله")
    for number in range(9):
        await announce(world, f"خبر {number}")
        await until(lambda number=number: len(received(world.owner, DONE)) == number + 1, "the summary")  # type: ignore[misc]
    await world.owner.send("/admin")
    await world.owner.press("پیام‌های همگانی")
    first = await world.owner.sees("برای دیدن هر کدام")
    assert "خبر 8" in first.buttons[1]
    await world.owner.press("قدیمی‌ترها")
    await until(lambda: any("خبر 0" in label for label in first.buttons), "the second page")
    await world.owner.press("تازه‌ترها")
    await until(lambda: any("خبر 8" in label for label in first.buttons), "the first page")
    await world.owner.press("خبر 8")
    done = await world.owner.sees("رسیده: ۲ از ۲")
    find_button(done, "فهرست گیرندگان")


FORGED = (
    "broadcast", "broadcast:send", "broadcast:send:x", "broadcast:send:99999999999999999999", "broadcast:pause:7",
    "broadcast:nothing:1", "broadcast:version:1:xx", "rule:area:1:nowhere", "rule:nothing:1:x",
    "broadcast:day:1:d.9999-99-99", "broadcast:day:1:t.2020-01-01T10:00", "broadcast:spread:1:99", "broadcast:act:1:x",
    "broadcast:about:1:x", "broadcast:place:1:5:0", "broadcast:use:1:5", "rule:active:1:0", "rule:unreached:1:x",
    "go:x",
)  # fmt: skip


async def test_forged_buttons_are_answered(world: World) -> None:
    panel = await compose(world)
    for data in FORGED:
        answer = await world.owner.post_press(panel, {"text": "x", "callback_data": data}).answer
        assert answer.text, data
    await settled(world)
    assert panel.contains("پیش‌نویس")

"""An urgent broadcast: nothing goes out before another administrator has said yes."""

from tests.conftest import World
from tests.conversations.announcing import (
    NEWS,
    administrator,
    compose,
    confirmation,
    dismissed,
    gets_none,
    received,
    resident,
)
from tests.conversations.story import until
from tests.conversations.test_roles import rows


async def test_an_urgent_one_needs_another_administrator(world: World) -> None:
    laleh = await resident(world, "لاله")
    await compose(world)
    await world.owner.press("فوری شود")
    await world.owner.sees("🚨 فوری")
    await world.owner.press("ارسال")
    await world.owner.sees_toast("مدیر سامانهٔ دیگری نیست")
    mina = await administrator(world, "مینا")
    await world.owner.press("ارسال")
    waiting = await world.owner.sees("در انتظار تأیید")
    assert waiting.buttons == ["✖️ لغو"]
    asked = await mina.sees("تأیید می‌کنید؟")
    assert asked.contains("گیرندگان: همه")
    assert received(mina, NEWS)
    answer = await world.owner.post_press(asked, "تأیید می‌کنم").answer
    assert "مدیر سامانهٔ دیگری" in answer.text
    answer = await laleh.post_press(asked, "تأیید می‌کنم").answer
    assert "فقط برای مدیران سامانه" in answer.text
    assert not received(laleh, NEWS)
    await mina.press("تأیید می‌کنم", at=asked)
    await laleh.sees(NEWS)
    await until(lambda: asked.contains("مینا پیام همگانی") and not asked.buttons, "the question is closed")
    await world.owner.sees("مینا پیام همگانی")
    answer = await mina.post_press(asked, {"text": "x", "callback_data": "broadcast:reject:1"}).answer
    assert "تصمیم گرفته" in answer.text
    noted = await rows(world, "SELECT action FROM audit WHERE action LIKE 'broadcast%' ORDER BY id")
    assert noted == [("broadcast",), ("broadcast:confirm",)]


async def test_a_rejected_one_is_a_draft_again(world: World) -> None:
    mina = await administrator(world, "مینا")
    await compose(world)
    await confirmation(world.owner)
    await mina.press("رد می‌کنم")
    await world.owner.sees("رد کرد")
    await world.owner.press("باز کردن پیش‌نویس")
    await world.owner.press("دیگر فوری نباشد")
    panel = await world.owner.sees("برای نمونه")
    await world.owner.press("ارسال", at=panel)
    await mina.sees(NEWS)
    bar = await world.owner.sees("پایان‌یافته")
    assert world.owner.messages.index(bar) > world.owner.messages.index(panel)
    await until(lambda: not panel.buttons, "nothing is sent twice")


async def test_what_is_confirmed_too_late_is_a_draft_again(world: World) -> None:
    mina, laleh = await administrator(world, "مینا"), await resident(world, "لاله")
    await compose(world)
    await world.owner.press("زمان‌بندی")
    await world.owner.send("فردا ۱۰ صبح")
    await world.owner.sees("ساعت ۱۰:۰۰")
    await confirmation(world.owner)
    asked = await mina.sees("تأیید می‌کنید؟")
    world.now.move(days=2)
    await mina.press("تأیید می‌کنم", at=asked)
    await mina.sees_toast("دوباره پیش‌نویس شد")
    await until(lambda: asked.contains("دوباره پیش‌نویس شد") and not asked.buttons, "the question is closed")
    await world.owner.sees("دوباره پیش‌نویس شد")
    await world.owner.press("باز کردن پیش‌نویس")
    await world.owner.press("زمان‌بندی")
    await gets_none(world, laleh, by=mina)


async def test_nothing_is_confirmed_for_a_former_administrator(world: World) -> None:
    mina, laleh = await administrator(world, "مینا"), await resident(world, "لاله")
    await compose(world, by=mina)
    await confirmation(mina)
    asked = await world.owner.sees("تأیید می‌کنید؟")
    await dismissed(world, "مینا")
    await world.owner.press("تأیید می‌کنم", at=asked)
    await world.owner.sees_toast("دیگر مدیر سامانه نیست")
    await gets_none(world, laleh)
    await world.owner.press("رد می‌کنم", at=asked)
    await world.owner.sees("رد کرد")


async def test_it_can_be_confirmed_from_the_list_too(world: World) -> None:
    mina = await administrator(world, "مینا")
    await compose(world)
    await confirmation(world.owner)
    asked = await mina.sees("تأیید می‌کنید؟")
    mina.delete(asked)
    await mina.send("/admin")
    await mina.press("پیام‌های همگانی")
    await mina.press("در انتظار تأیید")
    await mina.press("تأیید می‌کنم")
    await mina.sees_toast("تأیید کرد")
    await mina.sees(NEWS)

"""Results: who sees them, when, and how much of them; the list of polls."""

import pytest

from storage import polls
from tests.conftest import World
from tests.conversations.polling import (
    QUESTION,
    THANKS,
    counted,
    lives_in,
    neighbours_vote,
    rows,
    shown,
    street,
    the_poll,
    vote,
)
from tests.conversations.silence import all_said

DAY = 86400


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
    await vote(here.laleh, "آسفالت")
    await here.close()
    await all_said(world)
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
    await vote(here.laleh, "آسفالت")
    await vote(here.reza, "روشنایی")
    await here.close()
    hers = (await here.laleh.sees("سپاس که نظر دادید")).text
    assert "۳۷۷ پاسخ" in hers
    assert "گلشن (خاک‌سفید) در برابر کل" in hers
    assert "▫️ آسفالت: ۴۸٪ (کل: ۲۸٪)" in hers
    his = (await here.reza.sees("سپاس که نظر دادید")).text
    assert "نارمک شمالی در برابر کل" in his
    assert "▫️ آسفالت: نمایش داده نمی‌شود" in his
    assert "▫️ روشنایی: ۲۱ رأی (کل: ۳۶٪)" in his
    await all_said(world)
    assert sum(message.contains("سپاس که نظر دادید") for message in here.laleh.messages) == 1
    assert sum(message.contains("خلاصهٔ پیام همگانی") for message in here.owner.messages) == 1, "of the invitation"


async def test_after_closing_no_button_votes(world: World) -> None:
    here = await street(world)
    await here.ask()
    asked = await here.laleh.sees(QUESTION)
    await vote(here.reza, "نظافت")
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
    await vote(here.laleh, "آسفالت")
    await here.close()
    await here.reza.send("/polls")
    await here.reza.press("📊 کدام مهم‌تر")
    assert "۱۰۰٪ · آسفالت" in (await here.reza.sees("پایان‌یافته در")).text


async def test_the_response_rate_counts_each_person_once_and_has_its_interval(world: World) -> None:
    here = await street(world)
    await here.ask()
    await vote(here.laleh, "آسفالت")
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


async def test_while_a_closed_poll_is_counted_managers_are_told_so(world: World) -> None:
    here = await street(world)
    await here.draft()
    await here.choose("با نام شود")
    await here.send(QUESTION)
    poll = await the_poll(world)
    assert world.app
    async with world.app.database.transaction() as tx:  # as another process has closed it
        await polls.move(tx, poll.id, ("open",), "closed", world.now())
    await here.owner.press("CSV")
    await here.owner.sees_toast("پاسخ‌ها شمرده می‌شوند")
    await here.owner.press("محله‌ها")
    text = (await here.owner.sees("پاسخ‌ها شمرده می‌شوند؛ چند لحظهٔ دیگر")).text
    assert "پس از پایان" not in text
    assert await rows(world, "SELECT COUNT(*) FROM errand WHERE kind = 'poll_export'") == [(0,)]


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

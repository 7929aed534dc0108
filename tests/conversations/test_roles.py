"""Invitations give roles, /admin takes them, and a press counts only with the role at that moment."""

from storage.database import Transaction
from tests.conftest import World
from tests.conversations.story import settled, team


async def rows(world: World, sql: str) -> list[tuple[object, ...]]:
    assert world.app
    async with world.app.database.transaction() as tx:
        transaction: Transaction = tx
        return await transaction.fetch_all(sql)


async def invitation(world: World, command: str = "/invite manager n4") -> str:
    await world.owner.send(command)
    message = await world.owner.sees("پیوند دعوت برای")
    return message.text.split("start=")[1].split()[0]


async def test_a_link_works_once(world: World) -> None:
    payload = await invitation(world)
    ali, reza = world.telegram.person("علی"), world.telegram.person("رضا")
    await ali.start(payload)
    welcome = await ali.sees("مدیر اجتماعی ناحیه ۴")
    assert len(welcome.buttons) == 6
    await reza.start(payload)
    await reza.sees("دیگر کار نمی‌کند")
    await reza.start("i_nonsense")
    await reza.sees("دیگر کار نمی‌کند")
    assert len(await rows(world, "SELECT person_id FROM role")) == 1


async def test_a_link_works_for_seven_days(world: World) -> None:
    first, second = await invitation(world), await invitation(world)
    ali, reza = world.telegram.person("علی"), world.telegram.person("رضا")
    world.now.move(days=6, hours=23)
    await ali.start(first)
    await ali.sees("مدیر اجتماعی")
    world.now.move(hours=2)
    await reza.start(second)
    await reza.sees("دیگر کار نمی‌کند")


async def test_only_a_hash_is_kept(world: World) -> None:
    payload = await invitation(world)
    await settled(world)
    kept = " ".join(str(value) for row in await rows(world, "SELECT * FROM invite") for value in row)
    assert payload.removeprefix("i_") not in kept
    assert not [row for row in await rows(world, "SELECT parameters FROM outbox") if payload in str(row)]


async def test_who_may_invite(world: World) -> None:
    ali = await world.manager("علی", "n4")
    await ali.send("/invite manager n4")
    await ali.sees("فقط برای مدیران سامانه")
    await ali.send("/admin")
    await ali.sees("فقط برای مدیران سامانه")
    await world.owner.send("/invite manager nowhere")
    await world.owner.sees("nowhere")
    await world.owner.send("/invite manager golshan")
    await world.owner.sees("golshan")
    mina = world.telegram.person("مینا")
    await mina.start(await invitation(world, "/invite administrator"))
    await mina.sees("مدیر سامانه")
    await mina.send("/invite manager N۴")
    await mina.sees("start=")


async def test_without_words_it_offers_buttons(world: World) -> None:
    await world.owner.send("/invite")
    offer = await world.owner.sees("برای مدیر کجا")
    assert len(offer.buttons) == 13
    await world.owner.press("ناحیه ۵")
    await world.owner.sees("مدیر اجتماعی ناحیه ۵")
    await world.owner.send("/admin")
    await world.owner.press("دعوت مدیر")
    await world.owner.press("مسئول")
    await world.owner.press("بازگشت", at=await world.owner.sees("کدام مرکز"))
    await world.owner.press("بازگشت", at=await world.owner.sees("برای مدیر کجا"))
    await world.owner.press("دعوت مدیر")
    await world.owner.press("مدیر سامانه")
    payload = (await world.owner.sees("start=")).text.split("start=")[1].split()[0]
    mina = world.telegram.person("مینا")
    await mina.start(payload)
    await mina.send("/admin")
    await mina.sees("مدیریت همسایه")


async def test_taking_a_role_counts_at_the_next_press(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.ali.press("بررسی می‌کنم", at=await four.card(code))
    await four.laleh.sees("بررسی گزارش")
    await four.ali.press("انجام شد", at=await four.card(code))
    prompt = await four.ali.sees("عکس نتیجه", at=four.group)
    await world.owner.send("/admin")
    await world.owner.press("مدیران و نقش‌ها")
    listed = await world.owner.sees("نقش‌ها")
    await world.owner.press("علی", at=listed)
    asked = await world.owner.sees("برای علی برداشته شود؟")
    assert asked == listed, "in place of the list"
    assert "ناحیه ۴" in asked.text
    await world.owner.press("نه، بماند")
    await world.owner.press("علی", at=listed)
    press = await world.owner.press("بله، برداشته شود")
    assert "برداشته شد" in (await press.answer).text
    await world.owner.sees("برای برداشتن هر نقش")
    gone = await world.owner.post_press(
        listed, {"text": "x", "callback_data": f"admin:remove:{four.ali.id}:manager:n4"}
    ).answer
    assert "پیش‌تر برداشته شده" in gone.text
    press = await four.ali.press("در حال رسیدگی", at=await four.card(code))
    answer = await press.answer
    assert "فقط برای مدیران ناحیه ۴" in answer.text
    assert answer.show_alert
    await four.ali.reply(prompt, photo=True, caption="پر شد")
    await four.ali.sees("فقط برای مدیران ناحیه ۴", at=four.group)
    await settled(world)
    await four.laleh.does_not_see("رفع شده است؟", for_=0.1)
    assert "در دست بررسی" in (await four.card(code)).text
    await four.sara.press("در حال رسیدگی", at=await four.card(code))
    await four.laleh.sees("رسیدگی به گزارش")


async def test_presses_of_others_are_refused_politely(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    card = await four.card(code)
    reza = world.telegram.person("رضا")
    eight = await world.manager("حسین", "n8")
    four.group.add(reza)
    four.group.add(eight)
    for stranger in (reza, eight):
        for row in card.keyboard:
            for button in row:
                answer = await stranger.post_press(card, button).answer
                assert "فقط برای مدیران ناحیه ۴" in answer.text
        await stranger.reply(card, photo=True)
        await stranger.sees("فقط برای مدیران ناحیه ۴", at=four.group)
    await four.ali.press("پرسش از شهروند", at=card)
    prompt = await four.ali.sees("پاسخ به همین", at=four.group)
    await reza.reply(prompt, "من هم مدیرم")
    await reza.sees("فقط برای مدیران ناحیه ۴", at=four.group)
    await settled(world)
    await four.laleh.does_not_see("من هم مدیرم", for_=0.1)
    await four.sara.reply(prompt, "کدام سمت؟")
    await four.laleh.sees("کدام سمت؟")


async def test_presses_of_the_administration_by_others(world: World) -> None:
    ali = await world.manager("علی", "n4")
    await world.owner.send("/admin")
    menu = await world.owner.sees("مدیریت همسایه")
    for row in menu.keyboard:
        for button in row:
            answer = await ali.post_press(menu, button).answer
            assert "فقط برای مدیران سامانه" in answer.text


async def test_what_the_administration_shows(world: World) -> None:
    four = await team(world)
    await world.owner.send("/admin")
    await world.owner.press("گروه‌ها و محدوده‌ها")
    text = (await world.owner.sees("گروه هر محدوده")).text
    assert f"ناحیه ۴: {four.group.title}" in text
    assert "/bind n5" in text
    await world.owner.press("بازگشت")
    await world.owner.sees("مدیریت همسایه")


async def test_a_link_lasts_no_longer_than_its_makers_right(world: World) -> None:
    mina = world.telegram.person("مینا")
    await mina.start(await invitation(world, "/invite administrator"))
    await mina.sees("مدیر سامانه")
    await mina.send("/invite administrator")
    payload = (await mina.sees("پیوند دعوت برای")).text.split("start=")[1].split()[0]
    await world.owner.send("/admin")
    await world.owner.press("مدیران و نقش‌ها")
    await world.owner.press("مینا", at=await world.owner.sees("نقش‌ها"))
    await world.owner.press("بله، برداشته شود")
    second = world.telegram.person("رضا")
    await second.start(payload)
    await second.sees("دیگر کار نمی‌کند")
    assert await rows(world, "SELECT person_id FROM role") == []

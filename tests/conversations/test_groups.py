"""Which group works for which area, and where cards hang when there is none."""

import pytest

from handlers import card as card_module
from sandbox import Person
from tests.conftest import ELSEWHERE, PLACE, World, make_world
from tests.conversations.story import cards, code_in, file, preview, settled, team


async def test_only_administrators_bind(world: World) -> None:
    ali = await world.manager("علی", "n4")
    group = world.telegram.group("مدیران", members=[ali, world.owner])
    await ali.send("/bind n4", to=group)
    await ali.sees("فقط برای مدیران سامانه", at=group)
    await world.owner.send("/bind n99", to=group)
    await world.owner.sees("n99", at=group)
    await world.owner.send("/bind golshan", to=group)
    await world.owner.sees("golshan", at=group)
    await world.owner.send("/bind N۴", to=group)
    await world.owner.sees("ناحیه ۴ کار می‌کند", at=group)
    await world.owner.send("/bind n4")
    await world.owner.sees("در گروه مدیران")


async def test_without_an_area_it_offers_buttons(world: World) -> None:
    ali = await world.manager("علی", "n4")
    group = world.telegram.group("مدیران", members=[world.owner, ali])
    await world.owner.send("/bind@hamsayeh_bot", to=group)
    offer = await world.owner.sees("برای کدام محدوده", at=group)
    assert len(offer.buttons) == 10
    press = await ali.press("ناحیه ۴", at=offer)
    assert "فقط برای مدیران سامانه" in (await press.answer).text
    await world.owner.press("ناحیه ۴", at=offer)
    await world.owner.sees("ناحیه ۴ کار می‌کند", at=group)
    assert offer.contains("کار می‌کند"), "in its place"
    assert offer.buttons == []


async def test_two_topics_of_a_forum_work_for_two_areas(world: World) -> None:
    ali = await world.manager("علی", "n4")
    forum = world.telegram.group("همه‌ی ناحیه‌ها", members=[world.owner, ali], forum=True)
    fourth, eighth = forum.new_topic("ناحیه ۴"), forum.new_topic("ناحیه ۸")
    await world.owner.send("/bind n4", to=forum, topic=fourth)
    await world.owner.sees("ناحیه ۴ کار", at=forum)
    await world.owner.send("/bind n8", to=forum, topic=eighth)
    await world.owner.sees("ناحیه ۸ کار", at=forum)
    laleh = world.telegram.person("لاله")
    for place, topic in ((PLACE, fourth), (ELSEWHERE, eighth)):
        code = await file(laleh, place=place)
        card = (await ali.wait(forum.chat, lambda code=code: cards(forum, code) or None, "the card"))[0]
        assert card.thread == topic
    pin = next(message for message in forum.messages if message.location)
    assert pin.thread == fourth
    card = next(message for message in cards(forum, "") if message.thread == fourth)
    await ali.press("پرسش از شهروند", at=card)
    prompt = await ali.sees("پاسخ به همین", at=forum)
    assert prompt.thread == fourth
    await ali.reply(prompt, "کجا؟")
    await laleh.sees("کجا؟")
    await ali.send("/digest", to=forum, topic=fourth)
    digest = await ali.sees("خلاصهٔ روزانهٔ ناحیه ۴", at=forum)
    assert digest.thread == fourth
    assert not [message for message in forum.messages if message.contains("خلاصهٔ روزانهٔ ناحیه ۸")]


async def test_no_group_at_all_the_owners_get_it_and_are_told_what_to_bind(world: World) -> None:
    laleh, owner = world.telegram.person("لاله"), world.owner
    code = await file(laleh)
    card = await owner.sees(f"· {code}")
    assert card.photo
    assert "/bind n4" in card.text
    await owner.press("بررسی می‌کنم")
    await laleh.sees("بررسی گزارش")
    await owner.sees("مسئول پیگیری: مهرداد")
    await owner.press("پرسش از شهروند")
    await owner.reply(await owner.sees("پاسخ به همین"), "کجا؟")
    await laleh.sees("کجا؟")
    await laleh.press("پاسخ می‌دهم")
    await laleh.send("سر کوچه")
    await owner.sees("سر کوچه")
    await owner.press("انجام شد")
    await owner.reply(await owner.sees("عکس نتیجه"), photo=True, caption="پر شد")
    await laleh.sees("پر شد")


async def test_binding_later_moves_the_cards(world: World) -> None:
    laleh, owner = world.telegram.person("لاله"), world.owner
    code = await file(laleh)
    private = await owner.sees(f"· {code}")
    ali = await world.manager("علی", "n4")
    group = await world.group("n4", ali)
    await owner.sees("۱ گزارش باز", at=group)
    card = (await ali.wait(group.chat, lambda: cards(group, code) or None, "the card"))[0]
    assert "/bind" not in card.text
    await owner.wait(owner.chat, lambda: private.contains("به گروه دیگری رفت") or None, "the old card")
    assert private.buttons == []
    await ali.press("بررسی می‌کنم", at=card)
    await laleh.sees("بررسی گزارش")


async def test_the_nearest_group_above(world: World) -> None:
    ali = await world.manager("علی", "n4")
    district = await world.group("thr4", ali)
    laleh = world.telegram.person("لاله")
    code = await file(laleh)
    card = (await ali.wait(district.chat, lambda: cards(district, code) or None, "the card"))[0]
    assert "/bind" not in card.text
    own = await world.group("n4", ali)
    moved = (await ali.wait(own.chat, lambda: cards(own, code) or None, "the moved card"))[0]
    await ali.wait(district.chat, lambda: card.contains("به گروه دیگری") or None, "the old card")
    await ali.press("بررسی می‌کنم", at=moved)
    await laleh.sees("بررسی گزارش")


async def test_a_manager_of_the_district_manages_its_parts(world: World) -> None:
    four = await team(world)
    mina = await world.manager("مینا", "thr4")
    four.group.add(mina)
    await four.filed()
    await mina.press("بررسی می‌کنم", at=four.group)
    await mina.sees("مسئول پیگیری: مینا", at=four.group)


async def test_a_group_that_threw_the_bot_out(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    four.group.kick_bot()
    await world.owner.wait(world.owner.chat, lambda: cards_of(world, code) or None, "the card comes to the owner")
    assert any(message.contains("دیگر در گروه") for message in world.owner.messages)
    await world.owner.press("بررسی می‌کنم")
    await four.laleh.sees("بررسی گزارش")


def cards_of(world: World, code: str) -> list[object]:
    return [message for message in world.owner.messages if message.contains(f"· {code}") and message.buttons]


async def test_a_group_that_became_a_supergroup(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    four.group.migrate()
    await four.laleh.send(code)
    await four.laleh.press("افزودن")
    await four.laleh.send("هنوز هست")
    await four.ali.sees("هنوز هست", at=four.group)
    second = await file_another(four.laleh)
    await four.ali.press("بررسی می‌کنم", at=await four.card(second))
    await four.laleh.sees("بررسی گزارش")


async def file_another(laleh: Person) -> str:
    await preview(laleh, caption="چراغ کوچه خاموش است", kind="خاموشی چراغ معبر")
    await laleh.press("ارسال گزارش")
    return code_in(await laleh.sees("کد رهگیری"))


@pytest.mark.parametrize("command", ["/digest", "/open", "/overdue"])
async def test_lists_are_for_managers(world: World, command: str) -> None:
    four = await team(world)
    reza = world.telegram.person("رضا")
    four.group.add(reza)
    await reza.send(command, to=four.group)
    await reza.sees("فقط برای مدیران", at=four.group)


async def test_an_owner_who_says_hello_late_finds_the_cards(database_url: str) -> None:
    async with make_world(database_url) as world:
        await world.start()
        laleh, owner = world.telegram.person("لاله"), world.owner
        code = await file(laleh)
        await settled(world, failed=True)
        await owner.start()
        card = await owner.sees(f"· {code}")
        assert card.photo
        await owner.press("بررسی می‌کنم", at=card)
        await laleh.sees("بررسی گزارش")
        await owner.start()
        await owner.sees("خوش آمدید")
        await settled(world, failed=True)
        assert sum(message.contains(f"· {code}") for message in owner.messages) == 1


async def test_cards_in_groups_keep_none_from_a_new_administrator(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_module, "MOST_CAUGHT_UP", 1)
    four = await team(world)
    await four.filed()
    code = await file(four.laleh, place=ELSEWHERE)
    await world.owner.send("/invite administrator")
    link = (await world.owner.sees("دعوت برای «مدیر سامانه»")).text
    mina = world.telegram.person("مینا")
    await mina.start(link.split("start=")[1].split()[0])
    await mina.sees(f"· {code}")

"""Open reports nearby, shown before the same is filed again."""

from sandbox import Person
from sandbox.chats import Message
from tests.conftest import ELSEWHERE, PLACE, World
from tests.conversations.story import KIND, code_in, different, file, preview, settled, team

NEAR = (PLACE[0] + 0.0002, PLACE[1])  # 22 m; the category looks 40 m around
FAR = (PLACE[0] + 0.0006, PLACE[1])  # 67 m


async def until_compared(person: Person, place: tuple[float, float] = NEAR, kind: str = KIND) -> None:
    await person.send_photo(caption="چاله هست")
    await person.sees("کجاست")
    await person.send_location(*place)
    await person.sees("اگر درست است")
    await person.press("همهٔ دسته‌ها")
    await person.press("آسفالت و معابر")
    await person.press(kind)


def shown(person: Person) -> list[Message]:
    return [message for message in person.messages if message.from_bot and message.contains("محل شما")]


async def test_the_same_problem_is_joined(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    reza = world.telegram.person("رضا")
    await until_compared(reza)
    found = await reza.sees("محل شما")
    assert found.photo
    for part in (KIND, "۲۲ متر", "همین حالا", "ثبت‌شده"):
        assert part in found.text
    assert "چاله‌ی گنده" not in found.text, "what somebody wrote is theirs"
    assert "لاله" not in found.text
    await reza.press("همین مشکل است")
    joined = await reza.sees("به این گزارش پیوستید")
    assert code_in(joined) == code
    assert len(joined.buttons) == 6
    assert found.buttons == []
    await four.ali.sees("همراهان: ۱", at=four.group)
    addition = await four.ali.sees("شهروند به گزارش", at=four.group)
    assert addition.reply_to == await four.card(code)


async def test_who_joined_follows_like_the_author(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    reza = world.telegram.person("رضا")
    await until_compared(reza)
    await reza.press("همین مشکل است")
    await reza.sees("پیوستید")
    card = await four.card(code)
    await four.ali.press("بررسی می‌کنم", at=card)
    await reza.sees("بررسی گزارش")
    await four.ali.press("پرسش از شهروند", at=card)
    await four.ali.reply(await four.ali.sees("پاسخ به همین", at=four.group), "کدام سمت خیابان؟")
    await reza.sees("کدام سمت خیابان")
    await reza.press("پاسخ می‌دهم")
    await reza.send("سمت بانک")
    await four.ali.sees("سمت بانک", at=four.group)
    await reza.send("/reports")
    await reza.press(KIND)
    opened = await reza.sees(code)
    assert "پس گرفتن" not in "".join(opened.buttons), "that is the author's"
    assert "چاله‌ی گنده" not in opened.text
    await four.done(code)
    await reza.sees("رفع شده است؟")
    await reza.press("رفع شده", at=await reza.sees("چاله پر شد"))
    await reza.sees("خوشحالیم")
    await four.laleh.sees("تأیید و گزارش بسته شد")


async def test_another_problem_is_filed_anew(world: World) -> None:
    four = await team(world)
    first = await four.filed()
    reza = world.telegram.person("رضا")
    await until_compared(reza)
    await different(reza)
    await reza.press("ارسال گزارش")
    assert code_in(await reza.sees("کد رهگیری")) != first


async def test_at_most_three_the_nearest_first(world: World) -> None:
    four = await team(world)
    for step in range(4):
        place = (PLACE[0] + 0.00005 * step, PLACE[1])
        await preview_or_different(four.laleh, place)
    reza = world.telegram.person("رضا")
    await until_compared(reza, PLACE)
    await reza.sees("۱۱ متر")
    found = shown(reza)
    assert len(found) == 3
    await different(reza)
    assert ["۰ متر" in found[0].text, "۶ متر" in found[1].text, "۱۱ متر" in found[2].text] == [True] * 3
    press = await reza.press("مشکل دیگری است", at=found[0])
    await press.answer
    await settled(world)
    await reza.does_not_see("پیش‌نمایش", for_=0.1)
    await reza.press("همین مشکل است", at=found[1])
    await reza.sees("پیوستید")


async def preview_or_different(person: Person, place: tuple[float, float]) -> None:
    await until_compared(person, place)
    await person.wait(
        person.chat, lambda: person.seen(person.chat, "پیش‌نمایش") or person.seen(person.chat, "محل شما"), ""
    )
    if shown(person) and not person.seen(person.chat, "پیش‌نمایش"):
        await different(person)
    await person.press("ارسال گزارش")
    await person.sees("کد رهگیری")


async def test_only_what_is_near_alike_recent_and_open(world: World) -> None:
    four = await team(world)
    await four.filed()
    reza = world.telegram.person("رضا")
    await until_compared(reza, FAR)
    await reza.sees("پیش‌نمایش")
    await reza.press("انصراف")
    await until_compared(reza, NEAR, "روکش آسفالت")
    await reza.sees("پیش‌نمایش")
    await reza.press("انصراف")
    await until_compared(reza, NEAR)
    await reza.sees("محل شما")
    await reza.send("/cancel")
    await reza.sees("لغو شد")
    world.now.move(days=61)
    await until_compared(reza, NEAR)
    await reza.sees("پیش‌نمایش")
    world.now.move(days=-61)
    await four.laleh.send("/reports")
    await four.laleh.press(KIND)
    await four.laleh.press("پس گرفتن گزارش")
    await four.laleh.press("بله")
    await four.laleh.sees("پس گرفته شد")
    await until_compared(world.telegram.person("مینا"), NEAR)
    await world.telegram.people[max(world.telegram.people)].sees("پیش‌نمایش")


async def test_sensitive_matters_are_never_shown_to_others(world: World) -> None:
    four = await team(world)
    await file(four.laleh, "بچه‌های کار سر چهارراه", "کودکان کار")
    reza = world.telegram.person("رضا")
    await preview(reza, "بچه‌های کار سر چهارراه", "کودکان کار")
    assert shown(reza) == []


async def test_what_was_closed_meanwhile_is_not_joined(world: World) -> None:
    four = await team(world)
    await four.filed()
    reza = world.telegram.person("رضا")
    await until_compared(reza)
    await reza.sees("محل شما")
    await four.laleh.send("/reports")
    await four.laleh.press(KIND)
    await four.laleh.press("پس گرفتن گزارش")
    await four.laleh.press("بله")
    await four.laleh.sees("پس گرفته شد")
    press = await reza.press("همین مشکل است")
    assert "دیگر باز نیست" in (await press.answer).text
    await different(reza)


async def test_a_new_place_is_compared_again(world: World) -> None:
    four = await team(world)
    await four.filed()
    reza = world.telegram.person("رضا")
    await preview(reza, place=ELSEWHERE)
    await reza.press("ویرایش")
    await reza.press("📍 محل")
    await reza.send_location(*NEAR)
    await reza.sees("محل شما")
    await different(reza)


async def test_joining_twice_counts_once(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    reza = world.telegram.person("رضا")
    for _ in range(2):
        await until_compared(reza)
        await reza.press("همین مشکل است")
        await reza.sees("شمار همراهان: ۱")
    await until_compared(four.laleh)
    await four.laleh.press("همین مشکل است")
    await four.laleh.sees("شمار همراهان: ۱")
    assert (await four.ali.sees("همراهان: ۱", at=four.group)) == await four.card(code)


async def test_a_forged_button_joins_nothing(world: World) -> None:
    four = await team(world)
    await file(four.laleh, "بچه‌های کار سر چهارراه", "کودکان کار")
    reza = world.telegram.person("رضا")
    shown_last = await preview(reza)
    stamp = shown_last.keyboard[0][0]["callback_data"].partition("~")[2]
    for data in (f"compare:same:1~{stamp}", "compare:same:1", "compare:same:1~", "draft:send"):
        press = reza.post_press(shown_last, {"text": "", "callback_data": data})
        assert (await press.answer).show_alert
    await settled(world)
    await reza.does_not_see("پیوستید", for_=0.1)
    await reza.does_not_see("کد رهگیری", for_=0.1)

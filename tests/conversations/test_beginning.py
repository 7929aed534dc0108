"""/start, the menu, the help, and everything that is no report."""

import pytest

from locales.words import words
from tests.conftest import World
from tests.conversations.story import bot_messages, file, settled, team

GREETINGS = [("fa", "خوش آمدید"), ("en", "welcome"), ("ar", "أهلًا"), ("de", "خوش آمدید"), (None, "خوش آمدید")]


@pytest.mark.parametrize(("phone", "greeting"), GREETINGS)
async def test_a_stranger_is_greeted_in_the_phones_language(world: World, phone: str | None, greeting: str) -> None:
    laleh = world.telegram.person("Laleh", language=phone)
    await laleh.start()
    message = await laleh.sees(greeting)
    spoken = words(phone if phone in {"en", "ar"} else "fa")
    lines = message.text.split("\n\n")[0].split("\n")
    assert len(lines) == 3, "a greeting, what it is for, what it keeps"
    for key in ("menu-report", "menu-mine", "menu-events", "menu-polls", "menu-settings", "menu-help"):
        assert spoken.plain(key) in message.buttons
    assert len(message.buttons) == 6, "what is not there yet is not offered"
    await settled(world)
    assert len(bot_messages(laleh)) == 1


async def test_the_help_tells_the_truth(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.start()
    await laleh.press("راهنما")
    text = (await laleh.sees("راهنمای همسایه")).text
    for number in ("۱۲۵", "۱۱۵", "۱۱۰", "۱۹۴", "۱۲۱", "۱۲۲", "۱۲۳"):
        assert number in text
    for command, answer in (("/report", "همین‌جا بفرستید"), ("/reports", "هنوز گزارشی"), ("/settings", "زبان")):
        assert command in text
        await laleh.send(command)
        await laleh.sees(answer)
    assert "/cancel" in text
    await laleh.send("/cancel")
    await laleh.sees("لغو شد")
    await laleh.send("/cancel")
    await laleh.sees("نیمه‌تمامی ندارید")


@pytest.mark.parametrize("text", ["سلام", "سلام، خسته نباشید", "👍", "ممنون"])
async def test_small_talk_gets_the_menu_and_starts_nothing(world: World, text: str) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send(text)
    assert len((await laleh.sees("عکس یا شرح")).buttons) == 6
    await laleh.send("/cancel")
    await laleh.sees("نیمه‌تمامی ندارید")


async def test_small_talk_is_no_part_of_a_report(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_photo(caption="چاله وسط خیابان")
    await laleh.sees("کجاست")
    await laleh.send("ممنون")
    await laleh.sees("کجاست")
    await laleh.send("/report")
    assert "ممنون" not in (await laleh.sees("نیمه‌تمام")).text


async def test_what_is_no_report_is_said_so_and_harmless(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_sticker()
    await laleh.sees("متن، عکس، فیلم، صدا")
    await laleh.send_contact()
    await laleh.sees("متن، عکس، فیلم، صدا")
    await laleh.send("/nonsense")
    await laleh.sees("نمی‌شناسیم")
    await laleh.send("/cancel")
    await laleh.sees("نیمه‌تمامی ندارید")


async def test_groups_of_strangers_are_left_in_peace(world: World) -> None:
    laleh, reza = world.telegram.person("لاله"), world.telegram.person("رضا")
    group = world.telegram.group("دوستان", members=[laleh, reza])
    hello = await laleh.sees("/bind", at=group)
    await laleh.send("سلام بچه‌ها", to=group)
    await laleh.send("/digest", to=group)
    await laleh.sees("سپرده نشده", at=group)
    await laleh.reply(hello, "این چیست؟")
    await laleh.send_photo(to=group)
    await laleh.send("/start", to=group)
    group.promote_bot()
    group.demote_bot()
    await laleh.start()
    await laleh.sees("خوش آمدید")
    group.kick_bot()
    await laleh.send("/cancel")
    await laleh.sees("نیمه‌تمامی ندارید")
    await settled(world)
    said = [message.contains("/bind") for message in group.messages if message.from_bot]
    assert said == [True, True], "the greeting and the answer"


async def test_somebody_who_blocked_the_bot_comes_back_to_their_reports(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    four.laleh.block()
    await four.ali.press("بررسی می‌کنم", at=four.group)
    await four.ali.sees("در دست بررسی", at=four.group)
    await four.laleh.start()
    await four.laleh.sees("خوش آمدید")
    await four.laleh.press("گزارش‌های من")
    await four.laleh.sees("گزارش‌های شما")
    await four.laleh.press("در دست بررسی")
    await four.laleh.sees(code)
    await four.ali.press("در حال رسیدگی", at=four.group)
    await four.laleh.sees("رسیدگی به گزارش")
    await file(four.laleh, place=(35.7421, 51.5628))


async def test_a_label_may_be_typed_without_its_emoji(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.start()
    await laleh.sees("خوش آمدید")
    await laleh.send("گزارش‌های من")
    await laleh.sees("هنوز گزارشی")

"""The same in English and in Arabic; the language can be changed; menus and descriptions are in all of them."""

import pytest

from locales.words import words
from tests.conftest import PLACE, World
from tests.conversations.story import code_in, settled, team, until

TELLS = {"en": "There is a big pothole in our street, asphalt is broken", "ar": "حفرة كبيرة في الشارع، الأسفلت مكسور"}


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_a_whole_report(world: World, language: str) -> None:
    four = await team(world)
    own, ali, group = words(language), four.ali, four.group
    city = world.app.house.city if world.app else None
    assert city
    kind = city.kinds["roads.pothole"].name(language)
    john = world.telegram.person("John", language=language)
    await john.start()
    await john.press(own.plain("menu-report"))
    await john.sees(own.plain("report-begin").split("\n")[0])
    await john.send_photo(caption=TELLS[language])
    await john.sees(own.plain("place-ask").split("\n")[0])
    await john.send_location(*PLACE)
    await john.press(own.plain("button-all-categories"))
    await john.press(city.groups["roads"].name[language])
    await john.press(kind)
    shown = await john.sees(own.plain("preview-head").replace("<b>", "").replace("</b>", ""))
    assert kind in shown.text
    await john.press(own.plain("button-anonymous"))
    await john.press(own.plain("button-named"))
    await john.press(own.plain("button-send"))
    confirmation = await john.wait(john.chat, lambda: john.seen(john.chat, city.name("n4", language)), "confirmation")
    code = code_in(confirmation)
    assert own.plain("menu-mine") in confirmation.buttons
    await ali.press("پرسش از شهروند", at=await four.card(code))
    await ali.reply(await ali.sees("پاسخ به همین", at=group), "کجا؟")
    await john.sees("کجا؟")
    await john.press(own.plain("button-answer"))
    await john.send("here")
    await ali.sees("here", at=group)
    await ali.press("انجام شد", at=await four.card(code))
    await ali.reply(await ali.sees("عکس نتیجه", at=group), photo=True, caption="پر شد")
    await john.sees("پر شد")
    await john.press(own.plain("outcome-not"))
    await john.sees(code)
    await john.send("still there")
    await ali.sees("still there", at=group)
    await john.press(own.plain("menu-mine"))
    await john.press(kind)
    opened = await john.wait(john.chat, lambda: john.seen(john.chat, "▫️"), "the report")
    assert own.plain("event-reopen") in opened.text
    await john.press(own.plain("button-withdraw"))
    await john.press(own.plain("button-withdraw-yes"))
    await ali.sees("لغوشده", at=group)
    await john.send("/help")
    await john.sees("125" if language == "en" else "١٢٥")


async def test_another_language(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.start()
    await laleh.press("تنظیمات")
    settings = await laleh.sees("زبان")
    await laleh.press("English")
    changed = await laleh.sees(words("en").plain("language-changed"))
    assert words("en").plain("menu-report") in changed.buttons
    assert settings.contains("English")
    await laleh.send("سلام")
    await laleh.sees(words("en").plain("chatter").split("\n")[0])
    await laleh.press(words("en").plain("menu-settings"))
    await laleh.press("العربية")
    await laleh.sees(words("ar").plain("language-changed"))
    await laleh.press("فارسی")
    await laleh.sees("زبان به فارسی")


async def test_another_language_in_the_middle_of_a_report(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send("چاله")
    await laleh.sees("کجاست")
    await laleh.send("/settings")
    await laleh.press("English")
    await laleh.press(words("en").plain("button-continue"))
    await laleh.sees(words("en").plain("place-ask").split("\n")[0])


def commands(listed: list[dict[str, str]]) -> list[str]:
    return [command["command"] for command in listed]


async def test_menus_of_commands(world: World) -> None:
    everybody = ["report", "reports", "events", "polls", "settings", "help", "cancel"]
    await settled(world)
    told = {}
    for language in ("fa", "en", "ar", "de"):
        person = world.telegram.person("x", language=language)
        assert commands(person.commands) == everybody
        told[language] = person.commands[0]["description"]
    assert told["de"] == told["fa"]
    assert len(set(told.values())) == 3
    more = ["admin", "broadcast", "newevent", "newpoll", "invite"]
    await until(lambda: commands(world.owner.commands) == [*everybody, *more], "a menu")
    await world.owner.send("/invite administrator")
    payload = (await world.owner.sees("start=")).text.split("start=")[1].split()[0]
    mina = world.telegram.person("مینا")
    await mina.start(payload)
    await mina.sees("مدیر سامانه")
    await until(lambda: "admin" in commands(mina.commands), "a menu")
    await world.owner.send("/admin")
    await world.owner.press("مدیران و نقش‌ها")
    await world.owner.press("مینا")
    await world.owner.press("بله، برداشته شود")
    await world.owner.sees("هنوز کسی نقشی")
    await until(lambda: commands(mina.commands) == everybody, "a menu")


async def test_menus_of_groups(world: World) -> None:
    four = await team(world)
    listed = world.telegram.bot.commands
    key = (f"chat:{four.group.id}", "")
    await until(lambda: key in listed, "a menu")
    assert commands(listed[key]) == ["digest", "open", "overdue"]


async def test_descriptions(world: World) -> None:
    await settled(world)
    bot = world.telegram.bot
    for language in ("fa", "en", "ar", "de"):
        spoken = words(language)
        assert bot.localized("description", language) == spoken.plain("description")
        assert bot.localized("short_description", language) == spoken.plain("short-description")


async def test_a_restart_sets_no_menu_again(world: World) -> None:
    await settled(world)
    await world.stop()
    before = len(world.telegram.calls_of("setMyCommands"))
    await world.start()
    laleh = world.telegram.person("لاله")
    await laleh.start()
    await laleh.sees("خوش آمدید")
    await settled(world)
    assert len(world.telegram.calls_of("setMyCommands")) == before

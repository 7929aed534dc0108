"""The bot's own name, descriptions and commands."""

from typing import Any

import pytest
from telegram import Bot, BotCommandScopeAllGroupChats, BotCommandScopeChat, MenuButtonCommands

from sandbox import Group, Person, Telegram

HELP = [("help", "راهنما")]


async def test_commands_by_scope_and_language(bot: Bot, laleh: Person, telegram: Telegram, group: Group) -> None:
    arab = telegram.person("سارا", language="ar")
    await bot.set_my_commands(HELP)
    await bot.set_my_commands([("help", "مساعدة")], language_code="ar")
    await bot.set_my_commands([("report", "گزارش")], scope=BotCommandScopeChat(laleh.id))
    await bot.set_my_commands([("take", "برداشتن")], scope=BotCommandScopeAllGroupChats())
    assert [command["description"] for command in arab.commands] == ["مساعدة"]
    assert [command["command"] for command in laleh.commands] == ["report"]
    await bot.delete_my_commands(scope=BotCommandScopeChat(laleh.id))
    assert [command["description"] for command in laleh.commands] == ["راهنما"]
    assert (await bot.get_my_commands(scope=BotCommandScopeAllGroupChats()))[0].command == "take"
    assert await bot.get_my_commands(language_code="en") == ()


@pytest.mark.parametrize(
    "params",
    [
        {"commands": [{"command": "Help", "description": "x"}]},
        {"commands": [{"command": "راهنما", "description": "x"}]},
        {"commands": [{"command": "a" * 33, "description": "x"}]},
        {"commands": [{"command": "a", "description": ""}]},
        {"commands": [{"command": "a", "description": "x" * 257}]},
        {"commands": [{"command": "a", "description": "x"}] * 101},
        {"commands": [{"command": "a", "description": "x"}], "language_code": "fas"},
        {"commands": [{"command": "a"}]},
        {"commands": [], "scope": {"type": "chat"}},
        {"commands": [], "scope": {"type": "everywhere"}},
    ],
)
async def test_wrong_commands(telegram: Telegram, refused: Any, params: Any) -> None:
    await refused("setMyCommands", **params)
    assert len(telegram.problems) == 1


async def test_descriptions(telegram: Telegram, bot: Bot, refused: Any) -> None:
    await bot.set_my_description("همه")
    await bot.set_my_description("للجميع", language_code="ar")
    await bot.set_my_short_description("کوتاه")
    assert (await bot.get_my_description("ar")).description == "للجميع"
    assert (await bot.get_my_description("en")).description == "همه"
    assert (await bot.get_my_short_description()).short_description == "کوتاه"
    assert telegram.problems == []
    await refused("setMyDescription", description="x" * 513)
    await refused("setMyShortDescription", short_description="x" * 121)
    await refused("setMyName", name="x" * 65)
    assert len(telegram.problems) == 3


async def test_name(bot: Bot) -> None:
    assert (await bot.get_my_name()).name == "همسایه"
    await bot.set_my_name("همسایه ۴")
    assert (await bot.get_me()).first_name == "همسایه ۴"
    assert bot.username == "hamsayeh_bot"


async def test_menu_button(bot: Bot, laleh: Person) -> None:
    await bot.set_chat_menu_button(laleh.id, MenuButtonCommands())
    assert (await bot.get_chat_menu_button(laleh.id)).type == "commands"
    assert (await bot.get_chat_menu_button()).type == "default"


async def test_get_chat(bot: Bot, laleh: Person, group: Group) -> None:
    assert (await bot.get_chat(laleh.id)).first_name == "لاله"
    chat = await bot.get_chat(group.id)
    assert (chat.title, chat.type, chat.permissions.can_pin_messages) == ("ناحیه ۴", "group", True)

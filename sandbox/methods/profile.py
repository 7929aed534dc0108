"""What a bot says of itself: its name, its descriptions, its commands."""

import re
from collections.abc import Callable
from typing import Any

from sandbox.bots import BotAccount
from sandbox.errors import mistake
from sandbox.fields import array, integer, string
from sandbox.markup import bot_command, command_scope, menu_button
from sandbox.methods.request import Request, api

COMMANDS = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
DESCRIPTION = 256
LANGUAGE = re.compile(r"[a-z]{2}")
LIMITS = {"name": 64, "description": 512, "short_description": 120}
TITLES = {"name": "Name", "description": "Description", "short_description": "ShortDescription"}
SCOPED = {"scope": command_scope, "language_code": string}


@api("getMe")
def get_me(request: Request) -> dict[str, Any]:
    return request.bot.me


def language(params: dict[str, Any]) -> str:
    code: str = params.get("language_code", "")
    if code and not LANGUAGE.fullmatch(code):
        raise mistake("invalid language code specified")
    return code


def scope_key(params: dict[str, Any]) -> str:
    scope = params.get("scope", {"type": "default"})
    kind = scope["type"]
    if kind in {"chat", "chat_administrators", "chat_member"} and "chat_id" not in scope:
        raise mistake("can't parse BotCommandScope: chat_id is required")
    if kind == "chat_member" and "user_id" not in scope:
        raise mistake("can't parse BotCommandScope: user_id is required")
    return ":".join(str(scope[name]) for name in ("type", "chat_id", "user_id") if name in scope)


def check_command(command: dict[str, Any]) -> None:
    if not COMMAND.fullmatch(command["command"].removeprefix("/")):
        raise mistake("BOT_COMMAND_INVALID")
    if not 1 <= len(command["description"].strip()) <= DESCRIPTION:
        raise mistake("BOT_COMMAND_DESCRIPTION_INVALID")


@api("setMyCommands", {"commands": array(bot_command)}, SCOPED)
def set_my_commands(request: Request) -> bool:
    commands = request.params["commands"]
    if len(commands) > COMMANDS:
        raise mistake("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        check_command(command)
    request.bot.commands[scope_key(request.params), language(request.params)] = commands
    return True


@api("deleteMyCommands", {}, SCOPED)
def delete_my_commands(request: Request) -> bool:
    request.bot.commands.pop((scope_key(request.params), language(request.params)), None)
    return True


@api("getMyCommands", {}, SCOPED)
def get_my_commands(request: Request) -> list[dict[str, Any]]:
    return request.bot.commands.get((scope_key(request.params), language(request.params)), [])


def setter(kind: str) -> Callable[[Request], bool]:
    def run(request: Request) -> bool:
        text = request.params.get(kind, "")
        if len(text) > LIMITS[kind]:
            raise mistake(f"{kind.replace('_', ' ')} is too long")
        code = language(request.params)
        request.bot.texts[kind, code] = text
        if kind == "name" and not code and text:
            request.bot.rename(text)
        return True

    return run


def getter(kind: str) -> Callable[[Request], dict[str, str]]:
    def run(request: Request) -> dict[str, str]:
        text = request.bot.localized(kind, language(request.params))
        return {kind: text or (request.bot.name if kind == "name" else "")}

    return run


for each, title in TITLES.items():
    api(f"setMy{title}", {}, {each: string, "language_code": string})(setter(each))
    api(f"getMy{title}", {}, {"language_code": string})(getter(each))


@api("setChatMenuButton", {}, {"chat_id": integer, "menu_button": menu_button})
def set_chat_menu_button(request: Request) -> bool:
    button = request.params.get("menu_button", {"type": "default"})
    if button["type"] == "web_app" and not button.keys() >= {"text", "web_app"}:
        raise mistake("can't parse menu button: text and web_app are required")
    request.bot.menu_buttons[request.params.get("chat_id")] = button
    return True


@api("getChatMenuButton", {}, {"chat_id": integer})
def get_chat_menu_button(request: Request) -> dict[str, Any]:
    buttons = request.bot.menu_buttons
    chosen = buttons.get(request.params.get("chat_id")) or buttons.get(None)
    return chosen or {"type": "commands" if request.bot.commands else "default"}


def commands_for(bot: BotAccount, chat: int, user: int, code: str, *, group: bool) -> list[dict[str, Any]]:
    """The menu that a person with this language sees in a chat: the narrowest scope that has one."""
    scopes = [f"chat_member:{chat}:{user}", f"chat:{chat}"]
    scopes += ["all_group_chats" if group else "all_private_chats", "default"]
    keys = ((scope, tongue) for scope in scopes for tongue in (code, ""))
    return next((bot.commands[key] for key in keys if key in bot.commands), [])

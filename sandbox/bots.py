"""A bot's account: what the server keeps for one token."""

import itertools
from typing import TYPE_CHECKING, Any

from sandbox.updates import Updates

if TYPE_CHECKING:
    from sandbox.chats import Chat
    from sandbox.files import StoredFile
    from sandbox.people import Press
    from sandbox.telegram import Telegram
    from sandbox.webhook import Webhook


class BotAccount:
    def __init__(self, world: "Telegram", token: str, username: str, name: str) -> None:
        self.world = world
        self.token = token
        self.id = int(token.partition(":")[0])
        self.username = username
        self.name = name
        self.user: dict[str, Any] = {
            "id": self.id, "is_bot": True, "first_name": name, "username": username,
        }  # fmt: skip
        # As in Telegram, private chats and basic groups count their messages together.
        self.numbers = itertools.count(1)
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.queries: dict[str, Press] = {}
        self.updates = Updates(world, self)
        self.webhook: Webhook | None = None
        self.commands: dict[tuple[str, str], list[dict[str, Any]]] = {}
        self.texts: dict[tuple[str, str], str] = {}
        self.menu_buttons: dict[int | None, dict[str, Any]] = {}
        self.reads_all_group_messages = False

    def __repr__(self) -> str:
        return f"<BotAccount @{self.username}>"

    @property
    def me(self) -> dict[str, Any]:
        return {
            **self.user,
            "can_join_groups": True,
            "can_read_all_group_messages": self.reads_all_group_messages,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def localized(self, kind: str, language: str) -> str:
        """The name or description in a language, else the one for all."""
        return self.texts.get((kind, language)) or self.texts.get((kind, "")) or ""

    def rename(self, name: str) -> None:
        self.name = name
        self.user = {**self.user, "first_name": name}

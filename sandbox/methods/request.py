"""A call whose fields were checked, and the table of methods that take one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.chats import ChannelChat, GroupChat
from sandbox.errors import mistake, refusal, too_many_requests
from sandbox.fields import Fields, checked

if TYPE_CHECKING:
    from sandbox.bots import BotAccount
    from sandbox.chats import Chat, Message
    from sandbox.crowds import Crowd
    from sandbox.files import Upload
    from sandbox.telegram import Telegram


class Request:
    """What a method needs: who calls, with which fields and files."""

    __slots__ = ("bot", "params", "uploads", "world")

    def __init__(
        self, world: "Telegram", bot: "BotAccount", params: dict[str, Any], uploads: "dict[str, Upload]"
    ) -> None:
        self.world = world
        self.bot = bot
        self.params = params
        self.uploads = uploads

    def any_chat(self, field: str = "chat_id") -> "Chat":
        """The chat of this id, whether the bot may write there or not."""
        number = self.params.get(field)
        if number is None:
            raise mistake("chat_id is empty")
        chat = self.bot.chats.get(number)
        if chat is None:
            person = self.world.people.get(number)
            if person is None:
                raise refusal("chat not found")
            chat = self.world.private_chat(person, self.bot)
        return chat

    def chat(self, field: str = "chat_id") -> "Chat":
        """The chat to write to; refused if the bot may not."""
        chat = self.any_chat(field)
        chat.check(self.bot)
        return chat

    def group_chat(self) -> "GroupChat":
        chat = self.chat()
        if not isinstance(chat, GroupChat):
            raise refusal("method is available only for groups and supergroups")
        return chat

    def crowd(self) -> "Crowd":
        """The group or channel of this id."""
        chat = self.chat()
        return chat.channel if isinstance(chat, ChannelChat) else self.group_chat().group

    def message(self, chat: "Chat", missing: str, field: str = "message_id") -> "Message":
        message = chat.find(self.params[field])
        if message is None:
            raise refusal(missing)
        return message

    def admit(self, chat: "Chat", count: int = 1, *, edit: bool = False) -> None:
        """Flood control: may so many messages go to this chat now?"""
        flood = self.world.flood
        if not flood.on and not flood.shut_until:
            return
        paid = self.params.get("allow_paid_broadcast", False)
        wait, violation = flood.refusal(self.bot.id, chat.id, count, edit=edit, paid=paid)
        if wait:
            raise too_many_requests(wait, violation=violation)


Run = Callable[[Request], Any]


@dataclass(slots=True)
class Method:
    name: str
    required: frozenset[str]
    known: Fields
    run: Run

    def check(self, params: dict[str, Any], *, form: bool) -> dict[str, Any]:
        values = checked(params, self.known, form=form, owner=self.name)
        if not self.required <= values.keys():
            missing = min(self.required - values.keys())
            raise mistake(MISSING.get(missing, f'parameter "{missing}" is required'))
        return values


MISSING = {
    "text": "message text is empty",
    "chat_id": "chat_id is empty",
    "message_id": "message identifier is not specified",
}
METHODS: dict[str, Method] = {}


def api(name: str, required: Fields | None = None, optional: Fields | None = None) -> Callable[[Run], Run]:
    """Make a function the method of this name, with these fields and no others."""

    def register(run: Run) -> Run:
        needed = required or {}
        METHODS[name.lower()] = Method(name, frozenset(needed), {**needed, **(optional or {})}, run)
        return run

    return register

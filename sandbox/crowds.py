"""What groups and channels have in common: people of some standing, and bots that learn of their own."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sandbox.bots import BotAccount
    from sandbox.chats import Chat, Message
    from sandbox.people import Person
    from sandbox.telegram import Telegram

SUPERGROUP = 1_000_000_000_000  # ids of supergroups and channels begin with -100
RIGHTS = (
    "can_be_edited", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip
TELEGRAM = {"id": 777000, "is_bot": False, "first_name": "Telegram"}


@dataclass(slots=True)
class Member:
    person: "Person"
    status: str


def status_info(user: dict[str, Any], status: str, rights: dict[str, bool] | None = None) -> dict[str, Any]:
    """A `ChatMember`; `rights` are those that only administrators of this kind of chat have."""
    info: dict[str, Any] = {"user": user, "status": status}
    if status == "creator":
        info["is_anonymous"] = False
    elif status == "administrator":
        info |= {"is_anonymous": False, **dict.fromkeys(RIGHTS, True), "can_be_edited": False, **(rights or {})}
    elif status == "kicked":
        info["until_date"] = 0
    return info


class Crowd:
    """`chat` is where they speak."""

    chat: "Chat"

    def __init__(self, world: "Telegram", title: str) -> None:
        self.world = world
        self.title = title
        self.members: dict[int, Member] = {}
        self.bot_status: dict[int, str] = {}

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id} {self.title!r}>"

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> "list[Message]":
        return self.chat.messages

    def transcript(self, last: int = 12) -> str:
        return self.chat.transcript(last)

    @property
    def creator(self) -> dict[str, Any]:
        """The user who does what nobody else is named for."""
        return next((member.person.user for member in self.members.values()), TELEGRAM)

    def rights(self) -> dict[str, bool]:
        """What its administrators may do beyond RIGHTS."""
        raise NotImplementedError

    def present_bots(self) -> "list[BotAccount]":
        present = ("member", "administrator")
        return [bot for bot in self.world.bots.values() if self.bot_status.get(bot.id) in present]

    def bot_is_admin(self, bot: "BotAccount") -> bool:
        return self.bot_status.get(bot.id) == "administrator"

    def size(self) -> int:
        return len(self.members) + len(self.present_bots())

    def member_info(self, user: int) -> dict[str, Any] | None:
        member = self.members.get(user)
        if member is not None:
            return status_info(member.person.user, member.status, self.rights())
        for bot in self.world.bots.values():
            if bot.id == user:
                return status_info(bot.user, self.bot_status.get(bot.id, "left"), self.rights())
        person = self.world.people.get(user)
        return status_info(person.user, "left") if person is not None else None

    def administrators(self) -> list[dict[str, Any]]:
        people = [
            status_info(member.person.user, member.status, self.rights())
            for member in self.members.values()
            if member.status in {"creator", "administrator"}
        ]
        bots = [bot for bot in self.present_bots() if self.bot_is_admin(bot)]
        return people + [status_info(bot.user, "administrator", self.rights()) for bot in bots]

    def set_bot_status(self, bot: "BotAccount", status: str, by: dict[str, Any] | None = None) -> None:
        """The bot learns of its new standing by `my_chat_member`."""
        old = status_info(bot.user, self.bot_status.get(bot.id, "left"), self.rights())
        self.bot_status[bot.id] = status
        self.tell_of_bot(bot, old, by)

    def tell_of_bot(self, bot: "BotAccount", old: dict[str, Any], by: dict[str, Any] | None) -> None:
        change = {
            "chat": self.chat.short,
            "from": by or self.creator,
            "date": self.world.now(),
            "old_chat_member": old,
            "new_chat_member": status_info(bot.user, self.bot_status[bot.id], self.rights()),
        }
        bot.updates.add("my_chat_member", change, self.id)

    def kick_bot(self, bot: "BotAccount | None" = None, by: "Person | None" = None) -> None:
        self.set_bot_status(bot or self.world.bot, "kicked", by.user if by else None)

    def bot_leaves(self, bot: "BotAccount") -> None:
        self.set_bot_status(bot, "left", bot.user)

    def tell_of_member(self, person: "Person", old: str, new: str) -> None:
        """Bots that are administrators hear of it, if they asked for `chat_member`."""
        change = {
            "chat": self.chat.short,
            "from": self.creator,
            "date": self.world.now(),
            "old_chat_member": status_info(person.user, old, self.rights()),
            "new_chat_member": status_info(person.user, new, self.rights()),
        }
        for bot in self.present_bots():
            if self.bot_is_admin(bot):
                bot.updates.add("chat_member", change, self.id)

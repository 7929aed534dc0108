"""Groups: who is in them, what happens in them, their topics and their migration."""

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.chats import GroupChat, Message
from sandbox.crowds import SUPERGROUP, Crowd, Member
from sandbox.posting import post

if TYPE_CHECKING:
    from sandbox.bots import BotAccount
    from sandbox.people import Person
    from sandbox.telegram import Telegram

ICON_COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)
PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_change_info", "can_invite_users", "can_pin_messages",
    "can_manage_topics",
)  # fmt: skip


@dataclass(slots=True)
class Topic:
    name: str
    closed: bool = False


class Group(Crowd):
    """A group as its people see it. Its `chat` changes when it becomes a supergroup."""

    def __init__(
        self,
        world: "Telegram",
        title: str,
        members: "Sequence[Person]",
        *,
        forum: bool,
        supergroup: bool,
        bot_admin: bool,
    ) -> None:
        super().__init__(world, title)
        self.forum = forum
        self.muted = False
        self.members = {person.id: Member(person, "member") for person in members}
        self.topics: dict[int, Topic] = {}
        self.permissions: dict[str, bool] = dict.fromkeys(PERMISSIONS, True)
        self.chat: GroupChat = self.new_chat(supergroup=supergroup)
        if members:
            self.members[members[0].id].status = "creator"
        for bot in world.bots.values():
            self.add_bot(bot, admin=bot_admin)

    def new_chat(self, *, supergroup: bool) -> GroupChat:
        number = next(self.world.group_ids)
        if supergroup:
            short: dict[str, Any] = {"id": -SUPERGROUP - number, "title": self.title, "type": "supergroup"}
            if self.forum:
                short["is_forum"] = True
            return GroupChat(self.world, short, itertools.count(random.randrange(1, 50)), self)  # noqa: S311  # only to differ
        short = {"id": -number, "title": self.title, "type": "group", "all_members_are_administrators": False}
        return GroupChat(self.world, short, self.world.bot.numbers, self)

    def rights(self) -> dict[str, bool]:
        return {"can_pin_messages": True, "can_manage_topics": True}

    def bot_may_pin(self, bot: "BotAccount") -> bool:
        return self.bot_is_admin(bot) or self.permissions["can_pin_messages"]

    def service(self, by: dict[str, Any], content: dict[str, Any], thread: int | None = None) -> Message:
        return post(self.chat, by, content, thread=thread, service=True)

    # What happens to the bot

    def add_bot(self, bot: "BotAccount | None" = None, *, admin: bool = False) -> None:
        bot = bot or self.world.bot
        bot.chats[self.id] = self.chat
        self.set_bot_status(bot, "administrator" if admin else "member")
        self.service(self.creator, {"new_chat_members": [bot.user]})

    def promote_bot(self, bot: "BotAccount | None" = None) -> None:
        self.set_bot_status(bot or self.world.bot, "administrator")

    def demote_bot(self, bot: "BotAccount | None" = None) -> None:
        self.set_bot_status(bot or self.world.bot, "member")

    # What happens to people

    def add(self, person: "Person", by: "Person | None" = None) -> None:
        self.members[person.id] = Member(person, "member")
        self.tell_of_member(person, "left", "member")
        self.service(by.user if by else self.creator, {"new_chat_members": [person.user]})

    def remove(self, person: "Person", by: "Person | None" = None) -> None:
        """Without `by` she leaves of her own will."""
        old = self.members.pop(person.id).status
        self.tell_of_member(person, old, "kicked" if by else "left")
        self.service(by.user if by else person.user, {"left_chat_member": person.user})

    def promote(self, person: "Person") -> None:
        self.change_status(person, "administrator")

    def demote(self, person: "Person") -> None:
        self.change_status(person, "member")

    def change_status(self, person: "Person", status: str) -> None:
        member = self.members[person.id]
        old, member.status = member.status, status
        self.tell_of_member(person, old, status)

    # What happens to the group

    def rename(self, title: str) -> None:
        self.title = title
        self.chat.short = {**self.chat.short, "title": title}
        self.service(self.creator, {"new_chat_title": title})

    def migrate(self) -> int:
        """Become a supergroup; its new id. The old one answers with it from now on."""
        old = self.chat
        if old.is_supergroup:
            raise ValueError(f"{self.title} is a supergroup already")
        new = self.new_chat(supergroup=True)
        for bot in self.present_bots():
            bot.chats[new.id] = new
        post(old, self.creator, {"migrate_to_chat_id": new.id}, service=True)
        old.migrated_to = new.id
        self.chat = new
        self.service(self.creator, {"migrate_from_chat_id": old.id})
        return new.id

    def new_topic(self, name: str, by: "Person | None" = None) -> int:
        """A topic made by a person; its `message_thread_id`."""
        return self.make_topic(name, by.user if by else self.creator, ICON_COLORS[0])

    def make_topic(self, name: str, by: dict[str, Any], color: int) -> int:
        if not self.forum:
            raise ValueError(f"{self.title} is no forum")
        thread = next(self.chat.numbers)
        self.topics[thread] = Topic(name)
        self.chat.numbers = itertools.chain([thread], self.chat.numbers)
        self.service(by, {"forum_topic_created": {"name": name, "icon_color": color}}, thread)
        return thread

    def close_topic(self, thread: int) -> None:
        self.topics[thread].closed = True
        self.service(self.creator, {"forum_topic_closed": {}}, thread)

    def reopen_topic(self, thread: int) -> None:
        self.topics[thread].closed = False
        self.service(self.creator, {"forum_topic_reopened": {}}, thread)

    def drop_topic(self, thread: int) -> None:
        """The topic and all its messages go, as when somebody deletes it."""
        del self.topics[thread]
        for message in [message for message in self.messages if message.thread == thread]:
            self.chat.remove(message)

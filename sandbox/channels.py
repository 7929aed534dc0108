"""Channels: administrators post, subscribers read; nobody sees who else is there."""

import itertools
from typing import TYPE_CHECKING

from sandbox.chats import ChannelChat
from sandbox.crowds import SUPERGROUP, Crowd, Member, status_info
from sandbox.posting import post

if TYPE_CHECKING:
    from sandbox.bots import BotAccount
    from sandbox.people import Person
    from sandbox.telegram import Telegram


class Channel(Crowd):
    """A channel of its first person; bots can only be there as administrators."""

    def __init__(self, world: "Telegram", title: str, owner: "Person") -> None:
        super().__init__(world, title)
        self.may_post = True
        self.members[owner.id] = Member(owner, "creator")
        short = {"id": -SUPERGROUP - next(world.group_ids), "title": title, "type": "channel"}
        self.chat = ChannelChat(world, short, itertools.count(1), self)

    def rights(self) -> dict[str, bool]:
        return {"can_post_messages": self.may_post, "can_edit_messages": True}

    def add_bot(self, bot: "BotAccount | None" = None, by: "Person | None" = None) -> None:
        """Make the bot an administrator."""
        bot = bot or self.world.bot
        bot.chats[self.id] = self.chat
        self.set_bot_status(bot, "administrator", by.user if by else None)

    def dismiss_bot(self, bot: "BotAccount | None" = None, by: "Person | None" = None) -> None:
        """Whoever is no administrator any more is not there at all, if it is a bot."""
        self.set_bot_status(bot or self.world.bot, "left", by.user if by else None)

    def let_post(self, *, may: bool, by: "Person | None" = None) -> None:
        """Give its bot the right to post, or take it away."""
        bot = self.world.bot
        old = status_info(bot.user, self.bot_status[bot.id], self.rights())
        self.may_post = may
        self.tell_of_bot(bot, old, by.user if by else None)

    def add(self, person: "Person", status: str = "member") -> None:
        self.members[person.id] = Member(person, status)
        self.tell_of_member(person, "left", status)

    def remove(self, person: "Person") -> None:
        old = self.members.pop(person.id).status
        self.tell_of_member(person, old, "left")

    def rename(self, title: str) -> None:
        self.title = title
        self.chat.short = {**self.chat.short, "title": title}
        post(self.chat, self.creator, {"new_chat_title": title}, service=True)

    def bot_may_post(self, bot: "BotAccount") -> bool:
        return self.bot_is_admin(bot) and self.may_post

    def may_write(self, person: "Person") -> bool:
        member = self.members.get(person.id)
        return member is not None and member.status != "member"

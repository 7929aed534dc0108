"""Chats and the messages in them, as both sides see them."""

import asyncio
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from sandbox.errors import ApiError, forbidden, refusal
from sandbox.formatting import to_html, without_isolates

if TYPE_CHECKING:
    from sandbox.bots import BotAccount
    from sandbox.channels import Channel
    from sandbox.groups import Group
    from sandbox.people import Person
    from sandbox.telegram import Telegram

Raw = dict[str, Any]


class Message:
    """One message as it stands now; `raw` is its form in the Bot API and is replaced, never changed."""

    __slots__ = ("bot", "chat", "deleted", "markup", "raw", "sequence")

    def __init__(self, chat: "Chat", raw: Raw, bot: "BotAccount | None" = None, markup: Raw | None = None) -> None:
        self.chat = chat
        self.raw = raw
        self.bot = bot
        self.markup = markup
        self.sequence = 0
        self.deleted = False

    def __repr__(self) -> str:
        return f"<Message {self.id} in {self.chat.id}: {self.text!r} {self.buttons}>"

    @property
    def id(self) -> int:
        identity: int = self.raw["message_id"]
        return identity

    @property
    def text(self) -> str:
        """The text or caption (of a poll the question, of a venue the title), without bidi isolates."""
        raw = self.raw
        text = raw.get("text") or raw.get("caption")
        if text is None and "poll" in raw:
            text = raw["poll"]["question"]
        elif text is None and "venue" in raw:
            text = raw["venue"]["title"]
        return without_isolates(text or "")

    @property
    def html(self) -> str:
        """The text or caption as HTML, bold and links as its reader sees them."""
        raw = self.raw
        if "text" in raw:
            return to_html(raw["text"], raw.get("entities", []))
        return to_html(raw.get("caption", ""), raw.get("caption_entities", []))

    @property
    def keyboard(self) -> list[list[Raw]]:
        """The rows of the inline keyboard."""
        rows: list[list[Raw]] = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[str]:
        """The labels under the message, row by row; those of a reply keyboard if it brought one."""
        rows = self.keyboard or (self.markup or {}).get("keyboard", [])
        return [without_isolates(button["text"]) for row in rows for button in row]

    @property
    def date(self) -> int:
        date: int = self.raw["date"]
        return date

    @property
    def photo(self) -> list[Raw] | None:
        """The sizes of the photo, the largest last."""
        return self.raw.get("photo")

    @property
    def location(self) -> tuple[float, float] | None:
        place = self.raw.get("location")
        return (place["latitude"], place["longitude"]) if place else None

    @property
    def poll(self) -> Raw | None:
        return self.raw.get("poll")

    @property
    def document(self) -> Raw | None:
        return self.raw.get("document")

    @property
    def media_group_id(self) -> str | None:
        return self.raw.get("media_group_id")

    @property
    def thread(self) -> int | None:
        return self.raw.get("message_thread_id")

    @property
    def reply_to(self) -> "Message | None":
        original = self.raw.get("reply_to_message")
        return self.chat.messages_by_id.get(original["message_id"]) if original else None

    @property
    def from_bot(self) -> bool:
        return self.bot is not None

    @property
    def edited(self) -> bool:
        return "edit_date" in self.raw

    @property
    def pinned(self) -> bool:
        return self.id in self.chat.pinned

    @property
    def reactions(self) -> list[str]:
        """The emoji that the bot put under it."""
        return [each.get("emoji", "") for each in self.chat.reactions.get(self.id, [])]

    def contains(self, words: str) -> bool:
        return without_isolates(words) in self.text

    def line(self) -> str:
        """The message in a transcript."""
        sender = self.raw.get("from", {}).get("first_name") or self.raw.get("sender_chat", {}).get("title", "—")
        what = [f"[{kind}]" for kind in SHOWN if kind in self.raw]
        body = " ".join([*what, self.text]).replace("\n", "\n        ")
        lines = [f"#{self.id} {sender}{' (edited)' if self.edited else ''}: {body}"]
        rows = self.keyboard or (self.markup or {}).get("keyboard", [])
        lines += ["        " + " ".join(f"[{button['text']}]" for button in row) for row in rows]
        return "\n".join(lines)


SHOWN = (
    "photo", "video", "voice", "audio", "document", "animation", "sticker", "location", "venue", "contact",
    "poll", "pinned_message", "new_chat_members", "left_chat_member", "group_chat_created",
    "forum_topic_created", "forum_topic_closed", "migrate_to_chat_id", "migrate_from_chat_id",
)  # fmt: skip


class Chat:
    """What every chat has: its messages in order, and those who wait for the next one."""

    def __init__(self, world: "Telegram", short: Raw, numbers: Iterator[int]) -> None:
        self.world = world
        self.id: int = short["id"]
        self.short = short
        self.numbers = numbers
        self.messages_by_id: dict[int, Message] = {}
        self.keyboard: Raw | None = None
        self.pinned: list[int] = []
        self.votes: dict[str, dict[int, tuple[int, ...]]] = {}
        self.reactions: dict[int, list[Raw]] = {}
        self.waiters: list[asyncio.Future[None]] = []
        self.on_message: Callable[[Message], None] | None = None

    def __iter__(self) -> Iterator[Message]:
        return iter(self.messages)

    def __len__(self) -> int:
        return len(self.messages_by_id)

    def __getitem__(self, index: int) -> Message:
        return self.messages[index]

    def __bool__(self) -> bool:
        return True

    @property
    def messages(self) -> list[Message]:
        """All that is visible, the oldest first."""
        return list(self.messages_by_id.values())

    def transcript(self, last: int = 12) -> str:
        """The last messages in words, buttons below them."""
        lines = [message.line() for message in self.messages[-last:]] or ["(no messages)"]
        if self.keyboard:
            rows = (" ".join(f"[{button['text']}]" for button in row) for row in self.keyboard["keyboard"])
            lines.append("keyboard: " + " / ".join(rows))
        return "\n".join(lines)

    def put(self, message: Message) -> None:
        known = self.messages_by_id
        known[message.raw["message_id"]] = message
        if len(known) > self.world.keep:
            del known[next(iter(known))]
        if message.markup is not None:
            self.show(message.markup)
        self.touch(message)

    def show(self, markup: Raw) -> None:
        if "keyboard" in markup:
            self.keyboard = markup
        elif "remove_keyboard" in markup:
            self.keyboard = None

    def touch(self, message: Message) -> None:
        """The message is new or has changed: wake who waits for that."""
        message.sequence = next(self.world.sequence)
        if self.on_message is not None and message.bot is not None:
            self.on_message(message)
        if self.waiters or self.world.on_change is not None:
            self.wake()

    def wake(self) -> None:
        if self.world.on_change is not None:
            self.world.on_change(self)
        waiters, self.waiters = self.waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def changed(self, timeout: float) -> None:  # noqa: ASYNC109  # a time-out is no error here
        """Wait for the next change, at most so many seconds."""
        waiter = asyncio.get_running_loop().create_future()
        self.waiters.append(waiter)
        await asyncio.wait([waiter], timeout=timeout)

    def remove(self, message: Message) -> None:
        message.deleted = True
        self.messages_by_id.pop(message.id, None)
        self.reactions.pop(message.id, None)
        if message.id in self.pinned:
            self.pinned.remove(message.id)
        self.wake()

    def find(self, message_id: int) -> Message | None:
        return self.messages_by_id.get(message_id)

    def bots(self) -> "list[BotAccount]":
        """The bots that are in it."""
        raise NotImplementedError

    def check(self, bot: "BotAccount") -> None:
        """Refuse what this bot may not do here."""
        raise NotImplementedError


class PrivateChat(Chat):
    """A person and one bot."""

    def __init__(self, world: "Telegram", person: "Person", bot: "BotAccount") -> None:
        short = {key: value for key, value in person.user.items() if key not in {"is_bot", "language_code"}}
        super().__init__(world, {**short, "type": "private"}, bot.numbers)
        self.person = person
        self.bot = bot
        self.started = False
        self.blocked = False

    def bots(self) -> "list[BotAccount]":
        return [self.bot]

    def check(self, bot: "BotAccount") -> None:
        del bot
        if self.blocked:
            raise forbidden("bot was blocked by the user")
        if self.person.deactivated:
            raise forbidden("user is deactivated")
        if not self.started:
            raise forbidden("bot can't initiate conversation with a user")


class GroupChat(Chat):
    """A group or supergroup under one chat id; after the migration its `Group` has another."""

    def __init__(self, world: "Telegram", short: Raw, numbers: Iterator[int], group: "Group") -> None:
        super().__init__(world, short, numbers)
        self.group = group
        self.migrated_to: int | None = None

    @property
    def is_supergroup(self) -> bool:
        return str(self.short["type"]) == "supergroup"

    def bots(self) -> "list[BotAccount]":
        return self.group.present_bots()

    def check(self, bot: "BotAccount") -> None:
        if self.migrated_to is not None:
            raise ApiError(
                "Bad Request: group chat was upgraded to a supergroup chat",
                parameters={"migrate_to_chat_id": self.migrated_to},
            )
        kind = "supergroup" if self.is_supergroup else "group"
        status = self.group.bot_status.get(bot.id, "left")
        if status == "kicked":
            raise forbidden(f"bot was kicked from the {kind} chat")
        if status == "left":
            raise forbidden(f"bot is not a member of the {kind} chat")
        if self.group.muted:
            raise refusal("not enough rights to send text messages to the chat")


class ChannelChat(Chat):
    """Where a channel's posts stand; they are nobody's but the channel's."""

    def __init__(self, world: "Telegram", short: Raw, numbers: Iterator[int], channel: "Channel") -> None:
        super().__init__(world, short, numbers)
        self.channel = channel

    def bots(self) -> "list[BotAccount]":
        return self.channel.present_bots()

    def check(self, bot: "BotAccount") -> None:
        status = self.channel.bot_status.get(bot.id, "left")
        if status == "kicked":
            raise forbidden("bot was kicked from the channel chat")
        if status == "left":
            raise forbidden("bot is not a member of the channel chat")

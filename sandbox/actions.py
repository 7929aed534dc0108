"""What a person does, without waiting: each puts a message or a tap on its way to the bot."""

import itertools
import re
import secrets
from typing import TYPE_CHECKING, Any

from sandbox.chats import ChannelChat, Chat, GroupChat, Message, PrivateChat, Raw
from sandbox.crowds import Crowd, status_info
from sandbox.files import StoredFile, sample, stored
from sandbox.formatting import clean, found_entities, trimmed, without_isolates
from sandbox.methods.files import know
from sandbox.methods.sending import formatted
from sandbox.posting import announce, post
from sandbox.presses import Press, ask

if TYPE_CHECKING:
    from sandbox.bots import BotAccount
    from sandbox.people import Person
    from sandbox.telegram import Telegram

DEEP_LINK = re.compile(r"https?://(?:t|telegram)\.me/(\w+)\?start=([A-Za-z0-9_-]{1,64})")
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
TEXT_LIMIT = 4096


class Actions:
    """The half of `Person` that acts; `sandbox.people` has the half that looks."""

    def __init__(
        self, world: "Telegram", number: int, name: str, language: str | None, username: str | None, last: str | None
    ) -> None:
        self.world = world
        self.id = number
        self.name = name
        self.user: Raw = {"id": number, "is_bot": False, "first_name": name}
        optional = {"last_name": last, "username": username, "language_code": language}
        self.user |= {key: value for key, value in optional.items() if value}
        self.place: tuple[float, float] = (35.6997, 51.3380)
        self.phone_number = f"+98912{number % 10**7:07}"
        self.deactivated = False
        self.tap: Press | None = None  # the last one that asked the bot
        self.marks: dict[int, int] = {}

    def me(self) -> "Person":
        raise NotImplementedError

    @property
    def bot(self) -> "BotAccount":
        return self.world.bot

    @property
    def chat(self) -> PrivateChat:
        """Her private chat with the bot."""
        return self.world.private_chat(self.me(), self.bot)

    def place_of(self, to: "Crowd | Chat | Message | None") -> Chat:
        if to is None:
            return self.chat
        if isinstance(to, Chat):
            return to
        return to.chat

    def acting(self, to: "Crowd | Chat | Message | None") -> Chat:
        """The chat she acts in; from here on she looks at what comes after."""
        chat = self.place_of(to)
        if isinstance(chat, GroupChat) and self.id not in chat.group.members:
            raise AssertionError(f"{self.name} is not in the group {chat.group.title}")
        if isinstance(chat, ChannelChat) and self.id not in chat.channel.members:
            raise AssertionError(f"{self.name} is not in the channel {chat.channel.title}")
        self.marks[chat.id] = next(self.world.sequence)
        return chat

    def posting(self, to: "Crowd | Chat | None") -> Chat:
        chat = self.acting(to)
        if isinstance(chat, PrivateChat):
            if chat.blocked:
                raise AssertionError(f"{self.name} has blocked the bot and can't write to it")
            chat.started = True
        if isinstance(chat, ChannelChat) and not chat.channel.may_write(self.me()):
            raise AssertionError(f"{self.name} only reads the channel {chat.channel.title}")
        return chat

    def post(self, content: Raw, to: "Crowd | Chat | None", topic: int | None, reply_to: Message | None) -> Message:
        if reply_to is not None and to is None:
            to = reply_to.chat
        return post(self.posting(to), self.user, content, thread=topic, reply_to=reply_to)

    def post_text(
        self,
        text: str,
        to: "Crowd | Chat | None" = None,
        *,
        topic: int | None = None,
        reply_to: Message | None = None,
        html: bool = False,
        more: Raw | None = None,
    ) -> Message:
        """A text as Telegram passes it on: cleaned, trimmed, commands and links marked; `html` says that she has
        formatted it so."""
        text, marks = formatted(text, "HTML" if html else None, None)
        if not 1 <= len(text) <= TEXT_LIMIT:
            raise ValueError("a message has 1 to 4096 characters")
        content: Raw = {"text": text, "entities": marks} if marks else {"text": text}
        return self.post({**content, **(more or {})}, to, topic, reply_to)

    def post_file(
        self,
        kind: str,
        caption: str | None = None,
        to: "Crowd | Chat | None" = None,
        *,
        data: bytes | None = None,
        name: str | None = None,
        mime: str | None = None,
        size: int | None = None,
        topic: int | None = None,
        reply_to: Message | None = None,
        html: bool = False,
        more: Raw | None = None,
        **extra: Any,
    ) -> Message:
        """A file of any kind; `size` may stand for a file larger than its bytes."""
        bytes_, usual = sample(kind) if data is None else (data, None)
        file = stored(kind, bytes_, size=size, name=name, mime=mime or usual, **extra)
        chat = self.place_of(to if to is not None or reply_to is None else reply_to.chat)
        self.share(chat, file)
        content: Raw = {kind: file.media(), **(more or {})}
        if caption:
            text, marks = formatted(caption, "HTML" if html else None, None)
            content |= {"caption": text} if text else {}
            content |= {"caption_entities": marks} if marks else {}
        return self.post(content, to, topic, reply_to)

    @staticmethod
    def share(chat: Chat, file: StoredFile) -> None:
        for bot in chat.bots():
            know(bot, file)

    def post_photo(self, caption: str | None = None, to: "Crowd | Chat | None" = None, **options: Any) -> Message:
        return self.post_file("photo", caption, to, **options)

    def post_album(
        self, count: int, caption: str | None = None, to: "Crowd | Chat | None" = None, **options: Any
    ) -> list[Message]:
        group = {"media_group_id": str(secrets.randbelow(10**16))}
        captions = itertools.chain([caption], itertools.repeat(None))
        return [
            self.post_file("photo", text, to, more=group, **options)
            for _, text in zip(range(count), captions, strict=False)
        ]

    def post_location(
        self,
        latitude: float | None = None,
        longitude: float | None = None,
        to: "Crowd | Chat | None" = None,
        *,
        topic: int | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """Without figures, the place where she is."""
        here = self.place if latitude is None or longitude is None else (latitude, longitude)
        content = {"location": {"latitude": here[0], "longitude": here[1]}}
        return self.post(content, to, topic, reply_to)

    def post_contact(
        self, phone_number: str | None = None, name: str | None = None, to: "Crowd | Chat | None" = None
    ) -> Message:
        """Her own number, or another's."""
        contact: Raw = {"phone_number": phone_number or self.phone_number, "first_name": name or self.name}
        if phone_number is None:
            contact["user_id"] = self.id
        return self.post({"contact": contact}, to, None, None)

    def post_start(self, payload: str | None = None) -> Message:
        """Press "start", perhaps of a deep link; who had blocked the bot unblocks it so."""
        if payload is not None and not PAYLOAD.fullmatch(payload):
            raise ValueError(f"no deep link can carry {payload!r}")
        if self.chat.blocked:
            self.unblock()
        return self.post_text(f"/start {payload}" if payload else "/start")

    def post_edit(self, message: Message, text: str) -> Message:
        """Change the text or caption of a message of her own."""
        if message.raw.get("from", {}).get("id") != self.id:
            raise AssertionError(f"{self.name} can't edit a message of another")
        self.acting(message.chat)
        text, _ = trimmed(clean(text), [])
        marks = found_entities(text)
        field, entities = ("text", "entities") if "text" in message.raw else ("caption", "caption_entities")
        raw = {key: value for key, value in message.raw.items() if key != entities}
        raw |= {field: text, "edit_date": self.world.now(), **({entities: marks} if marks else {})}
        message.raw = raw
        message.chat.touch(message)
        announce(message, "edited_message", reply_to=message.reply_to)
        return message

    def post_press(self, message: Message, button: "Raw | str") -> Press:
        """Tap a button under the message: the button itself, or words of its label."""
        if isinstance(button, str):
            button = find_button(message, button)
        self.acting(message)
        data = button.get("callback_data")
        if data is not None:
            press = self.tap = Press(self.me(), "callback", message, button)
            if message.bot is not None:
                ask(message.bot, press)
            return press
        return self.follow(message, button)

    def follow(self, message: Message, button: Raw) -> Press:
        """A button that asks the bot nothing; a link to the bot itself starts it."""
        link = DEEP_LINK.fullmatch(button.get("url", ""))
        if link and link.group(1).lower() == self.bot.username.lower():
            return Press(self.me(), "start", self.post_start(link.group(2)), button)
        return Press(self.me(), "url" if "url" in button else "copy", message, button)

    def post_key(self, chat: Chat, button: Raw) -> Press:
        """Tap a key of the chat's reply keyboard."""
        if chat.keyboard is not None and chat.keyboard.get("one_time_keyboard"):
            chat.keyboard = None
        if button.get("request_location"):
            return Press(self.me(), "location", self.post_location(to=chat), button)
        if button.get("request_contact"):
            return Press(self.me(), "contact", self.post_contact(to=chat), button)
        return Press(self.me(), "text", self.post_text(button["text"], chat), button)

    def post_vote(self, message: Message, *options: int) -> None:
        """Vote in a native poll; no option takes the vote back."""
        self.acting(message)
        self.world.closing.run()
        poll = message.poll
        if poll is None or poll["is_closed"]:
            raise AssertionError("there is no open poll in this message")
        votes = message.chat.votes.setdefault(poll["id"], {})
        votes.pop(self.id, None)
        if options:
            votes[self.id] = options
        counts = [sum(place in chosen for chosen in votes.values()) for place in range(len(poll["options"]))]
        shown = [{**option, "voter_count": count} for option, count in zip(poll["options"], counts, strict=True)]
        poll = {**poll, "options": shown, "total_voter_count": len(votes)}
        message.raw = {**message.raw, "poll": poll}
        message.chat.touch(message)
        bot = message.bot
        if bot is not None:
            bot.updates.add("poll", poll, message.chat.id)
            if not poll["is_anonymous"]:
                ids = [shown[place]["persistent_id"] for place in options]
                answer = {"poll_id": poll["id"], "user": self.user, "option_ids": list(options)}
                bot.updates.add("poll_answer", {**answer, "option_persistent_ids": ids}, message.chat.id)

    def block(self) -> None:
        self.change_standing(blocked=True)

    def unblock(self) -> None:
        self.change_standing(blocked=False)

    def change_standing(self, *, blocked: bool) -> None:
        chat, user = self.chat, self.bot.user
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        chat.blocked = blocked
        change = {
            "chat": chat.short,
            "from": self.user,
            "date": self.world.now(),
            "old_chat_member": status_info(user, old),
            "new_chat_member": status_info(user, new),
        }
        self.bot.updates.add("my_chat_member", change, self.id)

    def delete(self, message: Message) -> None:
        """Delete a message; the bot is not told."""
        message.chat.remove(message)

    def deactivate(self) -> None:
        """Her account is gone."""
        self.deactivated = True


def find_button(message: Message, words: str) -> Raw:
    found = button_with(message.keyboard, words)
    if found is None:
        raise AssertionError(f"no button with {words!r} under this message\n{message.line()}")
    return found


def button_with(rows: list[list[Raw]], words: str) -> Raw | None:
    """The button labelled so, else the first whose label contains the words."""
    wanted = without_isolates(words)
    labelled = [(without_isolates(button["text"]), button) for row in rows for button in row]
    exact = [button for label, button in labelled if label == wanted]
    return next(iter(exact or [button for label, button in labelled if wanted in label]), None)

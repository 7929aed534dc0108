"""A person with a phone: writes, presses buttons, and sees what the bot says."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from sandbox.actions import Actions, button_with
from sandbox.chats import Chat, Message, Raw
from sandbox.formatting import without_isolates
from sandbox.methods.profile import commands_for
from sandbox.presses import PATIENCE, CallbackAnswer, Press

if TYPE_CHECKING:
    from typing import TypeAlias

    from sandbox.crowds import Crowd

    Place: TypeAlias = Crowd | Chat | Message | None

Found = TypeVar("Found")
__all__ = ["CallbackAnswer", "Person", "Press"]


class Person(Actions):
    """All that waits takes `within` seconds at most and then fails with the chat's last messages."""

    def __repr__(self) -> str:
        return f"<Person {self.id} {self.name}>"

    def me(self) -> "Person":
        return self

    @property
    def messages(self) -> list[Message]:
        """What her private chat with the bot shows."""
        return self.chat.messages

    def transcript(self, last: int = 12) -> str:
        return self.chat.transcript(last)

    @property
    def commands(self) -> list[Raw]:
        """The menu of commands in her private chat, in her language."""
        language = self.user.get("language_code", "")
        return commands_for(self.bot, self.id, self.id, language, group=False)

    @property
    def on_message(self) -> Callable[[Message], None] | None:
        """Called at once with each message or edit of the bot in her private chat."""
        return self.chat.on_message

    @on_message.setter
    def on_message(self, callback: Callable[[Message], None] | None) -> None:
        self.chat.on_message = callback

    async def send(self, text: str, to: "Crowd | Chat | None" = None, **options: Any) -> Message:
        """Options: `topic`, `reply_to`."""
        return self.post_text(text, to, **options)

    async def reply(
        self, message: Message, text: str | None = None, *, photo: bool = False, caption: str | None = None
    ) -> Message:
        if photo:
            return self.post_photo(caption or text, message.chat, reply_to=message)
        return self.post_text(text or "", message.chat, reply_to=message)

    async def send_photo(self, caption: str | None = None, to: "Crowd | Chat | None" = None, **options: Any) -> Message:
        """Options for files: `data`, `name`, `mime`, `size`, `topic`, `reply_to`, and fields like `duration`."""
        return self.post_photo(caption, to, **options)

    async def send_album(
        self, count: int, caption: str | None = None, to: "Crowd | Chat | None" = None, **options: Any
    ) -> list[Message]:
        return self.post_album(count, caption, to, **options)

    async def send_video(self, caption: str | None = None, to: "Crowd | Chat | None" = None, **options: Any) -> Message:
        return self.post_file("video", caption, to, **options)

    async def send_voice(self, caption: str | None = None, to: "Crowd | Chat | None" = None, **options: Any) -> Message:
        return self.post_file("voice", caption, to, **options)

    async def send_document(
        self, caption: str | None = None, to: "Crowd | Chat | None" = None, **options: Any
    ) -> Message:
        return self.post_file("document", caption, to, **{"name": "file.pdf", **options})

    async def send_sticker(self, to: "Crowd | Chat | None" = None, **options: Any) -> Message:
        return self.post_file("sticker", None, to, **{"emoji": "🙂", **options})

    async def send_contact(
        self, phone_number: str | None = None, name: str | None = None, to: "Crowd | Chat | None" = None
    ) -> Message:
        return self.post_contact(phone_number, name, to)

    async def send_location(
        self, latitude: float | None = None, longitude: float | None = None, **options: Any
    ) -> Message:
        return self.post_location(latitude, longitude, **options)

    async def start(self, payload: str | None = None) -> Message:
        return self.post_start(payload)

    async def edit(self, message: Message, text: str) -> Message:
        return self.post_edit(message, text)

    async def vote(self, words: str, at: "Place" = None, within: float = PATIENCE) -> Message:
        """Vote for the option with these words in the newest open poll that has one."""
        chat = self.place_of(at)
        message = await self.wait(
            chat, lambda: newest(chat, lambda message: option_of(message, words) is not None),
            f"no open poll with the option {words!r}", within,
        )  # fmt: skip
        place = option_of(message, words)
        if place is not None:
            self.post_vote(message, place)
        return message

    async def press(self, words: str, at: "Place" = None, within: float = PATIENCE) -> Press:
        """Tap the newest button with these words, under a message or on the reply keyboard."""
        chat = self.place_of(at)
        found = await self.wait(
            chat, lambda: find(chat, at if isinstance(at, Message) else None, words),
            f"no button with {words!r}", within,
        )  # fmt: skip
        message, button = found
        return self.post_press(message, button) if message is not None else self.post_key(chat, button)

    async def sees(self, words: str, at: "Place" = None, within: float = PATIENCE) -> Message:
        """The newest message of the bot with these words, sent or edited since she last did something."""
        chat = self.place_of(at)
        return await self.wait(chat, lambda: self.seen(chat, words), f"does not see {words!r}", within)

    async def does_not_see(self, words: str, at: "Place" = None, for_: float = 0.3) -> None:
        chat = self.place_of(at)
        deadline = time.monotonic() + for_
        while (left := deadline - time.monotonic()) > 0:
            await chat.changed(left)
            if self.seen(chat, words) is not None:
                raise AssertionError(f"{self.name} sees {words!r}\n{chat.transcript()}")

    def seen(self, chat: Chat, words: str) -> Message | None:
        mark = self.marks.get(chat.id, 0)
        return newest(chat, lambda message: message.from_bot and message.sequence > mark and message.contains(words))

    async def sees_toast(self, words: str, within: float = PATIENCE) -> CallbackAnswer:
        """The answer to her last tap has these words."""
        if self.tap is None:
            raise AssertionError(f"{self.name} has tapped nothing")
        answer = await self.tap.answer(within)
        if without_isolates(words) not in answer.text:
            shown = self.tap.message.chat.transcript()
            raise AssertionError(f"{self.name}: no toast with {words!r} but {answer}\n{shown}")
        return answer

    async def wait(self, chat: Chat, look: Callable[[], Found | None], failure: str, within: float = PATIENCE) -> Found:
        """What `look` finds in the chat, now or when it has changed."""
        deadline = time.monotonic() + within
        while (found := look()) is None:
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(f"{self.name}: {failure} within {within:g} s\n{chat.transcript()}")
            await chat.changed(left)
        return found


def newest(chat: Chat, fits: Callable[[Message], bool]) -> Message | None:
    return next((message for message in reversed(chat.messages_by_id.values()) if fits(message)), None)


def option_of(message: Message, words: str) -> int | None:
    poll = message.poll
    if poll is None or poll["is_closed"]:
        return None
    options = enumerate(poll["options"])
    return next((place for place, option in options if words in option["text"]), None)


def find(chat: Chat, only: Message | None, words: str) -> tuple[Message | None, Raw] | None:
    """A button with these words: under a message, the newest first, else on the reply keyboard."""
    candidates = [only] if only is not None else reversed(chat.messages_by_id.values())
    for message in candidates:
        if message.keyboard and (button := button_with(message.keyboard, words)) is not None:
            return message, button
    if only is None and chat.keyboard is not None:
        button = button_with(chat.keyboard["keyboard"], words)
        return (None, button) if button is not None else None
    return None

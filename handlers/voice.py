"""Saying things: every message becomes a row of the outbox, in the transaction that decides to say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from handlers.house import House
from locales.words import Html, Words
from storage import errands, outbox, uploads
from storage.database import Transaction
from storage.errands import Errand
from storage.history import Media
from storage.outbox import ANSWER, HELD, NOTICE, WAITING, Letter
from storage.uploads import Upload

Keyboard = dict[str, Any]
TEXT_MOST, CAPTION_MOST, ALBUM_MOST = 4096, 1024, 10  # Bot API
SEND = {"photo": "sendPhoto", "video": "sendVideo", "voice": "sendVoice", "document": "sendDocument",
        "audio": "sendAudio", "animation": "sendAnimation", "video_note": "sendVideoNote"}  # fmt: skip
MEGABYTE = 2**20
DOCUMENT_MOST, PICTURE_MOST = 50 * MEGABYTE, 10 * MEGABYTE  # Bot API
PICTURE = ("picture.png", "image/png")
EMPTY = Html()
ALBUM_KINDS = frozenset({"photo", "video"})


class Address(NamedTuple):
    """A chat, and a topic in it (0 for none)."""

    chat_id: int
    thread_id: int = 0


@dataclass
class Voice:
    """`holder` is this process when it delivers letters itself, straight from memory, after the commit."""

    tx: Transaction
    house: House
    now: int
    holder: str | None = None
    letters: list[Letter] = field(default_factory=list)
    hurried: bool = False

    def words(self, language: str | None = None) -> Words:
        return self.house.words(language) if language else self.house.words()

    def write(
        self, to: Address, text: Html, keyboard: Keyboard | None = None, *, lane: int = NOTICE, **anchors: str | None
    ) -> None:
        self._post("sendMessage", to, {"text": text, **_html(keyboard)}, lane, **anchors)

    def photo(
        self, to: Address, file_id: str, caption: Html, keyboard: Keyboard | None = None, *, lane: int = NOTICE,
        **anchors: str | None,
    ) -> None:  # fmt: skip
        content = {"photo": file_id, "caption": caption, **_html(keyboard)}
        self._post("sendPhoto", to, content, lane, **anchors)

    def document(
        self, to: Address, name: str, mime: str, data: bytes, caption: Html = EMPTY, keyboard: Keyboard | None = None,
        *, lane: int = NOTICE, **anchors: str | None,
    ) -> None:  # fmt: skip
        """A file that the bot has made."""
        content = {"document": self._carry(name, mime, data, DOCUMENT_MOST), "caption": caption, **_html(keyboard)}
        self._post("sendDocument", to, content, lane, **anchors)

    def picture(
        self, to: Address, png: bytes, caption: Html = EMPTY, keyboard: Keyboard | None = None, *, lane: int = NOTICE,
        **anchors: str | None,
    ) -> None:  # fmt: skip
        """A picture that the bot has made."""
        content = {"photo": self._carry(*PICTURE, png, PICTURE_MOST), "caption": caption, **_html(keyboard)}
        self._post("sendPhoto", to, content, lane, **anchors)

    def _carry(self, name: str, mime: str, data: bytes, most: int) -> dict[str, int]:
        """The file waits beside its letter, and goes with it."""
        if not 0 < len(data) <= most:
            raise ValueError(f"{name} has {len(data)} bytes, and may have 1 to {most}")
        upload = Upload(outbox.new_id(), name, mime, data, self.now)
        uploads.put(self.tx, upload)
        return {"upload": upload.id}

    def location(self, to: Address, lat: float, lon: float, *, lane: int = NOTICE, under: str | None = None) -> None:
        content = {"latitude": lat, "longitude": lon, "disable_notification": True}
        self._post("sendLocation", to, content, lane, under=under)

    def media(self, to: Address, items: Sequence[Media], *, lane: int = NOTICE, under: str | None = None) -> None:
        """Photos and videos as albums, everything else one by one."""
        visual = [item for item in items if item.kind in ALBUM_KINDS]
        single = [item for item in items if item.kind not in ALBUM_KINDS]
        for start in range(0, len(visual), ALBUM_MOST):
            part = visual[start : start + ALBUM_MOST]
            if len(part) == 1:
                single = part + single
                break
            album = [{"type": item.kind, "media": item.file_id} for item in part]
            self._post("sendMediaGroup", to, {"media": album}, lane, under=under)
        for item in single:
            self._post(SEND[item.kind], to, {item.kind: item.file_id}, lane, under=under)

    def edit(
        self, chat_id: int, message: int | str, text: Html, keyboard: Keyboard | None = None, *,
        lane: int = ANSWER, kind: str = "text",
    ) -> None:  # fmt: skip
        """Change a message of the bot, given by its number or by what it is about; without a keyboard it loses its own.

        `kind` is what it was sent as: a photo has a caption, a text has a text.
        """
        method, name = ("editMessageCaption", "caption") if kind == "photo" else ("editMessageText", "text")
        self._edit(method, chat_id, message, {name: text, **_html(keyboard)}, lane)

    def _edit(self, method: str, chat_id: int, message: int | str, content: dict[str, Any], lane: int) -> None:
        if isinstance(message, int):
            self._post(method, Address(chat_id), {**content, "message_id": message}, lane, edits=f"{chat_id}/{message}")
        else:
            self._post(method, Address(chat_id), content, lane, edits=message)

    def send(
        self, to: Address, method: str, parameters: dict[str, Any], *, lane: int, about: str | None = None
    ) -> None:
        """A call that stands ready but for its chat, such as the message of a broadcast."""
        self._post(method, to, dict(parameters), lane, about=about)

    def unbutton(self, chat_id: int, message: int | str, keyboard: Keyboard | None = None) -> None:
        """Take the buttons off a message that has been answered, given by its number or by what it is about.

        With a keyboard, put that in their place.
        """
        by_number = isinstance(message, int)
        content: dict[str, Any] = {"message_id": message} if by_number else {}
        if keyboard:
            content["reply_markup"] = keyboard
        name = f"{chat_id}/{message}" if by_number else str(message)
        self._post("editMessageReplyMarkup", Address(chat_id), content, ANSWER, edits=name)

    def at_once(self, errand: Errand) -> None:
        """Somebody waits for what it brings."""
        errands.leave(self.tx, errand)
        self.hurried = True

    def call(self, method: str, parameters: dict[str, Any]) -> None:
        """A method that speaks to no chat: command menus and descriptions."""
        self._post(method, Address(0), parameters, NOTICE)

    def _post(self, method: str, to: Address, content: dict[str, Any], lane: int, **anchors: str | None) -> None:
        parameters = content  # the chat is added when it is sent: a group may have another id by then
        if method.startswith("send"):
            if to.thread_id:
                parameters["message_thread_id"] = to.thread_id
            if self.house.paid:
                parameters["allow_paid_broadcast"] = True
        letter = Letter(
            id=outbox.new_id(),
            lane=lane,
            chat_id=to.chat_id,
            method=method,
            parameters=parameters,
            state=HELD if self.holder else WAITING,
            owner=self.holder,
            attempts=1 if self.holder else 0,
            due=self.now,
            created=self.now,
            **anchors,
        )
        outbox.add(self.tx, letter)
        self.letters.append(letter)


def _html(keyboard: Keyboard | None) -> dict[str, Any]:
    content: dict[str, Any] = {"parse_mode": "HTML"}
    if keyboard:
        content["reply_markup"] = keyboard
    return content

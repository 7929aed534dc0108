"""An update as handlers read it: typed, checked, and no more of it than somebody here asks for.

Building telegram.Update took a fifth of all the work on an update, most of it for buttons, sizes and formatting that
nobody reads (benchmarks/report_flow.py shows the rooms).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from services.drafts import Attachment

MEDIA_KINDS = ("photo", "video", "voice", "video_note", "animation", "audio", "document")
# What people can send that is no words; a message with none of it and no words is Telegram's own.
OTHER_KINDS = ("sticker", "contact", "dice", "poll", "location", "venue", "game", "story", "paid_media", "checklist")

Kind = TypeVar("Kind")


class Unreadable(ValueError):
    """Something that is no update as the Bot API describes them; says where."""


@dataclass(slots=True)
class User:
    id: int
    first_name: str
    language_code: str


@dataclass(slots=True)
class Chat:
    id: int
    type: str
    title: str


@dataclass(slots=True)
class Location:
    latitude: float
    longitude: float


@dataclass(slots=True)
class Message:
    """`thread` is the forum topic, 0 outside forums; `venue` the name that came with a location.

    `attachment` is its picture, film or sound; `sent` tells that somebody sent something, whatever it is. `raw` is the
    message as it came, unchecked: handlers/content.py passes on more of it than anybody else asks for.
    """

    message_id: int
    chat: Chat
    text: str
    caption: str
    attachment: Attachment | None
    location: Location | None
    venue: str
    media_group_id: str
    thread: int
    reply_to_message: Message | None
    migrate_to_chat_id: int | None
    sent: bool
    raw: dict[str, Any]


@dataclass(slots=True)
class Press:
    """`message` is the one whose button was pressed; None where Telegram does not show it."""

    id: str
    data: str
    message: Message | None


class Membership(NamedTuple):
    """The bot's own standing in a chat; `may_post` matters in channels, which alone tell of it."""

    before: str
    now: str
    may_post: bool = True


@dataclass(slots=True)
class Update:
    """At most one of `message` (new, or `edited`), `press` and `membership` is there."""

    user: User | None = None
    chat: Chat | None = None
    message: Message | None = None
    edited: bool = False
    press: Press | None = None
    membership: Membership | None = None


def read(raw: dict[str, Any]) -> Update:
    """Raises Unreadable."""
    need(raw, "update_id", int)
    for kind in ("message", "edited_message"):
        if kind in raw:
            message = _message(need(raw, kind, dict))
            return Update(_user(raw[kind]), message.chat, message, edited=kind == "edited_message")
    if "callback_query" in raw:
        press = _press(need(raw, "callback_query", dict))
        chat = press.message.chat if press.message else None
        return Update(_user(raw["callback_query"]), chat, press=press)
    if "my_chat_member" in raw:
        change = need(raw, "my_chat_member", dict)
        return Update(_user(change), _chat(need(change, "chat", dict)), membership=_membership(change))
    return Update()


def need(raw: dict[str, Any], name: str, kind: type[Kind]) -> Kind:
    value = raw.get(name)
    if not isinstance(value, kind):
        raise Unreadable(f"{name} is {value!r:.60}, not {kind.__name__}")
    return value


def may(raw: dict[str, Any], name: str, kind: type[Kind], otherwise: Kind) -> Kind:
    return need(raw, name, kind) if name in raw else otherwise


def pick(raw: dict[str, Any], kinds: Mapping[str, type]) -> dict[str, Any]:
    """Those of these that are there, and nothing else."""
    return {name: need(raw, name, kind) for name, kind in kinds.items() if name in raw}


def _user(raw: dict[str, Any]) -> User | None:
    """None for what a channel says."""
    if "from" not in raw:
        return None
    user = need(raw, "from", dict)
    return User(need(user, "id", int), need(user, "first_name", str), may(user, "language_code", str, ""))


def _chat(raw: dict[str, Any]) -> Chat:
    return Chat(need(raw, "id", int), need(raw, "type", str), may(raw, "title", str, ""))


def _membership(raw: dict[str, Any]) -> Membership:
    before, now = need(raw, "old_chat_member", dict), need(raw, "new_chat_member", dict)
    may_post = may(now, "can_post_messages", bool, otherwise=True)
    return Membership(need(before, "status", str), need(now, "status", str), may_post)


def _press(raw: dict[str, Any]) -> Press:
    message = _message(need(raw, "message", dict)) if "message" in raw else None
    return Press(need(raw, "id", str), may(raw, "data", str, ""), message)


def _message(raw: dict[str, Any]) -> Message:
    number = need(raw, "message_id", int)
    album = may(raw, "media_group_id", str, "")
    attachment = _attachment(raw, number, album)
    return Message(
        message_id=number,
        chat=_chat(need(raw, "chat", dict)),
        text=may(raw, "text", str, ""),
        caption=may(raw, "caption", str, ""),
        attachment=attachment,
        location=_location(need(raw, "location", dict)) if "location" in raw else None,
        venue=may(may(raw, "venue", dict, {}), "title", str, ""),
        media_group_id=album,
        thread=may(raw, "message_thread_id", int, 0) if raw.get("is_topic_message") else 0,
        reply_to_message=_message(need(raw, "reply_to_message", dict)) if "reply_to_message" in raw else None,
        migrate_to_chat_id=need(raw, "migrate_to_chat_id", int) if "migrate_to_chat_id" in raw else None,
        sent=attachment is not None or any(kind in raw for kind in OTHER_KINDS),
        raw=raw,
    )


def _location(raw: dict[str, Any]) -> Location:
    return Location(need_degrees(raw, "latitude"), need_degrees(raw, "longitude"))


def need_degrees(raw: dict[str, Any], name: str) -> float:
    return float(need(raw, name, int)) if isinstance(raw.get(name), int) else need(raw, name, float)


def _attachment(raw: dict[str, Any], message: int, album: str) -> Attachment | None:
    """Of a photo the largest size, which comes last."""
    for kind in MEDIA_KINDS:
        if kind in raw:
            sizes = need(raw, kind, list) if kind == "photo" else [raw[kind]]
            file = sizes[-1] if sizes else None
            if not isinstance(file, dict):
                raise Unreadable(f"{kind} is {raw[kind]!r:.60}")
            return Attachment(kind, need(file, "file_id", str), need(file, "file_unique_id", str), message, album)
    return None

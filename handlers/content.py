"""What is sent to be passed on to many: a message or an album, as the calls that say the same to somebody else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from handlers.incoming import Message, need, need_degrees, pick
from handlers.voice import CAPTION_MOST, SEND, TEXT_MOST
from services.refusal import Refusal
from storage.broadcasts import Call

# Formatting as it was sent. Links, commands and hashtags Telegram marks anew by itself; custom emoji it takes only of
# bots that have bought that, and shows everybody else the ordinary one that stands in their place.
STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler", "code", "blockquote", "expandable_blockquote")
MARKS: dict[str, dict[str, type]] = {
    **{style: {} for style in STYLES},
    "pre": {"language": str},
    "text_link": {"url": str},
    "text_mention": {"user": dict},
    "date_time": {"unix_time": int, "date_time_format": str},
}
PREVIEW = {
    "is_disabled": bool, "url": str, "prefer_small_media": bool, "prefer_large_media": bool, "show_above_text": bool
}  # fmt: skip
VENUE = dict.fromkeys(("foursquare_id", "foursquare_type", "google_place_id", "google_place_type"), str)


def read(messages: Sequence[Message]) -> list[Call]:
    """A call for each message, one for each album, in the order in which they were sent.

    Raises Refusal for what cannot be passed on, and Unreadable.
    """
    ordered = sorted(messages, key=lambda message: message.message_id)
    groups = [list(group) for _, group in groupby(ordered, lambda each: each.media_group_id or each.message_id)]
    return [_album(group) if len(group) > 1 else _single(group[0]) for group in groups]


def _single(message: Message) -> Call:
    raw = message.raw
    if message.text:
        return _text(message)
    if message.attachment:
        kind = message.attachment.kind
        return Call(SEND[kind], {kind: message.attachment.file_id, **_caption(message), **_look(raw)})
    for kind, call in OTHERS.items():
        if kind in raw:
            return call(need(raw, kind, dict))
    raise Refusal("broadcast-native-poll" if "poll" in raw else "broadcast-cannot-send")


def _text(message: Message) -> Call:
    raw = message.raw
    content: dict[str, Any] = {"text": _short(message.text, TEXT_MOST), **_marks(raw, "entities")}
    if "link_preview_options" in raw:
        content["link_preview_options"] = pick(need(raw, "link_preview_options", dict), PREVIEW)
    return Call("sendMessage", content)


def _album(messages: Iterable[Message]) -> Call:
    """What people may put together, a bot may put together, too."""
    return Call("sendMediaGroup", {"media": [_item(message) for message in messages]})


def _item(message: Message) -> dict[str, Any]:
    if message.attachment is None:
        raise Refusal("broadcast-cannot-send")
    file = {"type": message.attachment.kind, "media": message.attachment.file_id}
    return {**file, **_caption(message), **_look(message.raw)}


def _caption(message: Message) -> dict[str, Any]:
    if not message.caption:
        return {}
    return {"caption": _short(message.caption, CAPTION_MOST), **_marks(message.raw, "caption_entities")}


def _look(raw: dict[str, Any]) -> dict[str, Any]:
    look = pick(raw, {"show_caption_above_media": bool, "has_media_spoiler": bool})
    if "has_media_spoiler" in look:
        look["has_spoiler"] = look.pop("has_media_spoiler")
    return look


def _short(text: str, most: int) -> str:
    """Whoever pays Telegram may write longer captions than a bot."""
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > most:
        raise Refusal("broadcast-too-long", count=most)
    return text


def _marks(raw: dict[str, Any], name: str) -> dict[str, Any]:
    """Formatting is refused beside a parse_mode: these calls have none."""
    found = need(raw, name, list) if name in raw else []
    marks = [mark for item in found if (mark := _mark({"entity": item}))]
    return {name: marks} if marks else {}


def _mark(holder: dict[str, Any]) -> dict[str, Any] | None:
    entity = need(holder, "entity", dict)
    kind = need(entity, "type", str)
    if kind not in MARKS:
        return None
    place = {"offset": need(entity, "offset", int), "length": need(entity, "length", int)}
    mark = {"type": kind, **place, **pick(entity, MARKS[kind])}
    if "user" in mark:
        mark["user"] = {"id": need(mark["user"], "id", int)}
    return mark


def _location(raw: dict[str, Any]) -> Call:
    """Where it stands now: a copy does not move along."""
    return Call("sendLocation", _place(raw))


def _place(raw: dict[str, Any]) -> dict[str, Any]:
    return {"latitude": need_degrees(raw, "latitude"), "longitude": need_degrees(raw, "longitude")}


def _venue(raw: dict[str, Any]) -> Call:
    place = _place(need(raw, "location", dict))
    named = {"title": need(raw, "title", str), "address": need(raw, "address", str)}
    return Call("sendVenue", {**place, **named, **pick(raw, VENUE)})


def _contact(raw: dict[str, Any]) -> Call:
    numbered = {"phone_number": need(raw, "phone_number", str), "first_name": need(raw, "first_name", str)}
    return Call("sendContact", {**numbered, **pick(raw, {"last_name": str, "vcard": str})})


def _sticker(raw: dict[str, Any]) -> Call:
    return Call("sendSticker", {"sticker": need(raw, "file_id", str)})


# A venue carries its location a second time, beside it: it comes first.
OTHERS: dict[str, Callable[[dict[str, Any]], Call]] = {
    "venue": _venue, "location": _location, "contact": _contact, "sticker": _sticker
}  # fmt: skip

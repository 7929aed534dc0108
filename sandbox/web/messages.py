"""Messages as the page gets them: what a person sees of each, and nothing of what only the bot knows."""

import itertools
import re
from typing import TYPE_CHECKING, Any

from sandbox.chats import Message, Raw
from sandbox.formatting import without_isolates
from sandbox.markup import DEEP_LINK
from sandbox.web.rooms import Room, sender_of
from sandbox.web.wording import gist, rich

if TYPE_CHECKING:
    from sandbox.people import Person

AT_ONCE = 60
MEDIA = ("photo", "video", "animation", "voice", "audio", "document", "sticker")
SERVICE = (
    "new_chat_members", "left_chat_member", "new_chat_title", "pinned_message", "group_chat_created",
    "forum_topic_created", "forum_topic_closed", "forum_topic_reopened", "migrate_to_chat_id", "migrate_from_chat_id",
)  # fmt: skip
OPENED = re.compile(r"https?://", re.IGNORECASE)


def latest(room: Room, before: int | None = None) -> Raw:
    """The newest messages of a room, or those before one."""
    found = (message for message in room.latest() if before is None or message.id < before)
    page = list(itertools.islice(found, AT_ONCE + 1))
    shown = page[:AT_ONCE][::-1]
    return {"messages": [view(message, room.person) for message in shown], "more": len(page) > AT_ONCE, **state(room)}


def changes(room: Room, oldest: int, since: int) -> Raw:
    """What is new or different after `since` among the messages from `oldest` on; the ids tell what is gone."""
    there = list(itertools.takewhile(lambda message: message.id >= oldest, room.latest()))[::-1]
    fresh = [view(message, room.person) for message in there if message.sequence > since]
    return {"messages": fresh, "ids": [message.id for message in there], **state(room)}


def state(room: Room) -> Raw:
    """What belongs to the chat and to no single message."""
    chat = room.chat
    sequence = max((message.sequence for message in chat.messages_by_id.values()), default=0)
    reactions = {number: [each.get("emoji", "") for each in found] for number, found in chat.reactions.items() if found}
    return {
        "sequence": sequence,
        "keyboard": keyboard(chat.keyboard),
        "reactions": reactions,
        "pinned": [number for number in chat.pinned if number in chat.messages_by_id],
        "standing": room.standing,
    }


def keyboard(markup: Raw | None) -> Raw | None:
    """The reply keyboard below the text field."""
    if markup is None:
        return None
    rows = [[{"text": button["text"], "asks": _asks(button)} for button in row] for row in markup["keyboard"]]
    return {"rows": rows, "placeholder": markup.get("input_field_placeholder", "")}


def _asks(button: Raw) -> str:
    return "location" if button.get("request_location") else "contact" if button.get("request_contact") else ""


def view(message: Message, person: "Person") -> Raw:
    raw, sender = message.raw, sender_of(message.raw)
    found = {
        "id": message.id,
        "sequence": message.sequence,
        "from": {"id": sender["id"], "name": name_of(sender), "bot": sender.get("is_bot", False)},
        "mine": sender["id"] == person.id,
        "date": message.date,
        "edited": message.edited,
        "html": rich(shown(raw)),
        "reply": _reply(raw),
        "forwarded": _origin(raw.get("forward_origin", {})),
        "media": media(raw),
        "album": raw.get("media_group_id"),
        "place": place(raw),
        "contact": raw.get("contact"),
        "poll": poll(message, person),
        "service": service(raw),
        "buttons": [[button(each, person) for each in row] for row in message.keyboard],
        "prompt": prompt(message, person),
    }
    return {key: value for key, value in found.items() if value not in (None, "", [], False)}


def shown(raw: Raw) -> Raw:
    """As Telegram's own clients do: of a start by a link, the command alone is shown."""
    return {**raw, "text": "/start"} if raw.get("text", "").startswith("/start ") else raw


def name_of(sender: Raw) -> str:
    """Of a person, a bot or a channel."""
    return " ".join(sender[part] for part in ("first_name", "last_name", "title") if sender.get(part))


def _origin(origin: Raw) -> str:
    """Whose message was forwarded."""
    return name_of(origin.get("sender_user") or origin.get("chat") or {"title": origin.get("sender_user_name")})


def _reply(raw: Raw) -> Raw | None:
    original = raw.get("reply_to_message")
    if original is None or "forum_topic_created" in original:
        return None
    kind = next((kind for kind in (*MEDIA, "location", "contact") if kind in original), "")
    return {"id": original["message_id"], "name": name_of(sender_of(original)), "gist": gist(original), "kind": kind}


def media(raw: Raw) -> Raw | None:
    kind = next((kind for kind in MEDIA if kind in raw), None)
    if kind is None:
        return None
    file = raw[kind][-1] if kind == "photo" else raw[kind]
    names = {"file_name": "name", "file_size": "size", "mime_type": "mime", "duration": "duration", "emoji": "emoji",
             "width": "width", "height": "height"}  # fmt: skip
    known = {short: file[name] for name, short in names.items() if name in file}
    return {"kind": kind, "url": f"/web/files/{file['file_id']}", **known}


def place(raw: Raw) -> Raw | None:
    location = raw.get("location")
    if location is None:
        return None
    venue = raw.get("venue", {})
    return {
        "lat": location["latitude"], "lon": location["longitude"],
        "title": venue.get("title", ""), "address": venue.get("address", ""),
    }  # fmt: skip


def poll(message: Message, person: "Person") -> Raw | None:
    asked = message.poll
    if asked is None:
        return None
    return {
        "question": asked["question"],
        "options": [{"text": each["text"], "votes": each["voter_count"]} for each in asked["options"]],
        "total": asked["total_voter_count"],
        "closed": asked["is_closed"],
        "anonymous": asked["is_anonymous"],
        "several": asked["allows_multiple_answers"],
        "chosen": list(message.chat.votes.get(asked["id"], {}).get(person.id, ())),
    }


def service(raw: Raw) -> Raw | None:
    """What Telegram itself wrote; the page finds the words."""
    kind = next((kind for kind in SERVICE if kind in raw), None)
    if kind is None:
        return None
    about: Any = raw[kind]
    if kind == "new_chat_members":
        what = "، ".join(map(name_of, about))
    elif kind == "left_chat_member":
        what = name_of(about)
    elif kind == "forum_topic_created":
        what = about["name"]
    else:
        what = about if isinstance(about, str) else ""
    return {"kind": kind, "what": what}


def button(raw: Raw, person: "Person") -> Raw:
    """An inline button, and what the page has to do with it besides telling the server."""
    known = {"text": without_isolates(raw["text"]), **({"style": raw["style"]} if "style" in raw else {})}
    if "callback_data" in raw:
        return {**known, "kind": "callback"}
    url = raw.get("url", "")
    link = DEEP_LINK.fullmatch(url)
    if link and link.group(1).lower() == person.bot.username.lower() and "startgroup" not in url:
        return {**known, "kind": "start", "payload": link.group(2)}
    if url:
        return {**known, "kind": "url", "url": url if OPENED.match(url) else ""}
    return {**known, "kind": "copy", "copy": raw.get("copy_text", {}).get("text", "")}


def prompt(message: Message, person: "Person") -> Raw | None:
    """The bot wants an answer to this message, perhaps of certain people only."""
    markup = message.markup or {}
    if not markup.get("force_reply") or (markup.get("selective") and not _concerns(message, person)):
        return None
    return {"placeholder": markup.get("input_field_placeholder", "")}


def _concerns(message: Message, person: "Person") -> bool:
    """It mentions her, or answers her."""
    raw = message.raw
    marks = raw.get("entities") or raw.get("caption_entities") or []
    mentioned = any(mark.get("url") == f"tg://user?id={person.id}" for mark in marks)
    return mentioned or raw.get("reply_to_message", {}).get("from", {}).get("id") == person.id

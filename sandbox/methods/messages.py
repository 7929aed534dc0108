"""Messages without files: texts, places, contacts, copies, and what is done to them."""

import secrets
from typing import Any

from sandbox.chats import Message
from sandbox.errors import mistake, refusal
from sandbox.fields import array, boolean, identifier, integer, number, one_of, string
from sandbox.markup import entities, link_preview_options, reaction
from sandbox.methods.request import Request, api
from sandbox.methods.sending import CAPTION, SEND_ONE, caption_content, deliver, send, text_content, without

EDITABLE_FOR = 48 * 3600
MANY = 100
COPIED = (
    "text", "entities", "link_preview_options", "caption", "caption_entities", "show_caption_above_media",
    "has_media_spoiler", "photo", "video", "voice", "audio", "document", "animation", "video_note", "sticker",
    "location", "venue", "contact",
)  # fmt: skip
REACTIONS = frozenset(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡"
)


@api(
    "sendMessage",
    {"chat_id": identifier, "text": string},
    {**SEND_ONE, "parse_mode": string, "entities": entities, "link_preview_options": link_preview_options},
)
def send_message(request: Request) -> dict[str, Any]:
    return send(request, text_content(request.params))


PLACE = {"latitude": number, "longitude": number}
KNOWN_AS = dict.fromkeys(("foursquare_id", "foursquare_type", "google_place_id", "google_place_type"), string)


def location_content(params: dict[str, Any]) -> dict[str, Any]:
    if not (-90 <= params["latitude"] <= 90 and -180 <= params["longitude"] <= 180):  # noqa: PLR2004  # degrees
        raise mistake("wrong coordinates specified")
    names = ("latitude", "longitude", "horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")
    return {name: params[name] for name in names if name in params}


@api(
    "sendLocation",
    {"chat_id": identifier, **PLACE},
    {
        **SEND_ONE,
        "horizontal_accuracy": number,
        "live_period": integer,
        "heading": integer,
        "proximity_alert_radius": integer,
    },
)
def send_location(request: Request) -> dict[str, Any]:
    return send(request, {"location": location_content(request.params)})


@api(
    "sendVenue",
    {"chat_id": identifier, **PLACE, "title": string, "address": string},
    {**SEND_ONE, **KNOWN_AS},
)
def send_venue(request: Request) -> dict[str, Any]:
    params = request.params
    place = location_content(params)
    names = {name: params[name] for name in KNOWN_AS if name in params}
    venue = {"location": place, "title": params["title"], "address": params["address"], **names}
    return send(request, {"location": place, "venue": venue})


@api(
    "sendContact",
    {"chat_id": identifier, "phone_number": string, "first_name": string},
    {**SEND_ONE, "last_name": string, "vcard": string},
)
def send_contact(request: Request) -> dict[str, Any]:
    names = ("phone_number", "first_name", "last_name", "vcard")
    return send(request, {"contact": {name: request.params[name] for name in names if name in request.params}})


@api(
    "sendChatAction",
    {
        "chat_id": identifier,
        "action": one_of(
            "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
            "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
        ),
    },
    {"business_connection_id": string, "message_thread_id": integer},
)  # fmt: skip
def send_chat_action(request: Request) -> bool:
    request.chat()
    return True


COPY = {"chat_id": identifier, "from_chat_id": identifier, "message_id": integer}


MANY_COPIES = {"chat_id": identifier, "from_chat_id": identifier, "message_ids": array(integer)}
MANY_OPTIONS = {name: SEND_ONE[name] for name in (
    "message_thread_id", "direct_messages_topic_id", "disable_notification", "protect_content"
)}  # fmt: skip


def copy_of(message: Message) -> dict[str, Any]:
    return {name: message.raw[name] for name in COPIED if name in message.raw}


def copied(request: Request) -> Message:
    source = request.any_chat("from_chat_id")
    message = request.message(source, "message to copy not found")
    if not copy_of(message):
        raise refusal("message can't be copied")
    return message


@api(
    "copyMessage",
    COPY,
    {
        **without(SEND_ONE, "business_connection_id"),
        **CAPTION,
        "show_caption_above_media": boolean,
        "video_start_timestamp": integer,
    },
)
def copy_message(request: Request) -> dict[str, Any]:
    original = copied(request)
    content = copy_of(original)
    if "caption" in request.params and "text" not in content:
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content |= caption_content(request.params)
    return {"message_id": send(request, content)["message_id"]}


@api(
    "forwardMessage",
    COPY,
    {name: SEND_ONE[name] for name in (
        "message_thread_id", "direct_messages_topic_id", "disable_notification", "protect_content",
        "suggested_post_parameters", "message_effect_id",
    )} | {"video_start_timestamp": integer},
)  # fmt: skip
def forward_message(request: Request) -> dict[str, Any]:
    source = request.any_chat("from_chat_id")
    original = request.message(source, "message to forward not found")
    content = forward_of(original)
    if not content:
        raise refusal("message can't be forwarded")
    chat = request.chat()
    request.admit(chat)
    return deliver(request, chat, content).raw


def forward_of(original: Message) -> dict[str, Any]:
    """Nothing of what its author keeps for themselves."""
    content = {**copy_of(original), **({"poll": original.poll} if original.poll else {})}
    if not content or original.raw.get("has_protected_content"):
        return {}
    return {"forward_origin": origin_of(original), **content}


def several(request: Request) -> list[Message]:
    """Those of the messages that are there; the numbers must ascend."""
    numbers = request.params["message_ids"]
    if not 1 <= len(numbers) <= MANY:
        raise mistake("there must be 1-100 message identifiers")
    if sorted(set(numbers)) != numbers:
        raise mistake("message identifiers must be in a strictly increasing order")
    source = request.any_chat("from_chat_id")
    return [message for number_ in numbers if (message := source.find(number_)) is not None]


def deliver_all(request: Request, contents: list[tuple[Message, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Together or not at all; what was one album is one again. Those that have no content are left out."""
    contents = [(original, content) for original, content in contents if content]
    if not contents:
        raise refusal("there are no messages to send")
    chat = request.chat()
    request.admit(chat, len(contents))
    albums: dict[str | None, str] = {}
    sent = []
    for original, content in contents:
        known = original.media_group_id
        group = {"media_group_id": albums.setdefault(known, str(secrets.randbelow(10**16)))} if known else {}
        sent.append({"message_id": deliver(request, chat, {**content, **group}).id})
    return sent


@api("copyMessages", MANY_COPIES, {**MANY_OPTIONS, "remove_caption": boolean})
def copy_messages(request: Request) -> list[dict[str, Any]]:
    contents = [(message, copy_of(message)) for message in several(request)]
    if request.params.get("remove_caption"):
        gone = ("caption", "caption_entities", "show_caption_above_media")
        contents = [(m, {name: value for name, value in c.items() if name not in gone}) for m, c in contents]
    return deliver_all(request, contents)


@api("forwardMessages", MANY_COPIES, MANY_OPTIONS)
def forward_messages(request: Request) -> list[dict[str, Any]]:
    return deliver_all(request, [(message, forward_of(message)) for message in several(request)])


def origin_of(original: Message) -> dict[str, Any]:
    raw = original.raw
    if "sender_chat" in raw:
        return {"type": "channel", "chat": raw["sender_chat"], "message_id": original.id, "date": original.date}
    return {"type": "user", "sender_user": raw["from"], "date": original.date}


def may_delete(request: Request, message: Message) -> bool:
    if request.world.clock() - message.date > EDITABLE_FOR:
        return False
    group = getattr(message.chat, "group", None)
    return message.bot is request.bot or group is None or group.bot_is_admin(request.bot)


@api("deleteMessage", {"chat_id": identifier, "message_id": integer})
def delete_message(request: Request) -> bool:
    chat = request.chat()
    message = request.message(chat, "message to delete not found")
    if not may_delete(request, message):
        raise refusal("message can't be deleted")
    chat.remove(message)
    return True


@api("deleteMessages", {"chat_id": identifier, "message_ids": array(integer)})
def delete_messages(request: Request) -> bool:
    chat = request.chat()
    numbers = request.params["message_ids"]
    if not 1 <= len(numbers) <= MANY:
        raise mistake("there must be 1-100 message identifiers")
    for number_ in numbers:
        message = chat.find(number_)
        if message is not None and may_delete(request, message):
            chat.remove(message)
    return True


@api(
    "pinChatMessage",
    {"chat_id": identifier, "message_id": integer},
    {"disable_notification": boolean, "business_connection_id": string},
)
def pin_chat_message(request: Request) -> bool:
    chat = request.chat()
    message = request.message(chat, "message to pin not found")
    group = getattr(chat, "group", None)
    if group is not None and not group.bot_may_pin(request.bot):
        raise refusal("not enough rights to manage pinned messages in the chat")
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)
    chat.pinned.append(message.id)
    chat.wake()
    return True


@api("unpinChatMessage", {"chat_id": identifier}, {"message_id": integer, "business_connection_id": string})
def unpin_chat_message(request: Request) -> bool:
    chat = request.chat()
    number_ = request.params.get("message_id", chat.pinned[-1] if chat.pinned else None)
    if number_ not in chat.pinned:
        raise refusal("message to unpin not found")
    chat.pinned.remove(number_)
    chat.wake()
    return True


@api("unpinAllChatMessages", {"chat_id": identifier})
def unpin_all_chat_messages(request: Request) -> bool:
    request.chat().pinned.clear()
    return True


@api(
    "setMessageReaction",
    {"chat_id": identifier, "message_id": integer},
    {"reaction": array(reaction), "is_big": boolean},
)
def set_message_reaction(request: Request) -> bool:
    chat = request.chat()
    message = request.message(chat, "message to react not found")
    reactions = request.params.get("reaction", [])
    if len(reactions) > 1:
        raise mistake("REACTIONS_TOO_MANY")
    for each in reactions:
        if each["type"] != "emoji" or each.get("emoji", "").rstrip("\ufe0f") not in REACTIONS:
            raise mistake("REACTION_INVALID")
    chat.reactions[message.id] = reactions
    chat.wake()
    return True

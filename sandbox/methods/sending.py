"""What all sending methods share: texts, replies, topics, keyboards."""

from typing import TYPE_CHECKING, Any

from sandbox.chats import ChannelChat, Chat, GroupChat, Message
from sandbox.errors import mistake, refusal
from sandbox.fields import Fields, boolean, integer, string
from sandbox.formatting import Entity, clean, found_entities, parse_html, trimmed, utf16_length
from sandbox.markup import entities, reply_markup, reply_parameters, suggested_post
from sandbox.posting import sender_of

if TYPE_CHECKING:
    from sandbox.methods.request import Request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

SEND = {
    "business_connection_id": string,
    "message_thread_id": integer,
    "direct_messages_topic_id": integer,
    "disable_notification": boolean,
    "protect_content": boolean,
    "allow_paid_broadcast": boolean,
    "message_effect_id": string,
    "suggested_post_parameters": suggested_post,
    "reply_parameters": reply_parameters,
}
SEND_ONE = {**SEND, "reply_markup": reply_markup}
CAPTION = {"caption": string, "parse_mode": string, "caption_entities": entities}
OPAQUE = frozenset({"code", "pre", "text_link", "custom_emoji"})


def without(fields: Fields, *names: str) -> Fields:
    """The fields but for those that one method does not take."""
    return {name: check for name, check in fields.items() if name not in names}


def formatted(text: str, parse_mode: str | None, given: list[Entity] | None) -> tuple[str, list[Entity]]:
    """The text as it is shown, and its entities."""
    text = clean(text)
    marks = list(given or [])
    if parse_mode:
        if parse_mode.lower() != "html":
            raise mistake(f"unsupported parse_mode: this server reads HTML only, not {parse_mode}")
        text, marks = parse_html(text)
    text, marks = trimmed(text, marks)
    found = found_entities(text)
    if found and marks:
        taken = [(each["offset"], each["offset"] + each["length"]) for each in marks if each["type"] in OPAQUE]
        found = [
            each
            for each in found
            if not any(start < each["offset"] + each["length"] and each["offset"] < end for start, end in taken)
        ]
        return text, sorted(marks + found, key=lambda each: (each["offset"], -each["length"]))
    return text, marks or found


def text_content(params: dict[str, Any]) -> dict[str, Any]:
    text, marks = formatted(params["text"], params.get("parse_mode"), params.get("entities"))
    if not text:
        raise mistake("message text is empty")
    if len(text) > TEXT_LIMIT or utf16_length(text) > TEXT_LIMIT:
        raise mistake("message is too long")
    content: dict[str, Any] = {"text": text, "entities": marks} if marks else {"text": text}
    if params.get("link_preview_options"):
        content["link_preview_options"] = params["link_preview_options"]
    return content


def caption_content(params: dict[str, Any]) -> dict[str, Any]:
    source = params.get("caption")
    if not source:
        return {}
    caption, marks = formatted(source, params.get("parse_mode"), params.get("caption_entities"))
    if utf16_length(caption) > CAPTION_LIMIT:
        raise mistake("message caption is too long")
    if not caption:
        return {}
    return {"caption": caption, "caption_entities": marks} if marks else {"caption": caption}


def replied(request: "Request", chat: Chat) -> Message | None:
    """The message that `reply_parameters` names."""
    reply = request.params.get("reply_parameters")
    if reply is None:
        return None
    place = chat
    if reply.get("chat_id", chat.id) != chat.id:
        other = request.bot.chats.get(reply["chat_id"])
        if other is None:
            raise refusal("chat not found")
        place = other
    original = place.find(reply["message_id"])
    if original is None:
        if reply.get("allow_sending_without_reply"):
            return None
        raise refusal("message to be replied not found")
    whole: str = original.raw.get("text") or original.raw.get("caption") or ""
    if reply.get("quote", "") not in whole:
        raise refusal("QUOTE_TEXT_INVALID")
    return original if place is chat else None


def thread_of(request: "Request", chat: Chat, original: Message | None) -> int | None:
    """The topic the message goes to: the one named, or that of the message it replies to."""
    thread: int | None = request.params.get("message_thread_id")
    if thread is None:
        return original.thread if original is not None else None
    if not isinstance(chat, GroupChat) or thread not in chat.group.topics:
        raise refusal("message thread not found")
    if chat.group.topics[thread].closed and not chat.group.bot_is_admin(request.bot):
        raise refusal("TOPIC_CLOSED")
    return thread


def quoted(original: Message) -> dict[str, Any]:
    """A message inside `reply_to_message` shows no further replies."""
    return {key: value for key, value in original.raw.items() if key != "reply_to_message"}


def check_channel(request: "Request", chat: Chat, markup: dict[str, Any] | None) -> None:
    """Whether the bot may post there, and what no post can have."""
    if not isinstance(chat, ChannelChat):
        return
    if not chat.channel.bot_may_post(request.bot):
        raise refusal("need administrator rights in the channel chat")
    if markup and "inline_keyboard" not in markup:
        raise mistake("inline keyboard expected")


def deliver(request: "Request", chat: Chat, content: dict[str, Any]) -> Message:
    """Put a new message of the bot into the chat."""
    params = request.params
    markup = params.get("reply_markup")
    check_channel(request, chat, markup)
    original = replied(request, chat)
    thread = thread_of(request, chat, original)
    raw = {
        "message_id": next(chat.numbers),
        **sender_of(chat, request.bot.user),
        "chat": chat.short,
        "date": request.world.now(),
        **content,
    }
    if thread is not None:
        raw["message_thread_id"] = thread
        raw["is_topic_message"] = True
    if original is not None:
        raw["reply_to_message"] = quoted(original)
    if params.get("protect_content"):
        raw["has_protected_content"] = True
    if markup and markup.get("inline_keyboard"):
        raw["reply_markup"] = markup
    message = Message(chat, raw, request.bot, markup)
    chat.put(message)
    return message


def send(request: "Request", content: dict[str, Any]) -> dict[str, Any]:
    """One message to `chat_id`."""
    chat = request.chat()
    request.admit(chat)
    return deliver(request, chat, content).raw

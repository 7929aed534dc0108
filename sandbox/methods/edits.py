"""Changing messages that were sent."""

from typing import Any

from sandbox.chats import Message
from sandbox.errors import mistake, refusal
from sandbox.fields import boolean, identifier, integer, string
from sandbox.markup import entities, inline_only, input_media, link_preview_options
from sandbox.methods.files import CAPTIONED, LOOK, OWN, file_of, look
from sandbox.methods.request import Request, api
from sandbox.methods.sending import CAPTION, caption_content, text_content

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
TARGET = {
    "business_connection_id": string,
    "chat_id": identifier,
    "message_id": integer,
    "inline_message_id": string,
    "reply_markup": inline_only,
}
CAPTIONS = ("caption", "caption_entities")
TEXTS = ("text", "entities", "link_preview_options")


def target(request: Request) -> Message:
    """The bot's own message that is to change."""
    if "chat_id" not in request.params or "message_id" not in request.params:
        raise mistake("message identifier is not specified")
    chat = request.chat()
    message = request.message(chat, "message to edit not found")
    other_markup = message.markup is not None and "inline_keyboard" not in message.markup
    if message.bot is not request.bot or "forward_origin" in message.raw or other_markup:
        raise refusal("message can't be edited")
    return message


def change(request: Request, message: Message, content: dict[str, Any], gone: tuple[str, ...]) -> dict[str, Any]:
    """Replace these fields and the keyboard; without a new keyboard the old one goes."""
    raw = {key: value for key, value in message.raw.items() if key not in gone and key != "reply_markup"}
    raw |= content
    markup = request.params.get("reply_markup") or None
    if markup and markup["inline_keyboard"]:
        raw["reply_markup"] = markup
    if raw == message.raw:
        raise refusal(NOT_MODIFIED)
    request.admit(message.chat, edit=True)
    if content:
        raw["edit_date"] = request.world.now()
    message.raw = raw
    message.markup = markup
    message.chat.touch(message)
    return raw


@api(
    "editMessageText",
    {"text": string},
    {**TARGET, "parse_mode": string, "entities": entities, "link_preview_options": link_preview_options},
)
def edit_message_text(request: Request) -> dict[str, Any]:
    content = text_content(request.params)
    message = target(request)
    if "text" not in message.raw:
        raise refusal("there is no text in the message to edit")
    return change(request, message, content, TEXTS)


@api("editMessageCaption", {}, {**TARGET, **CAPTION, "show_caption_above_media": boolean})
def edit_message_caption(request: Request) -> dict[str, Any]:
    content = caption_content(request.params)
    message = target(request)
    if not any(kind in message.raw for kind in CAPTIONED):
        raise refusal("there is no caption in the message to edit")
    above = "show_caption_above_media"
    return change(request, message, {**content, **look(request.params)}, (*CAPTIONS, above))


@api("editMessageMedia", {"media": input_media}, TARGET)
def edit_message_media(request: Request) -> dict[str, Any]:
    media = request.params["media"]
    message = target(request)
    file = file_of(request, media["type"], media["media"])
    content = {media["type"]: file.media(), **caption_content(media), **look(media)}
    if "media_group_id" in message.raw and media["type"] == "animation":
        raise refusal("can't use media of the specified type in the album")
    if not any(kind in message.raw for kind in (*OWN, "text")):
        raise refusal("there is no media in the message to edit")
    return change(request, message, content, (*TEXTS, *OWN, *CAPTIONS, *LOOK))


@api("editMessageReplyMarkup", {}, TARGET)
def edit_message_reply_markup(request: Request) -> dict[str, Any]:
    return change(request, target(request), {}, ())

"""Keyboards and the other objects that calls carry: their fields and their limits."""

import re
from typing import Any

from sandbox.errors import mistake
from sandbox.fields import anything, array, boolean, identifier, integer, one_of, string, structure

BUTTONS = 100
BUTTONS_IN_ROW = 8
CALLBACK_DATA = 64  # bytes
COPIED_TEXT = 256
PLACEHOLDER = 64
URL = re.compile(r"(?:https?://[^\s]+|tg://[^\s]+|[\w.-]+\.[a-z]{2,}(?:/[^\s]*)?)", re.IGNORECASE)
DEEP_LINK = re.compile(r"https?://(?:t\.me|telegram\.me)/(\w+)\?(?:start|startgroup)=([^&#]*)")
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")

Markup = dict[str, Any]

message_entity = structure(
    "MessageEntity",
    {"type": string, "offset": integer, "length": integer},
    {
        "url": string,
        "user": anything,
        "language": string,
        "custom_emoji_id": string,
        "date_time_format": string,
        "unix_time": integer,
    },
)
entities = array(message_entity)

link_preview_options = structure(
    "LinkPreviewOptions",
    {},
    {
        "is_disabled": boolean,
        "url": string,
        "prefer_small_media": boolean,
        "prefer_large_media": boolean,
        "show_above_text": boolean,
    },
)
reply_parameters = structure(
    "ReplyParameters",
    {"message_id": integer},
    {
        "chat_id": identifier,
        "allow_sending_without_reply": boolean,
        "quote": string,
        "quote_parse_mode": string,
        "quote_entities": entities,
        "quote_position": integer,
        "checklist_task_id": integer,
        "poll_option_id": string,
    },
)

style = one_of("danger", "success", "primary")
web_app = structure("WebAppInfo", {"url": string})
ACTIONS = {
    "url": string,
    "callback_data": string,
    "web_app": web_app,
    "login_url": structure(
        "LoginUrl",
        {"url": string},
        {"forward_text": string, "bot_username": string, "request_write_access": boolean},
    ),
    "switch_inline_query": string,
    "switch_inline_query_current_chat": string,
    "switch_inline_query_chosen_chat": structure(
        "SwitchInlineQueryChosenChat",
        {},
        {
            "query": string,
            "allow_user_chats": boolean,
            "allow_bot_chats": boolean,
            "allow_group_chats": boolean,
            "allow_channel_chats": boolean,
        },
    ),
    "copy_text": structure("CopyTextButton", {"text": string}),
    "callback_game": anything,
    "pay": boolean,
}
inline_button = structure(
    "InlineKeyboardButton", {"text": string}, {**ACTIONS, "style": style, "icon_custom_emoji_id": string}
)
KEYBOARD_ACTIONS = {
    "request_contact": boolean,
    "request_location": boolean,
    "request_poll": structure("KeyboardButtonPollType", {}, {"type": string}),
    "request_users": anything,
    "request_chat": anything,
    "request_managed_bot": anything,
    "web_app": web_app,
}
keyboard_button = structure(
    "KeyboardButton", {"text": string}, {**KEYBOARD_ACTIONS, "style": style, "icon_custom_emoji_id": string}
)


def button_or_text(value: Any, form: bool) -> Any:  # noqa: FBT001  # every check has this shape
    """In a reply keyboard a bare text stands for a button with it."""
    return {"text": value} if isinstance(value, str) else keyboard_button(value, form)


inline_markup = structure("InlineKeyboardMarkup", {"inline_keyboard": array(array(inline_button))})
keyboard_markup = structure(
    "ReplyKeyboardMarkup",
    {"keyboard": array(array(button_or_text))},
    {
        "is_persistent": boolean,
        "resize_keyboard": boolean,
        "one_time_keyboard": boolean,
        "input_field_placeholder": string,
        "selective": boolean,
    },
)
removal = structure("ReplyKeyboardRemove", {"remove_keyboard": boolean}, {"selective": boolean})
force_reply = structure(
    "ForceReply", {"force_reply": boolean}, {"input_field_placeholder": string, "selective": boolean}
)
KINDS = {
    "inline_keyboard": inline_markup,
    "keyboard": keyboard_markup,
    "remove_keyboard": removal,
    "force_reply": force_reply,
}


def reply_markup(value: Any, form: bool) -> Markup:  # noqa: FBT001  # every check has this shape
    value = anything(value, form)
    if not isinstance(value, dict):
        raise mistake("object expected as reply markup")
    for key, kind in KINDS.items():
        if key in value:
            markup: Markup = kind(value, form)
            check_keyboard(markup)
            return markup
    if value:
        raise mistake(f'unknown field "{next(iter(value))}" in reply markup')
    return {}


def inline_only(value: Any, form: bool) -> Markup:  # noqa: FBT001  # every check has this shape
    """What an edited message may carry."""
    markup = reply_markup(value, form)
    if markup and "inline_keyboard" not in markup:
        raise mistake("inline keyboard expected")
    return markup


def check_keyboard(markup: Markup) -> None:
    rows = markup.get("inline_keyboard")
    inline = rows is not None
    if rows is None:
        rows = markup.get("keyboard", [])
    if len(markup.get("input_field_placeholder", "")) > PLACEHOLDER:
        raise mistake("input_field_placeholder is too long")
    count = 0
    for row in rows:
        count += len(row)
        if len(row) > BUTTONS_IN_ROW:
            raise mistake("too many buttons in a row of the keyboard")
        for button in row:
            check_button(button, inline=inline)
    if count > BUTTONS:
        raise mistake("REPLY_MARKUP_TOO_LONG")


def check_button(button: dict[str, Any], *, inline: bool) -> None:
    if not button["text"].strip():
        raise mistake("inline keyboard button text is empty" if inline else "keyboard button text is empty")
    actions = len(button) - 1 - ("style" in button) - ("icon_custom_emoji_id" in button)
    if not inline:
        if actions > 1:
            raise mistake("keyboard button has several actions")
        return
    if actions == 0:
        raise mistake("text buttons are unallowed in the inline keyboard")
    if actions > 1:
        raise mistake("inline keyboard button has several actions")
    data = button.get("callback_data")
    if data is not None:
        if not 1 <= len(data.encode()) <= CALLBACK_DATA:
            raise mistake("BUTTON_DATA_INVALID")
    elif "url" in button:
        check_url(button["url"])
    elif "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= COPIED_TEXT:
        raise mistake("BUTTON_COPY_TEXT_INVALID")


def check_url(url: str) -> None:
    if not URL.fullmatch(url):
        raise mistake(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    link = DEEP_LINK.fullmatch(url)
    if link and not PAYLOAD.fullmatch(link.group(2)):
        raise mistake(f"the deep link '{url}' is invalid: 1-64 characters of A-Z, a-z, 0-9, _ and - are allowed")


input_poll_option = structure(
    "InputPollOption",
    {"text": string},
    {"text_parse_mode": string, "text_entities": entities, "media": anything},
)


def poll_option(value: Any, form: bool) -> dict[str, Any]:  # noqa: FBT001  # every check has this shape
    option: dict[str, Any] = {"text": value} if isinstance(value, str) else input_poll_option(value, form)
    return option


bot_command = structure("BotCommand", {"command": string, "description": string})
command_scope = structure(
    "BotCommandScope",
    {
        "type": one_of(
            "default",
            "all_private_chats",
            "all_group_chats",
            "all_chat_administrators",
            "chat",
            "chat_administrators",
            "chat_member",
        )
    },
    {"chat_id": identifier, "user_id": integer},
)
menu_button = structure(
    "MenuButton", {"type": one_of("commands", "web_app", "default")}, {"text": string, "web_app": web_app}
)
reaction = structure(
    "ReactionType",
    {"type": one_of("emoji", "custom_emoji", "paid")},
    {"emoji": string, "custom_emoji_id": string},
)
CAPTIONED = {"caption": string, "parse_mode": string, "caption_entities": entities}
SEEN = {"has_spoiler": boolean, "show_caption_above_media": boolean}
SIZED = {"width": integer, "height": integer, "duration": integer}
MEDIA = {
    "photo": structure("InputMediaPhoto", {"type": string, "media": string}, {**CAPTIONED, **SEEN}),
    "video": structure(
        "InputMediaVideo",
        {"type": string, "media": string},
        {
            **CAPTIONED,
            **SEEN,
            **SIZED,
            "thumbnail": string,
            "cover": string,
            "start_timestamp": integer,
            "supports_streaming": boolean,
        },
    ),
    "animation": structure(
        "InputMediaAnimation",
        {"type": string, "media": string},
        {**CAPTIONED, **SEEN, **SIZED, "thumbnail": string},
    ),
    "audio": structure(
        "InputMediaAudio",
        {"type": string, "media": string},
        {**CAPTIONED, "thumbnail": string, "duration": integer, "performer": string, "title": string},
    ),
    "document": structure(
        "InputMediaDocument",
        {"type": string, "media": string},
        {**CAPTIONED, "thumbnail": string, "disable_content_type_detection": boolean},
    ),
}


def input_media(value: Any, form: bool) -> dict[str, Any]:  # noqa: FBT001  # every check has this shape
    value = anything(value, form)
    kind = value.get("type") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in MEDIA:
        raise mistake("can't parse InputMedia: unknown type")
    media: dict[str, Any] = MEDIA[kind](value, form)
    return media


suggested_post = structure("SuggestedPostParameters", {}, {"price": anything, "send_date": integer})

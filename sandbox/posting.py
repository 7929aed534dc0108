"""Messages of people and of Telegram itself: into the chat, and as updates to the bots that see them."""

from typing import TYPE_CHECKING

from sandbox.chats import ChannelChat, Chat, GroupChat, Message, Raw

if TYPE_CHECKING:
    from sandbox.bots import BotAccount


def post(
    chat: Chat,
    sender: Raw,
    content: Raw,
    *,
    thread: int | None = None,
    reply_to: Message | None = None,
    service: bool = False,
) -> Message:
    """A new message in the chat; `service` for those that Telegram writes."""
    raw: Raw = {
        "message_id": next(chat.numbers),
        **sender_of(chat, sender),
        "chat": chat.short,
        "date": chat.world.now(),
        **content,
    }
    if reply_to is not None:
        thread = thread or reply_to.thread
        raw["reply_to_message"] = {k: v for k, v in reply_to.raw.items() if k != "reply_to_message"}
    if thread is not None:
        raw["message_thread_id"] = thread
        raw["is_topic_message"] = True
        first = chat.find(thread)
        if reply_to is None and first is not None:  # as Telegram does: a message in a topic answers its first
            raw["reply_to_message"] = first.raw
    message = Message(chat, raw)
    chat.put(message)
    announce(message, "message", reply_to=reply_to, service=service)
    return message


def sender_of(chat: Chat, user: Raw) -> Raw:
    """Posts of a channel name no person."""
    return {"sender_chat": chat.short} if isinstance(chat, ChannelChat) else {"from": user}


def announce(message: Message, kind: str, *, reply_to: Message | None, service: bool = False) -> None:
    """Queue an update about the message for every bot that may read it; none hears of its own."""
    if isinstance(message.chat, ChannelChat):
        kind = {"message": "channel_post", "edited_message": "edited_channel_post"}[kind]
    for bot in message.chat.bots():
        if message.raw.get("from", {}).get("id") == bot.id:
            continue
        if service or readable(bot, message, reply_to):
            bot.updates.add(kind, message.raw, message.chat.id)


def readable(bot: "BotAccount", message: Message, reply_to: Message | None) -> bool:
    """Privacy mode: in a group a bot reads commands and answers to itself, an administrator reads all."""
    chat = message.chat
    if not isinstance(chat, GroupChat) or bot.reads_all_group_messages or chat.group.bot_is_admin(bot):
        return True
    if reply_to is not None and reply_to.bot is bot:
        return True
    return is_command_for(bot, message.raw)


def is_command_for(bot: "BotAccount", raw: Raw) -> bool:
    text: str = raw.get("text", "")
    first = (raw.get("entities") or [{}])[0]
    if first.get("type") != "bot_command" or first["offset"] != 0:
        return False
    addressee = text[: first["length"]].partition("@")[2]
    return not addressee or addressee.lower() == bot.username.lower()

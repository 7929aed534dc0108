"""The district's channels: those that an administrator of ours has let the bot post in."""

from __future__ import annotations

import logging

from handlers.groups import administrators
from handlers.incoming import Membership
from handlers.talk import Talk
from handlers.voice import Address, Voice
from storage import channels, outbox, people, posts
from storage.channels import Channel

log = logging.getLogger(__name__)

ADMINISTRATOR = "administrator"


async def standing_changed(talk: Talk, bot: Membership) -> None:
    """Somebody has made the bot an administrator of a channel, has changed what it may do there, or has removed it."""
    chat_id = talk.chat.chat_id
    known = await channels.get(talk.tx, chat_id)
    if bot.now != ADMINISTRATOR or (known and not bot.may_post):
        await lost(talk, chat_id)
    elif known:
        known.title = talk.chat_title
        channels.put(talk.tx, known)
    elif not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        log.info("channel %s is not used: %s, who added the bot, is no administrator here", chat_id, talk.person.id)
    elif not bot.may_post:
        talk.write(Address(talk.person.id), talk.words(talk.person.language)("channel-mute", title=talk.chat_title))
    else:
        await _add(talk, Channel(chat_id, talk.chat_title, talk.person.id, talk.now))


async def _add(talk: Talk, channel: Channel) -> None:
    channels.put(talk.tx, channel)
    people.note(talk.tx, channel.added_by, "channel", f"{channel.chat_id} {channel.title}", talk.now)
    await _tell(talk, "channel-added", channel)


async def lost(voice: Voice, chat_id: int) -> None:
    """The bot may no longer post there; nothing happens where it never did."""
    channel = await channels.forget(voice.tx, chat_id)
    if channel:
        outbox.drop_chat(voice.tx, chat_id, "the bot may no longer post in the channel")
        posts.forget_chat(voice.tx, chat_id)
        await _tell(voice, "channel-lost", channel)


async def _tell(voice: Voice, key: str, channel: Channel) -> None:
    for person in await administrators(voice):
        voice.write(Address(person.id), voice.words(person.language)(key, title=channel.title))

"""What Telegram shows beside the text field and on the bot's own page: command menus, description, by language."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from handlers.voice import Voice
from locales.words import DEFAULT, LANGUAGES, Words, words
from storage import facts, organisation

PRIVATE = ("report", "reports", "events", "polls", "settings", "help", "cancel")
GROUP = ("digest", "open", "overdue")
UNBOUND = ("bind",)  # where a group works for an area already, only administrators still need it, and they know it
ADMIN = ("admin", "broadcast", "newevent", "newpoll", "invite")
OFFICER = ("newevent",)
FACT = "menus"  # a digest of what was set last, so that a restart does not set it all again


async def set_all(voice: Voice) -> None:
    """At start: in every language, for private chats, managers' groups and each administrator."""
    chats = {binding.chat_id for binding in await organisation.bindings(voice.tx)}
    administrators = await voice.house.rights.administrators(voice.tx)
    officers = sorted(set(await voice.house.rights.officers(voice.tx)) - set(administrators))
    content = json.dumps([_texts(), sorted(chats), administrators, officers])
    digest = hashlib.sha256(content.encode()).hexdigest()
    known = await facts.get(voice.tx, FACT)
    if known and known[0] == digest:
        return
    _set(voice, {"type": "all_private_chats"}, PRIVATE)
    _set(voice, {"type": "all_group_chats"}, UNBOUND)
    for chat in chats:
        set_for_group(voice, chat)
    for person in (*administrators, *officers):
        await set_for(voice, person)
    _describe(voice)
    facts.put(voice.tx, FACT, digest, voice.now)


def _texts() -> dict[str, list[str]]:
    names = [*(f"command-{name}" for name in (*PRIVATE, *GROUP, *UNBOUND, *ADMIN)), "description", "short-description"]
    return {language: [words(language).plain(name) for name in names] for language in LANGUAGES}


def set_for_group(voice: Voice, chat_id: int) -> None:
    _set(voice, {"type": "chat", "chat_id": chat_id}, GROUP)


async def set_for(voice: Voice, person_id: int) -> None:
    """What somebody's roles give them; without one, the menu that everybody has."""
    rights = voice.house.rights
    more: tuple[str, ...] = ()
    if await rights.is_administrator(voice.tx, person_id):
        more = ADMIN
    elif await rights.centres(voice.tx, person_id, voice.house.city):
        more = OFFICER
    scope = {"type": "chat", "chat_id": person_id}
    if more:
        _set(voice, scope, (*PRIVATE, *more))
    else:
        for language, _ in _by_language():
            voice.call("deleteMyCommands", {"scope": scope, **language})


def _set(voice: Voice, scope: dict[str, Any], names: tuple[str, ...]) -> None:
    for language, own in _by_language():
        commands = [{"command": name, "description": own.plain(f"command-{name}")} for name in names]
        voice.call("setMyCommands", {"commands": commands, "scope": scope, **language})


def _describe(voice: Voice) -> None:
    for language, own in _by_language():
        voice.call("setMyDescription", {"description": own.plain("description"), **language})
        voice.call("setMyShortDescription", {"short_description": own.plain("short-description"), **language})


def _by_language() -> list[tuple[dict[str, str], Words]]:
    """Persian for phones of any other language, too."""
    return [({}, words(DEFAULT))] + [({"language_code": name}, words(name)) for name in LANGUAGES]

"""/broadcast: the message itself, in one language or several, and the button under it."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from handlers import content, incoming, steps
from handlers.audience.language import name
from handlers.broadcast import audience, drafts, keyboard, panel
from handlers.broadcast.keyboard import PREFIX
from handlers.incoming import Message
from handlers.keyboards import Button, button, columns, inline, only_cancel
from handlers.refusals import refuse
from handlers.shortcuts import ACTIONS
from handlers.talk import Talk
from locales.text import clean
from locales.words import DEFAULT, LANGUAGES, words
from services.refusal import Refusal
from services.topics import ANNOUNCEMENTS
from storage import broadcasts
from storage.broadcasts import Broadcast, Call
from storage.broadcasts import Button as OwnButton
from storage.rows import values

LABEL_MOST = 40  # characters of a button's text
HOST = re.compile(r"[^\s.@:]+(\.[^\s.@:]+)*\.[^\s\d.@:]{2,}")  # Telegram refuses addresses that are none in the open


async def begin(talk: Talk, _: str = "") -> None:
    """/broadcast: asks for the message; what was begun before can be gone on with."""
    if not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        talk.say("only-administrators")
        return
    before = await broadcasts.draft_of(talk.tx, talk.person.id)
    rows = only_cancel(talk.own, steps.BROADCAST_MESSAGE)["inline_keyboard"]
    if before:
        rows.insert(0, [button(talk.own.plain("button-earlier-draft"), f"broadcast:panel:{before.id}")])
    talk.wait_for(steps.BROADCAST_MESSAGE, broadcast=0, language=DEFAULT)
    talk.say("broadcast-begin", inline(*rows))


async def written(talk: Talk) -> bool:
    """The message has come: the first one of a draft, or another version of it."""
    assert talk.message  # noqa: S101  # the router calls it for messages
    data, first, album = talk.dialogue.data, not talk.dialogue.data["broadcast"], talk.message.media_group_id
    if album and album == data.get("refused"):
        return True
    try:
        draft = await (_new(talk) if first else drafts.awaited(talk))
        if draft:
            before = None if first else await _version_so_far(talk, draft, data["language"])
            _take(talk, draft, data["language"], [talk.message])
            await (audience.ask(talk, draft) if first else panel.show(talk, draft))
    except Refusal as refusal:
        await refuse(talk, refusal)
        _wait_for_another(talk, data["broadcast"], data["language"])
        return True
    if draft and album:
        _wait_for_the_rest(talk, draft, data["language"], [talk.message.raw], before)
    return True


async def _version_so_far(talk: Talk, draft: Broadcast, language: str) -> list[dict[str, Any]]:
    return [values(call) for call in (await broadcasts.content(talk.tx, draft.id)).get(language, ())]


def _wait_for_another(talk: Talk, number: int, language: str) -> None:
    """In place of what was refused: an album as a whole, whichever of its pictures comes next."""
    assert talk.message  # noqa: S101  # it is what was refused
    talk.wait_for(steps.BROADCAST_MESSAGE, broadcast=number, language=language, refused=talk.message.media_group_id)


async def _new(talk: Talk) -> Broadcast | None:
    """The draft that is begun takes the place of the one before, once it is known that its message can be sent."""
    assert talk.message  # noqa: S101  # as above
    if not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        talk.rest()
        talk.say("only-administrators")
        return None
    content.read([talk.message])
    broadcasts.discard_drafts(talk.tx, talk.person.id)
    return await broadcasts.create(talk.tx, talk.person.id, ANNOUNCEMENTS, talk.now)


def _take(talk: Talk, draft: Broadcast, language: str, messages: list[Message]) -> None:
    broadcasts.put_content(talk.tx, draft.id, language, content.read(messages))
    drafts.keep(talk, draft)
    drafts.ask_no_more(talk)


def _wait_for_the_rest(
    talk: Talk, draft: Broadcast, language: str, raws: list[dict[str, Any]], before: list[dict[str, Any]] | None
) -> None:
    """An album comes as several messages, each an update of its own.

    `before` is what it takes the place of: the calls of this language's version, None where the whole draft is new.
    """
    album = raws[0]["media_group_id"]
    talk.wait_for(steps.BROADCAST_ALBUM, broadcast=draft.id, language=language, album=album, raws=raws, before=before)


async def album(talk: Talk) -> bool:
    """The next picture of an album is taken without another word."""
    assert talk.message  # noqa: S101  # the router calls it for messages
    data = talk.dialogue.data
    if talk.message.media_group_id != data["album"]:
        return False
    draft = await drafts.awaited(talk)
    if draft:
        raws = [*data["raws"], talk.message.raw]
        try:
            _take(talk, draft, data["language"], [_message(raw) for raw in raws])
        except Refusal as refusal:
            await refuse(talk, refusal)
            _wait_for_another(talk, _take_back(talk, draft, data["language"], data["before"]), data["language"])
            return True
        _wait_for_the_rest(talk, draft, data["language"], raws, data["before"])
    return True


def _take_back(talk: Talk, draft: Broadcast, language: str, before: list[dict[str, Any]] | None) -> int:
    """As it was before the album's first picture came. The draft's number, 0 where there was none."""
    if before is None:
        broadcasts.discard_drafts(talk.tx, draft.author)
        return 0
    if before:
        broadcasts.put_content(talk.tx, draft.id, language, [Call(**call) for call in before])
    else:
        broadcasts.drop_content(talk.tx, draft.id, language)
    return draft.id


def _message(raw: dict[str, Any]) -> Message:
    message = incoming.read({"update_id": 0, "message": raw}).message
    assert message  # noqa: S101  # it was one when it came
    return message


# Versions


async def versions(talk: Talk, draft: Broadcast, _: str) -> None:
    known = await broadcasts.content(talk.tx, draft.id)
    rows = [_version(talk, draft, language, known=language in known) for language in LANGUAGES]
    talk.show(talk.own("broadcast-versions"), inline(*rows, keyboard.back(talk.own, draft)))


def _version(talk: Talk, draft: Broadcast, language: str, *, known: bool) -> list[Button]:
    label = talk.own.plain("button-version-again" if known else "button-version", language=name(language))
    row = [button(label, f"broadcast:version:{draft.id}:{language}")]
    if known and language != DEFAULT:
        row.append(button(talk.own.plain("button-remove"), f"broadcast:unversion:{draft.id}:{language}"))
    return row


async def ask_version(talk: Talk, draft: Broadcast, language: str) -> None:
    if language not in LANGUAGES:
        talk.toast("button-old", alert=True)
        return
    talk.wait_for(steps.BROADCAST_MESSAGE, broadcast=draft.id, language=language)
    talk.show(talk.own("broadcast-version-ask", language=name(language)), inline(keyboard.back(talk.own, draft)))


async def drop_version(talk: Talk, draft: Broadcast, language: str) -> None:
    if language != DEFAULT:
        broadcasts.drop_content(talk.tx, draft.id, language)
    await versions(talk, draft, "")


# The button


async def ask_button(talk: Talk, draft: Broadcast, _: str) -> None:
    actions = [
        button(talk.own.plain(key), f"broadcast:act:{draft.id}:{action}") for action, (key, _) in ACTIONS.items()
    ]
    removal = [button(talk.own.plain("button-no-button"), f"broadcast:unbutton:{draft.id}")] if draft.button else []
    talk.wait_for(steps.BROADCAST_BUTTON, broadcast=draft.id)
    talk.show(talk.own("broadcast-button-ask"), inline(*columns(actions, 2), removal, keyboard.back(talk.own, draft)))


async def choose_action(talk: Talk, draft: Broadcast, action: str) -> None:
    """An action of the bot's own, labelled as in the menu."""
    if action not in ACTIONS:
        talk.toast("button-old", alert=True)
        return
    key = ACTIONS[action][0]
    await _put_button(talk, draft, OwnButton({each: words(each).plain(key) for each in LANGUAGES}, PREFIX + action))


async def drop_button(talk: Talk, draft: Broadcast, _: str) -> None:
    await _put_button(talk, draft, None)


async def button_typed(talk: Talk) -> bool:
    """«متن | https://…», the text in other languages on further lines."""
    text = clean((talk.message and talk.message.text) or "")
    draft = await drafts.awaited(talk) if text else None
    if not text:
        return False
    if draft:
        made = _read_button(text)
        if made is None:
            talk.say("broadcast-button-unclear", inline(keyboard.back(talk.own, draft)))
        else:
            await _put_button(talk, draft, made)
    return True


def _read_button(text: str) -> OwnButton | None:
    first, *others = text.splitlines()
    label, _, target = (part.strip() for part in first.rpartition("|"))
    if not (0 < len(label) <= LABEL_MOST and _is_link(target)):
        return None
    labels = {DEFAULT: label}
    for line in others:
        language, _, translated = (part.strip() for part in line.partition(":"))
        if language.lower() in LANGUAGES and 0 < len(translated) <= LABEL_MOST:
            labels[language.lower()] = translated
    return OwnButton(labels, target)


def _is_link(target: str) -> bool:
    try:
        parts = urlsplit(target)
        port = parts.port
    except ValueError:
        return False
    plain = not any(letter.isspace() for letter in target)
    open_ = parts.username is None and HOST.fullmatch(parts.hostname or "") is not None
    return plain and open_ and parts.scheme in {"http", "https"} and port != 0


async def _put_button(talk: Talk, draft: Broadcast, made: OwnButton | None) -> None:
    draft.button = made
    drafts.keep(talk, draft)
    await panel.show(talk, draft)


async def drop(talk: Talk, draft: Broadcast, _: str) -> None:
    """«لغو» of a draft."""
    drafts.ask_no_more(talk)
    broadcasts.discard_drafts(talk.tx, draft.author)
    talk.show(talk.own("broadcast-dropped"))

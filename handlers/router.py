"""Which handler an update belongs to: the tables of everything that people can say, press and be asked."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from functools import lru_cache

from handlers import (
    admin,
    answers,
    category,
    channels,
    compare,
    digest,
    groups,
    invitations,
    menu,
    mine,
    place,
    preview,
    report,
    settings,
    shortcuts,
    steps,
    topics,
    work,
)
from handlers.broadcast import audience, compose, presses, when
from handlers.events import browse, demand, door, edit, make, opinions, sheet
from handlers.events import presses as event_presses
from handlers.incoming import Chat, Membership, Message, Update
from handlers.polls import answer as poll_answer
from handlers.polls import audience as poll_audience
from handlers.polls import decide, picture, seen
from handlers.polls import make as poll_make
from handlers.polls import presses as poll_presses
from handlers.polls import when as poll_when
from handlers.talk import Talk
from locales.words import LANGUAGES, words
from storage import posts

Told = Callable[[Talk, str], Awaitable[None]]  # with what stands behind a command or a name
Pressed = Callable[[Talk, str, str], Awaitable[None]]  # with the verb and the argument of a button
Asked = Callable[[Talk], Awaitable[bool]]  # False when what came is no answer to what was asked

COMMANDS: dict[str, Told] = {
    "start": menu.start,
    "help": menu.help_,
    "cancel": menu.cancel,
    "report": report.begin,
    "reports": mine.show,
    "events": browse.begin,
    "settings": settings.show,
    "admin": admin.show,
    "invite": invitations.invite,
    "broadcast": compose.begin,
    "newevent": make.begin,
    "polls": seen.listed,
    "newpoll": poll_make.begin,
}
GROUP_COMMANDS: dict[str, Told] = {
    "bind": groups.bind,
    "digest": digest.now,
    "open": digest.open_,
    "overdue": digest.overdue,
}
LABELS: dict[str, Told] = {
    "menu-report": report.begin,
    "menu-mine": mine.show,
    "menu-events": browse.begin,
    "menu-polls": seen.listed,
    "menu-settings": settings.show,
    "menu-help": menu.help_,
    "button-neighbourhood": place.choose,
    "button-cancel": menu.cancel,
}
PRESSES: dict[str, Pressed] = {
    "menu": menu.pressed,
    "draft": report.pressed,
    "place": place.pressed,
    "category": category.pressed,
    "compare": compare.pressed,
    "mine": mine.pressed,
    "outcome": answers.outcome,
    "settings": settings.pressed,
    "card": work.pressed,
    "bind": groups.pressed,
    "list": digest.pressed,
    "admin": admin.pressed,
    "broadcast": presses.pressed,
    "rule": audience.pressed,
    "event": event_presses.of_one,
    "events": event_presses.of_all,
    "ask": demand.pressed,
    "poll": poll_answer.pressed,
    "polls": poll_presses.pressed,
    "pollrule": poll_audience.pressed,
    "pollimage": picture.pressed,
    "go": shortcuts.pressed,
    "topic": topics.pressed,
}
OF_DRAFT = frozenset({"draft", "place", "category", "compare"})  # presses that need the stamp of the draft
STEPS: dict[str, Asked] = {
    steps.PLACE: place.described,
    steps.NEW_WORDS: preview.reworded,
    steps.NEW_MEDIA: preview.retaken,
    steps.ADDITION: answers.addition,
    steps.ANSWER: answers.answer,
    steps.MISSING: answers.missing,
    steps.BROADCAST_MESSAGE: compose.written,
    steps.BROADCAST_ALBUM: compose.album,
    steps.BROADCAST_BUTTON: compose.button_typed,
    steps.BROADCAST_WHEN: when.typed,
    steps.BROADCAST_DAYS: audience.days_typed,
    steps.BROADCAST_NAME: audience.name_typed,
    steps.EVENT_FIELD: edit.typed,
    steps.EVENT_ALBUM: edit.album,
    steps.POLL_QUESTION: poll_make.question_typed,
    steps.POLL_OPTIONS: poll_make.option_sent,
    steps.POLL_WHEN: poll_when.typed,
    steps.POLL_WORDS: poll_answer.written,
    steps.POLL_DECISION: decide.typed,
    steps.EVENT_NEAR: browse.located,
    steps.DOOR: door.given,
    steps.OPINION: opinions.said,
    steps.DEMAND: demand.said,
}


async def serve(talk: Talk, update: Update) -> None:
    """Find the handler and let it answer; afterwards ask for what a draft misses next."""
    if update.press:
        await _pressed(talk, update.press.data)
    elif update.membership:
        await _standing(talk, update.membership, update.chat)
    elif talk.message and talk.private:
        await (report.edited(talk) if talk.edited else _private(talk, talk.message))
    elif talk.message and not talk.edited:
        await _group(talk, talk.message)
    if talk.asks_on:
        await report.go_on(talk)


async def _pressed(talk: Talk, data: str) -> None:
    data, _, stamp = data.partition("~")
    name, _, rest = data.partition(":")
    verb, _, argument = rest.partition(":")
    handler = PRESSES.get(name)
    if (stamp or name in OF_DRAFT) and not (stamp and stamp == talk.draft.stamp):
        talk.close_buttons()
        talk.toast("draft-gone", alert=True)
    elif handler:
        await handler(talk, verb, argument)
    else:
        talk.toast("button-old", alert=True)


async def _standing(talk: Talk, bot: Membership, chat: Chat | None) -> None:
    if chat and chat.type == "channel":
        await channels.standing_changed(talk, bot)
    else:
        await groups.joined_or_left(talk, bot)


async def _private(talk: Talk, message: Message) -> None:
    text = message.text or ""
    command = _command(talk, text)
    if command:
        _put_aside(talk, command[0])
        await _commanded(talk, *command, {**GROUP_COMMANDS, **COMMANDS})
    elif text in _labels():
        key = _labels()[text]
        _put_aside(talk, key)
        await LABELS[key](talk, "")
    elif not await _taken_up(talk, message, text):
        await report.written(talk)


async def _taken_up(talk: Talk, message: Message, text: str) -> bool:
    """Whether it belongs to something that was said before."""
    return (
        await answers.album(talk)
        or await _replied(talk, message)
        or await mine.by_code(talk, text)
        or await sheet.sent(talk, message)
        or await _awaited(talk)
        or await door.captioned(talk, message)
    )


def _put_aside(talk: Talk, turned_to: str) -> None:
    if turned_to not in {"cancel", "button-cancel"}:  # which says what it ends
        talk.put_aside()


async def _awaited(talk: Talk) -> bool:
    """Whether it answers what the bot asked last."""
    handler = STEPS.get(talk.awaited)
    return handler is not None and await handler(talk)


async def _group(talk: Talk, message: Message) -> None:
    if message.migrate_to_chat_id:
        groups.migrated(talk, talk.chat.chat_id, message.migrate_to_chat_id)
        return
    command = _command(talk, message.text or "")
    if command:
        await _commanded(talk, *command, GROUP_COMMANDS)
    else:
        await _replied(talk, message)


def _command(talk: Talk, text: str) -> tuple[str, str] | None:
    """The command's name, and what stands behind it; None for text, and for commands of other bots."""
    if not text.startswith("/"):
        return None
    head, argument = [*text[1:].split(maxsplit=1), "", ""][:2]  # a form begins on the next line
    name, _, bot = head.partition("@")
    if bot and bot.lower() != talk.house.bot.lower():
        return None
    return name.lower(), argument.strip()


async def _commanded(talk: Talk, name: str, argument: str, table: dict[str, Told]) -> None:
    if name in table:
        await table[name](talk, argument)
    elif talk.private:
        talk.say("command-unknown")


async def _replied(talk: Talk, message: Message) -> bool:
    """A reply to something of the bot's that is spoken of again: a card, a prompt, a question."""
    replied = message.reply_to_message
    if replied is None:
        return False
    about = await posts.about(talk.tx, talk.chat.chat_id, replied.message_id)
    name, _, argument = (about or "").partition(":")
    if name == "card":
        await work.replied_to_card(talk, argument)
    elif name == "prompt":
        await work.replied_to_prompt(talk, argument)
    elif name == decide.PROMPT:
        await decide.replied(talk, argument)
    elif name == "question":
        return await answers.answer_to(talk, int(argument.partition(":")[0]))
    else:
        return talk.private and await answers.about(talk, replied)
    return True


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    """The text of every button that people press by sending it, in all languages, and as they type it: no emoji."""
    labels = {words(language).plain(key): key for language in LANGUAGES for key in LABELS}
    return {re.sub(r"^\W+", "", label): key for label, key in labels.items()} | labels

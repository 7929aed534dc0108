"""Which handler an update belongs to: the tables of everything that people can say, press and be asked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import lru_cache

from telegram import Message, Update

from handlers import (
    admin,
    answers,
    category,
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
    steps,
    work,
)
from handlers.talk import Talk
from locales.words import LANGUAGES, words
from storage import posts

Told = Callable[[Talk, str], Awaitable[None]]  # with what stands behind a command or a name
Pressed = Callable[[Talk, str, str], Awaitable[None]]  # with the verb and the argument of a button
Asked = Callable[[Talk], Awaitable[None]]

COMMANDS: dict[str, Told] = {
    "start": menu.start,
    "help": menu.help_,
    "cancel": menu.cancel,
    "report": report.begin,
    "reports": mine.show,
    "settings": settings.show,
    "admin": admin.show,
    "invite": invitations.invite,
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
    "menu-settings": settings.show,
    "menu-help": menu.help_,
    "button-neighbourhood": place.choose,
    "button-cancel": menu.cancel,
}
PRESSES: dict[str, Pressed] = {
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
}
STEPS: dict[str, Asked] = {
    steps.PLACE: report.described,
    steps.NEW_WORDS: preview.reworded,
    steps.ADDITION: answers.addition,
    steps.ANSWER: answers.answer,
    steps.MISSING: answers.missing,
}


async def serve(talk: Talk, update: Update) -> None:
    """Find the handler and let it answer; afterwards ask for what a draft misses next."""
    if update.callback_query:
        await _pressed(talk, update.callback_query.data or "")
    elif update.my_chat_member:
        await groups.joined_or_left(talk, update.my_chat_member.new_chat_member.status)
    elif talk.message and talk.private:
        await (report.edited(talk) if talk.edited else _private(talk, talk.message))
    elif talk.message and not talk.edited:
        await _group(talk, talk.message)
    if talk.asks_on:
        await report.go_on(talk)


async def _pressed(talk: Talk, data: str) -> None:
    name, _, rest = data.partition(":")
    verb, _, argument = rest.partition(":")
    handler = PRESSES.get(name)
    if handler:
        await handler(talk, verb, argument)
    else:
        talk.toast("button-old", alert=True)


async def _private(talk: Talk, message: Message) -> None:
    text = message.text or ""
    command = _command(talk, text)
    if command:
        await _commanded(talk, *command, {**GROUP_COMMANDS, **COMMANDS})
    elif text in _labels():
        await LABELS[_labels()[text]](talk, "")
    elif await _replied(talk, message):
        pass
    elif talk.dialogue.step in STEPS:
        await STEPS[talk.dialogue.step](talk)
    else:
        await report.written(talk)


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
    head, _, argument = text[1:].partition(" ")
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
    elif name == "question":
        await answers.answer_to(talk, int(argument.partition(":")[0]))
    else:
        return False
    return True


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    """The text of every button that people press by sending it, in all languages."""
    return {words(language).plain(key): key for language in LANGUAGES for key in LABELS}

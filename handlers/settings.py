"""«تنظیمات»: for now, the language."""

from __future__ import annotations

from handlers import report
from handlers.keyboards import Keyboard, button, inline, main_menu
from handlers.talk import Talk
from locales.words import LANGUAGES, words


async def show(talk: Talk, _: str = "") -> None:
    talk.show(talk.own("settings", language=talk.own.plain("language-name")), _languages())


def _languages() -> Keyboard:
    return inline(*([button(words(name).plain("language-name"), f"settings:language:{name}")] for name in LANGUAGES))


async def pressed(talk: Talk, verb: str, language: str) -> None:
    if verb == "language" and language in LANGUAGES:
        talk.person.language = language
        talk.keep_person()
        talk.show(talk.own("settings", language=talk.own.plain("language-name")), _languages())
        talk.say("language-changed", main_menu(talk.own))
        if talk.has_draft():
            report.offer_again(talk)

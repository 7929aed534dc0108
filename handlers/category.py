"""What kind of problem it is: the guess first, the next two beside it, all categories behind a button."""

from __future__ import annotations

from handlers import steps
from handlers.keyboards import Keyboard, button, columns, inline
from handlers.talk import Talk
from locales.words import Html

GUESSES = 3


async def ask(talk: Talk) -> None:
    guesses = talk.house.city.guess(talk.draft.text, GUESSES)
    talk.wait_for(steps.CATEGORY)
    if guesses:
        talk.say("category-guess", _guessed(talk, guesses), name=_label(talk, guesses[0]))
    else:
        talk.say("category-ask", groups(talk))


def _guessed(talk: Talk, guesses: list[str]) -> Keyboard:
    rows = [[button(_label(talk, code), f"category:is:{code}")] for code in guesses]
    return inline(*rows, [button(talk.own.plain("button-all-categories"), "category:all")])


def _label(talk: Talk, code: str) -> str:
    kind = talk.house.city.kinds[code]
    return f"{kind.emoji} {kind.name(talk.own.language)}"


def groups(talk: Talk) -> Keyboard:
    """The upper level."""
    language = talk.own.language
    buttons = [
        button(f"{group.details['emoji']} {group.name.get(language, group.name['fa'])}", f"category:group:{code}")
        for code, group in talk.house.city.groups.items()
        if not group.retired
    ]
    return inline(*columns(buttons, 2))


def _kinds(talk: Talk, group: str) -> Keyboard:
    kinds = [button(_label(talk, kind.code), f"category:is:{kind.code}") for kind in talk.house.city.kinds_of(group)]
    return inline(*columns(kinds, 1), [button(talk.own.plain("button-all-categories"), "category:all")])


async def pressed(talk: Talk, verb: str, code: str) -> None:
    if talk.draft.is_empty():
        talk.toast("draft-gone", alert=True)
    elif verb == "all":
        talk.show(_question(talk), groups(talk))
    elif verb == "group" and code in talk.house.city.groups:
        talk.show(_question(talk), _kinds(talk, code))
    elif verb == "is" and code in talk.house.city.kinds and not talk.house.city.kinds[code].retired:
        talk.draft.choose(code)
        talk.keep_draft()
        talk.proceed()
    else:
        talk.toast("button-old", alert=True)


def _question(talk: Talk) -> Html:
    return talk.own("category-ask")

"""What kind of problem it is: the guess first, the next two beside it, all categories behind a button."""

from __future__ import annotations

from handlers import steps
from handlers.keyboards import Button, Keyboard, columns, inline
from handlers.talk import Talk

GUESSES = 3


async def ask(talk: Talk) -> None:
    guesses = talk.house.city.guess(talk.draft.text, GUESSES)
    talk.wait_for(steps.CATEGORY)
    if guesses:
        talk.show(talk.own("category-guess", name=_label(talk, guesses[0])), _guessed(talk, guesses))
    else:
        talk.show(talk.own("category-ask"), groups(talk))


def _guessed(talk: Talk, guesses: list[str]) -> Keyboard:
    return inline(*([_choice(talk, code)] for code in guesses), [_all(talk)], _unchanged(talk))


def _choice(talk: Talk, code: str) -> Button:
    return talk.draft_button(_label(talk, code), f"category:is:{code}")


def _all(talk: Talk) -> Button:
    return talk.draft_button(talk.own.plain("button-all-categories"), "category:all")


def _to_guesses(talk: Talk) -> list[Button]:
    """Nothing where there are none."""
    guessed = talk.house.city.guess(talk.draft.text, 1)
    return [talk.draft_button(talk.own.plain("button-back"), "category:guess")] if guessed else []


def _unchanged(talk: Talk) -> list[Button]:
    """Back to the preview, for whoever has come from there."""
    return [talk.draft_button(talk.own.plain("button-back"), "draft:back")] if talk.draft.category else []


def _label(talk: Talk, code: str) -> str:
    kind = talk.house.city.kinds[code]
    return f"{kind.emoji} {kind.name(talk.own.language)}"


def groups(talk: Talk) -> Keyboard:
    """The upper level."""
    language = talk.own.language
    buttons = [
        talk.draft_button(
            f"{group.details['emoji']} {group.name.get(language) or group.name['fa']}", f"category:group:{code}"
        )
        for code, group in talk.house.city.groups.items()
        if not group.retired
    ]
    return inline(*columns(buttons, 2), _to_guesses(talk) or _unchanged(talk))


def _kinds(talk: Talk, group: str) -> Keyboard:
    return inline(*([_choice(talk, kind.code)] for kind in talk.house.city.kinds_of(group)), [_all(talk)])


async def pressed(talk: Talk, verb: str, code: str) -> None:
    city = talk.house.city
    if verb == "all":
        talk.show(talk.own("category-ask"), groups(talk))
    elif verb == "guess":
        await ask(talk)
    elif verb == "group" and code in city.groups:
        talk.show(talk.own("category-ask"), _kinds(talk, code))
    elif verb == "is" and code in city.kinds and not city.kinds[code].retired:
        talk.draft.choose(code)
        talk.keep_draft()
        talk.proceed()
    else:
        talk.toast("button-old", alert=True)

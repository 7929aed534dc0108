"""For whom a poll is: everybody, or whoever meets the rules that announcements know, too."""

from __future__ import annotations

from handlers.audience import kinds
from handlers.audience.choices import DOOR, Choice
from handlers.keyboards import Button, as_read, button, columns, inline
from handlers.polls import drafts
from handlers.polls.numbers import number_in
from handlers.talk import Talk
from locales.text import shortened
from locales.words import Html
from storage import polls
from storage.polls import Poll

PAGE = 10  # rows of choices
RULE_SHOWN = 50  # characters of a rule on a button


async def ask(talk: Talk, poll: Poll, _: str = "") -> None:
    """«همه» first; then the kinds of rules, and what has been chosen, each to be dropped by one tap."""
    own, number = talk.own, poll.id
    lines = [own("poll-ask-audience"), *(await drafts.audience_lines(talk, poll))]
    offered = [button(own.plain(f"audience-{kind}"), f"pollrule:{kind}:{number}:{DOOR}") for kind in kinds.KINDS]
    removals = [[_removal(talk, poll, place)] for place in range(len(poll.audience))]
    everybody = [button(own.plain("button-everybody"), f"polls:everybody:{number}")]
    talk.show(Html("\n".join(lines)), inline(everybody, *removals, *columns(offered, 2), drafts.back(talk, poll)))


def _removal(talk: Talk, poll: Poll, place: int) -> Button:
    said = kinds.in_words(talk.house.city, talk.own, [poll.audience[place]])[0]
    label = talk.own.plain("audience-remove", rule=shortened(said, RULE_SHOWN))
    return button(label, f"polls:unrule:{poll.id}:{poll.audience[place].kind}")


async def everybody(talk: Talk, poll: Poll, _: str) -> None:
    poll.audience = []
    drafts.keep(talk, poll)
    await drafts.show(talk, poll)


async def drop_rule(talk: Talk, poll: Poll, kind: str) -> None:
    poll.audience = kinds.replaced(poll.audience, kind, None)
    drafts.keep(talk, poll)
    await ask(talk, poll)


async def pressed(talk: Talk, kind: str, argument: str) -> None:
    """`pollrule:<kind>:<poll>:<given>`: something to choose, or a door with `>` and the page behind it."""
    number, _, given = argument.partition(":")
    poll = await polls.get(talk.tx, number_in(number))
    if not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        talk.toast("only-administrators", alert=True)
    elif poll is None or not drafts.is_open(talk, poll) or kind not in kinds.KINDS:
        talk.toast("poll-draft-gone", alert=True)
    elif given.startswith(DOOR):
        door, _, page = given.removeprefix(DOOR).partition(DOOR)
        await _offer(talk, poll, kind, door, number_in(page))
    else:
        await _choose(talk, poll, kind, given)


async def _choose(talk: Talk, poll: Poll, kind: str, given: str) -> None:
    chosen, city = kinds.KINDS[kind], talk.house.city
    try:
        value = chosen.take(city, kinds.value_of(poll.audience, kind), given)
    except LookupError:
        talk.toast("button-old", alert=True)
        return
    poll.audience = kinds.replaced(poll.audience, kind, value)
    drafts.keep(talk, poll)
    await _offer(talk, poll, kind, chosen.door(city, given), None, at=given)


async def _offer(talk: Talk, poll: Poll, kind: str, door: str, page: int | None, at: str = "") -> None:
    """The page asked for, or the one on which the choice `at` stands."""
    rows = await kinds.KINDS[kind].offer(talk, kinds.value_of(poll.audience, kind), door)
    if page is None:
        page = next((place // PAGE for place, row in enumerate(rows) if at in {choice.given for choice in row}), 0)
    shown = [[_choice(poll, kind, choice) for choice in row] for row in rows[page * PAGE : (page + 1) * PAGE]]
    prefix = f"pollrule:{kind}:{poll.id}:{DOOR}{door}{DOOR}"
    done = button(talk.own.plain("button-audience-back"), f"polls:audience:{poll.id}")
    talk.show(talk.own(f"audience-{kind}-ask"), inline(*shown, _pages(talk, prefix, page, len(rows)), [done]))


def _choice(poll: Poll, kind: str, choice: Choice) -> Button:
    return button(("✅ " if choice.chosen else "") + choice.label, f"pollrule:{kind}:{poll.id}:{choice.given}")


def _pages(talk: Talk, prefix: str, page: int, rows: int) -> list[Button]:
    buttons = [button(talk.own.plain("button-previous"), f"{prefix}{page - 1}")] if page else []
    more = (page + 1) * PAGE < rows
    buttons += [button(talk.own.plain("button-next"), f"{prefix}{page + 1}")] if more else []
    return as_read(talk.own, buttons)

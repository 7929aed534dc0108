"""Whom it is for: everybody, or whoever meets all the rules that have been chosen."""

from __future__ import annotations

from collections.abc import Sequence

from handlers import steps
from handlers.audience import active, kinds
from handlers.audience.choices import DOOR, Choice
from handlers.broadcast import drafts, panel
from handlers.keyboards import Button, Keyboard, as_read, button, columns, inline
from handlers.talk import Talk
from locales.text import ascii_digits, clean, shortened
from locales.words import Html
from storage import broadcasts, saved_audiences
from storage.audience.rules import Rule
from storage.broadcasts import Broadcast

PAGE = 10  # rows of choices
NAME_MOST = 40  # characters
SAVED_MOST = 20
RULE_SHOWN = 50  # characters of a rule on a button


async def ask(talk: Talk, draft: Broadcast, _: str = "") -> None:
    """«همه» first; then the kinds of rules, and what has been chosen, each to be dropped by one tap."""
    drafts.ask_no_more(talk)
    lines = [talk.own("audience-ask")]
    if draft.audience:
        lines += await panel.audience_lines(talk, talk.own, draft)
    talk.show(Html("\n".join(lines)), _menu(talk, draft))


def _menu(talk: Talk, draft: Broadcast) -> Keyboard:
    own, number = talk.own, draft.id
    offered = [button(own.plain(f"audience-{kind}"), f"rule:{kind}:{number}:{DOOR}") for kind in kinds.KINDS]
    rows = [[button(own.plain("button-everybody"), f"broadcast:everybody:{number}")]]
    rows += [[_removal(talk, draft, rule)] for rule in draft.audience]
    rows += columns([*offered, button(own.plain("button-saved"), f"broadcast:saved:{number}")], 2)
    if draft.audience:
        rows.append([button(own.plain("button-save-audience"), f"broadcast:save:{number}")])
        rows.append([button(own.plain("button-audience-done"), f"broadcast:panel:{number}")])
    return inline(*rows)


def _removal(talk: Talk, draft: Broadcast, rule: Rule) -> Button:
    said = kinds.in_words(talk.house.city, talk.own, [rule])[0]
    label = talk.own.plain("audience-remove", rule=shortened(said, RULE_SHOWN))
    return button(label, f"broadcast:unrule:{draft.id}:{rule.kind}")


async def everybody(talk: Talk, draft: Broadcast, _: str) -> None:
    _put(talk, draft, [])
    await panel.show(talk, draft)


async def drop_rule(talk: Talk, draft: Broadcast, kind: str) -> None:
    _put(talk, draft, kinds.replaced(draft.audience, kind, None))
    await ask(talk, draft)


def _put(talk: Talk, draft: Broadcast, rules: list[Rule]) -> None:
    draft.audience = rules
    drafts.keep(talk, draft)


# One kind of rule


async def pressed(talk: Talk, kind: str, argument: str) -> None:
    """`rule:<kind>:<draft>:<given>`: something to choose, or a door with `>` and the page behind it."""
    number, _, given = argument.partition(":")
    draft = await broadcasts.get(talk.tx, drafts.number_in(number))
    if not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        talk.toast("only-administrators", alert=True)
    elif draft is None or not drafts.is_open(talk, draft) or kind not in kinds.KINDS:
        talk.toast("broadcast-draft-gone", alert=True)
    elif given.startswith(DOOR):
        door, _, page = given.removeprefix(DOOR).partition(DOOR)
        await _offer(talk, draft, kind, door, drafts.number_in(page))
    else:
        await _choose(talk, draft, kind, given)


async def _choose(talk: Talk, draft: Broadcast, kind: str, given: str) -> None:
    chosen = kinds.KINDS[kind]
    try:
        value = chosen.take(talk.house.city, kinds.value_of(draft.audience, kind), given)
    except LookupError:
        talk.toast("button-old", alert=True)
        return
    _put(talk, draft, kinds.replaced(draft.audience, kind, value))
    await _offer(talk, draft, kind, chosen.door(talk.house.city, given), page=None, at=given)


async def _offer(talk: Talk, draft: Broadcast, kind: str, door: str, page: int | None, at: str = "") -> None:
    """The page asked for, or the one on which the choice `at` stands."""
    rows = await kinds.KINDS[kind].offer(talk, kinds.value_of(draft.audience, kind), door)
    if page is None:
        page = next((place // PAGE for place, row in enumerate(rows) if at in {choice.given for choice in row}), 0)
    shown = [[_choice(draft, kind, choice) for choice in row] for row in rows[page * PAGE : (page + 1) * PAGE]]
    if kind == "active":
        talk.wait_for(steps.BROADCAST_DAYS, broadcast=draft.id)
    done = button(talk.own.plain("button-audience-back"), f"broadcast:audience:{draft.id}")
    pages = _pages(talk, f"rule:{kind}:{draft.id}:{DOOR}{door}{DOOR}", page, len(rows))
    talk.show(talk.own(f"audience-{kind}-ask"), inline(*shown, pages, [done]))


def _choice(draft: Broadcast, kind: str, choice: Choice) -> Button:
    return button(("✅ " if choice.chosen else "") + choice.label, f"rule:{kind}:{draft.id}:{choice.given}")


def _pages(talk: Talk, prefix: str, page: int, rows: int) -> list[Button]:
    buttons = [button(talk.own.plain("button-previous"), f"{prefix}{page - 1}")] if page else []
    more = (page + 1) * PAGE < rows
    buttons += [button(talk.own.plain("button-next"), f"{prefix}{page + 1}")] if more else []
    return as_read(talk.own, buttons)


async def days_typed(talk: Talk) -> bool:
    """Any number of days."""
    text = ascii_digits(clean((talk.message and talk.message.text) or ""))
    if not text.isdecimal():
        return False
    draft = await drafts.awaited(talk)
    if draft:
        try:
            value = active.KIND.take(talk.house.city, None, text)
        except LookupError:
            talk.say("audience-days-unclear", count=active.MOST)
            return True
        _put(talk, draft, kinds.replaced(draft.audience, "active", value))
        await ask(talk, draft)
    return True


# Under a name


async def ask_name(talk: Talk, draft: Broadcast, _: str) -> None:
    talk.wait_for(steps.BROADCAST_NAME, broadcast=draft.id)
    talk.show(talk.own("audience-name-ask"), inline([_to_audience(talk, draft)]))


async def name_typed(talk: Talk) -> bool:
    name = clean((talk.message and talk.message.text) or "").replace("\n", " ")[:NAME_MOST]
    if not name:
        return False
    draft = await drafts.awaited(talk)
    if draft:
        saved_audiences.put(talk.tx, name, draft.audience, talk.person.id, talk.now)
        talk.say("audience-saved", name=name)
        await ask(talk, draft)
    return True


async def saved(talk: Talk, draft: Broadcast, _: str = "") -> None:
    found = await saved_audiences.newest(talk.tx, SAVED_MOST)
    rows = [
        [
            button(each.name, f"broadcast:use:{draft.id}:{each.id}"),
            button(talk.own.plain("button-remove"), f"broadcast:forget:{draft.id}:{each.id}"),
        ]
        for each in found
    ]
    key = "audience-saved-head" if rows else "audience-saved-none"
    talk.show(talk.own(key), inline(*rows, [_to_audience(talk, draft)]))


def _to_audience(talk: Talk, draft: Broadcast) -> Button:
    return button(talk.own.plain("button-back"), f"broadcast:audience:{draft.id}")


async def use(talk: Talk, draft: Broadcast, given: str) -> None:
    found = await saved_audiences.get(talk.tx, drafts.number_in(given))
    if found is None:
        talk.toast("button-old", alert=True)
        return
    _put(talk, draft, _still_known(found.rules))
    await ask(talk, draft)


def _still_known(rules: Sequence[Rule]) -> list[Rule]:
    """What was saved may be older than the program."""
    return [rule for rule in rules if rule.kind in kinds.KINDS]


async def forget(talk: Talk, draft: Broadcast, given: str) -> None:
    saved_audiences.delete(talk.tx, drafts.number_in(given))
    await saved(talk, draft)

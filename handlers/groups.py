"""Managers' groups: which chat works for which area, and what becomes of the cards when that changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from handlers import card, commands
from handlers.incoming import Membership
from handlers.keyboards import button, columns, inline
from handlers.talk import Talk
from handlers.voice import Address, Voice
from locales.text import ascii_digits
from storage import broadcasts, errands, history, organisation, outbox, people, polls, posts, reports
from storage.errands import Errand
from storage.organisation import Binding
from storage.reports import Report


async def bind(talk: Talk, argument: str) -> None:
    """/bind AREA, in the group or topic that is to work for it; without AREA it offers buttons."""
    code = ascii_digits(argument).strip().lower()
    if talk.private:
        talk.say("bind-in-group")
    elif not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        talk.say("only-administrators")
    elif not code:
        _offer(talk)
    elif code in talk.house.city.staffed():
        await _bind(talk, code)
    else:
        talk.say("area-unknown", area=code)


def _offer(talk: Talk) -> None:
    city, language = talk.house.city, talk.own.language
    areas = [city.areas[city.root], *city.desks()]
    buttons = [button(city.name(area.code, language), f"bind:to:{area.code}") for area in areas]
    talk.say("bind-choose", inline(*columns(buttons, 3)))


async def pressed(talk: Talk, _: str, code: str) -> None:
    if not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        talk.toast("only-administrators", alert=True)
    elif code in talk.house.city.staffed():
        await _bind(talk, code)
    else:
        talk.toast("button-old", alert=True)


async def _bind(talk: Talk, code: str) -> None:
    binding = Binding(code, talk.chat.chat_id, talk.chat.thread_id, talk.chat_title, talk.person.id, talk.now)
    organisation.bind(talk.tx, binding)
    people.note(talk.tx, talk.person.id, "bind", f"{code} {talk.chat.chat_id}/{talk.chat.thread_id}", talk.now)
    talk.show(talk.own("bound", area=talk.house.city.name(code, talk.own.language)))
    commands.set_for_group(talk, talk.chat.chat_id)
    moved = await follow(talk, code)
    if moved:
        talk.say("bound-moved", count=moved)
    # What was being filed just now does not know of the group, nor the group of it: once more, when that is through.
    errands.leave(talk.tx, Errand(f"cards:{code}:{talk.now}", "cards", {"area": code}, talk.now + THROUGH))


MOST_MOVED = 500  # cards that follow a new binding
THROUGH = 60  # seconds, longer than any transaction lasts


async def follow(voice: Voice, area: str) -> int:
    """The cards of an area go where its managers are now; how many moved."""
    desks = voice.house.city.subtree(area)
    return await rehang(voice, await reports.open_at(voice.tx, desks, limit=MOST_MOVED, lock=True))


async def hang_right(voice: Voice, arguments: dict[str, Any]) -> None:
    """The errand."""
    await follow(voice, arguments["area"])


async def rehang(voice: Voice, found: Iterable[Report], *, take_down: bool = True) -> int:
    """Hang cards where they belong now; how many moved."""
    moved = 0
    for report in found:
        address = await card.desk_address(voice, report.desk)
        here = Address(report.card_chat, report.card_thread or 0) if report.card_chat is not None else None
        if address == here:
            continue
        if take_down and report.card:
            await card.take_down(voice, report, "card-moved")
        reporter = await people.get(voice.tx, report.reporter)
        media = await history.media_of(voice.tx, [report.id])
        await card.post(voice, report, media, reporter=reporter.first_name if reporter else "")
        moved += 1
    return moved


async def lost(voice: Voice, chat_id: int, thread_id: int | None = None) -> None:
    """A group threw the bot out, or a topic is gone: its cards go to the next group above, administrators are told."""
    areas = await organisation.unbind(voice.tx, chat_id, thread_id)
    if thread_id is None:
        outbox.drop_chat(voice.tx, chat_id, "the bot is no longer in the group")
        posts.forget_chat(voice.tx, chat_id)
    for person in await administrators(voice):
        words = voice.words(person.language)
        for area in areas:
            name = voice.house.city.name(area, words.language)
            voice.write(Address(person.id), words("group-lost", area=name, code=words.code(area)))
    await rehang(voice, await reports.with_card_in(voice.tx, chat_id), take_down=False)


async def administrators(voice: Voice) -> list[people.Person]:
    ids = await voice.house.rights.administrators(voice.tx)
    return list((await people.several_people(voice.tx, ids)).values()) if ids else []


def migrated(voice: Voice, old: int, new: int) -> None:
    """A group became a supergroup: bindings, cards, waiting letters and planned posts follow to the new id."""
    organisation.move_chat(voice.tx, old, new)
    broadcasts.move_chat(voice.tx, old, new)
    polls.move_chat(voice.tx, old, new)
    posts.forget_chat(voice.tx, old)


async def joined_or_left(talk: Talk, bot: Membership) -> None:
    """The bot's own membership changed."""
    if talk.private:
        talk.person.away = int(bot.now == "kicked")
        talk.keep_person()
    elif bot.now in GONE:
        await lost(talk, talk.chat.chat_id)
    elif bot.before in GONE and bot.now in {"member", "administrator"}:
        talk.say("group-hello")


GONE = frozenset({"kicked", "left"})

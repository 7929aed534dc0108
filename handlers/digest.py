"""What managers see of all their reports at once: the daily digest, and the lists of open and overdue ones."""

from __future__ import annotations

from collections.abc import Iterable

from handlers import card
from handlers.events import digest as events_digest
from handlers.keyboards import Keyboard, as_read, button, inline
from handlers.polls import digest as polls_digest
from handlers.talk import Talk
from handlers.voice import Address, Voice
from locales import dates
from locales.words import Html
from services import digest
from storage import organisation, posts, reports
from storage.organisation import Binding
from storage.reports import Report

PAGE = 10


async def now(talk: Talk, _: str = "") -> None:
    """/digest."""
    for binding in await _bindings_here(talk):
        talk.say_html(await _text(talk, binding.area))


async def send(voice: Voice, area: str, due: int) -> None:
    """The morning's digest; one that is too late is left out."""
    if voice.now - due > digest.LATE_MOST:
        return
    for binding in await organisation.bindings(voice.tx):
        if binding.area == area:
            voice.write(Address(binding.chat_id, binding.thread_id), await _text(voice, area))


async def _text(voice: Voice, area: str) -> Html:
    city, words = voice.house.city, voice.words()
    figures = await digest.compute(voice.tx, city, area, voice.now)
    lines = [
        words(
            "digest",
            area=city.name(area, words.language),
            day=dates.date_words(voice.now, words.language, city.zone),
            new=figures.new,
            open=figures.open,
            overdue=figures.overdue,
            reopened=figures.reopened,
            waiting=figures.waiting,
            done=figures.done,
            today=figures.done_today,
        )
    ]
    if figures.oldest:
        lines += [Html(""), words("digest-oldest"), *(await _lines(voice, figures.oldest))]
    lines += await events_digest.lines(voice, area)
    lines += await polls_digest.lines(voice, area)
    return Html("\n".join(lines))


async def _lines(voice: Voice, found: Iterable[Report]) -> list[Html]:
    """A line for each report, with a link to its card where Telegram has links."""
    listed = list(found)
    cards = await posts.find(voice.tx, [f"card:{report.id}:{report.card}" for report in listed])
    return [_line(voice, report, cards.get(f"card:{report.id}:{report.card}")) for report in listed]


def _line(voice: Voice, report: Report, hanging: tuple[int, int] | None) -> Html:
    words, city = voice.words(), voice.house.city
    kind = city.kinds[report.category]
    url = card_link(hanging, report.card_thread or 0) if hanging else None
    name = words("list-name", emoji=kind.emoji, category=kind.name(words.language))
    late = voice.now - report.due
    return words(
        "list-late" if late > 0 else "list-line",
        name=Html(f'<a href="{url}">{name}</a>') if url else name,
        code=card.code_of(words, report),
        area=city.name(report.area, words.language),
        state=card.state_of(words, report),
        time=dates.duration(abs(late), words.language),
    )


def card_link(hanging: tuple[int, int], thread: int) -> str | None:
    """Only supergroups have links to their messages; their ids begin with -100."""
    chat, message = hanging
    if not str(chat).startswith("-100"):
        return None
    return f"https://t.me/c/{str(chat)[4:]}/" + (f"{thread}/{message}" if thread else str(message))


async def open_(talk: Talk, _: str = "") -> None:
    """/open."""
    await _lists(talk, "open")


async def overdue(talk: Talk, _: str = "") -> None:
    """/overdue."""
    await _lists(talk, "overdue")


async def _lists(talk: Talk, which: str) -> None:
    for binding in await _bindings_here(talk):
        await _page(talk, which, binding.area, 0)


async def _page(talk: Talk, which: str, area: str, skip: int) -> None:
    city, words = talk.house.city, talk.words()
    before = talk.now if which == "overdue" else None
    found = await reports.open_at(talk.tx, city.subtree(area), PAGE + 1, skip, due_before=before)
    head = words(f"list-{which}" if found else f"list-{which}-none", area=city.name(area, words.language))
    lines = [head, *(await _lines(talk, found[:PAGE]))] if found else [head]
    talk.show(Html("\n".join(lines)), _pages(talk, which, area, skip, more=len(found) > PAGE))


def _pages(talk: Talk, which: str, area: str, skip: int, *, more: bool) -> Keyboard | None:
    newer, older = talk.words().plain("button-previous"), talk.words().plain("button-next")
    buttons = [button(newer, f"list:{which}:{area}:{max(skip - PAGE, 0)}")] if skip else []
    buttons += [button(older, f"list:{which}:{area}:{skip + PAGE}")] if more else []
    return inline(as_read(talk.words(), buttons)) if buttons else None


async def pressed(talk: Talk, which: str, argument: str) -> None:
    area, _, skip = argument.partition(":")
    if area not in talk.house.city.areas or not skip.isdecimal():
        talk.toast("button-old", alert=True)
    elif not await talk.house.rights.manages(talk.tx, talk.person.id, area, talk.house.city):
        talk.toast("not-manager", alert=True, area=talk.house.city.name(area, talk.own.language))
    else:
        await _page(talk, which, area, int(skip))


async def _bindings_here(talk: Talk) -> list[Binding]:
    """The areas this chat works for, of those that the asker manages; says so when there are none."""
    here = [bound for bound in await organisation.bindings(talk.tx) if _is_here(talk, bound)]
    if not here:
        talk.say("nothing-bound-here")
        return []
    managed = [
        bound for bound in here if await talk.house.rights.manages(talk.tx, talk.person.id, bound.area, talk.house.city)
    ]
    if not managed:
        talk.say("not-manager", area=talk.house.city.name(here[0].area, talk.own.language))
    return managed


def _is_here(talk: Talk, bound: Binding) -> bool:
    return (bound.chat_id, bound.thread_id) == tuple(talk.chat)

"""Small choices about a draft: named or not, who sees results and when, a reminder, and channels that get it, too."""

from __future__ import annotations

from handlers.broadcast import places
from handlers.keyboards import Button, button, inline
from handlers.polls import drafts, page
from handlers.talk import Talk
from services.polls import LINK, NATIVE, SHOWN
from storage.outbox import ANSWER
from storage.polls import Poll


async def toggle_anonymous(talk: Talk, poll: Poll, _: str) -> None:
    poll.anonymous = 0 if poll.anonymous else 1
    drafts.keep(talk, poll)
    await drafts.show(talk, poll)


async def ask_shown(talk: Talk, poll: Poll, _: str) -> None:
    rows = [
        [_choice(talk.own.plain(f"poll-shown-{each}"), f"polls:show:{poll.id}:{each}", chosen=each == poll.shown)]
        for each in SHOWN
    ]
    talk.show(talk.own("poll-ask-shown"), inline(*rows, drafts.back(talk, poll)))


def _choice(label: str, data: str, *, chosen: bool) -> Button:
    return button(("✅ " if chosen else "") + label, data)


async def choose_shown(talk: Talk, poll: Poll, given: str) -> None:
    if given not in SHOWN:
        talk.toast("button-old", alert=True)
        return
    poll.shown = given
    drafts.keep(talk, poll)
    await drafts.show(talk, poll)


async def toggle_remind(talk: Talk, poll: Poll, _: str) -> None:
    poll.remind = 0 if poll.remind else 1
    drafts.keep(talk, poll)
    await drafts.show(talk, poll)


async def look(talk: Talk, poll: Poll, _: str) -> None:
    """«پیش‌نمایش»: as people will get it; its buttons do nothing yet."""
    if not poll.questions:
        talk.toast("poll-no-question", alert=True)
        return
    talk.close_buttons()
    for call in page.calls(talk.house, talk.own, poll, talk.now):
        talk.send(talk.chat, call.method, call.parameters, lane=ANSWER)
    await drafts.show(talk, poll)


# Channels and groups


async def show_places(talk: Talk, poll: Poll, _: str = "") -> None:
    known = await places.titles(talk)
    rows = [
        [_choice(title, f"polls:place:{poll.id}:{place.chat_id}:{place.thread_id}", chosen=place in poll.places)]
        for place, title in known.items()
    ]
    kinds = [
        _choice(talk.own.plain(f"poll-mirror-{each}"), f"polls:mirror:{poll.id}:{each}", chosen=each == poll.mirror)
        for each in (LINK, NATIVE)
    ]
    key = "poll-ask-places" if rows else "broadcast-places-none"
    talk.show(talk.own(key), inline(*rows, kinds if rows else [], drafts.back(talk, poll)))


async def toggle_place(talk: Talk, poll: Poll, given: str) -> None:
    known = {f"{place.chat_id}:{place.thread_id}": place for place in await places.titles(talk)}
    place = known.get(given)
    if place is None:
        talk.toast("button-old", alert=True)
        return
    others = [each for each in poll.places if each != place]
    poll.places = others if place in poll.places else [*others, place]
    drafts.keep(talk, poll)
    await show_places(talk, poll)


async def choose_mirror(talk: Talk, poll: Poll, given: str) -> None:
    if given not in {LINK, NATIVE}:
        talk.toast("button-old", alert=True)
        return
    poll.mirror = given
    drafts.keep(talk, poll)
    await show_places(talk, poll)

"""When a poll opens and closes: from the calendar, or in words."""

from __future__ import annotations

from handlers import calendar, steps
from handlers.keyboards import Button, button
from handlers.polls import drafts
from handlers.refusals import refuse
from handlers.talk import Talk
from locales.text import clean
from locales.words import Html
from services.polls import DAY
from services.refusal import Refusal
from storage.polls import Poll

LASTING = (1, 3, 7, 14)  # days


async def ask_opens(talk: Talk, poll: Poll, _: str = "") -> None:
    talk.wait_for(steps.POLL_WHEN, poll=poll.id, which="opens")
    now = [button(talk.own.plain("button-now"), f"polls:now:{poll.id}")]
    calendar.offer(talk, f"polls:from:{poll.id}", _text(talk, "opens"), above=now, below=[drafts.back(talk, poll)])


async def ask_closes(talk: Talk, poll: Poll, _: str = "") -> None:
    talk.wait_for(steps.POLL_WHEN, poll=poll.id, which="closes")
    lasting = [_lasting(talk, poll, days) for days in LASTING]
    calendar.offer(talk, f"polls:to:{poll.id}", _text(talk, "closes"), above=lasting, below=[drafts.back(talk, poll)])


def _text(talk: Talk, which: str) -> Html:
    return talk.own("poll-ask-opens" if which == "opens" else "poll-ask-closes")


def _lasting(talk: Talk, poll: Poll, days: int) -> Button:
    return button(talk.own.plain("poll-days", count=days), f"polls:lasts:{poll.id}:{days}")


async def at_once(talk: Talk, poll: Poll, _: str) -> None:
    poll.opens = None
    drafts.keep(talk, poll)
    await drafts.show(talk, poll)


async def lasts(talk: Talk, poll: Poll, given: str) -> None:
    if given not in {str(days) for days in LASTING}:
        talk.toast("button-old", alert=True)
        return
    await _put(talk, poll, "closes", (poll.opens or talk.now) + int(given) * DAY)


async def opens_pressed(talk: Talk, poll: Poll, given: str) -> None:
    await _pressed(talk, poll, "opens", f"polls:from:{poll.id}", given)


async def closes_pressed(talk: Talk, poll: Poll, given: str) -> None:
    await _pressed(talk, poll, "closes", f"polls:to:{poll.id}", given)


async def _pressed(talk: Talk, poll: Poll, which: str, prefix: str, given: str) -> None:
    """A press in the calendar."""
    chosen = calendar.pressed(talk, prefix, given, _text(talk, which), below=[drafts.back(talk, poll)])
    if chosen is not None:
        await _put(talk, poll, which, chosen)


async def typed(talk: Talk) -> bool:
    """«فردا ۱۰ صبح»."""
    text = clean((talk.message and talk.message.text) or "")
    which = talk.dialogue.data["which"]
    poll = await drafts.awaited(talk) if text else None
    if poll:
        try:
            await _put(talk, poll, which, calendar.typed(talk, text, late="poll-too-late"))
        except Refusal as refusal:
            await refuse(talk, refusal)
    return bool(text)


async def _put(talk: Talk, poll: Poll, which: str, at: int) -> None:
    setattr(poll, which, at)
    drafts.keep(talk, poll)
    await drafts.show(talk, poll)

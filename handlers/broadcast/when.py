"""«زمان‌بندی»: at once, at a time from the calendar or in words, and over how many hours."""

from __future__ import annotations

from handlers import calendar, steps
from handlers.broadcast import drafts, keyboard, panel
from handlers.keyboards import Button, button
from handlers.refusals import refuse
from handlers.talk import Talk
from locales.text import clean
from locales.words import Html
from services.broadcasts import HOUR
from services.refusal import Refusal
from storage.broadcasts import Broadcast

SPREADS = (0, 2, 4, 8)  # hours


async def show(talk: Talk, draft: Broadcast, _: str = "") -> None:
    talk.wait_for(steps.BROADCAST_WHEN, broadcast=draft.id)
    calendar.offer(talk, _prefix(draft), _text(talk, draft), above=[_now(talk, draft)], below=_below(talk, draft))


def _prefix(draft: Broadcast) -> str:
    return f"broadcast:day:{draft.id}"


def _text(talk: Talk, draft: Broadcast) -> Html:
    return Html(
        "\n".join([talk.own("broadcast-when-ask"), talk.own("broadcast-spread-ask"), *panel.when_lines(talk, draft)])
    )


def _now(talk: Talk, draft: Broadcast) -> Button:
    return button(talk.own.plain("button-now"), f"broadcast:now:{draft.id}")


def _below(talk: Talk, draft: Broadcast) -> list[list[Button]]:
    return [[_spread(talk, draft, hours) for hours in SPREADS], keyboard.back(talk.own, draft)]


def _spread(talk: Talk, draft: Broadcast, hours: int) -> Button:
    mark = "✅ " if draft.spread == hours * HOUR else ""
    label = talk.own.plain("broadcast-hours", count=hours) if hours else talk.own.plain("broadcast-no-spread")
    return button(mark + label, f"broadcast:spread:{draft.id}:{hours}")


async def at_once(talk: Talk, draft: Broadcast, _: str) -> None:
    await _put(talk, draft, None)


async def pressed(talk: Talk, draft: Broadcast, given: str) -> None:
    """A press in the calendar."""
    chosen = calendar.pressed(talk, _prefix(draft), given, _text(talk, draft), below=_below(talk, draft))
    if chosen is not None:
        await _put(talk, draft, chosen)


async def spread(talk: Talk, draft: Broadcast, given: str) -> None:
    if given not in {str(hours) for hours in SPREADS}:
        talk.toast("button-old", alert=True)
        return
    draft.spread = int(given) * HOUR
    drafts.keep(talk, draft)
    await show(talk, draft)


async def typed(talk: Talk) -> bool:
    """«فردا ۱۰ صبح»."""
    text = clean((talk.message and talk.message.text) or "")
    if not text:
        return False
    draft = await drafts.awaited(talk)
    if draft:
        try:
            await _put(talk, draft, calendar.typed(talk, text, late="broadcast-too-late"))
        except Refusal as refusal:
            await refuse(talk, refusal)
    return True


async def _put(talk: Talk, draft: Broadcast, start: int | None) -> None:
    draft.start_at = start
    drafts.keep(talk, draft)
    await panel.show(talk, draft)

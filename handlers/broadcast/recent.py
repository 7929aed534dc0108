"""The broadcasts so far: a list in /admin, and each of them opened."""

from __future__ import annotations

from handlers.broadcast import drafts, figures, gist, keyboard, panel, posted
from handlers.keyboards import Button, button, inline
from handlers.talk import Talk
from locales.words import DEFAULT, Html
from services import broadcasts as service
from storage import broadcasts
from storage.broadcasts import CONFIRMING, DONE, Broadcast

PAGE = 8
SHOWN = 300  # characters of what it says


async def show(talk: Talk, given: str = "") -> None:
    skip = drafts.number_in(given)
    found = await broadcasts.newest(talk.tx, PAGE + 1, skip)
    labels = await gist.labels(talk, found[:PAGE])
    rows = [[button(label, f"broadcast:open:{number}")] for number, label in labels.items()]
    new = [button(talk.own.plain("button-new-broadcast"), "broadcast:new")]
    back = [button(talk.own.plain("button-back"), "admin:menu")]
    pages = _pages(talk, skip, more=len(found) > PAGE)
    talk.show(talk.own("broadcasts-head" if rows else "broadcasts-none"), inline(new, *rows, pages, back))


def _pages(talk: Talk, skip: int, *, more: bool) -> list[Button]:
    newer, older = talk.own.plain("button-newer"), talk.own.plain("button-older")
    buttons = [button(newer, f"broadcast:recent:{max(skip - PAGE, 0)}")] if skip else []
    return buttons + ([button(older, f"broadcast:recent:{skip + PAGE}")] if more else [])


async def open_(talk: Talk, broadcast: Broadcast, _: str = "") -> None:
    """As it stands now, with all that may be done with it."""
    own = talk.own
    now = await service.figures(talk.tx, broadcast)
    said = gist.of(own, (await broadcasts.content(talk.tx, broadcast.id)).get(DEFAULT, ()), SHOWN)
    audience = panel.audience_line(talk, own, broadcast)
    over = await posted.is_over(talk, broadcast)
    doubtful = await posted.doubtful(talk, broadcast, over=over) if broadcast.state == DONE else []
    if broadcast.state == DONE:
        text = await figures.in_the_end(talk, own, broadcast, now, doubtful)
    else:
        text = figures.under_way(talk, own, broadcast, now, None, None)
    again = posted.buttons(own, broadcast, doubtful)
    ended = keyboard.at_the_end(own, broadcast, now, again, over=over)
    buttons = keyboard.of_state(own, broadcast) or ended or inline()
    asked = broadcast.state == CONFIRMING and broadcast.author != talk.person.id
    rows = [
        *([keyboard.decision(own, broadcast)] if asked else []),
        *buttons["inline_keyboard"],
        [button(own.plain("button-refresh"), f"broadcast:open:{broadcast.id}")],
        [button(own.plain("button-back"), "broadcast:recent:0")],
    ]
    talk.show(Html("\n".join([text, own("broadcast-says", said=said), audience])), inline(*rows))

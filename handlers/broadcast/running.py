"""What can be done with a broadcast that is on its way, or over: pause, go on, cancel, again, the list."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.broadcast import listing, posted, recent, shown
from handlers.keyboards import button, inline
from handlers.refusals import refuse
from handlers.talk import Talk
from services import broadcasts as service
from services.refusal import Refusal
from storage import broadcasts, people, posts
from storage.broadcasts import Broadcast
from storage.database import Transaction
from storage.errands import Errand
from storage.outbox import ANSWER
from storage.recipients import FAILED, UNSURE

Step = Callable[[Transaction, int, int, int], Awaitable[None]]


async def pause(talk: Talk, broadcast: Broadcast, _: str) -> None:
    await _do(talk, broadcast, service.pause)


async def resume(talk: Talk, broadcast: Broadcast, _: str) -> None:
    await _do(talk, broadcast, service.resume)


async def ask_to_stop(talk: Talk, broadcast: Broadcast, _: str) -> None:
    """In a message of its own: the one with the bar goes on to change."""
    yes = button(talk.own.plain("button-stop-yes"), f"broadcast:stopped:{broadcast.id}")
    no = button(talk.own.plain("button-never-mind"), f"broadcast:never:{broadcast.id}")
    talk.say("broadcast-stop-sure", inline([yes], [no]), number=broadcast.id)


async def stop(talk: Talk, broadcast: Broadcast, _: str) -> None:
    talk.close_buttons()
    talk.toast("broadcast-stopped")
    await _do(talk, broadcast, service.cancel)


async def never_mind(talk: Talk, _: Broadcast, __: str) -> None:
    talk.show(talk.own("never-mind"))


async def _do(talk: Talk, broadcast: Broadcast, step: Step) -> None:
    try:
        await step(talk.tx, broadcast.id, talk.person.id, talk.now)
    except Refusal as refusal:
        await refuse(talk, refusal)
    await show(talk, broadcast)


async def show(talk: Talk, broadcast: Broadcast) -> None:
    """As it is now, in the author's message; to another administrator, who has opened it from the list, there, too."""
    known = await broadcasts.get(talk.tx, broadcast.id) or broadcast
    await shown.progress(talk, known, await service.figures(talk.tx, known), None, None, lane=ANSWER)
    hanging = await posts.find(talk.tx, [shown.message_name(known.id)])
    if talk.shown_in() and hanging.get(shown.message_name(known.id)) != (talk.chat.chat_id, talk.shown_in()):
        await recent.open_(talk, known)


async def again_failed(talk: Talk, broadcast: Broadcast, _: str) -> None:
    await _again(talk, broadcast, FAILED)


async def warn_of_unsure(talk: Talk, broadcast: Broadcast, _: str) -> None:
    yes = button(talk.own.plain("button-again-yes"), f"broadcast:unsured:{broadcast.id}")
    no = button(talk.own.plain("button-never-mind"), f"broadcast:never:{broadcast.id}")
    talk.say("broadcast-unsure-sure", inline([yes], [no]))


async def again_unsure(talk: Talk, broadcast: Broadcast, _: str) -> None:
    await _again(talk, broadcast, UNSURE)


async def _again(talk: Talk, broadcast: Broadcast, state: str) -> None:
    if await posted.is_over(talk, broadcast):
        talk.toast("button-old", alert=True)
        return
    await _anew(talk, broadcast, service.send_again(talk.tx, broadcast.id, state, talk.person.id, talk.now))


async def post_again(talk: Talk, broadcast: Broadcast, given: str) -> None:
    """Where a channel or group has perhaps not got it."""
    post = await posted.chosen(talk, broadcast, given)
    if post is None:
        talk.toast("button-old", alert=True)
    else:
        await _anew(talk, broadcast, service.post_again(talk.tx, broadcast, post, talk.person.id, talk.now))


async def _anew(talk: Talk, broadcast: Broadcast, step: Awaitable[None]) -> None:
    """A new message with the bar: the first is far above by now."""
    talk.close_buttons()
    try:
        await step
    except Refusal as refusal:
        await refuse(talk, refusal)
        return
    posts.forget(talk.tx, shown.message_name(broadcast.id))
    await show(talk, broadcast)


async def ask_for_list(talk: Talk, broadcast: Broadcast, _: str) -> None:
    """A long list takes a while to write, in which nobody is kept waiting. Who asked for it is written down."""
    people.note(talk.tx, talk.person.id, "broadcast:list", str(broadcast.id), talk.now)
    name = f"{listing.LIST}:{broadcast.id}:{talk.person.id}:{talk.now}"
    arguments = {"broadcast": broadcast.id, "to": talk.person.id}
    talk.at_once(Errand(name, listing.LIST, arguments, talk.now))
    talk.toast("broadcast-list-soon")

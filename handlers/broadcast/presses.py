"""All buttons of broadcasts, with the right to press them asked at each press."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.broadcast import audience, compose, drafts, options, panel, places, preview, recent, running, send, when
from handlers.talk import Talk
from storage import broadcasts
from storage.broadcasts import DRAFT, DROPPED, Broadcast

Pressed = Callable[[Talk, Broadcast, str], Awaitable[None]]  # with what stands behind the broadcast's number

OF_DRAFT: dict[str, Pressed] = {
    "panel": panel.show,
    "versions": compose.versions,
    "version": compose.ask_version,
    "unversion": compose.drop_version,
    "button": compose.ask_button,
    "act": compose.choose_action,
    "unbutton": compose.drop_button,
    "drop": compose.drop,
    "audience": audience.ask,
    "everybody": audience.everybody,
    "unrule": audience.drop_rule,
    "save": audience.ask_name,
    "saved": audience.saved,
    "use": audience.use,
    "forget": audience.forget,
    "topic": options.ask_topic,
    "about": options.choose_topic,
    "urgent": options.toggle_urgent,
    "places": places.show,
    "place": places.toggle,
    "when": when.show,
    "now": when.at_once,
    "day": when.pressed,
    "spread": when.spread,
    "preview": preview.show,
    "send": send.send,
}
OF_SENT: dict[str, Pressed] = {
    "open": recent.open_,
    "confirm": send.confirm,
    "reject": send.reject,
    "pause": running.pause,
    "resume": running.resume,
    "stop": running.ask_to_stop,
    "stopped": running.stop,
    "never": running.never_mind,
    "failed": running.again_failed,
    "unsure": running.warn_of_unsure,
    "unsured": running.again_unsure,
    "post": running.post_again,
    "list": running.ask_for_list,
}


async def pressed(talk: Talk, verb: str, argument: str) -> None:
    if not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        talk.toast("only-administrators", alert=True)
    elif not talk.private:
        talk.toast("button-old", alert=True)
    elif verb == "new":
        await compose.begin(talk)
    elif verb == "recent":
        await recent.show(talk, argument)
    else:
        await _with_broadcast(talk, verb, *argument.partition(":")[::2])


async def _with_broadcast(talk: Talk, verb: str, number: str, given: str) -> None:
    broadcast = await broadcasts.get(talk.tx, drafts.number_in(number))
    if verb in OF_DRAFT:
        if broadcast is None or not drafts.is_open(talk, broadcast):
            talk.toast("broadcast-draft-gone", alert=True)
        else:
            await OF_DRAFT[verb](talk, broadcast, given)
    elif verb in OF_SENT and broadcast and broadcast.state not in {DRAFT, DROPPED}:
        await OF_SENT[verb](talk, broadcast, given)
    else:
        talk.toast("button-old", alert=True)

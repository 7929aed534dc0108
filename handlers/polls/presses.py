"""All buttons of those who make polls and answer for them, with the right to press them asked at each press."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.polls import audience, decide, drafts, export, free, make, manage, options, send, share, when
from handlers.polls.numbers import number_in
from handlers.refusals import refuse
from handlers.talk import Talk
from services import polls as service
from services.polls import OPEN, Standing
from services.refusal import Refusal
from storage import polls
from storage.polls import Poll


async def _send(talk: Talk, poll: Poll, _: str) -> None:
    """«ارسال»."""
    try:
        await service.launch(talk.tx, poll, talk.now)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return
    drafts.ask_no_more(talk)
    if poll.state == OPEN:
        await send.invite(talk, poll)
    talk.toast("poll-sent" if poll.state == OPEN else "poll-scheduled")
    await manage.show(talk, poll, Standing(administers=True, manages=True))


async def _see(talk: Talk, poll: Poll, standing: Standing, _: str) -> None:
    await manage.show(talk, poll, standing)


OF_DRAFT: dict[str, Callable[[Talk, Poll, str], Awaitable[None]]] = {
    "panel": drafts.show,
    "add": make.add,
    "kind": make.choose_kind,
    "options": make.options_done,
    "most": make.choose_most,
    "drop": make.drop,
    "discard": make.discard,
    "anonymous": options.toggle_anonymous,
    "shown": options.ask_shown,
    "show": options.choose_shown,
    "remind": options.toggle_remind,
    "places": options.show_places,
    "place": options.toggle_place,
    "mirror": options.choose_mirror,
    "look": options.look,
    "audience": audience.ask,
    "everybody": audience.everybody,
    "unrule": audience.drop_rule,
    "opens": when.ask_opens,
    "closes": when.ask_closes,
    "now": when.at_once,
    "lasts": when.lasts,
    "from": when.opens_pressed,
    "to": when.closes_pressed,
    "send": _send,
}
Managed = Callable[[Talk, Poll, Standing, str], Awaitable[None]]
OF_ADMINISTRATORS: dict[str, Managed] = {
    "stop": manage.ask_to_close,
    "close": manage.close,
    "nudge": manage.remind_now,
    "recall": manage.recall,
    "link": share.send,
    "csv": export.as_csv,
    "xlsx": export.as_xlsx,
}
OF_MANAGERS: dict[str, Managed] = {
    "see": _see,
    "areas": manage.areas,
    "words": free.show,
    "decide": decide.ask_decision,
    "follow": decide.ask_follow_up,
}
CHANGES = frozenset({"close", "nudge", "recall"})  # whoever only looks must not wait for those who vote
IN_GROUPS = frozenset({"decide", "follow"})


async def pressed(talk: Talk, verb: str, argument: str) -> None:
    """`polls:<verb>:<poll>:<given>`."""
    number, _, given = argument.partition(":")
    if verb in {"list", "new"} or verb in OF_DRAFT:
        await _as_administrator(talk, verb, number, given)
    else:
        await _with_poll(talk, verb, number, given)


async def _as_administrator(talk: Talk, verb: str, number: str, given: str) -> None:
    if not await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        talk.toast("only-administrators", alert=True)
    elif not talk.private:
        talk.toast("button-old", alert=True)
    elif verb == "list":
        await manage.listed(talk, number)
    elif verb == "new":
        await make.begin(talk)
    else:
        poll = await polls.get(talk.tx, number_in(number), lock="update")
        if poll is None or not drafts.is_open(talk, poll):
            talk.close_buttons()
            talk.toast("poll-draft-gone", alert=True)
        else:
            await OF_DRAFT[verb](talk, poll, given)


async def _with_poll(talk: Talk, verb: str, number: str, given: str) -> None:
    handler = OF_ADMINISTRATORS.get(verb) or OF_MANAGERS.get(verb)
    poll = await polls.get(talk.tx, number_in(number), lock="update" if verb in CHANGES else "") if handler else None
    if handler is None or poll is None or poll.state == service.DRAFT or not (talk.private or verb in IN_GROUPS):
        talk.toast("button-old", alert=True)
        return
    standing = await service.standing(talk.tx, talk.house.rights, talk.house.city, poll, talk.person.id)
    if verb in OF_ADMINISTRATORS and not standing.administers:
        talk.toast("only-administrators", alert=True)
    elif not standing.manages:
        talk.toast("poll-not-manager", alert=True)
    else:
        await handler(talk, poll, standing, given)

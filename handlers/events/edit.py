"""Taking what is said of an event, pressed or written: into the draft, or into what people come to already."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers import calendar, steps
from handlers.events import announce, desk, fields, make, manage, notices, telling
from handlers.refusals import refuse
from handlers.talk import Talk
from services import event_form
from services import events as service
from services.refusal import Refusal
from storage import events
from storage.events import DRAFT, Event


async def chosen(talk: Talk, event: Event, argument: str) -> None:
    """`event:set:<id>:<field>:<scope>:<value>`."""
    name, scope, value = [*argument.split(":", 2), "", ""][:3]
    if fields.open_to(event, name):
        await _take(talk, event, scope, lambda: _read(talk, name, value))
    else:
        talk.toast("button-old", alert=True)


async def picked(talk: Talk, event: Event, argument: str) -> None:
    """`event:cal:<id>:<scope>:<…>`: a press in the calendar."""
    scope, _, given = argument.partition(":")
    prefix = f"event:cal:{event.id}:{scope}"
    at = calendar.pressed(talk, prefix, given, talk.own("event-ask-when"), below=[[fields.back(talk, event)]])
    if at is not None:
        await _take(talk, event, scope, lambda: {"starts": at})


async def typed(talk: Talk) -> bool:
    """What answers the question that was asked last: words, a photo, or a place on the map."""
    data = talk.dialogue.data
    event = await events.get(talk.tx, data["event"])
    if event is None or not fields.open_to(event, data["field"]) or not await desk.may_edit(talk, event):
        fields.ask_no_more(talk)
        talk.say("event-draft-gone")
        return True
    name, group = data["field"], talk.message.media_group_id if talk.message else ""
    await _take(talk, event, data["scope"], lambda: _read_message(talk, name))
    if name == "photo" and group:
        talk.wait_for(steps.EVENT_ALBUM, album=group)
    return True


async def album(talk: Talk) -> bool:
    """One photo is enough: the others that came with it are not the beginning of something else."""
    return bool(talk.message and talk.message.media_group_id == talk.dialogue.data["album"])


def _read(talk: Talk, name: str, text: str) -> dict[str, Any]:
    """Raises Refusal."""
    if name == "photo":
        return _no_photo(text)
    return event_form.read(name, text, talk.house.city, talk.now)


def _no_photo(text: str) -> dict[str, Any]:
    """Raises Refusal for words in place of a photo."""
    if text != fields.NONE:
        raise Refusal("event-unclear-photo")
    return {"photo": ""}


def _read_message(talk: Talk, name: str) -> dict[str, Any]:
    """Raises Refusal."""
    assert talk.message  # noqa: S101  # steps are for messages
    message = talk.message
    if name == "photo" and message.attachment and message.attachment.kind == "photo":
        return {"photo": message.attachment.file_id}
    if name == "place" and message.location:
        named = {"place": message.venue} if message.venue else {}
        return {**named, "lat": message.location.latitude, "lon": message.location.longitude}
    return _read(talk, name, message.text or message.caption)


async def _take(talk: Talk, event: Event, scope: str, read: Callable[[], dict[str, Any]]) -> None:
    try:
        given = read()
        await _check_centre(talk, given.get("centre"))
        await _put(talk, event, scope, given)
    except Refusal as refusal:
        await refuse(talk, refusal)


async def _check_centre(talk: Talk, centre: str | None) -> None:
    """Raises Refusal for one that is not theirs."""
    if centre and not await talk.house.rights.runs(talk.tx, talk.person.id, centre):
        raise Refusal("event-not-your-centre")


async def _put(talk: Talk, event: Event, scope: str, given: dict[str, Any]) -> None:
    """Raises Refusal."""
    if event.state == DRAFT:
        draft = await service.edit(talk.tx, event.id, now=talk.now, **given)
        fields.ask_no_more(talk)
        await make.go_on(talk, draft)
        return
    change = service.change_all if scope == fields.ALL else service.change
    zone, quiet = talk.house.city.zone, talk.house.quiet
    made = await change(talk.tx, zone, event.id, talk.person.id, quiet=quiet, now=talk.now, **given)
    fields.ask_no_more(talk)
    changes = made if isinstance(made, list) else [made]
    for each in changes:
        await announce.renew(talk, each.event)
        telling.changed(talk, each)
        await notices.offers(talk, each.event, each.offers)
    await manage.show(talk, changes[0].event, note=talk.own("event-saved"), scope=scope)


VERBS: dict[str, Callable[[Talk, Event, str], Awaitable[None]]] = {
    "field": fields.pressed,
    "set": chosen,
    "cal": picked,
}

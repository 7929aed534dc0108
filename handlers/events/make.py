"""/newevent: a form in one message, or one question after the other; and the draft with all that can be changed."""

from __future__ import annotations

from handlers.events import announce, fields, manage, shown, telling
from handlers.keyboards import Keyboard, button, inline
from handlers.refusals import refuse
from handlers.talk import Talk
from locales.words import Html
from services import demand, event_form
from services import events as service
from services.event_form import Unclear
from services.refusal import Refusal
from storage import events
from storage.events import DRAFT, Event


async def begin(talk: Talk, form: str = "") -> None:
    """/newevent, alone or with a form below it."""
    centres = await talk.house.rights.centres(talk.tx, talk.person.id, talk.house.city)
    if not centres:
        talk.say("only-officers")
        return
    draft = service.blank(talk.person.id, talk.now)
    if len(centres) == 1:
        draft.centre, draft.area = centres[0], talk.house.city.centres[centres[0]].area
    if form:
        await _filled(talk, draft, form, centres)
        return
    before = await events.draft_of(talk.tx, talk.person.id)
    if before:
        offered = inline(
            [button(talk.own.plain("button-earlier-event"), f"event:panel:{before.id}")],
            [button(talk.own.plain("button-new-event"), f"event:afresh:{before.id}")],
        )
        talk.say("event-draft-there", offered, title=before.title or talk.own.plain("event-untitled"))
        return
    await go_on(talk, await events.add(talk.tx, draft))


async def _filled(talk: Talk, draft: Event, form: str, centres: list[str]) -> None:
    """Nothing is made of a form with a line that cannot be understood."""
    try:
        event_form.fill(draft, event_form.lines_of(form), talk.house.city, talk.now)
    except Unclear as unclear:
        said = [talk.own("event-unclear-head"), *(fault(talk, each) for each in unclear.faults)]
        talk.say_html(Html("\n".join(said)))
        return
    if draft.centre and draft.centre not in centres:
        talk.say("event-not-your-centre")
    else:
        await go_on(talk, await events.add(talk.tx, draft))


def fault(talk: Talk, found: event_form.Fault) -> Html:
    """The line, and what is wrong with it."""
    why = talk.own(found.reason, **found.details)
    return talk.own("event-unclear", line=found.shown, why=why)


async def afresh(talk: Talk, before: Event, _: str) -> None:
    """Another one in place of the draft that lay there."""
    events.drop(talk.tx, before.id)
    talk.close_buttons()
    await begin(talk)


async def go_on(talk: Talk, draft: Event) -> None:
    """Ask for what is missing; with nothing missing, show the draft."""
    asked = {"title": "title", "starts": "when", "centre": "where"}
    missing = service.missing(draft)
    if missing:
        await fields.ask(talk, draft, asked[missing])
    else:
        await panel(talk, draft)


async def panel(talk: Talk, event: Event, _: str = "") -> None:
    """The draft as people will see it, and a button for everything that can be said of it."""
    if event.state != DRAFT:
        await manage.show(talk, event)
        return
    if service.missing(event):
        await go_on(talk, event)
        return
    fields.ask_no_more(talk)
    below = [Html(""), talk.own("event-panel")]
    card = shown.card(talk.house, talk.own, event, talk.now, around=below)
    shown.put(talk, Html("\n".join([*card, *below])), _buttons(talk, event), photo=event.photo)


def _buttons(talk: Talk, event: Event) -> Keyboard:
    own, number = talk.own, event.id
    return inline(
        *fields.buttons(talk, event, fields.OF_DRAFT),
        [
            button(own.plain("button-publish"), f"event:publish:{number}"),
            button(own.plain("button-drop-event"), f"event:drop:{number}"),
        ],
    )


async def drop(talk: Talk, event: Event, _: str) -> None:
    if event.state == DRAFT:
        events.drop(talk.tx, event.id)
        fields.ask_no_more(talk)
        talk.close_buttons()
        talk.say("event-dropped")
    else:
        talk.toast("event-not-now", alert=True)


async def publish(talk: Talk, event: Event, _: str) -> None:
    """«انتشار»."""
    try:
        made = await service.publish(
            talk.tx, talk.house.city.zone, event.id, talk.person.id, quiet=talk.house.quiet, now=talk.now
        )
    except Refusal as refusal:
        await refuse(talk, refusal)
        return
    fields.ask_no_more(talk)
    asked = await demand.answered(talk.tx, event.id, talk.person.id, talk.now)
    telling.answered(talk, made[0], asked)
    told = await announce.announce(talk, made[0])
    await manage.show(talk, made[0], note=_note(talk, len(made), told))


def _note(talk: Talk, weeks: int, told: int) -> Html:
    own = talk.own
    lines = [own("event-published", count=told) if told else own("event-published-quietly")]
    if weeks > 1:
        lines.append(own("event-published-weeks", count=weeks))
    return Html("\n".join(lines))

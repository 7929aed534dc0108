"""«ارسال»: on its way, at its time; an urgent one once another administrator has confirmed it."""

from __future__ import annotations

from handlers.broadcast import drafts, figures, keyboard, panel, preview, shown
from handlers.keyboards import button, inline
from handlers.refusals import refuse
from handlers.talk import Talk
from handlers.voice import Address, Voice
from locales.words import Html, words
from services import broadcasts as service
from services.refusal import Refusal
from storage import broadcasts, people, posts
from storage.broadcasts import CONFIRMING, Broadcast
from storage.outbox import ANSWER, NOTICE
from storage.people import Person

CONFIRM, REJECT, LATE = "confirm", "reject", "late"
DECIDED = {CONFIRM: "broadcast-confirmed", REJECT: "broadcast-rejected", LATE: "broadcast-confirmed-late"}


async def send(talk: Talk, draft: Broadcast, _: str) -> None:
    try:
        others = await _others(talk, draft)
        await _check(talk, draft, others)
        sent = await service.submit(talk.tx, draft, talk.now)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return
    drafts.ask_no_more(talk)
    await follow(talk, sent)
    if sent.state == CONFIRMING:
        for person in others:
            await _ask(talk, person, sent)


async def _others(voice: Voice, broadcast: Broadcast) -> list[Person]:
    """The other administrators who can be written to."""
    ids = [each for each in await voice.house.rights.administrators(voice.tx) if each != broadcast.author]
    known = await people.several_people(voice.tx, ids) if ids else {}
    return [person for person in known.values() if person.seen and not person.away]


async def _check(talk: Talk, draft: Broadcast, others: list[Person]) -> None:
    """Raises Refusal."""
    if draft.urgent and not others:
        raise Refusal("broadcast-no-second")
    at_once = draft.start_at is None and not draft.places
    if at_once and not (await service.counted(talk.tx, draft, talk.now)).count:
        raise Refusal("broadcast-nobody")


async def follow(talk: Talk, broadcast: Broadcast) -> None:
    """From now on the author's message shows how it goes: the panel that was pressed, or a new one.

    Whoever sends knows by heart where it has hung before, as of one that was rejected: then it is a new one.
    """
    name, pressed = shown.message_name(broadcast.id), talk.shown_in()
    if await posts.find(talk.tx, [name]):
        posts.forget(talk.tx, name)
        talk.close_buttons()
    elif pressed:
        posts.add(talk.tx, talk.chat.chat_id, pressed, name, talk.now)
    figures_now = await service.figures(talk.tx, broadcast)
    await shown.progress(talk, broadcast, figures_now, None, None, lane=ANSWER)


# The second administrator


def _asked(broadcast: Broadcast, person: int) -> str:
    return f"confirm:{broadcast.id}:{person}"


async def _ask(talk: Talk, person: Person, broadcast: Broadcast) -> None:
    own, to = words(person.language), Address(person.id)
    await preview.send(talk, to, own, broadcast, lane=NOTICE)
    text = own("broadcast-confirm-ask", name=talk.person.first_name, number=broadcast.id)
    when = own("broadcast-panel-when", when=figures.begins_in_words(talk, own, broadcast))
    without = await panel.without_version(talk, broadcast, await broadcasts.content(talk.tx, broadcast.id))
    lines = [text, *await panel.audience_lines(talk, own, broadcast), *panel.version_lines(own, without), when]
    talk.write(
        to, Html("\n".join(lines)), inline(keyboard.decision(own, broadcast)), about=_asked(broadcast, person.id)
    )


async def confirm(talk: Talk, broadcast: Broadcast, _: str) -> None:
    """Nothing is sent for an author who is no administrator any more, nor long after its time."""
    if not await talk.house.rights.is_administrator(talk.tx, broadcast.author):
        await refuse(talk, Refusal("broadcast-author-gone"))
    else:
        await _decide(talk, broadcast, LATE if service.is_overdue(broadcast, talk.now) else CONFIRM)


async def reject(talk: Talk, broadcast: Broadcast, _: str) -> None:
    await _decide(talk, broadcast, REJECT)


async def _decide(talk: Talk, broadcast: Broadcast, decision: str) -> None:
    try:
        if decision == CONFIRM:
            await service.confirm(talk.tx, broadcast, talk.person.id, talk.now)
        else:
            await service.reject(talk.tx, broadcast, talk.person.id, talk.now)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return
    talk.toast(DECIDED[decision], name=talk.person.first_name, number=broadcast.id)
    await _close_questions(talk, broadcast, decision)
    await _tell_author(talk, broadcast, decision)


async def _close_questions(talk: Talk, broadcast: Broadcast, decision: str) -> None:
    """Everybody who was asked sees who has decided."""
    others = await _others(talk, broadcast)
    asked = await posts.sent_or_coming(talk.tx, [_asked(broadcast, person.id) for person in others])
    for person in others:
        if _asked(broadcast, person.id) in asked:
            said = words(person.language)(DECIDED[decision], name=talk.person.first_name, number=broadcast.id)
            talk.edit(person.id, _asked(broadcast, person.id), said)


async def _tell_author(talk: Talk, broadcast: Broadcast, decision: str) -> None:
    author = await people.get(talk.tx, broadcast.author)
    own = words(author.language) if author else talk.words()
    text = own(DECIDED[decision], name=talk.person.first_name, number=broadcast.id)
    if decision == CONFIRM:
        talk.write(Address(broadcast.author), text)
        await shown.progress(talk, broadcast, await service.figures(talk.tx, broadcast), None, None)
        return
    talk.unbutton(broadcast.author, shown.message_name(broadcast.id))
    again = inline([button(own.plain("button-open-draft"), f"broadcast:panel:{broadcast.id}")])
    talk.write(Address(broadcast.author), text, again)

"""Many events at once, from a spreadsheet: a table to fill in, what is wrong with it, and «انتشار»."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, NamedTuple

from handlers import steps
from handlers.chores import Arguments, Chore
from handlers.events import announce, shown
from handlers.incoming import Message
from handlers.keyboards import button, inline
from handlers.talk import Talk
from handlers.voice import Address, Voice
from locales.text import shortened
from locales.words import LEFT_TO_RIGHT, Html, Words, words
from services import event_sheet as service
from services import sheets
from services.event_sheet import Fault, Faulty
from services.events import AUDIENCES, KINDS
from storage import event_sheets, people
from storage.errands import Errand
from storage.events import Event
from storage.outbox import ANSWER
from storage.people import Person

ENDINGS = (".xlsx", ".csv")
COMMAND = "/newevent"
FAULTS_SHOWN = 20
MOST_DIGITS = 15


# The table to fill in


class Blank(NamedTuple):
    title: str
    head: list[str]
    rtl: bool


async def offer(talk: Talk, _: str) -> None:
    """«ورود از جدول»."""
    if not await talk.house.rights.centres(talk.tx, talk.person.id, talk.house.city):
        talk.toast("only-officers", alert=True)
        return
    talk.wait_for(steps.SHEET)
    if talk.query is not None:
        arguments = {"person": talk.person.id}
        talk.at_once(Errand(f"template:{talk.person.id}:{talk.query.id}", "template", arguments, talk.now))


async def _blank(voice: Voice, arguments: Arguments) -> Blank | None:
    person = await people.get(voice.tx, arguments["person"])
    if person is None:
        return None
    own = words(person.language)
    return Blank(own.plain("sheet-title"), service.head(own.language), own.language not in LEFT_TO_RIGHT)


async def _write(blank: Blank) -> bytes:
    return await sheets.write(blank.title, [blank.head], rtl=blank.rtl)


async def _hand_over(voice: Voice, arguments: Arguments, data: Any) -> None:
    person = await people.get(voice.tx, arguments["person"])
    if person is None:
        return
    own, to = words(person.language), Address(person.id)
    comma = own.plain("list-comma")
    kinds = comma.join(own.plain(f"event-kind-{kind}") for kind in KINDS)
    audiences = comma.join(own.plain(f"event-for-{name}") for name in AUDIENCES)
    text = own("sheet-template", kinds=kinds, audiences=audiences)
    if data is None:
        voice.write(to, text, lane=ANSWER)
    else:
        voice.document(to, "events.xlsx", sheets.MIME, data, text, lane=ANSWER)


TEMPLATE = Chore(_write, _hand_over, _blank)


# The table as it comes back


async def sent(talk: Talk, message: Message) -> bool:
    """A table, from whoever is making events; or one that says itself what it is."""
    name = str((message.raw.get("document") or {}).get("file_name", "")).lower()
    asked = talk.awaited in {steps.SHEET, steps.EVENT_FIELD} or message.caption.startswith(COMMAND)
    if message.attachment is None or not name.endswith(ENDINGS) or not asked:
        return False
    if not await talk.house.rights.centres(talk.tx, talk.person.id, talk.house.city):
        return False
    talk.rest()
    arguments = {"file": message.attachment.file_id, "person": talk.person.id}
    talk.at_once(Errand(f"sheet:{talk.person.id}:{message.message_id}", "sheet", arguments, talk.now))
    talk.say("sheet-reading")
    return True


async def _was_read(voice: Voice, arguments: Arguments, table: Any) -> None:
    person = await people.get(voice.tx, arguments["person"])
    if person is None:
        return
    own, to, city = words(person.language), Address(person.id), voice.house.city
    centres = await voice.house.rights.centres(voice.tx, person.id, city)
    if table is None or not centres:
        voice.write(to, own("sheet-unreadable" if centres else "only-officers"), lane=ANSWER)
        return
    try:
        drafts = service.read(table, city, centres, person.id, voice.now)
    except Faulty as faulty:
        voice.write(to, _faults(own, faulty.faults), lane=ANSWER)
        return
    await _preview(voice, person, drafts)


def _faults(own: Words, faults: Sequence[Fault]) -> Html:
    lines = [own("sheet-faulty", count=len(faults)), *(_fault(own, fault) for fault in faults[:FAULTS_SHOWN])]
    if len(faults) > FAULTS_SHOWN:
        lines.append(own("sheet-more", count=len(faults) - FAULTS_SHOWN))
    return Html("\n".join(lines))


def _fault(own: Words, fault: Fault) -> Html:
    why = own(fault.reason, **fault.details)
    if fault.column:
        return own("sheet-fault", row=fault.row, column=shortened(fault.column, shown.TITLE_SHOWN), why=why)
    return own("sheet-fault-row", row=fault.row, why=why)


async def _preview(voice: Voice, person: Person, drafts: Mapping[int, Event]) -> None:
    """How many there are, and the first of them; the rest is as it is in the table."""
    own, city = words(person.language), voice.house.city
    number = await event_sheets.add(voice.tx, person.id, service.kept(drafts), voice.now)
    soonest = sorted(drafts.values(), key=lambda event: event.starts)
    lines = [own("sheet-preview", count=len(drafts)), *shown.by_day(city, own, soonest)]
    choices = [
        button(own.plain("button-publish"), f"events:publish:{number}"),
        button(own.plain("button-cancel"), f"events:drop:{number}"),
    ]
    voice.write(Address(person.id), Html("\n".join(lines)), inline(choices), lane=ANSWER)


READ = Chore(sheets.read, _was_read)


# «انتشار»


async def publish(talk: Talk, argument: str) -> None:
    """All of them, or none."""
    rows = await _taken(talk, argument)
    if rows is None:
        return
    city = talk.house.city
    centres = await talk.house.rights.centres(talk.tx, talk.person.id, city)
    try:
        made = await service.publish(talk.tx, city, rows, centres, talk.person.id, quiet=talk.house.quiet, now=talk.now)
    except Faulty as faulty:
        talk.show(_faults(talk.own, faulty.faults))
        return
    told = await announce.announce_all(talk, made)
    desk = inline([button(talk.own.plain("button-desk"), "events:desk:0")])
    talk.show(talk.own("sheet-published", count=len(made), told=told), desk)


async def drop(talk: Talk, argument: str) -> None:
    if await _taken(talk, argument) is not None:
        talk.show(talk.own("sheet-dropped"))


async def _taken(talk: Talk, argument: str) -> event_sheets.Rows | None:
    """None, and a word about it, for what has been decided before."""
    known = argument.isdecimal() and len(argument) <= MOST_DIGITS
    rows = await event_sheets.take(talk.tx, int(argument), talk.person.id) if known else None
    if rows is None:
        talk.close_buttons()
        talk.toast("button-old", alert=True)
    return rows


PAGES: dict[str, Callable[[Talk, str], Awaitable[None]]] = {
    "sheet": offer,
    "publish": publish,
    "drop": drop,
}

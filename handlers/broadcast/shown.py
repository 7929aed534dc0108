"""What is seen of a broadcast on its way: the message itself, the bar while it runs, the summary at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.broadcast import figures as figures_of
from handlers.broadcast import keyboard, places, posted
from handlers.house import House
from handlers.keyboards import Keyboard, inline
from handlers.voice import Address, Voice
from locales.words import DEFAULT, Words, words
from services import broadcasts as service
from services.broadcasts import Figures
from storage import people, posts
from storage.broadcasts import HOUSE, Broadcast, Call
from storage.outbox import BULK, NOTICE, URGENT
from storage.people import Person

PUBLIC = "public"  # beside the languages: what channels and groups get, where that is not the Persian version
Contents = Mapping[str, Sequence[Call]]  # by language, and what is PUBLIC
BARE = frozenset({"sendMediaGroup"})  # what carries no buttons


def calls(house: House, broadcast: Broadcast, contents: Contents, language: str) -> list[Call]:
    """What somebody gets who reads this language: the Persian version where there is none in theirs."""
    own = words(language)
    buttons = keyboard.under(own, broadcast)
    return [_paid(house, call) for call in _with(own, contents.get(language) or contents[DEFAULT], broadcast, buttons)]


def _with(own: Words, content: Sequence[Call], broadcast: Broadcast, buttons: Keyboard | None) -> list[Call]:
    """The buttons go under the last message, below any of its own, or under a line where that cannot carry any."""
    if buttons is None:
        return list(content)
    *before, last = content
    if last.method in BARE:
        line = Call("sendMessage", {"text": own.plain("broadcast-below", topic=own.plain(f"topic-{broadcast.topic}"))})
        before, last = [*before, last], line
    above = last.parameters.get("reply_markup", {}).get("inline_keyboard", [])
    together = inline(*above, *buttons["inline_keyboard"])
    return [*before, Call(last.method, {**last.parameters, "reply_markup": together})]


def _paid(house: House, call: Call) -> Call:
    return Call(call.method, {**call.parameters, "allow_paid_broadcast": True}) if house.paid else call


async def post_to_places(voice: Voice, broadcast: Broadcast, contents: Contents) -> None:
    """Channels and groups get what is public, once, in doubt not again; what is urgent in the quiet hours, too.

    Those that are the bot's no longer are left out.
    """
    own = voice.words()
    public = contents.get(PUBLIC) or contents[DEFAULT]
    content = _with(own, public, broadcast, keyboard.in_public(voice.house, own, broadcast))
    known = await places.titles(voice) if broadcast.places else {}
    there = [place for place in broadcast.places if place in known]
    if lost := len(broadcast.places) - len(there):
        for person in await _watchers(voice, broadcast):
            said = words(person.language)("broadcast-places-gone", number=broadcast.id, count=lost)
            voice.write(Address(person.id), said)
    for place in there:
        for call in content:
            voice.send(
                Address(place.chat_id, place.thread_id),
                call.method,
                call.parameters,
                lane=URGENT if broadcast.urgent else BULK,
                about=posted.name(broadcast.id, place),
            )


def message_name(broadcast_id: int) -> str:
    """What the one message with the bar is about."""
    return f"broadcast:{broadcast_id}"


async def progress(
    voice: Voice, broadcast: Broadcast, figures: Figures, rate: float | None, seconds_left: int | None,
    *, lane: int = NOTICE,
) -> None:  # fmt: skip
    """The message with the bar: said once, edited from then on. What the house sends has nobody to watch."""
    watchers = await _watchers(voice, broadcast)
    if not watchers:
        return
    own, name, chat = words(watchers[0].language), message_name(broadcast.id), watchers[0].id
    text = figures_of.under_way(voice, own, broadcast, figures, rate, seconds_left)
    buttons = keyboard.of_state(own, broadcast)
    if (await posts.sent_or_coming(voice.tx, [name])).get(name) == chat:
        voice.edit(chat, name, text, buttons, lane=lane)
    else:
        posts.forget(voice.tx, name)  # what hangs with somebody who is no administrator any more
        voice.write(Address(chat), text, buttons, lane=lane, about=name)


async def summary(voice: Voice, broadcast: Broadcast) -> None:
    """Once, when nobody waits any more: what has become of everybody. The bar stays behind, without its buttons."""
    figures, over = await service.figures(voice.tx, broadcast), await posted.is_over(voice, broadcast)
    doubtful = await posted.doubtful(voice, broadcast, over=over)
    await progress(voice, broadcast, figures, None, None)
    for person in await _watchers(voice, broadcast):
        own = words(person.language)
        text = await figures_of.in_the_end(voice, own, broadcast, figures, doubtful)
        again = posted.buttons(own, broadcast, doubtful)
        voice.write(Address(person.id), text, keyboard.at_the_end(own, broadcast, figures, again, over=over))


async def _watchers(voice: Voice, broadcast: Broadcast) -> list[Person]:
    """Its author while they are an administrator; else whoever has confirmed it, else all administrators."""
    if broadcast.author == HOUSE:
        return []
    administrators = await voice.house.rights.administrators(voice.tx)
    known = await people.several_people(voice.tx, administrators)
    for person in (broadcast.author, broadcast.confirmed_by):
        if person in known:
            return [known[person]]
    return [person for person in known.values() if person.seen and not person.away]

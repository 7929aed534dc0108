"""Takes batches of updates into one transaction each: all that they change is committed together, or not at all."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.delivery import Delivery
from handlers import incoming, router
from handlers.house import House
from handlers.incoming import Message, Update, User
from handlers.talk import Talk, Toast
from handlers.voice import Address, Voice
from locales.text import clean
from locales.words import language_of
from services.now import Now
from storage import facts, people, updates
from storage.database import Database, DatabaseUnavailable, Savepoint, Transaction
from storage.outbox import ANSWER
from storage.people import Caller, Dialogue, Person

log = logging.getLogger(__name__)

OFFSET = "offset"
OFFSET_LASTS = 6 * 86400  # seconds: after an idle week Telegram may begin again at any number
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
TELL_AGAIN = 86400  # seconds before administrators are told of the same error again
SEEN_AGAIN = 86400  # seconds before it is written down again that somebody is about
NAME_MOST = 64  # characters
LARGEST = 2**63  # what Telegram's numbers stay below, and the columns of the database


@dataclass
class Served:
    """One update of a batch: the savepoint it stands or falls with, and what it said."""

    raw: dict[str, Any]
    savepoint: Savepoint
    talk: Talk | None = None
    trace: str = ""


@dataclass
class Batch:
    tx: Transaction
    now: int
    callers: dict[int, Caller]
    replayed: bool = False
    served: list[Served] = field(default_factory=list)
    asides: list[Voice] = field(default_factory=list)


class Intake:
    """`process` is the one way in, for polling, for the webhook and for replays.

    `hurry` is called when somebody waits for an errand that was left by what they did.
    """

    def __init__(
        self, database: Database, house: House, delivery: Delivery, now: Now, hurry: Callable[[], None] = lambda: None
    ) -> None:
        self._database, self._house, self._delivery, self._now = database, house, delivery, now
        self._hurry = hurry

    async def offset(self) -> int | None:
        """Where getUpdates goes on; None when that is unknown or too long ago."""
        async with self._database.transaction() as tx:
            return await self.offset_in(tx)

    async def offset_in(self, tx: Transaction) -> int | None:
        known = await facts.get(tx, OFFSET)
        return int(known[0]) if known and self._now() - known[1] < OFFSET_LASTS else None

    async def process(
        self,
        raws: list[dict[str, Any]],
        *,
        confirm: int | None = None,
        once: bool = False,
        replayed: int | None = None,
    ) -> None:
        """Serve updates in one transaction, together with what is to be remembered of them.

        `confirm` is the offset up to which Telegram may forget; `once` remembers the numbers, and skips those seen
        before; `replayed` is the number under which an update was set aside. Raises DatabaseUnavailable: then
        nothing has happened, and the same updates may come again.
        """
        replied = {chat for raw in raws if (chat := _replied_chat(raw)) is not None}
        if replied:
            await self._delivery.settle(replied)
        try:
            async with self._database.transaction() as tx:
                batch = await self._process(tx, raws, once=once, replayed=replayed is not None)
                self._remember(tx, confirm, replayed)
        except DatabaseUnavailable:
            self._delivery.doubt()
            raise
        except Exception as error:
            log.exception("a batch of %s failed as a whole", len(raws))
            await self._one_by_one(raws, error, confirm=confirm, once=once, replayed=replayed)
        else:
            self._hand_over(batch)

    async def _one_by_one(
        self, raws: list[dict[str, Any]], error: Exception, *, confirm: int | None, once: bool, replayed: int | None
    ) -> None:
        """One of them is to blame, and is set aside without another look at it."""
        if len(raws) > 1:
            for raw in raws:
                following = None if confirm is None else updates.update_number(raw) + 1
                await self.process([raw], confirm=following, once=once, replayed=replayed)
            return
        trace = "".join(traceback.format_exception(error))
        async with self._database.transaction() as tx:
            batch = Batch(tx, self._now(), {})
            for raw in raws:
                await self._set_aside(batch, Served(raw, Savepoint(error), trace=trace))
            self._remember(tx, confirm, replayed)
        self._hand_over(batch)

    def _remember(self, tx: Transaction, confirm: int | None, replayed: int | None) -> None:
        if confirm is not None:
            facts.put(tx, OFFSET, str(confirm), self._now())
        if replayed is not None:
            updates.mark_replayed(tx, replayed)

    async def _process(self, tx: Transaction, raws: list[dict[str, Any]], *, once: bool, replayed: bool) -> Batch:
        if once:
            raws = await self._unseen(tx, raws)
        batch = Batch(tx, self._now(), await self._callers(tx, raws), replayed)
        for raw in raws:
            await self._serve(batch, raw)
        await tx.flush()
        for served in batch.served:
            if served.savepoint.error:
                await self._set_aside(batch, served)
        return batch

    def _hand_over(self, batch: Batch) -> None:
        """After the commit: what was said goes out."""
        for served in batch.served:
            if served.talk:
                said = served.talk if not served.savepoint.error else None
                self._delivery.accept(said.letters if said else [])
                self._delivery.answer((said and said.toasts) or _silence(served.talk))
        for voice in batch.asides:
            self._delivery.accept(voice.letters)
        if any(served.talk and served.talk.hurried for served in batch.served):
            self._hurry()

    async def _unseen(self, tx: Transaction, raws: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Marked as seen before they are served: another process that has the same update waits for our commit."""
        numbers = sorted({number for raw in raws if (number := updates.update_number(raw))})
        confirmed = await self.offset_in(tx) or 0  # served by a process that polled
        fresh = await updates.mark_seen(tx, [number for number in numbers if number >= confirmed], self._now())
        return [raw for raw in raws if not (number := updates.update_number(raw)) or _take(fresh, number)]

    async def _callers(self, tx: Transaction, raws: list[dict[str, Any]]) -> dict[int, Caller]:
        ids = {number for raw in raws if (number := _sender_number(raw)) is not None}
        return await people.callers(tx, sorted(ids)) if ids else {}

    async def _serve(self, batch: Batch, raw: dict[str, Any]) -> None:
        """In a savepoint of its own; whatever goes wrong inside concerns this update alone."""
        served = Served(raw, Savepoint())
        try:
            async with batch.tx.savepoint() as savepoint:
                served.savepoint = savepoint
                update = incoming.read(raw)
                served.talk = await self._talk(batch, update)
                if served.talk:
                    await router.serve(served.talk, update)
                    served.talk.close()
        except DatabaseUnavailable:  # that is no fault of the update
            raise
        except Exception as error:  # a batch must survive whatever one update does
            if not served.savepoint.error:
                raise
            log.exception("update %s is set aside", updates.update_number(raw), exc_info=error)
            served.trace = traceback.format_exc()
        batch.served.append(served)

    async def _talk(self, batch: Batch, update: Update) -> Talk | None:
        """None for what concerns nobody here: a channel's post, the talk of a group."""
        user, chat, message = update.user, update.chat, update.message
        private = chat is not None and chat.type == "private"
        if user is None or chat is None or not (private or _concerns_bot(update, message)):
            return None
        caller = await self._caller(batch, user.id)
        shown = message or (update.press and update.press.message)
        talk = Talk(
            batch.tx, self._house, batch.now, self._delivery.holder,
            caller=caller, person=_person(caller, user, batch.now),
            chat=Address(chat.id, shown.thread if shown else 0), private=private,
            chat_title=chat.title, message=message, query=update.press, edited=update.edited,
            replayed=batch.replayed,
        )  # fmt: skip
        _keep_person(talk, user, came=private and not update.membership)
        return talk

    async def _caller(self, batch: Batch, number: int) -> Caller:
        """As read with the batch; read again when an earlier update of the same person changed it and failed."""
        earlier = [served for served in batch.served if served.talk and served.talk.person.id == number]
        if earlier:
            await batch.tx.flush()
            if any(served.savepoint.error for served in earlier):
                batch.callers.pop(number, None)
                batch.callers.update(await people.callers(batch.tx, [number]))
        return batch.callers.setdefault(number, Caller(None, Dialogue(), None))

    # What could not be served

    async def _set_aside(self, batch: Batch, served: Served) -> None:
        """Kept with its error; its sender gets a polite sentence with a number, administrators are told once."""
        error = served.savepoint.error
        said = printable(f"{type(error).__name__}: {error}")
        number = await updates.set_aside(batch.tx, served.raw, said, printable(served.trace), batch.now)
        voice = Voice(batch.tx, self._house, batch.now, self._delivery.holder)
        telling = Savepoint()
        try:
            async with batch.tx.savepoint() as telling:
                await self._tell(voice, served, number, said)
            await batch.tx.flush()
        except DatabaseUnavailable:
            raise
        except Exception as trouble:  # noqa: BLE001  # what is set aside stays set aside
            telling.error = trouble
        if telling.error:  # an update may carry whatever number for its chat
            log.error("nobody is told of the set-aside update %s: %s", number, telling.error)
        else:
            batch.asides.append(voice)

    async def _tell(self, voice: Voice, served: Served, number: int, said: str) -> None:
        chat = _chat_number(served.raw)
        if chat is not None:
            language = served.talk.person.language if served.talk and served.talk.private else None
            voice.write(Address(chat), voice.words(language)("error-number", number=number), lane=ANSWER)
        fact = "told:" + re.sub(r"\d+", "#", said)[:200]  # the same error with another number is the same error
        known = await facts.get(voice.tx, fact)
        if known is None or voice.now - known[1] > TELL_AGAIN:
            facts.put(voice.tx, fact, str(number), voice.now)
            for person in await self._house.rights.administrators(voice.tx):
                voice.write(Address(person), voice.words()("set-aside-told", number=number, error=said[:300]))


def printable(text: str) -> str:
    """Without what a database does not take: half surrogate pairs and zero bytes."""
    return text.encode(errors="backslashreplace").decode().replace("\0", "\\0")


def _take(numbers: set[int], number: int) -> bool:
    """Whether it was there; the second of two deliveries in one batch is not."""
    there = number in numbers
    numbers.discard(number)
    return there


def _silence(talk: Talk) -> list[Toast]:
    """Every press is answered, so that the button stops spinning."""
    return [Toast(talk.query.id)] if talk.query else []


def _concerns_bot(update: Update, message: Message | None) -> bool:
    """In groups: presses, commands, replies to the bot, and what happens to the group itself."""
    if update.press or update.membership:
        return True
    if message is None:
        return False
    return bool(message.text.startswith("/") or message.reply_to_message or message.migrate_to_chat_id)


def _person(caller: Caller, user: User, now: int) -> Person:
    if caller.person is None:
        caller.person = Person(user.id, "", language_of(user.language_code), 0, now)
    return caller.person


def _keep_person(talk: Talk, user: User, *, came: bool) -> None:
    """Write down who speaks: if they are new, have another name, were not seen today, or had blocked the bot."""
    person, name = talk.person, clean(user.first_name)[:NAME_MOST]
    unseen = came and talk.now - person.seen >= SEEN_AGAIN
    if person.first_name != name or unseen or (came and person.away):
        person.first_name = name
        person.away = 0 if came else person.away
        person.seen = talk.now if came else person.seen
        talk.keep_person()


def _find(raw: Any, *path: str) -> int | None:
    for name in path:
        raw = raw.get(name) if isinstance(raw, dict) else None
    return raw if type(raw) is int and abs(raw) < LARGEST else None


def _sender_number(raw: dict[str, Any]) -> int | None:
    """Read before anything is parsed, from what may be anything."""
    for kind in ALLOWED:
        number = _find(raw, kind, "from", "id")
        if number is not None:
            return number
    return None


def _replied_chat(raw: dict[str, Any]) -> int | None:
    """The chat of an update that replies to something."""
    message = raw.get("message")
    return _find(message, "chat", "id") if isinstance(message, dict) and "reply_to_message" in message else None


def _chat_number(raw: dict[str, Any]) -> int | None:
    for path in (("message", "chat", "id"), ("callback_query", "message", "chat", "id")):
        number = _find(raw, *path)
        if number is not None:
            return number
    return None

"""Sends what is owed: from memory right after the commit, from the outbox after a crash; sees to what becomes of it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import secrets
import socket
from collections.abc import Awaitable, Callable, Collection, Iterable
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter

from bot import cargo
from bot.api import Api
from bot.asides import Asides, obey
from bot.backoff import Backoff
from bot.claims import BACKLOG, MOST_ATTEMPTS, Claims
from bot.ledger import Ledger
from bot.limiter import Limiter, Pace
from bot.lines import Lines
from bot.posted import Posted
from bot.wire import Unsent, Unsure
from handlers import card, channels, groups
from handlers.house import House
from handlers.talk import Toast
from handlers.voice import Voice
from services.now import Now
from storage import outbox, people, posts, uploads
from storage.database import Database, DatabaseUnavailable, Transaction
from storage.outbox import FAILED, HELD, SENDING, UNSURE, URGENT, WAITING, Letter

log = logging.getLogger(__name__)

IN_FLIGHT = 32
GIVE_UP = 24 * 3600  # seconds after which a message that Telegram does not take is no longer tried
FIRST_REST, LONGEST_REST = 0.25, 30.0  # seconds that everything rests while Telegram cannot be reached
EDIT_WAITS = 0.25  # seconds between two looks for a message that is to be edited
SETTLES = 2.0  # seconds that a reply waits for the message it may be answering
LAST_CALLS = 4.0  # seconds for what is under way at the end

IDEMPOTENT = ("edit", "set", "delete")
# What Telegram says when a group, or a topic of it, can no longer be written to.
GROUP_GONE = ("chat not found", "not enough rights to send text", "have no rights to send", "chat_write_forbidden",
              "topic_closed", "topic_deleted", "message thread not found", "group chat was deactivated",
              "need administrator rights in the channel chat")  # fmt: skip
NO_PHOTOS = ("not enough rights to send photos", "chat_send_photos_forbidden")
MESSAGE_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")


class Delivery:
    """One process at a time holds the delivery lease and sends; the others leave their letters in the outbox."""

    def __init__(self, bot: Api, database: Database, house: House, now: Now, pace: Pace) -> None:
        self.owner = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self._bot, self._database, self._house, self._now = bot, database, house, now
        self._limiter = Limiter(pace, lambda: house.quiet(now()))
        self._lines = Lines(self._limiter)
        self._ledger = Ledger(database, self.owner)
        self._mine: set[int] = set()  # letters in memory, waiting or under way
        self._claims = Claims(database, self.owner, now, self._lines, self._mine, self.accept)
        self._asides = Asides(self._bot.call, self._limiter)
        self._posted = Posted(database, self._ledger, now)
        self._wake, self._stopped = asyncio.Event(), asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._under_way = 0
        self._backoff = Backoff(FIRST_REST, LONGEST_REST)

    # What others call

    @property
    def holder(self) -> str | None:
        """Whom new letters belong to: this process while it may send them straight away, otherwise nobody yet."""
        return self.owner if self._claims.direct else None

    @property
    def leads(self) -> bool:
        """Whether this process is the one that sends."""
        return self._claims.leading

    @property
    def pressing(self) -> bool:
        """Whether an answer, a notice or something urgent waits for nothing but room."""
        return self._lines.pressing

    @property
    def limiter(self) -> Limiter:
        return self._limiter

    def accept(self, letters: Iterable[Letter]) -> None:
        """Letters whose rows have just been committed, in our name or in nobody's.

        One that is here already was claimed, or looked back for, while its commit was on its way to us.
        """
        for letter in letters:
            if letter.owner == self.owner and letter.id not in self._mine:
                self._queue(letter)
            elif letter.owner != self.owner:
                self._claims.look(letter.id)
        if self._lines.waiting >= BACKLOG:
            self._claims.overflow()
        self._wake.set()

    def answer(self, toasts: Iterable[Toast]) -> None:
        for toast in toasts:
            self._spawn(self._asides.toast(toast))

    async def settle(self, chats: Collection[int]) -> None:
        """Before a reply is read: what is on its way to its chat is sent and recorded, so that the reply finds it."""
        loop = asyncio.get_running_loop()
        until = loop.time() + SETTLES
        while any(map(self._lines.is_busy, chats)) and loop.time() < until:  # noqa: ASYNC110  # seldom and short
            await asyncio.sleep(0.005)
        await self._ledger.settled(SETTLES)

    def tell(self, chat: int, text: str) -> None:
        """Best effort, past the outbox, for when the database is away."""
        self._spawn(self._asides.tell(chat, text))

    def doubt(self) -> None:
        """A commit may or may not have been carried out: what it owed must not stay behind."""
        self._claims.doubt()

    def stop(self) -> None:
        self._stopped.set()
        self._claims.stop()
        self._wake.set()

    async def run(self) -> None:
        """Until stopped; then what is under way is finished, and the rest goes back to the outbox."""
        recording = asyncio.create_task(self._ledger.run())
        claiming = asyncio.create_task(self._claims.run())
        try:
            await self._send_all()
        finally:
            self.stop()
            await claiming
            await self._finish()
            self._ledger.close()
            await recording

    # Sending

    async def _send_all(self) -> None:
        loop = asyncio.get_running_loop()
        while not self._stopped.is_set():
            self._wake.clear()
            letter = self._lines.next(loop.time()) if self._under_way < IN_FLIGHT else None
            if letter:
                self._under_way += 1
                self._spawn(self._send(letter))
                continue
            pause = self._lines.pause(loop.time()) if self._under_way < IN_FLIGHT else None
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), pause)

    def _spawn(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send(self, letter: Letter) -> None:
        chat = letter.chat_id
        try:
            parameters = await self._posted.addressed(letter)
            if parameters is None:
                await self._without_message(letter)
            elif await self._may_begin(letter):
                chat = parameters.get("chat_id", chat)
                self._delivered(letter, await self._call(letter, parameters))
            else:
                self._mine.discard(letter.id)
                self._lines.done(letter.chat_id)
        except Exception as error:  # noqa: BLE001  # each kind of failure has its outcome
            await self._failed(letter, chat, error)
        finally:
            self._under_way -= 1
            self._wake.set()

    async def _call(self, letter: Letter, parameters: dict[str, Any]) -> Any:
        wanted, carried = letter.about is not None, cargo.carried(letter)
        if carried is None:
            return await self._bot.call(letter.method, parameters, wanted=wanted)
        async with self._database.transaction() as tx:
            upload = await uploads.get(tx, carried)
        if upload is None:
            raise LookupError(f"the file {carried} is gone")
        return await self._bot.upload(letter.method, *cargo.packed(letter.method, parameters, upload), wanted=wanted)

    async def _may_begin(self, letter: Letter) -> bool:
        """A call is counted before it is made. For a new letter that was done when its row was written."""
        if letter.state == HELD:
            return True
        letter.state = SENDING
        letter.attempts += 1
        return await self._ledger.begin(letter.id)

    async def _without_message(self, letter: Letter) -> None:
        """What it edits has not been sent: it waits for that, if that is still to come."""
        async with self._database.transaction() as tx:
            there = await posts.sent_or_coming(tx, [letter.edits or ""])
        if there:
            self._lines.step_back(letter, asyncio.get_running_loop().time() + EDIT_WAITS)
        else:
            self._close(letter, FAILED, "the message it edits was never sent")

    # Outcomes

    def _delivered(self, letter: Letter, result: Any) -> None:
        self._backoff.succeeded()
        first = result[0] if isinstance(result, list) else result
        if letter.about and isinstance(first, dict):
            self._posted.remember(letter.about, letter.chat_id, int(first["message_id"]))
        self._sent(letter)
        self._lines.done(letter.chat_id)

    def _sent(self, letter: Letter) -> None:
        """Its row goes, and with it the file that it carried."""
        self._mine.discard(letter.id)
        self._ledger.sent(letter.id)
        if (carried := cargo.carried(letter)) is not None:
            self._ledger.note(lambda tx: uploads.forget(tx, [carried]))

    async def _failed(self, letter: Letter, chat: int, error: Exception) -> None:
        """`chat` is the one that was called: an edit goes where its message hangs."""
        try:
            if isinstance(error, ChatMigrated):
                self._stay(letter, error)
                await self._follow(letter, chat, error.new_chat_id)
            elif isinstance(error, Forbidden) and letter.chat_id:
                await self._unreachable(letter, str(error))
            elif isinstance(error, (Forbidden, BadRequest)):
                await self._refused(letter, str(error))
            else:
                self._not_taken(letter, error)
        except Exception as trouble:
            log.exception("%s to %s failed, and so did seeing to that", letter.method, letter.chat_id)
            self._close(letter, FAILED, f"{error!r}, then {trouble!r}")

    def _not_taken(self, letter: Letter, error: Exception) -> None:
        if isinstance(error, RetryAfter):
            self._stay(letter, error)
            obey(self._limiter, error)
            self._lines.again(letter)
        elif isinstance(error, Unsent):
            self._stay(letter, error)
            self._back_off(error)
            self._lines.again(letter)
        elif isinstance(error, Unsure) and not letter.method.startswith(IDEMPOTENT):
            self._unsure(letter, error)
        elif isinstance(error, (NetworkError, DatabaseUnavailable)):
            self._later(letter, error)
        else:
            log.error("%s to %s failed: %r", letter.method, letter.chat_id, error, exc_info=error)
            self._close(letter, FAILED, repr(error))

    def _stay(self, letter: Letter, error: Exception, *, made: bool = False) -> None:
        """It is sent later. Unless the call was `made`, or may have been, it does not count."""
        if letter.state == WAITING or (letter.state == HELD and not made):
            return  # the call is not counted yet, or the one that was counted is still to come
        letter.state = WAITING
        letter.attempts -= not made
        attempts, said = letter.attempts, str(error)
        self._ledger.note(lambda tx: outbox.stay(tx, letter.id, attempts, said))

    def _back_off(self, error: Exception) -> None:
        """Nobody is there: everything rests."""
        now = asyncio.get_running_loop().time()
        if self._limiter.paused_until <= now and self._backoff.failed(now):
            log.warning("Telegram cannot be reached, next try in %.1f s: %s", self._backoff.until - now, error)
            self._limiter.pause(self._backoff.until)

    def _unsure(self, letter: Letter, error: Unsure) -> None:
        """It may have arrived: worth a double for an answer or a notice, never for what is said to many."""
        if letter.lane >= URGENT or letter.attempts >= MOST_ATTEMPTS:
            self._close(letter, UNSURE, str(error))
        else:
            self._stay(letter, error, made=True)
            self._lines.retry(letter, asyncio.get_running_loop().time())

    def _later(self, letter: Letter, error: Exception) -> None:
        if self._now() - letter.created > GIVE_UP:
            self._close(letter, FAILED, str(error))
            return
        log.warning("%s to %s has to wait: %s", letter.method, letter.chat_id, error)
        self._stay(letter, error)
        self._lines.retry(letter, asyncio.get_running_loop().time())

    def _close(self, letter: Letter, state: str, error: str) -> None:
        log.warning("%s to %s is %s: %s", letter.method, letter.chat_id, state, error)
        self._mine.discard(letter.id)
        self._ledger.note(lambda tx: _end(tx, letter, state, error))
        self._lines.done(letter.chat_id)

    async def _refused(self, letter: Letter, error: str) -> None:
        said = error.lower()
        if "message is not modified" in said:
            self._delivered(letter, None)
        elif letter.chat_id < 0 and any(words in said for words in GROUP_GONE):
            await self._unreachable(letter, error, letter.parameters.get("message_thread_id"))
        elif letter.method == "sendPhoto" and letter.about and any(words in said for words in NO_PHOTOS):
            await self._in_words(letter, error)
        else:
            if letter.edits and any(words in said for words in MESSAGE_GONE):
                self._posted.forget(letter.edits)
            self._close(letter, FAILED, error)

    async def _in_words(self, letter: Letter, error: str) -> None:
        """A group that takes no photos still has to see its cards."""
        self._close(letter, FAILED, error)

        async def hang(voice: Voice) -> None:
            await card.hang_in_words(voice, str(letter.about), letter.chat_id, letter.parameters)

        self.accept((await self._speak(hang)).letters)

    async def _unreachable(self, letter: Letter, error: str, thread: int | None = None) -> None:
        """Somebody blocked the bot, or a group or topic is gone: nothing more goes there, and the house is told."""
        log.info("%s cannot be reached: %s", letter.chat_id, error)
        waiting = self._lines.take_all(letter.chat_id)
        gone = [letter, *(other for other in waiting if thread in {None, other.parameters.get("message_thread_id")})]
        self._mine.difference_update(other.id for other in gone)
        voice = await self._speak(lambda voice: self._give_up(voice, letter.chat_id, thread, gone, error))
        for other in waiting:
            if other not in gone:
                self._queue(other)
        self.accept(voice.letters)

    async def _give_up(self, voice: Voice, chat_id: int, thread: int | None, gone: list[Letter], error: str) -> None:
        for letter in gone:
            _end(voice.tx, letter, FAILED, error)
        if chat_id < 0:
            await groups.lost(voice, chat_id, thread)
            await channels.lost(voice, chat_id)
        elif chat_id > 0:
            outbox.drop_chat(voice.tx, chat_id, error)
            people.mark_away(voice.tx, chat_id, away=True)

    async def _follow(self, letter: Letter, old: int, new: int) -> None:
        """A group became a supergroup."""
        moving = [letter, *self._lines.take_all(old)]

        async def move(voice: Voice) -> None:
            groups.migrated(voice, old, new)

        await self._speak(move)
        self._posted.forget_chat(old)
        if letter.chat_id != old:  # an edit of a message that stayed behind
            self._lines.done(letter.chat_id)
        for moved in moving:
            moved.chat_id = new
            self._queue(moved)

    async def _speak(self, say: Callable[[Voice], Awaitable[None]]) -> Voice:
        """Say something of our own accord, in a transaction of its own; waits for a database that is away."""
        while True:
            try:
                async with self._database.transaction() as tx:
                    voice = Voice(tx, self._house, self._now(), self.holder)
                    await say(voice)
            except DatabaseUnavailable:
                self.doubt()
                await asyncio.sleep(1)
            else:
                return voice

    # Memory

    def _queue(self, letter: Letter) -> None:
        self._mine.add(letter.id)
        if letter.lane >= URGENT:
            letter.state = WAITING
        superseded = self._lines.add(letter)
        if superseded:
            self._sent(superseded)

    async def _finish(self) -> None:
        """At the end: what is under way is waited for, what has not begun goes back to the outbox."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=LAST_CALLS)
        for letter in self._lines.take_everything():
            back = (letter.id, self.owner, int(letter.state == HELD))
            self._ledger.note(lambda tx, back=back: outbox.give_back(tx, *back))  # type: ignore[misc]


def _end(tx: Transaction, letter: Letter, state: str, error: str) -> None:
    """It will not be sent; nor will the file that it carries."""
    outbox.close(tx, letter.id, state, error)
    if (carried := cargo.carried(letter)) is not None:
        uploads.forget(tx, [carried])

"""Sends what is owed: from memory right after the commit, from the outbox after a crash; records what became of it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import secrets
import socket
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable
from typing import Any

from telegram import Bot, InputMedia, InputMediaPhoto, InputMediaVideo
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.limiter import Limiter, Pace
from bot.lines import Lines
from bot.request import Unsure
from handlers import groups
from handlers.house import House
from handlers.talk import Toast
from handlers.voice import Voice
from services.now import Now
from storage import outbox, people, posts
from storage.database import Database, DatabaseUnavailable, Transaction
from storage.outbox import BULK, FAILED, UNSURE, Letter

log = logging.getLogger(__name__)

IN_FLIGHT = 32
MOST_ATTEMPTS = 5  # calls for one answer or notice whose delivery could not be proved
GIVE_UP = 24 * 3600  # seconds after which a message that Telegram does not take is no longer tried
LONGEST_REST = 60.0  # seconds between two tries
POLL = 0.25  # seconds: letters that other processes leave
BACKLOG = 2000  # letters in memory beyond which the rest stays in the database
REMEMBERED = 20_000  # message ids kept in memory
SETTLES = 2.0  # seconds that a reply waits for the message it may be answering
TOAST_LASTS = 10.0  # seconds after which an answer to a press comes too late

ALBUM: dict[str, Callable[[str], InputMedia]] = {"photo": InputMediaPhoto, "video": InputMediaVideo}
Effect = Callable[[Transaction], None]
IDEMPOTENT = ("edit", "set", "delete")
# What Telegram says when a group, or a topic of it, can no longer be written to.
GROUP_GONE = ("chat not found", "not enough rights", "have no rights", "chat_write_forbidden", "topic_closed",
              "topic_deleted", "message thread not found", "group chat was deactivated")  # fmt: skip


class Delivery:
    """One process at a time holds the delivery lease and sends; the others leave their letters in the outbox."""

    def __init__(self, bot: Bot, database: Database, house: House, now: Now, pace: Pace) -> None:
        self.owner = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self._bot, self._database, self._house, self._now = bot, database, house, now
        self._limiter = Limiter(pace)
        self._lines = Lines(self._limiter)
        self._posted: OrderedDict[str, tuple[int, int]] = OrderedDict()
        self._effects: list[Effect] = []
        self._sent: list[int] = []
        self._wake, self._written, self._recording = asyncio.Event(), asyncio.Event(), asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._under_way = 0
        self._leading = False
        self._stopping = False

    # What others call

    @property
    def holder(self) -> str | None:
        """Whom new letters belong to: this process while it sends and has room, otherwise nobody yet."""
        return self.owner if self._leading and not self._stopping and self._lines.waiting < BACKLOG else None

    def accept(self, letters: Iterable[Letter]) -> None:
        """Letters whose rows have just been committed in our name."""
        for letter in letters:
            if letter.owner == self.owner:
                self._queue(letter)
        self._wake.set()

    def answer(self, toasts: Iterable[Toast]) -> None:
        for toast in toasts:
            self._spawn(self._toast(toast))

    async def settle(self, chats: Collection[int]) -> None:
        """Before a reply is read: what is on its way to its chat is sent and recorded, so that the reply finds it."""
        loop = asyncio.get_running_loop()
        until = loop.time() + SETTLES
        while any(map(self._lines.is_busy, chats)) and loop.time() < until:  # noqa: ASYNC110  # seldom and short
            await asyncio.sleep(0.005)
        await self._write_once()

    async def run(self) -> None:
        """Until cancelled."""
        writer = asyncio.create_task(self._write_outcomes())
        claimer = asyncio.create_task(self._claim())
        try:
            await self._send_all()
        finally:
            self._stopping = True
            claimer.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await claimer
            await self._finish()
            writer.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await writer
            await self._write_once()

    # Sending

    async def _send_all(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
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
        try:
            parameters = await self._addressed(letter)
            if parameters is None:
                await self._without_message(letter)
            else:
                self._delivered(letter, await self._call(letter.method, parameters))
        except Exception as error:  # noqa: BLE001  # each kind of failure has its outcome
            await self._failed(letter, error)
        finally:
            self._under_way -= 1
            self._wake.set()

    async def _call(self, method: str, parameters: dict[str, Any]) -> Any:
        if "media" in parameters:  # of which do_api_request takes nothing but objects
            parameters = {**parameters, "media": [ALBUM[item["type"]](item["media"]) for item in parameters["media"]]}
        # With a capital: do_api_request warns of methods that the library knows itself, and the server ignores case.
        return await self._bot.do_api_request(method[0].upper() + method[1:], parameters)

    async def _addressed(self, letter: Letter) -> dict[str, Any] | None:
        """The parameters with chat and message ids filled in; None when there is no message to edit."""
        parameters = letter.parameters
        if letter.chat_id:
            parameters = {"chat_id": letter.chat_id, **parameters}
        if letter.edits and "message_id" not in parameters:
            found = await self._find(letter.edits)
            if found is None:
                return None
            parameters["chat_id"], parameters["message_id"] = found
        if letter.under and (found := await self._find(letter.under)) and found[0] == letter.chat_id:
            parameters["reply_parameters"] = {"message_id": found[1], "allow_sending_without_reply": True}
        return parameters

    async def _without_message(self, letter: Letter) -> None:
        """What it edits has not been sent: it waits for that, if that is still to come."""
        async with self._database.transaction() as tx:
            coming = await outbox.pending(tx, [letter.edits or ""])
        if coming:
            self._lines.again(letter, asyncio.get_running_loop().time() + POLL)
        else:
            self._close(letter, FAILED, "the message it edits was never sent")

    async def _find(self, name: str) -> tuple[int, int] | None:
        if name not in self._posted:
            async with self._database.transaction() as tx:
                self._posted.update(await posts.find(tx, [name]))
        return self._posted.get(name)

    # Outcomes

    def _delivered(self, letter: Letter, result: Any) -> None:
        self._sent.append(letter.id)
        first = result[0] if isinstance(result, list) else result
        if letter.about and isinstance(first, dict):
            self._remember(letter.about, letter.chat_id, int(first["message_id"]))
        self._written.set()
        self._lines.done(letter.chat_id)

    def _remember(self, name: str, chat_id: int, message_id: int) -> None:
        self._posted[name] = (chat_id, message_id)
        if len(self._posted) > REMEMBERED:
            self._posted.popitem(last=False)
        now = self._now()
        self._effect(lambda tx: posts.add(tx, chat_id, message_id, name, now))

    async def _failed(self, letter: Letter, error: Exception) -> None:
        if isinstance(error, RetryAfter):
            self._pause(error)
            self._lines.again(letter, 0.0)
        elif isinstance(error, ChatMigrated):
            await self._follow(letter, error.new_chat_id)
        elif isinstance(error, Forbidden):
            await self._unreachable(letter, str(error))
        elif isinstance(error, BadRequest):
            await self._refused(letter, str(error))
        elif isinstance(error, Unsure) and not letter.method.startswith(IDEMPOTENT):
            self._unsure(letter, str(error))
        elif isinstance(error, (NetworkError, DatabaseUnavailable)):
            self._later(letter, str(error))
        else:
            log.error("%s to %s failed: %r", letter.method, letter.chat_id, error, exc_info=error)
            self._close(letter, FAILED, repr(error))

    def _pause(self, error: RetryAfter) -> None:
        seconds = error._retry_after.total_seconds()  # noqa: SLF001  # the public one warns, whichever type it gives
        log.warning("Telegram asks to wait %s s", seconds)
        self._limiter.pause(asyncio.get_running_loop().time() + seconds + 0.1)

    def _unsure(self, letter: Letter, error: str) -> None:
        """It may have arrived: worth a double for an answer or a notice, never for a broadcast."""
        if letter.lane == BULK or letter.attempts >= MOST_ATTEMPTS:
            self._close(letter, UNSURE, error)
        else:
            self._later(letter, error)

    def _later(self, letter: Letter, error: str) -> None:
        if self._now() - letter.created > GIVE_UP:
            self._close(letter, FAILED, error)
            return
        rest = min(2.0 ** (letter.attempts - 1), LONGEST_REST)
        letter.attempts += 1
        attempts = letter.attempts
        self._effect(lambda tx: outbox.note_attempt(tx, letter.id, attempts, error))
        self._lines.again(letter, asyncio.get_running_loop().time() + rest)

    def _close(self, letter: Letter, state: str, error: str) -> None:
        log.warning("%s to %s is %s: %s", letter.method, letter.chat_id, state, error)
        self._effect(lambda tx: outbox.close(tx, letter.id, state, error))
        self._lines.done(letter.chat_id)

    async def _refused(self, letter: Letter, error: str) -> None:
        said = error.lower()
        if "message is not modified" in said:
            self._delivered(letter, None)
        elif letter.chat_id < 0 and any(words in said for words in GROUP_GONE):
            await self._unreachable(letter, error, letter.parameters.get("message_thread_id"))
        else:
            self._close(letter, FAILED, error)

    async def _unreachable(self, letter: Letter, error: str, thread: int | None = None) -> None:
        """Somebody blocked the bot, or a group threw it out: nothing more goes there, and the house is told."""
        log.info("%s cannot be reached: %s", letter.chat_id, error)
        gone = [letter, *self._lines.take_all(letter.chat_id)]
        voice = await self._speak(lambda voice: self._give_up(voice, letter.chat_id, thread, gone, error))
        self.accept(voice.letters)

    async def _give_up(self, voice: Voice, chat_id: int, thread: int | None, gone: list[Letter], error: str) -> None:
        for letter in gone:
            outbox.close(voice.tx, letter.id, FAILED, error)
        if chat_id < 0:
            await groups.lost(voice, chat_id, thread)
        elif chat_id > 0:
            outbox.drop_chat(voice.tx, chat_id, error)
            people.mark_away(voice.tx, chat_id, away=True)

    async def _follow(self, letter: Letter, new: int) -> None:
        """A group became a supergroup."""
        old = letter.chat_id
        moving = [letter, *self._lines.take_all(old)]

        async def move(voice: Voice) -> None:
            groups.migrated(voice, old, new)

        await self._speak(move)
        self._posted = OrderedDict((name, at) for name, at in self._posted.items() if at[0] != old)
        for moved in moving:
            moved.chat_id = new
            self._queue(moved)

    async def _speak(self, say: Callable[[Voice], Any]) -> Voice:
        """Say something of our own accord, in a transaction of its own; waits for a database that is away."""
        while True:
            try:
                async with self._database.transaction() as tx:
                    voice = Voice(tx, self._house, self._now(), self.holder)
                    await say(voice)
            except DatabaseUnavailable:
                await asyncio.sleep(1)
            else:
                return voice

    # Recording

    def _effect(self, effect: Effect) -> None:
        self._effects.append(effect)
        self._written.set()

    async def _write_outcomes(self) -> None:
        """At once; those that come while one transaction is on its way travel together in the next."""
        while True:
            await self._written.wait()
            self._written.clear()
            await self._write_once()

    async def _write_once(self) -> None:
        async with self._recording:
            sent, effects = self._sent, self._effects
            if not sent and not effects:
                return
            self._sent, self._effects = [], []
            try:
                await self._record(sent, effects)
            except DatabaseUnavailable as error:
                log.warning("outcomes cannot be recorded yet: %s", error)
                self._sent, self._effects = sent + self._sent, effects + self._effects
                if not self._stopping:
                    asyncio.get_running_loop().call_later(1, self._written.set)

    async def _record(self, sent: list[int], effects: list[Effect]) -> None:
        async with self._database.transaction() as tx:
            if sent:
                outbox.sent(tx, sent)
            for effect in effects:
                effect(tx)

    # Letters that are not in memory

    async def _claim(self) -> None:
        """Become the one who sends, take over what a dead process held, then whatever nobody holds."""
        while True:
            try:
                if not self._leading and await self._database.lease("delivery"):
                    await self._take_over()
                if self._leading and self._lines.waiting < BACKLOG // 2:
                    await self._claim_some()
            except DatabaseUnavailable as error:
                log.warning("the outbox cannot be read: %s", error)
                await asyncio.sleep(1)
            await asyncio.sleep(POLL)

    async def _take_over(self) -> None:
        async with self._database.transaction() as tx:
            again, unsure = await outbox.adopt(tx, self.owner, MOST_ATTEMPTS)
        self._leading = True
        if again or unsure:
            log.info("after a crash: %s letters to send again, %s unsure", again, unsure)

    async def _claim_some(self) -> None:
        async with self._database.transaction() as tx:
            letters = await outbox.claim(tx, self.owner, self._now(), BACKLOG // 2)
        self.accept(letters)

    def _queue(self, letter: Letter) -> None:
        superseded = self._lines.add(letter)
        if superseded:
            self._sent.append(superseded.id)
            self._written.set()

    async def _finish(self) -> None:
        """At the end: what is under way is waited for, what has not begun goes back to the outbox."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=5)
        for letter in self._lines.take_everything():
            back = (letter.id, max(letter.attempts - 1, 0))
            self._effect(lambda tx, back=back: outbox.give_back(tx, *back))  # type: ignore[misc]

    async def _toast(self, toast: Toast) -> None:
        loop = asyncio.get_running_loop()
        wait = self._limiter.paused_until - loop.time()
        if wait > TOAST_LASTS:
            return
        if wait > 0:
            await asyncio.sleep(wait)
        content: dict[str, Any] = {"callback_query_id": toast.query_id}
        if toast.text:
            content |= {"text": toast.text, "show_alert": toast.alert}
        try:
            await self._call("answerCallbackQuery", content)
        except RetryAfter as error:
            self._pause(error)
        except TelegramError as error:  # too old, most likely: a toast is worth no second try
            log.debug("a press was not answered: %s", error)

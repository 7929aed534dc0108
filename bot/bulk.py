"""Broadcasts on their way: everybody gets each once, as fast as is granted, and what became of it is written down.

A row counts as under way before its message is sent, and outcomes are written in the same trip to the database that
claims the next rows. So whatever happens nobody gets anything twice; what a dead process had under way, IN_FLIGHT at
most, is unsure.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import Counter
from typing import NamedTuple

from telegram.error import RetryAfter

from bot.api import Api
from bot.asides import obey
from bot.backoff import Backoff
from bot.delivery import Delivery
from bot.mailing import Mailing, Outcome, parts_of
from handlers.broadcast import posted, shown
from handlers.house import House
from handlers.voice import Voice
from locales.words import LANGUAGES
from services import broadcasts as service
from services.now import Now
from storage import broadcasts, people, recipients
from storage.broadcasts import CANCELLED, FREEZING, RUNNING, SCHEDULED, Broadcast
from storage.database import Database, DatabaseUnavailable, Transaction
from storage.recipients import AWAY, FAILED, SENT, WAITING, Addressee

log = logging.getLogger(__name__)

IN_FLIGHT = 128  # messages under way: a thousand a second at 100 ms to Telegram and back
BEAT = 0.02  # seconds between two trips to the database
LOOK = 0.5  # seconds between two looks for what has begun, was stopped or is through
SHOW = 4.0  # seconds between two edits of the progress,
COUNTING = 25  # and at least so many times what it takes to count a large broadcast
MOST_ATTEMPTS = 5  # for somebody whose message Telegram reports an error of its own for
FIRST_REST, LONGEST_REST = 0.5, 30.0  # seconds after an answer that says nothing about the message
LAST_CALLS = 4.0  # seconds for what is under way at the end


class Owed(NamedTuple):
    """A message that is under way, or whose outcome is still to be written."""

    broadcast_id: int
    person_id: int


class Bulk:
    """Works in the process that holds the delivery lease, and waits in the others."""

    def __init__(self, bot: Api, database: Database, house: House, now: Now, delivery: Delivery) -> None:
        self._bot, self._database, self._house, self._now = bot, database, house, now
        self._delivery, self._limiter = delivery, delivery.limiter
        self._mailings: list[Mailing] = []
        self._under_way: set[Owed] = set()
        self._outcomes: list[tuple[int, Outcome]] = []
        self._attempts: Counter[Owed] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self._wake, self._stopped = asyncio.Event(), asyncio.Event()
        self._leading, self._doubt = False, False
        self._look_at = 0.0
        self._backoff = Backoff(FIRST_REST, LONGEST_REST)

    def stop(self) -> None:
        self._stopped.set()
        self._wake.set()

    async def run(self) -> None:
        """Until stopped; then what is under way is finished."""
        loop = asyncio.get_running_loop()
        while not self._stopped.is_set():
            begun = loop.time()
            try:
                until = await (self._round() if self._leads() else self._wait(begun))
            except DatabaseUnavailable as error:
                log.warning("broadcasts wait for the database: %s", error)
                self._delivery.doubt()
                self._doubt, until = True, begun + 1
            except Exception:
                log.exception("broadcasts could not go on")
                self._doubt, until = True, begun + 1
            await self._rest(begun + BEAT, until)
        await self._finish()

    async def _wait(self, now: float) -> float:
        """Another process leads; what has become of our last messages is still written down."""
        if self._outcomes:
            await self._record()
        return now + LOOK

    def _leads(self) -> bool:
        """Whoever has got the lease anew finds out what a dead process, perhaps its former self, has left."""
        leads = self._delivery.leads
        if leads != self._leading:
            self._leading, self._doubt, self._mailings = leads, True, []
        return leads

    async def _rest(self, beat: float, until: float) -> None:
        """Until then, or until there is an outcome to write, but not before the next beat."""
        loop = asyncio.get_running_loop()
        self._wake.clear()
        await asyncio.sleep(max(min(beat, until) - loop.time(), 0))
        if not self._outcomes and not self._stopped.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), max(until - loop.time(), 0))

    # One trip to the database

    async def _round(self) -> float:
        """Write outcomes, look around, claim; when to come again."""
        now = asyncio.get_running_loop().time()
        if now >= self._look_at or self._doubt:
            await self._record()  # by themselves: whatever is wrong with one broadcast, they are written
        written = self._outcomes[:]
        async with self._database.transaction() as tx:
            voice = Voice(tx, self._house, self._now(), self._delivery.holder)
            self._write(tx, written)
            if self._doubt:
                await self._settle_doubt(tx)
            self._doubt = False
            if now >= self._look_at:
                self._look_at = now + LOOK
                await self._look(voice)
            claimed = await self._claim(tx, now)
        self._forget(written)
        self._delivery.accept(voice.letters)
        self._begin(claimed)
        return self._next(now)

    async def _record(self) -> None:
        written = self._outcomes[:]
        async with self._database.transaction() as tx:
            self._write(tx, written)
        self._forget(written)

    def _forget(self, written: list[tuple[int, Outcome]]) -> None:
        """They are in the database now."""
        del self._outcomes[: len(written)]
        self._under_way.difference_update(Owed(number, outcome.person_id) for number, outcome in written)

    def _write(self, tx: Transaction, outcomes: list[tuple[int, Outcome]]) -> None:
        owner, reached = self._delivery.owner, dict[int, list[int]]()
        for number, outcome in outcomes:
            if outcome.state == SENT and outcome.error is None:
                reached.setdefault(number, []).append(outcome.person_id)
                continue
            recipients.close(tx, number, owner, outcome.person_id, outcome.state, str(outcome.error or ""))
            if outcome.state == AWAY:
                people.mark_away(tx, outcome.person_id, away=True)
        for number, persons in reached.items():
            recipients.sent(tx, number, owner, persons)

    async def _settle_doubt(self, tx: Transaction) -> None:
        """Rows of dead processes are unsure; rows of ours that memory does not know were claimed, but never sent."""
        owner = self._delivery.owner
        unsure = await recipients.adopt(tx, owner)
        if unsure:
            log.warning("%s messages of a broadcast are unsure", unsure)
        for number, person in await recipients.held_by(tx, owner):
            if Owed(number, person) not in self._under_way:
                recipients.close(tx, number, owner, person, WAITING, "")

    async def _claim(self, tx: Transaction, now: float) -> list[tuple[Mailing, Addressee]]:
        """As many as may go now; a higher lane that waits for room goes first."""
        claimed: list[tuple[Mailing, Addressee]] = []
        if self._backoff.until > now or self._delivery.pressing:
            return claimed
        room = min(self._limiter.bulk_room(now), IN_FLIGHT - len(self._under_way))
        for mailing in filter(self._may_go, self._mailings):
            if room <= 0:
                break
            most = max(room // mailing.calls_each, 1)
            found, mailing.dry = await recipients.claim(tx, mailing.broadcast, self._delivery.owner, self._now(), most)
            room -= len(found) * mailing.calls_each
            claimed += [(mailing, to) for to in found]
        return claimed

    def _may_go(self, mailing: Mailing) -> bool:
        broadcast = mailing.broadcast
        quiet = not broadcast.urgent and self._house.quiet(self._now()) > 0
        return broadcast.state == RUNNING and not mailing.dry and not quiet

    def _next(self, now: float) -> float:
        """When there is something to do without an outcome: at the next look, or when there is room again."""
        if len(self._under_way) >= IN_FLIGHT or not any(map(self._may_go, self._mailings)):
            return self._look_at
        wait = max(self._limiter.bulk_wait(now), self._backoff.until - now)
        # At a high rate several go together; at a low one each in its time, or a beat later where there is room still.
        each = self._limiter.pace.rate * BEAT < 1 and wait > 0
        return min(self._look_at, now + (wait if each else max(wait, BEAT)))

    # Looking around

    async def _look(self, voice: Voice) -> None:
        known = {mailing.broadcast.id: mailing for mailing in self._mailings}
        self._mailings = []
        for broadcast in await broadcasts.active(voice.tx):
            said = len(voice.letters)
            try:
                async with voice.tx.savepoint():
                    mailing = known.get(broadcast.id) or await self._mailing(voice.tx, broadcast)
                    mailing.broadcast = broadcast
                    self._mailings.append(mailing)
                    await self._attend(voice, mailing)
            except DatabaseUnavailable:
                raise
            except Exception:
                log.exception("broadcast %s is cancelled: it cannot go on", broadcast.id)
                del voice.letters[said:]
                await broadcasts.move(voice.tx, broadcast.id, service.STOPPABLE, CANCELLED, voice.now)

    async def _mailing(self, tx: Transaction, broadcast: Broadcast) -> Mailing:
        content = await broadcasts.content(tx, broadcast.id)
        calls = {language: shown.calls(self._house, broadcast, content, language) for language in LANGUAGES}
        return Mailing(broadcast, {language: parts_of(each) for language, each in calls.items()})

    async def _attend(self, voice: Voice, mailing: Mailing) -> None:
        broadcast, tx, now = mailing.broadcast, voice.tx, voice.now
        if (
            broadcast.state == SCHEDULED
            and self._is_due(broadcast, now)
            and (begun := await broadcasts.begin(tx, broadcast.id, now))
        ):
            mailing.broadcast = broadcast = begun  # its groups may have moved since it was read
            await shown.post_to_places(voice, broadcast, await broadcasts.content(voice.tx, broadcast.id))
        if broadcast.state == FREEZING:
            cap, quiet = self._house.bulk_a_week, self._house.quiet
            whole = not await service.freeze_some(tx, self._house.city, broadcast, cap, quiet, now)
            broadcast.state = RUNNING if whole else FREEZING
            self._look_at = 0.0  # the rest of the list at once
        elif broadcast.retry and broadcast.state == RUNNING:
            if await service.retry_some(tx, broadcast, now):
                self._look_at = 0.0
            mailing.dry = False
        elif broadcast.state in {RUNNING, CANCELLED}:
            await self._oversee(voice, mailing)

    def _is_due(self, broadcast: Broadcast, now: int) -> bool:
        begins = broadcast.start_at is None or broadcast.start_at <= now
        return begins and (bool(broadcast.urgent) or self._house.quiet(now) == 0)

    async def _oversee(self, voice: Voice, mailing: Mailing) -> None:
        """Whether somebody's turn has come, or all is over; from time to time the bar."""
        broadcast, tx = mailing.broadcast, voice.tx
        due = None if broadcast.state == CANCELLED else await recipients.next_due(tx, broadcast.id)
        mailing.dry = due is None or due > voice.now
        if due is not None:
            await self._show(voice, mailing)
        elif await recipients.is_under_way(tx, broadcast.id):
            # Rows that memory does not know were claimed by a leader of whom nobody heard again.
            self._doubt = not any(owed.broadcast_id == broadcast.id for owed in self._under_way)
        elif not await posted.is_under_way(voice, broadcast) and await broadcasts.end(tx, broadcast.id, voice.now):
            self._mailings.remove(mailing)
            ended = await broadcasts.get(tx, broadcast.id)
            assert ended  # noqa: S101  # it has just been there
            await shown.summary(voice, ended)

    async def _show(self, voice: Voice, mailing: Mailing) -> None:
        loop = asyncio.get_running_loop()
        now = loop.time()
        if now < mailing.show_at:
            return
        figures = await service.figures(voice.tx, mailing.broadcast)
        mailing.show_at = now + max(SHOW, COUNTING * (loop.time() - now))
        rate, left = mailing.measure(figures, now)
        said = (figures, self._house.quiet(voice.now) > 0)
        if said != mailing.shown and await self._runs_still(voice.tx, mailing.broadcast):
            mailing.shown = said
            left = _with_turns(mailing.broadcast, left, voice.now)
            await shown.progress(voice, mailing.broadcast, figures, rate, left)

    async def _runs_still(self, tx: Transaction, broadcast: Broadcast) -> bool:
        """Locked: whoever pauses or cancels it has shown that by now, or shows it when this bar is there."""
        known = await broadcasts.get(tx, broadcast.id)
        return known is not None and known.state == RUNNING

    # Sending

    def _begin(self, claimed: list[tuple[Mailing, Addressee]]) -> None:
        """Unless Telegram has said "wait" while they were being claimed: then they wait in the database again."""
        paused = self._limiter.paused_until > asyncio.get_running_loop().time()
        for mailing, to in claimed:
            if paused:
                self._outcomes.append((mailing.broadcast.id, Outcome(to.person_id, WAITING)))
            else:
                self._send(mailing, to)

    def _send(self, mailing: Mailing, to: Addressee) -> None:
        """The pace counts it from now on."""
        self._limiter.note_bulk(mailing.calls_each, asyncio.get_running_loop().time())
        self._under_way.add(Owed(mailing.broadcast.id, to.person_id))
        task = asyncio.create_task(self._deliver(mailing, to))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, mailing: Mailing, to: Addressee) -> None:
        outcome = await mailing.send(self._bot.deliver, to)
        for _ in range(MOST_ATTEMPTS):  # the rest of a message that has arrived in part belongs to it
            if not (outcome.arrived and outcome.certain):
                break
            await asyncio.sleep(self._heed(outcome.error))
            outcome = await mailing.send(self._bot.deliver, to, outcome.arrived)
        self._outcomes.append((mailing.broadcast.id, self._judged(Owed(mailing.broadcast.id, to.person_id), outcome)))
        self._wake.set()

    def _judged(self, owed: Owed, outcome: Outcome) -> Outcome:
        """Whoever is to get it again has only so many tries, but for those in which Telegram was not there at all."""
        if outcome.state != WAITING:
            self._backoff.succeeded()
            self._attempts.pop(owed, None)
            return outcome
        self._heed(outcome.error)
        self._attempts[owed] += not outcome.certain
        if self._attempts[owed] < MOST_ATTEMPTS:
            return outcome
        del self._attempts[owed]
        return outcome._replace(state=FAILED)

    def _heed(self, error: Exception | None) -> float:
        """Telegram wants less, is not there, or is ill: everything rests, for so many seconds."""
        now = asyncio.get_running_loop().time()
        if isinstance(error, RetryAfter):
            obey(self._limiter, error)
            return self._limiter.bulk_wait(now)
        if self._backoff.failed(now):
            log.warning("broadcasts rest for %.1f s: %s", self._backoff.until - now, error)
        return self._backoff.until - now

    async def _finish(self) -> None:
        """At the end: outcomes that still come are written; what does not come in time is unsure at the next start."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=LAST_CALLS)
        with contextlib.suppress(DatabaseUnavailable):
            await self._record()


def _with_turns(broadcast: Broadcast, left: int | None, now: int) -> int | None:
    """Seconds still to go where the sub-districts take their turns."""
    if left is None or not broadcast.spread:
        return left
    return max(left, (broadcast.started or now) + broadcast.spread - now)

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
from bot.delivery import Delivery
from bot.mailing import Mailing, Outcome, parts_of
from bot.wire import Unsent
from handlers.broadcast import shown
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
SHOW = 4.0  # seconds between two edits of the progress
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
        self._look_at, self._rest_until = 0.0, 0.0
        self._failures = 0

    def stop(self) -> None:
        self._stopped.set()
        self._wake.set()

    async def run(self) -> None:
        """Until stopped; then what is under way is finished."""
        loop = asyncio.get_running_loop()
        while not self._stopped.is_set():
            begun = loop.time()
            try:
                until = await self._round() if self._leads() else begun + LOOK
            except DatabaseUnavailable as error:
                log.warning("broadcasts wait for the database: %s", error)
                self._doubt, until = True, begun + 1
            except Exception:
                log.exception("broadcasts could not go on")
                self._doubt, until = True, begun + 1
            await self._rest(begun + BEAT, until)
        await self._finish()

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
        written = self._outcomes[:]
        async with self._database.transaction() as tx:
            voice = Voice(tx, self._house, self._now(), self._delivery.holder)
            self._write(tx, written)
            if self._doubt:
                await self._settle_doubt(tx)
            if now >= self._look_at:
                self._look_at = now + LOOK
                await self._look(voice)
            claimed = await self._claim(tx, now)
        del self._outcomes[: len(written)]
        self._under_way.difference_update(Owed(number, outcome.person_id) for number, outcome in written)
        self._doubt = False
        self._delivery.accept(voice.letters)
        for mailing, to in claimed:
            self._send(mailing, to)
        return self._next(now)

    def _write(self, tx: Transaction, outcomes: list[tuple[int, Outcome]]) -> None:
        reached: dict[int, list[int]] = {}
        for number, outcome in outcomes:
            if outcome.state == SENT and not outcome.said:
                reached.setdefault(number, []).append(outcome.person_id)
                continue
            recipients.close(tx, number, outcome.person_id, outcome.state, outcome.said)
            if outcome.state == AWAY:
                people.mark_away(tx, outcome.person_id, away=True)
                recipients.withdraw(tx, outcome.person_id, AWAY)
        for number, persons in reached.items():
            recipients.sent(tx, number, persons)

    async def _settle_doubt(self, tx: Transaction) -> None:
        """Rows of dead processes are unsure; rows of ours that memory does not know were claimed, but never sent."""
        unsure = await recipients.adopt(tx, self._delivery.owner)
        if unsure:
            log.warning("%s messages of a broadcast are unsure", unsure)
        for held in await recipients.held_by(tx, self._delivery.owner):
            if Owed(*held) not in self._under_way:
                recipients.close(tx, *held, WAITING, "")

    async def _claim(self, tx: Transaction, now: float) -> list[tuple[Mailing, Addressee]]:
        """As many as may go now; a higher lane that waits for room goes first."""
        claimed: list[tuple[Mailing, Addressee]] = []
        if self._rest_until > now or self._delivery.pressing:
            return claimed
        room = min(self._limiter.bulk_room(now), IN_FLIGHT - len(self._under_way))
        for mailing in filter(self._may_go, self._mailings):
            if room <= 0:
                break
            most = max(room // mailing.calls_each, 1)
            found = await recipients.claim(tx, mailing.broadcast.id, self._delivery.owner, self._now(), most)
            mailing.dry = len(found) < most
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
        room = now + max(self._limiter.bulk_wait(now), self._rest_until - now)
        # At a high rate several go together; at a low one each in its time.
        return min(self._look_at, room if self._limiter.pace.rate * BEAT < 1 else max(room, now + BEAT))

    # Looking around

    async def _look(self, voice: Voice) -> None:
        known = {mailing.broadcast.id: mailing for mailing in self._mailings}
        self._mailings = []
        for broadcast in await broadcasts.active(voice.tx):
            mailing = known.get(broadcast.id) or await self._mailing(voice.tx, broadcast)
            mailing.broadcast = broadcast
            self._mailings.append(mailing)
            await self._attend(voice, mailing)

    async def _mailing(self, tx: Transaction, broadcast: Broadcast) -> Mailing:
        content = await broadcasts.content(tx, broadcast.id)
        calls = {language: shown.calls(self._house, broadcast, content, language) for language in LANGUAGES}
        return Mailing(broadcast, {language: parts_of(each) for language, each in calls.items()})

    async def _attend(self, voice: Voice, mailing: Mailing) -> None:
        broadcast, now = mailing.broadcast, voice.now
        if broadcast.state == SCHEDULED and self._is_due(broadcast, now):
            broadcasts.begin(voice.tx, broadcast.id, now)
            broadcast.state, broadcast.started = FREEZING, broadcast.started or now
            shown.post_to_places(voice, broadcast, await broadcasts.content(voice.tx, broadcast.id))
        if broadcast.state == FREEZING:
            whole = not await service.freeze_some(voice.tx, self._house.city, broadcast, self._house.bulk_a_week, now)
            broadcast.state = RUNNING if whole else FREEZING
            self._look_at = 0.0  # the rest of the list at once
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
        if due is None and not await recipients.is_under_way(tx, broadcast.id):
            broadcasts.end(tx, broadcast.id, voice.now)
            ended = await broadcasts.get(tx, broadcast.id)
            assert ended  # noqa: S101  # it has just been there
            await shown.summary(voice, ended)
            self._mailings.remove(mailing)
        else:
            await self._show(voice, mailing)

    async def _show(self, voice: Voice, mailing: Mailing) -> None:
        now = asyncio.get_running_loop().time()
        if now < mailing.shown_at + SHOW:
            return
        mailing.shown_at = now
        figures = await service.figures(voice.tx, mailing.broadcast)
        rate, left = mailing.measure(figures, now)
        if figures != mailing.shown:
            mailing.shown = figures
            await shown.progress(
                voice, mailing.broadcast, figures, rate, _with_turns(mailing.broadcast, left, voice.now)
            )

    # Sending

    def _send(self, mailing: Mailing, to: Addressee) -> None:
        """The pace counts it from now on."""
        self._limiter.note_bulk(mailing.calls_each, asyncio.get_running_loop().time())
        self._under_way.add(Owed(mailing.broadcast.id, to.person_id))
        task = asyncio.create_task(self._deliver(mailing, to))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, mailing: Mailing, to: Addressee) -> None:
        outcome = await mailing.send(self._bot.deliver, to)
        if outcome.state == WAITING and outcome.error:
            outcome = self._not_taken(Owed(mailing.broadcast.id, to.person_id), outcome, outcome.error)
        else:
            self._failures = 0
        self._outcomes.append((mailing.broadcast.id, outcome))
        self._wake.set()

    def _not_taken(self, owed: Owed, outcome: Outcome, error: Exception) -> Outcome:
        """Telegram wants less, is not there, or is ill: all rest, and this one is tried again a few times."""
        if isinstance(error, RetryAfter):
            obey(self._limiter, error)
            return outcome
        now = asyncio.get_running_loop().time()
        if self._rest_until <= now:  # what was under way together counts as one failure
            self._failures += 1
            rest = min(FIRST_REST * 2.0 ** (self._failures - 1), LONGEST_REST)
            log.warning("broadcasts rest for %.1f s: %s", rest, error)
            self._rest_until = now + rest
        self._attempts[owed] += not isinstance(error, Unsent)
        if self._attempts[owed] < MOST_ATTEMPTS:
            return outcome
        del self._attempts[owed]
        return outcome._replace(state=FAILED)

    async def _finish(self) -> None:
        """At the end: outcomes that still come are written; what does not come in time is unsure at the next start."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=LAST_CALLS)
        if self._outcomes:
            with contextlib.suppress(DatabaseUnavailable):
                async with self._database.transaction() as tx:
                    self._write(tx, self._outcomes)


def _with_turns(broadcast: Broadcast, left: int | None, now: int) -> int | None:
    """Seconds still to go where the sub-districts take their turns."""
    if left is None or not broadcast.spread:
        return left
    return max(left, (broadcast.started or now) + broadcast.spread - now)

"""Letters that are not in memory: who delivers, what a dead process left, what others put into the outbox."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable

from bot.lines import Lines
from services.now import Now
from storage import outbox
from storage.database import Database, DatabaseUnavailable
from storage.outbox import BULK, WAITING, Letter

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 5  # calls for one answer or notice that may have arrived
POLL = 0.25  # seconds: letters that other processes leave
ALONE_AFTER = 5.0  # seconds without such letters: then new ones go out from memory
LOOK_BACK = 60.0  # seconds between two looks for letters that got lost between the database and memory
YOUNG = 2  # seconds in which a letter may be on its way from the one to the other
BACKLOG = 2000  # letters in memory beyond which the rest stays in the database


class Claims:
    """`leading` says that this process delivers; `direct` that new letters may go out from memory: we deliver, and
    nothing older waits in the database."""

    def __init__(
        self,
        database: Database,
        owner: str,
        now: Now,
        lines: Lines,
        mine: set[int],
        accept: Callable[[list[Letter]], None],
    ) -> None:
        self._database, self._owner, self._now = database, owner, now
        self._lines, self._mine, self._accept = lines, mine, accept
        self._something, self._stopped = asyncio.Event(), asyncio.Event()
        self._left: set[int] = set()
        self.leading = False
        self._drained = False
        self._alone_from = 0.0
        self._look_back_at = 0.0

    @property
    def direct(self) -> bool:
        return self._drained and not self._stopped.is_set()

    def look(self, left: int | None = None) -> None:
        """There is something in the outbox; perhaps a letter that we left there ourselves."""
        if left is not None and self.leading:
            self._left.add(left)
        self._something.set()

    def overflow(self) -> None:
        """Memory is full: what comes waits in the database until that has been emptied."""
        self._drained = False

    def doubt(self) -> None:
        """A commit may or may not have been carried out."""
        self._look_back_at = min(self._look_back_at, asyncio.get_running_loop().time() + YOUNG + 1)

    def stop(self) -> None:
        self._stopped.set()
        self._something.set()

    async def run(self) -> None:
        while not self._stopped.is_set():
            self._something.clear()
            rest = POLL
            try:
                if await self._lead():
                    await self._claim()
                    await self._look_back()
            except DatabaseUnavailable as error:
                log.warning("the outbox cannot be read: %s", error)
                self.doubt()
                rest = 1.0
            except Exception:
                log.exception("the outbox could not be looked through")
                rest = 1.0
            awaited = self._something if self.leading else self._stopped
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(awaited.wait(), rest)

    async def _lead(self) -> bool:
        """Hold the lease, asking again each time: its session may be gone, and another process may have it."""
        try:
            held = await self._database.lease("delivery")
        except DatabaseUnavailable:
            self._step_down()
            raise
        if held and not self.leading:
            await self._take_over()
        elif self.leading and not held:
            self._step_down()
        return held

    async def _take_over(self) -> None:
        async with self._database.transaction() as tx:
            again, unsure = await outbox.adopt(tx, self._owner, MOST_ATTEMPTS)
        if again or unsure:
            log.info("after a crash: %s letters to send again, %s unsure", again, unsure)
        self.leading = True
        self.doubt()

    def _step_down(self) -> None:
        """Whoever has the lease next takes over what is not under way; if it is us again, `_look_back` finds it."""
        if self.leading:
            log.warning("the delivery lease is lost")
        self.leading = self._drained = False
        self._left.clear()
        self._mine.difference_update(letter.id for letter in self._lines.take_everything())

    async def _claim(self) -> None:
        """Rows of nobody: left by other processes, by ourselves in a rush, or for many people at once."""
        now, most = asyncio.get_running_loop().time(), BACKLOG // 2
        if self._lines.waiting >= most:
            return
        async with self._database.transaction() as tx:
            letters = await outbox.claim(tx, self._owner, self._now(), most)
        for letter in letters:
            letter.state = WAITING  # unlike those that go out from memory, their call has not been counted
        self._accept(letters)
        foreign = any(letter.lane < BULK and letter.id not in self._left for letter in letters)
        self._left.difference_update(letter.id for letter in letters)
        if self._drained and foreign:
            # Somebody else leaves letters, too: to keep their order, ours take the same way for a while.
            self._alone_from = now + ALONE_AFTER
            self._drained = False
        elif len(letters) < most or letters[-1].lane == BULK:
            self._drained = now >= self._alone_from

    async def _look_back(self) -> None:
        """Letters in our name that memory does not know: their commit was in doubt, or we lost the lease."""
        now = asyncio.get_running_loop().time()
        if now < self._look_back_at:
            return
        self._look_back_at = now + LOOK_BACK  # first: a doubt that comes meanwhile asks for a look of its own
        async with self._database.transaction() as tx:
            held = await outbox.held_by(tx, self._owner, self._now() - YOUNG)
        lost = [number for number in held if number not in self._mine]
        if lost:
            log.warning("%s letters were not in memory", len(lost))
            async with self._database.transaction() as tx:
                outbox.recover(tx, lost, self._owner)
            self.look()

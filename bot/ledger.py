"""Writes down what became of letters: at once, and together with whatever comes while a transaction is on its way."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from storage import outbox
from storage.database import Database, DatabaseUnavailable, StatementRefused, Transaction

log = logging.getLogger(__name__)

Effect = Callable[[Transaction], None]
REST = 1.0  # seconds between two tries while the database is away


class Ledger:
    """`owner` is the process that holds the letters."""

    def __init__(self, database: Database, owner: str) -> None:
        self._database, self._owner = database, owner
        self._sent: list[int] = []
        self._effects: list[Effect] = []
        self._begins: dict[int, asyncio.Future[bool]] = {}
        self._settling: list[asyncio.Future[None]] = []
        self._something = asyncio.Event()
        self._writing = self._closing = False

    def sent(self, letter_id: int) -> None:
        self._sent.append(letter_id)
        self._something.set()

    def note(self, effect: Effect) -> None:
        self._effects.append(effect)
        self._something.set()

    async def begin(self, letter_id: int) -> bool:
        """Before the call of a letter that its row has not counted yet; False when it is no longer ours to send."""
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._begins[letter_id] = answer
        self._something.set()
        return await answer

    async def settled(self, within: float | None = None) -> None:
        """Until what has been noted so far is committed, or for so many seconds."""
        if not (self._sent or self._effects or self._writing):
            return
        done = asyncio.get_running_loop().create_future()
        self._settling.append(done)
        self._something.set()
        await asyncio.wait({done}, timeout=within)

    def close(self) -> None:
        """`run` ends once everything is written, or cannot be."""
        self._closing = True
        self._something.set()

    async def run(self) -> None:
        while not self._closing:
            await self._something.wait()
            await self._write()
        await self._write()

    async def _write(self) -> None:
        self._something.clear()
        self._writing = True
        sent, self._sent = self._sent, []
        effects, self._effects = self._effects, []
        begins, self._begins = self._begins, {}
        settling, self._settling = self._settling, []
        ours: set[int] = set()
        try:
            ours = await self._commit(sent, effects, list(begins))
        except DatabaseUnavailable as error:
            log.warning("outcomes cannot be recorded yet: %s", error)
            self._sent, self._effects = sent + self._sent, effects + self._effects
            self._begins, self._settling = begins | self._begins, settling + self._settling
            await self._rest()
            return
        except Exception:
            log.exception("outcomes could not be recorded")
        finally:
            self._writing = False
        for letter, answer in begins.items():
            if not answer.done():  # whoever asked may have been cancelled
                answer.set_result(letter in ours)
        for done in settling:
            done.set_result(None)

    async def _commit(self, sent: list[int], effects: list[Effect], begins: list[int]) -> set[int]:
        """Each effect in a savepoint: one that the database refuses keeps nothing else from being written."""
        if not (sent or effects or begins):
            return set()
        async with self._database.transaction() as tx:
            if sent:
                outbox.sent(tx, sent)
            scopes = []
            for effect in effects:
                async with tx.savepoint() as scope:
                    effect(tx)
                scopes.append(scope)
            ours = await outbox.begin(tx, begins, self._owner) if begins else set()
            await tx.flush()
        for scope in scopes:
            if isinstance(scope.error, StatementRefused):
                log.error("an outcome is refused by the database: %s", scope.error)
        return ours

    async def _rest(self) -> None:
        self._something.set()
        if not self._closing:
            await asyncio.sleep(REST)

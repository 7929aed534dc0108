"""Which message a name stands for: `card:17:1` is known by what it is about long before it has been sent."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from bot.ledger import Ledger
from services.now import Now
from storage import posts
from storage.database import Database
from storage.outbox import Letter

REMEMBERED = 20_000  # message ids kept in memory


class Posted:
    """The newest in memory, all of them in the database."""

    def __init__(self, database: Database, ledger: Ledger, now: Now) -> None:
        self._database, self._ledger, self._now = database, ledger, now
        self._known: OrderedDict[str, tuple[int, int]] = OrderedDict()

    async def find(self, name: str) -> tuple[int, int] | None:
        """Its chat and its number there."""
        if name not in self._known:
            async with self._database.transaction() as tx:
                self._known.update(await posts.find(tx, [name]))
        return self._known.get(name)

    def remember(self, name: str, chat_id: int, message_id: int) -> None:
        self._known[name] = (chat_id, message_id)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        now = self._now()
        self._ledger.note(lambda tx: posts.add(tx, chat_id, message_id, name, now))

    def forget(self, name: str) -> None:
        """Somebody deleted the message: a card hangs anew at its next change."""
        self._known.pop(name, None)
        self._ledger.note(lambda tx: posts.forget(tx, name))

    def forget_chat(self, chat_id: int) -> None:
        """Numbers of messages end with a group that becomes a supergroup; the database knows that already."""
        self._known = OrderedDict((name, at) for name, at in self._known.items() if at[0] != chat_id)

    async def addressed(self, letter: Letter) -> dict[str, Any] | None:
        """A letter's parameters with chat and message ids filled in; None when there is no message to edit."""
        parameters = letter.parameters
        if letter.chat_id:
            parameters = {"chat_id": letter.chat_id, **parameters}
        if letter.edits and "message_id" not in parameters:
            found = await self.find(letter.edits)
            if found is None:
                return None
            parameters["chat_id"], parameters["message_id"] = found
        if letter.under and (found := await self.find(letter.under)) and found[0] == letter.chat_id:
            parameters["reply_parameters"] = {"message_id": found[1], "allow_sending_without_reply": True}
        return parameters

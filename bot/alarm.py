"""Tells the operator that the database is away: in the log, and directly, since the outbox cannot take it."""

from __future__ import annotations

import logging
from collections.abc import Collection

from bot.delivery import Delivery
from locales.words import words

log = logging.getLogger(__name__)


class Alarm:
    """Raised once for each outage."""

    def __init__(self, delivery: Delivery, owners: Collection[int]) -> None:
        self._delivery, self._owners = delivery, owners
        self._raised = False

    def raise_(self, error: str) -> None:
        if self._raised:
            return
        self._raised = True
        log.error("the database is not available, updates wait at Telegram: %s", error)
        text = words("fa")("database-told", error=error[:300])
        for owner in self._owners:
            self._delivery.tell(owner, text)

    def clear(self) -> None:
        if self._raised:
            self._raised = False
            log.warning("the database is available again")

"""Errands that take their time: a file to fetch and read, a table to write. No transaction waits for them.

The table of them all is in handlers/errands.py.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from handlers.voice import Voice

Arguments = dict[str, Any]


@dataclass(frozen=True)
class Chore:
    """What is gathered is worked on, and `finish` says what has come of it: None where the work has failed.

    `gather` may find that there is nothing to do any more, and give None. Without it the file is fetched that
    the errand's argument `file` names at Telegram. What is long is read with `more`, page by page, each in a
    transaction of its own: it gives what is to be done with the page, in a thread, and None at the end.
    What is `owed` to many people is never given up, however often it has failed.
    """

    work: Callable[[Any], Awaitable[Any]]
    finish: Callable[[Voice, Arguments, Any], Awaitable[None]]
    gather: Callable[[Voice, Arguments], Awaitable[Any]] | None = None
    more: Callable[[Voice, Any], Awaitable[Callable[[], None] | None]] | None = None
    owed: bool = False

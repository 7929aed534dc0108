"""What is to be sent: a row is a method of the Bot API with its parameters. Rows leave when they are sent."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from storage.database import Transaction
from storage.rows import columns, insert, several, to_json, values

# The lanes; a lower one always goes first. From URGENT on letters are for many people, and are never repeated in doubt;
# the urgent ones wait for no quiet hours.
ANSWER, NOTICE, URGENT, BULK = 0, 1, 2, 3
WAITING, HELD, UNSURE, FAILED = "waiting", "held", "unsure", "failed"
SENDING = "sending"  # held, and its call, which has been counted, is under way
STRIPS = "editMessageReplyMarkup"  # it leaves the words as they are; every other edit changes all


@dataclass
class Letter:
    """One call of the Bot API that is owed to a chat.

    `about` names what the sent message will be (`card:17:1`), so that others can find it later: `edits` names
    the message that this call changes, `under` the one it replies to. Both are looked up when it is sent.
    `owner` is the process that holds the row; `attempts` counts the calls that may have arrived, the one in hand
    included.
    """

    id: int
    lane: int
    chat_id: int
    method: str
    parameters: dict[str, Any]
    about: str | None = None
    edits: str | None = None
    under: str | None = None
    state: str = WAITING
    owner: str | None = None
    attempts: int = 0
    due: int = 0
    created: int = 0
    error: str | None = None


LETTER = columns(Letter)
INSERT = insert("outbox", Letter)


def _ids() -> Iterator[int]:
    process, last = secrets.randbits(14), 0
    while True:
        last = max((int(time.time() * 1000) << 22) | (process << 8), last + 1)
        yield last


_IDS = _ids()


def new_id() -> int:
    """Ascending whatever the clock does, and different in every process: 41 bits of milliseconds, 14 of process,
    8 to count with.

    Made here and not by the database, so that a row can be queued and sent without asking for its number.
    """
    return next(_IDS)


def replaces(newer: Letter, older: Letter) -> bool:
    """Whether the older edit need no longer be made."""
    return newer.edits == older.edits and (newer.method != STRIPS or older.method == STRIPS)


def add(tx: Transaction, letter: Letter) -> None:
    record = values(letter)
    record["parameters"] = to_json(letter.parameters)
    if letter.edits:
        # Edits of the same message that wait together collapse into the last; not one of a message that had the name
        # before another, which is still to come, takes it over.
        only = f" AND method = '{STRIPS}'" if letter.method == STRIPS else ""
        tx.execute(
            f"DELETE FROM outbox WHERE edits = :edits AND state = 'waiting'{only}"
            " AND id > (SELECT COALESCE(MAX(id), 0) FROM outbox WHERE about = :edits)",
            {"edits": letter.edits},
        )
    tx.execute(INSERT, record)


def _letter(row: tuple[Any, ...]) -> Letter:
    return Letter(row[0], row[1], row[2], row[3], json.loads(row[4]), *row[5:])


async def claim(tx: Transaction, owner: str, now: int, limit: int) -> list[Letter]:
    """The next rows that nobody holds, marked as ours; `begin` counts the coming call."""
    rows = await tx.fetch_all(
        "UPDATE outbox SET state = 'held', owner = :owner WHERE id IN ("
        " SELECT id FROM outbox WHERE state = 'waiting' AND due <= :now ORDER BY lane, id LIMIT :limit)"
        f" RETURNING {LETTER}",
        {"owner": owner, "now": now, "limit": limit},
    )
    return sorted((_letter(row) for row in rows), key=lambda letter: (letter.lane, letter.id))


async def begin(tx: Transaction, ids: Iterable[int], owner: str) -> set[int]:
    """Just before claimed rows are sent: those of them that are still ours, their call counted."""
    wanted, parameters = several("id", ids)
    rows = await tx.fetch_all(
        "UPDATE outbox SET state = 'sending', attempts = attempts + 1"
        f" WHERE id IN {wanted} AND state = 'held' AND owner = :owner RETURNING id",
        {"owner": owner, **parameters},
    )
    return {row[0] for row in rows}


def stay(tx: Transaction, letter_id: int, attempts: int, error: str) -> None:
    """The call has failed; the row is still held, to be sent later."""
    tx.execute(
        "UPDATE outbox SET state = 'held', attempts = :attempts, error = :error WHERE id = :id AND owner IS NOT NULL",
        {"id": letter_id, "attempts": attempts, "error": error},
    )


async def adopt(tx: Transaction, owner: str, most_attempts: int) -> tuple[int, int]:
    """After a crash: rows that a dead process held may or may not have been sent.

    Answers and notices wait again, up to `most_attempts` calls, and so do rows for many whose call had not begun; the
    rest are unsure. Call it with the delivery lease in hand, since then no other process holds rows. Returns how
    many wait again, how many are unsure.
    """
    again = await tx.fetch_all(
        "UPDATE outbox SET state = 'waiting', owner = NULL WHERE owner <> :owner AND state IN ('held', 'sending')"
        f" AND ((lane < {URGENT} AND attempts < :most) OR (lane >= {URGENT} AND state = 'held')) RETURNING id",
        {"owner": owner, "most": most_attempts},
    )
    unsure = await tx.fetch_all(
        "UPDATE outbox SET state = 'unsure', owner = NULL WHERE owner <> :owner AND state IN ('held', 'sending')"
        " RETURNING id",
        {"owner": owner},
    )
    return len(again), len(unsure)


async def held_by(tx: Transaction, owner: str, before: int) -> list[int]:
    """Rows that this process should have in memory, made before a moment."""
    rows = await tx.fetch_all(
        "SELECT id FROM outbox WHERE owner = :owner AND state IN ('held', 'sending') AND created < :before",
        {"owner": owner, "before": before},
    )
    return [row[0] for row in rows]


def recover(tx: Transaction, ids: Iterable[int], owner: str) -> None:
    """Rows of ours that memory does not know are treated like those of a dead process."""
    wanted, parameters = several("id", ids)
    for state, which in (("waiting", f"(lane < {URGENT} OR state = 'held')"), ("unsure", "state = 'sending'")):
        tx.execute(
            f"UPDATE outbox SET state = '{state}', owner = NULL WHERE id IN {wanted} AND owner = :owner AND {which}",
            {"owner": owner, **parameters},
        )


def sent(tx: Transaction, ids: Iterable[int]) -> None:
    wanted, parameters = several("id", ids)
    tx.execute(f"DELETE FROM outbox WHERE id IN {wanted}", parameters)


def give_back(tx: Transaction, letter_id: int, owner: str, uncalled: int) -> None:
    """A letter that was held but not sent; `uncalled` is 1 where a call was counted that has not been made."""
    tx.execute(
        "UPDATE outbox SET state = 'waiting', owner = NULL, attempts = attempts - :uncalled"
        " WHERE id = :id AND state = 'held' AND owner = :owner",
        {"id": letter_id, "owner": owner, "uncalled": uncalled},
    )


def close(tx: Transaction, letter_id: int, state: str, error: str) -> None:
    """The end of a row that was not sent: `failed` or `unsure`."""
    tx.execute(
        "UPDATE outbox SET state = :state, owner = NULL, error = :error WHERE id = :id",
        {"id": letter_id, "state": state, "error": error},
    )


def drop_chat(tx: Transaction, chat_id: int, error: str) -> None:
    """Nothing more can be sent to this chat."""
    tx.execute(
        "UPDATE outbox SET state = 'failed', owner = NULL, error = :error WHERE chat_id = :chat"
        " AND state IN ('waiting', 'held', 'sending')",
        {"chat": chat_id, "error": error},
    )


async def pending(tx: Transaction, names: Iterable[str]) -> bool:
    """Whether a message about one of these is still to be sent."""
    wanted, parameters = several("about", names)
    row = await tx.fetch_one(
        f"SELECT 1 FROM outbox WHERE about IN {wanted} AND state IN ('waiting', 'held', 'sending') LIMIT 1", parameters
    )
    return row is not None


async def doubtful(tx: Transaction, names: Iterable[str]) -> list[Letter]:
    """Messages about these that are unsure, or have failed."""
    wanted, parameters = several("about", names)
    rows = await tx.fetch_all(
        f"SELECT {LETTER} FROM outbox WHERE about IN {wanted} AND state IN ('unsure', 'failed') ORDER BY id", parameters
    )
    return [_letter(row) for row in rows]


async def again(tx: Transaction, about: str, now: int) -> int:
    """What was unsure or failed is sent once more, since somebody says so; how many letters that are."""
    rows = await tx.fetch_all(
        "UPDATE outbox SET state = 'waiting', owner = NULL, attempts = 0, due = :now, created = :now, error = NULL"
        " WHERE about = :about AND state IN ('unsure', 'failed') RETURNING id",
        {"about": about, "now": now},
    )
    return len(rows)


async def counts(tx: Transaction) -> dict[str, int]:
    return {row[0]: int(row[1]) for row in await tx.fetch_all("SELECT state, COUNT(*) FROM outbox GROUP BY state")}


async def count_due(tx: Transaction, now: int, lanes: Iterable[int]) -> int:
    """How many of these lanes may go now, or are going."""
    wanted, parameters = several("lane", lanes)
    row = await tx.fetch_one(
        "SELECT COUNT(*) FROM outbox"
        f" WHERE state IN ('waiting', 'held', 'sending') AND due <= :now AND lane IN {wanted}",
        {"now": now, **parameters},
    )
    return int(row[0]) if row else 0


def forget(tx: Transaction, before: int) -> None:
    """Failed and unsure rows are kept for a while, to be looked into."""
    tx.execute("DELETE FROM outbox WHERE state IN ('failed', 'unsure') AND created < :before", {"before": before})

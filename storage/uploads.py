"""Files that the bot has made and that wait to be sent, each with the letter that carries it.

A letter holds `{"upload": id}` where the file goes. The row goes when the letter's does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import columns, insert, several, values


@dataclass
class Upload:
    """`id` is one of storage/outbox.py's."""

    id: int
    name: str
    mime: str
    data: bytes
    at: int


COLUMNS = columns(Upload)
INSERT = insert("upload", Upload)


def put(tx: Transaction, upload: Upload) -> None:
    tx.execute(INSERT, values(upload))


async def get(tx: Transaction, upload_id: int) -> Upload | None:
    row = await tx.fetch_one(f"SELECT {COLUMNS} FROM upload WHERE id = :id", {"id": upload_id})
    return Upload(*row) if row else None


def forget(tx: Transaction, ids: Iterable[int]) -> None:
    wanted, parameters = several("id", ids)
    tx.execute(f"DELETE FROM upload WHERE id IN {wanted}", parameters)


def forget_orphans(tx: Transaction) -> None:
    """Those that no letter carries which may still be sent: letters of a chat that is gone end by the hundred."""
    tx.execute(
        "DELETE FROM upload WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE state IN ('waiting', 'held', 'sending')"
        """ AND parameters LIKE '%{"upload":' || upload.id || '}%')"""
    )

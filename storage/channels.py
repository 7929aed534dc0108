"""Channels in which the bot may post."""

from __future__ import annotations

from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import columns, insert, values


@dataclass
class Channel:
    chat_id: int
    title: str
    added_by: int
    at: int


COLUMNS = columns(Channel)


def put(tx: Transaction, channel: Channel) -> None:
    """One that is known keeps who added it, and when."""
    tx.execute(
        insert("channel", Channel) + " ON CONFLICT (chat_id) DO UPDATE SET title = excluded.title", values(channel)
    )


async def get(tx: Transaction, chat_id: int) -> Channel | None:
    row = await tx.fetch_one(f"SELECT {COLUMNS} FROM channel WHERE chat_id = :chat", {"chat": chat_id})
    return Channel(*row) if row else None


async def all(tx: Transaction) -> list[Channel]:  # noqa: A001  # channels.all is what it is
    """In the order in which they were added."""
    return [Channel(*row) for row in await tx.fetch_all(f"SELECT {COLUMNS} FROM channel ORDER BY at, chat_id")]


async def forget(tx: Transaction, chat_id: int) -> Channel | None:
    """The one that was known."""
    row = await tx.fetch_one(f"DELETE FROM channel WHERE chat_id = :chat RETURNING {COLUMNS}", {"chat": chat_id})
    return Channel(*row) if row else None

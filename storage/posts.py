"""Messages of the bot that are spoken of again: a card to edit, a question that is answered by a reply."""

from __future__ import annotations

from collections.abc import Iterable

from storage.database import Transaction
from storage.rows import several


def add(tx: Transaction, chat_id: int, message_id: int, about: str, now: int) -> None:
    tx.execute(
        "INSERT INTO post (chat_id, message_id, about, at) VALUES (:chat, :message, :about, :now)"
        " ON CONFLICT (chat_id, message_id) DO UPDATE SET about = excluded.about",
        {"chat": chat_id, "message": message_id, "about": about, "now": now},
    )


async def about(tx: Transaction, chat_id: int, message_id: int) -> str | None:
    row = await tx.fetch_one(
        "SELECT about FROM post WHERE chat_id = :chat AND message_id = :message",
        {"chat": chat_id, "message": message_id},
    )
    return row[0] if row else None


async def find(tx: Transaction, names: Iterable[str]) -> dict[str, tuple[int, int]]:
    """(chat id, message id) of the newest message about each."""
    wanted, parameters = several("about", names)
    rows = await tx.fetch_all(
        f"SELECT about, chat_id, message_id FROM post WHERE about IN {wanted} ORDER BY at, message_id",
        parameters,
    )
    return {row[0]: (row[1], row[2]) for row in rows}


async def sent_or_coming(tx: Transaction, names: Iterable[str]) -> dict[str, int]:
    """In which chat the newest message about each is, or will be: of those that are sent or on their way.

    Asked for at once: between two questions a letter may become a message.
    """
    wanted, parameters = several("about", names)
    rows = await tx.fetch_all(
        f"SELECT about, chat_id, at AS since FROM post WHERE about IN {wanted} UNION ALL SELECT about, chat_id, created"
        f" FROM outbox WHERE about IN {wanted} AND state IN ('waiting', 'held', 'sending') ORDER BY since",
        parameters,
    )
    return {row[0]: row[1] for row in rows}


def forget_chat(tx: Transaction, chat_id: int) -> None:
    """Message ids of a group end with it, and when it becomes a supergroup."""
    tx.execute("DELETE FROM post WHERE chat_id = :chat", {"chat": chat_id})


def forget(tx: Transaction, name: str) -> None:
    """The message is gone: somebody has deleted it."""
    tx.execute("DELETE FROM post WHERE about = :about", {"about": name})

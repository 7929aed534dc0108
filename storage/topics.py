"""What people want to hear of: topics they have turned off, cultural centres they follow."""

from __future__ import annotations

from collections.abc import Iterable

from storage import subscriptions
from storage.database import Transaction
from storage.subscriptions import CENTRE


async def turned_off(tx: Transaction, person_id: int) -> set[str]:
    rows = await tx.fetch_all("SELECT topic FROM topic_off WHERE person_id = :id", {"id": person_id})
    return {row[0] for row in rows}


def turn_off(tx: Transaction, person_id: int, topic: str, now: int) -> None:
    tx.execute(
        "INSERT INTO topic_off (person_id, topic, at) VALUES (:id, :topic, :now) ON CONFLICT DO NOTHING",
        {"id": person_id, "topic": topic, "now": now},
    )


def turn_on(tx: Transaction, person_id: int, topic: str) -> None:
    tx.execute("DELETE FROM topic_off WHERE person_id = :id AND topic = :topic", {"id": person_id, "topic": topic})


async def followed(tx: Transaction, person_id: int) -> set[str]:
    """The codes of the centres."""
    return (await subscriptions.of(tx, person_id))[CENTRE]


def follow(tx: Transaction, person_id: int, centres: Iterable[str], now: int) -> None:
    for centre in centres:
        subscriptions.add(tx, person_id, CENTRE, centre, now)


def unfollow(tx: Transaction, person_id: int, centre: str) -> None:
    subscriptions.drop(tx, person_id, CENTRE, centre)

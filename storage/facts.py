"""Single values that the house remembers: the offset of getUpdates, the version of the organisation, …"""

from __future__ import annotations

from storage.database import Transaction


async def get(tx: Transaction, name: str) -> tuple[str, int] | None:
    """The value, and when it was last set (UTC seconds)."""
    row = await tx.fetch_one("SELECT value, changed FROM fact WHERE name = :name", {"name": name})
    return (row[0], row[1]) if row else None


def put(tx: Transaction, name: str, value: str, now: int) -> None:
    tx.execute(
        "INSERT INTO fact (name, value, changed) VALUES (:name, :value, :now)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed = excluded.changed",
        {"name": name, "value": value, "now": now},
    )

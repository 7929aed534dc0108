"""Audiences that administrators come back to, under a name."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from storage.audience.rules import Rule
from storage.database import Transaction
from storage.rows import to_json, values


@dataclass(frozen=True)
class SavedAudience:
    id: int
    name: str
    rules: list[Rule]


def put(tx: Transaction, name: str, rules: Sequence[Rule], author: int, now: int) -> None:
    """Under a name that is there already, it takes that one's place."""
    tx.execute("DELETE FROM saved_audience WHERE name = :name", {"name": name})
    tx.execute(
        "INSERT INTO saved_audience (name, rules, author, at) VALUES (:name, :rules, :author, :now)",
        {"name": name, "rules": to_json([values(rule) for rule in rules]), "author": author, "now": now},
    )


async def newest(tx: Transaction, most: int) -> list[SavedAudience]:
    rows = await tx.fetch_all("SELECT id, name, rules FROM saved_audience ORDER BY id DESC LIMIT :most", {"most": most})
    return [_saved(row) for row in rows]


async def get(tx: Transaction, number: int) -> SavedAudience | None:
    row = await tx.fetch_one("SELECT id, name, rules FROM saved_audience WHERE id = :id", {"id": number})
    return _saved(row) if row else None


def delete(tx: Transaction, number: int) -> None:
    tx.execute("DELETE FROM saved_audience WHERE id = :id", {"id": number})


def _saved(row: tuple[Any, ...]) -> SavedAudience:
    return SavedAudience(row[0], row[1], [Rule(**rule) for rule in json.loads(row[2])])

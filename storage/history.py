"""What belongs to a report: what happened to it, its pictures, who follows it, what was asked. Only appended to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import columns, insert, several, values


@dataclass
class Entry:
    """One step of a report's life. `public` entries are shown to residents; the others to managers alone."""

    id: int
    report_id: int
    at: int
    actor: int
    event: str
    state_from: str
    state_to: str
    note: str
    public: int


@dataclass
class Media:
    """`stage` tells when it came: filed, added, answer or done. `unique_id` is the same for every bot."""

    id: int
    report_id: int
    kind: str
    file_id: str
    unique_id: str
    stage: str
    person_id: int
    at: int


@dataclass
class Question:
    id: int
    report_id: int
    asked_by: int
    words: str
    at: int
    answer: str | None = None
    answered_at: int | None = None


def add_entry(tx: Transaction, entry: Entry) -> None:
    tx.execute(insert("history", Entry, without=("id",)), values(entry))


async def entries(tx: Transaction, report_id: int) -> list[Entry]:
    rows = await tx.fetch_all(
        f"SELECT {columns(Entry)} FROM history WHERE report_id = :report ORDER BY id",
        {"report": report_id},
    )
    return [Entry(*row) for row in rows]


def add_media(tx: Transaction, media: Media) -> None:
    tx.execute(insert("media", Media, without=("id",)), values(media))


async def media_of(tx: Transaction, report_ids: Iterable[int]) -> list[Media]:
    wanted, parameters = several("id", report_ids)
    rows = await tx.fetch_all(
        f"SELECT {columns(Media)} FROM media WHERE report_id IN {wanted} ORDER BY id",
        parameters,
    )
    return [Media(*row) for row in rows]


async def add_supporter(tx: Transaction, report_id: int, person_id: int, now: int) -> bool:
    """Whether they are new."""
    row = await tx.fetch_one(
        "INSERT INTO supporter (report_id, person_id, at) VALUES (:report, :person, :now)"
        " ON CONFLICT DO NOTHING RETURNING person_id",
        {"report": report_id, "person": person_id, "now": now},
    )
    return row is not None


async def supporters(tx: Transaction, report_id: int) -> list[int]:
    rows = await tx.fetch_all(
        "SELECT person_id FROM supporter WHERE report_id = :report ORDER BY at, person_id",
        {"report": report_id},
    )
    return [row[0] for row in rows]


async def ask(tx: Transaction, question: Question) -> int:
    row = await tx.fetch_one(insert("question", Question, without=("id",)) + " RETURNING id", values(question))
    assert row  # noqa: S101  # an INSERT … RETURNING without a conflict clause always gives its row
    return int(row[0])


async def question(tx: Transaction, question_id: int) -> Question | None:
    row = await tx.fetch_one(f"SELECT {columns(Question)} FROM question WHERE id = :id", {"id": question_id})
    return Question(*row) if row else None


async def last_question(tx: Transaction, report_id: int) -> Question | None:
    row = await tx.fetch_one(
        f"SELECT {columns(Question)} FROM question WHERE report_id = :report ORDER BY id DESC LIMIT 1",
        {"report": report_id},
    )
    return Question(*row) if row else None


def answer(tx: Transaction, question_id: int, words: str, now: int) -> None:
    tx.execute(
        "UPDATE question SET answer = :words, answered_at = :now WHERE id = :id",
        {"id": question_id, "words": words, "now": now},
    )

"""Votes, and, apart from them, who has voted.

A vote of an anonymous poll holds no person and no time. It is found again by its receipt alone (services/ballots.py),
and once the poll is closed by nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

from storage.database import Transaction
from storage.rows import columns, insert, several, values

# Whether a poll was delivered to somebody. Their row is found by its key and only then asked for its state: a database
# that has not noticed yet how many a broadcast goes to would otherwise go through all who have got it, for each vote.
DELIVERED = (
    "SELECT 1 FROM poll_sending s WHERE s.poll_id = :poll AND s.kind IN ('invitation', 'reminder') AND 'sent' ="
    " (SELECT r.state FROM recipient r WHERE r.broadcast_id = s.broadcast_id AND r.person_id = {0})"
)
# A question whose number PostgreSQL's planner is not to see: of one that is newer than its statistics it expects no
# votes, and would go through all of them to find a few.
ASKED = "(SELECT CAST(:{0} AS BIGINT))"
SEALED = "sealed:"  # what the receipts of a closed poll begin with
RANDOM = 16  # bytes behind it


@dataclass
class Vote:
    """`chosen` has a bit for each option, the first being 1; `person_id` is there in named polls alone."""

    question_id: int
    receipt: str
    area: str
    chosen: int
    words: str = ""
    person_id: int | None = None


@dataclass(frozen=True)
class Cast:
    """A line of the list that administrators get."""

    question_id: int
    area: str
    chosen: int
    words: str
    person_id: int | None
    first_name: str | None


@dataclass(frozen=True)
class Count:
    """How many in an area have chosen just this."""

    question_id: int
    area: str
    chosen: int
    votes: int


def put(tx: Transaction, vote: Vote) -> None:
    """A changed vote stays where it was counted first."""
    tx.execute(
        insert("vote", Vote) + " ON CONFLICT (question_id, receipt) DO UPDATE"
        " SET chosen = excluded.chosen, words = excluded.words",
        values(vote),
    )


def note_voter(tx: Transaction, poll_id: int, person_id: int) -> None:
    """Whoever votes has been reached, too, whatever is known of the message that came to them."""
    _note(tx, "voter", poll_id, person_id)
    note_visit(tx, poll_id, person_id)


def note_visit(tx: Transaction, poll_id: int, person_id: int) -> None:
    """They have the poll before them, and it was not delivered to them, or not yet for all that is known."""
    tx.execute(
        "INSERT INTO poll_visit (poll_id, person_id) SELECT :poll, :person"
        f" WHERE NOT EXISTS ({DELIVERED.format('CAST(:person AS BIGINT)')}) ON CONFLICT DO NOTHING",
        {"poll": poll_id, "person": person_id},
    )


def _note(tx: Transaction, table: str, poll_id: int, person_id: int) -> None:
    tx.execute(
        f"INSERT INTO {table} (poll_id, person_id) VALUES (:poll, :person) ON CONFLICT DO NOTHING",
        {"poll": poll_id, "person": person_id},
    )


async def of_person(
    tx: Transaction, poll_id: int, person_id: int, receipts: dict[int, str]
) -> tuple[bool, dict[int, Vote]]:
    """Whether they have voted at all, and their votes by question, as far as these receipts find them."""
    pairs = list(receipts.items())
    parts = [f"(question_id = {ASKED.format(f'q{place}')} AND receipt = :r{place})" for place in range(len(pairs))]
    parameters: dict[str, Any] = {"poll": poll_id, "person": person_id}
    for place, (question, receipt) in enumerate(pairs):
        parameters |= {f"q{place}": question, f"r{place}": receipt}
    rows = await tx.fetch_all(
        f"SELECT {columns(Vote)} FROM vote WHERE {' OR '.join(parts) or '1 = 0'}"
        " UNION ALL SELECT 0, '', '', 0, '', person_id FROM voter WHERE poll_id = :poll AND person_id = :person",
        parameters,
    )
    known = {row[0]: Vote(*row) for row in rows if row[0]}
    return len(known) < len(rows), known


def settle_in(tx: Transaction, receipts: Iterable[tuple[int, str]], area: str) -> None:
    """Votes whose area was not known count in this one."""
    for question, receipt in receipts:
        tx.execute(
            "UPDATE vote SET area = :area WHERE question_id = :question AND receipt = :receipt AND area = ''",
            {"question": question, "receipt": receipt, "area": area},
        )


async def tally(tx: Transaction, questions: Iterable[int]) -> list[Count]:
    """Counted from the votes themselves, by an index that holds all it takes."""
    wanted, parameters = several("q", questions)
    rows = await tx.fetch_all(
        f"SELECT question_id, area, chosen, COUNT(*) FROM vote WHERE question_id IN {wanted}"
        " GROUP BY question_id, area, chosen",
        parameters,
    )
    return [Count(row[0], row[1], row[2], int(row[3])) for row in rows]


async def words(tx: Transaction, question_id: int) -> list[tuple[str, str]]:
    """What people have written, with their areas, sorted by the words so that no order shows."""
    rows = await tx.fetch_all(
        "SELECT words, area FROM vote WHERE question_id = :id ORDER BY words, area", {"id": question_id}
    )
    return [(row[0], row[1]) for row in rows]


async def listed(tx: Transaction, question_id: int, after: str, most: int) -> list[tuple[str, Cast]]:
    """By their receipts, from the one behind `after` on: an order that tells nothing."""
    rows = await tx.fetch_all(
        "SELECT v.receipt, v.question_id, v.area, v.chosen, v.words, v.person_id, p.first_name FROM vote v"
        " LEFT JOIN person p ON p.id = v.person_id"
        f" WHERE v.question_id = {ASKED.format('question')} AND v.receipt > :after"
        " ORDER BY v.receipt LIMIT :most",
        {"question": question_id, "after": after, "most": most},
    )
    return [(row[0], Cast(*row[1:])) for row in rows]


async def unsealed(tx: Transaction, question_id: int, after: str, most: int) -> list[str]:
    """Receipts, from the one behind `after` on."""
    rows = await tx.fetch_all(
        f"SELECT receipt FROM vote WHERE question_id = {ASKED.format('question')} AND receipt > :after"
        " AND receipt NOT LIKE :sealed ORDER BY receipt LIMIT :most",
        {"question": question_id, "after": after, "sealed": f"{SEALED}%", "most": most},
    )
    return [row[0] for row in rows]


def seal(tx: Transaction, question_id: int, receipts: Sequence[str]) -> None:
    """Write these votes anew, under receipts that nobody can work out again, and in the order of these.

    They are drawn here: from some numbers of a database's random() all the others can be worked out.
    """
    # As a table, since PostgreSQL compares a long list with each vote as long as it does not know how many there are.
    asked = ASKED.format("question")
    drawn = ", ".join(f"(:r{place}, :n{place})" for place in range(len(receipts)))
    given = f"WITH drawn (receipt, fresh) AS (VALUES {drawn})"
    parameters: dict[str, Any] = {"question": question_id}
    for place, receipt in enumerate(receipts):
        parameters |= {f"r{place}": receipt, f"n{place}": f"{SEALED}{token_hex(RANDOM)}"}
    tx.execute(
        f"{given} INSERT INTO vote (question_id, receipt, area, chosen, words, person_id)"
        " SELECT v.question_id, d.fresh, v.area, v.chosen, v.words, NULL"
        f" FROM drawn d JOIN vote v ON v.question_id = {asked} AND v.receipt = d.receipt ORDER BY d.fresh",
        parameters,
    )
    tx.execute(
        f"{given} DELETE FROM vote WHERE question_id = {asked} AND receipt IN (SELECT receipt FROM drawn)", parameters
    )


# How many


async def voters(tx: Transaction, poll_id: int) -> int:
    row = await tx.fetch_one("SELECT COUNT(*) FROM voter WHERE poll_id = :id", {"id": poll_id})
    return int(row[0]) if row else 0


async def reached(tx: Transaction, poll_id: int) -> int:
    """Different people who have got it, once or several times, or have come to it, or have answered it.

    Nearly everybody is in the list of the first sending: only those of the later ones, and those who have come, are
    looked at one by one.
    """
    sent = (
        "SELECT COUNT(*) FROM poll_sending l JOIN recipient m ON m.broadcast_id = l.broadcast_id"
        " WHERE l.poll_id = :poll AND m.state = 'sent' AND l.kind ="
    )
    before = f"{DELIVERED.format('m.person_id')} AND s.broadcast_id < l.broadcast_id"
    row = await tx.fetch_one(
        f"SELECT ({sent} 'invitation') + ({sent} 'reminder' AND NOT EXISTS ({before}))"
        " + (SELECT COUNT(*) FROM poll_visit x WHERE x.poll_id = :poll"
        f"  AND NOT EXISTS ({DELIVERED.format('x.person_id')}))",
        {"poll": poll_id},
    )
    return int(row[0]) if row else 0


async def homes(tx: Transaction, poll_id: int) -> list[tuple[str, int]]:
    """Where those who have voted live, with how many of them."""
    rows = await tx.fetch_all(
        "SELECT p.home, COUNT(*) FROM voter v JOIN person p ON p.id = v.person_id WHERE v.poll_id = :id"
        " GROUP BY p.home ORDER BY p.home",
        {"id": poll_id},
    )
    return [(row[0], int(row[1])) for row in rows]


async def answered_by(tx: Transaction, person_id: int, polls: Iterable[int]) -> set[int]:
    """Those of these polls in which they have voted."""
    wanted, parameters = several("p", polls)
    rows = await tx.fetch_all(
        f"SELECT poll_id FROM voter WHERE person_id = :person AND poll_id IN {wanted}",
        {"person": person_id, **parameters},
    )
    return {row[0] for row in rows}

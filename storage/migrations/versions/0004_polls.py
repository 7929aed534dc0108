"""Polls, their questions, votes that name nobody, and who has voted."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.columns import column, key, optional, refers, serial, text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    polls()
    votes()
    round_about()


def polls() -> None:
    op.create_table(
        "poll",
        serial(),
        text("state"),
        column("author"),
        column("created"),
        column("changed"),
        column("anonymous"),
        text("shown"),
        text("audience"),
        text("places"),
        text("mirror"),
        column("remind"),
        optional("opens"),
        optional("closes"),
        optional("reminded"),
        optional("closed"),
    )
    op.create_index("poll_state", "poll", ["state", "closes"])
    op.create_index("poll_author", "poll", ["author", "changed"])
    op.create_table(
        "poll_question",
        serial(),
        refers("poll_id", "poll.id"),
        column("place"),
        text("kind"),
        text("words"),
        column("most"),
        text("options"),
    )
    op.create_index("poll_question_poll", "poll_question", ["poll_id", "place"])


def votes() -> None:
    """Kept in the order of their keys, which are random to look at: no table tells in which order people voted."""
    op.create_table(
        "vote",
        key("question_id"),
        key("receipt", sa.Text()),
        text("area"),
        column("chosen"),
        text("words"),
        optional("person_id"),
        sa.ForeignKeyConstraint(["question_id"], ["poll_question.id"]),
        sqlite_with_rowid=False,
    )
    op.create_index("vote_tally", "vote", ["question_id", "area", "chosen"])
    for table in ("voter", "poll_visit"):
        op.create_table(
            table,
            key("poll_id"),
            key("person_id"),
            sa.ForeignKeyConstraint(["poll_id"], ["poll.id"]),
            sqlite_with_rowid=False,
        )
        op.create_index(f"{table}_person", table, ["person_id", "poll_id"])


def round_about() -> None:
    op.create_table(
        "poll_sending",
        key("broadcast_id"),
        refers("poll_id", "poll.id"),
        text("kind"),
        sa.ForeignKeyConstraint(["broadcast_id"], ["broadcast.id"]),
    )
    op.create_index("poll_sending_poll", "poll_sending", ["poll_id"])
    op.create_table(
        "poll_decision",
        serial(),
        refers("poll_id", "poll.id"),
        text("kind"),
        text("words"),
        column("author"),
        column("at"),
    )
    op.create_index("poll_decision_poll", "poll_decision", ["poll_id", "id"])
    # What was found when a poll closed: it is shown from then on as it was, and not worked out again.
    op.create_table("poll_result", key("poll_id"), text("found"), sa.ForeignKeyConstraint(["poll_id"], ["poll.id"]))
    op.create_table(
        "poll_picture",
        key("poll_id"),
        key("area", sa.Text()),
        key("language", sa.Text()),
        text("shows"),
        column("data", sa.LargeBinary()),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"]),
    )

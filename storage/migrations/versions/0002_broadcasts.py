"""Broadcasts and whom they reach, what people want to hear of, and files that wait to be sent."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.columns import column, key, optional, partial_index, serial, text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    people()
    broadcasts()
    recipients()
    uploads()


def people() -> None:
    op.add_column("person", text("home", default=""))
    op.add_column("person", column("seen", default="0"))
    op.execute("UPDATE person SET seen = created")
    op.create_table(
        "topic_off",
        key("person_id"),
        key("topic", sa.Text()),
        column("at"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
    )
    op.create_index("topic_off_topic", "topic_off", ["topic", "person_id"])
    op.create_table(
        "interest",
        key("person_id"),
        key("centre", sa.Text()),
        column("at"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
    )
    op.create_index("interest_centre", "interest", ["centre", "person_id"])


def broadcasts() -> None:
    op.create_table(
        "broadcast",
        serial(),
        text("state"),
        column("author"),
        column("created"),
        column("changed"),
        text("topic"),
        column("urgent", default="0"),
        optional("confirmed_by"),
        text("audience"),
        text("button"),
        text("places"),
        optional("start_at"),
        column("spread", default="0"),
        optional("started"),
        optional("ended"),
        column("frozen_to", default="0"),
        column("frozen", default="0"),
        text("retry", default=""),
        text("counted", default="null"),
    )
    partial_index("broadcast_active", "broadcast", ["id"], "ended IS NULL")
    # Of the house's own, whose author is 0, there are many more than people write.
    partial_index("broadcast_written", "broadcast", ["id"], "author <> 0")
    op.create_index("broadcast_author", "broadcast", ["author", "changed"])
    op.create_table(
        "broadcast_content",
        key("broadcast_id"),
        key("language", sa.Text()),
        text("calls"),
        sa.ForeignKeyConstraint(["broadcast_id"], ["broadcast.id"]),
    )
    op.create_table("saved_audience", serial(), text("name"), text("rules"), column("author"), column("at"))
    op.create_table("channel", key("chat_id"), text("title"), column("added_by"), column("at"))


def recipients() -> None:
    op.create_table(
        "recipient",
        key("broadcast_id"),
        key("person_id"),
        text("language"),
        column("due"),
        text("state"),
        optional("owner", sa.Text()),
        optional("error", sa.Text()),
        column("at"),
        sa.ForeignKeyConstraint(["broadcast_id"], ["broadcast.id"]),
    )
    partial_index("recipient_waiting", "recipient", ["broadcast_id", "due", "person_id"], "state = 'waiting'")
    partial_index("recipient_sending", "recipient", ["owner"], "state = 'sending'")
    op.create_index("recipient_state", "recipient", ["broadcast_id", "state"])
    op.create_index("recipient_person", "recipient", ["person_id"])


def uploads() -> None:
    op.create_table(
        "upload",
        key("id"),
        text("name"),
        text("mime"),
        column("data", sa.LargeBinary()),
        column("at"),
    )

"""The city, its people, their reports, and what is to be said and done."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.columns import column, key, optional, partial_index, refers, serial, text

revision = "0001"
down_revision = None


def upgrade() -> None:
    organisation()
    people()
    reports()
    on_reports()
    messages()
    time()


def organisation() -> None:
    op.create_table(
        "area",
        key("code", sa.Text()),
        optional("parent", sa.Text()),
        text("kind"),
        text("name"),
        optional("lat", sa.Float(53)),
        optional("lon", sa.Float(53)),
        optional("polygon", sa.Text()),
        text("aliases"),
        column("position"),
        column("retired", default="0"),
    )
    op.create_table(
        "category",
        key("code", sa.Text()),
        optional("parent", sa.Text()),
        text("name"),
        text("details"),
        column("position"),
        column("retired", default="0"),
    )
    op.create_table(
        "centre",
        key("code", sa.Text()),
        refers("area", "area.code", sa.Text()),
        text("name"),
        text("kind"),
        column("position"),
        column("retired", default="0"),
    )
    op.create_table(
        "binding",
        key("area", sa.Text()),
        column("chat_id"),
        column("thread_id"),
        text("title"),
        column("bound_by"),
        column("bound_at"),
        sa.ForeignKeyConstraint(["area"], ["area.code"]),
    )
    op.create_index("binding_chat", "binding", ["chat_id"])
    op.create_table("closed_day", key("day", sa.Text()), text("note"), column("added_by"))
    op.create_table("fact", key("name", sa.Text()), text("value"), column("changed"))


def people() -> None:
    op.create_table(
        "person",
        key("id"),
        text("first_name"),
        text("language"),
        column("away", default="0"),
        column("created"),
    )
    op.create_table(
        "dialogue",
        key("person_id"),
        text("step"),
        text("data"),
        column("changed"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
    )
    op.create_table(
        "draft",
        key("person_id"),
        text("data"),
        column("changed"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
    )
    op.create_table(
        "role",
        key("person_id"),
        key("kind", sa.Text()),
        key("area", sa.Text()),
        column("granted_by"),
        column("granted_at"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
    )
    op.create_table(
        "invite",
        key("hash", sa.Text()),
        text("kind"),
        text("area"),
        column("created_by"),
        column("created"),
        column("expires"),
        optional("used_by"),
        optional("used_at"),
    )
    op.create_table("audit", serial(), column("at"), column("actor"), text("action"), text("subject"))


def reports() -> None:
    op.create_table(
        "report",
        serial(),
        text("code"),
        refers("reporter", "person.id"),
        column("anonymous"),
        refers("category", "category.code", sa.Text()),
        refers("area", "area.code", sa.Text()),
        refers("desk", "area.code", sa.Text()),
        text("words"),
        text("landmark"),
        optional("lat", sa.Float(53)),
        optional("lon", sa.Float(53)),
        optional("cell"),
        optional("cover", sa.Text()),
        text("state"),
        column("open"),
        column("created"),
        column("due"),
        column("changed"),
        optional("worker"),
        optional("resume", sa.Text()),
        column("supporters", default="0"),
        column("card", default="0"),
        optional("card_chat"),
        optional("card_thread"),
        optional("card_kind", sa.Text()),
    )
    op.create_index("report_code", "report", ["code"], unique=True)
    op.create_index("report_reporter", "report", ["reporter", "created"])
    partial_index("report_nearby", "report", ["category", "cell", "created"], "open = 1")
    partial_index("report_desk", "report", ["desk", "due"], "open = 1")
    partial_index("report_card_chat", "report", ["card_chat"], "open = 1")


def on_reports() -> None:
    op.create_table(
        "media",
        serial(),
        refers("report_id", "report.id"),
        text("kind"),
        text("file_id"),
        text("unique_id"),
        text("stage"),
        column("person_id"),
        column("at"),
    )
    op.create_index("media_report", "media", ["report_id"])
    op.create_table(
        "history",
        serial(),
        refers("report_id", "report.id"),
        column("at"),
        column("actor"),
        text("event"),
        text("state_from"),
        text("state_to"),
        text("note"),
        column("public"),
    )
    op.create_index("history_report", "history", ["report_id"])
    op.create_index("history_event", "history", ["event", "at"])
    op.create_table(
        "supporter",
        key("report_id"),
        key("person_id"),
        column("at"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
    )
    op.create_index("supporter_person", "supporter", ["person_id", "at"])
    op.create_table(
        "question",
        serial(),
        refers("report_id", "report.id"),
        column("asked_by"),
        text("words"),
        column("at"),
        optional("answer", sa.Text()),
        optional("answered_at"),
    )
    op.create_index("question_report", "question", ["report_id"])


def messages() -> None:
    op.create_table(
        "outbox",
        key("id"),
        column("lane"),
        column("chat_id"),
        text("method"),
        text("parameters"),
        optional("about", sa.Text()),
        optional("edits", sa.Text()),
        optional("under", sa.Text()),
        text("state"),
        optional("owner", sa.Text()),
        column("attempts", default="0"),
        column("due"),
        column("created"),
        optional("error", sa.Text()),
    )
    partial_index("outbox_waiting", "outbox", ["lane", "id"], "state = 'waiting'")
    partial_index("outbox_held", "outbox", ["owner"], "owner IS NOT NULL")
    op.create_index("outbox_chat", "outbox", ["chat_id"])
    partial_index("outbox_edits", "outbox", ["edits"], "edits IS NOT NULL")
    partial_index("outbox_about", "outbox", ["about"], "about IS NOT NULL")
    op.create_table("post", key("chat_id"), key("message_id"), text("about"), column("at"))
    op.create_index("post_about", "post", ["about"])
    op.create_table("seen_update", key("update_id"), column("at"))
    op.create_index("seen_update_at", "seen_update", ["at"])
    op.create_table(
        "set_aside",
        serial(),
        column("update_id"),
        text("content"),
        text("error"),
        text("trace"),
        column("at"),
        text("state"),
    )


def time() -> None:
    op.create_table(
        "errand",
        key("name", sa.Text()),
        text("kind"),
        text("arguments"),
        column("due"),
        text("state"),
        column("attempts", default="0"),
        column("changed"),
    )
    partial_index("errand_due", "errand", ["due"], "state = 'due'")

"""Events of the centres: who comes, who waits, who wants to hear of what, what people ask for and what they thought."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.columns import column, key, optional, partial_index, refers, serial, text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    centres()
    events()
    registrations()
    subscriptions()
    opinions()


def centres() -> None:
    op.add_column("centre", optional("lat", sa.Float(53)))
    op.add_column("centre", optional("lon", sa.Float(53)))


def events() -> None:
    op.create_table(
        "event",
        serial(),
        text("state"),
        column("author"),
        text("centre"),
        text("area"),
        text("place"),
        optional("lat", sa.Float(53)),
        optional("lon", sa.Float(53)),
        text("title"),
        text("words"),
        text("photo"),
        column("starts"),
        column("minutes"),
        text("kind"),
        text("audience"),
        column("capacity"),
        column("seats_each"),
        column("cost"),
        optional("until"),
        optional("series"),
        column("taken", default="0"),
        column("queue", default="0"),
        column("sequence", default="0"),
        optional("broadcast"),
        column("created"),
        column("changed"),
        sqlite_autoincrement=True,  # links and requests name an event: the number of one that is gone is not given anew
    )
    partial_index("event_coming", "event", ["starts", "id"], "state = 'published'")
    op.create_index("event_centre", "event", ["centre", "starts"])
    partial_index("event_draft", "event", ["author", "changed"], "state = 'draft'")
    partial_index("event_broadcast", "event", ["broadcast"], "broadcast IS NOT NULL")
    partial_index("event_series", "event", ["series", "starts"], "series IS NOT NULL")


def registrations() -> None:
    op.create_table(
        "registration",
        key("event_id"),
        key("person_id"),
        text("state"),
        column("seats"),
        column("held"),
        column("place"),
        column("passed"),
        optional("until"),
        text("token"),
        column("came", default="0"),
        optional("came_at"),
        column("at"),
        column("changed"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
    )
    op.create_index("registration_person", "registration", ["person_id", "event_id"])
    partial_index("registration_waiting", "registration", ["event_id", "place"], "state = 'waiting'")
    op.create_index("registration_token", "registration", ["token"], unique=True)


def subscriptions() -> None:
    """Followed centres are one sort of subscription among others."""
    op.create_table(
        "subscription",
        key("person_id"),
        key("sort", sa.Text()),
        key("value", sa.Text()),
        column("at"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
    )
    op.create_index("subscription_value", "subscription", ["sort", "value", "person_id"])
    op.execute(
        "INSERT INTO subscription (person_id, sort, value, at) SELECT person_id, 'centre', centre, at FROM interest"
    )
    op.drop_table("interest")
    op.create_table(
        "event_wish",
        key("person_id"),
        column("day_before", default="1"),
        column("hours_before", default="1"),
        column("weekly", default="0"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
    )


def opinions() -> None:
    op.create_table(
        "event_opinion",
        key("event_id"),
        key("person_id"),
        optional("stars"),
        text("words"),
        column("at"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
    )
    op.create_table(
        "demand",
        serial(),
        refers("person_id", "person.id"),
        text("centre"),
        text("kind"),
        text("audience"),
        text("words"),
        text("state"),
        optional("event"),
        column("at"),
    )
    op.create_index("demand_centre", "demand", ["centre", "state", "at"])
    partial_index("demand_event", "demand", ["event"], "event IS NOT NULL")
    op.create_index("demand_person", "demand", ["person_id", "at"])
    op.create_table(
        "event_sheet",
        serial(),
        refers("person_id", "person.id"),
        text("content"),
        column("at"),
    )

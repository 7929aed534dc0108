"""What was found when a poll closed: it is shown from then on as it was, and not worked out again."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.columns import key, text

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table("poll_result", key("poll_id"), text("found"), sa.ForeignKeyConstraint(["poll_id"], ["poll.id"]))
    # Of polls that have closed before this, it is found now; their people have heard of it.
    op.execute(
        "INSERT INTO errand (name, kind, arguments, due, state, attempts, changed)"
        " SELECT 'poll:seal:' || CAST(id AS TEXT), 'poll_seal',"
        " '{\"poll\": ' || CAST(id AS TEXT) || ', \"told\": 1}', 0, 'due', 0, 0"
        " FROM poll WHERE state IN ('closed', 'decided')"
    )

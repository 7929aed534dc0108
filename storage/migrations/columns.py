"""Columns as all our tables have them: integers of 64 bits, nothing missing unless it is optional."""

import sqlalchemy as sa
from alembic import op

BIG = sa.BigInteger()
# An INTEGER PRIMARY KEY is what makes SQLite number the rows by itself.
SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def column(name: str, kind: sa.types.TypeEngine = BIG, *, default: str | None = None) -> sa.Column:
    return sa.Column(name, kind, nullable=False, server_default=default)


def text(name: str, *, default: str | None = None) -> sa.Column:
    return column(name, sa.Text(), default=default)


def optional(name: str, kind: sa.types.TypeEngine = BIG) -> sa.Column:
    return sa.Column(name, kind, nullable=True)


def serial() -> sa.Column:
    return sa.Column("id", SERIAL, primary_key=True, autoincrement=True)


def key(name: str, kind: sa.types.TypeEngine = BIG) -> sa.Column:
    return sa.Column(name, kind, primary_key=True, autoincrement=False)


def refers(name: str, to: str, kind: sa.types.TypeEngine = BIG) -> sa.Column:
    return sa.Column(name, kind, sa.ForeignKey(to), nullable=False)


def partial_index(name: str, table: str, columns: list[str], condition: str, *, unique: bool = False) -> None:
    """Over the rows alone that meet the condition."""
    where = sa.text(condition)
    op.create_index(name, table, columns, unique=unique, sqlite_where=where, postgresql_where=where)

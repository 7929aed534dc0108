"""Brings the schema up to date. SQLAlchemy and Alembic cost 19 MB, so they live in a process of their own
that ends before anybody is served."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from pathlib import Path

from storage.database import Database, DatabaseError, StatementRefused

MIGRATIONS = Path(__file__).with_name("migrations")
URL = "HAMSAYEH_MIGRATE_URL"  # in the environment, where other people's `ps` does not show the password


class MigrationFailed(DatabaseError):
    """The schema could not be brought up to date."""


def newest_revision() -> str:
    """The names of the files are the revisions: 0001_first.py, 0002_…"""
    return max(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


async def revision(database: Database) -> str | None:
    """The schema's revision, None for an empty database."""
    try:
        async with database.transaction() as transaction:
            row = await transaction.fetch_one("SELECT version_num FROM alembic_version")
    except StatementRefused:
        return None
    return str(row[0]) if row else None


async def bring_up_to_date(database: Database, url: str) -> bool:
    """Whether there was anything to do. Raises MigrationFailed."""
    found = await revision(database)
    if found == newest_revision():
        return False
    if found is not None and found > newest_revision():
        raise MigrationFailed(
            f"the database is of a newer Hamsayeh (schema {found}, this one knows {newest_revision()})"
        )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "storage.migrate", env={**os.environ, URL: url}, stderr=asyncio.subprocess.PIPE
    )
    try:
        _, errors = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    if process.returncode:
        raise MigrationFailed(_sentence(errors.decode(errors="replace")))
    return True


def _sentence(traceback: str) -> str:
    """What SQLAlchemy says of the error, without what it adds to that."""
    lines = traceback.strip().splitlines() or ["the migration was killed"]
    return next((line for line in reversed(lines) if re.match(r"[\w.]+(Error|Exception): ", line)), lines[-1])


def upgrade(url: str) -> None:
    """Runs in the process of its own."""
    from alembic import command  # noqa: PLC0415  # see the head of this file
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", url)
    command.upgrade(config, "head")


if __name__ == "__main__":
    upgrade(os.environ[URL])

"""Migrations bring an empty database up to date, once, and leave a newer one alone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import migrate
from storage.database import Database, open_database
from tests.conftest import drop_postgresql, new_postgresql


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[tuple[Database, str]]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/empty.db"
    else:
        url = new_postgresql(request.getfixturevalue("postgresql"), tmp_path.name)
    database = await open_database(url)
    yield database, url
    await database.close()
    if request.param == "postgresql":
        drop_postgresql(request.getfixturevalue("postgresql"), tmp_path.name)


async def test_an_empty_database_is_brought_up_to_date_once(empty: tuple[Database, str]) -> None:
    database, url = empty
    assert await migrate.revision(database) is None
    assert await migrate.bring_up_to_date(database, url)
    assert await migrate.revision(database) == migrate.newest_revision()
    assert not await migrate.bring_up_to_date(database, url)


async def test_a_newer_database_is_left_alone(empty: tuple[Database, str]) -> None:
    database, url = empty
    await migrate.bring_up_to_date(database, url)
    async with database.transaction() as tx:
        tx.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(migrate.MigrationFailed, match="newer"):
        await migrate.bring_up_to_date(database, url)

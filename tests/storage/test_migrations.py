"""The schema comes into being at once or not at all, and is left alone when it is newer."""

import asyncio
from pathlib import Path

import pytest

from storage import migrate
from storage.database import Database, DatabaseUnavailable, open_database
from tests.conftest import drop_postgresql, new_postgresql


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/empty.db"
    server = request.getfixturevalue("postgresql")
    name = f"empty_{tmp_path.name}"
    request.addfinalizer(lambda: drop_postgresql(server, name))  # noqa: PT021  # where it is a server
    return new_postgresql(server, name)


async def tables(database: Database, url: str) -> set[str]:
    schema = "SELECT name FROM sqlite_master WHERE type = 'table'"
    if not url.startswith("sqlite"):
        schema = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    async with database.transaction() as tx:
        return {row[0] for row in await tx.fetch_all(schema)}


async def test_an_empty_database_is_brought_up_to_date_once(empty_url: str) -> None:
    database = await open_database(empty_url)
    assert await migrate.revision(database) is None
    assert await migrate.bring_up_to_date(database, empty_url)
    assert await migrate.revision(database) == migrate.newest_revision()
    assert {"report", "outbox", "errand", "person"} <= await tables(database, empty_url)
    assert not await migrate.bring_up_to_date(database, empty_url)
    await database.close()


async def test_a_newer_database_is_refused(empty_url: str) -> None:
    database = await open_database(empty_url)
    async with database.transaction() as tx:
        tx.execute("CREATE TABLE alembic_version (version_num TEXT)")
        tx.execute("INSERT INTO alembic_version VALUES ('9999')")
    with pytest.raises(migrate.MigrationFailed, match="newer"):
        await migrate.bring_up_to_date(database, empty_url)
    assert "report" not in await tables(database, empty_url)
    await database.close()


async def test_a_migration_that_fails_in_the_middle_leaves_nothing_behind(empty_url: str) -> None:
    database = await open_database(empty_url)
    async with database.transaction() as tx:
        tx.execute("CREATE TABLE errand (name TEXT)")  # in the way of the last table
    with pytest.raises(migrate.MigrationFailed, match="errand"):
        await migrate.bring_up_to_date(database, empty_url)
    assert await tables(database, empty_url) - {"sqlite_sequence"} == {"errand"}
    async with database.transaction() as tx:
        tx.execute("DROP TABLE errand")
    assert await migrate.bring_up_to_date(database, empty_url)
    await database.close()


async def test_two_processes_that_start_together_both_find_the_schema(empty_url: str) -> None:
    databases = [await open_database(empty_url) for _ in range(2)]
    done = await asyncio.gather(*(migrate.bring_up_to_date(each, empty_url) for each in databases))
    assert any(done)
    assert await migrate.revision(databases[0]) == migrate.newest_revision()
    for each in databases:
        await each.close()


async def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "poem.db"
    path.write_text("بنی‌آدم اعضای یک پیکرند " * 100)
    with pytest.raises(DatabaseUnavailable, match="poem"):
        await open_database(f"sqlite:///{path}")

from collections.abc import AsyncIterator

import pytest

from storage.database import Database, open_database


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """With the schema and the demo district."""
    opened = await open_database(database_url)
    yield opened
    await opened.close()

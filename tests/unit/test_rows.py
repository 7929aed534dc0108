"""Lists in SQL."""

import sqlite3

from storage.rows import several


def test_nothing_is_in_a_list_of_nothing() -> None:
    wanted, parameters = several("id", [])
    assert sqlite3.connect(":memory:").execute(f"SELECT 1 WHERE 1 IN {wanted}", parameters).fetchall() == []


def test_a_list_is_filled_up_with_its_last() -> None:
    assert several("id", [1, 2, 3]) == ("(:id0, :id1, :id2, :id3)", {"id0": 1, "id1": 2, "id2": 3, "id3": 3})

"""What every kind of thing shares: a dataclass whose fields are the columns of its table, in order."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from typing import Any


@cache
def columns(kind: type, prefix: str = "") -> str:
    """`id, name, …` for SELECT and RETURNING."""
    return ", ".join(prefix + column.name for column in fields(kind))


@cache
def insert(table: str, kind: type, without: tuple[str, ...] = ()) -> str:
    """`INSERT INTO table (…) VALUES (:…)` for all fields but `without` (those the database fills in)."""
    names = [column.name for column in fields(kind) if column.name not in without]
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(':' + name for name in names)})"


def values(thing: Any) -> dict[str, Any]:
    """The parameters that `insert` names. Not dataclasses.asdict(), which copies deeply and slowly."""
    return {column: getattr(thing, column) for column in thing.__dataclass_fields__}


def several(name: str, items: Iterable[Any]) -> tuple[str, dict[str, Any]]:
    """`(:n0, :n1, …)` and its parameters, for `x IN …`; of nothing, what nothing is in.

    Filled up to a power of two by repeating the last, so that few different statements are prepared.
    """
    given = list(items)
    if not given:
        return "(NULL)", {}
    size = 1 << max(len(given) - 1, 0).bit_length()
    given += given[-1:] * (size - len(given))
    return f"({', '.join(f':{name}{i}' for i in range(size))})", {f"{name}{i}": x for i, x in enumerate(given)}


# json.dumps() would make an encoder for each call that is not all defaults.
to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

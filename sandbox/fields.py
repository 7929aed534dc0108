"""Types of the Bot API: tables of fields that are made once and check each call.

A check takes a value and whether it came in a form (there numbers are words and objects are JSON), and
returns the value it stands for.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from sandbox.errors import mistake

Check = Callable[[Any, bool], Any]
Fields = Mapping[str, Check]

INTEGER = re.compile(r"-?\d{1,19}")
LARGEST = 2**63
INSIDE_JSON = False  # what stands inside of JSON comes from no form


class WrongType(Exception):  # it is no error yet: the reader of the field words it
    """The value is none of this type."""


def integer(value: Any, form: bool) -> int:  # noqa: FBT001  # every check has this shape
    if form and isinstance(value, str) and INTEGER.fullmatch(value):
        value = int(value)
    if type(value) is not int or not -LARGEST <= value < LARGEST:
        raise WrongType("Integer")
    return value


def identifier(value: Any, form: bool) -> int | str:  # noqa: FBT001, ARG001  # every check has this shape
    """A chat or user id: the real server reads it from words too, and takes a public @name."""
    if type(value) is int and -LARGEST <= value < LARGEST:
        return value
    if isinstance(value, str):
        if INTEGER.fullmatch(value):
            return int(value)
        if value.startswith("@"):
            return value
    raise WrongType("Integer or String")


def number(value: Any, form: bool) -> float:  # noqa: FBT001  # every check has this shape
    if form and isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            raise WrongType("Float") from None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WrongType("Float")
    return value


def boolean(value: Any, form: bool) -> bool:  # noqa: FBT001  # every check has this shape
    if value is True or value is False:
        return value
    if form and value in {"true", "True", "1", "yes"}:
        return True
    if form and value in {"false", "False", "0", "no"}:
        return False
    raise WrongType("Boolean")


def string(value: Any, form: bool) -> str:  # noqa: FBT001, ARG001  # every check has this shape
    if not isinstance(value, str):
        raise WrongType("String")
    return value


def one_of(*allowed: str) -> Check:
    known = frozenset(allowed)

    def check(value: Any, form: bool) -> str:  # noqa: FBT001, ARG001  # every check has this shape
        if not isinstance(value, str) or value not in known:
            raise WrongType("one of " + ", ".join(allowed))
        return value

    return check


def unpacked(value: Any) -> Any:
    """Objects and lists may always come as JSON in a string: the documentation calls them serialized."""
    if isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            raise WrongType("JSON-serialized object") from None
    return value


def array(item: Check) -> Check:
    def check(value: Any, form: bool) -> list[Any]:  # noqa: FBT001, ARG001  # every check has this shape
        value = unpacked(value)
        if not isinstance(value, list):
            raise WrongType("Array")
        return [item(each, INSIDE_JSON) for each in value]

    return check


def structure(name: str, required: Fields, optional: Fields | None = None) -> Check:
    """An object with these fields and no others."""
    known = {**required, **(optional or {})}
    needed = frozenset(required)

    def check(value: Any, form: bool) -> dict[str, Any]:  # noqa: FBT001, ARG001  # every check has this shape
        value = unpacked(value)
        if not isinstance(value, dict):
            raise WrongType(name)
        if missing := needed - value.keys():
            raise mistake(f'{name} has no "{min(missing)}"')
        return checked(value, known, form=False, owner=name)

    return check


def anything(value: Any, form: bool) -> Any:  # noqa: FBT001, ARG001  # every check has this shape
    return unpacked(value)


def checked(values: Mapping[str, Any], known: Fields, *, form: bool, owner: str) -> dict[str, Any]:
    """The values by their types; a field that is not known, or of another type, is a mistake."""
    result = {}
    for key, value in values.items():
        check = known.get(key)
        if check is None:
            raise mistake(f'unknown field "{key}" in {owner}')
        try:
            result[key] = check(value, form)
        except WrongType as wrong:
            raise mistake(f'field "{key}" of {owner} must be of type {wrong}') from None
    return result

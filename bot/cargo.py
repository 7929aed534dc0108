"""Files that letters carry: where the parameters of a call name them, and how they travel beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.request import Files
from storage.outbox import Letter
from storage.uploads import Upload

FIELDS = {"sendDocument": "document", "sendPhoto": "photo"}


def carried(letter: Letter) -> int | None:
    """The number of its upload."""
    held = letter.parameters.get(FIELDS.get(letter.method, ""))
    return held["upload"] if isinstance(held, dict) else None


def packed(method: str, parameters: Mapping[str, Any], upload: Upload) -> tuple[dict[str, Any], Files]:
    """What goes into the fields of the form, and what into its files."""
    field = FIELDS[method]
    rest = {name: value for name, value in parameters.items() if name != field}
    return rest, {field: (upload.name, upload.data, upload.mime)}

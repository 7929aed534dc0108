"""The log of API calls."""

from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Call:
    """One API call and what came of it."""

    at: float
    method: str
    params: dict[str, Any]
    ok: bool
    status: int
    description: str

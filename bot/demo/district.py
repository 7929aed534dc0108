"""The made-up district while it is being made: who lives there, who works there, and which pictures there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from services.city import City
from storage.database import Database
from storage.people import Person

DAYS = 60  # of life before the visitor comes
SEED = "hamsayeh"


@dataclass(frozen=True)
class Picture:
    """A file that the bot can send."""

    file_id: str
    unique_id: str


@dataclass
class District:
    """Everything that is drawn comes from `seed`, so that the same seed makes the same district.

    `residents` are by neighbourhood, `managers` by sub-district; the cast is among them.
    """

    database: Database
    city: City
    now: int
    owner: int
    pictures: Mapping[str, Picture]
    seed: str = SEED
    residents: dict[str, list[Person]] = field(default_factory=dict)
    managers: dict[str, list[Person]] = field(default_factory=dict)

    @property
    def began(self) -> int:
        return self.now - 86400 * DAYS

    def random(self, chapter: str) -> Random:
        """Of its own for each chapter: a new one changes nothing in the others."""
        return Random(f"{self.seed}:{chapter}")  # noqa: S311  # nothing secret is drawn

    def people(self) -> list[Person]:
        return [person for group in (self.residents, self.managers) for some in group.values() for person in some]

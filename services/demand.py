"""What people ask for, like put with like, so that a centre sees how many want the same."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from pathlib import Path

from locales.text import clean, mask_phones, parts
from services.refusal import Refusal
from storage import demand, people
from storage.database import Transaction
from storage.demand import OPEN, Demand

WORDS_LEAST, WORDS_MOST = 3, 300  # characters
A_MONTH, MOST = 30 * 86400, 5  # requests of one person
FRESH = 180 * 86400  # seconds: what was asked for earlier is not counted any more
CONSIDERED = 2000
ALIKE = 0.5  # of the words of the shorter request, those that the other says, too
SAID = 12  # words of a request that say what is wanted: whoever writes more has said it by then
STEM = 5  # letters of a word that tell it from others, whatever ending it has
ENDINGS = ("ی", "s")  # of one letter each
TELLING = 40  # groups that say a word: one that still more say tells nothing
FILE = Path(__file__).with_name("demand_words.json")


@dataclass
class Group:
    """Requests for much the same; its number is that of the first."""

    demands: list[Demand] = field(default_factory=list)

    @property
    def first(self) -> Demand:
        return self.demands[0]

    @property
    def people(self) -> int:
        return len({each.person_id for each in self.demands})

    @property
    def audience(self) -> str:
        """What most of them ask it for."""
        named = [each.audience for each in self.demands]
        return max(sorted(set(named)), key=named.count)


async def ask(tx: Transaction, person_id: int, centre: str, kind: str, audience: str, words: str, now: int) -> None:
    """Raises Refusal."""
    said = mask_phones(clean(words))
    if not WORDS_LEAST <= len(said) <= WORDS_MOST:
        raise Refusal("demand-words", least=WORDS_LEAST, most=WORDS_MOST)
    if await demand.count_of(tx, person_id, now - A_MONTH) >= MOST:
        raise Refusal("demand-enough", count=MOST)
    demand.add(tx, Demand(0, person_id, centre, kind, audience, said, OPEN, None, now))


async def groups(tx: Transaction, centres: Iterable[str], now: int) -> list[Group]:
    """What most ask for first.

    Thousands take a tenth of a second or two to compare: in a thread, so that what is being sent goes on. But the next
    update waits for it, as for every one; on SQLite whoever else needs the database does, too.
    """
    found = await asyncio.to_thread(grouped, await demand.open_at(tx, centres, now - FRESH, CONSIDERED))
    return sorted(found, key=lambda group: (-group.people, group.first.id))


def grouped(demands: Iterable[Demand]) -> list[Group]:
    """Each joins the first group of its centre and kind whose first says much the same."""
    found: dict[tuple[str, str], _Index] = {}
    for each in demands:
        known = found.setdefault((each.centre, each.kind), _Index())
        known.group_of(_thing(each.words)).demands.append(each)
    return [group for known in found.values() for group in known.groups]


class _Index:
    """Groups by the words of their firsts, so that a request is held against those alone that share a word with it."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._sizes: list[int] = []
        self._saying: dict[str, list[int]] = {}

    def group_of(self, words: tuple[str, ...]) -> Group:
        """The one that says most of the same, if that is much; else a new one."""
        shared = Counter(chain.from_iterable(self._saying.get(word, ()) for word in words))
        place, same = max(shared.items(), key=itemgetter(1), default=(-1, 0))
        if same and same >= ALIKE * min(self._sizes[place], len(words)):
            return self.groups[place]
        return self._open(words)

    def _open(self, words: tuple[str, ...]) -> Group:
        for word in words:
            saying = self._saying.setdefault(word, [])
            if len(saying) < TELLING:
                saying.append(len(self.groups))
        self.groups.append(Group())
        self._sizes.append(len(words))
        return self.groups[-1]


@cache
def _beside() -> frozenset[str]:
    """What a request says beside the thing itself: politeness, times, and what kind and audience say already."""
    written: dict[str, list[str]] = json.loads(FILE.read_text(encoding="utf-8"))
    return frozenset(part for some in written.values() for word in some for part in parts(word))


@lru_cache(maxsize=4 * CONSIDERED)
def _thing(text: str) -> tuple[str, ...]:
    """The words that say what is wanted."""
    words = parts(text)
    told = [word for word in words if word not in _beside()] or words
    found: dict[str, None] = {}
    for word in told:
        found[_stem(word)] = None
        if len(found) == SAID:
            break
    return tuple(found)


def _stem(word: str) -> str:
    """«خیاطی» as «خیاط»."""
    return (word[:-1] if len(word) >= STEM and word.endswith(ENDINGS) else word)[:STEM]


async def group(tx: Transaction, centres: Iterable[str], number: int, now: int) -> Group | None:
    """The one with this first request; None when it is answered, or too old by now."""
    return next((found for found in await groups(tx, centres, now) if found.first.id == number), None)


def take_up(tx: Transaction, asked: Group, event_id: int) -> None:
    demand.take_up(tx, [each.id for each in asked.demands], event_id)


async def answered(tx: Transaction, event_id: int, by: int, now: int) -> list[int]:
    """An event is published: those who asked for it."""
    asked = await demand.answer(tx, event_id)
    if asked:
        people.note(tx, by, "demand:answer", f"{event_id} {len(asked)}", now)
    return asked

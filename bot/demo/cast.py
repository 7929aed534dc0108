"""The people of the story, whom the visitor can be; a new one joins in cast.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from bot.demo.district import District
from bot.demo.lives import Act, Life
from bot.demo.words import vocabulary
from services.drafts import Attachment, Draft
from services.rights import MANAGER, OFFICER, grant
from storage import people
from storage.people import Person, Role

FILE = Path(__file__).with_name("cast.json")
HOUR = 3600

Text = dict[str, str]  # by language


@dataclass(frozen=True)
class Part:
    """One of the cast; `home` is the neighbourhood of a resident, `manages` the sub-district of a manager, `runs` the
    centre of an officer."""

    id: int
    name: str
    language: str
    title: Text
    words: Text
    home: str = ""
    manages: str = ""
    runs: str = ""
    latin: str = ""  # the name, for pages in English


@dataclass(frozen=True)
class Told:
    """What one of them has reported, so many days ago; `steps` are verbs with the hours since then, and words. Those
    of managers are Ali's."""

    who: int
    category: str
    place: tuple[float, float]
    words: str
    days: int
    hour: int
    steps: tuple[tuple[Any, ...], ...]
    landmark: str = ""


_told: dict[str, list[dict[str, Any]]] = json.loads(FILE.read_text(encoding="utf-8"))
CAST = tuple(Part(**each) for each in _told["people"])  # the first two are seen first, side by side
LALEH, ALI, EMMA, MARYAM, MEHRDAD = CAST


def name_of(person: int) -> Text:
    """As it is written in another script."""
    latin = next((part.latin for part in CAST if part.id == person), "")
    return {"en": latin} if latin else {}


async def move_in(district: District) -> None:
    async with district.database.transaction() as tx:
        for part in CAST:
            person = Person(
                part.id, part.name, part.language, away=0, created=district.began, home=part.home, seen=district.now
            )
            people.put(tx, person)
            if part.manages:
                grant(tx, Role(part.id, MANAGER, part.manages, district.owner, district.began))
                district.managers.setdefault(part.manages, []).append(person)
            if part.runs:
                grant(tx, Role(part.id, OFFICER, part.runs, district.owner, district.began))


def past(district: District) -> list[Life]:
    """What the two residents have reported before: one matter is settled, one is under way."""
    return [_life(district, Told(**each)) for each in _told["past"]]


def _life(district: District, told: Told) -> Life:
    zone = district.city.zone
    day = datetime.fromtimestamp(district.now, zone).date() - timedelta(days=told.days)
    filed = int(datetime.combine(day, time(told.hour), zone).timestamp())
    acts = [Act(filed, "file", told.who)]
    for verb, after, *said in told.steps:
        acts.append(Act(filed + HOUR * after, verb, told.who if verb == "confirm" else ALI.id, *said))
    return Life(_draft(district, told), acts)


def _draft(district: District, told: Told) -> Draft:
    draft = Draft(words={"1": told.words}, category=told.category, landmark=told.landmark)
    located = district.city.locate(*told.place)
    assert located  # noqa: S101  # the demo district has areas
    draft.place_at(*told.place, located.area_code)
    shown = vocabulary().topics[told.category].picture
    if shown:
        picture = district.pictures[shown]
        draft.media = [Attachment("photo", picture.file_id, picture.unique_id, 1)]
    return draft

"""Two hundred residents and the managers of every sub-district, their names marked as made up."""

from __future__ import annotations

from itertools import count
from random import Random

from bot.demo.district import District
from bot.demo.words import vocabulary
from services.rights import MANAGER, grant
from storage import people
from storage.people import Person, Role

RESIDENTS = 200
COLLEAGUES = 2  # managers of each sub-district
FIRST_ID = 7_100_000_001  # beyond those whom the local Telegram numbers itself
LANGUAGES = {"fa": 90, "en": 5, "ar": 5}  # in a hundred


async def move_in(district: District) -> None:
    random, numbers = district.random("people"), count(FIRST_ID)
    places = vocabulary().places
    homes = random.choices(list(places), [place.share for place in places.values()], k=RESIDENTS)
    async with district.database.transaction() as tx:
        for home in homes:
            language = random.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
            created = district.began - random.randrange(30 * 86400)
            person = _person(random, next(numbers), language, created)
            person.home, person.seen = home, district.now - random.randrange(20 * 86400)
            people.put(tx, person)
            district.residents.setdefault(home, []).append(person)
        for desk in district.city.desks():
            for _ in range(COLLEAGUES):
                person = _person(random, next(numbers), "fa", district.began)
                person.seen = district.now
                people.put(tx, person)
                grant(tx, Role(person.id, MANAGER, desk.code, district.owner, district.began))
                district.managers.setdefault(desk.code, []).append(person)


def _person(random: Random, number: int, language: str, created: int) -> Person:
    words = vocabulary()
    name = f"{random.choice(words.names[language])} ({words.made_up[language]})"
    return Person(id=number, first_name=name, language=language, away=0, created=created)

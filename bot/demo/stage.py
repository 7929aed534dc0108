"""What the chat page shows of the demo: the cast, the map, the tour, and the clock that can be moved."""

from __future__ import annotations

from bot.demo import cast, tour
from bot.demo.clock import MovedClock
from bot.demo.walk import Walk
from handlers.house import House
from sandbox import Person
from sandbox.stage import Neighbourhood, Role, Stage, Text
from sandbox.story import Players
from services.city import City

NOTE: Text = {
    "fa": "هیچ‌یک از این افراد و گزارش‌ها واقعی نیست.",
    "en": "None of these people and reports are real.",
}
LANGUAGES = ("fa", "en")  # of the page


def set_up(house: House, clock: MovedClock, players: Players) -> Stage:
    """Once all that the opening has brought about is there."""
    walk = Walk(players, house, clock.now)
    walk.rewind()
    return Stage(
        cast=[_role(players.group.world.people[part.id], part) for part in cast.CAST],
        map=_map(house.city),
        tour=tour.made(tour.TOUR, walk),
        stops=tour.made(tour.STOPS, walk),
        note=NOTE,
        now=clock.now,
        move=clock.move,
        rewind=walk.rewind,
    )


def _role(person: Person, part: cast.Part) -> Role:
    return Role(person, part.title, part.words, cast.name_of(part.id))


def _map(city: City) -> list[Neighbourhood]:
    return [
        Neighbourhood(_names(city, area.code), _names(city, city.desk_of(area.code)), area.lat, area.lon)
        for area in city.neighbourhoods()
        if area.lat is not None and area.lon is not None
    ]


def _names(city: City, code: str) -> Text:
    return {language: city.name(code, language) for language in LANGUAGES}

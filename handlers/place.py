"""Where it is: the phone's location, a neighbourhood from the list, or a landmark in words."""

from __future__ import annotations

import re

from handlers import steps
from handlers.keyboards import Button, Keyboard, columns, inline, main_menu, reply
from handlers.talk import Talk
from locales.text import clean, shortened
from services import urgent

ONE_LIST = 40  # up to so many neighbourhoods are offered in one list, more by sub-district
LANDMARK_MOST = 200  # characters
POINT = re.compile(r"(-?\d{1,3}\.\d+),(-?\d{1,3}\.\d+)")  # what a button says of a place outside
AROUND_MOST = 80  # characters on a button that has a row to itself
OFFERED = 3  # neighbourhoods that the words name


async def ask(talk: Talk) -> None:
    """Neighbourhoods that the words name are offered first."""
    words, city = talk.own, talk.house.city
    named = [[city.name(code, words.language)] for code in city.named_in(talk.draft.text)[:OFFERED]]
    keyboard = reply(
        [{"text": words.plain("button-location"), "request_location": True}],
        *named,
        [words.plain("button-neighbourhood"), words.plain("button-cancel")],
        once=True,
    )
    talk.close_buttons()
    talk.wait_for(steps.PLACE)
    talk.say("place-ask", keyboard)


async def located(talk: Talk, lat: float, lon: float) -> None:
    """A location from the phone. Outside the city says so, and offers the nearest area."""
    found = talk.house.city.locate(lat, lon)
    if found is None:
        await choose(talk)
    elif found.inside:
        talk.draft.place_at(lat, lon, found.area_code)
        talk.keep_draft()
        talk.proceed()
    else:
        _offer_nearest(talk, lat, lon, found.area_code)


def _offer_nearest(talk: Talk, lat: float, lon: float, code: str) -> None:
    name = talk.house.city.name(code, talk.own.language)
    talk.keep_draft()
    talk.wait_for(steps.PLACE)
    keyboard = inline(
        [talk.draft_button(talk.own.plain("button-nearest", area=name), f"place:near:{lat:.6f},{lon:.6f}")],
        [talk.draft_button(talk.own.plain("button-neighbourhood"), "place:list")],
    )
    talk.say("place-outside", keyboard, area=name)


async def described(talk: Talk) -> bool:
    """A landmark in words, or the name of a neighbourhood. False for all that belongs to the report itself."""
    text = clean((talk.message and talk.message.text) or "")
    if not text or urgent.chatter(text) or _tells_problem(talk, text):
        return False
    if area := exactly(talk, text):
        _understood(talk, area)  # a name from the keyboard says nothing more
        return True
    talk.draft.landmark = text[:LANDMARK_MOST]
    named = talk.house.city.named_in(text)
    if len(named) == 1:
        _understood(talk, named[0])
    else:
        talk.say("place-noted", main_menu(talk.own))
        await choose(talk, "", named)
    return True


def _understood(talk: Talk, code: str) -> None:
    """Say so with the menu: the keyboard that asks for a location goes by itself only when it is used."""
    talk.say("place-chosen", main_menu(talk.own), area=talk.house.city.name(code, talk.own.language))
    settle(talk, code)


def _tells_problem(talk: Talk, text: str) -> bool:
    """Of a photo without words, what is written next may be what it shows; an emergency always is."""
    emergency = urgent.emergency(text)
    if emergency and emergency.number not in talk.draft.warned:
        return True
    return not talk.draft.words and bool(talk.house.city.guess(text, 1))


def exactly(talk: Talk, text: str) -> str | None:
    """The neighbourhood whose name this is, and nothing else."""
    city = talk.house.city
    return next((code for code in city.named_in(text) if text == city.name(code, talk.own.language)), None)


def settle(talk: Talk, code: str) -> None:
    talk.draft.place_in(code)
    talk.keep_draft()
    talk.proceed()


async def choose(talk: Talk, _: str = "", among: list[str] | None = None) -> None:
    """«انتخاب محله»."""
    key = "place-which" if talk.draft.landmark else "place-choose"
    talk.keep_draft()
    talk.wait_for(steps.PLACE)
    talk.say(key, neighbourhood_list(talk, among), landmark=talk.draft.landmark)


def neighbourhood_list(talk: Talk, among: list[str] | None = None, desk: str | None = None) -> Keyboard:
    city = talk.house.city
    codes = among or [area.code for area in city.neighbourhoods()]
    more = [talk.draft_button(talk.own.plain("button-neighbourhood"), "place:list")] if among or desk else []
    if desk:
        codes = [code for code in codes if city.desk_of(code) == desk]
    elif len(codes) > ONE_LIST:
        desks = dict.fromkeys(city.desk_of(code) for code in codes)
        return inline(*([talk.draft_button(around(talk, code), f"place:desk:{code}")] for code in desks))
    return inline(*columns([_choice(talk, code) for code in codes], 2), more)


def around(talk: Talk, desk: str) -> str:
    """«ناحیه ۴: نارمک شمالی، کالاد»: people know the neighbourhood they live in, not the number of the sub-district."""
    city, language = talk.house.city, talk.own.language
    inside = [city.name(area.code, language) for area in city.neighbourhoods() if city.desk_of(area.code) == desk]
    names = talk.own.plain("list-comma").join(inside)
    return shortened(f"{city.name(desk, language)}: {names}", AROUND_MOST)


def _choice(talk: Talk, code: str) -> Button:
    return talk.draft_button(talk.house.city.name(code, talk.own.language), f"place:in:{code}")


def _settle_near(talk: Talk, point: re.Match[str]) -> None:
    """The place outside stays where it is; the nearest area sees to it."""
    lat, lon = map(float, point.groups())
    found = talk.house.city.locate(lat, lon)
    if found:
        talk.draft.place_at(lat, lon, found.area_code)
        talk.keep_draft()
        talk.toast("place-chosen", area=talk.house.city.name(found.area_code, talk.own.language))
        talk.proceed()


async def pressed(talk: Talk, verb: str, code: str) -> None:
    area = talk.house.city.areas.get(code)
    if verb == "near" and (point := POINT.fullmatch(code)):
        _settle_near(talk, point)
    elif verb == "list":
        talk.show(talk.own("place-choose", landmark=""), neighbourhood_list(talk))
    elif area is None or area.retired:
        talk.toast("button-old", alert=True)
    elif verb == "desk":
        talk.show(talk.own("place-choose", landmark=""), neighbourhood_list(talk, desk=code))
    elif verb == "in":
        talk.toast("place-chosen", area=talk.house.city.name(code, talk.own.language))
        settle(talk, code)

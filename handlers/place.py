"""Where it is: the phone's location, a neighbourhood from the list, or a landmark in words."""

from __future__ import annotations

from handlers import steps
from handlers.keyboards import Button, Keyboard, button, columns, inline, reply
from handlers.talk import Talk
from locales.text import clean
from services.drafts import Draft

ONE_LIST = 40  # up to so many neighbourhoods are offered in one list, more by sub-district
LANDMARK_MOST = 200  # characters


async def ask(talk: Talk) -> None:
    """Neighbourhoods that the words name are offered first."""
    words, city = talk.own, talk.house.city
    named = [[city.name(code, words.language)] for code in city.named_in(talk.draft.text)[:3]]
    keyboard = reply(
        [{"text": words.plain("button-location"), "request_location": True}],
        *named,
        [words.plain("button-neighbourhood"), words.plain("button-cancel")],
        once=True,
    )
    talk.wait_for(steps.PLACE)
    talk.say("place-ask", keyboard)


async def located(talk: Talk, lat: float, lon: float) -> None:
    """A location from the phone. Outside the city says so, and offers the nearest area."""
    found = talk.house.city.locate(lat, lon)
    if found is None:
        await choose(talk)
        return
    if not found.inside:
        name = talk.house.city.name(found.area_code, talk.own.language)
        talk.wait_for(steps.PLACE)
        talk.say(
            "place-outside",
            inline(
                [button(talk.own.plain("button-nearest", area=name), f"place:in:{found.area_code}")],
                [button(talk.own.plain("button-neighbourhood"), "place:list")],
            ),
            area=name,
        )
        return
    talk.draft.place_at(lat, lon, found.area_code)
    talk.keep_draft()
    talk.proceed()


async def described(talk: Talk) -> bool:
    """A landmark in words, or the name of a neighbourhood. False when there are no words in the message."""
    text = clean((talk.message and talk.message.text) or "")
    if not text:
        return False
    talk.draft.landmark = text[:LANDMARK_MOST]
    talk.keep_draft()
    named = talk.house.city.named_in(text)
    if len(named) == 1:
        talk.draft.place_in(named[0])
        if text == talk.house.city.name(named[0], talk.own.language):
            talk.draft.landmark = ""  # a name from the keyboard says nothing more
        talk.proceed()
    else:
        await choose(talk, "", named)
    return True


async def choose(talk: Talk, _: str = "", among: list[str] | None = None) -> None:
    """«انتخاب محله»."""
    key = "place-which" if talk.draft.landmark else "place-choose"
    talk.wait_for(steps.PLACE)
    talk.say(key, neighbourhood_list(talk, among), landmark=talk.draft.landmark)


def neighbourhood_list(talk: Talk, among: list[str] | None = None, desk: str | None = None) -> Keyboard:
    city, language = talk.house.city, talk.own.language
    codes = among or [area.code for area in city.neighbourhoods()]
    if desk:
        codes = [code for code in codes if city.desk_of(code) == desk]
    elif len(codes) > ONE_LIST:
        desks = dict.fromkeys(city.desk_of(code) for code in codes)
        return inline(*columns([button(city.name(code, language), f"place:desk:{code}") for code in desks], 2))
    return inline(*columns([_choice(talk, code) for code in codes], 2))


def _choice(talk: Talk, code: str) -> Button:
    return button(talk.house.city.name(code, talk.own.language), f"place:in:{code}")


async def pressed(talk: Talk, verb: str, code: str) -> None:
    if verb == "list":
        talk.show(talk.own("place-choose", landmark=""), neighbourhood_list(talk))
    elif verb == "desk" and code in talk.house.city.areas:
        talk.show(talk.own("place-choose", landmark=""), neighbourhood_list(talk, desk=code))
    elif verb == "in" and _offered(talk, code):
        await _chosen(talk, talk.draft, code)
    else:
        talk.toast("button-old", alert=True)


async def _chosen(talk: Talk, draft: Draft, code: str) -> None:
    if draft.is_empty():
        talk.toast("draft-gone", alert=True)
        return
    draft.place_in(code)
    talk.keep_draft()
    talk.show(talk.own("place-chosen", area=talk.house.city.name(code, talk.own.language)))
    talk.proceed()


def _offered(talk: Talk, code: str) -> bool:
    area = talk.house.city.areas.get(code)
    return area is not None and not area.retired

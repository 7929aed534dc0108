"""«تنظیمات»: the language, what somebody wants to hear of, where they live, the centres they follow."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from handlers import place, report
from handlers.events import pages
from handlers.events.pages import PAGE
from handlers.keyboards import Button, button, columns, inline, main_menu
from handlers.talk import Talk
from locales.words import LANGUAGES, words
from services.topics import TOPICS
from storage import topics


async def show(talk: Talk, _: str = "") -> None:
    own = talk.own
    off, centres = await topics.turned_off(talk.tx, talk.person.id), await topics.followed(talk.tx, talk.person.id)
    nothing = own.plain("settings-none")
    talk.show(
        own(
            "settings",
            language=own.plain("language-name"),
            home=_home(talk) or own.plain("settings-no-home"),
            topics=_listed(talk, (own.plain(f"topic-{topic}") for topic in TOPICS if topic not in off)) or nothing,
            centres=_listed(talk, (_centre(talk, code) for code in talk.house.city.centres if code in centres))
            or nothing,
        ),
        inline(
            [_language(talk, name) for name in LANGUAGES],
            [button(own.plain("button-topics"), "settings:topics"), button(own.plain("button-home"), "settings:home")],
            [button(own.plain("button-centres"), "settings:centres")] if talk.house.city.centres else [],
        ),
    )


def _language(talk: Talk, name: str) -> Button:
    mark = "✅ " if name == talk.own.language else ""
    return button(mark + words(name).plain("language-name"), f"settings:language:{name}")


def _listed(talk: Talk, names: Iterable[str]) -> str:
    return talk.own.plain("list-comma").join(names)


def _home(talk: Talk) -> str:
    city = talk.house.city
    return city.name(talk.person.home, talk.own.language) if talk.person.home in city.areas else ""


def _centre(talk: Talk, code: str) -> str:
    names = talk.house.city.centres[code].name
    return names.get(talk.own.language) or names["fa"]


async def pressed(talk: Talk, verb: str, argument: str) -> None:
    if verb == "language" and argument in LANGUAGES:
        await _speak(talk, argument)
    elif verb in PAGES:
        await PAGES[verb](talk, argument)
    else:
        talk.toast("button-old", alert=True)


async def _speak(talk: Talk, language: str) -> None:
    talk.person.language = language
    talk.keep_person()
    await show(talk)
    talk.say("language-changed", main_menu(talk.own))
    if talk.has_draft():
        report.offer_again(talk)


def _back(talk: Talk, to: str = "menu") -> list[Button]:
    return [button(talk.own.plain("button-back"), f"settings:{to}")]


# What to hear of


async def _topics(talk: Talk, _: str = "") -> None:
    off = await topics.turned_off(talk.tx, talk.person.id)
    rows = [[_topic(talk, topic, on=topic not in off)] for topic in TOPICS]
    talk.show(talk.own("settings-topics"), inline(*rows, _back(talk)))


def _topic(talk: Talk, topic: str, *, on: bool) -> Button:
    return button(("🔔 " if on else "🔕 ") + talk.own.plain(f"topic-{topic}"), f"settings:topic:{topic}")


async def _turn(talk: Talk, topic: str) -> None:
    if topic not in TOPICS:
        talk.toast("button-old", alert=True)
        return
    if topic in await topics.turned_off(talk.tx, talk.person.id):
        topics.turn_on(talk.tx, talk.person.id, topic)
    else:
        topics.turn_off(talk.tx, talk.person.id, topic, talk.now)
    await _topics(talk)


# Where they live


async def _desks(talk: Talk, _: str = "") -> None:
    desks = [
        [button(place.around(talk, desk.code), f"settings:around:{desk.code}")] for desk in talk.house.city.desks()
    ]
    silent = [button(talk.own.plain("button-no-home"), "settings:live:")]
    talk.show(talk.own("settings-home"), inline(*desks, silent, _back(talk)))


async def _around(talk: Talk, desk: str) -> None:
    city, language = talk.house.city, talk.own.language
    inside = [area for area in city.neighbourhoods() if city.desk_of(area.code) == desk]
    if not inside:
        talk.toast("button-old", alert=True)
        return
    buttons = [button(city.name(area.code, language), f"settings:live:{area.code}") for area in inside]
    talk.show(talk.own("settings-home"), inline(*columns(buttons, 2), _back(talk, "home")))


async def _live(talk: Talk, code: str) -> None:
    if code and code not in {area.code for area in talk.house.city.neighbourhoods()}:
        talk.toast("button-old", alert=True)
        return
    talk.person.home = code
    talk.keep_person()
    await show(talk)


# Cultural centres


async def _centres(talk: Talk, argument: str = "") -> None:
    await _list(talk, pages.number(argument))


async def _list(talk: Talk, skip: int) -> None:
    followed, choices = await topics.followed(talk.tx, talk.person.id), pages.centres(talk)
    rows = [
        [button(("✅ " if code in followed else "") + name, f"settings:centre:{code}")]
        for code, name in choices[skip : skip + PAGE]
    ]
    turning = pages.turning(talk.own, "settings:centres:", skip, more=len(choices) > skip + PAGE)
    talk.show(talk.own("settings-centres"), inline(*rows, turning, _back(talk)))


async def _follow(talk: Talk, code: str) -> None:
    codes = [each for each, _ in pages.centres(talk)]
    if code not in codes:
        talk.toast("button-old", alert=True)
        return
    if code in await topics.followed(talk.tx, talk.person.id):
        topics.unfollow(talk.tx, talk.person.id, code)
    else:
        topics.follow(talk.tx, talk.person.id, [code], talk.now)
    await _list(talk, codes.index(code) // PAGE * PAGE)


PAGES: dict[str, Callable[[Talk, str], Awaitable[None]]] = {
    "menu": show,
    "topics": _topics,
    "topic": _turn,
    "home": _desks,
    "around": _around,
    "live": _live,
    "centres": _centres,
    "centre": _follow,
}

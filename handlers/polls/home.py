"""Where a voter lives, asked of whoever has not said: so that their area can be set against the whole."""

from __future__ import annotations

from handlers.keyboards import Button, Keyboard, button, columns, inline
from handlers.talk import Talk
from services import polls as service
from services import voting
from storage.polls import Poll

ONE_LIST = 16  # up to so many neighbourhoods are offered in one list, more by sub-district


def ask(talk: Talk, poll: Poll, desk: str = "") -> None:
    """A poll for an area needs the answer; any other may be answered without."""
    must = bool(service.areas_of(poll))
    talk.show(talk.own("poll-home-must" if must else "poll-home-ask"), _offered(talk, poll, desk, must=must))


def _offered(talk: Talk, poll: Poll, desk: str, *, must: bool) -> Keyboard:
    city, language = talk.house.city, talk.own.language
    codes = [area.code for area in city.neighbourhoods()]
    if must:
        inside = service.scope(city, poll)
        codes = [code for code in codes if code in inside]
    if desk:
        codes = [code for code in codes if city.desk_of(code) == desk]
    elif len(codes) > ONE_LIST:
        desks = dict.fromkeys(city.desk_of(code) for code in codes)
        doors = [button(city.name(code, language), f"poll:desk:{poll.id}:0:{code}") for code in desks]
        return inline(*columns(doors, 2), _without(talk, poll, must=must))
    choices = [button(city.name(code, language), f"poll:live:{poll.id}:0:{code}") for code in codes]
    back = [button(talk.own.plain("button-back"), f"poll:homes:{poll.id}")] if desk else []
    return inline(*columns(choices, 2), back, _without(talk, poll, must=must))


def _without(talk: Talk, poll: Poll, *, must: bool) -> list[Button]:
    key = "button-poll-live-elsewhere" if must else "button-poll-no-home"
    return [button(talk.own.plain(key), f"poll:nohome:{poll.id}")]


def settle(talk: Talk, poll: Poll, code: str) -> bool:
    """From now on that is where they live; votes of theirs in this poll that belonged nowhere belong there.

    It is one of those that were offered: a neighbourhood, and one that the poll is for.
    """
    city = talk.house.city
    if code not in {area.code for area in city.neighbourhoods()} & service.scope(city, poll):
        talk.toast("button-old", alert=True)
        return False
    talk.person.home = code
    talk.keep_person()
    voting.settle_in(talk.tx, talk.house.ballot_key, poll, talk.person.id, code)
    talk.toast("poll-home-taken", area=city.name(code, talk.own.language))
    return True

"""A walk in five steps through the life of one report, and what else may be seen; another capability adds a stop."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from bot.demo import cast
from bot.demo.polls import MARKET
from bot.demo.walk import Hanging, Walk
from sandbox import Person
from sandbox.stage import Step, Text

FILE = Path(__file__).with_name("tour.json")
FIXED = ({"fa": "«رفع شده»", "en": "«رفع شده» (fixed)"}, {"fa": "“Fixed”", "en": "“Fixed”"})  # in Persian, in English

Made = Callable[[Walk], Step]
_told: dict[str, dict[str, Text]] = json.loads(FILE.read_text(encoding="utf-8"))


def made(steps: Sequence[Made], walk: Walk) -> list[Callable[[], Step]]:
    return [partial(step, walk) for step in steps]


def _report(walk: Walk) -> Step:
    return Step(walk.players.laleh, *_said("report"), walk.reported)


def _claim(walk: Walk) -> Step:
    here = walk.newest()
    key = "claim" if here.manager is walk.players.ali else "claim elsewhere"
    names = {"manager": _named(here.manager), "reporter": _named(here.reporter), "group": _same(here.group.title)}
    return _at_the_card(here, _said(key, **names), walk.claimed)


def _finish(walk: Walk) -> Step:
    return _at_the_card(walk.newest(), _said("finish"), walk.finished)


def _at_the_card(here: Hanging, said: tuple[Text, Text], done: Callable[[], bool]) -> Step:
    return Step(here.manager, *said, done, group=here.group, target=lambda: here.card)


def _judge(walk: Walk) -> Step:
    reporter = walk.newest().reporter
    fixed = FIXED[reporter.user.get("language_code") == "en"]
    return Step(reporter, *_said("judge", reporter=_named(reporter), fixed=fixed), walk.answered)


def _digest(walk: Walk) -> Step:
    here = walk.newest()
    said = _said("digest", group=_same(here.group.title))
    return Step(here.manager, *said, walk.informed, group=here.group, moves="morning")


def _event(walk: Walk) -> Step:
    return Step(walk.players.laleh, *_said("event"), walk.registered)


def _poll(walk: Walk) -> Step:
    return Step(walk.players.laleh, *_said("poll", question=_same(MARKET.question)), walk.voted)


def _broadcast(walk: Walk) -> Step:
    key = "broadcast at night" if walk.quiet() else "broadcast"
    return Step(walk.players.mehrdad, *_said(key), walk.announced)


def _said(key: str, **values: Text) -> tuple[Text, Text]:
    """The title and the words of a step; `values` come by language, too."""
    return _filled(_told[key]["title"], values), _filled(_told[key]["words"], values)


def _filled(text: Text, values: dict[str, Text]) -> Text:
    return {
        language: words.format(**{name: value[language] for name, value in values.items()})
        for language, words in text.items()
    }


def _same(text: str) -> Text:
    return {"fa": text, "en": text}


def _named(person: Person) -> Text:
    return {**_same(person.name), **cast.name_of(person.id)}


TOUR = (_report, _claim, _finish, _judge, _digest)
STOPS = (_event, _poll, _broadcast)

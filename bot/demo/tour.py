"""A walk in five steps through the life of one report; another capability adds its steps to the list."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.demo import cast
from handlers.house import House
from sandbox import Person
from sandbox.chats import Message
from sandbox.stage import Step, Text
from sandbox.story import Players
from services import life

MARK, DIGEST = "🔖 ", "خلاصهٔ روزانهٔ"  # what a card says of its state, and a digest of itself
ENDED = frozenset({life.IMPOSSIBLE, life.REFERRED, life.WITHDRAWN})  # there is nothing left to judge
ANSWERED = ENDED | {life.CONFIRMED, life.PARTLY, life.REOPENED}
FINISHED = ANSWERED | {life.DONE}
CODE = re.compile(r"\d{4}-\d{4}")
FIXED = ({"fa": "«رفع شده»", "en": "«رفع شده» (fixed)"}, {"fa": "“Fixed”", "en": "“Fixed”"})  # in Persian, in English
CLAIMED = FINISHED | {life.CLAIMED, life.IN_PROGRESS, life.WAITING}


@dataclass
class Walk:
    """What the visitor has brought about in the managers' group."""

    players: Players
    house: House
    began: float = 0
    since: int = 0  # the last message of the group when the visitor came

    def rewind(self, now: float) -> None:
        """What has been is no part of the walk."""
        self.began, self.since = now, max(message.id for message in self.players.group.messages)

    def reported(self) -> bool:
        return bool(self._states())

    def claimed(self) -> bool:
        return not self._states().isdisjoint(CLAIMED)

    def finished(self) -> bool:
        return not self._states().isdisjoint(FINISHED)

    def answered(self) -> bool:
        return not self._states().isdisjoint(ANSWERED)

    def informed(self) -> bool:
        """The digest of a coming morning is there."""
        return any(DIGEST in message.text for message in self._fresh() if message.date >= self._morning())

    def card(self) -> int | None:
        """The newest one."""
        return max((card.id for card in self._cards()), default=None)

    def reporter(self) -> Person:
        """Whoever was the first to hear the code on the newest card."""
        codes = {code for card in self._cards() if card.id == self.card() for code in CODE.findall(card.text)}
        heard = [
            (message.date, person.id)
            for person in (self.players.laleh, self.players.emma, self.players.mehrdad, self.players.ali)
            for message in person.messages
            if message.from_bot and codes.intersection(CODE.findall(message.text))
        ]
        return self.players.group.world.people[min(heard)[1]] if heard else self.players.laleh

    def _cards(self) -> list[Message]:
        return [message for message in self._fresh() if f"\n{MARK}" in message.text]

    def _fresh(self) -> list[Message]:
        return [message for message in self.players.group.messages if message.from_bot and message.id > self.since]

    def _states(self) -> set[str]:
        """Of the reports whose cards are new, as the cards word them."""
        labels = {self.house.words().plain(f"state-{state.replace('_', '-')}"): state for state in life.STATES}
        lines = (line for message in self._fresh() for line in message.text.split("\n") if line.startswith(MARK))
        return {labels[label] for line in lines if (label := line.removeprefix(MARK).split(" · ")[0]) in labels}

    def _morning(self) -> float:
        zone = self.house.city.zone
        day = datetime.fromtimestamp(self.began, zone)
        hour = self.house.digest_time
        morning = day.replace(hour=hour.hour, minute=hour.minute, second=0)
        return (morning if morning > day else morning + timedelta(days=1)).timestamp()


def steps(walk: Walk) -> list[Callable[[], Step]]:
    return [partial(step, walk) for step in TOUR]


def _report(walk: Walk) -> Step:
    title: Text = {"fa": "یک مشکل را گزارش کنید", "en": "Report a problem"}
    words: Text = {
        "fa": "لاله باشید: با 📎 عکسی نمونه و یک جمله بفرستید، جایش را روی نقشه در ناحیه ۴ (نارمک شمالی یا علم و صنعت)"
        " نشان دهید، موضوع را برگزینید و «ارسال گزارش» را بزنید.",
        "en": "Be Laleh: send a sample photo and a sentence with 📎, show the place on the map in sub-district 4 (North"
        " Narmak or Elm-o-Sanat), choose the subject and press «ارسال گزارش» (send).",
    }
    return Step(walk.players.laleh, title, words, walk.reported)


def _claim(walk: Walk) -> Step:
    name = _named(walk.reporter())
    title: Text = {"fa": "کارت در گروه مدیران است", "en": "The card is in the managers’ group"}
    words: Text = {
        "fa": "علی باشید: در گروه «مدیران ناحیه ۴» زیر کارت تازه «بررسی می‌کنم» را بزنید و ببینید چه به"
        f" {name['fa']} می‌رسد.",
        "en": "Be Ali: in the group «مدیران ناحیه ۴» press «بررسی می‌کنم» (I take it) under the new card, and see what"
        f" {name['en']} hears.",
    }
    return _at_the_card(walk, title, words, walk.claimed)


def _finish(walk: Walk) -> Step:
    title: Text = {"fa": "کار را به پایان برسانید", "en": "Finish the work"}
    words: Text = {
        "fa": "زیر همان کارت «انجام شد» را بزنید و در پاسخ به پیام ربات، عکسی نمونه با یک جمله بفرستید.",
        "en": "Press «انجام شد» (done) under the same card, and answer the bot’s message with a sample photo and a"
        " sentence.",
    }
    return _at_the_card(walk, title, words, walk.finished)


def _at_the_card(walk: Walk, title: Text, words: Text, done: Callable[[], bool]) -> Step:
    return Step(walk.players.ali, title, words, done, group=walk.players.group, target=walk.card)


def _answer(walk: Walk) -> Step:
    reporter = walk.reporter()
    name, fixed = _named(reporter), FIXED[reporter.user.get("language_code") == "en"]
    title: Text = {"fa": f"{name['fa']} داوری می‌کند", "en": f"{name['en']} judges"}
    words: Text = {
        "fa": f"باز {name['fa']} باشید: نتیجه رسیده است. {fixed['fa']} را بزنید؛ کارت گروه هم بسته می‌شود.",
        "en": f"Be {name['en']} again: the result has arrived. Press {fixed['en']}; the card in the group closes, too.",
    }
    return Step(reporter, title, words, walk.answered)


def _digest(walk: Walk) -> Step:
    title: Text = {"fa": "فردا، ساعت هشت", "en": "Tomorrow at eight"}
    words: Text = {
        "fa": "زمان را به فردا ساعت ۸ ببرید: خلاصهٔ روزانهٔ ناحیه در گروه علی می‌آید.",
        "en": "Take the time to tomorrow at eight: the digest of the sub-district comes to Ali’s group.",
    }
    return Step(walk.players.ali, title, words, walk.informed, group=walk.players.group, moves="morning")


def _named(person: Person) -> Text:
    return {"fa": person.name, "en": person.name, **cast.name_of(person.id)}


TOUR = (_report, _claim, _finish, _answer, _digest)

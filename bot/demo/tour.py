"""A walk in five steps through the life of one report; another capability adds its steps to the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.house import House
from sandbox.chats import Message
from sandbox.stage import Step, Text
from sandbox.story import Players
from services import life

MARK, DIGEST = "🔖 ", "خلاصهٔ روزانهٔ"  # what a card says of its state, and a digest of itself
ANSWERED = frozenset({life.CONFIRMED, life.PARTLY, life.REOPENED})
FINISHED = ANSWERED | {life.DONE}
CLAIMED = FINISHED | {life.CLAIMED, life.IN_PROGRESS, life.WAITING}


@dataclass
class Walk:
    """What the visitor has brought about in the managers' group."""

    players: Players
    house: House
    began: float
    since: int  # the last message of the group when the visitor came

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


def steps(walk: Walk) -> list[Step]:
    return [step(walk) for step in TOUR]


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
    title: Text = {"fa": "کارت در گروه مدیران است", "en": "The card is in the managers’ group"}
    words: Text = {
        "fa": "علی باشید: در گروه «مدیران ناحیه ۴» زیر کارت تازه «بررسی می‌کنم» را بزنید و ببینید چه به لاله می‌رسد.",
        "en": "Be Ali: in the group «مدیران ناحیه ۴» press «بررسی می‌کنم» (I take it) under the new card, and see what"
        " Laleh hears.",
    }
    return Step(walk.players.ali, title, words, walk.claimed)


def _finish(walk: Walk) -> Step:
    title: Text = {"fa": "کار را به پایان برسانید", "en": "Finish the work"}
    words: Text = {
        "fa": "زیر همان کارت «انجام شد» را بزنید و در پاسخ به پیام ربات، عکسی نمونه با یک جمله بفرستید.",
        "en": "Press «انجام شد» (done) under the same card, and answer the bot’s message with a sample photo and a"
        " sentence.",
    }
    return Step(walk.players.ali, title, words, walk.finished)


def _answer(walk: Walk) -> Step:
    title: Text = {"fa": "لاله داوری می‌کند", "en": "Laleh judges"}
    words: Text = {
        "fa": "باز لاله باشید: نتیجه رسیده است. «رفع شده» را بزنید؛ کارت گروه هم بسته می‌شود.",
        "en": "Be Laleh again: the result has arrived. Press «رفع شده» (fixed); the card in the group closes, too.",
    }
    return Step(walk.players.laleh, title, words, walk.answered)


def _digest(walk: Walk) -> Step:
    title: Text = {"fa": "فردا، ساعت هشت", "en": "Tomorrow at eight"}
    words: Text = {
        "fa": "در «ساعت داستان» دکمهٔ «فردا ساعت ۸» را بزنید: خلاصهٔ روزانهٔ ناحیه در گروه علی می‌آید.",
        "en": "Press “Tomorrow 8:00” at the story’s clock: the digest of the sub-district comes to Ali’s group.",
    }
    return Step(walk.players.ali, title, words, walk.informed)


TOUR = (_report, _claim, _finish, _answer, _digest)

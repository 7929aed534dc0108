"""People in a closed loop: each acts as soon as the bot has answered what they did before."""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sandbox import Person
from sandbox.chats import Message, Raw

ORGANISATION = Path(__file__).resolve().parents[1] / "services" / "demo_district4.json"
CAPTIONS = (
    "سر کوچه یه چاله‌ی گنده هست، لکه‌گیری کنید، پلاک {}",
    "چراغ کوچهٔ ما سه شب است که خاموش است، روبه‌روی پلاک {}",
    "آشغال‌های سر خیابان را چند روز است جمع نکرده‌اند، کنار پلاک {}",
    "سطل زباله شکسته و چرخ ندارد، جلوی پلاک {}",
    "جوی آب گرفته و باید لایروبی شود، نزدیک پلاک {}",
    "شاخه‌های درخت جلوی پنجره را گرفته، هرس لازم دارد، پلاک {}",
    "موزاییک‌های پیاده‌رو کنده شده، مادرم زمین خورد، پلاک {}",
    "کنار کوچه نخاله ریخته‌اند و نمی‌برند، پلاک {}",
    "یک ماشین رها شده ماه‌هاست کنار خیابان پنچر مانده، پلاک {}",
    "سگ‌های ولگرد شب‌ها در کوچه‌اند، حوالی پلاک {}",
    "تاب و سرسره‌ی پارک شکسته است، کنار پلاک {}",
    "برای این خیابان سرعت‌گاه بگذارید، جلوی پلاک {}",
)
SPREAD = 0.006  # degrees around the centre of a neighbourhood
SEND, DIFFERENT, CODE = "ارسال گزارش", "مشکل دیگری است", "کد رهگیری"


def centres() -> list[tuple[float, float]]:
    """Of all neighbourhoods."""
    areas = json.loads(ORGANISATION.read_text("utf-8"))["areas"]
    return [area["centre"] for area in areas if area["kind"] == "neighbourhood"]


CENTRES = centres()


@dataclass
class Ledger:
    """What happened: how long each act waited for its answer, and what came of it."""

    waits: list[float] = field(default_factory=list)
    filed: int = 0
    differing: int = 0
    cards: int = 0


class Resident:
    """One person; `act` does something and remembers when, `answered` is called once for each act."""

    def __init__(self, person: Person, ledger: Ledger) -> None:
        self.person, self.ledger = person, ledger
        self.since = 0.0
        self.loop = asyncio.get_running_loop()
        person.on_message = self.hear

    def act(self, deed: Callable[[], object]) -> None:
        self.since = time.perf_counter()
        deed()

    def hear(self, message: Message) -> None:
        """The next act comes after the answer has gone to the bot, as it would over a network."""
        following = self.following(message)
        if following is not None:
            self.ledger.waits.append(time.perf_counter() - self.since)
            self.loop.call_soon(self.act, following)

    def begin(self) -> None:
        raise NotImplementedError

    def following(self, message: Message) -> Callable[[], object] | None:
        """What to do now that this has been heard; None when it is not what is being waited for."""
        raise NotImplementedError


class Chatter(Resident):
    """Says something and waits for the echo."""

    def begin(self) -> None:
        self.act(self.speak)

    def speak(self) -> None:
        self.person.post_text("سلام همسایه، حال شما چطور است؟")

    def following(self, message: Message) -> Callable[[], object] | None:
        return self.speak if message.text else None


class Reporter(Resident):
    """Photo, location, category, «ارسال گزارش», and the same again."""

    numbers = itertools.count(1)

    def begin(self) -> None:
        self.act(self.photograph)

    def photograph(self) -> None:
        self.expecting, self.differed = self.place_question, False
        self.person.post_photo(random.choice(CAPTIONS).format(next(self.numbers)))

    def place_question(self, message: Message) -> Callable[[], object] | None:
        rows = (message.markup or {}).get("keyboard", [])
        return self.locate if any("request_location" in key for row in rows for key in row) else None

    def locate(self) -> None:
        self.expecting = self.category_question
        lat, lon = random.choice(CENTRES)
        self.person.post_location(lat + random.uniform(-SPREAD, SPREAD), lon + random.uniform(-SPREAD, SPREAD))

    def category_question(self, message: Message) -> Callable[[], object] | None:
        return self.pressing(message, message.keyboard[0][0], self.preview) if message.keyboard else None

    def preview(self, message: Message) -> Callable[[], object] | None:
        send = button(message, SEND)
        if send:
            return self.pressing(message, send, self.confirmation)
        different = button(message, DIFFERENT)
        if different is None or self.differed:
            return None
        self.differed = True
        self.ledger.differing += 1
        return self.pressing(message, different, self.preview)

    def confirmation(self, message: Message) -> Callable[[], object] | None:
        if CODE not in message.raw.get("text", ""):
            return None
        self.ledger.filed += 1
        return self.photograph

    def pressing(self, message: Message, pressed: Raw, then: Callable[[Message], object]) -> Callable[[], object]:
        def press() -> None:
            self.expecting = then
            self.person.post_press(message, pressed)

        return press

    def following(self, message: Message) -> Callable[[], object] | None:
        return self.expecting(message)


def button(message: Message, words: str) -> Raw | None:
    return next((each for row in message.keyboard for each in row if words in each["text"]), None)

"""A day in District 4: a resident, her neighbour, a manager and an administrator talk to the bot as people do."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sandbox.chats import Message
from sandbox.groups import Group
from sandbox.people import Person
from sandbox.stage import Stage

POTHOLE = (35.73702, 51.50601)  # in North Narmak, sub-district 4
WORDS = "سر کوچه یه چاله‌ی گنده هست، دیروز چرخ ماشینم رفت توش. لطفاً لکه‌گیری کنید"
CODE = re.compile(r"\d{4}-\d{4}")
SAMPLES = Path(__file__).parent / "web" / "static" / "samples"
ZONE = ZoneInfo("Asia/Tehran")
MORNING = 8  # o'clock: the digest
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Players:
    """The cast, and the group of Ali's sub-district."""

    laleh: Person
    emma: Person
    ali: Person
    mehrdad: Person
    group: Group


async def play(players: Players, stage: Stage, tell: Tell) -> None:
    """Each person acts only on what they see. Raises AssertionError when the bot does not do what it should."""
    laleh, emma, ali, group = players.laleh, players.emma, players.ali, players.group
    tell("Laleh reports a pothole in four acts: photo, location, category, send.")
    code = await report(laleh)
    await ali.sees(f"· {code}", at=group)
    tell("Emma, who uses English, sees the same pothole; the bot shows her Laleh's report, and she joins it.")
    await join(emma)
    tell("Ali claims it, works on it and sends a photo of the result; both hear of every step.")
    await work(ali, group, code, laleh)
    await emma.sees("fixed")
    tell("Laleh says that it was fixed, and the card closes.")
    await laleh.press("رفع شده")
    await ali.sees("رفع و بسته شد", at=group)
    tell("Mehrdad, an administrator, invites another manager, who opens the link.")
    await _invite(players.mehrdad, group.world.person("سارا"))
    tell("Next morning at eight the group gets its digest.")
    await stage.move(_tomorrow(stage.now()))
    await ali.sees("خلاصهٔ روزانهٔ", at=group)


async def report(resident: Person) -> str:
    await resident.send_photo(WORDS, data=_sample("pothole"))
    await resident.sees("کجاست")
    await resident.send_location(*POTHOLE)
    await resident.press("لکه‌گیری")
    await resident.press("ارسال گزارش")
    return _code(await resident.sees("کد رهگیری"))


async def join(resident: Person) -> None:
    await resident.send_photo("A deep pothole at the corner, dangerous for bicycles", data=_sample("pothole"))
    await resident.sees("Where")
    await resident.send_location(*POTHOLE)
    await resident.press("Pothole")
    await resident.press("same problem")
    await resident.sees("joined")


async def work(manager: Person, group: Group, code: str, resident: Person) -> None:
    card = await manager.sees(f"· {code}", at=group)
    await manager.press("بررسی می‌کنم", at=card)
    await resident.sees("بررسی")
    await manager.press("در حال رسیدگی", at=card)
    await resident.sees("رسیدگی")
    await manager.press("انجام شد", at=card)
    question = await manager.sees("پاسخ به همین پیام", at=group)
    await manager.send_photo("چاله با آسفالت گرم پر شد.", reply_to=question, data=_sample("patched"))
    await resident.sees("رفع شده است؟")
    await manager.sees("انجام‌شده", at=group)


async def _invite(owner: Person, newcomer: Person) -> None:
    await owner.send("/invite manager n4")
    link = await owner.sees("start=")
    await newcomer.start(link.text.split("start=")[1].split()[0])
    await newcomer.sees("خوش آمدید")


def _sample(name: str) -> bytes:
    return (SAMPLES / f"{name}.jpg").read_bytes()


def _code(message: Message) -> str:
    found = CODE.search(message.text)
    if found is None:
        raise AssertionError(f"no tracking code in {message.text!r}")
    return found[0]


def _tomorrow(now: float) -> float:
    day = datetime.fromtimestamp(now, ZONE) + timedelta(days=1)
    return day.replace(hour=MORNING, minute=0, second=0, microsecond=0).timestamp()

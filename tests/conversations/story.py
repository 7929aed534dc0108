"""What many of these stories have in common."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass

from sandbox import Group, Person
from sandbox.chats import Message
from storage import outbox
from tests.conftest import PLACE, World

POTHOLE = "سر کوچه یه چاله‌ی گنده هست، لکه‌گیری کنید"
KIND = "لکه‌گیری آسفالت"
HOSTILE = '<b>&amp; "x" </i> & <script>'


async def preview(
    person: Person, caption: str = POTHOLE, kind: str = KIND, place: tuple[float, float] = PLACE
) -> Message:
    """As far as the preview, in three acts."""
    await person.send_photo(caption=caption)
    await person.sees("کجاست")
    await person.send_location(*place)
    await person.sees("موضوع")
    await person.press(kind)
    return await person.sees("پیش‌نمایش")


async def different(person: Person) -> Message:
    """It is another problem than the ones nearby."""
    await person.press("مشکل دیگری است")
    return await person.sees("پیش‌نمایش")


async def file(person: Person, caption: str = POTHOLE, kind: str = KIND, place: tuple[float, float] = PLACE) -> str:
    """A whole report; its code."""
    await preview(person, caption, kind, place)
    await person.press("ارسال گزارش")
    return code_in(await person.sees("کد رهگیری"))


def code_in(message: Message) -> str:
    found = re.search(r"\d{4}-\d{4}", message.text)
    assert found, message.text
    return found[0]


@dataclass
class Team:
    """The managers of n4 in their group, and a resident there."""

    world: World
    ali: Person
    sara: Person
    group: Group
    laleh: Person

    async def card(self, code: str, group: Group | None = None) -> Message:
        """The newest card of this report."""
        at = group or self.group
        return await self.ali.wait(at.chat, lambda: next(iter(cards(at, code)[::-1]), None), f"no card {code}")

    async def filed(self, caption: str = POTHOLE, kind: str = KIND) -> str:
        """A report of Laleh's whose card hangs in the group."""
        code = await file(self.laleh, caption, kind)
        await self.card(code)
        return code

    async def done(self, code: str, note: str = "چاله پر شد") -> None:
        """Ali finishes it, and Laleh is asked."""
        await self.ali.press("انجام شد", at=await self.card(code))
        prompt = await self.ali.sees(f"نتیجهٔ گزارش {code} را", at=self.group)
        await self.ali.reply(prompt, photo=True, caption=note)
        await self.laleh.wait(self.laleh.chat, lambda: asked(self.laleh, code), f"is not asked about {code}")


def asked(resident: Person, code: str) -> Message | None:
    """The question whether it was fixed, while it may be answered."""
    shown = (message for message in reversed(resident.messages) if message.contains(f"کار گزارش {code}"))
    return next((message for message in shown if message.buttons), None)


async def team(world: World, **options: bool) -> Team:
    ali, sara = await world.manager("علی", "n4"), await world.manager("سارا", "n4")
    group = await world.group("n4", ali, sara, **options)
    return Team(world, ali, sara, group, world.telegram.person("لاله"))


async def until(holds: Callable[[], bool], what: str) -> None:
    """For what comes about without anything to see in a chat."""
    for _ in range(750):
        if holds():
            return
        await asyncio.sleep(0.02)
    raise AssertionError(what)


async def settled(world: World, *, failed: bool = False) -> None:
    """Everything has been sent, and recorded as sent; or, if that is expected, as failed."""
    assert world.app
    for _ in range(750):
        async with world.app.database.transaction() as tx:
            left = await outbox.counts(tx)
        if not left or (failed and set(left) == {outbox.FAILED}):
            return
        await asyncio.sleep(0.02)
    raise AssertionError("letters are left")


def bot_messages(person: Person) -> list[Message]:
    return [message for message in person.messages if message.from_bot]


def cards(group: Group, code: str) -> list[Message]:
    """The messages that are cards of this report."""
    head = f"· {code}"
    return [message for message in group.messages if message.from_bot and head in message.text.split("\n")[0]]

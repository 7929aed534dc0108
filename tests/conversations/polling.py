"""What the stories of polls have in common."""

import asyncio
from dataclasses import dataclass

from sandbox import Person
from sandbox.chats import Message
from storage import people
from tests.conftest import World

FORM = "/newpoll\nکدام مهم‌تر است؟\n- آسفالت\n- روشنایی\n- نظافت"
QUESTION = "کدام مهم‌تر است؟"


@dataclass
class Street:
    """The administrator, and residents who have said hello."""

    world: World
    owner: Person
    laleh: Person
    reza: Person

    async def ask(self, form: str = FORM) -> None:
        """Made in one message, sent, and arrived."""
        await self.owner.send(form)
        await self.owner.sees("پیش‌نمایش نظرسنجی")
        await self.owner.press("ارسال")
        await self.laleh.sees(question_of(form))
        await self.reza.sees(question_of(form))

    async def close(self) -> None:
        await self.owner.press("پایان دادن", at=await self.managed())
        await self.owner.press("بله، پایان یابد")
        await self.owner.sees("پایان‌یافته:")

    async def managed(self) -> Message:
        """The newest page of a poll that the administrator has before them."""
        message = await self.owner.sees("نرخ پاسخ")
        await self.owner.press("تازه‌سازی", at=message)
        return message


def question_of(form: str) -> str:
    return form.split("\n")[1]


async def street(world: World) -> Street:
    laleh, reza = world.telegram.person("لاله"), world.telegram.person("رضا")
    for person in (laleh, reza):
        await person.start()
        await person.sees("خوش آمدید")
    return Street(world, world.owner, laleh, reza)


async def lives_in(world: World, person: Person, area: str) -> None:
    """As if they had said so."""
    assert world.app
    async with world.app.database.transaction() as tx:
        known = await people.get(tx, person.id)
        assert known
        known.home = area
        people.put(tx, known)


async def tick(world: World) -> None:
    """What is due is done, and what it left has had time to go out."""
    await world.tick()
    await asyncio.sleep(0.05)

"""A district that listens to a broadcast: who has heard it, and what the database says has become of whom."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.app import open_memory
from sandbox import Message, Person
from services import broadcasts as service
from storage import broadcasts, people
from storage.broadcasts import Call
from tests.conftest import World
from tests.faults.helpers import sql

NEWS = "فردا آب محله از ساعت ۹ قطع است."
SUMMARY = "خلاصهٔ پیام همگانی"


@dataclass
class Audience:
    """`number` is the broadcast's; `heard` how often somebody has got it."""

    world: World
    people: dict[int, Person]
    number: int
    heard: Counter[int]

    @property
    def arrived(self) -> int:
        return self.heard.total()

    async def outcomes(self) -> dict[int, str]:
        """The state of each person's row."""
        query = f"SELECT person_id, state FROM recipient WHERE broadcast_id = {self.number}"
        return {row[0]: row[1] for row in await sql(self.world.settings.database, query)}

    async def counts(self) -> Counter[str]:
        return Counter((await self.outcomes()).values())

    async def state(self) -> str:
        rows = await sql(self.world.settings.database, f"SELECT state FROM broadcast WHERE id = {self.number}")
        return str(rows[0][0])

    async def until_over(self, within: float = 60) -> None:
        """The summary has come, and nothing else is owed."""
        await self.until_heard_of(within)
        deadline = time.monotonic() + within
        while left := await sql(self.world.settings.database, "SELECT method, state, error FROM outbox"):
            assert time.monotonic() < deadline, left
            await asyncio.sleep(0.05)

    async def until_heard_of(self, within: float = 60) -> None:
        await self.world.owner.sees(SUMMARY, within=within)

    @property
    def summaries(self) -> list[Message]:
        return [message for message in self.world.owner.messages if message.from_bot and SUMMARY in message.text]

    async def disagreements(self) -> list[str]:
        """Where what people have heard is not what is written down of them."""
        found = await self.outcomes()
        times = {"sent": {1}, "unsure": {0, 1}}
        strangers = [f"{number} is on the list" for number in found.keys() - self.people.keys()]
        missing = [f"{number} is not on the list" for number in self.people.keys() - found.keys()]
        wrong = [
            f"{number} is {state} and has heard it {self.heard[number]} times"
            for number, state in found.items()
            if self.heard[number] not in times.get(state, {0})
        ]
        return strangers + missing + wrong


async def gather(world: World, count: int) -> Audience:
    """Many people whom the bot knows, the owner among them, and a broadcast to all of them; the bot is not running."""
    crowd = {each.id: each for each in (world.owner, *(world.telegram.person(f"همسایه {n}") for n in range(count - 1)))}
    for person in crowd.values():
        person.post_start()
    world.telegram.bot.updates.entries.clear()
    async with open_memory(world.settings) as database, database.transaction() as tx:
        for person in crowd.values():
            people.put(tx, people.Person(person.id, person.name, "fa", 0, world.now(), seen=world.now()))
        made = await broadcasts.create(tx, world.owner.id, "announcements", world.now())
        broadcasts.put_content(tx, made.id, "fa", [Call("sendMessage", {"text": NEWS})])
        await service.submit(tx, made, world.now())
    audience = Audience(world, crowd, made.id, Counter())
    _listen(audience, crowd.values())
    return audience


def _listen(audience: Audience, crowd: Iterable[Person]) -> None:
    def hear(message: Message) -> None:
        audience.heard[message.chat.id] += message.text == NEWS

    for person in crowd:
        person.on_message = hear

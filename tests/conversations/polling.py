"""What the stories of polls have in common."""

import re
from dataclasses import dataclass
from typing import Any

from sandbox import Group, Person
from sandbox.chats import Message
from services import voting
from storage import people, polls, votes
from storage.polls import Poll
from tests.conftest import World

FORM = "/newpoll\nکدام مهم‌تر است؟\n- آسفالت\n- روشنایی\n- نظافت"
QUESTION = "کدام مهم‌تر است؟"
THANKS = "رأی شما ثبت شد"


@dataclass
class Street:
    """The administrator, and residents who have said hello."""

    world: World
    owner: Person
    laleh: Person
    reza: Person

    async def draft(self, form: str = FORM) -> Message:
        await self.owner.send(form)
        return await self.owner.sees("پیش‌نمایش نظرسنجی")

    async def draft_for_tomorrow(self) -> None:
        await self.draft()
        await self.choose("🟢 آغاز")
        await self.owner.send("فردا ساعت ۱۰")
        await self.owner.sees("آغاز:")

    async def ask(self, form: str = FORM) -> None:
        """Made in one message, sent, and arrived."""
        await self.draft(form)
        await self.send(form.split("\n")[1])

    async def send(self, question: str) -> None:
        await self.owner.press("ارسال")
        await self.owner.sees("نرخ پاسخ")
        for person in (self.laleh, self.reza):
            await person.sees(question)

    async def close(self) -> None:
        """Before its time, by the administrator."""
        await self.owner.press("پایان دادن")
        await self.owner.press("بله، پایان یابد")
        await self.owner.sees("نظرسنجی «")

    async def choose(self, *labels: str) -> None:
        """The administrator presses what the draft offers, one after the other."""
        for label in labels:
            await self.owner.press(label)


async def street(world: World) -> Street:
    laleh, reza = world.telegram.person("لاله"), world.telegram.person("رضا")
    for person in (laleh, reza):
        await person.start()
        await person.sees("خوش آمدید")
    return Street(world, world.owner, laleh, reza)


async def the_poll(world: World) -> Poll:
    """The newest that is more than a draft."""
    assert world.app
    async with world.app.database.transaction() as tx:
        return (await polls.in_states(tx, ("scheduled", "open", "closed", "decided"), 1))[0]


async def rows(world: World, sql: str, **parameters: Any) -> list[tuple[Any, ...]]:
    assert world.app
    async with world.app.database.transaction() as tx:
        return await tx.fetch_all(sql, parameters)


async def lives_in(world: World, person: Person, area: str) -> None:
    """As if they had said so."""
    assert world.app
    async with world.app.database.transaction() as tx:
        known = await people.get(tx, person.id)
        assert known
        known.home = area
        people.put(tx, known)


async def neighbours_vote(world: World, **otherwise: list[int]) -> None:
    """Of each neighbourhood, so many people for each option, straight through the rules."""
    assert world.app
    votes_by_area = {area.code: [5, 6, 7] for area in world.app.house.city.neighbourhoods()} | otherwise
    poll, number = await the_poll(world), 900_000
    house = world.app.house
    async with world.app.database.transaction() as tx:
        for area, counts in votes_by_area.items():
            for option, count in enumerate(counts):
                for _ in range(count):
                    number += 1
                    person = people.Person(number, "همسایه", "fa", 1, world.now(), area, world.now())
                    people.put(tx, person)
                    await voting.cast(
                        tx, house.city, house.ballot_key, poll, poll.questions[0], person, world.now(),
                        chosen=voting.bit(option),
                    )  # fmt: skip


async def counted(world: World) -> dict[int, int]:
    """Rows of the newest poll's first question, by what was chosen."""
    assert world.app
    poll = await the_poll(world)
    async with world.app.database.transaction() as tx:
        found = await votes.tally(tx, [poll.questions[0].id])
    return {option: sum(c.votes for c in found if c.chosen >> option & 1) for option in range(5)}


def payload_in(message: Message) -> str:
    found = re.search(r"start=(\w+)", message.text)
    assert found, message.text
    return found[1]


async def vote(person: Person, label: str) -> None:
    await person.press(label)
    await person.sees(THANKS)


async def group_of_n8(world: World) -> tuple[Person, Group]:
    ali = await world.manager("علی", "n8")
    return ali, await world.group("n8", ali)


async def shown(here: Street, when: str) -> None:
    """Asked, with the results shown then."""
    await here.draft()
    await here.choose("نمایش نتیجه", when)
    await here.send(QUESTION)


def copied(data: str, person: Person, **message: object) -> dict[str, object]:
    """A press of this button under a message with more to it than the bot sent."""
    sender = {"id": person.id, "is_bot": False, "first_name": person.name}
    chat = {"id": person.id, "type": "private", "first_name": person.name}
    shown = {"message_id": 77, "date": 1, "chat": chat, "text": "?", **message}
    return {
        "update_id": 900_000_000,
        "callback_query": {"id": "1", "from": sender, "chat_instance": "1", "data": data, "message": shown},
    }

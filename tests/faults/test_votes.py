"""Fifty thousand votes from two thousand people, a hundred at a time: none lost, none counted twice, and whatever is
shown is what the rows were at that moment; and the same, smaller, while the bot is killed again and again."""

import asyncio
import random
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from locales.text import ascii_digits
from sandbox import Person
from sandbox.actions import button_with
from sandbox.chats import Message
from tests.conftest import World, make_world
from tests.conversations.polling import FORM, QUESTION
from tests.faults.helpers import sql
from tests.faults.lives import Life

OPTIONS = ("آسفالت", "روشنایی", "نظافت")
PEOPLE = 100  # at a time
SHIFTS = {"sqlite": 20, "postgresql": 2}
TAPS = 25  # of somebody who waits for nothing in between
NOWHERE = "نمی‌گویم"
KILLS, KILLED_PRESSES = 8, 1500
IMPATIENT = 4.0  # seconds after which a tap is repeated
SHOWN = re.compile(r"٪ · (\S+) \(([۰-۹٬]+) رأی\)")

Counts = tuple[int, ...]


@dataclass
class Voter:
    """`states` are what the counts were after each of their presses, the `latest` the last of them: nothing else may be
    shown to them."""

    person: Person
    crowd: "Crowd"
    message: Message | None = None
    last: str = ""
    states: set[Counts] = field(default_factory=set)
    latest: Counts = ()
    shown: Counts = ()
    seen: asyncio.Event = field(default_factory=asyncio.Event)

    def sees(self, message: Message) -> None:
        if home := button_with(message.keyboard, NOWHERE):
            self.person.post_press(message, home)
        if QUESTION in message.text and button_with(message.keyboard, OPTIONS[0]):
            self.message = message
            self.shown = counts_in(message.text)
            if self.shown:
                self.crowd.checked += 1
                if self.shown not in self.states:
                    self.crowd.wrong.append(f"{self.person.name}: {self.shown}")
                self.seen.set()

    def tap(self) -> None:
        """The bot serves what comes in the order in which it came: so it is known now what will be counted."""
        assert self.message
        option = self.crowd.chance.choice(OPTIONS)
        button = button_with(self.message.keyboard, option)
        assert button
        self.crowd.state[self.last] -= 1
        self.crowd.state[option] += 1
        self.last = option
        self.latest = tuple(self.crowd.state[each] for each in OPTIONS)
        self.states.add(self.latest)
        self.person.post_press(self.message, button)


@dataclass
class Crowd:
    voters: list[Voter] = field(default_factory=list)
    state: Counter[str] = field(default_factory=Counter)
    chance: random.Random = field(default_factory=lambda: random.Random(20261122))
    checked: int = 0
    wrong: list[str] = field(default_factory=list)


def counts_in(text: str) -> Counts:
    """What a message says of each option."""
    found = {option: int(ascii_digits(count).replace("٬", "")) for option, count in SHOWN.findall(text)}
    return tuple(found[option] for option in OPTIONS) if found else ()


async def gathered(world: World) -> Crowd:
    """A poll, and the first hundred people before it."""
    await world.owner.send(FORM)
    await world.owner.press("ارسال")
    await world.owner.sees("نرخ پاسخ")
    crowd = Crowd()
    await shift(world, crowd)
    return crowd


async def shift(world: World, crowd: Crowd) -> list[Voter]:
    """A hundred people more, who come by the poll's link."""
    coming = []
    for _ in range(PEOPLE):
        person = world.telegram.person(f"ساکن {len(crowd.voters)}")
        voter = Voter(person, crowd)
        person.on_message = voter.sees
        crowd.voters.append(voter)
        coming.append(voter)
        person.post_start("p1")
    deadline = time.monotonic() + 60
    while missing := [voter for voter in coming if voter.message is None]:
        assert time.monotonic() < deadline, f"{len(missing)} without it\n{missing[0].person.transcript()}"
        await asyncio.sleep(0.05)
    return coming


async def check_rows(url: str, crowd: Crowd) -> None:
    """One vote for each person, for what they pressed last."""
    wanted = Counter(voter.last for voter in crowd.voters)
    rows = await sql(url, "SELECT chosen, COUNT(*) FROM vote GROUP BY chosen")
    assert {OPTIONS[chosen.bit_length() - 1]: count for chosen, count in rows} == dict(wanted)
    assert await sql(url, "SELECT COUNT(*) FROM voter") == [(len(crowd.voters),)]
    assert await sql(url, "SELECT COUNT(*) FROM vote WHERE person_id IS NOT NULL") == [(0,)]
    assert crowd.wrong == []


@pytest.mark.timeout(600)
async def test_votes_that_pour_in_are_counted_once_each_and_shown_as_they_are(
    database_url: str, tmp_path: Path
) -> None:
    kind = database_url.partition(":")[0]
    async with make_world(database_url) as world:
        life = await living(world, tmp_path)
        begun = time.monotonic()
        crowd = await gathered(world)
        await asyncio.gather(*map(hasty, crowd.voters))
        for _ in range(1, SHIFTS[kind]):
            await asyncio.gather(*map(hasty, await shift(world, crowd)))
        took, votes = time.monotonic() - begun, SHIFTS[kind] * PEOPLE * TAPS
        await confirmed(database_url, world)
        assert await life.terminate() == 0
        assert crowd.checked >= len(crowd.voters)
        await check_rows(database_url, crowd)
        print(f"{kind}: {votes} votes in {took:.0f} s, {votes / took:.0f} a second")  # noqa: T201  # with -s


async def living(world: World, tmp_path: Path) -> Life:
    """The bot as a process of its own, and the owner, who has said hello."""
    life = Life(world.settings, tmp_path / "log")
    await life.ready()
    await world.owner.start()
    await world.owner.sees("خوش آمدید")
    return life


async def hasty(voter: Voter) -> None:
    """Taps this and that, and looks until what is shown is what the last tap brought about."""
    for _ in range(TAPS):
        voter.tap()
    async with asyncio.timeout(120):
        while voter.shown != voter.latest:
            voter.seen.clear()
            await voter.seen.wait()


async def confirmed(url: str, world: World) -> None:
    """The bot has served all there is."""
    following = str(world.telegram.bot.updates.next_id)
    deadline = time.monotonic() + 120
    while await sql(url, "SELECT value FROM fact WHERE name = 'offset'") != [(following,)]:
        assert time.monotonic() < deadline, "updates are left"
        await asyncio.sleep(0.1)


@pytest.mark.timeout(300)
async def test_no_kill_loses_a_vote_or_counts_one_twice(database_url: str, tmp_path: Path) -> None:
    async with make_world(database_url) as world:
        life = await living(world, tmp_path)
        crowd = await gathered(world)
        pouring = asyncio.gather(*(patient(voter, KILLED_PRESSES // PEOPLE) for voter in crowd.voters))
        for _ in range(KILLS):
            await asyncio.sleep(crowd.chance.uniform(0.2, 0.8))
            await life.kill()
            life = Life(world.settings, tmp_path / "log")
            await life.ready()
        await asyncio.wait_for(pouring, 200)
        await confirmed(database_url, world)  # taps that were repeated too early may still be on their way
        assert await life.terminate() == 0
        await check_rows(database_url, crowd)


async def patient(voter: Voter, presses: int) -> None:
    """Taps, and waits to see the counts; again when nothing comes, since toasts and edits may go with a process."""
    for _ in range(presses):
        voter.seen.clear()
        while not voter.seen.is_set():
            voter.tap()
            await asyncio.wait({asyncio.ensure_future(voter.seen.wait())}, timeout=IMPATIENT)

"""The world outside the bot: one Telegram server with its bots, people and groups."""

import itertools
import time
from collections.abc import Callable, Sequence
from typing import Self

from sandbox.api import Api
from sandbox.bots import BotAccount
from sandbox.calls import Call
from sandbox.channels import Channel
from sandbox.chats import Chat, PrivateChat
from sandbox.closing import Closing
from sandbox.faults import Faults
from sandbox.flood import Flood
from sandbox.groups import Group
from sandbox.people import Person
from sandbox.server import Server
from sandbox.stage import Stage

CALLS_KEPT = 20_000


class Telegram:
    """The sandbox. `log=False` keeps no calls; `keep` is the number of messages kept in each chat.

    `delay` is the seconds between a call and its answer, as over a network.
    """

    def __init__(
        self,
        *,
        flood: bool = False,
        clock: Callable[[], float] = time.time,
        log: bool = True,
        keep: int = 10_000,
        delay: float = 0.0,
    ) -> None:
        self.clock = clock
        self.log = log
        self.keep = keep
        self.delay = delay
        self.callback_age = 15.0
        self.webhook_retry = 1.0
        self.calls: list[Call] = []
        self.problems: list[str] = []
        self.flood_violations: list[Call] = []
        self.flood = Flood(lambda: self.clock(), on=flood)  # noqa: PLW0108  # a test may give it another clock
        self.faults = Faults(self)
        self.closing = Closing(self)
        self.sequence = itertools.count(1)
        self.person_ids = itertools.count(7_000_000_001)
        self.group_ids = itertools.count(4_000_000_001)
        self.bots: dict[str, BotAccount] = {}
        self.people: dict[int, Person] = {}
        self.groups: list[Group] = []
        self.channels: list[Channel] = []
        self.stage: Stage | None = None
        self.curtain = False  # while it is down, a chat page waits for the stage to be set
        self.on_change: Callable[[Chat], None] | None = None  # set while a chat page is open
        self.api = Api(self)
        self.server = Server(self)

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> Self:
        await self.server.start(host, port)
        return self

    async def stop(self) -> None:
        self.closing.stop()
        for bot in self.bots.values():
            bot.updates.release()
            if bot.webhook is not None:
                await bot.webhook.close()
                bot.webhook = None
        await self.server.stop()

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def go_down(self) -> None:
        """Close the port and every connection: nobody is there."""
        await self.server.stop(keep=True)

    async def come_back(self) -> None:
        """Listen on the same port again, with all that was known before."""
        await self.server.start(self.server.host, self.server.port)

    @property
    def url(self) -> str:
        return f"http://{self.server.host}:{self.server.port}"

    @property
    def bot(self) -> BotAccount:
        """The first bot: the one that people talk to."""
        if not self.bots:
            raise LookupError("no bot was added to this Telegram")
        return next(iter(self.bots.values()))

    def add_bot(
        self,
        token: str = "100:TEST",  # noqa: S107  # it opens nothing
        username: str = "hamsayeh_bot",
        name: str = "همسایه",
    ) -> BotAccount:
        bot = self.bots[token] = BotAccount(self, token, username, name)
        return bot

    def person(
        self,
        name: str,
        language: str | None = "fa",
        id: int | None = None,  # noqa: A002  # Telegram's own word
        username: str | None = None,
        last_name: str | None = None,
    ) -> Person:
        number = next(self.person_ids) if id is None else id
        if number in self.people:
            raise ValueError(f"a person with the id {number} is here already")
        person = self.people[number] = Person(self, number, name, language, username, last_name)
        return person

    def group(
        self,
        title: str,
        members: Sequence[Person] = (),
        *,
        forum: bool = False,
        supergroup: bool = False,
        bot_admin: bool = False,
    ) -> Group:
        """A group made by its first member, who adds the others and the bots."""
        group = Group(self, title, members, forum=forum, supergroup=supergroup or forum, bot_admin=bot_admin)
        self.groups.append(group)
        return group

    def channel(self, title: str, owner: Person, *, bot: bool = True) -> Channel:
        """A channel; with `bot` its owner has made the bot an administrator."""
        channel = Channel(self, title, owner)
        self.channels.append(channel)
        if bot:
            channel.add_bot()
        return channel

    def private_chat(self, person: Person, bot: BotAccount) -> PrivateChat:
        chat = bot.chats.get(person.id)
        if not isinstance(chat, PrivateChat):
            chat = PrivateChat(self, person, bot)
            bot.chats[person.id] = chat
        return chat

    def now(self) -> int:
        return int(self.clock())

    def note_call(self, call: Call) -> None:
        if self.log:
            self.calls.append(call)
            if len(self.calls) > CALLS_KEPT:
                del self.calls[: CALLS_KEPT // 2]

    def calls_of(self, *methods: str) -> list[Call]:
        """The calls of these methods, in order."""
        names = {method.lower() for method in methods}
        return [call for call in self.calls if call.method.lower() in names]

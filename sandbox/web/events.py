"""Server-sent events: each open page hears which chats have changed, and of what else is new with its people."""

import asyncio
import contextlib
import json
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.chats import Chat, PrivateChat, Raw
from sandbox.web.guard import HEADERS
from sandbox.web.rooms import cast
from sandbox.web.scene import Scene

if TYPE_CHECKING:
    from sandbox.people import Person
    from sandbox.telegram import Telegram

TOGETHER = 0.03  # seconds: what happens at once is told at once
LOOK = 0.1  # seconds between two looks at whether the curtain has risen
QUIET = 10.0  # seconds until a page that has gone without a word is found out


class Stream:
    """One open page."""

    def __init__(self) -> None:
        self.changed: set[Chat] = set()
        self.news = asyncio.Event()

    def note(self, chat: Chat | None) -> None:
        if chat is not None:
            self.changed.add(chat)
        self.news.set()

    def take(self) -> set[Chat]:
        changed, self.changed = self.changed, set()
        self.news.clear()
        return changed


class Events:
    """All open pages. The world tells of its changes only while there are any."""

    def __init__(self, world: "Telegram", scene: Scene) -> None:
        self.world = world
        self.scene = scene
        self.streams: set[Stream] = set()
        self.closing = False

    async def serve(self, request: web.BaseRequest) -> web.StreamResponse:
        response = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
        await response.prepare(request)
        with contextlib.suppress(ConnectionError):
            while self.world.curtain:
                await response.write(b": soon\n\n")
                await asyncio.sleep(LOOK)
        stream = self.enter()
        try:
            with contextlib.suppress(ConnectionError):
                await self.tell(response, stream)
        finally:
            self.leave(stream)
        return response

    async def tell(self, response: web.StreamResponse, stream: Stream) -> None:
        await response.write(event("scene", self.scene.whole()))
        while not self.closing:
            try:
                await asyncio.wait_for(stream.news.wait(), QUIET)
            except TimeoutError:
                await response.write(b": still here\n\n")
                continue
            await asyncio.sleep(TOGETHER)
            await response.write(event("news", self.news(stream.take())))

    def enter(self) -> Stream:
        self.scene.reading.begin()
        stream = Stream()
        self.streams.add(stream)
        self.world.on_change = self.note
        self.closing = False
        return stream

    def leave(self, stream: Stream) -> None:
        self.streams.discard(stream)
        if not self.streams:
            self.world.on_change = None

    def note(self, chat: Chat | None = None) -> None:
        for stream in self.streams:
            stream.note(chat)

    def close(self) -> None:
        """The server stops, and every page with it."""
        self.closing = True
        self.note()

    def news(self, changed: set[Chat]) -> Raw:
        people = [self.scene.reading.view(person) for person in cast(self.world) if concerned(person, changed)]
        return {"chats": [chat.id for chat in changed], "people": people, **self.scene.moment()}


def concerned(person: "Person", changed: set[Chat]) -> bool:
    """What happens in a group may bring her into it, or throw her out of it."""
    return any(not isinstance(chat, PrivateChat) or chat.person is person for chat in changed)


def event(name: str, data: Raw) -> bytes:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()

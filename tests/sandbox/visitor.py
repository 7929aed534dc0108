"""A browser that shows the chat page, without the browser."""

import asyncio
import json
from typing import Any

import aiohttp

from sandbox import Person, Telegram
from sandbox.presses import PATIENCE

MARK = {"X-Chat-Page": "1"}


class Visitor:
    """A browser that shows the page."""

    def __init__(self, telegram: Telegram, session: aiohttp.ClientSession) -> None:
        self.telegram = telegram
        self.session = session

    async def get(self, path: str, status: int = 200, **asked: Any) -> Any:
        async with self.session.get(self.telegram.url + path, params=asked) as answer:
            assert answer.status == status, await answer.text()
            return await answer.json()

    async def post(self, name: str, status: int = 200, **params: Any) -> Any:
        async with self.session.post(f"{self.telegram.url}/web/{name}", json=params, headers=MARK) as answer:
            assert answer.status == status, await answer.text()
            return await answer.json()

    async def messages(self, person: Person, room: str | None = None, **asked: Any) -> list[dict[str, Any]]:
        page = await self.get("/web/messages", person=person.id, room=room or str(person.id), **asked)
        found: list[dict[str, Any]] = page["messages"]
        return found


class Stream:
    """The server-sent events of one open page."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self.response = response

    async def next(self) -> tuple[str, dict[str, Any]]:
        lines = []
        while line := (await asyncio.wait_for(self.response.content.readline(), PATIENCE)).decode().strip():
            lines.append(line)
        return lines[0].removeprefix("event: "), json.loads(lines[1].removeprefix("data: "))

    async def news(self) -> dict[str, Any]:
        name, data = await self.next()
        assert name == "news"
        return data


def own(person: Person, **more: Any) -> dict[str, Any]:
    """Her private chat with the bot."""
    return {"person": person.id, "room": str(person.id), **more}

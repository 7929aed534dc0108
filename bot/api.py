"""The Bot API as the house speaks it: telegram.Bot, and a lean way for what builds no objects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from telegram import Bot
from telegram.error import BadRequest

from bot.request import SLOWEST, Files, WireRequest
from bot.wire import READ

LARGEST_DOWNLOAD = 10 * 2**20  # bytes of what anybody is meant to send us to read
BULK_CONNECTIONS = 160  # a thousand messages a second, each under way for up to 160 ms


class Api(Bot):
    """`server` is the address of a server that speaks the Bot API."""

    def __init__(self, token: str, server: str) -> None:
        self._plain, self._polling = WireRequest(server), WireRequest(server, connections=2)
        # Of its own, so that an answer never waits for a connection that a broadcast holds.
        self._bulk = WireRequest(server, connections=BULK_CONNECTIONS)
        super().__init__(
            token,
            base_url=f"{server}/bot",
            base_file_url=f"{server}/file/bot",
            request=self._plain,
            get_updates_request=self._polling,
        )

    async def call(self, method: str, parameters: Mapping[str, Any], *, wanted: bool = True) -> Any:
        """A method with parameters that are JSON already, and its result as it comes, if it is wanted.

        Raises TelegramError.
        """
        return await self._plain.call(f"{self.base_url}/{method}", parameters, wanted=wanted)

    async def upload(self, method: str, parameters: Mapping[str, Any], files: Files, *, wanted: bool = True) -> Any:
        """A method with files beside its parameters. Raises TelegramError."""
        return await self._plain.upload(f"{self.base_url}/{method}", parameters, files, wanted=wanted)

    async def download(self, file_id: str) -> bytes:
        """A file that somebody has sent. Raises TelegramError."""
        file = await self.call("getFile", {"file_id": file_id})
        size = file.get("file_size", 0)
        if size > LARGEST_DOWNLOAD:
            raise BadRequest(f"a file of {size} bytes is not fetched")
        patience = READ + size / SLOWEST
        return await self._plain.retrieve(f"{self.base_file_url}/{file['file_path']}", read_timeout=patience)

    async def deliver(self, method: str, body: bytes) -> None:
        """A bulk message, whose JSON is written already. Raises TelegramError."""
        await self._bulk.deliver(f"{self.base_url}/{method}", body)

    async def shutdown(self) -> None:
        await super().shutdown()
        await self._bulk.shutdown()

    async def updates(self, parameters: Mapping[str, Any], wait: float) -> list[dict[str, Any]]:
        """getUpdates, each update as it comes, so that each can be parsed by itself; `wait` seconds for an answer."""
        answer: list[dict[str, Any]] = await self._polling.call(f"{self.base_url}/getUpdates", parameters, wait)
        return answer

"""A short way for small calls, so that a benchmark measures the bot and not this server.

aiohttp spends about 200 µs on a request before any method of ours runs. Nearly all calls of a bot are a
small POST with JSON or a form that arrives in one piece, on a connection where nothing else is under way:
those are read and answered here, within `data_received`. Everything else goes the usual way.
"""

import asyncio
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from sandbox.api import OK
from sandbox.bodies import Body, parsed
from sandbox.errors import ApiError
from sandbox.faults import PHRASES

if TYPE_CHECKING:
    from sandbox.server import Server

START = re.compile(rb"POST /bot([\w:-]+)/(\w+) HTTP/1\.1\r\n")
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)
TYPE = re.compile(rb"\r\ncontent-type: *(?:(application/json)|application/x-www-form-urlencoded)", re.IGNORECASE)
SPECIAL = re.compile(rb"\r\n(?:content-encoding|transfer-encoding|expect|connection: *close|upgrade)", re.IGNORECASE)
HEAD = "HTTP/1.1 {} {}\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
HEADS = {status: HEAD.format(status, phrase).encode() for status, phrase in {**PHRASES, OK: "OK"}.items()}


class QuickHandler(RequestHandler):
    """One connection."""

    __slots__ = ("api_server",)

    def __init__(self, api_server: "Server", manager: web.Server, **options: Any) -> None:
        super().__init__(manager, **options)
        self.api_server = api_server

    def data_received(self, data: bytes) -> None:
        if not self.idle() or self.api_server.world.faults.active or not self.answered(data):
            super().data_received(data)

    def idle(self) -> bool:
        """The usual way waits for its next request, and none has begun."""
        return self._waiter is not None and not self._waiter.done() and not self._messages

    def answered(self, data: bytes) -> bool:
        """The data was one whole small call, and its answer is on its way."""
        end = data.find(b"\r\n\r\n") + 4
        head = read_head(data[:end])
        if head is None or len(data) != end + head.length or self.transport is None:
            return False
        bot = self.api_server.world.bots.get(head.token)
        if bot is None:
            return False
        try:
            body = read(data[end:], json=head.json)
        except (ApiError, UnicodeDecodeError):
            return False
        status, answer = self.api_server.world.api.call(bot, head.method, body.params, form=body.form)
        whole = HEADS[status] % len(answer) + answer
        if delay := self.api_server.world.delay:
            asyncio.get_running_loop().call_later(delay, self.transport.write, whole)
        else:
            self.transport.write(whole)
        return True


class Head(NamedTuple):
    token: str
    method: str
    length: int
    json: bool


@lru_cache(maxsize=4096)  # the heads of one client differ only in the method and the length
def read_head(head: bytes) -> Head | None:
    """What the head of a call says, if it is one for the short way."""
    start, length, kind = START.match(head), LENGTH.search(head), TYPE.search(head)
    if start is None or length is None or kind is None or SPECIAL.search(head):
        return None
    token, method = start.group(1).decode(), start.group(2).decode()
    if method.lower() == "getupdates":
        return None
    return Head(token, method, int(length.group(1)), kind.group(1) is not None)


def read(raw: bytes, *, json: bool) -> Body:
    if json:
        return Body(parsed(raw), {}, form=False)
    return Body(dict(parse_qsl(raw.decode(), keep_blank_values=True)), {}, form=True)


class QuickServer(web.Server):
    """An aiohttp server whose connections know the short way."""

    def __init__(self, api_server: "Server", **options: Any) -> None:
        super().__init__(api_server.handle, **options)
        self.api_server = api_server

    def __call__(self) -> RequestHandler:
        loop = asyncio.get_running_loop()
        return QuickHandler(self.api_server, self, loop=loop, access_log=None)

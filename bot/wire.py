"""HTTP for one kind of request: a small POST to one server, over connections that stay open.

Half of what a message costs is its HTTP; aiohttp's client takes five times the time of this (benchmarks/ measures both
sides of it). It knows no redirects, cookies, compression or proxies, and tells "never sent" from "maybe sent".
"""

from __future__ import annotations

import asyncio
import re
import ssl
from collections import deque
from typing import NamedTuple
from urllib.parse import urlsplit

from telegram.error import NetworkError

CONNECT, READ = 10.0, 20.0  # seconds
KEEP_ALIVE = 30.0  # seconds; shorter than Telegram's own, so that it is we who close a connection
SWEEP = 1.0  # seconds between two looks for answers that are overdue
LARGEST_HEAD = 65536  # bytes
JSON = "application/json"
HEAD_ENDS = b"\r\n\r\n"
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
CHUNKED = re.compile(rb"\r\ntransfer-encoding:[^\r]*chunked", re.IGNORECASE)
LAST = re.compile(rb"\r\nconnection: *close|^HTTP/1\.0", re.IGNORECASE)
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})[ \r]")


class Unsent(NetworkError):
    """No connection came about: nothing has reached Telegram."""


class Unsure(NetworkError):
    """The connection broke after the request was written, or no answer came: it may have been carried out."""


class Answer(NamedTuple):
    status: int
    body: bytes


class Garbled(Exception):
    """What came is no HTTP."""


class Head(NamedTuple):
    """`length` is None for chunks, and -1 where the answer ends with the connection."""

    status: int
    length: int | None
    last: bool


def read_head(raw: bytes) -> Head:
    """Raises Garbled."""
    status = STATUS.match(raw)
    if not status:
        raise Garbled(f"{raw[:40]!r}")
    length = LENGTH.search(raw)
    if CHUNKED.search(raw):
        return Head(int(status[1]), None, LAST.search(raw) is not None)
    if length is None:
        return Head(int(status[1]), -1, last=True)
    return Head(int(status[1]), int(length[1]), LAST.search(raw) is not None)


def unchunked(raw: bytes) -> bytes | None:
    """The body in chunks; None while it is not whole. Raises Garbled."""
    parts: list[bytes] = []
    at = 0
    while (end := raw.find(b"\r\n", at)) >= 0:
        try:
            size = int(raw[at:end].split(b";")[0], 16)
        except ValueError:
            raise Garbled(f"a chunk of {raw[at:end][:20]!r}") from None
        if size == 0:
            return b"".join(parts) if raw.find(b"\r\n", end) >= 0 and raw.endswith(b"\r\n\r\n") else None
        parts.append(raw[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return None


class Connection(asyncio.Protocol):
    """One request at a time."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._waiter: asyncio.Future[Answer] | None = None
        self._received = bytearray()
        self._head: Head | None = None
        self._body_at = 0
        self.deadline = 0.0
        self.idle_since = 0.0

    @property
    def usable(self) -> bool:
        return self._transport is not None and not self._transport.is_closing()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]  # create_connection makes no other

    def send(self, request: bytes, deadline: float) -> asyncio.Future[Answer]:
        """The answer to come; it fails with Unsure."""
        assert self._transport and self._waiter is None  # noqa: PT018, S101  # the pool sees to that
        self._waiter, self.deadline = asyncio.get_running_loop().create_future(), deadline
        self._transport.write(request)
        return self._waiter

    def data_received(self, data: bytes) -> None:
        self._received += data
        try:
            answer = self._read()
        except Garbled as error:
            self.fail(f"no HTTP: {error}")
        else:
            if answer:
                self._finish(answer)

    def _read(self) -> Answer | None:
        if self._head is None:
            end = self._received.find(HEAD_ENDS)
            if end < 0:
                if len(self._received) > LARGEST_HEAD:
                    raise Garbled("a head without end")
                return None
            self._head, self._body_at = read_head(bytes(self._received[: end + 2])), end + len(HEAD_ENDS)
        head, at = self._head, self._body_at
        if head.length is None:
            body = unchunked(bytes(self._received[at:]))
            return None if body is None else Answer(head.status, body)
        if head.length < 0 or len(self._received) < at + head.length:
            return None
        return Answer(head.status, bytes(self._received[at : at + head.length]))

    def _finish(self, answer: Answer) -> None:
        waiter, last = self._waiter, self._head is None or self._head.last
        self._waiter, self._head = None, None
        self._received.clear()
        if waiter is None or last:  # what nobody asked for, or the server's last word
            self.close()
        if waiter is not None and not waiter.done():
            waiter.set_result(answer)

    def eof_received(self) -> None:
        if self._head is not None and self._head.length == -1:
            self._finish(Answer(self._head.status, bytes(self._received[self._body_at :])))

    def connection_lost(self, error: Exception | None) -> None:
        self._transport = None
        self.fail(repr(error) if error else "the connection was closed")

    def fail(self, why: str) -> None:
        """Nobody knows what became of the request under way."""
        waiter, self._waiter = self._waiter, None
        self.close()
        if waiter is not None and not waiter.done():
            waiter.set_exception(Unsure(f"no answer: {why}"))

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


class Wire:
    """Up to so many connections to one server; `origin` is its address, of which the path is left aside."""

    def __init__(self, origin: str, connections: int) -> None:
        parts = urlsplit(origin)
        self._host, secure = parts.hostname or "", parts.scheme == "https"
        self._port = parts.port or (443 if secure else 80)
        self._ssl = ssl.create_default_context() if secure else None
        self._named = f"\r\nHost: {parts.netloc.rpartition('@')[2]}\r\n"
        self._free = asyncio.Semaphore(connections)
        self._idle: deque[Connection] = deque()  # the one used last is used first
        self._busy: set[Connection] = set()
        self._sweeping: asyncio.TimerHandle | None = None

    async def send(
        self, path: str, body: bytes, *, method: str = "POST", kind: str = JSON, patience: float = READ
    ) -> Answer:
        """A body of this kind to a path of the server; `patience` seconds for the answer. Raises Unsent or Unsure."""
        loop = asyncio.get_running_loop()
        head = f"{method} {path} HTTP/1.1{self._named}Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        request = head.encode() + body
        async with self._free:
            connection = self._take_idle(loop.time()) or await self._connect()
            self._busy.add(connection)
            try:
                return await connection.send(request, loop.time() + patience)
            except asyncio.CancelledError:
                connection.fail("it was not waited for")
                raise
            finally:
                self._busy.discard(connection)
                if connection.usable:
                    connection.idle_since = loop.time()
                    self._idle.append(connection)

    def _take_idle(self, now: float) -> Connection | None:
        while self._idle:
            connection = self._idle.pop()
            if connection.usable and now - connection.idle_since < KEEP_ALIVE:
                return connection
            connection.close()
        return None

    async def _connect(self) -> Connection:
        loop = asyncio.get_running_loop()
        if self._sweeping is None:
            self._sweep()
        try:
            async with asyncio.timeout(CONNECT):
                _, connection = await loop.create_connection(Connection, self._host, self._port, ssl=self._ssl)
        except TimeoutError:
            raise Unsent(f"no connection to {self._host} within {CONNECT:.0f} s") from None
        except OSError as error:
            raise Unsent(f"no connection: {error}") from None
        return connection

    def _sweep(self) -> None:
        """Answers that are overdue are given up, and idle connections closed. A timer for each request costs more."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        for connection in [busy for busy in self._busy if busy.deadline < now]:
            connection.fail("it took too long")
        while self._idle and now - self._idle[0].idle_since >= KEEP_ALIVE:
            self._idle.popleft().close()
        self._sweeping = loop.call_later(SWEEP, self._sweep)

    async def close(self) -> None:
        if self._sweeping is not None:
            self._sweeping.cancel()
            self._sweeping = None
        for connection in [*self._idle, *self._busy]:
            connection.fail("the bot is ending")
        self._idle.clear()
        await asyncio.sleep(0)  # transports close in the next turn of the loop

"""HTTP as it may arrive: in whatever pieces, whole, cut short, or as nonsense."""

import asyncio
import itertools
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wire import Answer, Connection, Unsent, Unsure, Wire

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Ear(asyncio.Transport):
    """A transport that hears what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.heard, self.closed = b"", False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.heard += bytes(data)

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True


async def fed(pieces: list[bytes]) -> tuple[Answer, bool]:
    """The answer that the pieces make, and whether the connection can be used again."""
    connection = Connection()
    connection.connection_made(Ear())
    coming = connection.send(b"POST", 1.0)
    for piece in pieces:
        connection.data_received(piece)
    if not coming.done():
        connection.eof_received()
    if not coming.done():
        connection.connection_lost(None)
    return await coming, connection.usable


def cut(raw: bytes, places: list[int]) -> list[bytes]:
    edges = sorted({0, len(raw), *(place % (len(raw) + 1) for place in places)})
    return [raw[start:end] for start, end in itertools.pairwise(edges)]


BODIES = st.binary(max_size=200) | st.just(b"0\r\n\r\n") | st.just(b'{"ok":true}\r\n\r\n')
PLACES = st.lists(st.integers(0, 1000), max_size=8)


@given(body=BODIES, places=PLACES, name=st.sampled_from(["Content-Length", "content-length", "CONTENT-LENGTH"]))
def test_a_body_of_known_length_arrives_in_whatever_pieces(body: bytes, places: list[int], name: str) -> None:
    raw = f"HTTP/1.1 200 OK\r\nServer: x\r\n{name}: {len(body)}\r\n\r\n".encode() + body
    assert asyncio.run(fed(cut(raw, places))) == (Answer(200, body), True)


@given(parts=st.lists(st.binary(min_size=1, max_size=60), max_size=5), places=PLACES)
def test_a_body_in_chunks_arrives_in_whatever_pieces(parts: list[bytes], places: list[int]) -> None:
    chunks = b"".join(b"%x;a=b\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
    raw = b"HTTP/1.1 502 Bad Gateway\r\nTransfer-Encoding: gzip, chunked\r\n\r\n" + chunks
    assert asyncio.run(fed(cut(raw, places))) == (Answer(502, b"".join(parts)), True)


@given(body=BODIES, places=PLACES)
def test_a_body_may_end_with_the_connection(body: bytes, places: list[int]) -> None:
    raw = b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n" + body
    assert asyncio.run(fed(cut(raw, places))) == (Answer(200, body), False)


@given(body=st.binary(min_size=1, max_size=100), places=PLACES, missing=st.integers(1, 150))
def test_what_is_cut_short_is_unsure(body: bytes, places: list[int], missing: int) -> None:
    raw = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    with pytest.raises(Unsure):
        asyncio.run(fed(cut(raw[: max(len(raw) - missing, 0)], places)))


BAD_CHUNK = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"


@pytest.mark.parametrize("raw", [b"hello\r\n\r\n", b"HTTP/2 200\r\n\r\n", b"x" * 70_000, BAD_CHUNK], ids="abcd")
async def test_nonsense_is_unsure(raw: bytes) -> None:
    with pytest.raises(Unsure, match="no HTTP"):
        await fed([raw])


async def test_a_server_that_closes_is_not_asked_again_on_that_connection() -> None:
    raw = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok"
    assert await fed([raw]) == (Answer(200, b"ok"), False)


@asynccontextmanager
async def serving(serve: Serve, connections: int = 2) -> AsyncIterator[Wire]:
    """A wire to a server that does `serve` on each connection."""
    ended: list[asyncio.Task[None]] = []

    async def serve_noted(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ended.append(asyncio.current_task())  # type: ignore[arg-type]
        await serve(reader, writer)
        await writer.wait_closed()

    server = await asyncio.start_server(serve_noted, "127.0.0.1", 0)
    wire = Wire(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot", connections)
    try:
        yield wire
    finally:
        await wire.close()
        server.close()
        await server.wait_closed()
        await asyncio.gather(*ended)


async def read_request(reader: asyncio.StreamReader) -> tuple[str, bytes]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    length = next(int(line.split(":")[1]) for line in head.splitlines() if line.lower().startswith("content-length"))
    return head, await reader.readexactly(length)


class Echo:
    """Answers with what it was sent; counts its connections."""

    def __init__(self) -> None:
        self.connections = 0
        self.heads: list[str] = []

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                head, body = await read_request(reader)
                self.heads.append(head)
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


async def test_connections_are_used_again_and_no_more_than_allowed() -> None:
    echo = Echo()
    async with serving(echo, connections=2) as wire:
        answers = await asyncio.gather(*(wire.send("/x", b"%d" % number) for number in range(20)))
    assert [answer.body for answer in answers] == [b"%d" % number for number in range(20)]
    assert echo.connections == 2
    assert echo.heads[0].startswith("POST /x HTTP/1.1\r\nHost: 127.0.0.1:")


async def test_a_connection_that_was_closed_while_idle_is_not_used() -> None:
    async def once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        writer.close()

    async with serving(once) as wire:
        for _ in range(3):
            assert (await wire.send("/", b"")).status == 200
            await asyncio.sleep(0.05)


async def test_a_server_that_hangs_up_leaves_the_request_unsure() -> None:
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.close()

    async with serving(hang_up) as wire:
        with pytest.raises(Unsure):
            await wire.send("/", b"{}")


async def test_nobody_waits_for_ever() -> None:
    async def silence(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with serving(silence) as wire:
        with pytest.raises(Unsure, match="too long"):
            await wire.send("/", b"{}", patience=0.1)


async def test_what_is_given_up_leaves_its_connection_unused() -> None:
    echo = Echo()
    waiting = asyncio.Event()

    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if echo.connections == 0:
            echo.connections += 1
            waiting.set()
            await reader.read()
            writer.close()
        else:
            await echo(reader, writer)

    async with serving(slow) as wire:
        task = asyncio.create_task(wire.send("/", b"first"))
        await waiting.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await wire.send("/", b"second")).body == b"second"


async def test_where_nobody_listens_nothing_is_sent() -> None:
    with socket.socket() as taken:  # or somebody else might listen there before us
        taken.bind(("127.0.0.1", 0))
        wire = Wire(f"http://127.0.0.1:{taken.getsockname()[1]}", 1)
        with pytest.raises(Unsent):
            await wire.send("/", b"")
    await wire.close()

"""The HTTP side, on this machine only: `/bot<token>/<method>`, `/file/bot<token>/<path>`, and the chat page at `/`."""

import asyncio
import re
import socket
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.api import encode
from sandbox.bodies import Body, read
from sandbox.errors import ApiError
from sandbox.files import UPLOAD_LIMIT
from sandbox.quick import QuickServer
from sandbox.web.site import Site

if TYPE_CHECKING:
    from sandbox.bots import BotAccount
    from sandbox.faults import Fault
    from sandbox.telegram import Telegram

CALL = re.compile(r"/bot([^/]*)/(\w*)/?")
FILE = re.compile(r"/file/bot([^/]*)/(.+)")
TOKEN = re.compile(r"\d{1,19}:[\w-]+")
LARGEST_BODY = UPLOAD_LIMIT + 1024 * 1024
LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


class Server:
    def __init__(self, world: "Telegram") -> None:
        self.world = world
        self.site = Site(world)
        self.host = "127.0.0.1"
        self.port = 0
        self.web: web.Server | None = None
        self.listening: asyncio.Server | None = None
        self.kept: socket.socket | None = None  # the port, while nobody listens on it
        self.tasks: set[asyncio.Task[None]] = set()

    async def start(self, host: str, port: int) -> None:
        if host not in LOCAL:
            raise ValueError("the sandbox listens on this machine only")
        loop = asyncio.get_running_loop()
        self.web = QuickServer(self, request_factory=self.make_request)
        self.free()
        self.listening = await loop.create_server(self.web, host, port, backlog=1024)
        self.host = host
        self.port = self.listening.sockets[0].getsockname()[1]

    async def stop(self, *, keep: bool = False) -> None:
        """`keep` the port: whoever calls is refused, and no other program gets it meanwhile."""
        self.free()
        if self.listening is None or self.web is None:
            return
        self.listening.close()
        self.listening = None
        if keep:
            self.kept = bound(self.host, self.port)
        for bot in self.world.bots.values():
            bot.updates.release()
        self.site.events.close()
        await self.web.shutdown(0.05)
        if self.tasks:
            await asyncio.gather(*self.tasks, return_exceptions=True)

    def free(self) -> None:
        if self.kept is not None:
            self.kept.close()
            self.kept = None

    def later(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it besides, and be done with it before the server has stopped."""
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    @staticmethod
    def make_request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
        loop = asyncio.get_running_loop()
        return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=LARGEST_BODY)

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        file = FILE.fullmatch(request.path)
        if file:
            return self.download(file.group(1), file.group(2))
        if self.site.serves(request.path):
            return await self.site.handle(request)
        call = CALL.fullmatch(request.path)
        if not call:
            return failure(404, "Not Found")
        token, method = call.groups()
        bot = self.world.bots.get(token)
        if bot is None:
            return failure(401, "Unauthorized") if TOKEN.fullmatch(token) else failure(404, "Not Found")
        try:
            body = await read(request)
        except ApiError as error:
            self.world.problems.append(f"{method}: {error.description}")
            return failure(error.status, error.description)
        return await self.answer(request, bot, method, body)

    async def answer(self, request: web.BaseRequest, bot: "BotAccount", method: str, body: Body) -> web.StreamResponse:
        fault = self.world.faults.take(method, body.params)
        if fault is not None and fault.kind in {"disconnect", "refuse"}:
            cut(request, hard=fault.kind == "refuse")
            return web.Response()
        if fault is not None and fault.error is not None:
            status, answer = self.world.api.refused(method, body.params, fault.error)
        elif method.lower() == "getupdates":
            status, answer = await self.world.api.poll(bot, body.params, form=body.form)
        else:
            status, answer = self.world.api.call(bot, method, body.params, form=body.form, uploads=body.uploads)
        if self.world.delay:
            await asyncio.sleep(self.world.delay)
        if fault is not None:
            await self.spoil(request, fault)
        return web.Response(body=answer, status=status, content_type="application/json")

    @staticmethod
    async def spoil(request: web.BaseRequest, fault: "Fault") -> None:
        """The call has taken effect; its answer is lost or late."""
        if fault.kind == "drop":
            cut(request, hard=False)
        elif fault.kind == "hang":
            await asyncio.sleep(fault.seconds)

    def download(self, token: str, path: str) -> web.Response:
        bot = self.world.bots.get(token)
        if bot is None:
            return failure(401, "Unauthorized")
        now = self.world.clock()
        for file in bot.files.values():
            if file.path == path and now <= file.path_until:
                return web.Response(body=file.data, content_type="application/octet-stream")
        return failure(404, "Not Found")


def bound(host: str, port: int) -> socket.socket:
    """A port that nobody listens on."""
    made = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind((host, port))
    return made


def cut(request: web.BaseRequest, *, hard: bool) -> None:
    """Close the connection under the client's hands; `hard` resets it."""
    if request.transport is not None:
        if hard:
            request.transport.abort()
        else:
            request.transport.close()


def failure(status: int, description: str) -> web.Response:
    answer = {"ok": False, "error_code": status, "description": description}
    return web.Response(text=encode(answer), status=status, content_type="application/json")

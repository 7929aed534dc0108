"""Takes updates that Telegram brings, and answers 200 only after everything they changed is committed."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
from typing import Any

from aiohttp import web

from bot.alarm import Alarm
from bot.intake import Intake
from storage.database import DatabaseUnavailable

log = logging.getLogger(__name__)

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the name of a header
BATCH = 100  # updates that arrived together and share a transaction
LARGEST = 1024 * 1024  # bytes of an update

Arrival = tuple[dict[str, Any], asyncio.Future[bool]]


def derived_secret(token: str) -> str:
    """For who sets none: the same in every process, and nobody can tell it without the token."""
    return hmac.new(token.encode(), b"hamsayeh webhook secret", hashlib.sha256).hexdigest()


class Webhook:
    """Requests that arrive together are served in one transaction, one after another."""

    def __init__(self, intake: Intake, alarm: Alarm, secret: str) -> None:
        self._intake, self._alarm, self._secret = intake, alarm, secret
        self._arrivals: asyncio.Queue[Arrival | None] = asyncio.Queue()
        self._runner: web.AppRunner | None = None

    async def start(self, host: str, port: int) -> None:
        app = web.Application(client_max_size=LARGEST)
        app.router.add_post("/{path:.*}", self._arrived)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=3)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()

    async def run(self) -> None:
        """Until stopped."""
        while True:
            batch = [await self._arrivals.get()]
            while not self._arrivals.empty() and len(batch) < BATCH:
                batch.append(self._arrivals.get_nowait())
            await self._serve([arrival for arrival in batch if arrival is not None])
            if batch[-1] is None:
                return

    async def stop(self) -> None:
        """Answer what has arrived, then end."""
        if self._runner:
            await self._runner.cleanup()
        self._arrivals.put_nowait(None)

    async def _arrived(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return web.Response(status=403)
        served: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._arrivals.put_nowait((_content(await request.read()), served))
        if await served:
            return web.Response()
        return web.Response(status=503, headers={"Retry-After": "1"})  # Telegram brings it again

    async def _serve(self, batch: list[Arrival]) -> None:
        raws = [raw for raw, _ in batch]
        try:
            try:
                await self._intake.process(raws, once=True)
            except DatabaseUnavailable:  # one broken connection is no outage
                await self._intake.process(raws, once=True)
        except DatabaseUnavailable as error:
            self._alarm.raise_(str(error))
            _resolve(batch, succeeded=False)
        except Exception:
            log.exception("a batch failed")
            _resolve(batch, succeeded=False)
        else:
            self._alarm.clear()
            _resolve(batch, succeeded=True)


def _resolve(batch: list[Arrival], *, succeeded: bool) -> None:
    for _, served in batch:
        if not served.done():  # the request may have been given up
            served.set_result(succeeded)


def _content(body: bytes) -> dict[str, Any]:
    """What is no JSON object is kept as it came; it will be set aside like any other update that cannot be parsed."""
    try:
        content = json.loads(body)
    except ValueError:
        content = None
    return content if isinstance(content, dict) else {"unreadable": body.decode(errors="replace")}

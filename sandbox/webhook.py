"""Updates carried to the bot: one at a time for each chat, again and again until it says 2xx."""

import asyncio
import json
from collections import deque
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from sandbox.bots import BotAccount
    from sandbox.telegram import Telegram
    from sandbox.updates import Entry

LONGEST_WAIT = 60.0
ANSWER_WITHIN = 60


class Webhook:
    """A webhook that is set: it takes the bot's queue and empties it."""

    def __init__(self, world: "Telegram", bot: "BotAccount", params: dict[str, Any]) -> None:
        self.world = world
        self.bot = bot
        self.url: str = params["url"]
        self.secret: str | None = params.get("secret_token")
        self.max_connections: int = params.get("max_connections", 40)
        self.slots = asyncio.Semaphore(self.max_connections)
        self.waiting: dict[int, deque[Entry]] = {}
        self.workers: dict[int, asyncio.Task[None]] = {}
        self.last_error: tuple[int, str] | None = None
        self.session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_WITHIN))
        for entry in bot.updates.entries.values():
            self.add(entry)

    def add(self, entry: "Entry") -> None:
        self.waiting.setdefault(entry.chat, deque()).append(entry)
        if entry.chat not in self.workers:
            task = asyncio.get_running_loop().create_task(self.work(entry.chat))
            self.workers[entry.chat] = task

    async def work(self, chat: int) -> None:
        """Deliver what waits for one chat, in order."""
        queue = self.waiting[chat]
        while queue:
            entry = queue[0]
            if entry.id in self.bot.updates.entries:
                await self.deliver(entry)
            queue.popleft()
        del self.waiting[chat], self.workers[chat]

    async def deliver(self, entry: "Entry") -> None:
        wait = self.world.webhook_retry
        updates = self.bot.updates
        while entry.id in updates.entries:
            if updates.expired(entry):
                break
            async with self.slots:
                asked_for = await self.post(entry)
            if asked_for is None:
                break
            await asyncio.sleep(asked_for or wait)
            wait = min(wait * 2, LONGEST_WAIT)
        updates.entries.pop(entry.id, None)

    async def post(self, entry: "Entry") -> float | None:
        """Send it once; None when it is confirmed, else the seconds the bot wants us to wait (0: any)."""
        fault = self.world.faults.take_webhook_failure()
        if fault is not None and not fault.delivered:
            return self.failed("Connection failed: Connection refused")
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        body = json.dumps(entry.update)
        try:
            async with self.session.post(self.url, data=body, headers=headers, allow_redirects=False) as answer:
                reply = await answer.read()
                if fault is not None:
                    return self.failed("Read timeout expired")
                if 200 <= answer.status < 300:  # noqa: PLR2004  # the codes of success
                    self.reply(reply)
                    return None
                self.failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
                return seconds(answer.headers.get("Retry-After"))
        except (aiohttp.ClientError, TimeoutError) as error:
            return self.failed(f"Connection failed: {error}")

    def failed(self, reason: str) -> float:
        self.last_error = (int(self.world.clock()), reason)
        return 0.0

    def reply(self, body: bytes) -> None:
        """A bot may put one call into its answer."""
        try:
            params = json.loads(body)
        except ValueError:
            return
        if isinstance(params, dict) and isinstance(params.get("method"), str):
            self.world.api.call(self.bot, params.pop("method"), params)

    async def close(self) -> None:
        for task in self.workers.values():
            task.cancel()
        await asyncio.gather(*self.workers.values(), return_exceptions=True)
        await self.session.close()


def seconds(retry_after: str | None) -> float:
    try:
        return max(float(retry_after or 0), 0.0)
    except ValueError:
        return 0.0

"""Faults a test asks for: answers that fail, get lost or hang, and updates that no bot can read."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.errors import ApiError
from sandbox.updates import TERMINATED

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

PHRASES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


@dataclass(slots=True)
class Fault:
    """`kind` is fail, drop, refuse, disconnect or hang; without method or chat it holds for all."""

    kind: str
    method: str | None = None
    chat: int | None = None
    times: int = 1
    seconds: float = 0.0
    error: ApiError | None = None

    def holds(self, method: str, chat: int | None) -> bool:
        same_method = self.method is None or self.method == method
        return same_method and (self.chat is None or self.chat == chat)


@dataclass(slots=True)
class WebhookFault:
    delivered: bool


class Faults:
    """Each method asks for the next fault of its kind; faults of a kind take effect in the order asked."""

    def __init__(self, world: "Telegram") -> None:
        self.world = world
        self.active: list[Fault] = []
        self.webhook: list[WebhookFault] = []

    def add(self, kind: str, method: str | None, times: int, chat: Any = None, **more: Any) -> None:
        name = method.lower() if method else None
        number = None if chat is None else int(getattr(chat, "id", chat))
        self.active.append(Fault(kind, name, number, times, **more))

    def fail(
        self,
        method: str | None = None,
        *,
        status: int = 500,
        times: int = 1,
        retry_after: int | None = None,
        chat: Any = None,
        description: str | None = None,
    ) -> None:
        """The call has no effect and gets this status; `chat` is an id, a person or a group."""
        words = description or PHRASES.get(status, "Internal Server Error")
        parameters = None
        if retry_after is not None:
            parameters = {"retry_after": retry_after}
            words = description or f"{words}: retry after {retry_after}"
        self.add("fail", method, times, chat, error=ApiError(words, status, parameters=parameters))

    def drop_answer(self, method: str | None = None, times: int = 1, chat: Any = None) -> None:
        """The call takes effect, but the connection closes before the answer."""
        self.add("drop", method, times, chat)

    def disconnect_before(self, method: str | None = None, times: int = 1, chat: Any = None) -> None:
        """The connection closes and the call has no effect."""
        self.add("disconnect", method, times, chat)

    def refuse(self, times: int = 1) -> None:
        """The next calls find their connection reset. `Telegram.go_down` refuses connections for good."""
        self.add("refuse", None, times)

    def hang(self, method: str | None = None, seconds: float = 60.0, times: int = 1, chat: Any = None) -> None:
        """The call takes effect at once, its answer comes so much later."""
        self.add("hang", method, times, chat, seconds=seconds)

    def garbage(self, update: dict[str, Any]) -> int:
        """Put any object among the updates; an `update_id` is added. Returns that id."""
        payload = {key: value for key, value in update.items() if key != "update_id"}
        return self.world.bot.updates.add_raw("garbage", payload, 0)

    def flood_now(self, retry_after: float) -> None:
        """Every send gets 429 until then; those that come all the same are in `flood_violations`."""
        self.world.flood.shut(retry_after)

    def webhook_fail(self, times: int = 1, *, delivered: bool = False) -> None:
        """The next deliveries fail; if `delivered`, the bot gets them and only its answer is lost."""
        self.webhook.extend(WebhookFault(delivered) for _ in range(times))

    def conflict(self) -> None:
        """Another poller seems to be about: the `getUpdates` that waits, or the next one, gets 409."""
        updates = self.world.bot.updates
        if updates.waiter is not None and not updates.waiter.done():
            updates.interrupt()
        else:
            self.fail("getUpdates", status=409, description=TERMINATED)

    def clear(self) -> None:
        self.active.clear()
        self.webhook.clear()
        self.world.flood.shut_until = 0.0

    def take(self, method: str, params: dict[str, Any]) -> Fault | None:
        """The fault that this call meets, if any."""
        if not self.active:
            return None
        chat = params.get("chat_id")
        number = int(chat) if isinstance(chat, int) or (isinstance(chat, str) and chat.lstrip("-").isdigit()) else None
        for fault in self.active:
            if fault.holds(method.lower(), number):
                fault.times -= 1
                if fault.times <= 0:
                    self.active.remove(fault)
                return fault
        return None

    def take_webhook_failure(self) -> WebhookFault | None:
        return self.webhook.pop(0) if self.webhook else None

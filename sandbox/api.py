"""One call of the Bot API, from its name and fields to the bytes of the answer."""

import json
from typing import TYPE_CHECKING, Any

from sandbox.calls import Call
from sandbox.errors import ApiError, mistake
from sandbox.methods import METHODS
from sandbox.methods.request import Method, Request

if TYPE_CHECKING:
    from sandbox.bots import BotAccount
    from sandbox.files import Upload
    from sandbox.telegram import Telegram

Answer = tuple[int, bytes]
NO_UPLOADS: "dict[str, Upload]" = {}
encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
OK = 200


class Api:
    def __init__(self, world: "Telegram") -> None:
        self.world = world

    def call(
        self,
        bot: "BotAccount",
        name: str,
        params: dict[str, Any],
        *,
        form: bool = False,
        uploads: "dict[str, Upload]" = NO_UPLOADS,
    ) -> Answer:
        """Do it and say what came of it."""
        try:
            method = find(name)
            request = self.request(bot, method, params, form=form, uploads=uploads)
            result = method.run(request)
        except ApiError as error:
            return self.refused(name, params, error)
        except Exception as error:  # noqa: BLE001  # a fault of this server must not pass for one of the network
            words = f"Internal Server Error: {error!r}"
            return self.refused(name, params, ApiError(words, 500, problem=True))
        return self.done(method.name, request.params, result)

    async def poll(self, bot: "BotAccount", params: dict[str, Any], *, form: bool) -> Answer:
        """`getUpdates`, the only call that waits; it is not noted in the log."""
        method = METHODS["getupdates"]
        try:
            request = self.request(bot, method, params, form=form, uploads=NO_UPLOADS)
            updates = await bot.updates.poll(request.params)
        except ApiError as error:
            return self.answer_of(method.name, error)
        return OK, encode({"ok": True, "result": updates}).encode()

    def request(
        self,
        bot: "BotAccount",
        method: Method,
        params: dict[str, Any],
        *,
        form: bool,
        uploads: "dict[str, Upload]",
    ) -> Request:
        if uploads:
            params = params | {key: value for key, value in uploads.items() if key in method.known}
        return Request(self.world, bot, method.check(params, form=form), uploads)

    def done(self, name: str, params: dict[str, Any], result: Any) -> Answer:
        if self.world.log:
            self.note(name, params, OK, "")
        return OK, encode({"ok": True, "result": result}).encode()

    def refused(self, name: str, params: dict[str, Any], error: ApiError) -> Answer:
        method = METHODS.get(name.lower())
        name = method.name if method else name
        if name == "getUpdates":
            return self.answer_of(name, error)
        call = Call(self.world.clock(), name, params, False, error.status, error.description)  # noqa: FBT003  # its field `ok`
        self.world.note_call(call)
        if error.violation:
            self.world.flood_violations.append(call)
        return self.answer_of(name, error)

    def answer_of(self, name: str, error: ApiError) -> Answer:
        if error.problem:
            self.world.problems.append(f"{name}: {error.description}")
        answer: dict[str, Any] = {"ok": False, "error_code": error.status, "description": error.description}
        if error.parameters:
            answer["parameters"] = error.parameters
        return error.status, encode(answer).encode()

    def note(self, name: str, params: dict[str, Any], status: int, description: str) -> None:
        call = Call(self.world.clock(), name, params, status == OK, status, description)
        self.world.note_call(call)


def find(name: str) -> Method:
    method = METHODS.get(name.lower())
    if method is None:
        raise mistake(f'unknown method "{name}"')
    return method

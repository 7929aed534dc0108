"""python-telegram-bot's requests over our own wire, with the one distinction that delivery needs.

httpx, which the library uses itself, is slower the more requests run at once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import IO, Any, NamedTuple
from urllib.parse import urlsplit

import httpx
from telegram.request import BaseRequest, RequestData

from bot.wire import JSON, READ, Wire

Files = Mapping[str, tuple[str, bytes, str]]  # by field: name, content, mime type
SLOWEST = 100_000  # bytes a second that a file travels at least
ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Form(NamedTuple):
    fields: Mapping[str, str]
    files: Mapping[str, tuple[str, bytes | IO[bytes], str]]


Data = RequestData | Mapping[str, Any] | Form | bytes | None


class WireRequest(BaseRequest):
    """`origin` is the server's address, `connections` how many requests may run at once."""

    def __init__(self, origin: str, connections: int = 64) -> None:
        self._wire = Wire(origin, connections)

    @property
    def read_timeout(self) -> float:
        return READ

    async def initialize(self) -> None:
        """Connections are made when they are needed."""

    async def shutdown(self) -> None:
        await self._wire.close()

    async def call(
        self, url: str, parameters: Mapping[str, Any], read_timeout: float = READ, *, wanted: bool = True
    ) -> Any:
        """A method with parameters that are JSON already: half the work of Bot.do_api_request. Raises TelegramError.

        A result that is not `wanted` is not even parsed: a sent message comes back whole.
        """
        answer = await self._request_wrapper(url, "POST", parameters, read_timeout)  # type: ignore[arg-type]
        return self.parse_json_payload(answer)["result"] if wanted else None

    async def deliver(self, url: str, body: bytes) -> None:
        """A method whose JSON is written already, and whose result nobody wants. Raises TelegramError."""
        await self._request_wrapper(url, "POST", body)  # type: ignore[arg-type]

    async def upload(self, url: str, parameters: Mapping[str, Any], files: Files, *, wanted: bool = True) -> Any:
        """A method with files beside its parameters. Raises TelegramError."""
        patience = READ + sum(len(content) for _, content, _ in files.values()) / SLOWEST
        form = Form({name: _field(value) for name, value in parameters.items()}, files)
        answer = await self._request_wrapper(url, "POST", form, patience)  # type: ignore[arg-type]
        return self.parse_json_payload(answer)["result"] if wanted else None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: Data = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # the wire knows none
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # ten seconds do for everybody
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """The status and the body. Raises Unsent or Unsure."""
        parts = urlsplit(url)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        body, kind = _content(request_data)
        patience = READ if read_timeout in {READ, BaseRequest.DEFAULT_NONE} else read_timeout
        return await self._wire.send(path, body, method=method, kind=kind, patience=patience)


def _field(value: Any) -> str:
    """In a form everything is text: numbers and objects are JSON."""
    return value if isinstance(value, str) else ENCODE(value)


def _content(data: Data) -> tuple[bytes, str]:
    """The body and its kind."""
    if data is None:
        return b"", JSON
    if isinstance(data, bytes):
        return data, JSON
    if isinstance(data, Form):
        return _written(data)
    if not isinstance(data, RequestData):
        return ENCODE(data).encode(), JSON
    if not data.contains_files:
        return ENCODE(data.parameters).encode(), JSON
    return _written(Form(data.json_parameters, data.multipart_data))


def _written(form: Form) -> tuple[bytes, str]:
    """As httpx writes forms; the address that it is given is not called."""
    request = httpx.Request("POST", "http://127.0.0.1", data=form.fields, files=form.files)
    return request.read(), request.headers["Content-Type"]

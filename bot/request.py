"""python-telegram-bot's requests on an aiohttp session, with the one distinction that delivery needs.

httpx, which the library uses itself, is slower the more requests run at once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import aiohttp
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

READ, CONNECT = 20.0, 10.0  # seconds
KEEP_ALIVE = 30.0  # seconds; shorter than Telegram's own, so that it is we who close a connection
TOKEN = re.compile(r"/bot[^/\s'\"]+")
HEADERS = {"Content-Type": "application/json"}
ENCODE = json.JSONEncoder(ensure_ascii=False).encode
# No `total`: aiohttp would keep a timer for each request, and a silent socket says as much.
TIMEOUT = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT, sock_read=READ)


class Unsent(NetworkError):
    """No connection came about: nothing has reached Telegram."""


class Unsure(NetworkError):
    """The connection broke after the request was written, or no answer came: it may have been carried out."""


class AiohttpRequest(BaseRequest):
    """`connections` is how many requests may run at once."""

    def __init__(self, connections: int = 64) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return READ

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=KEEP_ALIVE)
            self._session = aiohttp.ClientSession(connector=connector, auto_decompress=True)

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def call(
        self, url: str, parameters: Mapping[str, Any], read_timeout: float = READ, *, wanted: bool = True
    ) -> Any:
        """A method with parameters that are JSON already: half the work of Bot.do_api_request. Raises TelegramError.

        A result that is not `wanted` is not even parsed: a sent message comes back whole.
        """
        answer = await self._request_wrapper(url, "POST", parameters, read_timeout)  # type: ignore[arg-type]
        return self.parse_json_payload(answer)["result"] if wanted else None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | Mapping[str, Any] | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # aiohttp knows none
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # ten seconds do for everybody
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """The status and the body. Raises Unsent or Unsure."""
        if self._session is None:
            raise RuntimeError("AiohttpRequest is used before initialize()")
        body, headers = _content(request_data)
        timeout = TIMEOUT
        if read_timeout not in {READ, BaseRequest.DEFAULT_NONE}:
            timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT, sock_read=read_timeout)
        try:
            async with self._session.request(method, url, data=body, headers=headers, timeout=timeout) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise Unsent(f"no connection: {_said(str(error))}") from None  # the cause may name the token
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise Unsure(f"no answer: {_said(repr(error))}") from None


def _said(error: str) -> str:
    """Addresses hold the token, and what is said here is logged."""
    return TOKEN.sub("/bot…", error)


def _content(data: RequestData | Mapping[str, Any] | None) -> tuple[Any, dict[str, str] | None]:
    if data is None:
        return None, None
    if not isinstance(data, RequestData):
        return ENCODE(data).encode(), HEADERS
    if not data.contains_files:
        return ENCODE(data.parameters).encode(), HEADERS
    form = aiohttp.FormData(data.json_parameters)
    for field, (filename, content, mimetype) in data.multipart_data.items():
        form.add_field(field, content, filename=filename, content_type=mimetype)
    return form, None

"""python-telegram-bot's requests on an aiohttp session, with the one distinction that delivery needs.

httpx, which the library uses itself, is slower the more requests run at once (docs/performance.md).
"""

from __future__ import annotations

import json
from typing import Any

import aiohttp
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

READ, CONNECT = 20.0, 10.0  # seconds
KEEP_ALIVE = 30.0  # seconds; shorter than Telegram's own, so that it is we who close a connection
HEADERS = {"Content-Type": "application/json"}


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

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # aiohttp knows none; `total` holds anyway
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """The status and the body. Raises Unsent or Unsure."""
        if self._session is None:
            raise RuntimeError("AiohttpRequest is used before initialize()")
        body, headers = _content(request_data)
        timeout = aiohttp.ClientTimeout(total=_seconds(read_timeout, READ), connect=_seconds(connect_timeout, CONNECT))
        try:
            async with self._session.request(method, url, data=body, headers=headers, timeout=timeout) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise Unsent(f"no connection: {error}") from error
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise Unsure(f"no answer: {error!r}") from error


def _seconds(given: Any, otherwise: float) -> float | None:
    return otherwise if given is BaseRequest.DEFAULT_NONE else given


def _content(data: RequestData | None) -> tuple[Any, dict[str, str] | None]:
    if data is None:
        return None, None
    if not data.contains_files:
        return json.dumps(data.parameters, ensure_ascii=False).encode(), HEADERS
    form = aiohttp.FormData(data.json_parameters)
    for field, (filename, content, mimetype) in data.multipart_data.items():
        form.add_field(field, content, filename=filename, content_type=mimetype)
    return form, None

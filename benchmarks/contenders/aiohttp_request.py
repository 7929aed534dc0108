"""python-telegram-bot's requests on an aiohttp session: what whoever finds httpx slow would write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import aiohttp
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

READ, CONNECT = 20.0, 10.0  # seconds
KEEP_ALIVE = 30.0  # seconds; shorter than Telegram's own, so that it is we who close a connection
HEADERS = {"Content-Type": "application/json"}
ENCODE = json.JSONEncoder(ensure_ascii=False).encode
# No `total`: aiohttp would keep a timer for each request, and a silent socket says as much.
TIMEOUT = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT, sock_read=READ)


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
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise NetworkError(repr(error)) from None


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

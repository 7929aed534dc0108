"""The fields and files of a call, however they were sent."""

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from aiohttp.web_request import FileField

from sandbox.errors import ApiError
from sandbox.files import UPLOAD_LIMIT, Upload


class Body:
    """The fields of a call as they came."""

    __slots__ = ("form", "params", "uploads")

    def __init__(self, params: dict[str, Any], uploads: dict[str, Upload], *, form: bool) -> None:
        self.params = params
        self.uploads = uploads
        self.form = form


async def read(request: web.BaseRequest) -> Body:
    """The fields: from the query, and from a JSON, form or multipart body."""
    params: dict[str, Any] = dict(request.query)
    kind = request.content_type
    try:
        if kind == "multipart/form-data":
            return await read_multipart(request, params)
        raw = await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise ApiError("Request Entity Too Large", 413) from None
    if kind == "application/json" and raw:
        return Body({**params, **parsed(raw)}, {}, form=bool(params))
    if raw:
        params.update(parse_qsl(raw.decode(errors="replace"), keep_blank_values=True))
    return Body(params, {}, form=True)


def parsed(raw: bytes) -> dict[str, Any]:
    try:
        value = json.loads(raw.decode())
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise ApiError("Bad Request: can't parse JSON object", problem=True)
    return value


async def read_multipart(request: web.BaseRequest, params: dict[str, Any]) -> Body:
    uploads = {}
    for key, value in (await request.post()).items():
        if isinstance(value, FileField):
            data = value.file.read()
            value.file.close()
            if len(data) > UPLOAD_LIMIT:
                raise ApiError("Request Entity Too Large", 413, problem=True)
            uploads[key] = Upload(value.filename, value.content_type, data)
        else:
            params[key] = value if isinstance(value, str) else bytes(value).decode()
    return Body(params, uploads, form=True)

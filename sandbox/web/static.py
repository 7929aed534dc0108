"""The files of the page itself: its skeleton, scripts, styles, fonts and sample pictures."""

from functools import cache
from pathlib import Path

from aiohttp import web

from sandbox.web.guard import HEADERS

ROOT = Path(__file__).parent / "static"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".jpg": "image/jpeg",
    ".ogg": "audio/ogg",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}


@cache
def known() -> dict[str, Path]:
    """All there is to ask for; a path that is not among these leads nowhere."""
    return {path.relative_to(ROOT).as_posix(): path for path in ROOT.rglob("*") if path.suffix in TYPES}


def serve(name: str) -> web.StreamResponse | None:
    path = known().get(name)
    if path is None:
        return None
    return web.FileResponse(path, headers={**HEADERS, "Content-Type": TYPES[path.suffix]})

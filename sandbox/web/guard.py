"""Who may speak to the page's side of the server: a browser on this machine that shows this very page."""

import re

from aiohttp import web

HOST = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?")
MARK = "X-Chat-Page"  # a foreign page cannot send it without asking first, and it is never told yes
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


def is_local(request: web.BaseRequest) -> bool:
    """Asked for by a name of this machine: a foreign name that leads here is an attack."""
    return HOST.fullmatch(request.headers.get("Host", "")) is not None


def is_own(request: web.BaseRequest) -> bool:
    """Sent by our page and by no other that is open in the same browser."""
    origin = request.headers.get("Origin")
    own = origin is None or origin == f"http://{request.headers.get('Host', '')}"
    return own and MARK in request.headers

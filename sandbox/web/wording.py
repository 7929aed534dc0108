"""The words of a message as HTML: what Telegram makes a link of is one, and nothing else that a user typed is."""

import re

from sandbox.chats import Raw
from sandbox.formatting import Entity, to_html

SAFE = re.compile(r"(?:https?|tg|mailto|tel):", re.IGNORECASE)
CLOSED = frozenset({"text_link", "code", "pre"})  # nothing inside these is a link of its own
GIST = 90
OPENING, CLOSING = (isolate.encode("utf-16-le") for isolate in "\u2068\u2069")


def rich(raw: Raw) -> str:
    """The text or caption; commands lead to `command:`, which the page understands."""
    text: str = raw.get("text") or raw.get("caption") or ""
    marks: list[Entity] = raw.get("entities") or raw.get("caption_entities") or []
    units = text.encode("utf-16-le", "surrogatepass")
    shown = [linked(mark, units) for mark in marks if not _inside(mark, marks)]
    return to_html(text, [mark for mark in shown if mark is not None])


def linked(mark: Entity, units: bytes) -> Entity | None:
    """The mark as one that `to_html` shows; none for an address that a browser should not follow."""
    start, end = mark["offset"] * 2, (mark["offset"] + mark["length"]) * 2
    words = units[start:end].decode("utf-16-le", "replace")
    addresses = {
        "url": words if SAFE.match(words) else f"https://{words}",
        "email": f"mailto:{words}",
        "phone_number": f"tel:{words}",
        "bot_command": f"command:{words}",
        "text_link": mark.get("url", ""),
    }
    address = addresses.get(mark["type"])
    if address is None:
        return mark
    if mark["type"] != "bot_command" and not SAFE.match(address):
        return None
    return {**mark, "type": "text_link", "url": address}


def _inside(mark: Entity, marks: list[Entity]) -> bool:
    """It was found in something that is shown as it stands."""
    if mark["type"] not in {"url", "email", "phone_number", "bot_command", "mention", "hashtag"}:
        return False
    return any(
        other["type"] in CLOSED and other["offset"] <= mark["offset"] < other["offset"] + other["length"]
        for other in marks
    )


def gist(raw: Raw) -> str:
    """The beginning, on one line."""
    text = raw.get("text") or raw.get("caption") or raw.get("poll", {}).get("question") or ""
    return " ".join(isolated(text, raw.get("entities") or raw.get("caption_entities") or []).split())[:GIST]


def isolated(text: str, marks: list[Entity]) -> str:
    """Without its marks, what stood in code still reads in a direction of its own."""
    units = text.encode("utf-16-le", "surrogatepass")
    for mark in reversed([mark for mark in marks if mark["type"] == "code"]):
        start, end = mark["offset"] * 2, (mark["offset"] + mark["length"]) * 2
        units = units[:start] + OPENING + units[start:end] + CLOSING + units[end:]
    return units.decode("utf-16-le", "surrogatepass")

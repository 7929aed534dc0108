"""Leaves out what nobody here reads, before objects are built of it: half the time of parsing a press goes into the
buttons and the formatting of the message that it was pressed on.
"""

from __future__ import annotations

from typing import Any

UNREAD = frozenset({"reply_markup", "entities", "caption_entities", "link_preview_options"})


def lighten(raw: dict[str, Any]) -> dict[str, Any]:
    """A copy where something is left out; what is not as expected stays for the parser to refuse."""
    for kind in ("message", "edited_message"):
        if isinstance(raw.get(kind), dict):
            return {**raw, kind: _message(raw[kind])}
    press = raw.get("callback_query")
    if isinstance(press, dict) and isinstance(press.get("message"), dict):
        return {**raw, "callback_query": {**press, "message": _message(press["message"])}}
    return raw


def _message(message: dict[str, Any]) -> dict[str, Any]:
    light = {name: value for name, value in message.items() if name not in UNREAD}
    if isinstance(light.get("reply_to_message"), dict):
        light["reply_to_message"] = _message(light["reply_to_message"])
    if isinstance(light.get("photo"), list):
        light["photo"] = light["photo"][-1:]  # the largest size
    return light

"""Keyboards, as the plain dictionaries that the Bot API reads (building telegram's objects takes 20 times as long)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from locales.words import LEFT_TO_RIGHT, Words

Button = dict[str, Any]
Keyboard = dict[str, Any]


def button(label: str, data: str) -> Button:
    """An inline button. `data` is a verb and its arguments, `card:claim:17`; 64 bytes at most."""
    return {"text": label, "callback_data": data}


def inline(*rows: Sequence[Button]) -> Keyboard:
    return {"inline_keyboard": [list(row) for row in rows if row]}


def reply(*rows: Sequence[str | Button], once: bool = False) -> Keyboard:
    keyboard: Keyboard = {
        "keyboard": [[{"text": cell} if isinstance(cell, str) else cell for cell in row] for row in rows if row],
        "resize_keyboard": True,
    }
    if once:
        keyboard["one_time_keyboard"] = True
    return keyboard


def force_reply(placeholder: str) -> Keyboard:
    """Opens the answer field, to the one whose message is replied to alone."""
    return {"force_reply": True, "selective": True, "input_field_placeholder": placeholder[:64]}


def columns(buttons: Sequence[Button], width: int) -> list[list[Button]]:
    return [list(buttons[i : i + width]) for i in range(0, len(buttons), width)]


def as_read(words: Words, row: Sequence[Button]) -> list[Button]:
    """A row whose order matters, as its readers read: Telegram lays buttons from left to right in all languages."""
    return list(row) if words.language in LEFT_TO_RIGHT else list(reversed(row))


def only_cancel(words: Words, step: str) -> Keyboard:
    """Under a question that is answered in words: the menu stays where it is."""
    return inline([button(words.plain("button-cancel"), f"menu:cancel:{step}")])


MENU = (("menu-report", "menu-mine"), ("menu-events", "menu-polls"), ("menu-settings", "menu-help"))


def main_menu(words: Words) -> Keyboard:
    return reply(*([words.plain(key) for key in row] for row in MENU))

"""All that people read, in their language: messages from the .ftl files, user text made safe for HTML.

`fa.ftl` has what everybody meets, `events.fa.ftl` what is said of events, and so on for each capability and language.
"""

from __future__ import annotations

import html
import re
from functools import cache
from importlib import resources
from typing import Any

from locales.templates import Template, render, templates
from locales.text import digits, isolate

LANGUAGES = ("fa", "en", "ar")
DEFAULT = "fa"
LEFT_TO_RIGHT = frozenset({"en"})


class Html(str):
    """Text that is HTML already: it is put into a message as it is."""

    __slots__ = ()


class Words:
    """The messages of one language.

    Arguments: whole numbers come out in the language's digits; `Html` as it is; any other text is what people
    typed: escaped here, the one place, and isolated when it may run in the other direction.
    """

    def __init__(self, language: str, messages: dict[str, Template]) -> None:
        self.language = language
        self._messages = messages

    def __call__(self, key: str, **arguments: Any) -> Html:
        """A message, as HTML. KeyError for an unknown key or a missing argument."""
        return Html(self._format(key, {name: self._safe(value) for name, value in arguments.items()}).strip())

    def plain(self, key: str, **arguments: Any) -> str:
        """The label of a button, or a toast: no HTML, nothing escaped."""
        return self._format(key, {name: self._shown(value) for name, value in arguments.items()})

    def _format(self, key: str, arguments: dict[str, str]) -> str:
        return render(self._messages[key], arguments)

    def _shown(self, value: Any) -> str:
        return digits(str(value), self.language) if isinstance(value, int) else str(value)

    def _safe(self, value: Any) -> str:
        if isinstance(value, (int, Html)):
            return self._shown(value)
        text = html.escape(str(value), quote=False)
        return isolate(text) if self._runs_otherwise(text) else text

    def _runs_otherwise(self, text: str) -> bool:
        first = next((letter for letter in text if letter.isalpha()), "")
        return bool(first) and first.isascii() is not (self.language in LEFT_TO_RIGHT)

    def code(self, text: str) -> Html:
        """A code that copies well: Latin digits inside <code>, isolated outside it."""
        return Html(isolate(f"<code>{text}</code>"))


@cache
def words(language: str) -> Words:
    """The words of a language; Persian for one we do not speak."""
    name = language if language in LANGUAGES else DEFAULT
    return Words(name, templates(text_of(name), f"*{name}.ftl"))


def text_of(language: str) -> str:
    """All files of a language, one behind the other."""
    files = (
        file for file in resources.files("locales").iterdir() if re.fullmatch(rf"(\w+\.)?{language}\.ftl", file.name)
    )
    return "\n".join(file.read_text("utf-8") for file in sorted(files, key=lambda file: file.name))


def language_of(phone: str | None) -> str:
    """What to speak with a phone set to this language: ours if we speak it, otherwise Persian."""
    short = (phone or "").split("-")[0].lower()
    return short if short in LANGUAGES else DEFAULT


def safe(text: str) -> Html:
    """What people typed, as HTML, where it stands alone."""
    return Html(html.escape(text, quote=False))

"""Texts with entities: what Telegram makes of HTML, and which entities it finds by itself."""

import html
import re
import sys
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import mistake

Entity = dict[str, Any]

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
CHARACTER = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d+)|#[xX]([0-9a-fA-F]+));?")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
MARKUP = re.compile(r"[<&]")
TAG_NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"""\s*([^\s=>]*)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.\-]+(?=[\s>]))))?""")
SPACE = re.compile(r"\s*")

# Telegram throws these away: they turn the direction of what follows. Isolates (U+2066-2069) stay.
DIRECTION_OVERRIDES = dict.fromkeys(range(0x2028, 0x202F))
CONTROLS = {code: " " for code in range(32) if chr(code) != "\n"} | {13: None}
CLEANING: dict[int, Any] = DIRECTION_OVERRIDES | CONTROLS
UNCLEAN = re.compile("[\x00-\x09\x0b-\x1f\u2028-\u202e]")
ISOLATES = dict.fromkeys(range(0x2066, 0x206A))

FOUND = re.compile(
    r"(?P<url>(?:https?://|(?<![\w@.])(?=[\w.-]+\.(?:ir|com|org|net|me|info)\b))[^\s<>\"]+)"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.]+)"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})"
    r"|(?<![\w#])(?P<hashtag>#\w+)"
    r"|(?<!\w)(?P<phone_number>(?:\+\d{8,15}|0\d{10}))(?!\w)"
)
MAYBE = re.compile(r"[/@#.+]|0\d{10}")


def utf16_length(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    return text.translate(CLEANING) if UNCLEAN.search(text) else text


def without_isolates(text: str) -> str:
    return text.translate(ISOLATES)


def found_entities(text: str) -> list[Entity]:
    """Commands, links, mentions, hashtags, addresses and numbers that Telegram marks in any text."""
    if not MAYBE.search(text):
        return []
    return [
        {
            "type": match.lastgroup,
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match.group()),
        }
        for match in FOUND.finditer(text)
    ]


@dataclass(slots=True)
class Open:
    """A tag whose end has not come yet."""

    tag: str
    argument: str
    offset: int
    expandable: bool = False


@dataclass(slots=True)
class HtmlParser:
    """Reads HTML as the Bot API server does, with its words for what it cannot read."""

    source: str
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    entities: list[Entity] = field(default_factory=list)
    open: list[Open] = field(default_factory=list)

    def parse(self) -> tuple[str, list[Entity]]:
        source, position = self.source, 0
        while match := MARKUP.search(source, position):
            start = match.start()
            self.add(source[position:start])
            position = self.character(start) if match.group() == "&" else self.tag(start)
        self.add(source[position:])
        if self.open:
            raise self.error(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"', None)
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.pieces), self.entities

    def add(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.length += utf16_length(text)

    def error(self, what: str, at: int | None) -> Exception:
        where = "" if at is None else f" at byte offset {len(self.source[:at].encode())}"
        return mistake(f"can't parse entities: {what}{where}")

    def character(self, start: int) -> int:
        """The character of `&lt;` and the like; any other `&` stands for itself."""
        match = CHARACTER.match(self.source, start)
        if match is None:
            self.add("&")
            return start + 1
        name, decimal, hexadecimal = match.groups()
        if name:
            self.add(NAMED[name])
        else:
            code = int(decimal) if decimal else int(hexadecimal, 16)
            self.add(chr(code) if 0 < code <= sys.maxunicode else match.group())
        return match.end()

    def tag(self, start: int) -> int:
        if self.source.startswith("/", start + 1):
            return self.end_tag(start)
        return self.start_tag(start)

    def start_tag(self, start: int) -> int:
        match = TAG_NAME.match(self.source, start + 1)
        end = match.end() if match else start + 1
        name = self.source[start + 1 : end].lower()
        if end == len(self.source):
            raise self.error("Unclosed start tag", start)
        if name not in TAGS:
            raise self.error(f'Unsupported start tag "{name}"', start)
        attributes, end = self.attributes(name, start, end)
        opened = Open(name, self.argument(name, attributes), self.length, "expandable" in attributes)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self.error('Tag "span" must have class "tg-spoiler"', start)
        self.open.append(opened)
        return end

    def attributes(self, name: str, start: int, position: int) -> tuple[dict[str, str], int]:
        found: dict[str, str] = {}
        while True:
            match = SPACE.match(self.source, position)
            position = match.end() if match else position
            if position >= len(self.source):
                raise self.error(f'Unclosed start tag "{name}"', start)
            if self.source[position] == ">":
                return found, position + 1
            match = ATTRIBUTE.match(self.source, position)
            if match is None or not match.group(1):
                raise self.error(f'Empty attribute name in the tag "{name}"', start)
            key, assigned, *values = match.groups()
            if assigned is None and self.source.startswith("=", match.end()):
                raise self.error(f'Unclosed start tag "{name}"', start)
            found[key.lower()] = html.unescape(next((value for value in values if value is not None), ""))
            position = match.end()

    @staticmethod
    def argument(name: str, attributes: dict[str, str]) -> str:
        if name == "a":
            return attributes.get("href", "")
        if name == "code":
            return attributes.get("class", "").removeprefix("language-")
        return attributes.get("emoji-id", "")

    def end_tag(self, start: int) -> int:
        if not self.open:
            raise self.error("Unexpected end tag", start)
        end = self.source.find(">", start)
        if end < 0:
            raise self.error("Unclosed end tag", start)
        name = self.source[start + 2 : end].strip().lower()
        opened = self.open.pop()
        if name and name != opened.tag:
            raise self.error(
                f"Unmatched end tag at byte offset {len(self.source[:start].encode())}, "
                f'expected "</{opened.tag}>", found "</{name}>"',
                None,
            )
        self.close(opened)
        return end + 1

    def close(self, opened: Open) -> None:
        length = self.length - opened.offset
        kind = TAGS[opened.tag]
        if not length or (kind == "text_link" and not opened.argument):
            return
        entity: Entity = {"type": kind, "offset": opened.offset, "length": length}
        if kind == "text_link":
            entity["url"] = opened.argument
        elif kind == "custom_emoji":
            entity["custom_emoji_id"] = opened.argument
        elif opened.expandable:
            entity["type"] = "expandable_blockquote"
        self.entities.append(entity)


def parse_html(source: str) -> tuple[str, list[Entity]]:
    if "<" not in source and "&" not in source:
        return source, []
    return HtmlParser(source).parse()


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The text without spaces at its ends, the entities moved along."""
    bare = text.strip()
    if len(bare) == len(text):
        return text, entities
    cut = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(bare)
    kept = []
    for entity in entities:
        first = max(entity["offset"] - cut, 0)
        last = min(entity["offset"] + entity["length"] - cut, end)
        if last > first:
            kept.append({**entity, "offset": first, "length": last - first})
    return bare, kept


OPENING = {
    "bold": "<b>",
    "italic": "<i>",
    "underline": "<u>",
    "strikethrough": "<s>",
    "spoiler": "<tg-spoiler>",
    "code": "<code>",
    "pre": "<pre>",
    "blockquote": "<blockquote>",
    "expandable_blockquote": "<blockquote expandable>",
}


def to_html(text: str, entities: list[Entity]) -> str:
    """The HTML that gives this text and these entities: what a reader sees as bold is bold in it."""
    marks: list[tuple[int, int, str]] = []
    for rank, entity in enumerate(entities):
        kind, start, end = entity["type"], entity["offset"], entity["offset"] + entity["length"]
        opening = OPENING.get(kind)
        if kind == "text_link":
            opening = f'<a href="{html.escape(entity["url"])}">'
        if opening:
            marks.append((start, rank + 1, opening))
            marks.append((end, -rank - 1, f"</{opening[1:-1].split()[0]}>"))
    units = text.encode("utf-16-le", "surrogatepass")
    pieces, position = [], 0
    for offset, _, mark in sorted(marks):
        pieces.append(html.escape(units[position * 2 : offset * 2].decode("utf-16-le"), quote=False))
        pieces.append(mark)
        position = offset
    pieces.append(html.escape(units[position * 2 :].decode("utf-16-le"), quote=False))
    return "".join(pieces)

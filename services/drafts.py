"""A report in the making: what the resident has given so far, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from services.city import City

EXPIRES = 2 * 86400  # seconds
LONGEST = 3000  # characters of words; a Telegram message may have 4096
MOST_MEDIA = 10


@dataclass
class Attachment:
    """`message` is the message it came with, `album` its media group, if any."""

    kind: str
    file_id: str
    unique_id: str
    message: int
    album: str = ""


@dataclass
class Draft:
    """`words` are kept by the message they came with, so that an edited message edits the draft.

    `stamp` tells this draft from the person's others: its buttons carry it, and work for no other draft.
    `compared` is set once open reports nearby have been shown; `warned` lists the emergency numbers named.
    """

    stamp: str = ""
    words: dict[str, str] = field(default_factory=dict)
    media: list[Attachment] = field(default_factory=list)
    lat: float | None = None
    lon: float | None = None
    area: str | None = None
    landmark: str = ""
    category: str | None = None
    anonymous: bool = False
    compared: bool = False
    warned: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.words.values())

    @property
    def cover(self) -> str | None:
        """The first photo."""
        return next((item.file_id for item in self.media if item.kind == "photo"), None)

    def is_empty(self) -> bool:
        return not (self.words or self.media or self.area or self.landmark)

    def missing(self) -> str | None:
        """What to ask for next: content, place, category; None when nothing is missing."""
        if not (self.words or self.media):
            return "content"
        if self.area is None:
            return "place"
        return None if self.category else "category"

    def add_words(self, message: int, text: str) -> bool:
        """False when it would grow too long; then nothing is added."""
        known = {**self.words, str(message): text}
        if sum(map(len, known.values())) > LONGEST:
            return False
        self.words = known
        return True

    def edit_words(self, message: int, text: str) -> bool:
        """False when it would grow too long."""
        if text:
            return self.add_words(message, text)
        self.words.pop(str(message), None)
        return True

    def holds(self, message: int) -> bool:
        """Whether words or a picture of this message are part of it."""
        return str(message) in self.words or any(item.message == message for item in self.media)

    def add_media(self, item: Attachment) -> bool:
        """False when there are as many as an album holds already."""
        if any(known.unique_id == item.unique_id for known in self.media):
            return True
        if len(self.media) >= MOST_MEDIA:
            return False
        self.media.append(item)
        return True

    def in_album(self, album: str) -> bool:
        return bool(album) and any(item.album == album for item in self.media)

    def place_at(self, lat: float, lon: float, area: str) -> None:
        self.lat, self.lon, self.area, self.compared = lat, lon, area, False

    def place_in(self, area: str) -> None:
        """A neighbourhood from the list, or one that a landmark names."""
        self.lat = self.lon = None
        self.area, self.compared = area, False

    def choose(self, category: str) -> None:
        self.category, self.compared = category, False

    def dump(self) -> dict[str, Any]:
        """Only what has been given, so that a draft of one photo is one short line in the database."""
        given = {name: value for name, value in vars(self).items() if value}
        return {**given, "media": [vars(item) for item in self.media]} if self.media else given

    @classmethod
    def load(cls, data: dict[str, Any], city: City) -> Draft:
        """Areas and categories that the city no longer offers are asked for again."""
        draft = cls(**{**data, "media": [Attachment(**item) for item in data.get("media", [])]})
        if draft.area and (draft.area not in city.areas or city.areas[draft.area].retired):
            draft.area = draft.lat = draft.lon = None
        if draft.category and (draft.category not in city.kinds or city.kinds[draft.category].retired):
            draft.category = None
        return draft

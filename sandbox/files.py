"""Files that were sent: their ids, their sizes, and tiny real ones for people to send."""

import itertools
import secrets
from dataclasses import dataclass, field
from typing import Any

PHOTO_LIMIT = 10 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024
PATH_VALID = 3600
IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF", b"BM")
FOLDERS = {"photo": "photos", "video": "videos", "voice": "voice", "document": "documents",
           "audio": "music", "sticker": "stickers", "animation": "animations", "video_note": "video_notes"}  # fmt: skip
SUFFIXES = {"photo": "jpg", "video": "mp4", "voice": "oga", "audio": "mp3", "sticker": "webp",
            "animation": "mp4", "video_note": "mp4"}  # fmt: skip
NAMES = {"photo": "Photo", "video": "Video", "voice": "VoiceNote", "document": "Document", "audio": "Audio",
         "sticker": "Sticker", "animation": "Animation", "video_note": "VideoNote"}  # fmt: skip
counter = itertools.count(1)


@dataclass(slots=True)
class Upload:
    """A file in a multipart call."""

    name: str
    mime: str
    data: bytes


@dataclass(slots=True)
class StoredFile:
    """A file on the server; `size` may be more than its data, to stand for a large one."""

    kind: str
    data: bytes
    size: int
    name: str | None = None
    mime: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)
    file_id: str = field(default_factory=lambda: "AgACAgQAAx" + secrets.token_urlsafe(36))
    unique_id: str = field(default_factory=lambda: "AQAD" + secrets.token_urlsafe(9))
    path: str = ""
    path_until: float = 0.0
    sizes: "list[StoredFile]" = field(default_factory=list)

    def __post_init__(self) -> None:
        suffix = SUFFIXES.get(self.kind) or (self.name or "file").rpartition(".")[2]
        self.path = f"{FOLDERS[self.kind]}/file_{next(counter)}.{suffix}"
        if self.kind == "photo" and "width" not in self.extra:
            self.extra.update(width=1280, height=960)

    @property
    def ids(self) -> dict[str, Any]:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}

    def all(self) -> "list[StoredFile]":
        return [*self.sizes, self]

    def media(self) -> Any:
        """The value of the message's field: a list of sizes for a photo, else one object."""
        if self.kind == "photo":
            return [{**each.ids, **each.extra} for each in self.all()]
        named = {"file_name": self.name} if self.name and self.kind in {"document", "video", "audio"} else {}
        typed = {"mime_type": self.mime} if self.mime and self.kind not in {"sticker", "video_note"} else {}
        return {**self.ids, **named, **typed, **DEFAULTS.get(self.kind, {}), **self.extra}


DEFAULTS: dict[str, dict[str, Any]] = {
    "video": {"width": 640, "height": 360, "duration": 3},
    "animation": {"width": 320, "height": 180, "duration": 1},
    "video_note": {"length": 240, "duration": 3},
    "voice": {"duration": 2},
    "audio": {"duration": 60},
    "sticker": {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"},
}


def stored(
    kind: str,
    data: bytes,
    *,
    size: int | None = None,
    name: str | None = None,
    mime: str | None = None,
    **extra: Any,
) -> StoredFile:
    """A new file; a photo gets a thumbnail and a middle size besides."""
    length = len(data) if size is None else size
    file = StoredFile(kind, data, length, name, mime, extra)
    if kind == "photo":
        for width, height in ((90, 67), (320, 240)):
            small = StoredFile(kind, data, len(data), extra={"width": width, "height": height})
            file.sizes.append(small)
    return file


def jpeg(width: int = 320, height: int = 240) -> bytes:
    """A grey JPEG of this size (multiples of 8); a random comment makes each one different."""
    blocks = width * height // 64
    bits = blocks * 2  # one bit says "as bright as the last block", one "nothing more in it"
    scan = bytearray((bits + 7) // 8)
    if bits % 8:
        scan[-1] = 0xFF >> (bits % 8)
    parts = [
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00",
        b"\xff\xfe\x00\x12" + secrets.token_hex(8).encode(),
        b"\xff\xdb\x00\x43\x00" + b"\x10" * 64,
        b"\xff\xc0\x00\x0b\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big") + b"\x01\x01\x11\x00",
        b"\xff\xc4\x00\x14\x00\x01" + bytes(15) + b"\x00",
        b"\xff\xc4\x00\x14\x10\x01" + bytes(15) + b"\x00",
        b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00",
        bytes(scan),
        b"\xff\xd9",
    ]
    return b"".join(parts)


FILM = (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", "video/mp4")
SAMPLES = {
    "video": FILM,
    "animation": FILM,
    "video_note": FILM,
    "voice": (b"OggS\x00\x02" + bytes(20) + b"OpusHead\x01\x01", "audio/ogg"),
    "audio": (b"ID3\x04\x00\x00\x00\x00\x00\x00", "audio/mpeg"),
    "document": (b"%PDF-1.4\n%%EOF\n", "application/pdf"),
    "sticker": (b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00", "image/webp"),
}


def sample(kind: str) -> tuple[bytes, str]:
    """Bytes and mime type of a tiny file of this kind."""
    return (jpeg(), "image/jpeg") if kind == "photo" else SAMPLES[kind]

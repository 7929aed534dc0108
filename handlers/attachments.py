"""Pictures, films and sounds in a message."""

from __future__ import annotations

from telegram import Message

from services.drafts import Attachment

MEDIA_KINDS = ("photo", "video", "voice", "video_note", "animation", "audio", "document")


def attachment(message: Message) -> Attachment | None:
    """The picture, sound or film of a message; of a photo the largest size."""
    for kind in MEDIA_KINDS:
        content = getattr(message, kind, None)
        if content:
            file = content[-1] if kind == "photo" else content
            album = message.media_group_id or ""
            return Attachment(kind, file.file_id, file.file_unique_id, message.message_id, album)
    return None

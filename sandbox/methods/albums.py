"""Several photos, videos, documents or tracks in one album."""

import secrets
from typing import Any

from sandbox.errors import mistake
from sandbox.fields import array, identifier
from sandbox.markup import input_media
from sandbox.methods.files import file_of, look
from sandbox.methods.request import Request, api
from sandbox.methods.sending import SEND, caption_content, deliver, without

FEWEST, MOST = 2, 10
ALONE = frozenset({"document", "audio"})


@api("sendMediaGroup", {"chat_id": identifier, "media": array(input_media)}, without(SEND, "suggested_post_parameters"))
def send_media_group(request: Request) -> list[dict[str, Any]]:
    media = request.params["media"]
    if not FEWEST <= len(media) <= MOST:
        raise mistake("there must be 2-10 items in an album")
    kinds = {each["type"] for each in media}
    if "animation" in kinds or (kinds & ALONE and len(kinds) > 1):
        raise mistake("these types of media can't be mixed in one album")
    captions = [caption_content(each) for each in media]
    contents = [
        {each["type"]: file_of(request, each["type"], each["media"]).media(), **caption, **look(each)}
        for each, caption in zip(media, captions, strict=True)
    ]
    chat = request.chat()
    request.admit(chat, len(media))
    group = str(secrets.randbelow(10**16))
    return [deliver(request, chat, {"media_group_id": group, **content}).raw for content in contents]

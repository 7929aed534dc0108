"""Sending files, and fetching those that people sent."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sandbox.errors import mistake, refusal
from sandbox.fields import Fields, WrongType, boolean, identifier, integer, string
from sandbox.files import DOWNLOAD_LIMIT, IMAGES, NAMES, PATH_VALID, PHOTO_LIMIT, StoredFile, Upload, stored
from sandbox.methods.request import Request, api
from sandbox.methods.sending import CAPTION, SEND_ONE, caption_content, send

if TYPE_CHECKING:
    from sandbox.bots import BotAccount


def input_file(value: Any, form: bool) -> Any:  # noqa: FBT001, ARG001  # every check has this shape
    if not isinstance(value, str | Upload):
        raise WrongType("InputFile or String")
    return value


def know(bot: "BotAccount", file: StoredFile) -> None:
    """From now on the bot may use its ids."""
    for each in file.all():
        bot.files[each.file_id] = each


def uploaded(bot: "BotAccount", kind: str, upload: Upload) -> StoredFile:
    if not upload.data:
        raise mistake("file must be non-empty")
    if kind == "photo":
        if len(upload.data) > PHOTO_LIMIT:
            raise mistake("file is too big for a photo")
        if not upload.data.startswith(IMAGES):
            raise mistake("IMAGE_PROCESS_FAILED")
    file = stored(kind, upload.data, name=upload.name, mime=upload.mime)
    know(bot, file)
    return file


def file_of(request: Request, kind: str, value: "str | Upload") -> StoredFile:
    """The file that a field means: one that comes along, or one the server has."""
    if isinstance(value, Upload):
        return uploaded(request.bot, kind, value)
    if value.startswith("attach://"):
        upload = request.uploads.get(value.removeprefix("attach://"))
        if upload is None:
            raise mistake("can't parse InputMedia: media not found")
        return uploaded(request.bot, kind, upload)
    file = request.bot.files.get(value)
    if file is None:
        raise refusal("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise mistake(f"can't use file of type {NAMES[file.kind]} as {NAMES[kind]}")
    return file


SIZED = {"width": integer, "height": integer, "duration": integer}
SEEN = {"has_spoiler": boolean, "show_caption_above_media": boolean}
OWN: dict[str, Fields] = {
    "photo": {**CAPTION, **SEEN},
    "video": {
        **CAPTION, **SEEN, **SIZED, "thumbnail": input_file, "cover": input_file,
        "start_timestamp": integer, "supports_streaming": boolean,
    },
    "animation": {**CAPTION, **SEEN, **SIZED, "thumbnail": input_file},
    "voice": {**CAPTION, "duration": integer},
    "audio": {**CAPTION, "duration": integer, "performer": string, "title": string, "thumbnail": input_file},
    "document": {**CAPTION, "thumbnail": input_file, "disable_content_type_detection": boolean},
    "video_note": {"duration": integer, "length": integer, "thumbnail": input_file},
    "sticker": {"emoji": string},
}  # fmt: skip
CAPTIONED = tuple(kind for kind, fields in OWN.items() if "caption" in fields)
LOOK = ("has_media_spoiler", "show_caption_above_media")


def look(params: dict[str, Any]) -> dict[str, Any]:
    """How a picture or film is shown, as its message tells of it."""
    told = {"has_media_spoiler": "has_spoiler", "show_caption_above_media": "show_caption_above_media"}
    return {name: True for name, asked in told.items() if params.get(asked)}


def sender(kind: str) -> Callable[[Request], dict[str, Any]]:
    def run(request: Request) -> dict[str, Any]:
        params = request.params
        caption = caption_content(params)
        file = file_of(request, kind, params[kind])
        return send(request, {kind: file.media(), **caption, **look(params)})

    return run


for each_kind, fields in OWN.items():
    name = "send" + each_kind.title().replace("_", "")
    api(name, {"chat_id": identifier, each_kind: input_file}, {**SEND_ONE, **fields})(sender(each_kind))


@api("getFile", {"file_id": string})
def get_file(request: Request) -> dict[str, Any]:
    file = request.bot.files.get(request.params["file_id"])
    if file is None:
        raise refusal("wrong file_id or the file is temporarily unavailable")
    if file.size > DOWNLOAD_LIMIT:
        raise refusal("file is too big")
    file.path_until = request.world.clock() + PATH_VALID
    return {**file.ids, "file_path": file.path}

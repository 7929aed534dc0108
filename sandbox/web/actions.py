"""What a visitor does in a chat, as the person whose chat it is."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.bodies import Body
from sandbox.chats import Message, Raw
from sandbox.files import IMAGES, Upload
from sandbox.web.rooms import Room, sender_of

if TYPE_CHECKING:
    from sandbox.people import Person

PATIENCE = 10.0  # seconds that a pressed button waits for the bot
NOTHING: Raw = {}
MOST_FILES = 10
KINDS = frozenset({"photo", "video", "voice", "audio", "document"})
IN_ALBUMS = frozenset({"photo", "video", "document"})


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody does something in a room."""

    room: Room
    body: Body

    @property
    def person(self) -> "Person":
        return self.room.person

    @property
    def params(self) -> dict[str, Any]:
        return self.body.params

    def words(self, name: str) -> str:
        return str(self.params.get(name) or "")

    def message(self, name: str = "message") -> Message:
        message = self.room.chat.find(int(self.params[name]))
        if message is None or not self.room.has(message):
            raise LookupError("this message is gone")
        return message

    def where(self) -> dict[str, Any]:
        """Chat, topic, and the message that is replied to."""
        reply = self.message("reply_to") if self.params.get("reply_to") else None
        return {"to": self.room.chat, "topic": self.room.topic, "reply_to": reply}

    def button(self, rows: list[list[Raw]]) -> Raw:
        """The button at this place, if it still says what its presser saw."""
        row, column = int(self.params["row"]), int(self.params["column"])
        if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
            raise LookupError("this button is gone")
        return rows[row][column]


Doing = Callable[[Act], Awaitable[Raw]]
ACTIONS: dict[str, Doing] = {}


def action(doing: Doing) -> Doing:
    ACTIONS[doing.__name__] = doing
    return doing


@action
async def text(act: Act) -> Raw:
    act.person.post_text(act.words("text"), **act.where())
    return NOTHING


@action
async def files(act: Act) -> Raw:
    """One file or an album; the caption stands below the first."""
    kind = act.words("kind")
    uploads = list(act.body.uploads.values())
    if kind not in KINDS or not 1 <= len(uploads) <= MOST_FILES:
        raise ValueError("between one and ten files of a known kind can be sent")
    album = {"media_group_id": str(secrets.randbelow(10**16))} if len(uploads) > 1 and kind in IN_ALBUMS else None
    for place, upload in enumerate(uploads):
        caption = act.words("caption") if place == 0 else None
        act.person.post_file(kind, caption, more=album, **_content(act, kind, upload), **act.where())
    return NOTHING


def _content(act: Act, kind: str, upload: Upload) -> dict[str, Any]:
    """What the message says of the file besides its bytes."""
    if not upload.data:
        raise ValueError("an empty file cannot be sent")
    if kind == "photo" and not upload.data.startswith(IMAGES):
        raise ValueError("this is no picture")
    content: dict[str, Any] = {"data": upload.data, "mime": upload.mime}
    if kind == "photo" and act.params.get("width"):
        content |= {"width": int(act.params["width"]), "height": int(act.params["height"])}
    if kind in {"document", "video", "audio"}:
        content["name"] = upload.name
    if kind in {"voice", "video", "audio"} and act.params.get("duration"):
        content["duration"] = int(act.params["duration"])
    return content


@action
async def location(act: Act) -> Raw:
    act.person.post_location(float(act.params["lat"]), float(act.params["lon"]), **act.where())
    return NOTHING


@action
async def contact(act: Act) -> Raw:
    act.person.post_contact(to=act.room.chat)
    return NOTHING


@action
async def press(act: Act) -> Raw:
    """A button under a message; what the bot says to it, if it says something in time."""
    message = act.message()
    button = act.button(message.keyboard)
    if "callback_data" not in button:
        raise LookupError("the page itself does what this button says")
    pressed = act.person.post_press(message, button)
    try:
        answer = await pressed.answer(within=PATIENCE)
    except AssertionError:
        return {"answer": None}
    return {"answer": {"text": answer.text, "alert": answer.show_alert, "url": answer.url}}


@action
async def key(act: Act) -> Raw:
    """A key of the reply keyboard; where it asks for the place, the place."""
    chat = act.room.chat
    button = act.button(chat.keyboard["keyboard"] if chat.keyboard else [])
    if "lat" in act.params:
        act.person.place = float(act.params["lat"]), float(act.params["lon"])
    act.person.post_key(chat, button)
    return NOTHING


@action
async def start(act: Act) -> Raw:
    """The start button, or a link to the bot."""
    act.person.post_start(act.words("payload") or None)
    return NOTHING


@action
async def edit(act: Act) -> Raw:
    act.person.post_edit(act.message(), act.words("text"))
    return NOTHING


@action
async def delete(act: Act) -> Raw:
    message = act.message()
    if sender_of(message.raw)["id"] != act.person.id:
        raise LookupError("only messages of one's own can be deleted")
    act.person.delete(message)
    return NOTHING


@action
async def vote(act: Act) -> Raw:
    act.person.post_vote(act.message(), *(int(place) for place in act.params["options"]))
    return NOTHING


@action
async def block(act: Act) -> Raw:
    act.person.block()
    return NOTHING

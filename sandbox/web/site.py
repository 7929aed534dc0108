"""The page's side of the server: `/` and everything under `/web/`."""

import json
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.bodies import Body, read
from sandbox.chats import Raw
from sandbox.errors import ApiError
from sandbox.files import StoredFile
from sandbox.methods.profile import commands_for
from sandbox.web import guard, messages, static
from sandbox.web.actions import ACTIONS, Act
from sandbox.web.events import Events
from sandbox.web.rooms import Reading, Room, find_room
from sandbox.web.scene import Scene

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

PREFIX = "/web/"
IMAGES = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png", b"GIF8": "image/gif", b"RIFF": "image/webp"}
PLAYED = frozenset({"video/mp4", "video/webm", "audio/ogg", "audio/webm", "audio/mp4", "audio/mpeg"})
IMPOSSIBLE = (AssertionError, ValueError, KeyError, LookupError, TypeError)  # how the sandbox refuses its people


class Site:
    def __init__(self, world: "Telegram") -> None:
        self.world = world
        self.reading = Reading(world)
        self.scene = Scene(world, self.reading)
        self.events = Events(world, self.scene)

    @staticmethod
    def serves(path: str) -> bool:
        return path == "/" or path.startswith(PREFIX)

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if not guard.is_local(request):
            return refused(403, "this page is for this machine only")
        if request.method == "POST":
            return await self.act(request) if guard.is_own(request) else refused(403, "not sent by this page")
        return await self.get(request)

    async def get(self, request: web.BaseRequest) -> web.StreamResponse:
        what, _, rest = request.path.removeprefix(PREFIX).partition("/")
        if request.path == "/":
            return static.serve("index.html") or refused(404, "no page")
        if what == "static":
            return static.serve(rest) or refused(404, "no such file")
        if what == "files":
            return self.file(rest)
        if what == "events" and self.world.bots:
            return await self.events.serve(request)
        try:
            return self.look(what, dict(request.query))
        except IMPOSSIBLE as error:
            return refused(404, str(error))

    def look(self, what: str, asked: dict[str, str]) -> web.StreamResponse:
        room = self.room(asked)
        if what == "messages" and "since" in asked:
            return answer(messages.changes(room, int(asked["oldest"]), int(asked["since"])))
        if what == "messages":
            return answer(messages.latest(room, int(asked["before"]) if "before" in asked else None))
        if what == "beginning":
            return answer(self.beginning(room))
        raise LookupError("no such view")

    def room(self, asked: Raw) -> Room:
        return find_room(self.world, int(asked["person"]), str(asked["room"]))

    @staticmethod
    def beginning(room: Room) -> Raw:
        """The menu of commands, and what the bot says of itself to somebody who has not started it."""
        person, group = room.person, room.group is not None
        language = person.user.get("language_code", "")
        commands = commands_for(person.bot, room.chat.id, person.id, language, group=group)
        return {"commands": commands, "description": person.bot.localized("description", language)}

    async def act(self, request: web.BaseRequest) -> web.StreamResponse:
        try:
            body = await read(request)
            return answer(await self.do(request.path.removeprefix(PREFIX), body))
        except ApiError as error:
            return refused(error.status, error.description)
        except IMPOSSIBLE as error:
            return refused(409, str(error) or repr(error))

    async def do(self, name: str, body: Body) -> Raw:
        if name in DIRECTIONS:
            await DIRECTIONS[name](self.scene, body)
            self.events.note()
            return self.scene.moment()
        room = self.room(body.params)
        if name == "read":
            self.reading.note(room, int(body.params["message"]))
            return self.reading.view(room.person)
        if name not in ACTIONS:
            raise LookupError("nobody can do that")
        done = await ACTIONS[name](Act(room, body))
        self.events.note(room.chat)
        return done

    def file(self, file_id: str) -> web.StreamResponse:
        for bot in self.world.bots.values():
            if file_id in bot.files:
                return download(bot.files[file_id])
        return refused(404, "no such file")


async def move(scene: Scene, body: Body) -> None:
    await scene.move(str(body.params["step"]))


async def rewind(scene: Scene, _: Body) -> None:
    scene.rewind()


async def skip(scene: Scene, body: Body) -> None:
    scene.skip(int(body.params["at"]))


DIRECTIONS = {"clock": move, "tour": rewind, "skip": skip}  # what changes the scene and no chat


def download(file: StoredFile) -> web.StreamResponse:
    """Pictures and sounds to be shown; all else to be saved, since what a user sent must not become a page of ours."""
    mime = next((mime for head, mime in IMAGES.items() if file.data.startswith(head)), None)
    if mime is None and file.mime and file.mime.partition(";")[0] in PLAYED:
        mime = file.mime.partition(";")[0]
    shown = mime is not None and file.kind != "document"
    policy = {"Content-Security-Policy": "default-src 'none'; sandbox", "Cache-Control": "private, max-age=3600"}
    saving = {} if shown else {"Content-Disposition": "attachment"}
    headers = {**guard.HEADERS, **policy, **saving}
    return web.Response(body=file.data, content_type=mime or "application/octet-stream", headers=headers)


def answer(data: Raw) -> web.Response:
    text = json.dumps(data, ensure_ascii=False)
    return web.Response(text=text, content_type="application/json", headers=guard.HEADERS)


def refused(status: int, why: str) -> web.Response:
    text = json.dumps({"error": why}, ensure_ascii=False)
    return web.Response(text=text, status=status, content_type="application/json", headers=guard.HEADERS)

"""What stands on the stage of this world: the cast, the map, the tour and the clock."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sandbox.chats import Raw
from sandbox.web.map import draw
from sandbox.web.rooms import Reading, cast

if TYPE_CHECKING:
    from sandbox.stage import Role, Step
    from sandbox.telegram import Telegram

ZONE = ZoneInfo("Asia/Tehran")
MORNING = 8


class Scene:
    def __init__(self, world: "Telegram", reading: Reading) -> None:
        self.world = world
        self.reading = reading
        self.id = secrets.token_hex(8)  # a page that finds another one is out of date
        self.done = 0  # steps of the tour, and its further stops; what was done stays done

    def whole(self) -> Raw:
        """For a page that opens."""
        stage, bot = self.world.stage, self.world.bot
        about = {role.person.id: described(role) for role in stage.cast} if stage else {}
        return {
            "id": self.id,
            "bot": {"id": bot.id, "name": bot.name, "username": bot.username},
            "note": stage.note if stage else None,
            "movable": stage is not None,
            "map": draw(stage.map) if stage else None,
            "people": [{**self.reading.view(person), **about.get(person.id, {})} for person in cast(self.world)],
            "steps": len(stage.tour) if stage else 0,
            "stops": len(stage.stops) if stage else 0,
            **self.moment(),
        }

    def moment(self) -> Raw:
        """What time it is, and how far the tour has come."""
        return {"now": self.now(), "done": self.look(), "step": self.next()}

    def next(self) -> Raw | None:
        """The step of the tour to be done now."""
        steps = self.steps()
        if self.done >= len(steps):
            return None
        step = steps[self.done]()
        return {
            "actor": step.actor.id, "title": step.title, "words": step.words, "moves": step.moves,
            "chat": step.group and step.group.id, "message": step.target(),
        }  # fmt: skip

    def steps(self) -> "list[Callable[[], Step]]":
        stage = self.world.stage
        return [*stage.tour, *stage.stops] if stage else []

    def now(self) -> float:
        return self.world.stage.now() if self.world.stage else self.world.clock()

    def look(self) -> int:
        """Ask the step that is next, and those after it."""
        steps = self.steps()
        while self.done < len(steps) and steps[self.done]().done_when():
            self.done += 1
        return self.done

    def rewind(self) -> None:
        """The tour from its beginning."""
        if self.world.stage is not None:
            self.world.stage.rewind()
        self.done = 0

    def skip(self, at: int) -> None:
        """Pass over a stop, which the visitor sees as the next."""
        stage = self.world.stage
        if stage is None or not len(stage.tour) <= at < len(stage.tour) + len(stage.stops):
            raise LookupError("this is no stop of the tour")
        if at == self.done:  # and not a second press on what is gone
            self.done += 1

    async def move(self, step: str) -> None:
        """Let an hour or a day go by, or the night."""
        if self.world.stage is None:
            raise LookupError("this clock cannot be moved")
        await self.world.stage.move(later(self.now(), step))


def described(role: "Role") -> Raw:
    return {"title": role.title, "words": role.words, "names": role.name}


def later(now: float, step: str) -> float:
    """The time after `hour`, `day` or, the next day at eight, `morning`."""
    spans = {"hour": timedelta(hours=1), "day": timedelta(days=1)}
    if step in spans:
        return now + spans[step].total_seconds()
    if step != "morning":
        raise LookupError("no such step in time")
    tomorrow = datetime.fromtimestamp(now, ZONE) + timedelta(days=1)
    return tomorrow.replace(hour=MORNING, minute=0, second=0, microsecond=0).timestamp()

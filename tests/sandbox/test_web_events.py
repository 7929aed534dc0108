"""What the chat page is told of by itself: changes, what is unread, and what happens on the stage."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import aiohttp
import pytest

from sandbox import Group, Person, Telegram
from sandbox.stage import Neighbourhood, Role, Stage, Step
from sandbox.web.events import QUIET
from sandbox.web.map import cells
from sandbox.web.scene import ZONE, later
from tests.sandbox.visitor import Stream, Visitor, own

Call = Callable[..., Awaitable[dict[str, Any]]]


async def test_who_has_what_unread(
    stream: Stream, telegram: Telegram, visitor: Visitor, laleh: Person, ali: Person, call: Call
) -> None:
    name, scene = await stream.next()
    assert name == "scene"
    assert [person["name"] for person in scene["people"]] == ["لاله"]
    assert scene["people"][0]["rooms"][0]["unread"] == 0, "what was there before counts as read"
    await call("sendMessage", chat_id=laleh.id, text="خبر")
    news = await stream.news()
    assert news["chats"] == [laleh.id]
    assert news["people"][0]["rooms"][0]["unread"] == 1
    seen = await visitor.post("read", **own(laleh, message=laleh.messages[-1].id))
    assert seen["rooms"][0]["unread"] == 0


async def test_what_happens_together_is_told_together(group: Group, laleh: Person, ali: Person, stream: Stream) -> None:
    await stream.next()
    for number in range(20):
        ali.post_text(str(number), to=group)
    news = await stream.news()
    assert {room["title"]: room["unread"] for room in news["people"][0]["rooms"]}[group.title] == 20


async def test_the_world_tells_nobody_when_no_page_is_open(
    telegram: Telegram, laleh: Person, session: aiohttp.ClientSession, until: Callable[..., Awaitable[None]]
) -> None:
    assert telegram.on_change is None
    async with session.get(f"{telegram.url}/web/events") as response:
        await Stream(response).next()
        assert telegram.on_change is not None
    laleh.post_text("یک")
    await asyncio.sleep(0.05)
    laleh.post_text("دو")
    await until(lambda: telegram.on_change is None)


async def test_a_server_that_stops_lets_its_pages_go(telegram: Telegram, laleh: Person) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{telegram.url}/web/events") as response:
        await Stream(response).next()
        begun = time.monotonic()
        await telegram.go_down()
        assert time.monotonic() - begun < QUIET
        await telegram.come_back()
        async with session.get(f"{telegram.url}/web/events") as again:
            assert (await Stream(again).next())[0] == "scene"


@pytest.fixture
def stage(telegram: Telegram, laleh: Person, ali: Person, group: Group) -> Stage:
    """Only Laleh is on it, and its clock is the one of the test."""
    times = [1_800_000_000.0]

    async def move(to: float) -> None:
        times.append(to)
        laleh.post_text("زمان گذشت")

    words = {"fa": "متن", "en": "text"}
    places = [Neighbourhood(words, words, 35.70, 51.50), Neighbourhood(words, words, 35.71, 51.52)]
    tour = [
        lambda: Step(laleh, words, words, lambda: len(laleh.messages) > 1),
        lambda: Step(laleh, words, words, lambda: False, group=group, target=lambda: 7, moves="hour"),
    ]
    stage = Stage([Role(laleh, words, words)], places, tour, words, now=lambda: times[-1], move=move)
    telegram.stage = stage
    return stage


async def test_only_the_cast_is_shown(stage: Stage, stream: Stream, visitor: Visitor, ali: Person) -> None:
    _, scene = await stream.next()
    assert [person["name"] for person in scene["people"]] == ["لاله"]
    assert scene["people"][0]["title"]["fa"] == "متن"
    assert scene["movable"] is True
    assert len(scene["map"]["cells"]) == 2
    await visitor.get("/web/messages", 404, **own(ali))


async def test_the_clock_moves_and_the_tour_goes_on(
    stage: Stage, stream: Stream, visitor: Visitor, group: Group
) -> None:
    _, scene = await stream.next()
    assert (scene["now"], scene["done"]) == (1_800_000_000, 0)
    await visitor.post("clock", step="hour")
    news = await stream.news()
    assert (news["now"], news["done"]) == (1_800_003_600, 1)
    assert (news["step"]["chat"], news["step"]["message"], news["step"]["moves"]) == (group.id, 7, "hour")
    await visitor.post("tour")
    assert (await stream.news())["done"] == 1, "what the first step asks for is there already"
    await visitor.post("clock", 409, step="back")


async def test_a_stop_may_be_passed_over_and_a_step_may_not(
    stage: Stage, stream: Stream, visitor: Visitor, laleh: Person
) -> None:
    words = {"fa": "ایستگاه", "en": "stop"}
    stage.tour, stage.stops = stage.tour[:1], [lambda: Step(laleh, words, words, lambda: False)] * 2
    await stream.next()
    await visitor.post("skip", 409, at=0)
    await visitor.post("clock", step="hour")
    assert (await visitor.post("skip", at=1))["done"] == 2
    assert (await visitor.post("skip", at=1))["done"] == 2, "a second press on what is gone"
    assert (await visitor.post("skip", at=2))["step"] is None
    await visitor.post("skip", 409, at=3)


async def test_without_a_stage_the_clock_stays(laleh: Person, visitor: Visitor) -> None:
    await visitor.post("clock", 409, step="hour")


def test_tomorrow_at_eight_in_tehran() -> None:
    night = datetime(2026, 11, 22, 23, 59, tzinfo=ZONE).timestamp()
    assert datetime.fromtimestamp(later(night, "morning"), ZONE) == datetime(2026, 11, 23, 8, tzinfo=ZONE)
    early = datetime(2026, 11, 22, 6, tzinfo=ZONE).timestamp()
    assert datetime.fromtimestamp(later(early, "morning"), ZONE) == datetime(2026, 11, 23, 8, tzinfo=ZONE)


def test_every_point_lies_in_the_cell_of_its_nearest_centre() -> None:
    centres = [(1.2, 1.3), (2.9, 1.4), (4.1, 3.3), (2.2, 3.6), (5.0, 1.2)]
    shapes = cells(centres)
    checked = 0
    for x in range(60):
        for y in range(48):
            point = (x / 10 + 0.013, y / 10 + 0.017)
            nearest = min(range(5), key=lambda place: math.dist(point, centres[place]))  # used at once
            holding = [place for place, shape in enumerate(shapes) if inside(point, shape)]
            assert holding in ([], [nearest])
            checked += holding == [nearest]
    assert checked > 1000, "most of the picture is drawn"


def inside(point: tuple[float, float], shape: list[tuple[float, float]]) -> bool:
    """Within a convex shape whose corners go round one way."""
    turns = [
        (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])
        for a, b in zip(shape, shape[1:] + shape[:1], strict=True)
    ]
    return all(turn > 0 for turn in turns)

"""The chat page in Chromium, the real bot behind it, and a small story on the stage."""

import os
import shutil
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from sandbox import Group, Person
from sandbox.presses import PATIENCE
from sandbox.stage import Neighbourhood, Role, Stage, Step
from services import organisation_file
from tests.conftest import World, make_world

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
MUST = "BROWSER_TESTS"  # set where these tests must not be skipped
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
]  # fmt: skip
PICTURES = Path(__file__).parents[2] / "artefacts"
TEHRAN = ZoneInfo("Asia/Tehran")
SLOW = PATIENCE * 1000  # milliseconds

expect.set_options(timeout=SLOW)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All on one loop, since they share a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get(MUST) or os.environ.get("CI"):
            pytest.fail("Chromium is not installed, and these tests must run here")
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    PICTURES.mkdir(exist_ok=True)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@dataclass
class Story:
    """The bot and its people, and the pages that look at them."""

    world: World
    browser: Browser
    laleh: Person
    ali: Person
    group: Group
    stage: Stage
    complaints: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    async def page(self, width: int = 1280, height: int = 800, **options: Any) -> Page:
        """A visitor's page. Whatever it writes to the console as a warning or an error fails the test."""
        context = await self.browser.new_context(
            viewport={"width": width, "height": height}, timezone_id="Europe/Berlin", locale="de-DE", **options
        )
        self.contexts.append(context)
        context.set_default_timeout(SLOW)
        page = await context.new_page()
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self.watch)
        await page.goto(self.world.telegram.url)
        await page.locator(".pane .log > *").first.wait_for()
        return page

    def hear(self, message: Any) -> None:
        if message.type in {"warning", "error"}:
            self.complaints.append(message.text)

    def watch(self, request: Any) -> None:
        """No request goes to any other host."""
        if not request.url.startswith((self.world.telegram.url, "data:", "blob:")):
            self.complaints.append(f"asked for {request.url}")

    def tehran(self) -> datetime:
        return datetime.fromtimestamp(self.world.now(), TEHRAN)


@pytest_asyncio.fixture(loop_scope="session")
async def story(browser: Browser, furnished_sqlite: Path, tmp_path: Path) -> AsyncIterator[Story]:
    path = tmp_path / "hamsayeh.db"
    shutil.copy(furnished_sqlite, path)
    async with make_world(f"sqlite:///{path}") as world:
        await world.start()
        await world.owner.start()
        await world.owner.sees("خوش آمدید")
        made = await told(world, browser)
        yield made
        for context in made.contexts:
            await context.close()
    assert made.complaints == []


async def told(world: World, browser: Browser) -> Story:
    """A resident who has not begun yet, and the managers of her sub-district."""
    telegram = world.telegram
    telegram.clock = lambda: time.time() + world.now.ahead
    laleh, ali = telegram.person("لاله"), await world.manager("علی", "n4")
    group = await world.group("n4", ali, supergroup=True)
    stage = staged(world, laleh, ali, group)
    telegram.stage = stage
    return Story(world, browser, laleh, ali, group, stage)


def staged(world: World, laleh: Person, ali: Person, group: Group) -> Stage:
    async def move(to: float) -> None:
        world.now.move(seconds=int(to - world.now()))
        await world.tick()

    roles = [
        role(laleh, "شهروند", "Resident", "مشکل محله را گزارش می‌دهد.", "Reports a problem."),
        role(ali, "مدیر ناحیهٔ ۴", "Manager of 4", "گزارش‌ها را پیش می‌برد.", "Works on it."),
        role(world.owner, "سرپرست سامانه", "Administrator", "همه را می‌بیند.", "Sees all."),
    ]
    tour = [
        lambda: Step(
            laleh, {"fa": "یک گزارش بفرستید", "en": "Send a report"},
            {"fa": "عکس چاله را بفرستید و محلش را روی نقشه بزنید.", "en": "Send the photo and tap the place."},
            lambda: any(message.contains("کد رهگیری") for message in laleh.messages),
        ),
        lambda: Step(
            ali, {"fa": "بررسی را آغاز کنید", "en": "Begin the work"},
            {"fa": "زیر کارت گزارش «بررسی می‌کنم» را بزنید.", "en": "Press the first button of the card."},
            lambda: any(message.contains("بررسی گزارش") for message in laleh.messages),
            group=group, target=lambda: max((m.id for m in group.messages if m.contains("گزارش‌دهنده")), default=None),
        ),
    ]  # fmt: skip
    stops = [
        lambda: Step(
            ali, {"fa": "کارهای باز را ببینید", "en": "See what is open"},
            {"fa": "در گروه ‎/open‎ را بفرستید.", "en": "Send /open in the group."}, lambda: False, group=group,
        ),
    ]  # fmt: skip
    note = {"fa": "این آدم‌ها و گزارش‌ها واقعی نیستند.", "en": "These people and reports are not real."}
    now = lambda: time.time() + world.now.ahead  # noqa: E731
    return Stage(roles, neighbourhoods(), tour, note, now=now, move=move, stops=stops)


def role(person: Person, title: str, title_en: str, words: str, words_en: str) -> Role:
    return Role(person, {"fa": title, "en": title_en}, {"fa": words, "en": words_en})


def neighbourhoods() -> list[Neighbourhood]:
    areas = {area.code: area for area in organisation_file.load("demo").areas}
    found = [area for area in areas.values() if area.kind == "neighbourhood"]
    return [
        Neighbourhood(named(area.name), named(areas[area.parent or ""].name), *(area.centre or (0, 0)))
        for area in found
    ]


def named(name: Any) -> dict[str, str]:
    return {"fa": name.fa, "en": name.en}

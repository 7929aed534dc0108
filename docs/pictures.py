"""The pictures in README: the real page, the real bot and the made-up district, seen through Debian's Chromium."""

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bot.demo import local_telegram, open_district
from sandbox import story
from sandbox.stage import Stage
from sandbox.story import Players
from services.now import MovableNow

FOLDER = Path(__file__).with_name("pictures")
ZONE = ZoneInfo("Asia/Tehran")
WIDE, PHONE = {"width": 1100, "height": 830}, {"width": 390, "height": 844}
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
LARGEST = 300_000  # bytes


async def main() -> None:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("Chromium is not installed (apt-get install chromium)")
    now = MovableNow()
    now.move(seconds=until(10, 30, now()))
    with TemporaryDirectory() as folder:
        async with local_telegram(now) as telegram, async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            async with open_district(telegram, f"sqlite:///{folder}/demo.db", now) as (players, stage):
                await take(browser, telegram.url, players, stage)
            await browser.close()


def until(hour: int, minute: int, now: float) -> int:
    """Seconds until this time of the next day, so that every picture is taken at the same hour."""
    today = datetime.fromtimestamp(now, ZONE)
    then = (today + timedelta(days=1)).replace(hour=hour, minute=minute, second=0)
    return int((then - today).total_seconds())


async def take(browser: Browser, url: str, players: Players, stage: Stage) -> None:
    async with opened(browser, url, WIDE) as page:
        await page.get_by_role("tab", name=players.group.title).click()
        code = await story.report(players.laleh)
        await players.ali.press("بررسی می‌کنم", at=players.group)
        await expect(page.locator(".pane").first).to_contain_text("آغاز کرد")
        await top(page.locator(".pane").last.locator(".message", has_text=code).first)
        await top(page.locator(".pane").first.locator(".message", has_text="پیش‌نمایش").last)
        await keep(page, "side-by-side")
    async with opened(browser, url, PHONE) as page:
        await stage.move(stage.now() + until(8, 0, stage.now()))
        await page.locator(".face", has_text=players.ali.name).click()
        await page.get_by_role("tab", name=players.group.title).click()
        await top(page.locator(".pane.active .message", has_text="خلاصهٔ روزانهٔ").last)
        await keep(page, "digest")


@asynccontextmanager
async def opened(browser: Browser, url: str, size: dict[str, int]) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport=size, locale="fa-IR")  # type: ignore[arg-type]  # a TypedDict
    page = await context.new_page()
    await page.goto(url)
    await page.locator(".pane .log > *").first.wait_for()
    yield page
    await context.close()


async def top(message: Locator, above: int = 4) -> None:
    """To the top of its column, with some room."""
    await message.evaluate("(message) => message.scrollIntoView({ block: 'start' })")
    await message.evaluate("(message, above) => message.closest('.log').scrollBy(0, -above)", above)


async def keep(page: Page, name: str) -> None:
    await page.wait_for_timeout(1800)  # what glides in has arrived, and the day that floats has gone
    path = FOLDER / f"{name}.png"
    await page.screenshot(path=path)
    if path.stat().st_size > LARGEST:
        sys.exit(f"{path.name} has {path.stat().st_size} bytes, more than {LARGEST}")


if __name__ == "__main__":
    asyncio.run(main())

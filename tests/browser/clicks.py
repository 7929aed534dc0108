"""What a visitor does and sees on the page, in a word each."""

from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import PICTURES


class Phone:
    """One of the two chat clients of a page."""

    def __init__(self, page: Page, person: str) -> None:
        self.page = page
        self.pane = page.locator(".pane").filter(has=page.locator(".pane-name h2", has_text=person))
        self.log = self.pane.locator(".log")

    async def room(self, title: str) -> None:
        await self.pane.get_by_role("tab", name=title).click()
        await expect(self.pane.get_by_role("tab", name=title)).to_have_attribute("aria-selected", "true")

    async def sees(self, words: str) -> Locator:
        """The newest message with these words."""
        found = self.log.locator(".message", has_text=words).last
        await expect(found).to_be_visible()
        return found

    async def press(self, words: str) -> None:
        """The newest button with these words, under a message or on the keyboard below the text field."""
        keys = self.pane.locator(".log .key, .reply-keys .key").filter(has_text=words)
        await keys.first.wait_for()
        await keys.last.click()

    async def write(self, words: str) -> None:
        await self.pane.locator("textarea").fill(words)
        await self.send()

    async def send(self) -> None:
        await self.pane.locator(".send").click()

    async def begin(self) -> None:
        await self.pane.get_by_role("button", name="شروع", exact=True).click()
        await self.sees("خوش آمدید")

    async def attach(self, words: str) -> None:
        await self.pane.get_by_role("button", name="پیوست", exact=True).click()
        await self.pane.locator(".panel button", has_text=words).click()

    async def place(self, neighbourhood: str) -> None:
        """Tap it on the map that is open, and send."""
        await tap_map(self.page, neighbourhood)
        await self.page.get_by_role("button", name="فرستادن این محل").click()


async def tap_map(page: Page, neighbourhood: str) -> None:
    name = page.locator("dialog .cell-name", has_text=neighbourhood)
    await name.scroll_into_view_if_needed()
    box = await name.bounding_box()
    assert box
    await page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


async def picture(page: Page, name: str) -> None:
    """Keep what the page looks like now, for people to look at."""
    await page.wait_for_timeout(250)  # what glides in has arrived
    await page.screenshot(path=PICTURES / f"{name}.png")

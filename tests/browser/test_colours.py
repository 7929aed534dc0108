"""Everything can be read, by day and by night."""

from pathlib import Path

from playwright.async_api import Page, expect

from tests.browser.clicks import Phone, picture
from tests.browser.conftest import Story
from tests.browser.test_chat import bot_sends
from tests.browser.test_page import PHONE
from tests.browser.test_story import report

CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")
LEAST = 4.5  # WCAG 2.2, 1.4.3: of words to what lies behind them
SEEN = {  # where there must be words, for the test to have looked at them
    "text", "meta", "key", "person-title", "person-about", "turn", "clock-time", "clock-date", "note", "avatar",
}  # fmt: skip


async def test_words_stand_out_by_day_and_by_night(story: Story) -> None:
    page = await story.page()
    laleh, ali = Phone(page, "لاله"), Phone(page, "علی")
    await report(laleh)
    await ali.room("مدیران")
    await ali.write("سلام به همکاران")
    options = [{"text": "آسفالت"}, {"text": "روشنایی"}]
    bot_sends(story, "sendPoll", chat_id=story.laleh.id, question="کدام مهم‌تر است؟", options=options)
    await (await laleh.sees("کدام مهم‌تر است؟")).get_by_role("button", name="روشنایی").click()
    await expect(laleh.log.locator(".poll-result")).to_have_count(2)
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        await everything_can_be_read(page, SEEN)
        await picture(page, f"colours-{scheme}")


async def test_words_stand_out_on_a_phone(story: Story) -> None:
    page = await story.page(**PHONE)
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        await everything_can_be_read(page, {"hint-title", "face-name", "mark"})


async def everything_can_be_read(page: Page, seen: set[str]) -> None:
    found = await page.evaluate(CONTRAST)
    assert seen <= {name for each in found for name in each["place"].split()}
    assert [each for each in found if each["ratio"] < LEAST] == []

"""The whole way of a report, by clicking alone."""

from playwright.async_api import expect

from tests.browser.clicks import Phone, picture
from tests.browser.conftest import Story

KIND = "لکه‌گیری آسفالت"


async def test_a_report_there_and_back(story: Story) -> None:
    page = await story.page()
    laleh, ali = Phone(page, "لاله"), Phone(page, "علی")
    await report(laleh)
    await page.get_by_role("button", name="رفتن پیش علی").click()
    await expect(ali.log.locator(".lit")).to_contain_text("گزارش‌دهنده")
    card = await ali.sees("گزارش‌دهنده")
    await expect(card.locator("img")).to_be_visible()
    await expect(page.locator(".tour h3")).to_have_text("بررسی را آغاز کنید")
    await picture(page, "1-the-card-appears-beside")
    await ali.press("بررسی می‌کنم")
    await laleh.sees("بررسی گزارش")
    await expect(page.locator(".tour h2")).to_have_text("بعد، اگر خواستید (۱ از ۱)")
    await page.get_by_role("button", name="از این بگذریم").click()
    await expect(page.locator(".tour")).to_contain_text("گشت تمام شد")
    await expect(page.get_by_role("button", name="گشت از نو")).to_be_focused()
    await ali.press("در حال رسیدگی")
    await laleh.sees("رسیدگی به گزارش")
    await answer_the_prompt(ali)
    await laleh.sees("رفع شده است؟")
    await picture(page, "2-is-it-fixed")
    await laleh.press("رفع شده")
    await laleh.sees("خوشحالیم")
    await ali.sees("رفع و بسته شد")
    await page.get_by_role("button", name="فردا ساعت ۸").click()
    await ali.sees("خلاصهٔ روزانه")
    await expect(page.locator(".clock-time")).to_have_text("۰۸:۰۰")
    assert (story.tehran().hour, story.tehran().minute) == (8, 0)
    await picture(page, "3-the-next-morning")


async def report(laleh: Phone) -> None:
    """Four acts: a photo with words, a place on the map, a category, send."""
    await laleh.begin()
    await laleh.attach("چاله")
    await laleh.write("سر کوچه یه چاله‌ی گنده هست، لکه‌گیری کنید")
    await laleh.sees("کجاست")
    await laleh.press("فرستادن موقعیت مکانی")
    await laleh.place("نارمک شمالی")
    await laleh.press(KIND)
    await laleh.sees("پیش‌نمایش")
    await laleh.press("ارسال گزارش")
    await laleh.sees("کد رهگیری")


async def answer_the_prompt(ali: Phone) -> None:
    """The bot asks in the group, and the text field opens as an answer to it."""
    await ali.press("انجام شد")
    await ali.sees("پاسخ به همین پیام")
    await expect(ali.pane.locator(".about")).to_contain_text("پاسخ به")
    await ali.attach("آسفالت ترمیم‌شده")
    await ali.write("چاله با آسفالت گرم پر شد.")

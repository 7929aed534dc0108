"""The page for everybody: on a phone, by keyboard, in English, light enough, and whatever people call themselves."""

from typing import Any

from playwright.async_api import Page, expect

from tests.browser.clicks import Phone, picture
from tests.browser.conftest import Story
from tests.browser.test_story import KIND, report

PHONE: dict[str, Any] = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}
HEAVIEST = 500_000  # bytes without fonts
SMALLEST = 40  # pixels of what is tapped
HOSTILE = '<img src=x onerror="window.hurt=1">'

# Whatever can be pressed and is on the screen: its words for a screen reader, and its size.
CONTROLS = """() => [...document.querySelectorAll('button, a[href], input, select, textarea, [role=tab]')]
    .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 1)
    .map((each) => {
        const { width, height } = each.getBoundingClientRect();
        const inText = Boolean(each.closest('.text, .poll-foot'));
        const name = each.getAttribute('aria-label') || each.labels?.[0]?.textContent || each.textContent;
        return { name: name.trim(), width, height, inText, html: each.outerHTML.slice(0, 120) };
    })"""


async def nothing_sticks_out(page: Page) -> None:
    wide = await page.evaluate("[document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth]")
    assert max(wide[:2]) <= wide[2], wide


async def everything_is_named(page: Page) -> None:
    nameless = [each for each in await page.evaluate(CONTROLS) if not each["name"]]
    assert nameless == []


async def everything_can_be_tapped(page: Page) -> None:
    """Links in the middle of a text aside."""
    controls = [each for each in await page.evaluate(CONTROLS) if not each["inText"]]
    assert len(controls) > 4
    # Rounded: what glides in measures a hair less on its way.
    assert [each for each in controls if round(min(each["width"], each["height"]), 2) < SMALLEST] == []


async def test_a_report_on_a_phone(story: Story) -> None:
    page = await story.page(**PHONE)
    laleh = Phone(page, "لاله")
    await everything_can_be_tapped(page)
    await report(laleh)
    for check in (nothing_sticks_out, everything_is_named, everything_can_be_tapped):
        await check(page)
    await picture(page, "phone-1-filed")
    await expect(page.locator(".hint")).to_have_text("گام ۲ از ۲بررسی را آغاز کنید")
    await page.get_by_role("button", name="علی").tap()
    ali = Phone(page, "علی")
    await ali.room("مدیران")
    await ali.press("بررسی می‌کنم")
    await ali.sees("در دست بررسی")
    for check in (nothing_sticks_out, everything_is_named, everything_can_be_tapped):
        await check(page)
    await picture(page, "phone-2-the-manager")
    await expect(page.locator(".face", has_text="لاله").locator(".badge")).to_have_text("۱")
    await page.get_by_role("button", name="فهرست", exact=True).tap()
    await everything_can_be_tapped(page)
    await picture(page, "phone-3-the-menu")
    await page.get_by_role("button", name="۱ ساعت بعد").tap()
    await page.get_by_role("button", name="بستن فهرست").tap()
    await expect(page.locator(".side")).to_be_hidden()


async def test_every_panel_on_a_phone(story: Story) -> None:
    page = await story.page(**PHONE)
    laleh = Phone(page, "لاله")
    await laleh.begin()
    await laleh.pane.get_by_role("button", name="پیوست", exact=True).tap()
    await everything_can_be_tapped(page)
    await picture(page, "phone-4-what-can-be-sent")
    await page.keyboard.press("Escape")
    await expect(laleh.pane.get_by_role("button", name="پیوست", exact=True)).to_be_focused()
    await laleh.pane.get_by_role("button", name="فرمان‌های ربات").tap()
    await expect(laleh.pane.locator(".panel:visible")).to_contain_text("/report")
    await everything_can_be_tapped(page)
    await laleh.pane.locator(".panel button", has_text="/help").tap()
    await laleh.sees("راهنمای همسایه")
    await laleh.attach("جایی روی نقشه")
    await expect(page.locator("dialog")).to_be_visible()
    for check in (nothing_sticks_out, everything_is_named, everything_can_be_tapped):
        await check(page)
    await picture(page, "phone-5-the-map")


async def test_a_report_without_a_mouse(story: Story) -> None:
    page = await story.page()
    laleh = Phone(page, "لاله")
    await to(page, "شروع")
    await page.keyboard.press("Enter")
    await laleh.sees("خوش آمدید")
    await to(page, "پیام بنویسید…")
    await page.keyboard.type("سر کوچه یه چاله‌ی گنده هست، لکه‌گیری کنید")
    await page.keyboard.press("Enter")
    await laleh.sees("کجاست")
    await to(page, "فرستادن موقعیت مکانی")
    await page.keyboard.press("Enter")
    await to(page, "نقشهٔ محله‌ها")
    for _ in range(12):
        await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await laleh.sees(KIND)
    await to(page, KIND, "Shift+Tab")  # it stands above the text field
    await page.keyboard.press("Enter")
    await laleh.sees("پیش‌نمایش")
    await to(page, "ارسال گزارش")
    await page.keyboard.press("Enter")
    await laleh.sees("کد رهگیری")


async def to(page: Page, name: str, key: str = "Tab") -> None:
    """Go on with the tabulator to what is called so, unless one is there; it is never far."""
    for _ in range(40):
        found = await page.evaluate(
            "(document.activeElement.getAttribute('aria-label') ?? '') + document.activeElement.textContent"
        )
        if name in found and await page.evaluate("document.activeElement !== document.body"):
            return
        await page.keyboard.press(key)
    raise AssertionError(f"no way to {name!r}")


async def test_what_is_redrawn_keeps_the_focus(story: Story) -> None:
    page = await story.page()
    laleh, ali = Phone(page, "لاله"), Phone(page, "علی")
    await ali.room("مدیران")
    await report(laleh)
    key = ali.log.get_by_role("button", name="بررسی می‌کنم")
    await key.focus()
    await page.keyboard.press("Enter")
    await ali.sees("در دست بررسی")
    inside = await page.evaluate("Boolean(document.activeElement.closest('.message'))")
    assert inside, "the card was edited under her hands"


async def test_english(story: Story) -> None:
    page = await story.page()
    await page.get_by_role("button", name="English").click()
    await expect(page.locator("html")).to_have_attribute("dir", "ltr")
    await expect(page.locator(".tour h3")).to_have_text("Send a report")
    await expect(page.locator(".note")).to_contain_text("not real")
    await expect(page.locator(".pane-head").first).to_contain_text("Resident")
    chrome = await page.locator(".side").inner_text()
    for name in ("همسایه", "شهروند", "ساعت"):
        assert name not in chrome
    await picture(page, "english")
    await page.reload()
    await expect(page.get_by_role("button", name="فارسی")).to_be_visible()
    await everything_is_named(page)
    await page.get_by_role("button", name="فارسی").click()
    await expect(page.locator("html")).to_have_attribute("dir", "rtl")


async def test_the_weight_of_the_page(story: Story) -> None:
    weights: dict[str, int] = {}
    context = await story.browser.new_context()
    story.contexts.append(context)
    page = await context.new_page()
    asked: list[Any] = []
    page.on("response", lambda response: asked.append(response))  # noqa: PLW0108  # Playwright takes no builtin
    await page.goto(story.world.telegram.url)
    await page.locator(".pane .log > *").first.wait_for()
    await page.evaluate("document.fonts.ready")
    for response in asked:
        if response.ok and not response.url.endswith("/events"):
            weights[response.url] = len(await response.body())
    assert any(url.endswith("app.js") for url in weights)
    assert any(url.endswith("Regular.woff2") for url in weights)
    assert sum(weight for url, weight in weights.items() if not url.endswith("woff2")) < HEAVIEST


async def test_names_and_words_that_would_be_markup(story: Story) -> None:
    mallory = story.world.telegram.person(HOSTILE, last_name=HOSTILE)
    story.group.add(mallory)
    story.group.rename(HOSTILE)
    mallory.post_text(HOSTILE, to=story.group)
    mallory.post_file("document", HOSTILE, to=story.group, name=HOSTILE)
    page = await story.page()
    ali = Phone(page, "علی")
    await ali.room(HOSTILE)
    message = await ali.sees("onerror")
    await message.get_by_role("button", name="پاسخ").click()
    await ali.write("پاسخ")
    await expect(ali.log.locator(".reply-mark").last).to_contain_text("onerror")
    assert await page.evaluate("window.hurt") is None
    assert await page.locator("img[src='x']").count() == 0


async def test_four_hundred_messages(story: Story) -> None:
    for number in range(400):
        story.ali.post_text(f"پیام شمارهٔ {number}" if number else "آغاز", to=story.group)
    page = await story.page()
    ali = Phone(page, "علی")
    await ali.room("مدیران")
    await ali.sees("پیام شمارهٔ 399")
    assert await ali.log.locator(".message").count() == 60
    while not await ali.log.get_by_text("آغاز").count():
        before = await ali.log.locator(".message").count()
        await ali.log.evaluate("(log) => log.scrollTo(0, 0)")
        await expect(ali.log.locator(".message")).not_to_have_count(before)
    await expect(ali.pane.get_by_role("button", name="تازه‌ترین پیام‌ها")).to_be_visible()
    story.world.owner.post_text("تازه", to=story.group)
    await ali.pane.get_by_role("button", name="تازه‌ترین پیام‌ها").click()
    await expect(await ali.sees("تازه")).to_be_in_viewport()

"""The habits of Telegram that the page keeps: albums, replies, edits, alerts, polls, links, voices."""

from typing import Any

from playwright.async_api import expect

from sandbox import Telegram
from tests.browser.clicks import Phone, picture
from tests.browser.conftest import Story
from tests.conversations.story import until


def bot_sends(story: Story, method: str, **params: Any) -> None:
    telegram = story.world.telegram
    status, answer = telegram.api.call(telegram.bot, method, params)
    assert status == 200, answer


async def test_an_album_a_reply_an_edit_a_deletion(story: Story) -> None:
    page = await story.page()
    ali = Phone(page, "علی")
    await ali.room("مدیران")
    for name in ("چاله", "زباله", "نشت آب"):
        await ali.attach(name)
    await ali.write("سه عکس")
    album = await ali.sees("سه عکس")
    await expect(album.locator(".album img")).to_have_count(3)
    assert len({message.media_group_id for message in story.group.messages[-3:]}) == 1
    await album.get_by_role("button", name="پاسخ").click()
    await ali.write("پاسخ به عکس‌ها")
    answer = await ali.sees("پاسخ به عکس‌ها")
    await expect(answer.locator(".reply-mark")).to_contain_text("سه عکس")
    await page.keyboard.press("ArrowUp")
    await expect(ali.pane.locator("textarea")).to_have_value("پاسخ به عکس‌ها")
    await ali.write("پاسخ دیگر")
    await expect(await ali.sees("پاسخ دیگر")).to_contain_text("ویرایش‌شده")
    await (await ali.sees("پاسخ دیگر")).hover()
    await (await ali.sees("پاسخ دیگر")).get_by_role("button", name="حذف").click()
    await expect(ali.log.locator(".message", has_text="پاسخ دیگر")).to_have_count(0)
    await picture(page, "album")


async def test_an_album_can_be_looked_at_closely(story: Story) -> None:
    page = await story.page()
    ali = Phone(page, "علی")
    await ali.attach("چاله")
    await ali.send()
    await ali.log.get_by_role("button", name="بزرگ دیدن عکس").click()
    await expect(page.locator("dialog img")).to_be_visible()
    assert await page.locator("dialog img").evaluate("(image) => image.naturalWidth") == 800
    await page.keyboard.press("Escape")
    await expect(page.locator("dialog")).to_have_count(0)


async def test_what_the_bot_says_to_a_press(story: Story) -> None:
    page = await story.page()
    laleh, ali = Phone(page, "لاله"), Phone(page, "علی")
    await laleh.begin()
    keyboard = {"inline_keyboard": [[{"text": "قدیمی", "callback_data": "nothing:such"}]]}
    bot_sends(story, "sendMessage", chat_id=story.laleh.id, text="دکمهٔ قدیمی", reply_markup=keyboard)
    await laleh.press("قدیمی")
    await expect(page.locator(".toast, dialog.alert")).to_contain_text("این دکمه دیگر کار نمی‌کند")
    assert await ali.pane.locator(".toast").count() == 0, "only who pressed is told"


async def test_an_alert_waits_until_it_is_read(story: Story) -> None:
    """Of another bot in the group, for whom the test answers."""
    telegram = story.world.telegram
    other = telegram.add_bot(token="200:OTHER", username="other_bot", name="ربات دیگر")
    story.group.add_bot(other)
    keyboard = {"inline_keyboard": [[{"text": "محرمانه", "callback_data": "x"}]]}
    message = {"chat_id": story.group.id, "text": "؟", "reply_markup": keyboard}
    assert telegram.api.call(other, "sendMessage", message)[0] == 200
    page = await story.page()
    ali = Phone(page, "علی")
    await ali.room("مدیران")
    await ali.press("محرمانه")
    await expect(ali.log.locator(".key", has_text="محرمانه")).to_have_attribute("aria-busy", "true")
    await until(lambda: bool(other.queries), "the press has not come")
    (query,) = other.queries
    answer = {"callback_query_id": query, "text": "فقط شما این را می‌بینید", "show_alert": True}
    assert telegram.api.call(other, "answerCallbackQuery", answer)[0] == 200
    await expect(page.locator("dialog")).to_contain_text("فقط شما این را می‌بینید")
    await page.get_by_role("button", name="باشد").click()
    await expect(page.locator("dialog")).to_have_count(0)
    await expect(ali.log.locator("[aria-busy]")).to_have_count(0)


async def test_what_comes_after_a_press_is_seen(story: Story) -> None:
    telegram = story.world.telegram
    other = telegram.add_bot(token="200:OTHER", username="other_bot", name="ربات دیگر")
    story.group.add_bot(other)
    keyboard = {"inline_keyboard": [[{"text": "·", "callback_data": "-"}, {"text": "بپرس", "callback_data": "x"}]]}
    telegram.api.call(other, "sendMessage", {"chat_id": story.group.id, "text": "؟", "reply_markup": keyboard})
    for number in range(40):
        story.world.owner.post_text(f"پیام {number}", to=story.group)
    page = await story.page()
    ali = Phone(page, "علی")
    await ali.room("مدیران")
    await ali.sees("پیام 39")
    await ali.log.evaluate("(log) => log.scrollTo(0, 0)")
    first, second = [await key.bounding_box() for key in await ali.log.locator(".key").all()]
    assert first
    assert second
    assert first["x"] < second["x"], "from the left, as in Telegram"
    await ali.press("بپرس")
    await expect(ali.log.locator("[aria-busy]")).to_have_count(1)
    telegram.api.call(other, "sendMessage", {"chat_id": story.group.id, "text": "به کدام ناحیه؟"})
    await expect(await ali.sees("به کدام ناحیه؟")).to_be_in_viewport()
    await until(lambda: bool(other.queries), "the press has not come")
    telegram.api.call(other, "answerCallbackQuery", {"callback_query_id": next(iter(other.queries))})
    await expect(ali.log.locator("[aria-busy]")).to_have_count(0)


async def test_a_button_that_copies(story: Story) -> None:
    page = await story.page(permissions=["clipboard-read", "clipboard-write"])
    laleh = Phone(page, "لاله")
    await laleh.begin()
    keyboard = {"inline_keyboard": [[{"text": "رونوشت", "copy_text": {"text": "1234-5678"}}]]}
    bot_sends(story, "sendMessage", chat_id=story.laleh.id, text="کد", reply_markup=keyboard)
    await laleh.press("رونوشت")
    await expect(laleh.pane.locator(".toast")).to_have_text("رونوشت شد")
    assert await page.evaluate("navigator.clipboard.readText()") == "1234-5678"


async def test_a_poll(story: Story) -> None:
    page = await story.page()
    laleh = Phone(page, "لاله")
    await laleh.begin()
    options = [{"text": "آسفالت"}, {"text": "روشنایی"}]
    bot_sends(story, "sendPoll", chat_id=story.laleh.id, question="کدام مهم‌تر است؟", options=options)
    poll = await laleh.sees("کدام مهم‌تر است؟")
    await poll.get_by_role("button", name="روشنایی").click()
    await expect(poll.locator(".chosen")).to_contain_text("۱۰۰٪")
    await poll.get_by_role("button", name="پس گرفتن رأی").click()
    await expect(poll.get_by_role("button", name="روشنایی")).to_be_visible()


async def test_a_link_that_starts_the_bot_and_one_to_a_message(story: Story) -> None:
    page = await story.page()
    ali = Phone(page, "علی")
    await ali.room("مدیران")
    for number in range(80):
        story.world.owner.post_text(f"پیام {number}", to=story.group)
    first = story.group.messages[-80]
    text = f"https://t.me/hamsayeh_bot?start=abc https://t.me/c/{str(story.group.id)[4:]}/{first.id}"
    bot_sends(story, "sendMessage", chat_id=story.group.id, text=text)
    await (await ali.sees("start=abc")).locator("a").nth(1).click()
    await expect(ali.log.locator(".lit")).to_contain_text("پیام 0")
    await ali.log.locator("a", has_text="start=abc").click()
    await expect(ali.pane.get_by_role("tab", name="همسایه")).to_have_attribute("aria-selected", "true")
    assert [message.text for message in story.ali.messages if message.text.endswith("abc")] == ["/start abc"]


async def test_links_to_groups_that_one_is_in_and_is_not_in(story: Story) -> None:
    """On a phone, where not all tabs fit: the one that is led to is seen. From the other she is kept, and told so."""
    telegram, title = story.world.telegram, "گروه همسایه‌های کوچهٔ"
    *_, last = [telegram.group(f"{title} {number}", members=[story.laleh], supergroup=True) for number in "۱۲۳"]
    story.laleh.post_text("در گروه سوم", to=last)
    story.ali.post_text("فقط برای مدیران", to=story.group)
    page = await story.page(width=360, height=740)
    laleh = Phone(page, "لاله")
    await laleh.begin()
    for name, group in (("دیگران", story.group), ("خودش", last)):
        link = f"https://t.me/c/{str(group.id)[4:]}/{group.messages[-1].id}"
        bot_sends(story, "sendMessage", chat_id=story.laleh.id, text=f"{name}: {link}")
    await (await laleh.sees("دیگران")).locator("a").click()
    await expect(laleh.pane.locator(".toast")).to_have_text("این پیام در گروهی است که لاله عضو آن نیست.")
    await expect(laleh.pane.get_by_role("tab", name="همسایه", exact=True)).to_have_attribute("aria-selected", "true")
    await expect(laleh.log.locator(".message", has_text="فقط برای مدیران")).to_have_count(0)
    await (await laleh.sees("خودش")).locator("a").click()
    await laleh.sees("در گروه سوم")
    await expect(laleh.pane.get_by_role("tab", name="کوچهٔ ۳")).to_be_in_viewport(ratio=1)


# A promise that is kept when as much has been recorded as a voice has at the least.
HEARD = """() => {
    const { start } = MediaRecorder.prototype;
    window.heard = new Promise((enough) => {
        let size = 0;
        MediaRecorder.prototype.start = function () {
            this.addEventListener("dataavailable", ({ data }) => (size += data.size) > 500 && enough());
            start.call(this, 100); // to be told of each tenth of a second
        };
    });
}"""


async def test_voices(story: Story) -> None:
    page = await story.page()
    await page.evaluate(HEARD)
    laleh = Phone(page, "لاله")
    await laleh.begin()
    await laleh.attach("صدای نمونه")
    player = laleh.log.locator(".player").first
    await player.get_by_role("button", name="پخش").click()
    await expect(player.get_by_role("button", name="درنگ")).to_be_visible()
    await player.get_by_role("button", name="درنگ").click()
    await laleh.pane.get_by_role("button", name="ضبط صدا").click()
    await expect(laleh.pane.locator("textarea")).to_have_attribute("placeholder", "در حال ضبط")
    await page.evaluate("window.heard")
    await laleh.pane.get_by_role("button", name="پایان و ارسال صدا").click()
    await expect(laleh.log.locator(".player")).to_have_count(2)
    sent = [message.raw["voice"] for message in story.laleh.messages if "voice" in message.raw]
    assert sent[1]["file_size"] > 500
    assert sent[1]["mime_type"] in {"audio/ogg", "audio/webm", "audio/mp4"}


async def test_films_and_files(story: Story) -> None:
    page = await story.page()
    laleh = Phone(page, "لاله")
    await laleh.begin()
    await laleh.attach("فیلم نمونه")
    await laleh.send()
    film = laleh.log.locator("video").first
    await expect(film).to_be_visible()
    await expect(film).to_have_js_property("videoWidth", 480)
    await laleh.attach("فایل نمونه")
    await laleh.send()
    async with page.expect_download() as download:
        await laleh.log.get_by_role("link", name="petition.pdf").click()
    assert (await download.value).suggested_filename == "petition.pdf"


async def test_a_file_of_ones_own(story: Story) -> None:
    page = await story.page()
    laleh = Phone(page, "لاله")
    await laleh.begin()
    async with page.expect_file_chooser() as chooser:
        await laleh.attach("عکس یا فیلم از دستگاه")
    note = {"name": "یادداشت.txt", "mimeType": "text/plain", "buffer": "سلام".encode()}
    await (await chooser.value).set_files([note])
    await laleh.send()
    await expect(laleh.log.locator(".file-name")).to_have_text("یادداشت.txt")


async def test_topics_are_tabs(story: Story) -> None:
    forum = story.world.telegram.group("تالار", members=[story.ali], forum=True)
    forum.new_topic("روشنایی")
    page = await story.page()
    ali = Phone(page, "علی")
    await ali.room("روشنایی")
    await ali.write("در موضوع")
    await ali.sees("در موضوع")
    await ali.room("تالار")
    await expect(ali.log.locator(".message", has_text="در موضوع")).to_have_count(0)


async def test_stopping_the_bot_and_starting_again(story: Story) -> None:
    page = await story.page()
    laleh = Phone(page, "لاله")
    await laleh.begin()
    await laleh.pane.get_by_role("button", name="توقف ربات").click()
    await expect(laleh.pane.locator("footer")).to_contain_text("ربات را متوقف کرده‌اید")
    assert story.laleh.chat.blocked
    await expect(laleh.pane.locator(".reply-keys")).to_be_hidden()
    await laleh.pane.get_by_role("button", name="شروع دوباره").click()
    await expect(laleh.pane.locator("textarea")).to_be_visible()
    assert not story.laleh.chat.blocked


async def test_two_people_side_by_side_and_a_third(story: Story) -> None:
    page = await story.page()
    await page.get_by_role("button", name="باز کردن کنار دیگری: مهرداد").click()
    await expect(page.locator(".pane h2")).to_have_text(["لاله", "مهرداد"])
    await page.locator(".person-main", has_text="علی").click()
    await expect(page.locator(".pane h2")).to_have_text(["لاله", "علی"])
    await Phone(page, "علی").pane.get_by_role("button", name="بستن این ستون").click()
    await expect(page.locator(".pane h2")).to_have_text(["لاله"])


async def test_a_lost_connection_is_made_again(story: Story) -> None:
    page = await story.page()
    laleh = Phone(page, "لاله")
    await laleh.begin()
    await story.world.telegram.go_down()
    await expect(page.locator(".offline")).to_be_visible()
    story.laleh.post_text("در این میان")
    await story.world.telegram.come_back()
    await laleh.sees("در این میان")
    await expect(page.locator(".offline")).to_be_hidden()
    story.complaints[:] = [each for each in story.complaints if "ERR_" not in each]


# Scrolls, and says which day floats then: it fades soon.
FLOATS = """(log) => new Promise((tell) => {
    const look = () => tell(log.closest(".pane").querySelector(".floating-day.shown")?.innerText);
    log.addEventListener("scroll", look, { once: true });
    log.scrollBy(0, -300);
})"""


async def test_one_day_floats_over_what_has_been(story: Story) -> None:
    """The days before it have gone with their messages."""
    for day in range(3):
        for number in range(15):
            story.world.owner.post_text(f"روز {day} پیام {number}", to=story.group)
        story.world.now.move(seconds=86400)
    page = await story.page()
    ali = Phone(page, "علی")
    await ali.room("مدیران")
    await ali.sees("روز 2 پیام 14")
    days = await ali.log.locator(".day").all_inner_texts()
    assert len(days) == 3
    assert await ali.log.evaluate(FLOATS) in days
    await ali.log.evaluate("(log) => log.scrollTo(0, log.scrollHeight)")
    tops = await ali.log.locator(".day").evaluate_all("(days) => days.map((day) => day.getBoundingClientRect().top)")
    assert tops[1] - tops[0] > 200, "none sticks to the top when its day is over"
    await expect(ali.pane.locator(".floating-day.shown")).to_have_count(0)


async def test_a_code_in_a_reply_mark_reads_from_the_left(story: Story) -> None:
    page = await story.page()
    ali = Phone(page, "علی")
    await ali.room("مدیران")
    bot_sends(story, "sendMessage", chat_id=story.group.id, text="گزارش <code>7049-4164</code> رسید", parse_mode="HTML")
    await (await ali.sees("رسید")).get_by_role("button", name="پاسخ").click()
    await expect(ali.pane.locator(".about-words")).to_contain_text("\u20687049-4164\u2069")
    await ali.write("سپاس")
    gist = ali.log.locator(".reply-gist").last
    await expect(gist).to_contain_text("\u20687049-4164\u2069")


async def test_another_demo_at_the_same_address(story: Story) -> None:
    """The page waits until its stage is set, and keeps nothing of the one before."""
    errors: list[str] = []
    context = await story.browser.new_context()
    story.contexts.append(context)
    page = await context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    first, second = a_telegram("لاله"), a_telegram("سارا")
    await first.start()
    await page.goto(first.url)
    await expect(page.locator(".pane h2")).to_have_text(["لاله"])
    await first.stop()
    second.curtain = True
    await second.start(first.server.host, first.server.port)
    await page.wait_for_timeout(500)
    second.person("نیما")
    second.curtain = False
    await expect(page.locator(".pane h2")).to_have_text(["سارا"])
    await expect(page.locator(".person-main")).to_have_count(2)
    await expect(page.locator(".badge")).to_have_count(0)
    assert errors == []
    await second.stop()


def a_telegram(name: str) -> Telegram:
    telegram = Telegram()
    telegram.add_bot(token="300:OTHER", username="other_bot", name="ربات")
    telegram.person(name)
    return telegram


async def test_columns_and_tabs_stay_when_the_page_is_loaded_anew(story: Story) -> None:
    page = await story.page()
    await page.get_by_role("button", name="باز کردن کنار دیگری: مهرداد").click()
    await page.locator(".person-main", has_text="علی").click()
    await Phone(page, "علی").room("مدیران")
    await page.reload()
    await expect(page.locator(".pane h2")).to_have_text(["لاله", "علی"])
    await expect(Phone(page, "علی").pane.get_by_role("tab", name="مدیران")).to_have_attribute("aria-selected", "true")

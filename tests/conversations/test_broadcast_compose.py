"""/broadcast up to «ارسال»: the message in all its forms, its versions, its button, topic and places."""

import pytest

from sandbox.actions import find_button
from services.broadcasts import HOUR
from storage.audience.rules import Rule
from storage.broadcasts import Button, Place
from tests.conftest import World
from tests.conversations.announcing import NEWS, administrator, compose, content, dismissed, draft, newest, resident
from tests.conversations.story import HOSTILE, settled, until


async def test_from_the_message_to_the_panel(world: World) -> None:
    await resident(world, "لاله")
    panel = await compose(world)
    for words in ("زبان‌ها: فارسی", "گیرندگان: همه", "اکنون ۲ نفر", "موضوع: اطلاعیه‌ها", "زمان: همین حالا"):
        assert panel.contains(words), words
    assert "لاله" not in panel.text
    assert panel.text.count("برای نمونه") == 2
    for label in ("پیش‌نمایش", "ارسال", "زمان‌بندی", "لغو"):
        find_button(panel, label)
    made = await draft(world)
    assert (made.topic, made.audience, made.start_at) == ("announcements", [], None)


async def test_the_audience_is_counted_when_it_has_changed_or_after_a_while(world: World) -> None:
    panel = await compose(world)
    assert panel.contains("اکنون ۱ نفر")
    await resident(world, "لاله")

    async def opened_again() -> None:
        await world.owner.press("موضوع", at=panel)
        await until(lambda: not panel.contains("اکنون"), "the topics")
        await world.owner.press("بازگشت", at=panel)
        await until(lambda: panel.contains("اکنون"), "the panel")

    await opened_again()
    assert panel.contains("اکنون ۱ نفر")
    world.now.move(seconds=660)
    await opened_again()
    assert panel.contains("اکنون ۲ نفر")
    await resident(world, "رضا")
    await world.owner.press("موضوع", at=panel)
    await world.owner.press("آموزش", at=panel)
    await until(lambda: panel.contains("اکنون ۳ نفر"), "another topic, counted anew")


async def test_the_first_button_is_everybody(world: World) -> None:
    await world.owner.send("/broadcast")
    await world.owner.sees("همین‌جا بفرستید")
    await world.owner.send(NEWS)
    offered = await world.owner.sees("برای چه کسانی")
    assert offered.keyboard[0][0]["text"] == "👥 همه"


async def test_only_administrators(world: World) -> None:
    ali = await world.manager("علی", "n4")
    await ali.send("/broadcast")
    await ali.sees("فقط برای مدیران سامانه")
    panel = await compose(world)
    for row in panel.keyboard:
        for button in row:
            answer = await ali.post_press(panel, button).answer
            assert "فقط برای مدیران سامانه" in answer.text
    await world.owner.press("گیرندگان")
    menu = await world.owner.sees("برای چه کسانی")
    answer = await ali.post_press(menu, "زبان").answer
    assert "فقط برای مدیران سامانه" in answer.text


async def test_a_draft_is_its_authors_alone(world: World) -> None:
    mina = await administrator(world, "مینا")
    panel = await compose(world)
    for button in ("ارسال", "لغو", "زبان‌ها"):
        answer = await mina.post_press(panel, button).answer
        assert "پیش‌نویس" in answer.text
    assert (await draft(world)).state == "draft"


async def test_whoever_is_no_administrator_any_more_writes_no_version(world: World) -> None:
    mina = await administrator(world, "مینا")
    await mina.send("/broadcast")
    await mina.sees("همین‌جا بفرستید")
    await dismissed(world, "مینا")
    await mina.send(NEWS)
    await mina.sees("فقط برای مدیران سامانه")


async def test_cancel_drops_the_draft(world: World) -> None:
    await compose(world)
    await world.owner.press("لغو")
    await world.owner.sees("کنار گذاشته شد")
    await world.owner.send("/broadcast")
    asked = await world.owner.sees("همین‌جا بفرستید")
    assert "پیش‌نویس پیشین" not in asked.buttons


async def test_a_draft_is_gone_on_with_after_a_restart(world: World) -> None:
    await compose(world)
    await settled(world)
    await world.stop()
    await world.start()
    await world.owner.send("/broadcast")
    await world.owner.press("پیش‌نویس پیشین")
    await world.owner.sees("زبان‌ها: فارسی")
    assert (await content(world, (await draft(world)).id))["fa"][0].parameters["text"] == NEWS


async def test_a_new_message_takes_the_place_of_the_draft(world: World) -> None:
    old = await compose(world)
    await compose(world, "دوم")
    assert (await content(world, (await draft(world)).id))["fa"][0].parameters["text"] == "دوم"
    answer = await world.owner.post_press(old, "ارسال").answer
    assert "پیش‌تر فرستاده یا کنار گذاشته" in answer.text


async def test_cancelling_the_question_keeps_nothing(world: World) -> None:
    await world.owner.send("/broadcast")
    await world.owner.sees("همین‌جا بفرستید")
    await world.owner.press("انصراف")
    await world.owner.sees("چیزی فرستاده نشد")
    await world.owner.send("چاله")
    await world.owner.sees("کجاست")  # a report like anybody's


@pytest.mark.parametrize("text", [HOSTILE, "ک" * 4096, "😀" * 2048, "  <b>x</b>  ", "/slash is no command"[1:]])
async def test_any_text_is_passed_on_as_it_is(world: World, text: str) -> None:
    await compose(world, text)
    assert (await content(world, (await draft(world)).id))["fa"][0].parameters["text"] == text.strip()
    await world.owner.press("پیش‌نمایش")
    await world.owner.sees(text.strip())


async def test_what_cannot_be_broadcast_is_refused_and_asked_again(world: World) -> None:
    await world.owner.send("/broadcast")
    await world.owner.sees("همین‌جا بفرستید")
    world.owner.post({"dice": {"emoji": "🎲", "value": 3}}, None, None, None)
    await world.owner.sees("نمی‌توان برای دیگران فرستاد")
    await world.owner.send(NEWS)
    await world.owner.sees("برای چه کسانی")


async def test_voice_with_a_caption(world: World) -> None:
    await world.owner.send("/broadcast")
    await world.owner.sees("همین‌جا بفرستید")
    await world.owner.send_voice(caption="بشنوید")
    await world.owner.press("همه")
    [call] = (await content(world, (await draft(world)).id))["fa"]
    assert (call.method, call.parameters["caption"]) == ("sendVoice", "بشنوید")


async def test_an_album_is_one_message(world: World) -> None:
    await world.owner.send("/broadcast")
    await world.owner.sees("همین‌جا بفرستید")
    await world.owner.send_album(3, caption="پیش و پس")
    await world.owner.press("همه")
    await world.owner.sees("پیش‌نویس")
    [call] = (await content(world, (await draft(world)).id))["fa"]
    assert call.method == "sendMediaGroup"
    assert len(call.parameters["media"]) == 3
    assert (
        len([message for message in world.owner.messages if message.contains("برای چه کسانی")]) == 0
    )  # became the panel
    await world.owner.press("پیش‌نمایش")
    below = await world.owner.sees("دربارهٔ اطلاعیه‌ها")  # an album carries no buttons
    assert below.buttons == ["🔕 دیگر از اطلاعیه‌ها خبر نده"]


async def test_an_album_of_one_is_a_picture(world: World) -> None:
    await world.owner.send("/broadcast")
    await world.owner.sees("همین‌جا بفرستید")
    await world.owner.send_album(1, caption="تنها")
    await world.owner.press("همه")
    await world.owner.sees("پیش‌نویس")
    [call] = (await content(world, (await draft(world)).id))["fa"]
    assert (call.method, call.parameters["caption"]) == ("sendPhoto", "تنها")
    await world.owner.send("چاله سر کوچه")  # what comes next is no part of the album
    await world.owner.sees("کجاست")


async def test_an_album_with_too_long_a_caption_is_refused_as_a_whole(world: World) -> None:
    await world.owner.send("/broadcast")
    await world.owner.sees("همین‌جا بفرستید")
    await world.owner.send_album(3, caption="و" * 2000)
    await world.owner.sees("کوتاه")
    await world.owner.send_album(2, caption="کوتاه‌تر")
    await world.owner.press("همه", at=await world.owner.sees("برای چه کسانی"))
    await world.owner.sees("پیش‌نویس")
    [call] = (await content(world, (await draft(world)).id))["fa"]
    assert [item.get("caption") for item in call.parameters["media"]] == ["کوتاه‌تر", None]


@pytest.mark.parametrize("language", ["fa", "en"])
async def test_a_version_stays_where_an_album_is_refused_in_the_middle(world: World, language: str) -> None:
    await compose(world)
    await world.owner.press("زبان‌ها")
    await world.owner.press("فارسی" if language == "fa" else "English")
    await world.owner.sees("نسخهٔ")
    for caption in (None, "و" * 2000, None):
        world.owner.post_file("photo", caption, more={"media_group_id": "7"})
    await world.owner.sees("کوتاه")
    await world.owner.send("/broadcast")  # after the last picture
    await world.owner.sees("همین‌جا بفرستید")
    found = await content(world, (await draft(world)).id)
    assert set(found) == {"fa"}
    assert found["fa"][0].parameters["text"] == NEWS


async def test_what_is_turned_off_in_the_preview_is_turned_off(world: World) -> None:
    await compose(world)
    await world.owner.press("پیش‌نمایش")
    shown = await world.owner.sees(NEWS)
    await world.owner.press("دیگر از اطلاعیه‌ها خبر نده", at=shown)
    await world.owner.sees_toast("دیگر دربارهٔ اطلاعیه‌ها")
    await until(lambda: shown.buttons == ["🔔 دوباره از اطلاعیه‌ها خبر بده"], "the other button")


async def test_versions(world: World) -> None:
    await compose(world)
    await world.owner.press("زبان‌ها")
    await world.owner.sees("نسخهٔ خودش")
    await world.owner.press("English")
    await world.owner.sees("نسخهٔ English")
    await world.owner.send("No water tomorrow.")
    await world.owner.sees("زبان‌ها: فارسی، English")
    await world.owner.press("پیش‌نمایش")
    english = await world.owner.sees("No water tomorrow.")
    assert english.buttons == ["🔕 No more announcements"]
    await world.owner.sees(NEWS)
    await world.owner.press("زبان‌ها")
    await world.owner.press("حذف")
    await world.owner.press("بازگشت")
    panel = await world.owner.sees("پیش‌نویس")
    assert "English" not in panel.text.split("\n")[1]
    await world.owner.press("زبان‌ها")
    await world.owner.press("فارسی")
    await world.owner.sees("نسخهٔ فارسی")
    await world.owner.send("متن تازه")
    await world.owner.sees("زبان‌ها: فارسی")
    assert (await content(world, (await draft(world)).id))["fa"][0].parameters["text"] == "متن تازه"


@pytest.mark.parametrize(
    "typed", ["بدون پیوند", "x | javascript:alert(1)", "x | https://localhost", "x | https://a b.ir", "| https://a.ir",
              "ب" * 41 + " | https://a.ir", "x | https://user@a.ir", "x | https://a.ir:99999"],
)  # fmt: skip
async def test_a_button_that_telegram_would_refuse(world: World, typed: str) -> None:
    await compose(world)
    await world.owner.press("دکمه")
    await world.owner.sees("زیر پیام می‌آید")
    await world.owner.send(typed)
    await world.owner.sees("دکمه خوانده نشد")
    assert (await draft(world)).button is None


async def test_a_link_under_the_message(world: World) -> None:
    await compose(world)
    await world.owner.press("دکمه")
    await world.owner.send("بیشتر <بدانید> | https://example.org/a?b=1\nen: More\nxx: -")
    await world.owner.sees("دکمه: بیشتر <بدانید>")
    expected = Button({"fa": "بیشتر <بدانید>", "en": "More"}, "https://example.org/a?b=1")
    assert (await draft(world)).button == expected
    await world.owner.press("پیش‌نمایش")
    shown = await world.owner.sees(NEWS)
    assert shown.keyboard[0] == [{"text": "بیشتر <بدانید>", "url": "https://example.org/a?b=1"}]
    await world.owner.press("دکمه")
    await world.owner.press("بدون دکمه")
    await world.owner.sees("پیش‌نویس")
    assert (await draft(world)).button is None


async def test_one_of_the_bots_own_actions(world: World) -> None:
    await compose(world)
    await world.owner.press("دکمه")
    await world.owner.press("گزارش‌های من", at=await world.owner.sees("زیر پیام می‌آید"))
    await world.owner.sees("دکمه: 📂 گزارش‌های من")
    await world.owner.press("پیش‌نمایش")
    shown = await world.owner.sees(NEWS)
    await world.owner.press("گزارش‌های من", at=shown)
    await world.owner.sees("هنوز گزارشی ندارید")


async def test_topic_urgency_and_places(world: World) -> None:
    group = await world.group("n4")
    await compose(world)
    await world.owner.press("موضوع")
    await world.owner.press("رویدادها", at=await world.owner.sees("موضوع پیام"))
    await world.owner.sees("موضوع: رویدادها")
    await world.owner.press("فوری شود")
    await world.owner.sees_toast("مدیری دیگر")
    await world.owner.sees("🚨 فوری")
    await world.owner.press("دیگر فوری نباشد")
    await world.owner.press("کانال و گروه")
    await world.owner.press(group.title)
    marked = await world.owner.sees("کدام کانال‌ها")
    assert f"✅ {group.title}" in marked.buttons
    await world.owner.press("بازگشت")
    await world.owner.sees(f"همچنین در: {group.title}")
    made = await draft(world)
    assert (made.topic, made.urgent, made.places) == ("events", 0, [Place(group.id, 0)])


async def test_without_channels_and_groups(world: World) -> None:
    await compose(world)
    await world.owner.press("کانال و گروه")
    await world.owner.sees("هنوز کانال یا گروهی")


async def test_nobody_to_send_to(world: World) -> None:
    await compose(world)
    await world.owner.press("گیرندگان")
    await world.owner.sees("برای چه کسانی")
    await world.owner.press("زبان")
    await world.owner.press("العربية")
    await world.owner.press("شرط‌های دیگر")
    await world.owner.press("تأیید گیرندگان")
    await world.owner.sees("اکنون ۰ نفر")
    await world.owner.press("ارسال")
    await world.owner.sees_toast("به هیچ‌کس نمی‌رسد")
    made = await draft(world)
    assert made.audience == [Rule("language", ["ar"])]


async def test_the_price_above_the_free_rate(database_url: str) -> None:
    from tests.conftest import make_world  # noqa: PLC0415

    async with make_world(database_url, rate=100) as world:
        await world.start()
        await world.owner.start()
        await world.owner.sees("خوش آمدید")
        panel = await compose(world)
        assert panel.contains("حداکثر ۱ ستاره")


async def test_spread_over_the_sub_districts(world: World) -> None:
    await compose(world)
    await world.owner.press("زمان‌بندی")
    await world.owner.press("۴ ساعت")
    shown = await world.owner.sees("ناحیه به ناحیه")
    assert "✅ در ۴ ساعت" in shown.buttons
    await world.owner.press("بازگشت")
    await world.owner.sees("در ۴ ساعت")
    assert (await draft(world)).spread == 4 * HOUR
    await world.owner.press("زمان‌بندی")
    await world.owner.press("یک‌باره")
    await until(lambda: "✅ یک‌باره" in world.owner.messages[-1].buttons, "the mark")
    assert (await draft(world)).spread == 0
    await world.owner.press("همین حالا")
    await world.owner.press("ارسال")
    await world.owner.sees("پیام همگانی")
    assert (await newest(world)).spread == 0

"""What a person sees, and what a test learns when she does not."""

import asyncio
import time
from typing import Any

import pytest
from telegram import Bot

from sandbox import Person, Telegram
from sandbox.presses import PATIENCE


async def later(seconds: float, action: Any, *arguments: Any) -> None:
    await asyncio.sleep(seconds)
    await action(*arguments)


async def test_sees_waits(bot: Bot, laleh: Person) -> None:
    sending = asyncio.create_task(later(0.1, bot.send_message, laleh.id, "کد رهگیری: ۱۲"))
    message = await laleh.sees("کد رهگیری")
    assert message.text == "کد رهگیری: ۱۲"
    await sending


async def test_isolates_do_not_matter(bot: Bot, laleh: Person) -> None:
    await bot.send_message(laleh.id, "کد \u2068AB12\u2069 ثبت شد")
    assert (await laleh.sees("کد AB12 ثبت")).text == "کد AB12 ثبت شد"
    await laleh.sees("کد \u2068AB12\u2069")
    assert "\u2068" in laleh.messages[-1].raw["text"]


async def test_sees_only_what_came_after_her_own_act(bot: Bot, laleh: Person) -> None:
    old = await bot.send_message(laleh.id, "سلام یک")
    await laleh.send("x")
    with pytest.raises(AssertionError):
        await laleh.sees("سلام", within=0.05)
    await bot.edit_message_text("سلام دو", laleh.id, old.message_id)
    assert (await laleh.sees("سلام دو")).id == old.message_id
    await laleh.sees("سلام دو")


async def test_her_own_words_are_not_the_bots(bot: Bot, laleh: Person) -> None:
    await laleh.send("سلام")
    with pytest.raises(AssertionError):
        await laleh.sees("سلام", within=0.05)


async def test_deleted_messages_are_not_seen(bot: Bot, laleh: Person) -> None:
    sent = await bot.send_message(laleh.id, "سلام")
    await bot.delete_message(laleh.id, sent.message_id)
    await laleh.does_not_see("سلام", for_=0.02)


async def test_failure_shows_the_chat(bot: Bot, laleh: Person) -> None:
    await laleh.send("سؤال")
    await bot.send_message(
        laleh.id, "پاسخ\nدوم", reply_markup={"inline_keyboard": [[{"text": "k", "callback_data": "1"}]]}
    )
    begin = time.monotonic()
    with pytest.raises(AssertionError) as caught:
        await laleh.sees("نیست", within=0.1)
    assert 0.09 < time.monotonic() - begin < PATIENCE
    words = str(caught.value)
    assert words.startswith("لاله: does not see 'نیست' within 0.1 s")
    assert "لاله: سؤال" in words
    assert "همسایه: پاسخ\n        دوم\n        [k]" in words
    assert laleh.transcript() in words


async def test_does_not_see(bot: Bot, laleh: Person) -> None:
    sending = asyncio.create_task(later(0.03, bot.send_message, laleh.id, "بد"))
    with pytest.raises(AssertionError, match="لاله sees 'بد'"):
        await laleh.does_not_see("بد", for_=PATIENCE)
    await sending
    await laleh.does_not_see("خوب", for_=0.02)


async def test_chat_reads_as_a_list(bot: Bot, laleh: Person) -> None:
    await laleh.send("a")
    await bot.send_message(laleh.id, "b")
    assert [message.text for message in laleh.chat] == ["/start", "a", "b"]
    assert laleh.chat[-1].from_bot
    assert len(laleh.chat) == len(laleh.messages) == 3


async def test_start(bot: Bot, laleh: Person) -> None:
    await laleh.start("place-1")
    message = (await bot.get_updates())[0].message
    assert message.text == "/start place-1"
    assert (message.entities[0].type, message.entities[0].length) == ("bot_command", 6)
    for payload in ("x" * 65, "سلام", ""):
        with pytest.raises(ValueError, match="no deep link"):
            await laleh.start(payload)


async def test_texts_of_people_are_cleaned(bot: Bot, laleh: Person) -> None:
    await laleh.send("  \u202eسلام\u2028 ")
    assert (await bot.get_updates())[0].message.text == "سلام"
    for text in ("", "  ", "x" * 4097):
        with pytest.raises(ValueError, match="1 to 4096"):
            await laleh.send(text)


async def test_edits(bot: Bot, laleh: Person, ali: Person) -> None:
    message = await laleh.send("یک")
    photo = await laleh.send_photo("دو")
    await laleh.edit(message, "سه")
    await laleh.edit(photo, "چهار")
    edits = [update.edited_message for update in (await bot.get_updates())[2:]]
    assert (edits[0].text, edits[0].message_id) == ("سه", message.id)
    assert edits[1].caption == "چهار"
    assert edits[0].edit_date
    with pytest.raises(AssertionError, match="can't edit"):
        await ali.edit(message, "x")


async def test_reply(bot: Bot, laleh: Person) -> None:
    sent = await bot.send_message(laleh.id, "سؤال")
    await laleh.reply(await laleh.sees("سؤال"), "پاسخ")
    assert (await bot.get_updates())[0].message.reply_to_message.message_id == sent.message_id


async def test_on_message(bot: Bot, laleh: Person) -> None:
    seen = []
    laleh.on_message = lambda message: seen.append(message.text)
    await laleh.send("x")
    sent = await bot.send_message(laleh.id, "a")
    await bot.edit_message_text("b", laleh.id, sent.message_id)
    assert seen == ["a", "b"]


async def test_acts_without_waiting(bot: Bot, laleh: Person) -> None:
    sent = await bot.send_message(
        laleh.id, "x", reply_markup={"inline_keyboard": [[{"text": "k", "callback_data": "1"}]]}
    )
    laleh.post_text("a")
    laleh.post_photo("b")
    laleh.post_location(1.0, 2.0)
    laleh.post_press(laleh.chat.find(sent.message_id), "k")
    updates = await bot.get_updates()
    assert [update.effective_user.id for update in updates] == [laleh.id] * 4
    assert updates[3].callback_query.data == "1"


async def test_identities(telegram: Telegram, bot: Bot) -> None:
    person = telegram.person("سارا", language="ar", id=77, username="sara", last_name="کریمی")
    await person.start()
    user = (await bot.get_updates())[0].effective_user
    assert (user.id, user.language_code, user.username, user.last_name) == (77, "ar", "sara", "کریمی")
    with pytest.raises(ValueError, match="here already"):
        telegram.person("دیگر", id=77)
    assert telegram.person("بزرگ").id > 2**32


async def test_nobody_to_talk_to() -> None:
    with pytest.raises(LookupError, match="no bot"):
        Telegram().person("x").post_text("x")


async def test_calls_are_logged(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    await bot.send_message(laleh.id, "x")
    call = telegram.calls_of("sendMessage")[-1]
    assert (call.method, call.ok, call.status, call.params["text"]) == ("sendMessage", True, 200, "x")
    telegram.log = False
    await bot.send_message(laleh.id, "y")
    assert len(telegram.calls_of("sendMessage")) == 1

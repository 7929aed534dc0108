"""Buttons pressed, and the bot's answers to them."""

from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest

from sandbox import Person, Telegram


def keyboard(*labels: str) -> Any:
    return {"inline_keyboard": [[{"text": label, "callback_data": f"do:{label}"}] for label in labels]}


async def pressed(bot: Bot) -> Any:
    """The newest callback query."""
    return (await bot.get_updates(offset=-1))[0].callback_query


async def test_press_and_answer(bot: Bot, laleh: Person) -> None:
    await bot.send_message(laleh.id, "چه می‌کنید؟", reply_markup=keyboard("ارسال گزارش", "بازگشت"))
    press = await laleh.press("ارسال")
    query = await pressed(bot)
    assert (query.data, query.from_user.id, query.message.text) == ("do:ارسال گزارش", laleh.id, "چه می‌کنید؟")
    await bot.answer_callback_query(query.id, "\u2068ثبت\u2069 شد", show_alert=True)
    answer = await press.answer
    assert (answer.text, answer.show_alert) == ("ثبت شد", True)
    assert await press.answer(within=0.1) == answer
    assert await laleh.sees_toast("ثبت شد") == answer


async def test_exact_label_wins(bot: Bot, laleh: Person) -> None:
    await bot.send_message(laleh.id, "x", reply_markup=keyboard("بله، همه", "بله"))
    press = await laleh.press("بله")
    assert press.button["text"] == "بله"


async def test_newest_message_wins(bot: Bot, laleh: Person) -> None:
    for number in "123":
        await bot.send_message(laleh.id, number, reply_markup=keyboard("k"))
    await bot.delete_message(laleh.id, laleh.messages[-1].id)
    assert (await laleh.press("k")).message.text == "2"
    assert (await laleh.press("k", at=laleh.messages[1])).message.text == "1"


@pytest.mark.parametrize("age", [16, 100])
async def test_late_answer(telegram: Telegram, bot: Bot, laleh: Person, clock: Any, age: float) -> None:
    await bot.send_message(laleh.id, "x", reply_markup=keyboard("k"))
    await laleh.press("k")
    query = await pressed(bot)
    clock.ahead = age
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await bot.answer_callback_query(query.id)
    assert telegram.problems == []


async def test_second_answer(bot: Bot, laleh: Person) -> None:
    await bot.send_message(laleh.id, "x", reply_markup=keyboard("k"))
    await laleh.press("k")
    query = await pressed(bot)
    await bot.answer_callback_query(query.id)
    for number in (query.id, "123"):
        with pytest.raises(BadRequest, match="Query is too old"):
            await bot.answer_callback_query(number)


async def test_answer_limit(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    await bot.send_message(laleh.id, "x", reply_markup=keyboard("k"))
    await laleh.press("k")
    query = await pressed(bot)
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(query.id, "x" * 201)
    assert len(telegram.problems) == 1
    await bot.answer_callback_query(query.id, "x" * 200)


async def test_reply_keyboard(bot: Bot, laleh: Person) -> None:
    laleh.place = (35.5, 51.5)
    rows = [["ارسال گزارش"], [{"text": "جای من", "request_location": True}, {"text": "شماره", "request_contact": True}]]
    await bot.send_message(laleh.id, "x", reply_markup={"keyboard": rows, "one_time_keyboard": False})
    assert laleh.messages[-1].buttons == ["ارسال گزارش", "جای من", "شماره"]
    assert (await laleh.press("گزارش")).kind == "text"
    assert laleh.messages[-1].text == "ارسال گزارش"
    assert (await laleh.press("جای")).message.location == (35.5, 51.5)
    await laleh.press("شماره")
    update = (await bot.get_updates(offset=-1))[0]
    assert update.message.contact.user_id == laleh.id
    await bot.send_message(laleh.id, "y", reply_markup={"remove_keyboard": True})
    with pytest.raises(AssertionError, match="no button with 'گزارش'"):
        await laleh.press("گزارش", within=0.05)


async def test_one_time_keyboard_goes_away(bot: Bot, laleh: Person) -> None:
    await bot.send_message(laleh.id, "x", reply_markup={"keyboard": [["k"]], "one_time_keyboard": True})
    await laleh.press("k")
    assert laleh.chat.keyboard is None


async def test_deep_link(bot: Bot, laleh: Person) -> None:
    link = {"text": "پیوند", "url": "https://t.me/Hamsayeh_bot?start=place-12"}
    other = {"text": "سایت", "url": "https://example.ir"}
    await bot.send_message(laleh.id, "x", reply_markup={"inline_keyboard": [[link, other]]})
    assert (await laleh.press("سایت")).kind == "url"
    assert (await laleh.press("پیوند")).kind == "start"
    update = (await bot.get_updates(offset=-1))[0]
    assert update.message.text == "/start place-12"
    assert update.message.entities[0].length == 6


async def test_a_missing_button_shows_the_chat(bot: Bot, laleh: Person) -> None:
    await bot.send_message(laleh.id, "چه می‌کنید؟", reply_markup=keyboard("ارسال", "بازگشت"))
    with pytest.raises(AssertionError) as caught:
        await laleh.press("نیست", within=0.05)
    assert "چه می‌کنید؟" in str(caught.value)
    assert "[ارسال]" in str(caught.value)


async def test_no_answer(bot: Bot, laleh: Person) -> None:
    await bot.send_message(laleh.id, "x", reply_markup=keyboard("k"))
    press = await laleh.press("k")
    with pytest.raises(AssertionError, match="no answerCallbackQuery"):
        await press.answer(within=0.05)
    with pytest.raises(AssertionError, match="no answerCallbackQuery"):
        await laleh.sees_toast("x", within=0.05)

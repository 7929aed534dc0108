"""Channels: who may post, what the bot hears of them, and what it does not."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot, InputMediaPhoto, ReplyKeyboardMarkup
from telegram.error import BadRequest, Forbidden

from sandbox import BotAccount, Channel, Person, Telegram
from sandbox.files import jpeg

BUTTON = {"inline_keyboard": [[{"text": "می‌آیم", "callback_data": "come"}]]}


@pytest.fixture
def channel(telegram: Telegram, account: BotAccount, laleh: Person) -> Channel:
    """Laleh's, with the bot as an administrator."""
    channel = telegram.channel("منطقهٔ ۴", laleh)
    account.updates.entries.clear()
    return channel


async def test_the_bot_is_made_an_administrator(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    channel = telegram.channel("منطقهٔ ۴", laleh)
    (update,) = await bot.get_updates()
    change = update.my_chat_member
    assert str(change.chat.id).startswith("-100")
    assert (change.chat.id, change.chat.type, change.chat.title) == (channel.id, "channel", "منطقهٔ ۴")
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("left", "administrator")
    assert change.new_chat_member.can_post_messages
    assert change.new_chat_member.can_pin_messages is None
    assert change.from_user.id == laleh.id


async def test_the_bot_is_removed(bot: Bot, channel: Channel, laleh: Person) -> None:
    channel.dismiss_bot()
    (update,) = await bot.get_updates()
    assert (update.my_chat_member.old_chat_member.status, update.my_chat_member.new_chat_member.status) == (
        "administrator",
        "left",
    )
    with pytest.raises(Forbidden, match="bot is not a member of the channel chat"):
        await bot.send_message(channel.id, "x")
    channel.add_bot()
    channel.kick_bot(by=laleh)
    with pytest.raises(Forbidden, match="bot was kicked from the channel chat"):
        await bot.send_message(channel.id, "x")


async def test_a_channel_without_the_bot_is_not_found(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    channel = telegram.channel("جای دیگر", laleh, bot=False)
    assert list(await bot.get_updates()) == []
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(channel.id, "x")


async def test_a_post_names_nobody(bot: Bot, channel: Channel, laleh: Person) -> None:
    sent = await bot.send_message(channel.id, "<b>خبر</b>", parse_mode="HTML", reply_markup=BUTTON)
    assert sent.from_user is None
    assert sent.sender_chat.id == channel.id
    message = await laleh.sees("خبر", at=channel)
    assert message.html == "<b>خبر</b>"
    assert "منطقهٔ ۴" in channel.transcript()
    photos = [(await bot.send_photo(channel.id, jpeg())).photo[-1].file_id for _ in range(2)]
    await bot.send_media_group(channel.id, [InputMediaPhoto(each) for each in photos])
    assert len(channel.messages) == 5
    await bot.edit_message_text("دیگر", channel.id, sent.message_id)
    assert (await laleh.sees("دیگر", at=channel)).id == sent.message_id


async def test_a_press_under_a_post(bot: Bot, channel: Channel, laleh: Person) -> None:
    await bot.send_message(channel.id, "کارگاه", reply_markup=BUTTON)
    press = await laleh.press("می‌آیم", at=channel)
    (update,) = await bot.get_updates()
    assert update.callback_query.message.chat.type == "channel"
    await bot.answer_callback_query(update.callback_query.id, "ثبت شد")
    assert (await press.answer).text == "ثبت شد"


async def test_without_the_right_to_post(bot: Bot, channel: Channel) -> None:
    channel.let_post(may=False)
    (update,) = await bot.get_updates()
    change = update.my_chat_member
    assert (change.old_chat_member.can_post_messages, change.new_chat_member.can_post_messages) == (True, False)
    with pytest.raises(BadRequest, match="Need administrator rights in the channel chat"):
        await bot.send_message(channel.id, "x")
    channel.let_post(may=True)
    assert await bot.send_message(channel.id, "x")


async def test_only_administrators_post(channel: Channel, ali: Person) -> None:
    with pytest.raises(AssertionError, match="not in the channel"):
        await ali.send("x", to=channel)
    channel.add(ali)
    with pytest.raises(AssertionError, match="only reads"):
        await ali.send("x", to=channel)
    channel.remove(ali)
    channel.add(ali, "administrator")
    await ali.send("x", to=channel)


async def test_posts_of_people_come_as_channel_posts(bot: Bot, channel: Channel, laleh: Person) -> None:
    await laleh.send("خبر", to=channel)
    channel.rename("منطقهٔ چهار")
    updates = await bot.get_updates()
    assert [update.channel_post.text for update in updates] == ["خبر", None]
    assert updates[0].channel_post.from_user is None
    assert updates[1].channel_post.new_chat_title == "منطقهٔ چهار"


async def test_a_bot_that_has_not_asked_for_posts_gets_none(bot: Bot, channel: Channel, laleh: Person) -> None:
    await bot.get_updates(allowed_updates=["message", "my_chat_member"])
    await laleh.send("خبر", to=channel)
    assert list(await bot.get_updates()) == []


async def test_who_reads_is_not_told(bot: Bot, channel: Channel, ali: Person) -> None:
    channel.add(ali)
    assert list(await bot.get_updates()) == []
    assert await bot.get_chat_member_count(channel.id) == 3
    assert [member.status for member in await bot.get_chat_administrators(channel.id)] == ["creator", "administrator"]
    assert (await bot.get_chat_member(channel.id, ali.id)).status == "member"


async def test_the_channel_is_left(bot: Bot, channel: Channel) -> None:
    assert (await bot.get_chat(channel.id)).type == "channel"
    assert await bot.leave_chat(channel.id)
    with pytest.raises(Forbidden):
        await bot.get_chat(channel.id)


@pytest.mark.parametrize(
    ("method", "more", "words"),
    [
        (
            "sendMessage",
            {"text": "x", "reply_markup": ReplyKeyboardMarkup([["x"]]).to_dict()},
            "inline keyboard expected",
        ),
        ("sendMessage", {"text": "x", "message_thread_id": 5}, "message thread not found"),
        (
            "sendPoll",
            {"question": "x", "options": [{"text": "a"}, {"text": "b"}], "is_anonymous": False},
            "non-anonymous",
        ),
        ("createForumTopic", {"name": "x"}, "only for groups"),
    ],
)
async def test_what_no_channel_takes(
    channel: Channel, refused: Callable[..., Awaitable[str]], method: str, more: dict[str, Any], words: str
) -> None:
    assert words in await refused(method, chat_id=channel.id, **more)


async def test_a_post_is_forwarded_in_the_name_of_the_channel(bot: Bot, channel: Channel, laleh: Person) -> None:
    sent = await bot.send_message(channel.id, "خبر")
    forwarded = await bot.forward_message(laleh.id, channel.id, sent.message_id)
    assert forwarded.forward_origin.chat.id == channel.id

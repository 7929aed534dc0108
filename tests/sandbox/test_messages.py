"""Sending, editing, copying and deleting messages, and the limits of all that."""

from typing import Any

import pytest
from telegram import Bot, LinkPreviewOptions, ReplyParameters
from telegram.error import BadRequest, Forbidden

from sandbox import Group, Person, Telegram

BUTTON = {"inline_keyboard": [[{"text": "ارسال", "callback_data": "send"}]]}


async def test_text_is_cleaned_and_trimmed(bot: Bot, laleh: Person) -> None:
    message = await bot.send_message(laleh.id, "  a\u202eb\r\n\u2066c\u2069  ")
    assert message.text == "ab\n\u2066c\u2069"
    assert (await laleh.sees("\nc")).text == "ab\nc"


@pytest.mark.parametrize(
    ("text", "words"),
    [("x" * 4097, "Message is too long"), ("😀" * 2049, "Message is too long"), (" \n", "text is empty")],
)
async def test_text_limits(telegram: Telegram, bot: Bot, laleh: Person, text: str, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        await bot.send_message(laleh.id, text)
    assert len(telegram.problems) == 1


async def test_limit_counts_what_is_shown(bot: Bot, laleh: Person, telegram: Telegram) -> None:
    await bot.send_message(laleh.id, "<b>" + "x" * 4096 + "</b>", parse_mode="HTML")
    await bot.send_message(laleh.id, "&amp;" * 4096, parse_mode="HTML")
    with pytest.raises(BadRequest, match="text is empty"):
        await bot.send_message(laleh.id, "<b></b>", parse_mode="HTML")


async def test_edit(bot: Bot, laleh: Person) -> None:
    message = await bot.send_message(laleh.id, "یک", reply_markup=BUTTON)
    edited = await bot.edit_message_text("دو", laleh.id, message.message_id)
    assert edited.edit_date
    assert edited.reply_markup is None
    assert laleh.messages[-1].text == "دو"
    assert laleh.messages[-1].buttons == []
    assert len(laleh.chat) == 2


async def test_not_modified(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    message = await bot.send_message(laleh.id, "<b>یک</b>", parse_mode="HTML", reply_markup=BUTTON)
    same = {"chat_id": laleh.id, "message_id": message.message_id, "parse_mode": "HTML"}
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await bot.edit_message_text("<b>یک</b> ", reply_markup=BUTTON, **same)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(laleh.id, message.message_id, reply_markup=BUTTON)
    assert telegram.problems == []
    await bot.edit_message_text("یک", reply_markup=BUTTON, **same)
    await bot.edit_message_text("یک", **same)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(laleh.id, message.message_id)


async def test_what_cannot_be_edited(bot: Bot, laleh: Person) -> None:
    own = await laleh.send("x")
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("y", laleh.id, 999)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("y", laleh.id, own.id)
    keyboard = await bot.send_message(laleh.id, "x", reply_markup={"keyboard": [["k"]]})
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("y", laleh.id, keyboard.message_id)
    place = await bot.send_location(laleh.id, 35.7, 51.4)
    with pytest.raises(BadRequest, match="no text in the message to edit"):
        await bot.edit_message_text("y", laleh.id, place.message_id)
    with pytest.raises(BadRequest, match="no caption in the message to edit"):
        await bot.edit_message_caption(laleh.id, place.message_id, caption="y")
    with pytest.raises(BadRequest):
        await bot.edit_message_text("y", laleh.id, own.id, reply_markup={"keyboard": [["k"]]})


async def test_reply(bot: Bot, laleh: Person) -> None:
    question = await laleh.send("سؤال")
    answer = await bot.send_message(laleh.id, "پاسخ", reply_parameters=ReplyParameters(question.id))
    assert answer.reply_to_message.text == "سؤال"
    assert (await laleh.sees("پاسخ")).reply_to is question
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(laleh.id, "x", reply_parameters=ReplyParameters(999))
    alone = await bot.send_message(
        laleh.id, "x", reply_parameters=ReplyParameters(999, allow_sending_without_reply=True)
    )
    assert alone.reply_to_message is None
    with pytest.raises(BadRequest, match="Quote_text_invalid"):
        await bot.send_message(laleh.id, "x", reply_parameters=ReplyParameters(question.id, quote="نیست"))


async def test_copy_and_forward(bot: Bot, laleh: Person, ali: Person) -> None:
    await ali.start()
    photo = await laleh.send_photo("چاله")
    copy = await bot.copy_message(ali.id, laleh.id, photo.id, caption="<i>دیگر</i>", parse_mode="HTML")
    seen = await ali.sees("دیگر")
    assert (seen.id, seen.html) == (copy.message_id, "<i>دیگر</i>")
    assert seen.photo
    forwarded = await bot.forward_message(ali.id, laleh.id, photo.id)
    assert forwarded.forward_origin.sender_user.id == laleh.id
    assert forwarded.caption == "چاله"
    with pytest.raises(BadRequest, match="Message to copy not found"):
        await bot.copy_message(ali.id, laleh.id, 999)
    with pytest.raises(BadRequest, match="Message to forward not found"):
        await bot.forward_message(ali.id, laleh.id, 999)


async def test_protected_content_is_not_forwarded(bot: Bot, laleh: Person) -> None:
    message = await bot.send_message(laleh.id, "x", protect_content=True)
    with pytest.raises(BadRequest, match="Message can't be forwarded"):
        await bot.forward_message(laleh.id, laleh.id, message.message_id)


async def test_delete(bot: Bot, laleh: Person, clock: Any) -> None:
    first = await bot.send_message(laleh.id, "a")
    second = await laleh.send("b")
    await bot.delete_message(laleh.id, first.message_id)
    await bot.delete_messages(laleh.id, [second.id, 999])
    assert [message.text for message in laleh.chat] == ["/start"]
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(laleh.id, first.message_id)
    old = await bot.send_message(laleh.id, "c")
    clock.ahead = 49 * 3600
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(laleh.id, old.message_id)


async def test_pins_and_reactions(bot: Bot, laleh: Person) -> None:
    message = await laleh.send("x")
    await bot.pin_chat_message(laleh.id, message.id)
    assert message.pinned
    assert (await bot.get_chat(laleh.id)).pinned_message.message_id == message.id
    await bot.unpin_chat_message(laleh.id)
    assert not message.pinned
    with pytest.raises(BadRequest, match="Message to unpin not found"):
        await bot.unpin_chat_message(laleh.id)
    await bot.set_message_reaction(laleh.id, message.id, "👍")
    assert message.reactions == ["👍"]
    with pytest.raises(BadRequest, match="Reaction_invalid"):
        await bot.set_message_reaction(laleh.id, message.id, "🧱")


async def test_places_and_contacts(bot: Bot, laleh: Person) -> None:
    place = await bot.send_venue(laleh.id, 35.7, 51.4, "شهرداری", "میدان")
    assert place.venue.location.latitude == 35.7
    assert (await laleh.sees("شهرداری")).location == (35.7, 51.4)
    contact = await bot.send_contact(laleh.id, "+9821137", "شهرداری")
    assert contact.contact.phone_number == "+9821137"
    with pytest.raises(BadRequest, match="Wrong coordinates"):
        await bot.send_location(laleh.id, 91, 0)
    assert await bot.send_chat_action(laleh.id, "typing")
    with pytest.raises(BadRequest):
        await bot.send_chat_action(laleh.id, "dancing")


async def test_people_who_cannot_be_written_to(telegram: Telegram, bot: Bot, laleh: Person, ali: Person) -> None:
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(ali.id, "x")
    laleh.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(laleh.id, "x")
    with pytest.raises(AssertionError, match="has blocked the bot"):
        await laleh.send("x")
    await laleh.start()
    await bot.send_message(laleh.id, "x")
    laleh.deactivate()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(laleh.id, "x")
    assert telegram.problems == []


async def test_blocking_is_an_update(bot: Bot, laleh: Person) -> None:
    laleh.block()
    laleh.unblock()
    changes = [update.my_chat_member for update in await bot.get_updates()]
    assert [change.new_chat_member.status for change in changes] == ["kicked", "member"]
    assert [change.old_chat_member.status for change in changes] == ["member", "kicked"]
    assert changes[0].chat.id == laleh.id


async def test_only_the_newest_messages_are_kept(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    telegram.keep = 3
    for text in "abcd":
        await bot.send_message(laleh.id, text)
    assert [message.text for message in laleh.chat] == ["b", "c", "d"]


async def test_reply_to_another_chat(bot: Bot, laleh: Person, group: Group, ali: Person) -> None:
    said = await ali.send("x", to=group)
    answer = await bot.send_message(laleh.id, "y", reply_parameters=ReplyParameters(said.id, chat_id=group.id))
    assert answer.reply_to_message is None
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(laleh.id, "y", reply_parameters=ReplyParameters(999, chat_id=group.id))
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(laleh.id, "y", reply_parameters=ReplyParameters(1, chat_id=5))


async def test_what_a_person_formats(bot: Bot, laleh: Person) -> None:
    await laleh.send("<b>سلام</b> /start", html=True)
    message = (await bot.get_updates())[0].message
    assert message.text == "سلام /start"
    assert [entity.type for entity in message.entities] == ["bold", "bot_command"]


async def test_the_preview_of_a_link_comes_back(bot: Bot, laleh: Person) -> None:
    small = LinkPreviewOptions(prefer_small_media=True)
    sent = await bot.send_message(laleh.id, "https://a.ir", link_preview_options=small)
    assert sent.link_preview_options == small
    edited = await bot.edit_message_text("https://b.ir", laleh.id, sent.message_id)
    assert edited.link_preview_options is None


async def test_a_place_with_all_its_names(bot: Bot, laleh: Person) -> None:
    sent = await bot.send_venue(laleh.id, 35.7, 51.4, "نانوایی", "نارمک", google_place_id="x")
    assert (sent.venue.title, sent.venue.address, sent.venue.google_place_id) == ("نانوایی", "نارمک", "x")


async def test_many_are_copied_and_forwarded_together(bot: Bot, laleh: Person, group: Group) -> None:
    first = await laleh.send("یک")
    album = await laleh.send_album(2, "دو")
    numbers = [message.id for message in (first, *album)]
    copies = await bot.copy_messages(group.id, laleh.id, [*numbers, numbers[-1] + 99])
    assert [copy.message_id for copy in copies] == [message.id for message in group.messages[-3:]]
    assert [message.text for message in group.messages[-3:]] == ["یک", "دو", ""]
    groups = [message.media_group_id for message in group.messages[-3:]]
    assert groups[0] is None
    assert groups[1] == groups[2] not in {None, album[0].media_group_id}
    await bot.copy_messages(group.id, laleh.id, numbers[1:], remove_caption=True)
    assert [message.text for message in group.messages[-2:]] == ["", ""]
    await bot.forward_messages(group.id, laleh.id, numbers)
    origins = [message.raw["forward_origin"]["sender_user"]["id"] for message in group.messages[-3:]]
    assert origins == [laleh.id] * 3


async def test_none_of_many(telegram: Telegram, bot: Bot, laleh: Person, group: Group) -> None:
    kept = await bot.send_message(laleh.id, "x", protect_content=True)
    with pytest.raises(BadRequest, match="There are no messages to send"):
        await bot.copy_messages(group.id, laleh.id, [999])
    with pytest.raises(BadRequest, match="There are no messages to send"):
        await bot.forward_messages(group.id, laleh.id, [kept.message_id])
    assert telegram.problems == []
    for numbers in ([], [2, 1], [1, 1], list(range(1, 102))):
        with pytest.raises(BadRequest):
            await bot.copy_messages(group.id, laleh.id, numbers)
    assert len(telegram.problems) == 4

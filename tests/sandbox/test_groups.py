"""Groups: privacy, members, the bot coming and going, topics, migration."""

from typing import Any

import pytest
from telegram import Bot, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden

from sandbox import Group, Person, Telegram

BUTTON = {"inline_keyboard": [[{"text": "بررسی می‌کنم", "callback_data": "take:1"}]]}


async def texts(bot: Bot) -> Any:
    return [update.effective_message.text for update in await bot.get_updates()]


async def test_bot_learns_of_a_new_group(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    group = telegram.group("ناحیه", members=[laleh])
    change, service = await bot.get_updates()
    assert change.my_chat_member.chat.id == group.id < 0
    assert change.my_chat_member.chat.type == "group"
    assert change.my_chat_member.new_chat_member.status == "member"
    assert service.message.new_chat_members[0].id == telegram.bot.id


async def test_privacy(bot: Bot, group: Group, ali: Person) -> None:
    question = await bot.send_message(group.id, "سؤال")
    await ali.send("گفت‌وگو", to=group)
    await ali.send("/help", to=group)
    await ali.send("/help@hamsayeh_bot", to=group)
    await ali.send("/help@other_bot", to=group)
    await ali.send("نه /help", to=group)
    own = await ali.reply(group.messages[-1], "به خودش")
    await ali.reply(own, "باز هم")
    assert question.message_id == group.messages[1].id
    await ali.reply(group.messages[1], "به ربات")
    await ali.reply(group.messages[1], photo=True, caption="انجام شد")
    updates = await bot.get_updates()
    assert [update.message.text or update.message.caption for update in updates] == [
        "/help", "/help@hamsayeh_bot", "به ربات", "انجام شد",
    ]  # fmt: skip
    assert updates[-1].message.reply_to_message.text == "سؤال"
    assert updates[-1].message.photo


async def test_an_administrator_reads_all(bot: Bot, group: Group, ali: Person) -> None:
    group.promote_bot()
    await ali.send("گفت‌وگو", to=group)
    group.demote_bot()
    await ali.send("دیگر", to=group)
    updates = await bot.get_updates()
    assert [update.message.text for update in updates if update.message] == ["گفت‌وگو"]


async def test_press_in_a_group(bot: Bot, group: Group, ali: Person, laleh: Person) -> None:
    await bot.send_message(group.id, "گزارش", reply_markup=BUTTON)
    await ali.press("بررسی", at=group)
    query = (await bot.get_updates())[0].callback_query
    assert (query.from_user.id, query.message.chat.id) == (ali.id, group.id)
    await bot.edit_message_text("گزارش: علی", group.id, query.message.message_id)
    assert (await laleh.sees("علی", at=group)).edited
    await ali.sees("علی", at=group)
    with pytest.raises(AssertionError, match="no button"):
        await ali.press("بررسی", at=group, within=0.05)


async def test_outsiders_do_nothing_in_it(telegram: Telegram, group: Group) -> None:
    stranger = telegram.person("غریبه")
    with pytest.raises(AssertionError, match="is not in the group"):
        await stranger.send("x", to=group)


async def test_kicked_and_added_again(bot: Bot, group: Group) -> None:
    group.kick_bot()
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(group.id, "x")
    group.add_bot()
    await bot.send_message(group.id, "x")
    changes = [update.my_chat_member for update in await bot.get_updates() if update.my_chat_member]
    assert [change.new_chat_member.status for change in changes] == ["kicked", "member"]
    await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(group.id, "x")


async def test_kicked_from_a_supergroup(bot: Bot, telegram: Telegram, laleh: Person) -> None:
    group = telegram.group("بزرگ", members=[laleh], supergroup=True)
    assert str(group.id).startswith("-100")
    group.kick_bot()
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(group.id, "x")


async def test_members(bot: Bot, telegram: Telegram, group: Group, ali: Person, laleh: Person) -> None:
    sara = telegram.person("سارا")
    group.add(sara, by=ali)
    group.promote(ali)
    assert await bot.get_chat_member_count(group.id) == 4
    assert (await bot.get_chat_member(group.id, laleh.id)).status == "creator"
    assert (await bot.get_chat_member(group.id, sara.id)).status == "member"
    assert {member.user.id for member in await bot.get_chat_administrators(group.id)} == {ali.id, laleh.id}
    group.remove(sara)
    assert (await bot.get_chat_member(group.id, sara.id)).status == "left"
    with pytest.raises(BadRequest, match="User not found"):
        await bot.get_chat_member(group.id, 12)
    joined, left = (update.message for update in await bot.get_updates())
    assert joined.new_chat_members[0].id == sara.id
    assert left.left_chat_member.id == sara.id


async def test_changes_of_members_come_when_asked_for(bot: Bot, telegram: Telegram, group: Group) -> None:
    group.promote_bot()
    sara = telegram.person("سارا")
    await bot.get_updates(allowed_updates=["chat_member"])
    telegram.bot.updates.entries.clear()
    group.add(sara)
    (update,) = await bot.get_updates()
    assert update.chat_member.new_chat_member.user.id == sara.id


async def test_migration(bot: Bot, group: Group, ali: Person) -> None:
    old = group.id
    await bot.send_message(old, "پیش از آن")
    new = group.migrate()
    assert group.id == new
    assert str(new).startswith("-100")
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(old, "x")
    assert caught.value.new_chat_id == new
    await bot.send_message(new, "پس از آن")
    await ali.sees("پس از آن", at=group)
    gone, come = (update.message for update in await bot.get_updates())
    assert (gone.chat.id, gone.migrate_to_chat_id) == (old, new)
    assert (come.chat.id, come.migrate_from_chat_id) == (new, old)
    assert come.chat.type == "supergroup"
    with pytest.raises(ValueError, match="supergroup already"):
        group.migrate()


async def test_topics(bot: Bot, forum: Group, ali: Person) -> None:
    roads = forum.new_topic("معابر")
    parks = (await bot.create_forum_topic(forum.id, "پارک‌ها")).message_thread_id
    message = await bot.send_message(forum.id, "گزارش", message_thread_id=roads)
    assert message.is_topic_message
    answer = await bot.send_message(forum.id, "ادامه", reply_parameters=ReplyParameters(message.message_id))
    assert answer.message_thread_id == roads
    said = await ali.send("سلام", to=forum, topic=parks)
    update = (await bot.get_updates(offset=-1))[0]
    assert update.message.message_thread_id == parks
    assert update.message.reply_to_message.forum_topic_created.name == "پارک‌ها"
    assert said.thread == parks
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum.id, "x", message_thread_id=9999)
    await bot.delete_forum_topic(forum.id, parks)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum.id, "x", message_thread_id=parks)
    assert said.deleted


async def test_closed_topics(bot: Bot, forum: Group) -> None:
    thread = forum.new_topic("معابر")
    forum.demote_bot()
    forum.close_topic(thread)
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(forum.id, "x", message_thread_id=thread)
    with pytest.raises(BadRequest, match="Not enough rights to manage topics"):
        await bot.create_forum_topic(forum.id, "x")
    forum.reopen_topic(thread)
    await bot.send_message(forum.id, "x", message_thread_id=thread)


async def test_no_threads_outside_of_forums(bot: Bot, group: Group, laleh: Person) -> None:
    for chat in (group.id, laleh.id):
        with pytest.raises(BadRequest, match="Message thread not found"):
            await bot.send_message(chat, "x", message_thread_id=1)
    with pytest.raises(BadRequest, match="chat is not a forum"):
        await bot.create_forum_topic(group.id, "x")


async def test_message_numbers(bot: Bot, telegram: Telegram, laleh: Person, group: Group) -> None:
    """Private chats and groups count together, a supergroup counts for itself."""
    other = telegram.group("بزرگ", members=[laleh], supergroup=True)
    first = await bot.send_message(laleh.id, "x")
    second = await bot.send_message(group.id, "x")
    assert second.message_id == first.message_id + 1
    for _ in range(2):
        await bot.send_message(other.id, "x")
    third = await bot.send_message(laleh.id, "x")
    assert third.message_id == second.message_id + 1


async def test_rights(bot: Bot, group: Group, ali: Person) -> None:
    said = await ali.send("x", to=group)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(group.id, said.id)
    group.permissions["can_pin_messages"] = False
    with pytest.raises(BadRequest, match="Not enough rights"):
        await bot.pin_chat_message(group.id, said.id)
    group.promote_bot()
    await bot.pin_chat_message(group.id, said.id)
    await bot.delete_message(group.id, said.id)
    group.muted = True
    with pytest.raises(BadRequest, match="Not enough rights to send text messages"):
        await bot.send_message(group.id, "x")


async def test_renamed(bot: Bot, group: Group) -> None:
    group.rename("نو")
    assert (await bot.get_updates())[0].message.new_chat_title == "نو"
    assert (await bot.get_chat(group.id)).title == "نو"


async def test_bot_hears_nothing_of_its_own_acts(bot: Bot, forum: Group) -> None:
    await bot.create_forum_topic(forum.id, "معابر")
    await bot.send_message(forum.id, "x")
    assert await bot.get_updates() == ()


async def test_bot_manages_topics(bot: Bot, forum: Group) -> None:
    topic = await bot.create_forum_topic(forum.id, "معابر")
    place = (forum.id, topic.message_thread_id)
    await bot.edit_forum_topic(*place, name="خیابان‌ها")
    assert forum.topics[topic.message_thread_id].name == "خیابان‌ها"
    await bot.close_forum_topic(*place)
    with pytest.raises(BadRequest, match="Topic_not_modified"):
        await bot.close_forum_topic(*place)
    await bot.send_message(forum.id, "an administrator may", message_thread_id=topic.message_thread_id)
    await bot.reopen_forum_topic(*place)
    assert not forum.topics[topic.message_thread_id].closed
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.close_forum_topic(forum.id, 9999)


async def test_wrong_topics(telegram: Telegram, refused: Any, forum: Group) -> None:
    await refused("createForumTopic", chat_id=forum.id, name="x" * 129)
    await refused("createForumTopic", chat_id=forum.id, name="x", icon_color=1)
    assert len(telegram.problems) == 2

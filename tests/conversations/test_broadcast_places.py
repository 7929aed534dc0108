"""A broadcast in channels and groups: once, where they are now, and in doubt not again by itself."""

from sandbox import Channel, Group
from sandbox.chats import Message
from tests.conftest import World
from tests.conversations.announcing import DONE, NEWS, administrator, compose, confirmation, received, scheduled
from tests.conversations.story import until


async def channel_of(world: World, title: str = "کانال محله") -> Channel:
    channel = world.telegram.channel(title, world.owner)
    await world.owner.sees(f"{title} افزوده شد")
    return channel


async def choose(world: World, *titles: str) -> None:
    await world.owner.press("کانال و گروه")
    for title in titles:
        await world.owner.press(title)
    await world.owner.press("بازگشت")
    await world.owner.sees("همچنین در:")


def posts(place: Channel | Group) -> list[Message]:
    return [message for message in place.messages if message.contains(NEWS)]


async def test_places_get_it_too(world: World) -> None:
    group, channel = await world.group("n4"), await channel_of(world)
    other = await channel_of(world, "کانالی دیگر")
    await compose(world)
    await world.owner.press("دکمه")
    await world.owner.press("ثبت گزارش", at=await world.owner.sees("زیر پیام می‌آید"))
    await world.owner.sees("دکمه: 📝")
    await choose(world, channel.title, group.title)
    await world.owner.press("ارسال")
    await world.owner.sees(DONE)
    for place in (group, channel):
        [post] = posts(place)
        assert post.keyboard == [[{"text": "📝 ثبت گزارش", "url": "https://t.me/hamsayeh_bot?start=report"}]]
    assert other.messages == []
    await world.owner.start("report")
    await world.owner.sees("مشکل را همین‌جا بفرستید")


async def test_places_follow_a_group_that_moves_and_leave_out_what_is_no_longer_the_bots(world: World) -> None:
    moving, lost = await world.group("n4"), await world.group("n5")
    channel = await channel_of(world)
    await compose(world)
    await choose(world, channel.title, moving.title, lost.title)
    await scheduled(world.owner)
    await world.group("n5")  # takes the place of the other
    moving.migrate()
    world.now.move(days=2)
    await world.owner.sees("در ۱ کانال یا گروه گذاشته نشد")
    for place in (channel, moving):
        await world.owner.sees(NEWS, at=place)
    await world.owner.sees(DONE)
    assert not posts(lost)


async def test_a_post_in_doubt_is_told_and_put_there_again_only_when_asked(world: World) -> None:
    mina, channel = await administrator(world, "مینا"), await channel_of(world)
    await compose(world)
    await choose(world, channel.title)
    world.telegram.faults.drop_answer("sendMessage", chat=channel)
    await confirmation(world.owner)
    await mina.press("تأیید می‌کنم")
    first = await world.owner.sees(DONE)
    assert first.contains("معلوم نیست در کانال محله")
    assert len(posts(channel)) == 1
    world.telegram.faults.fail("sendMessage", status=400, chat=channel, description="Bad Request: no <b> way")
    await world.owner.press("دوباره در کانال محله")
    second = await world.owner.sees("در کانال محله گذاشته نشد: No <b> way")
    assert not second.contains("معلوم نیست")
    await world.owner.press("دوباره در کانال محله", at=second)
    await until(lambda: len(received(world.owner, DONE)) == 3, "a third summary")
    assert not received(world.owner, DONE)[-1].contains("کانال محله")
    assert len(posts(channel)) == 2
    for data in (f"broadcast:post:1:{channel.id}:0", "broadcast:post:1:5:0"):
        assert (await world.owner.post_press(second, {"text": "x", "callback_data": data}).answer).text, data
    assert len(posts(channel)) == 2


async def test_a_post_in_doubt_is_told_where_its_group_works_in_another_topic_by_now(world: World) -> None:
    forum = world.telegram.group("گروه ناحیه", members=[world.owner], forum=True)
    first, second = forum.new_topic("کارها"), forum.new_topic("کارهای نو")
    await bind(world, forum, first)
    summary = await doubted(world, forum)
    assert any("دوباره در گروه ناحیه" in label for label in summary.buttons)
    await bind(world, forum, second)
    await world.owner.press("دوباره در گروه ناحیه", at=summary)
    await world.owner.sees_toast("دیگر کار نمی‌کند")
    opened = await open_again(world)
    assert opened.contains("معلوم نیست در گروه ناحیه")
    assert not any("دوباره" in label for label in opened.buttons)


async def test_a_post_in_doubt_is_told_where_its_channel_is_the_bots_no_more(world: World) -> None:
    channel = await channel_of(world)
    await doubted(world, channel)
    channel.kick_bot()
    await world.owner.sees("کنار گذاشته شد")
    opened = await open_again(world)
    assert opened.contains(f"معلوم نیست در {channel.id}")
    assert not any("دوباره" in label for label in opened.buttons)


async def test_a_post_in_doubt_of_what_was_cancelled_is_told_without_asking_to_post_it_again(world: World) -> None:
    channel = await channel_of(world)
    await compose(world)
    await choose(world, channel.title)
    await world.owner.press("زمان‌بندی")
    await world.owner.press("۸ ساعت")
    await world.owner.sees("ناحیه به ناحیه")
    await world.owner.press("بازگشت")
    world.telegram.faults.drop_answer("sendMessage", chat=channel)
    await world.owner.press("ارسال")
    await world.owner.sees("در حال فرستادن")  # in place of the draft, which has another «لغو»
    await until(lambda: len(posts(channel)) == 1, "posted")
    await world.owner.press("لغو")
    await world.owner.press("بله، لغو شود")
    summary = await world.owner.sees(DONE)
    assert summary.contains("معلوم نیست در کانال محله")
    assert not summary.contains("دوباره بگذارید")
    assert not any("دوباره" in label for label in summary.buttons)


async def bind(world: World, forum: Group, topic: int) -> None:
    await world.owner.send("/bind n4", to=forum, topic=topic)
    await until(lambda: any(each.thread == topic and each.contains("کار می‌کند") for each in forum.messages), "bound")


async def doubted(world: World, place: Channel | Group) -> Message:
    """The summary of a broadcast of which it is not sure whether it has been posted there."""
    mina = await administrator(world, "مینا")
    await compose(world)
    await choose(world, place.title)
    world.telegram.faults.drop_answer("sendMessage", chat=place)
    await confirmation(world.owner)
    await mina.press("تأیید می‌کنم")
    return await world.owner.sees(DONE)


async def open_again(world: World) -> Message:
    await world.owner.send("/admin")
    await world.owner.press("پیام‌های همگانی")
    await world.owner.press("پایان‌یافته")
    return await world.owner.sees(NEWS)

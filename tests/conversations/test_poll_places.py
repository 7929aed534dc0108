"""A poll in channels and groups: once, where they are now, and in doubt not again by itself."""

import pytest

from locales.words import words
from sandbox import Channel, Group, Person
from sandbox.chats import Message
from storage import people
from tests.conftest import World
from tests.conversations.announcing import DONE, received
from tests.conversations.polling import QUESTION, Street, street
from tests.conversations.story import until
from tests.conversations.test_broadcast_places import channel_of

AGAIN = "دوباره در کانال محله"
UNSURE = "معلوم نیست در کانال محله"
UNSURE_WORDS = {"fa": UNSURE, "en": "not certain that it was posted in کانال محله", "ar": "نُشرت في کانال محله"}


async def choose(here: Street, *places: Channel | Group, native: bool = False) -> None:
    """A draft that is posted there, too."""
    await here.draft()
    await here.choose("کانال‌ها", *(place.title for place in places))
    await here.choose("نظرسنجی تلگرام" if native else "پیوند", "بازگشت")
    await here.owner.sees("هم منتشر می‌شود")


def posts(place: Channel | Group) -> list[Message]:
    return [message for message in place.messages if message.poll or message.contains(QUESTION)]


async def doubted(world: World, here: Street, channel: Channel) -> Message:
    """The summary of a poll of which it is not sure whether it has been posted there."""
    await choose(here, channel)
    world.telegram.faults.drop_answer("sendMessage", chat=channel)
    await here.owner.press("ارسال")
    summary = await here.owner.sees(DONE)
    assert len(posts(channel)) == 1
    return summary


async def pressed(person: Person, message: Message, channel: Channel) -> str:
    """What is answered to a press of «دوباره در …», whether or not it hangs under this message."""
    data = {"text": "x", "callback_data": f"broadcast:post:1:{channel.id}:0"}
    return (await person.post_press(message, data).answer).text


def refusal(key: str, language: str = "fa") -> str:
    return words(language).plain(key)


async def is_refused(here: Street, summary: Message) -> None:
    await here.owner.press(AGAIN, at=summary)
    await here.owner.sees_toast("دیگر کار نمی‌کند")


async def reads(world: World, language: str) -> None:
    """As if the administrator had chosen it."""
    assert world.app
    async with world.app.database.transaction() as tx:
        known = await people.get(tx, world.owner.id)
        assert known
        known.language = language
        people.put(tx, known)


@pytest.mark.parametrize("language", ["fa", "en", "ar"])
async def test_a_post_in_doubt_is_told_and_put_there_again_only_when_asked(world: World, language: str) -> None:
    here, channel, own = await street(world), await channel_of(world), words(language)
    await choose(here, channel)
    await reads(world, language)
    world.telegram.faults.drop_answer("sendMessage", chat=channel)
    await here.owner.press("ارسال")
    summary = await here.owner.sees(UNSURE_WORDS[language])
    assert len(posts(channel)) == 1
    again = own.plain("button-post-again", place=channel.title)
    await here.owner.press(again, at=summary)
    await until(lambda: len(posts(channel)) == 2, "posted again")
    head = summary.text.split("·")[0]
    await until(lambda: len(received(here.owner, head)) == 2, "a second summary")
    assert not received(here.owner, head)[-1].contains(channel.title)
    assert await pressed(here.owner, summary, channel) == refusal("button-old", language)
    assert len(posts(channel)) == 2


async def test_a_native_poll_that_is_refused_is_told_and_may_be_put_there_again(world: World) -> None:
    here, channel = await street(world), await channel_of(world)
    await choose(here, channel, native=True)
    world.telegram.faults.fail("sendPoll", status=400, chat=channel, description="Bad Request: no polls here")
    await here.owner.press("ارسال")
    await here.owner.sees("در کانال محله گذاشته نشد: No polls here")
    assert not posts(channel)
    await here.owner.press(AGAIN)
    await until(lambda: len(received(here.owner, DONE)) == 2, "a second summary")
    [native] = posts(channel)
    assert native.poll


async def test_a_post_that_is_forbidden_is_told_without_a_button(world: World) -> None:
    here, channel = await street(world), await channel_of(world)
    await choose(here, channel)
    said = "Forbidden: bot is not a member of the channel chat"
    world.telegram.faults.fail("sendMessage", status=403, chat=channel, description=said)
    await here.owner.press("ارسال")
    await here.owner.sees("کنار گذاشته شد")
    summary = await here.owner.sees(DONE)
    assert summary.contains(f"در {channel.id} گذاشته نشد")
    assert not any("دوباره در" in label for label in summary.buttons)


async def test_nothing_is_posted_again_where_the_place_is_the_bots_no_more(world: World) -> None:
    here, channel = await street(world), await channel_of(world)
    summary = await doubted(world, here, channel)
    channel.kick_bot()
    await here.owner.sees("کنار گذاشته شد")
    await is_refused(here, summary)
    assert len(posts(channel)) == 1


async def test_only_administrators_may_post_again(world: World) -> None:
    here, channel = await street(world), await channel_of(world)
    summary = await doubted(world, here, channel)
    assert await pressed(here.laleh, await here.laleh.sees(QUESTION), channel) == refusal("only-administrators")
    assert len(posts(channel)) == 1
    await here.owner.press(AGAIN, at=summary)
    await until(lambda: len(posts(channel)) == 2, "posted again")


async def test_nobody_is_asked_again_once_the_poll_is_over(world: World) -> None:
    here, channel = await street(world), await channel_of(world)
    summary = await doubted(world, here, channel)
    await here.close()
    await is_refused(here, summary)
    opened = await opened_again(here)
    assert opened.contains(UNSURE)
    assert not opened.contains("دوباره بگذارید")
    assert not any("دوباره در" in label for label in opened.buttons)
    assert len(posts(channel)) == 1


async def test_who_has_perhaps_not_got_it_is_not_asked_once_the_poll_is_over(world: World) -> None:
    here, again = await street(world), "ارسال دوباره به نامعلوم‌ها"
    await here.draft()
    world.telegram.faults.drop_answer("sendMessage", chat=here.reza)
    await here.owner.press("ارسال")
    summary = await here.owner.sees(DONE)
    await here.owner.press(again, at=summary)
    sure = await here.owner.sees("شاید برخی آن را دو بار بگیرند")
    await here.close()
    await here.owner.press("بله", at=sure)
    await here.owner.sees_toast("دیگر کار نمی‌کند")
    await here.owner.send("/admin")
    await here.owner.press("پیام‌های همگانی")
    await here.owner.press("پایان‌یافته")
    opened = await here.owner.sees("نامعلوم: ۱")
    assert not any("ارسال دوباره" in label for label in opened.buttons)
    assert len([message for message in here.reza.messages if message.contains(QUESTION)]) == 1


async def opened_again(here: Street) -> Message:
    await here.owner.send("/admin")
    await here.owner.press("پیام‌های همگانی")
    await here.owner.press("پایان‌یافته")
    return await here.owner.sees(UNSURE)


async def test_a_poll_that_waits_follows_a_group_that_moves_and_leaves_out_what_is_lost(world: World) -> None:
    here, channel = await street(world), await channel_of(world)
    moving = await world.group("n4")
    await choose(here, channel, moving)
    await here.choose("🟢 آغاز")
    await here.owner.send("فردا ساعت ۱۰")
    await here.owner.sees("آغاز:")
    await here.owner.press("ارسال")
    await here.owner.sees("در انتظار آغاز")
    moving.migrate()
    channel.kick_bot()
    await here.owner.sees("کنار گذاشته شد")
    world.now.move(days=2)
    await world.tick()
    await here.owner.sees("در ۱ کانال یا گروه گذاشته نشد")
    await here.owner.sees(DONE)
    assert len(posts(moving)) == 1
    assert not posts(channel)

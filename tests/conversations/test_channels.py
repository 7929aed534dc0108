"""The district's channels: who brings the bot into them, and what becomes of that."""

import logging

import pytest

from handlers.voice import Address, Voice
from locales.words import Html
from sandbox import Channel, Person
from storage import channels
from storage.channels import Channel as Known
from storage.outbox import BULK
from tests.conftest import World
from tests.conversations.announcing import received
from tests.conversations.story import settled

ADDED, LOST = "افزوده شد", "کنار گذاشته شد"


async def known(world: World) -> list[Known]:
    """Once all that has happened so far is dealt with: the bot takes it in its order."""
    assert world.app
    await world.owner.send("/cancel")
    await world.owner.sees("نیمه‌تمامی ندارید")
    await settled(world, failed=True)
    async with world.app.database.transaction() as tx:
        return await channels.all(tx)


async def post(world: World, channel: Channel, *texts: str) -> None:
    app = world.app
    assert app
    async with app.database.transaction() as tx:
        voice = Voice(tx, app.house, app.now())
        for text in texts:
            voice.write(Address(channel.id), Html(text), lane=BULK)
    app.delivery.accept(voice.letters)


async def administrator(world: World) -> Person:
    maryam = world.telegram.person("مریم", language="en")
    await world.owner.send("/invite administrator")
    link = await world.owner.sees("start=")
    await maryam.start(link.text.split("start=")[1].split()[0])
    await maryam.sees("Welcome")
    return maryam


@pytest.fixture
async def channel(world: World) -> Channel:
    """With the bot in it."""
    channel = world.telegram.channel("منطقهٔ ۴", world.owner)
    await world.owner.sees(ADDED)
    return channel


async def test_a_channel_of_an_administrator_is_remembered_and_everyone_in_charge_is_told(world: World) -> None:
    maryam = await administrator(world)
    channel = world.telegram.channel("منطقهٔ <۴>", world.owner)
    assert (await world.owner.sees(ADDED)).html.startswith("کانال منطقهٔ &lt;۴&gt; افزوده شد")
    await maryam.sees("was added")
    (found,) = await known(world)
    assert (found.chat_id, found.title, found.added_by) == (channel.id, "منطقهٔ <۴>", world.owner.id)
    assert channel.messages == [], "nothing is posted there unasked"
    await post(world, channel, "<b>خبر</b>")
    assert (await world.owner.sees("خبر", at=channel)).html == "<b>خبر</b>"


async def test_a_channel_of_a_stranger_is_not_used(world: World, caplog: pytest.LogCaptureFixture) -> None:
    laleh = world.telegram.person("لاله")
    with caplog.at_level(logging.INFO):
        channel = world.telegram.channel("فروشگاه", laleh)
        assert await known(world) == []
    assert f"channel {channel.id} is not used: {laleh.id}, who added the bot, is no administrator here" in caplog.text
    channel.dismiss_bot()
    assert await known(world) == []
    assert not received(world.owner, "کانال")


async def test_a_stranger_who_becomes_an_administrator_adds_it_again(world: World) -> None:
    maryam = world.telegram.person("مریم")
    channel = world.telegram.channel("منطقه", maryam)
    await world.owner.send("/invite administrator")
    link = await world.owner.sees("start=")
    await maryam.start(link.text.split("start=")[1].split()[0])
    await maryam.sees("خوش آمدید")
    channel.dismiss_bot()
    channel.add_bot()
    await maryam.sees(ADDED)
    assert [found.chat_id for found in await known(world)] == [channel.id]


@pytest.mark.parametrize("how", ["dismiss_bot", "kick_bot"])
async def test_a_channel_without_the_bot_is_forgotten(world: World, channel: Channel, how: str) -> None:
    stranger = world.telegram.person("دیگری")
    channel.add(stranger, "administrator")
    getattr(channel, how)(by=stranger)
    await world.owner.sees(LOST)
    assert await known(world) == []
    channel.add_bot()
    await world.owner.sees(ADDED)
    await post(world, channel, "خبر")
    await world.owner.sees("خبر", at=channel)


async def test_one_where_the_bot_may_not_post_is_of_no_use(world: World) -> None:
    channel = world.telegram.channel("منطقه", world.owner, bot=False)
    channel.may_post = False
    channel.add_bot()
    await world.owner.sees("اجازهٔ فرستادن پیام ندارد")
    assert await known(world) == []
    channel.let_post(may=True)
    await world.owner.sees(ADDED)
    channel.let_post(may=False)
    await world.owner.sees(LOST)
    assert await known(world) == []


async def test_another_administrator_of_the_channel_may_change_what_the_bot_may_do(
    world: World, channel: Channel
) -> None:
    """A change of rights brings the channel's newest title with it."""
    stranger = world.telegram.person("دیگری")
    channel.add(stranger, "administrator")
    channel.rename("منطقهٔ چهار")
    channel.let_post(may=True, by=stranger)
    (found,) = await known(world)
    assert (found.title, found.added_by) == ("منطقهٔ چهار", world.owner.id)
    assert not received(world.owner, LOST)


async def test_what_people_post_there_is_nobodys_business(world: World, channel: Channel) -> None:
    await world.owner.send("/start", to=channel)
    await known(world)
    assert not any(message.from_bot for message in channel.messages)


REFUSALS = [
    (400, "Bad Request: need administrator rights in the channel chat"),
    (400, "Bad Request: chat not found"),
    (403, "Forbidden: bot is not a member of the channel chat"),
    (403, "Forbidden: bot was kicked from the channel chat"),
]


@pytest.mark.parametrize(("status", "words"), REFUSALS)
async def test_a_channel_that_refuses_is_given_up_and_all_that_waits_for_it(
    world: World, channel: Channel, status: int, words: str
) -> None:
    """Telegram need not have told of it before; it is asked no second time."""
    world.telegram.faults.fail("sendMessage", status=status, description=words, chat=channel.id)
    await post(world, channel, "یک", "دو", "سه")
    await world.owner.sees(LOST)
    assert await known(world) == []
    assert channel.messages == []


async def test_what_is_written_while_a_channel_is_given_up_is_told_of_no_second_time(
    world: World, channel: Channel
) -> None:
    status, words = REFUSALS[0]
    world.telegram.faults.fail("sendMessage", status=status, times=9, description=words, chat=channel.id)
    for number in range(9):
        await post(world, channel, f"خبر {number}")
    await world.owner.sees(LOST)
    assert await known(world) == []
    assert (channel.messages, len(received(world.owner, LOST))) == ([], 1)

"""What stories of broadcasts have in common."""

from sandbox import Person
from sandbox.chats import Message
from storage import broadcasts
from storage.broadcasts import Broadcast, Call
from tests.conftest import World

NEWS = "فردا آب محله از ساعت ۹ تا ۱۲ قطع است."
DONE = "خلاصهٔ پیام همگانی"


async def resident(world: World, name: str, **options: object) -> Person:
    """Somebody who has said hello."""
    person = world.telegram.person(name, **options)  # type: ignore[arg-type]
    await person.start()
    await person.wait(person.chat, lambda: person.seen(person.chat, "🌿"), "greeting")
    return person


async def administrator(world: World, name: str) -> Person:
    """Somebody who has opened an administrator's invitation."""
    await world.owner.send("/invite administrator")
    payload = (await world.owner.sees("start=")).text.split("start=")[1].split()[0]
    person = world.telegram.person(name)
    await person.start(payload)
    await person.sees("مدیر سامانه")
    return person


async def dismissed(world: World, name: str) -> None:
    """The only one with a role has none any more."""
    await world.owner.send("/admin")
    await world.owner.press("مدیران و نقش‌ها")
    await world.owner.press(name, at=await world.owner.sees("نقش‌ها"))
    await world.owner.press("بله، برداشته شود")
    await world.owner.sees("هنوز کسی نقشی")


async def compose(world: World, text: str = NEWS, by: Person | None = None) -> Message:
    """As far as the panel: a message for everybody."""
    author = by or world.owner
    await author.send("/broadcast")
    await author.sees("همین‌جا بفرستید")
    await author.send(text)
    await author.sees("برای چه کسانی")
    await author.press("همه")
    return await author.sees("پیش‌نویس")


async def announce(world: World, text: str = NEWS, by: Person | None = None) -> None:
    await compose(world, text, by)
    await (by or world.owner).press("ارسال")


async def scheduled(author: Person) -> Message:
    """From the panel on its way, for tomorrow; the message with its beginning."""
    await author.press("زمان‌بندی")
    await author.send("فردا ۱۰ صبح")
    await author.sees("ساعت ۱۰:۰۰")
    await author.press("ارسال")
    return await author.sees("آغاز:")


async def confirmation(author: Person) -> None:
    """From the panel as far as the second administrator's question."""
    await author.press("فوری شود")
    await author.sees("🚨 فوری")
    await author.press("ارسال")
    await author.sees("در انتظار تأیید")


async def spread(world: World) -> None:
    """On its way, but nobody's turn has come yet."""
    await compose(world)
    await world.owner.press("زمان‌بندی")
    await world.owner.press("۸ ساعت")
    await world.owner.sees("ناحیه به ناحیه")
    await world.owner.press("بازگشت")
    await world.owner.press("ارسال")
    await world.owner.sees("در حال فرستادن")


async def gets_none(world: World, person: Person, by: Person | None = None) -> None:
    """Not even when a later broadcast, of this author, has gone to everybody."""
    author = by or world.owner
    before = len(received(author, DONE))
    await announce(world, "بعدی", by)
    await author.wait(author.chat, lambda: received(author, DONE)[before:] or None, "sees no later summary")
    assert not received(person, NEWS)


async def draft(world: World) -> Broadcast:
    """The owner's draft, as it is remembered."""
    assert world.app
    async with world.app.database.transaction() as tx:
        found = await broadcasts.draft_of(tx, world.owner.id)
    assert found
    return found


async def newest(world: World) -> Broadcast:
    assert world.app
    async with world.app.database.transaction() as tx:
        return (await broadcasts.newest(tx, 1))[0]


async def content(world: World, number: int) -> dict[str, list[Call]]:
    assert world.app
    async with world.app.database.transaction() as tx:
        return await broadcasts.content(tx, number)


def received(person: Person, words: str) -> list[Message]:
    """How often somebody got it."""
    return [message for message in person.messages if message.from_bot and message.contains(words)]

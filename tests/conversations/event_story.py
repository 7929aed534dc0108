"""What the stories of events have in common: an officer, an event, residents."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sandbox import Person
from sandbox.chats import Message
from storage import events, registrations
from storage.events import Event
from storage.registrations import Registration
from tests.conftest import World

TEHRAN = ZoneInfo("Asia/Tehran")
TITLE = "کارگاه تفکیک پسماند"
WORDS = "یاد می‌گیریم پسماند را جدا کنیم."


async def officer(world: World, name: str = "نرگس", centre: str = "c_golshan") -> Person:
    """Somebody who has opened an invitation."""
    person = world.telegram.person(name)
    await world.owner.send(f"/invite officer {centre}")
    message = await world.owner.sees("پیوند دعوت")
    await person.start(message.text.split("start=")[1].split()[0])
    await person.sees("خوش آمدید")
    return person


async def resident(world: World, name: str) -> Person:
    person = world.telegram.person(name)
    await person.start()
    await person.sees("خوش آمدید")
    return person


def moment(world: World, days: int, hour: int = 16) -> str:
    """As people may write it."""
    day = datetime.fromtimestamp(world.now(), TEHRAN).date() + timedelta(days=days)
    return f"{day.isoformat()} {hour}:00"


def form(world: World, days: int = 3, **fields: str) -> str:
    given = {"عنوان": TITLE, "زمان": moment(world, days), "مدت": "۹۰", "محل": "c_golshan", "شرح": WORDS, **fields}
    return "/newevent\n" + "\n".join(f"{name}: {value}" for name, value in given.items())


async def published(world: World, by: Person, days: int = 3, **fields: str) -> Event:
    """An event, made by a form."""
    await by.send(form(world, days, **fields))
    await by.sees("پیش‌نمایش")
    await by.press("انتشار")
    await by.sees("منتشر شد")
    return await newest(world)


async def newest(world: World) -> Event:
    assert world.app
    async with world.app.database.transaction() as tx:
        rows = await tx.fetch_all("SELECT MAX(id) FROM event")
        event = await events.get(tx, rows[0][0])
    assert event
    return event


async def count(world: World) -> int:
    assert world.app
    async with world.app.database.transaction() as tx:
        return int((await tx.fetch_all("SELECT COUNT(*) FROM event"))[0][0])


async def registration(world: World, event: Event, person: Person) -> Registration | None:
    assert world.app
    async with world.app.database.transaction() as tx:
        return await registrations.get(tx, event.id, person.id)


async def opened(person: Person, event: Event) -> Message:
    """The card, by its link."""
    await person.start(f"e{event.id}")
    return await person.sees(event.title)


async def comes(person: Person, event: Event) -> None:
    await opened(person, event)
    await person.press("می‌آیم")
    await person.sees("نام شما ثبت شده است")

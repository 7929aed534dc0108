"""What the stories of events have in common: an officer, an event, residents, and what they carry to the door."""

import io
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PIL import Image

from locales.text import persian_digits
from sandbox import Person
from sandbox.chats import Message
from storage import events, registrations
from storage.events import Event
from storage.registrations import Registration
from tests.conftest import World

TEHRAN = ZoneInfo("Asia/Tehran")
TITLE = "کارگاه تفکیک پسماند"
WORDS = "یاد می‌گیریم پسماند را جدا کنیم."
TOGETHER = {"زمان": "فردا ۱۶", "ظرفیت": "۳۰", "هر ثبت‌نام": "۳"}  # a workshop to which friends come
DAY, HOUR = 86400, 3600


def long_night() -> str:
    """Quiet hours that have begun, and have most of a day to go: from 00:00 to 23:59 leaves a minute of noise."""
    hour = datetime.now(TEHRAN).hour
    return f"{(hour - 1) % 24:02}:00-{(hour - 2) % 24:02}:00"


async def officer(world: World, name: str = "مریم", centre: str = "c_golshan") -> Person:
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


async def comes(person: Person, event: Event, count: int = 1) -> Message:
    """Registered, with the card in hand."""
    await opened(person, event)
    await person.press("می‌آیم")
    if event.seats_each > 1:
        await person.press(persian_digits(f"{count} نفر"))
    return await person.sees("نام شما ثبت شده است")


async def follows(person: Person, sort: str, choice: str) -> None:
    """From now on they hear of such events."""
    await person.send("/events")
    await person.press("خبرها و یادآوری‌ها")
    await person.press(sort, at=await person.sees("خبرها و یادآوری‌های رویدادها"))
    await (await person.press(choice, at=await person.sees("روشن یا خاموش"))).answer


async def desk(officer: Person) -> Message:
    """What is theirs to look after; not an older list, in which the same buttons may stand."""
    await officer.send("/events")
    await officer.press("ادارهٔ رویدادها", at=await officer.sees("رویداد"))
    return await officer.sees("مرکز شما")


async def lives(person: Person, desk: str, neighbourhood: str) -> None:
    """As they say in the settings."""
    await person.send("/settings")
    await person.press("محلهٔ من")
    await person.press(desk)
    await person.wait(person.chat, lambda: _offered(person, neighbourhood), f"no {neighbourhood} in {desk}")
    await person.press(neighbourhood)
    await person.sees(neighbourhood)


def _offered(person: Person, label: str) -> bool | None:
    return any(label in message.buttons for message in person.messages) or None


def media(world: World, message: Message) -> bytes:
    """The bytes that Telegram has of what a message carries."""
    held = message.document or (message.photo or [{}])[-1]
    return world.telegram.bot.files[held["file_id"]].data


def photographed(png: bytes, width: int = 420) -> bytes:
    """Askew on a table, and squeezed as phones do."""
    table = Image.new("L", (1280, 960), 110)
    code = Image.open(io.BytesIO(png)).convert("L").resize((width, width))
    table.paste(code.rotate(9, expand=True, fillcolor=110), (300, 120))
    jpeg = io.BytesIO()
    table.save(jpeg, "JPEG", quality=60)
    return jpeg.getvalue()

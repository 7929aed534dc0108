"""What stories of events have in common."""

import io

from PIL import Image

from sandbox import Person
from sandbox.chats import Message
from tests.conftest import World

WORKSHOP = """/newevent
عنوان: کارگاه تفکیک پسماند
زمان: فردا ۱۶
مدت: ۹۰
محل: c_golshan
ظرفیت: ۳۰
هر ثبت‌نام: ۳
شرح: یاد می‌گیریم پسماند را جدا کنیم."""
TITLE = "کارگاه تفکیک پسماند"
DAY, HOUR = 86400, 3600


async def officer(world: World, name: str = "مریم", centre: str = "c_golshan") -> Person:
    """Somebody who has opened an officer's invitation."""
    await world.owner.send(f"/invite officer {centre}")
    payload = (await world.owner.sees("start=")).text.split("start=")[1].split()[0]
    person = world.telegram.person(name)
    await person.start(payload)
    await person.sees("خوش آمدید")
    return person


async def published(maker: Person, form: str = WORKSHOP) -> None:
    """The officer has its page before them."""
    await maker.send(form)
    await maker.press("انتشار")
    await maker.sees("منتشر شد")


async def comes(person: Person, count: int = 1, number: int = 1) -> Message:
    """Registered, with the card in hand."""
    await person.start(f"e{number}")
    await person.press("می‌آیم")
    await person.press(f"{_digits(count)} نفر")
    return await person.sees("نام شما ثبت شده است")


def _digits(count: int) -> str:
    return str(count).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))


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

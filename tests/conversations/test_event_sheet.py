"""A month of events from one table: offered, filled in, put right, previewed, published; all of it or nothing."""

import io
from datetime import datetime

import openpyxl
import pytest

from sandbox import Person
from services import rights
from storage import events
from tests.conftest import World
from tests.conversations.event_story import DAY, follows, media, officer, resident
from tests.conversations.silence import all_said
from tests.conversations.story import bot_messages

XLSX = {"name": "آذر.xlsx", "mime": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
GAPPY = "عنوان,زمان,محل\n,,\nشب شعر,فردا ۲۳,c_golshan\n,,\nیوگا,فردا ۷ صبح,c_golshan\n"
CSV = "عنوان,زمان,محل,ظرفیت\nیوگا,فردا ۷ صبح,c_golshan,۲۰\nشب شعر,فردا ۱۸,c_golshan,\n"


@pytest.fixture
async def maryam(world: World) -> Person:
    return await officer(world)


def filled(template: bytes, *rows: list[object]) -> bytes:
    """The table that the bot gave, with rows under its head."""
    book = openpyxl.load_workbook(io.BytesIO(template))
    assert book.active is not None
    head = [str(cell.value) for cell in book.active[1]]
    for row in rows:
        given = dict(zip(("عنوان", "زمان", "محل", "ظرفیت"), row, strict=False))
        book.active.append([given.get(name) for name in head])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


async def count(world: World) -> int:
    assert world.app
    async with world.app.database.transaction() as tx:
        return len(await events.of_centres(tx, world.app.house.city.centres, 0, 1000))


async def test_the_template_is_filled_in_and_published(world: World, maryam: Person) -> None:
    laleh = await resident(world, "لاله")
    await follows(laleh, "مرکزها", "سرای محلهٔ گلشن")
    await maryam.send("/newevent")
    await maryam.press("چند رویداد با جدول")
    template = media(world, await maryam.sees("این جدول را پر کنید", within=15))
    tomorrow = datetime.fromtimestamp(world.now() + DAY).replace(hour=16, minute=0, tzinfo=None)  # noqa: DTZ006
    data = filled(template, ["یوگا", "فردا ۷ صبح", "c_golshan", 20], ["شب شعر", tomorrow, "سرای محلهٔ گلشن", "۳۰"])
    await maryam.send_document(data=data, **XLSX)
    await maryam.sees("جدول رسید")
    preview = await maryam.sees("۲ رویداد آمادهٔ انتشار است", within=15)
    assert preview.contains("شب شعر")
    assert await count(world) == 0
    await maryam.press("انتشار")
    await maryam.sees("۲ رویداد منتشر شد. به ۱ نفر")
    message = await laleh.sees("رویدادهای تازه")
    assert message.contains("یوگا")
    assert message.contains("شب شعر")
    await all_said(world)
    assert len([each for each in bot_messages(laleh) if each.contains("🎭 رویدادهای تازه")]) == 1
    assert await count(world) == 2
    await laleh.press("رویدادها", at=message)
    await laleh.press("یوگا")
    await laleh.sees("جای خالی: ۲۰ از ۲۰")


async def test_a_table_with_a_fault_makes_nothing_and_says_where(world: World, maryam: Person) -> None:
    wrong = CSV.replace("فردا ۱۸", "یک روزی").replace("۲۰", "بیست‌تا")
    await maryam.send("/newevent")
    await maryam.sees("عنوان رویداد چیست")
    await maryam.send_document(data=wrong.encode(), name="آذر.csv", mime="text/csv")
    message = await maryam.sees("هیچ رویدادی ساخته نشد", within=15)
    assert "۲ ایراد" in message.text
    assert message.contains("سطر ۲، ستون ظرفیت: ظرفیت باید عدد باشد")
    assert message.contains("سطر ۳، ستون زمان: این زمان را نفهمیدم")
    assert await count(world) == 0
    await maryam.send_document(caption="/newevent", data=CSV.encode(), name="آذر.csv", mime="text/csv")
    await maryam.sees("۲ رویداد آمادهٔ انتشار است", within=15)


async def test_faults_are_named_in_the_readers_language(world: World, maryam: Person) -> None:
    await maryam.send("/settings")
    await maryam.press("English")
    await maryam.sees("English")
    wrong = CSV.replace("فردا ۱۸", "some day")
    await maryam.send_document(caption="/newevent", data=wrong.encode(), name="azar.csv", mime="text/csv")
    assert (await maryam.sees("No event was made", within=15)).contains("Row 3, column زمان: ")


async def test_a_table_is_published_once(world: World, maryam: Person) -> None:
    await maryam.send_document(caption="/newevent", data=CSV.encode(), name="آذر.csv", mime="text/csv")
    preview = await maryam.sees("۲ رویداد آمادهٔ انتشار است", within=15)
    kept = next(row[0] for row in preview.raw["reply_markup"]["inline_keyboard"] if "انتشار" in str(row))
    await maryam.press("انتشار")
    await maryam.sees("۲ رویداد منتشر شد")
    maryam.post_press(preview, kept)
    await maryam.sees_toast("دیگر کار نمی‌کند")
    assert await count(world) == 2


async def test_whoever_has_lost_the_role_publishes_nothing(world: World, maryam: Person) -> None:
    await maryam.send_document(caption="/newevent", data=CSV.encode(), name="آذر.csv", mime="text/csv")
    await maryam.sees("۲ رویداد آمادهٔ انتشار است", within=15)
    assert world.app
    async with world.app.database.transaction() as tx:
        await rights.revoke(tx, maryam.id, rights.OFFICER, "c_golshan", by=world.owner.id, now=world.now())
    await maryam.press("انتشار")
    await maryam.sees("این مرکز در نقش شما نیست")
    assert await count(world) == 0


async def test_a_time_that_has_passed_meanwhile_publishes_nothing(world: World, maryam: Person) -> None:
    await maryam.send_document(caption="/newevent", data=GAPPY.encode(), name="آذر.csv", mime="text/csv")
    await maryam.sees("۲ رویداد آمادهٔ انتشار است", within=15)
    here = datetime.fromtimestamp(world.now(), world.settings.zone)
    world.now.move(seconds=DAY + (12 - here.hour) * 3600)
    await maryam.press("انتشار")
    assert "سطر ۵: این زمان گذشته است" in (await maryam.sees("۱ ایراد")).text
    assert await count(world) == 0


async def test_what_is_no_table_is_said_to_be_none(world: World, maryam: Person) -> None:
    await maryam.send_document(caption="/newevent", data=b"PK\x03\x04broken", **XLSX)
    await maryam.sees("این پرونده خوانده نشد", within=15)
    await maryam.send_document(caption="/newevent", data=CSV.encode(), size=11 * 2**20, **XLSX)
    await maryam.sees("این پرونده خوانده نشد", within=15)


async def test_tables_of_residents_belong_to_their_reports(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.start()
    await laleh.send_document(caption="/newevent", data=CSV.encode(), name="آذر.csv", mime="text/csv")
    await laleh.sees("کجاست")

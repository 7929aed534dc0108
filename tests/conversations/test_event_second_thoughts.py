"""What is called off before people have heard of it."""

from sandbox import Person
from storage import broadcasts, events
from storage.database import Transaction
from storage.events import Event
from tests.conftest import World, make_world
from tests.conversations.event_story import TITLE, desk, follows, long_night, moment, officer, published, resident

CSV = "عنوان,زمان,محل\nیوگا,فردا ۷ صبح,c_golshan\nشب شعر,فردا ۱۸,c_golshan\n"


async def announced(world: World) -> list[tuple[Event, str]]:
    """Each event with the state of what announces it."""
    assert world.app
    async with world.app.database.transaction() as tx:
        numbers = [row[0] for row in await tx.fetch_all("SELECT id FROM event ORDER BY id")]
        found = [await events.get(tx, number) for number in numbers]
        return [(event, await _state(tx, event)) for event in found if event]


async def _state(tx: Transaction, event: Event) -> str:
    made = await broadcasts.get(tx, event.broadcast) if event.broadcast else None
    return made.state if made else ""


async def call_off(person: Person, title: str) -> None:
    await person.press(title, at=await desk(person))
    await person.press("لغو رویداد", at=await person.sees("ثبت‌نام:"))
    await person.press("بله، لغو شود")
    await person.sees("لغو شد و خبر دادیم")


async def test_of_a_table_those_that_are_not_called_off_are_announced(database_url: str) -> None:
    async with make_world(database_url, quiet_hours=long_night()) as world:
        await world.start()
        laleh, maryam = await resident(world, "لاله"), await officer(world)
        await follows(laleh, "مرکزها", "سرای محلهٔ گلشن")
        await maryam.send_document("/newevent", data=CSV.encode(), name="آذر.csv", mime="text/csv")
        await maryam.sees("۲ رویداد آمادهٔ انتشار است", within=15)
        await maryam.press("انتشار")
        await maryam.sees("۲ رویداد منتشر شد")
        assert [state for _, state in await announced(world)] == ["scheduled"] * 2
        await call_off(maryam, "یوگا")
        assert [state for _, state in await announced(world)] == ["cancelled", "scheduled"]
        await call_off(maryam, "شب شعر")
        assert [state for _, state in await announced(world)] == ["cancelled", "cancelled"]


async def test_of_a_series_the_week_that_is_the_first_by_then_is_announced(database_url: str) -> None:
    async with make_world(database_url, quiet_hours=long_night()) as world:
        await world.start()
        laleh, maryam = await resident(world, "لاله"), await officer(world)
        await follows(laleh, "مرکزها", "سرای محلهٔ گلشن")
        await published(world, maryam, **{"تکرار تا": moment(world, 12).split()[0]})
        await call_off(maryam, TITLE)
        (first, of_first), (second, of_second) = await announced(world)
        assert (first.state, of_first) == ("cancelled", "cancelled")
        assert (second.state, of_second) == ("published", "scheduled")
        assert second.broadcast != first.broadcast

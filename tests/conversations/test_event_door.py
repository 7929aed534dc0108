"""From the card on the phone to the list at the door, the file of those who came, and the question next morning."""

import io
from datetime import datetime

import icalendar
import openpyxl
import pytest

from sandbox import Person
from services import qr
from tests.conftest import World
from tests.conversations.event_story import (
    DAY,
    HOUR,
    TITLE,
    TOGETHER,
    comes,
    desk,
    media,
    newest,
    officer,
    photographed,
    published,
    registration,
    resident,
)
from tests.conversations.story import settled


@pytest.fixture
async def maryam(world: World) -> Person:
    """The officer of the centre, with an event tomorrow at 16."""
    maryam = await officer(world)
    await published(world, maryam, **TOGETHER)
    return maryam


@pytest.fixture
async def laleh(world: World, maryam: Person) -> Person:
    """She comes, with a friend."""
    laleh = await resident(world, "لاله")
    await comes(laleh, await newest(world), 2)
    return laleh


async def card_of(world: World, person: Person) -> bytes:
    await person.press("کارت ورود")
    message = await person.sees("این کارت را هنگام ورود نشان دهید")
    return media(world, message)


async def looks_after(maryam: Person) -> None:
    """The event that is hers."""
    await maryam.press(TITLE, at=await desk(maryam))


async def to_the_door(world: World, maryam: Person) -> None:
    """It is tomorrow, half an hour before it begins; Maryam has the list of those who come before her."""
    here = datetime.fromtimestamp(world.now(), world.settings.zone)
    world.now.move(seconds=DAY + (15 - here.hour) * HOUR + (30 - here.minute) * 60)
    await looks_after(maryam)
    await maryam.press("🚪 ورود", at=await maryam.sees("ثبت‌نام:"))
    await maryam.sees("تا کنون")


async def test_whoever_comes_gets_the_event_for_their_calendar(world: World, laleh: Person) -> None:
    await laleh.press("تقویم")
    message = await laleh.sees("به تقویم گوشی‌تان")
    assert message.document
    assert message.document["file_name"].endswith(".ics")
    (entry,) = icalendar.Calendar.from_ical(media(world, message)).walk("VEVENT")
    assert entry["SUMMARY"] == TITLE
    assert "سرا" in entry["LOCATION"]
    assert entry["URL"] == "https://t.me/hamsayeh_bot?start=e1"
    assert entry.start.astimezone(world.settings.zone).hour == 16
    assert len(entry.walk("VALARM")) == 2


async def test_whoever_has_left_gets_neither_calendar_nor_card(world: World, laleh: Person) -> None:
    card = await laleh.sees("نام شما ثبت شده است")
    await laleh.press("کارت ورود", at=card)
    await laleh.sees("این کارت را")
    kept = next(row for row in card.raw["reply_markup"]["inline_keyboard"] if "تقویم" in str(row))
    await laleh.press("نمی‌آیم", at=card)
    await laleh.sees_toast("ثبت شد که نمی‌آیید")
    assert "تقویم" not in str((await laleh.sees(TITLE)).raw["reply_markup"])
    laleh.post_press(card, kept[1])
    await laleh.sees_toast("نام شما در این رویداد نیست")


async def test_the_photograph_of_a_card_lets_its_holder_in_once(world: World, maryam: Person, laleh: Person) -> None:
    card = await card_of(world, laleh)
    await to_the_door(world, maryam)
    await maryam.press("ورود با کارت")
    await maryam.sees("عکس کارت ورود مهمانان")
    await maryam.send_photo(data=photographed(card))
    await maryam.sees("لاله خوش آمدند: ۲ نفر")
    await maryam.sees("تا کنون ۲ نفر از ۲ نفر آمده‌اند")
    await maryam.send_photo(data=photographed(card))
    await maryam.sees("پیش‌تر، ساعت ۱۵:۳")
    await maryam.send_photo()
    await maryam.sees("کارتی پیدا نکردیم")


async def test_fewer_may_have_come_and_a_mistake_is_taken_back(world: World, maryam: Person, laleh: Person) -> None:
    card = await card_of(world, laleh)
    await to_the_door(world, maryam)
    await maryam.send_photo(caption="ورود", data=photographed(card))
    await maryam.sees("لاله خوش آمدند: ۲ نفر")
    await maryam.press("۱ نفر")
    await maryam.sees("تا کنون ۱ نفر از ۲ نفر")
    await maryam.press("نیامده است")
    await maryam.sees("پس گرفته شد")
    await maryam.sees("تا کنون ۰ نفر از ۲ نفر")


async def test_a_card_from_elsewhere_is_not_taken_for_one_of_this_event(
    world: World, maryam: Person, laleh: Person
) -> None:
    card = await card_of(world, laleh)
    await published(world, maryam, عنوان="شب شعر", زمان="فردا ۱۷")
    await maryam.press("🚪 ورود")
    await maryam.press("ورود با کارت")
    await maryam.send_photo(data=photographed(card))
    await maryam.sees("این کارت برای رویداد دیگری است: کارگاه تفکیک پسماند")


async def test_the_link_of_a_card_lets_in_for_officers_alone(world: World, maryam: Person, laleh: Person) -> None:
    card = await card_of(world, laleh)
    payload = (await qr.read(card))[0].split("start=")[1]
    await to_the_door(world, maryam)
    stranger = world.telegram.person("رضا")
    other = await officer(world, "سهراب", _other_centre(world))
    for person in (stranger, other):
        await person.start(payload)
        await person.sees("با مسئولان رویدادهای مرکز است")
    await laleh.start(payload)
    await laleh.sees("نام شما ثبت شده است")
    await maryam.start(payload)
    await maryam.sees("لاله خوش آمد")
    await maryam.start("q_nobody-has-this")
    await maryam.sees("این کارت را نمی‌شناسیم")


def _other_centre(world: World) -> str:
    assert world.app
    return next(code for code in world.app.house.city.centres if code != "c_golshan")


async def test_too_early_nobody_is_let_in(world: World, maryam: Person, laleh: Person) -> None:
    await maryam.press("🚪 ورود")
    await maryam.press("لاله")
    await maryam.sees_toast("از شش ساعت پیش از آغاز")


async def test_the_list_takes_taps_and_names(world: World, maryam: Person, laleh: Person) -> None:
    reza, event = world.telegram.person("رضا"), await newest(world)
    await comes(reza, event)
    await to_the_door(world, maryam)
    listed = await maryam.sees("تا کنون ۰ نفر از ۳ نفر")
    let_in = next(row[0] for row in listed.raw["reply_markup"]["inline_keyboard"] if "⬜ لاله" in row[0]["text"])
    await maryam.press("⬜ لاله · ۲ نفر")
    listed = await maryam.sees("تا کنون ۲ نفر از ۳ نفر")
    await maryam.post_press(listed, let_in).answer  # as another officer may, who has not seen it yet
    theirs = await registration(world, event, laleh)
    assert theirs
    assert theirs.came == 2
    await maryam.press("✅ لاله")
    await maryam.sees("تا کنون ۰ نفر از ۳ نفر")
    await maryam.press("ورود با کارت")
    await maryam.send("رض")
    await maryam.sees("با این نام ۱ ثبت‌نام هست")
    await maryam.press("⬜ رضا")
    await maryam.sees("تا کنون ۱ نفر از ۳ نفر")
    await maryam.send("کیوان")
    await maryam.sees("کسی که نامش با «کیوان» آغاز شود")
    await maryam.press("پایان ورود")
    await maryam.send("چراغ کوچه سوخته")
    await maryam.sees("کجاست")


async def test_a_calendar_hears_that_an_event_is_called_off(world: World, maryam: Person, laleh: Person) -> None:
    await maryam.press("لغو رویداد")
    await maryam.press("بله، لغو شود")
    await laleh.sees("این رویداد لغو شد")
    await laleh.start("e1")
    card = await laleh.sees("این رویداد لغو شده است")
    assert "کارت ورود" not in str(card.raw["reply_markup"])
    await laleh.press("تقویم", at=card)
    message = await laleh.sees("به تقویم گوشی‌تان")
    (entry,) = icalendar.Calendar.from_ical(media(world, message)).walk("VEVENT")
    assert (entry["STATUS"], entry["SEQUENCE"]) == ("CANCELLED", 1)


async def test_the_registrations_come_as_a_spreadsheet(world: World, maryam: Person, laleh: Person) -> None:
    reza = world.telegram.person("=رضا")
    await comes(reza, await newest(world))
    await to_the_door(world, maryam)
    await maryam.press("⬜ لاله")
    await maryam.press("پروندهٔ ثبت‌نام‌ها")
    message = await maryam.sees("ثبت‌نام‌های کارگاه", within=15)
    sheet = openpyxl.load_workbook(io.BytesIO(media(world, message))).active
    assert sheet is not None
    rows = [list(row)[:4] for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == ["نام", "وضعیت", "تعداد", "آمده"]
    assert sorted(rows[1:]) == [["'=رضا", "ثبت‌نام شده", 1, 0], ["لاله", "ثبت‌نام شده", 2, 2]]


# The morning after


async def the_morning_after(world: World) -> None:
    world.now.move(seconds=3 * HOUR)
    await world.tick()
    world.now.move(seconds=18 * HOUR)
    await world.tick()
    await settled(world)


async def test_whoever_came_is_asked_next_morning(world: World, maryam: Person, laleh: Person) -> None:
    reza = world.telegram.person("رضا")
    await comes(reza, await newest(world))
    await to_the_door(world, maryam)
    await maryam.press("⬜ لاله")
    await maryam.sees("تا کنون ۲ نفر")
    await the_morning_after(world)
    await laleh.sees("چقدر آن را پسندیدید")
    await reza.does_not_see("چقدر آن را پسندیدید")
    await laleh.press("۴ ⭐️")
    await laleh.sees("نام شما گفته نمی‌شود")
    await laleh.send("خیلی خوب بود، با ۰۹۱۲۳۴۵۶۷۸۹ تماس بگیرید")
    await laleh.sees("سپاس از شما")
    await settled(world)
    await looks_after(maryam)
    await maryam.sees("نظرها: ۱")
    await maryam.does_not_see("میانگین نظرها")


async def test_the_centre_sees_the_average_from_five_answers_on(world: World, maryam: Person) -> None:
    guests = [world.telegram.person(f"مهمان {number}") for number in range(5)]
    for guest in guests:
        await comes(guest, await newest(world))
    await to_the_door(world, maryam)
    for count, guest in zip("۱۲۳۴۵", guests, strict=True):
        await maryam.press(f"⬜ {guest.name}")
        await maryam.sees(f"تا کنون {count} نفر")
    await the_morning_after(world)
    for stars, guest in zip("۵۵۴۴۳", guests, strict=True):
        await guest.sees("چقدر آن را پسندیدید")
        await guest.press(f"{stars} ⭐️")
        await guest.sees("نام شما گفته نمی‌شود")
    await guests[0].send("شماره‌ام ۰۹۱۲ ۳۴۵ ۶۷۸۹ است")
    await guests[0].sees("سپاس از شما")
    await guests[1].press("سخنی ندارم")
    await guests[1].sees("سپاس از شما")
    await looks_after(maryam)
    await maryam.sees("میانگین نظرها: ۴٫۲ از ۵ (۵ نظر)")
    await maryam.press("💬 نظرها")
    await maryam.sees("شماره‌ام «…» است")


async def test_whoever_did_not_come_has_no_say(world: World, maryam: Person, laleh: Person) -> None:
    await to_the_door(world, maryam)
    await the_morning_after(world)
    await laleh.does_not_see("چقدر آن را پسندیدید")

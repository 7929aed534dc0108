"""Results as pictures and tables."""

import csv
import io

import openpyxl

from sandbox import Person
from sandbox.chats import Message
from tests.conftest import World
from tests.conversations.polling import (
    QUESTION,
    Street,
    copied,
    group_of_n8,
    lives_in,
    neighbours_vote,
    rows,
    street,
    the_poll,
    vote,
)


def file_of(world: World, message: Message) -> bytes:
    document = message.document
    assert document
    return world.telegram.bot.files[document["file_id"]].data


async def exported(world: World, here: Street) -> list[list[str]]:
    await here.owner.press("CSV")
    sent = await here.owner.sees("هر پاسخ در یک سطر", within=20)
    return list(csv.reader(io.StringIO(file_of(world, sent).decode("utf-8-sig"))))


async def test_a_picture_is_drawn_once_and_kept(world: World) -> None:
    here = await street(world)
    await here.ask()
    await vote(here.laleh, "آسفالت")
    await here.laleh.press("نتیجه")
    await here.laleh.press("نمودار")
    await here.laleh.wait(here.laleh.chat, lambda: pictures(here.laleh, 1), "a picture", within=30)
    assert await rows(world, "SELECT COUNT(*) FROM poll_picture") == [(1,)]
    await here.laleh.press("نمودار")
    await here.laleh.wait(here.laleh.chat, lambda: pictures(here.laleh, 2), "at once")
    await vote(here.reza, "نظافت")


def pictures(person: Person, count: int) -> bool | None:
    return sum(bool(message.photo) for message in person.messages if message.from_bot) == count or None


async def test_what_is_hidden_from_people_is_drawn_only_in_groups_of_managers_who_are_told(world: World) -> None:
    here = await street(world)
    ali, group = await group_of_n8(world)
    others = await world.group("n4", await world.manager("مینا", "n4"))
    await lives_in(world, here.laleh, "golshan")
    await here.draft()
    await here.choose("برای چه کسانی", "محل زندگی", "ناحیه ۸", "شرط‌های دیگر", "بازگشت")
    await here.choose("نمایش نتیجه", "فقط برای مدیران", "ارسال")
    await vote(here.laleh, "آسفالت")
    await here.close()
    poll = await the_poll(world)
    told = await ali.sees("پایان یافت", at=group)
    assert world.app
    for number in (-100_600, others.id):
        place = {"id": number, "type": "supergroup", "title": "میدان"}
        await world.app.intake.process([copied(f"pollimage:all:{poll.id}", here.owner, chat=place)])
    assert await rows(world, "SELECT COUNT(*) FROM errand WHERE kind = 'poll_picture'") == [(0,)]
    group.add(here.owner)
    await here.owner.press("نمودار", at=told)
    await here.owner.sees_toast("نمودار آماده")


async def test_whoever_may_not_see_the_result_gets_no_picture(world: World) -> None:
    here = await street(world)
    await here.ask()
    await here.laleh.press("نتیجه")
    await here.laleh.sees_toast("پس از رأی دادن")
    poll = await the_poll(world)
    assert world.app
    await world.app.intake.process([copied(f"pollimage:all:{poll.id}", here.laleh)])
    assert await rows(world, "SELECT COUNT(*) FROM errand WHERE kind = 'poll_picture'") == [(0,)]


async def test_exports_hold_a_row_for_each_answer_and_nobodys_name(world: World) -> None:
    here = await street(world)
    await here.ask()
    await neighbours_vote(world, golshan=[11, 6, 7], narmak_shomali=[3, 20, 4])
    await vote(here.laleh, "نظافت")
    await here.close()
    table = await exported(world, here)
    assert table[0] == ["سؤال", "پاسخ", "ناحیه", "محله"]
    assert len(table) == 1 + 376
    named = {row[3] for row in table[1:]}
    assert "اوقاف" in named
    assert "نارمک شمالی" not in named
    assert "لاله" not in str(table)
    await here.owner.press("Excel")
    sent = await here.owner.sees("هر پاسخ در یک سطر", within=20)
    book = openpyxl.load_workbook(io.BytesIO(file_of(world, sent)))
    assert book.active is not None
    assert [[cell or "" for cell in row] for row in book.active.iter_rows(values_only=True)] == table


async def test_the_export_of_a_named_poll_has_names(world: World) -> None:
    here = await street(world)
    await here.draft()
    await here.choose("با نام شود")
    await here.send(QUESTION)
    await lives_in(world, here.laleh, "golshan")
    await vote(here.laleh, "نظافت")
    table = await exported(world, here)
    assert table[1] == [QUESTION, "نظافت", "ناحیه ۸", "گلشن (خاک‌سفید)", "لاله"]

"""Answering a poll: in one message, once each, changed until it closes."""

import asyncio

from tests.conftest import World
from tests.conversations.polling import FORM, QUESTION, street


async def test_one_message_makes_a_poll_and_one_tap_answers_it(world: World) -> None:
    here = await street(world)
    await here.ask()
    asked = await here.laleh.sees(QUESTION)
    assert "بدون نام" in asked.text
    assert [label for label in asked.buttons if label in {"آسفالت", "روشنایی", "نظافت"}] == [
        "آسفالت",
        "روشنایی",
        "نظافت",
    ]
    press = await here.laleh.press("روشنایی")
    assert "روشنایی" in (await press.answer).text
    voted = await here.laleh.sees("رأی شما ثبت شد")
    assert voted is asked, "another message"
    assert "۱۰۰٪ · روشنایی (۱ رأی)" in voted.text
    await here.reza.press("آسفالت")
    await here.reza.sees("۵۰٪ · آسفالت (۱ رأی)")
    await here.laleh.press("نتیجه")
    await here.laleh.sees("۲ پاسخ")

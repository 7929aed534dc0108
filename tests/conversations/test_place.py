"""Where it is: a location, a landmark, a neighbourhood; inside the city and outside."""

import pytest

from tests.conftest import World
from tests.conversations.story import KIND, POTHOLE, bot_messages

OUTSIDE = (35.60, 51.40)


async def test_a_landmark_that_names_a_neighbourhood_serves(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_photo(caption=POTHOLE)
    await laleh.sees("کجاست")
    await laleh.send("حکیمیه، روبه‌روی مسجد امام رضا")
    await laleh.sees("محله: حکیمیه")
    assert laleh.chat.keyboard
    assert "ثبت گزارش" in str(laleh.chat.keyboard), "the menu, and no more key for a location"
    await laleh.press(KIND)
    text = (await laleh.sees("پیش‌نمایش")).text
    assert "محله: حکیمیه" in text
    assert "روبه‌روی مسجد" in text
    await laleh.press("ارسال گزارش")
    assert "ناحیه ۸" in (await laleh.sees("کد رهگیری")).text


async def test_a_landmark_that_names_none_asks_in_which(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_photo(caption=POTHOLE)
    await laleh.sees("کجاست")
    await laleh.send("کنار داروخانه دکتر کریمی")
    question = await laleh.sees("در کدام محله است")
    assert "کنار داروخانه دکتر کریمی" in question.text
    assert len(question.buttons) == 20
    press = await laleh.press("اوقاف")
    assert "اوقاف" in (await press.answer).text
    await laleh.sees("اگر درست است")
    assert question.contains("اگر درست است"), "in place of the list"
    await laleh.press(KIND)
    text = (await laleh.sees("پیش‌نمایش")).text
    assert "اوقاف" in text
    assert "کنار داروخانه" in text


async def test_a_name_that_two_share_asks_which(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_photo(caption=POTHOLE)
    await laleh.sees("کجاست")
    await laleh.send("تهرانپارس، فلکه سوم")
    question = await laleh.sees("در کدام محله است")
    assert len(question.buttons) == 3
    await laleh.press("انتخاب محله", at=question)
    await laleh.sees("محله را انتخاب کنید")
    assert len(question.buttons) == 20
    await laleh.press("تهرانپارس شرقی")
    await laleh.press(KIND)
    await laleh.sees("تهرانپارس شرقی")


async def test_neighbourhoods_that_the_words_name_are_offered(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send("چاله بزرگ در خیابان اصلی حکیمیه")
    question = await laleh.sees("کجاست")
    assert "حکیمیه" in question.buttons
    await laleh.press("حکیمیه")
    await laleh.press(KIND)
    text = (await laleh.sees("پیش‌نمایش")).text
    assert "محله: حکیمیه" in text
    assert "نشانی" not in text, "the name says nothing more"


async def test_a_neighbourhood_from_the_list(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_photo(caption=POTHOLE)
    await laleh.sees("کجاست")
    await laleh.press("انتخاب محله")
    await laleh.sees("محله را انتخاب کنید")
    await laleh.press("شمیران نو")
    await laleh.press(KIND)
    await laleh.sees("پیش‌نمایش")
    assert len(bot_messages(laleh)) == 2
    await laleh.press("ارسال گزارش")
    assert "ناحیه ۶" in (await laleh.sees("کد رهگیری")).text


async def test_the_button_of_the_phone(world: World) -> None:
    laleh = world.telegram.person("لاله")
    laleh.place = (35.7364, 51.5046)
    await laleh.send(POTHOLE)
    await laleh.sees("کجاست")
    await laleh.press("فرستادن موقعیت مکانی")
    await laleh.sees("اگر درست است")
    assert laleh.chat.keyboard is None, "the keyboard goes by itself once it is used"


async def test_outside_the_city_says_so_and_offers_the_nearest(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_photo(caption=POTHOLE)
    await laleh.sees("کجاست")
    await laleh.send_location(*OUTSIDE)
    answer = await laleh.sees("بیرون از محدوده")
    await laleh.press("ثبت برای")
    await laleh.press(KIND)
    shown = await laleh.sees("پیش‌نمایش")
    assert shown.id == answer.id
    await laleh.press("ارسال گزارش")
    await laleh.sees("کد رهگیری")
    owner = world.owner
    pin = await owner.wait(
        owner.chat, lambda: next((m.location for m in owner.messages if m.location), None), "the pin"
    )
    assert pin == pytest.approx(OUTSIDE, abs=1e-5), "where it is, exactly"


async def test_outside_the_city_another_neighbourhood_or_another_place(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_location(*OUTSIDE)
    await laleh.sees("بیرون از محدوده")
    await laleh.press("انتخاب محله")
    await laleh.press("کوهسار")
    await laleh.sees("مشکل چیست")
    await laleh.send(POTHOLE)
    await laleh.press(KIND)
    await laleh.sees("کوهسار")


async def test_a_key_left_hanging_still_changes_the_place(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send("چاله در حکیمیه")
    await laleh.sees("کجاست")
    await laleh.send("گلشن، خیابان دوم")
    await laleh.sees("اگر درست است")
    await laleh.send("حکیمیه")
    await laleh.press(KIND)
    assert "محله: حکیمیه" in (await laleh.sees("پیش‌نمایش")).text

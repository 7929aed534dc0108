"""Where every minute counts, the number comes first."""

import pytest

from tests.conftest import PLACE, World
from tests.conversations.story import KIND, POTHOLE, team

URGENT = [
    ("الان خونه‌ی همسایه آتیش گرفته", "125"), ("یه نفر وسط خیابون بیهوش افتاده", "115"), ("بوی گاز شدیدی میاد", "194"),
    ("دعوای خیابونی شده با قمه", "110"), ("برق کل کوچه قطع شده", "121"), ("لوله آب ترکیده و آب فواره می‌زنه", "122"),
    ("همسایه داره بچه‌اش رو کتک می‌زنه", "123"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "number"), URGENT)
async def test_the_number_at_once_then_the_choice_to_go_on(world: World, words: str, number: str) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send(words)
    warning = await laleh.sees(number)
    assert len(warning.buttons) == 2
    assert "کجاست" not in warning.text
    await laleh.press("ادامهٔ گزارش")
    await laleh.sees("کجاست")
    assert number in warning.text, "the number stays"
    assert warning.buttons == []


async def test_it_is_said_once(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send("بوی گاز شدیدی میاد")
    await laleh.sees("194")
    await laleh.send("بوی گاز شدیدی میاد، سر کوچه")
    await laleh.sees("کجاست")


async def test_enough_said(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_photo(caption="آتش‌سوزی شده الان")
    await laleh.sees("125")
    await laleh.press("انصراف")
    await laleh.sees("لغو شد")
    await laleh.send("/reports")
    await laleh.sees("هنوز گزارشی")


async def test_an_emergency_is_no_landmark(world: World) -> None:
    laleh = world.telegram.person("لاله")
    await laleh.send_photo(caption=POTHOLE)
    await laleh.sees("کجاست")
    await laleh.send("یه نفر افتاد توش و بیهوش شده")
    await laleh.sees("115")
    await laleh.send_location(*PLACE)
    await laleh.press(KIND)
    assert "بیهوش" in (await laleh.sees("پیش‌نمایش")).text


async def test_an_edit_can_be_an_emergency(world: World) -> None:
    laleh = world.telegram.person("لاله")
    message = await laleh.send("جلوی خانه‌ی همسایه دود هست")
    await laleh.sees("کجاست")
    await laleh.edit(message, "خانه‌ی همسایه آتش گرفته")
    await laleh.sees("125")


async def test_added_words_can_be_an_emergency(world: World) -> None:
    four = await team(world)
    code = await four.filed()
    await four.laleh.send(code)
    await four.laleh.press("افزودن")
    await four.laleh.send("الان یه نفر افتاد توش بیهوش شده")
    await four.laleh.sees("115")
    await four.ali.sees("بیهوش", at=four.group)

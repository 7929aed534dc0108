"""The main job: a report reaches the right managers and comes back answered."""

from tests.conftest import PLACE, World


async def test_four_acts_and_the_way_back(world: World) -> None:
    ali = await world.manager("علی", "n4")
    group = await world.group("n4", ali)
    laleh = world.telegram.person("لاله")
    await laleh.send_photo(caption="سر کوچه یه چاله‌ی گنده هست، لکه‌گیری کنید")
    await laleh.sees("کجاست")
    await laleh.send_location(*PLACE)
    question = await laleh.sees("درست است؟")
    assert "لکه‌گیری" in question.text
    await laleh.press("لکه‌گیری آسفالت")
    await laleh.sees("پیش‌نمایش")
    await laleh.press("ارسال گزارش")
    await laleh.sees("کد رهگیری")
    card = await ali.sees("لکه‌گیری آسفالت", at=group)
    assert card.photo
    await ali.press("بررسی می‌کنم", at=group)
    await ali.sees("در دست بررسی", at=group)
    await laleh.sees("بررسی گزارش")
    await ali.press("در حال رسیدگی", at=group)
    await laleh.sees("رسیدگی به گزارش")
    await ali.press("انجام شد", at=group)
    prompt = await ali.sees("پاسخ به همین پیام", at=group)
    await ali.reply(prompt, photo=True, caption="چاله پر شد")
    await laleh.sees("رفع شده است؟")
    await laleh.press("رفع شده")
    await laleh.sees("خوشحالیم")
    await ali.sees("بسته‌شده", at=group)
    await ali.send("/digest", to=group)
    await ali.sees("خلاصهٔ روزانه", at=group)

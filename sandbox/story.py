"""A day in District 4, for the demo: an administrator, a manager and a resident talk to the bot as people do."""

from collections.abc import Callable

from sandbox.groups import Group
from sandbox.people import Person
from sandbox.telegram import Telegram

OWNER = 5001
POTHOLE = (35.7364, 51.5046)  # in North Narmak, sub-district 4
DOGS = (35.7344, 51.5786)  # in Hakimiyeh, sub-district 8, which has no group yet
Tell = Callable[[str], None]


async def play(telegram: Telegram, tell: Tell) -> None:
    """Each person acts only on what they see. Raises AssertionError when the bot does not do what it should."""
    owner, laleh = telegram.person("مهرداد", id=OWNER), telegram.person("لاله")
    tell("An administrator says hello, invites a manager and binds the group of sub-district 4.")
    await owner.start()
    await owner.sees("خوش آمدید")
    ali = await _invited(telegram, owner)
    group = telegram.group("مدیران ناحیه ۴", members=[owner, ali], supergroup=True)
    await owner.send("/bind n4", to=group)
    await owner.sees("کار می‌کند", at=group)
    tell("Laleh reports a pothole in four acts: photo, location, category, send.")
    await _report(laleh, "سر کوچه یه چاله‌ی گنده هست، دیروز چرخ ماشینم رفت توش. لطفاً لکه‌گیری کنید", POTHOLE, "لکه‌گیری")
    tell("Ali claims it, works on it and sends a photo of the result; Laleh hears of every step.")
    await _work(ali, group, laleh)
    tell("Laleh says that it was fixed.")
    await laleh.press("رفع شده")
    await ali.sees("بسته‌شده", at=group)
    tell("A second report, where no group is bound yet, reaches the administrator in private.")
    await _report(laleh, "چند تا سگ ولگرد دور مدرسه می‌چرخن، بچه‌ها می‌ترسن", DOGS, "سگ‌های بدون صاحب")
    await owner.sees("/bind n8")
    tell("The group asks for its digest.")
    await ali.send("/digest", to=group)
    await ali.sees("خلاصهٔ روزانه", at=group)


async def _invited(telegram: Telegram, owner: Person) -> Person:
    ali = telegram.person("علی")
    await owner.send("/invite manager n4")
    link = await owner.sees("start=")
    await ali.start(link.text.split("start=")[1].split()[0])
    await ali.sees("خوش آمدید")
    return ali


async def _report(resident: Person, words: str, place: tuple[float, float], category: str) -> None:
    await resident.send_photo(caption=words)
    await resident.sees("کجاست")
    await resident.send_location(*place)
    await resident.press(category)
    await resident.press("ارسال گزارش")
    await resident.sees("کد رهگیری")


async def _work(manager: Person, group: Group, resident: Person) -> None:
    await manager.press("بررسی می‌کنم", at=group)
    await resident.sees("بررسی")
    await manager.press("در حال رسیدگی", at=group)
    await resident.sees("رسیدگی")
    await manager.press("انجام شد", at=group)
    question = await manager.sees("پاسخ به همین پیام", at=group)
    await manager.reply(question, photo=True, caption="چاله با آسفالت گرم پر شد.")
    await resident.sees("رفع شده است؟")

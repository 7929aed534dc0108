"""The people of the story, whom the visitor can be; a new one joins here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.demo.district import District
from bot.demo.lives import Act, Life
from bot.demo.words import vocabulary
from services.drafts import Attachment, Draft
from services.rights import MANAGER, OFFICER, grant
from storage import people
from storage.people import Person, Role

Text = dict[str, str]  # by language
HOUR = 3600


@dataclass(frozen=True)
class Part:
    """One of the cast; `home` is the neighbourhood of a resident, `manages` the sub-district of a manager, `runs` the
    centre of an officer."""

    id: int
    name: str
    language: str
    title: Text
    words: Text
    home: str = ""
    manages: str = ""
    runs: str = ""
    latin: str = ""  # the name, for pages in English


LALEH = Part(
    5003, "لاله", "fa",
    {"fa": "شهروند، نارمک شمالی", "en": "Resident, North Narmak"},
    {"fa": "مشکل محله را گزارش می‌کند.",
     "en": "Reports what is wrong in her street."},
    home="narmak_shomali", latin="Laleh",
)  # fmt: skip
EMMA = Part(
    5004, "Emma", "en",
    {"fa": "شهروند، علم و صنعت", "en": "Resident, Elm-o-Sanat"},
    {"fa": "همان ربات را به انگلیسی می‌بیند.",
     "en": "Sees the same bot in English."},
    home="elm_o_sanat",
)  # fmt: skip
ALI = Part(
    5002, "علی", "fa",
    {"fa": "مدیر اجتماعی ناحیه ۴", "en": "Manager of sub-district 4"},
    {"fa": "در گروه مدیران به گزارش‌ها می‌رسد.",
     "en": "Sees to reports in the managers’ group."},
    manages="n4", latin="Ali",
)  # fmt: skip
MEHRDAD = Part(
    5001, "مهرداد", "fa",
    {"fa": "مدیر سامانه، منطقه ۴", "en": "Administrator of District 4"},
    {"fa": "گروه‌ها و مدیران را سامان می‌دهد.",
     "en": "Sets up groups and invites managers."},
    latin="Mehrdad",
)  # fmt: skip
MARYAM = Part(
    5005, "مریم", "fa",
    {"fa": "مسئول سرای محلهٔ گلشن", "en": "Officer of Golshan Neighbourhood House"},
    {"fa": "رویدادهای سرا را می‌سازد و می‌گرداند.",
     "en": "Makes and runs the events of the house."},
    runs="c_golshan", latin="Maryam",
)  # fmt: skip
CAST = (LALEH, ALI, EMMA, MARYAM, MEHRDAD)  # the first two are seen first, side by side


def name_of(person: int) -> Text:
    """As it is written in another script."""
    latin = next((part.latin for part in CAST if part.id == person), "")
    return {"en": latin} if latin else {}


async def move_in(district: District) -> None:
    async with district.database.transaction() as tx:
        for part in CAST:
            person = Person(
                part.id, part.name, part.language, away=0, created=district.began, home=part.home, seen=district.now
            )
            people.put(tx, person)
            if part.manages:
                grant(tx, Role(part.id, MANAGER, part.manages, district.owner, district.began))
                district.managers.setdefault(part.manages, []).append(person)
            if part.runs:
                grant(tx, Role(part.id, OFFICER, part.runs, district.owner, district.began))


def past(district: District) -> list[Life]:
    """What the two residents have reported before: one matter is settled, one is under way."""
    return [
        _life(
            district, LALEH, "lighting.lamp_off", (35.73702, 51.50391), "کوچهٔ نسترن، کنار مدرسهٔ ابتدایی",
            "چراغ کوچه سه شبه خاموشه، دخترم از کلاس برمی‌گرده می‌ترسه. لطفاً پیگیری کنید.", 19, 18,
            ("claim", 15, ""), ("start", 19, ""),
            ("done", 43, "لامپ تعویض شد و دیشب روشن بود."), ("confirm", 51, ""),
        ),
        _life(
            district, LALEH, "waste.rubble", (35.73583, 51.50516), "کوچهٔ نسترن، جلوی پلاک ۱۴",
            "کیسه‌های نخاله از هفتهٔ پیش جلوی پلاک ۱۴ مانده و راه کالسکه را بسته. ممنون می‌شوم جمع‌آوری کنید.", 2, 17,
            ("claim", 15, ""), ("start", 20, ""),
        ),
        _life(
            district, EMMA, "waste.bin", (35.74122, 51.51014), "",
            "The bin at our corner has lost its lid, and cats spread the rubbish every night.", 11, 8,
            ("claim", 4, ""), ("done", 30, "مخزن تازه نصب شد."), ("confirm", 36, ""),
        ),
        _life(
            district, EMMA, "obstruction.access", (35.74231, 51.50893), "",
            "The ramp is blocked by iron bars; a wheelchair cannot pass here.", 1, 9,
            ("claim", 2, ""),
        ),
    ]  # fmt: skip


def _life(
    district: District, part: Part, category: str, place: tuple[float, float], landmark: str, words: str,
    days: int, hour: int, *steps: tuple[str, int, str],
) -> Life:  # fmt: skip
    """Filed so many days ago; `steps` are verbs with the hours since then and words. Those of managers are Ali's."""
    zone = district.city.zone
    day = datetime.fromtimestamp(district.now, zone).date() - timedelta(days=days)
    filed = int(datetime.combine(day, time(hour), zone).timestamp())
    draft = Draft(words={"1": words}, category=category, landmark=landmark)
    located = district.city.locate(*place)
    assert located  # noqa: S101  # the demo district has areas
    draft.place_at(*place, located.area_code)
    shown = vocabulary().topics[category].picture
    if shown:
        picture = district.pictures[shown]
        draft.media = [Attachment("photo", picture.file_id, picture.unique_id, 1)]
    acts = [Act(filed, "file", part.id)]
    acts += [
        Act(filed + HOUR * after, verb, part.id if verb == "confirm" else ALI.id, said) for verb, after, said in steps
    ]
    return Life(draft, acts)

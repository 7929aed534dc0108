from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.urgent import chatter, emergency

REPORTS = [line.split("\t") for line in (Path(__file__).parent / "reports.tsv").read_text("utf-8").splitlines()[1:]]

URGENT = {
    "fire": [
        "خونه‌ی همسایه آتیش گرفته",
        "سطل زباله رو آتیش زدن الان داره میسوزه",
        "آتش سوزی تو کوچه لاله",
        "آتشسوزي در انباري",
        "آتیش!! کمک",
        "دود سیاه از پنجره طبقه سوم میاد",
        "مغازه داره میسوزه زنگ بزنید آتش‌نشانی",
        "مادرم تو آسانسور گیر کرده",
        "دیوار ریخت دو نفر زیر آوارن",
        "there is a fire in the building next door",
        "a car is on fire",
        "حريق في المبنى",
    ],
    "gas": [
        "بوی گاز میاد تو راه‌پله",
        "کوچه بوي شديد گاز ميده",
        "لوله گاز ترکیده",
        "بیل مکانیکی لوله گاز رو سوراخ کرد",
        "نشتی گاز داریم سر علمک",
        "i smell gas in the street",
        "رائحة غاز قوية",
    ],
    "ambulance": [
        "یه آقایی وسط پیاده‌رو بیهوش افتاده",
        "پدرم سکته کرده",
        "تصادف شدید سر چهارراه، راننده زخمی شده",
        "بچه رو برق گرفته",
        "پیرمردی غش کرده جلوی نونوایی، آمبولانس بفرستید",
        "همین الان یه موتوری تصادف کرد خونریزی داره",
        "a man is unconscious on the pavement",
        "رجل ينزف في الشارع",
    ],
    "police": [
        "دزد اومده تو پارکینگ",
        "دارن ماشین همسایه رو میدزدن",
        "دو نفر با قمه افتادن به جون هم",
        "تو پارک چاقوکشی شده",
        "someone is breaking in next door",
        "لص في البيت",
    ],
    "electricity": [
        "برق محله ما رفته",
        "از دیشب برق نداریم",
        "برقمون قطعه",
        "قطعی برق کوچه دوم",
        "سیم برق پاره شده افتاده کف کوچه",
        "سیم لخت جرقه میزنه",
        "the power is out on our street",
        "انقطاع الكهرباء",
    ],
    "water": [
        "آب خونه ها قطعه",
        "از صبح آب نداریم",
        "لوله آب ترکیده و خیابون رو آب برداشته",
        "لوله اصلی شکسته آب فوران میکنه",
        "قطع آب در کوچه سوم",
        "burst pipe, water everywhere",
        "المياه مقطوعة منذ الصباح",
    ],
    "social": [
        "همسایه داره بچه‌شو کتک میزنه",
        "زنشو میزنه، صداش میاد",
        "یه نوزاد رها شده جلوی مسجد",
        "کودک‌آزاری تو واحد بالایی",
        "میخوام خودمو بکشم",
        "neighbour is beating his wife",
    ],
}
NUMBERS = {"fire": "125", "gas": "194", "ambulance": "115", "police": "110",
           "electricity": "121", "water": "122", "social": "123"}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in URGENT.items() for text in texts])
def test_what_cannot_wait_names_its_number(kind: str, text: str) -> None:
    found = emergency(text)
    assert found is not None
    assert (found.kind, found.number) == (kind, NUMBERS[kind])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "چراغ برق کوچه خاموشه",
        "لامپ چراغ برق سوخته",
        "بوی گند از جوب میاد",
        "بوی گاز فاضلاب از دریچه",
        "دیروز یه موتوری تو همین چاله تصادف کرد",
        "هفته پیش مغازه بغلی آتیش گرفت، شیر آتش‌نشانی خرابه",
        "سگ ولگرد بچه رو گاز گرفت",
        "آبخوری پارک آب نداره",
        "تیر برق نداریم",
        "میترسم یکی بیفته بیهوش بشه",
        "دریچه چاه رو دزدیدن",
        "کارتن‌خواب‌ها هر شب آتیش روشن میکنن",
        "کلاس کمک‌های اولیه و آتش‌نشانی بذارین",
        "شماره آتش نشانی چنده؟",
        "وسایل بازی پارک شکسته، ممکنه بچه‌ای زخمی بشه",
        "درختا آب ندارن",
        "مغازه سوپری کنار پمپ گاز راه رو بسته",
        "the street light is off",
        "yesterday a car caught fire here, the burnt wreck is still in the way",
        "ترقه بازی شب چهارشنبه سوری آتیش",
    ],
)
def test_ordinary_reports_raise_no_alarm(text: str) -> None:
    assert emergency(text) is None


def test_alarms_among_all_reports_are_few_and_right() -> None:
    alarms = [(code, found.kind) for _, code, text in REPORTS if (found := emergency(text))]
    assert len(alarms) <= len(REPORTS) // 100
    assert {code for code, _ in alarms} <= {"lighting.pole"}  # a bare or fallen cable, which 121 must cut off


@pytest.mark.parametrize(
    "text",
    [
        "سلام", "سلام خوبی؟", "سلام علیکم", "مرسی", "ممنونم از شما", "دستتون درد نکنه", "خسته نباشید",
        "سلام، صبح بخیر 🌹", "تست", "👍", "🙏🙏", "دمتون گرم", "الو کسی هست؟", "hi", "Hello!", "thank you very much",
        "test 123", "شكرا", "السلام عليكم ورحمة الله", "!!!", "سلام ممنون از پیگیریتون",
    ],
)  # fmt: skip
def test_chatter(text: str) -> None:
    assert chatter(text)


@pytest.mark.parametrize(
    "text", ["", "چاله", "سلام چاله داریم", "کوچه", "1234-5678", "سلام سگ", "no light", "خانم", "شهردار کجاست"]
)
def test_no_chatter(text: str) -> None:
    assert not chatter(text)


def test_no_report_is_taken_for_chatter() -> None:
    assert [text for _, _, text in REPORTS if chatter(text)] == []


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    emergency(text)
    chatter(text)

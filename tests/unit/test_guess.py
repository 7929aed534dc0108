import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.guess import Guesser, Vocabulary
from services.organisation_file import load

REPORTS = [
    tuple(line.split("	")) for line in (Path(__file__).parent / "reports.tsv").read_text("utf-8").splitlines()[1:]
]


@pytest.fixture(scope="module")
def guesser() -> Guesser:
    return Guesser(
        Vocabulary.of(c.code, (c.name.fa, c.name.en, c.name.ar), c.words.model_dump())
        for c in load("demo").subcategories()
    )


def share(guesser: Guesser, split: str, places: int) -> float:
    reports = [(code, text) for of, code, text in REPORTS if of == split]
    return sum(code in guesser.guess(text, places) for code, text in reports) / len(reports)


def test_every_sub_category_has_words_and_reports_to_try_them_with() -> None:
    codes = {child.code for child in load("demo").subcategories()}
    assert all(child.words.sure for child in load("demo").subcategories())
    for split in ("dev", "held"):
        assert {code for of, code, _ in REPORTS if of == split} == codes


@pytest.mark.parametrize(("code", "text"), [(code, text) for split, code, text in REPORTS if split == "sample"])
def test_samples_are_among_the_first_three(guesser: Guesser, code: str, text: str) -> None:
    assert code in guesser.guess(text, 3)


# What was reached. The words were tuned on dev alone; held was written afterwards and is only measured.
@pytest.mark.parametrize(
    ("split", "places", "floor"), [("dev", 1, 0.98), ("dev", 3, 0.99), ("held", 1, 0.80), ("held", 3, 0.95)]
)
def test_the_share_of_right_guesses(guesser: Guesser, split: str, places: int, floor: float) -> None:
    assert share(guesser, split, places) >= floor


@pytest.mark.parametrize("text", ["", "سلام", "؟؟؟", "1234-5678", "asdf qwer", "کوچه", "👍"])
def test_where_nothing_is_recognised_nothing_is_guessed(guesser: Guesser, text: str) -> None:
    assert guesser.guess(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("چالههای کوچه", "roads.pothole"),
        ("چاله‌های خیابونمون", "roads.pothole"),
        ("سگهاي ولگرد", "animals.stray_dogs"),
        ("سرعتگیر", "traffic.bump"),
        ("سرعت گیر", "traffic.bump"),
        ("سرعت‌گیر", "traffic.bump"),
        ("نیمکتهای شکسته", "parks.bench"),
        ("نخالة", "waste.rubble"),
        ("potholes", "roads.pothole"),
        ("الكلاب", "animals.stray_dogs"),
    ],
)
def test_spellings_and_endings(guesser: Guesser, text: str, code: str) -> None:
    assert guesser.guess(text, 1) == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [("دستفرش", "obstruction.vendor"), ("اتوبوسس", "traffic.bus"), ("لایورب جوی", "water.dredge"),
     ("گودبردرای", "building.unsafe"), ("pothloe", "roads.pothole")],
)  # fmt: skip
def test_typing_errors(guesser: Guesser, text: str, code: str) -> None:
    assert code in guesser.guess(text)


def test_a_phrase_counts_instead_of_its_words() -> None:
    guesser = Guesser(
        [
            Vocabulary.of("lamp", ("چراغ",), {"likely": ["خاموش"]}),
            Vocabulary.of("signal", ("علائم",), {"sure": ["چراغ راهنمایی"]}),
        ]
    )
    assert guesser.guess("چراغ خاموشه") == ["lamp"]
    assert guesser.guess("چراغ‌های راهنمایی") == ["signal", "lamp"]


def test_names_alone_will_do() -> None:
    guesser = Guesser([Vocabulary.of("a", ("هرس درختان", "Pruning", "تقليم الأشجار"), {})])
    assert guesser.guess("هرس درختان لطفا") == ["a"]
    assert guesser.guess("please do the pruning") == ["a"]


@given(st.text())
def test_any_text_is_taken(guesser: Guesser, text: str) -> None:
    assert len(guesser.guess(text)) <= 3


def test_guessing_is_fast_enough_for_every_message(guesser: Guesser) -> None:
    texts = [text for _, _, text in REPORTS]
    for text in texts:
        guesser.guess(text)
    began = time.process_time()  # what others do meanwhile does not count
    for text in texts:
        guesser.guess(text)
    # About 50 µs each on an idle machine; the bound leaves room for a busy one.
    assert (time.process_time() - began) / len(texts) < 0.001

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.text import (
    ascii_digits,
    clean,
    digits,
    fold,
    isolate,
    mask_phones,
    number,
    parts,
    persian_digits,
    words,
)

PERSIAN = st.text(alphabet=st.sampled_from("اآأإبپتثجچيیىكکگةهۀؤئءلآمنو ۱۲٣٤5\u200c\u200f\u064e\u0651ـABcß،.\n"))


@given(st.text() | PERSIAN)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علي", "علی"),
        ("كوچه", "کوچه"),
        ("پلاك ١٤", "پلاک ۱۴"),
        ("آسفالت", "اسفالت"),
        ("محلهٔ", "محلة"),
        ("محلۀ", "محله"),
        ("مسئول", "مسیول"),
        ("مؤسسه", "موسسه"),
        ("می‌کنم", "میکنم"),
        ("ســـلام", "سلام"),
        ("مُحَمَّد", "محمد"),
        ("\u2067سلام\u2069", "سلام"),
        ("ﻻﻟﻪ", "لاله"),
        ("Lamp  OFF\n", "lamp off"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_words_and_parts_differ_at_the_zero_width_joiner() -> None:
    assert words("چاله‌های کوچهٔ ۳!") == ["چالههای", "کوچه", "3"]
    assert parts("چاله‌های کوچهٔ ۳!") == ["چاله", "های", "کوچه", "3"]


@given(st.text() | PERSIAN)
def test_cleaned_text_can_be_stored_and_stays_clean(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode()
    assert "\x00" not in cleaned
    assert clean(cleaned) == cleaned


def test_cleaning_strips_controls_and_keeps_what_was_written() -> None:
    assert clean("\u202e\u2067می‌خواهم\u2069\u200f\x07\r\nسلام\t👨‍👩‍👧 \x00\ud800") == "می‌خواهم\nسلام 👨‍👩‍👧"


@given(st.text(alphabet="0123456789 آب-"))
def test_digits_go_there_and_back(text: str) -> None:
    assert ascii_digits(persian_digits(text)) == text
    assert ascii_digits(digits(text, "ar")) == text
    assert digits(persian_digits(text), "en") == text


@pytest.mark.parametrize(
    ("value", "language", "shown"),
    [
        (12345, "fa", "۱۲٬۳۴۵"),
        (1.24, "fa", "۱٫۲"),
        (2.0, "fa", "۲"),
        (1234.5, "ar", "١٬٢٣٤٫٥"),
        (12345, "en", "12,345"),
        (-3, "fa", "-۳"),
    ],
)
def test_numbers_in_each_language(value: float, language: str, shown: str) -> None:
    assert number(value, language) == shown


def test_isolated_text_is_closed() -> None:
    assert isolate("A-1") == "\u2068A-1\u2069"


@pytest.mark.parametrize(
    "phone",
    [
        "09120000000",
        "0912 000 00 00",
        "0912-000-0000",
        "۰۹۱۲۰۰۰۰۰۰۰",
        "٠٩١٢٠٠٠٠٠٠٠",
        "+989120000000",
        "+98 912 000 0000",
        "00989120000000",
        "0098 (912) 000-0000",
        "+98 (0) 912 000 0000",
        "989120000000",
        "9120000000",
        "۰۲۱۷۷۱۲۳۴۵۶",
        "021-77123456",
        "(021) 7712 3456",
        "+98 21 7712 3456",
    ],
)
def test_phone_numbers_are_hidden(phone: str) -> None:
    assert mask_phones(f"شماره‌م {phone}، زنگ بزنید") == "شماره‌م «…»، زنگ بزنید"


@pytest.mark.parametrize(
    "text",
    [
        "کد رهگیری 1234-5678 را دارم",
        "۱۲۳۴-۵۶۷۸",
        "کد پیگیری 1900000001",
        "به ۱۲۵ و 110 و 121 زنگ زدم",
        "پلاک ۱۴ واحد ۳، تاریخ ۱۴۰۵/۰۹/۰۱ ساعت ۱۶:۳۰",
        "از 2026-11-22 تا 2026-12-01",
        "پلاک ایران ۹۹ - ۱۲۳ ب ۴۵",
        "کد پستی 1653112345",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert mask_phones(text) == text


def test_a_local_number_is_hidden_when_the_writer_says_what_it_is() -> None:
    assert mask_phones("تلفن منزل: ۷۷۱۲۳۴۵۶") == "تلفن منزل: «…»"
    assert mask_phones("پلاک 14 09120000000") == "پلاک 14 «…»"

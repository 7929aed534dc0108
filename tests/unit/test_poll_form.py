"""A poll in one message."""

import pytest

from services.poll_form import options_in, read
from services.refusal import Refusal

QUESTION = "کدام مهم‌تر است؟"


def test_a_question_and_its_options() -> None:
    form = read(f"{QUESTION}\n- آسفالت\n- روشنایی\n- نظافت")
    assert form.question == QUESTION
    assert [option.text for option in form.options] == ["آسفالت", "روشنایی", "نظافت"]


@pytest.mark.parametrize(
    "text",
    [
        f"\n{QUESTION}\n\n– آسفالت\n• روشنایی\n* نظافت\n",
        f"{QUESTION}\n۱. آسفالت\n2) روشنایی\n٣- نظافت",
        f"{QUESTION}\r\n-آسفالت\r\n-  روشنایی \r\n—نظافت",
    ],
)
def test_lines_as_people_type_them(text: str) -> None:
    assert [option.text for option in read(text).options] == ["آسفالت", "روشنایی", "نظافت"]


def test_persian_digits_within_an_option_stay() -> None:
    assert [option.text for option in read(f"{QUESTION}\n- خیابان ۱۷ شهریور\n- کوچهٔ ۲").options] == [
        "خیابان ۱۷ شهریور",
        "کوچهٔ ۲",
    ]


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("", "poll-form-no-question", None),
        ("- آسفالت\n- روشنایی", "poll-form-no-question", None),
        (f"{QUESTION}\n- آسفالت\nروشنایی", "poll-form-line", "روشنایی"),
        (f"{QUESTION}\n- آسفالت\n-\n- نظافت", "poll-form-line", "-"),
        (f"{QUESTION}\n- آسفالت", "poll-options-count", None),
        (QUESTION, "poll-options-count", None),
        (f"{QUESTION}\n" + "\n".join(f"- {n}" for n in range(11)), "poll-options-count", None),
        (f"{QUESTION}\n- آسفالت\n- آسفالت", "poll-form-option-twice", "- آسفالت"),
        (f"{QUESTION}\n- {'آ' * 61}\n- ب", "poll-form-option-long", "- " + "آ" * 57 + "…"),
        ("آ" * 301 + "\n- ب\n- پ", "poll-question-long", None),
    ],
)
def test_what_cannot_be_understood_is_named(text: str, reason: str, line: str | None) -> None:
    with pytest.raises(Refusal) as caught:
        read(text)
    assert caught.value.reason == reason
    assert caught.value.details.get("line") == line


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("۱-۲ بار\n۳-۴ بار\nبیشتر", ["۱-۲ بار", "۳-۴ بار", "بیشتر"]),
        ("۱۰ - ۲۰ متر", ["۱۰ - ۲۰ متر"]),
        ("۲.۵ متر\n۳.۵ متر", ["۲.۵ متر", "۳.۵ متر"]),
        ("1- آسفالت\n2- روشنایی\n3- نظافت", ["آسفالت", "روشنایی", "نظافت"]),
        ("1. آسفالت\n2) روشنایی", ["آسفالت", "روشنایی"]),
    ],
)
def test_numbers_that_belong_to_an_option_stay(text: str, options: list[str]) -> None:
    assert [option.text for option in options_in(text)] == options


def test_options_alone_need_no_dash() -> None:
    assert [option.text for option in options_in("آسفالت\n- روشنایی\n\n۳. نظافت")] == ["آسفالت", "روشنایی", "نظافت"]

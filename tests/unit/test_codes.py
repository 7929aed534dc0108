import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.text import digits, isolate
from services.codes import _DAMM, _interim, find, new_code, read, show

CODES = st.builds(new_code)


def test_damms_own_example() -> None:
    assert _interim("572") == 4
    assert _interim("5724") == 0


def test_the_table_is_a_latin_square_and_weakly_totally_anti_symmetric() -> None:
    ten = set(range(10))
    assert all(set(row) == ten for row in _DAMM)
    assert all({row[column] for row in _DAMM} == ten for column in ten)
    for c in ten:
        for x in ten:
            for y in ten - {x}:
                assert _DAMM[_DAMM[c][x]][y] != _DAMM[_DAMM[c][y]][x]


@given(CODES)
def test_a_code_shown_is_read_back_in_every_digit_set(code: str) -> None:
    assert len(code) == 8
    for language in ("fa", "ar", "en"):
        assert read(digits(show(code), language)) == code
        assert read(f" {isolate(digits(code, language))} ") == code
        assert find(f"سلام، کد من {isolate(digits(show(code), language))} است، چه شد؟") == code


@given(CODES, st.integers(0, 7), st.integers(1, 9))
def test_every_single_wrong_digit_is_found(code: str, place: int, change: int) -> None:
    wrong = str((int(code[place]) + change) % 10)
    assert read(code[:place] + wrong + code[place + 1 :]) is None


@given(CODES, st.integers(0, 6))
def test_every_swap_of_neighbours_is_found(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (read(swapped) is None) == (swapped != code)


@pytest.mark.parametrize("text", ["", "سلام", "1234", "1234567", "12345678901", "1900000001", "1234-5678 9"])
def test_other_texts_are_no_codes(text: str) -> None:
    assert read(text) is None
    assert find(text) is None


def test_a_code_is_not_found_inside_a_phone_number_or_a_date() -> None:
    assert find("09120000000 و 1405-0901-2026-1122") is None
    assert find("کد اول 1234-5678، کد دوم 0000-0000") == "00000000"


@given(CODES)
def test_gaps_where_people_like_them(code: str) -> None:
    spaced = " ".join(code)
    assert read(spaced) == code
    assert read(f"{code[:2]} {code[2:4]}–{code[4:]}") == code

"""Tracking codes: seven random digits and a check digit, shown 1234-5678.

The check digit is Damm's, by his weakly totally anti-symmetric quasigroup of order 10 (H. Michael Damm,
"Total anti-symmetrische Quasigruppen", dissertation, Marburg 2004). It finds every single wrong digit and
every swap of neighbours, so a code misheard on the phone is refused rather than another's report shown.
"""

import re
import secrets

from locales.text import ascii_digits

_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
_DIGITS = 8
_GAP = r"[ \u200c\u200e\u200f\u2066-\u2069\-‐‑–—_]{0,3}"
# Two groups of four, as shown, or eight together; people put gaps where they like when they retype.
_CODE = re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{{_DIGITS - 1}}}(?!\d)", re.ASCII)
_GROUPED = re.compile(rf"(?<!\d)(?<!\d-)\d{{4}}{_GAP}\d{{4}}(?!-?\d)", re.ASCII)
_NOT_DIGIT = re.compile(r"\D", re.ASCII)


def _interim(digits: str) -> int:
    interim = 0
    for digit in digits:
        interim = _DAMM[interim][int(digit)]
    return interim


def new_code() -> str:
    """Eight digits; the first may be nought, so a code is text and never a number."""
    body = f"{secrets.randbelow(10 ** (_DIGITS - 1)):0{_DIGITS - 1}}"
    return f"{body}{_interim(body)}"


def show(code: str) -> str:
    """`12345678` as `1234-5678`."""
    return f"{code[:4]}-{code[4:]}"


def read(text: str) -> str | None:
    """The eight digits of a code typed in any digit set, with or without dashes, spaces or isolates.

    None if the text is anything else, or the check digit says that it was mistyped.
    """
    plain = ascii_digits(text).strip(" \n\t\u200c\u200e\u200f\u2066\u2067\u2068\u2069#.،,؟?!")
    return _checked(plain) if _CODE.fullmatch(plain) else None


def find(text: str) -> str | None:
    """The first valid code inside a longer text."""
    matches = _GROUPED.finditer(ascii_digits(text))
    return next((code for match in matches if (code := _checked(match[0]))), None)


def _checked(text: str) -> str | None:
    digits = _NOT_DIGIT.sub("", text)
    return digits if len(digits) == _DIGITS and _interim(digits) == 0 else None

"""Persian letters and digits: folding for comparison, cleaning for storage, digits for reading."""

import re
import unicodedata

from locales.phones import mask_phones

__all__ = [
    "ascii_digits", "clean", "digits", "fold", "isolate", "mask_phones",
    "number", "parts", "persian_digits", "shortened", "words",
]  # fmt: skip

ZWNJ = "\u200c"
FSI = "\u2068"
PDI = "\u2069"

_ASCII = "0123456789"
_PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
_ARABIC = "٠١٢٣٤٥٦٧٨٩"
_TO_ASCII = str.maketrans(_PERSIAN + _ARABIC, _ASCII + _ASCII)
_TO_PERSIAN = str.maketrans(_ASCII + _ARABIC, _PERSIAN + _PERSIAN)
_TO_ARABIC = str.maketrans(_ASCII + _PERSIAN, _ARABIC + _ARABIC)
_DIGITS = {"fa": _TO_PERSIAN, "ar": _TO_ARABIC, "en": _TO_ASCII}
_POINTS = str.maketrans({",": "٬", ".": "٫"})

# What only steers the direction of a line: never part of what somebody meant to say.
_BIDI = "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_JOINERS = f"{ZWNJ}\u200d\u00ad\u2060\ufeff\u0640"  # ZWNJ, ZWJ, soft hyphen, word joiner, BOM, tatweel
_MARK_BLOCKS = ((0x300, 0x370), (0x483, 0x48A), (0x591, 0x5C8), (0x610, 0x61B), (0x64B, 0x660),
                (0x670, 0x671), (0x6D6, 0x6EE), (0x897, 0x900), (0x1AB0, 0x1B00), (0x1DC0, 0x1E00),
                (0x20D0, 0x2100), (0xFE00, 0xFE10), (0xFE20, 0xFE30))  # fmt: skip
_LETTERS = {
    "ي": "ی",
    "ى": "ی",
    "ې": "ی",
    "ك": "ک",
    "ڪ": "ک",
    "ة": "ه",
    "ە": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ٱ": "ا",
}


def _fold_table() -> dict[int, int | str | None]:
    # Common letters stand for themselves, as a look-up that fails costs `translate` ten times as much.
    table: dict[int, int | str | None] = {c: c for c in (*range(0x80), *range(0x600, 0x700))}
    dropped = {ord(c) for c in _BIDI + _JOINERS}
    for first, end in _MARK_BLOCKS:
        dropped.update(c for c in range(first, end) if unicodedata.category(chr(c)) == "Mn")
    table.update(dict.fromkeys(dropped))
    table.update({ord(old): new for old, new in _LETTERS.items()})
    table.update({ord(old): new for old, new in zip(_PERSIAN + _ARABIC, _ASCII + _ASCII, strict=True)})
    return table


_FOLD = _fold_table()
_WORD = re.compile(r"[^\W_]+")
_CONTROL = re.compile(f"[{_BIDI}\ufeff\ud800-\udfff\x00-\x09\x0b-\x1f\x7f-\x9f]")


def fold(text: str) -> str:
    """One form for all spellings of a text, to compare and to search by; never to show.

    Compatibility decomposition takes the marks off their letters (آ أ إ→ا, ؤ→و, ئ→ی, ۀ→ه) and opens
    presentation forms; the rest, which no Unicode form knows, is ours: Arabic ي ك ة to Persian letters,
    digits to ASCII, ZWNJ, tatweel and bidi controls to nothing. Folding twice changes nothing.
    """
    plain = unicodedata.normalize("NFKD", text).translate(_FOLD)
    lowered = plain.casefold()
    if lowered != plain:  # a few lower-case letters come apart in their turn; Persian has no case
        plain = unicodedata.normalize("NFKD", lowered).translate(_FOLD)
    return " ".join(plain.split())


def words(text: str) -> list[str]:
    """The folded words of a text. What ZWNJ holds together is one word (می‌کنم), a digit run is one too."""
    return _WORD.findall(fold(text))


def parts(text: str) -> list[str]:
    """As `words`, split at ZWNJ as well: «چاله‌های» gives «چاله» and «های»."""
    return _WORD.findall(fold(text.replace(ZWNJ, " ")))


def clean(text: str) -> str:
    """What somebody typed, made fit to store: no direction controls, no control characters, trimmed.

    ZWNJ and line ends stay. Lone surrogates and NUL go too: no database takes them.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _CONTROL.sub("", lines).strip()


def ascii_digits(text: str) -> str:
    return text.translate(_TO_ASCII)


def persian_digits(text: str) -> str:
    return text.translate(_TO_PERSIAN)


def digits(text: str, language: str) -> str:
    """The text with its digits as readers of the language write them; an unknown language gets ASCII."""
    return text.translate(_DIGITS.get(language, _TO_ASCII))


def number(value: float, language: str) -> str:
    """A count or a measure with thousands apart and at most one decimal place: ۱٬۲۳۴٫۵.

    Years, codes and phone numbers are not numbers in this sense: use `digits`.
    """
    rounded = value if isinstance(value, int) else round(value, 1)
    whole = int(rounded) if rounded == int(rounded) else rounded
    shown = f"{whole:,}"
    return digits(shown.translate(_POINTS) if language in {"fa", "ar"} else shown, language)


def isolate(text: str) -> str:
    """The text kept from bending the direction of the sentence round it."""
    return f"{FSI}{text}{PDI}"


def shortened(text: str, most: int) -> str:
    """The text, cut off with an ellipsis where it has more than `most` characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"

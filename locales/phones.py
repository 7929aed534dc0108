"""Phone numbers in running text, so that they can be hidden from groups and public lists."""

import re

_D = "[0-9۰-۹٠-٩]"
_GAP = r"[ \u00a0\u200c\u200e\u200f\u2066-\u2069.()\-‐‑–]{0,3}"
_TAIL = f"(?:{_GAP}{_D}){{9}}"
_ZERO, _NINE, _EIGHT = "[0۰٠]", "[9۹٩]", "[8۸٨]"
_COUNTRY = rf"(?:[(]?\+{_GAP}|{_ZERO}{_GAP}{_ZERO}{_GAP})?{_NINE}{_GAP}{_EIGHT}{_GAP}"
_TRUNK = f"[(]?{_ZERO}{_GAP}"
_MOBILE = rf"(?:{_COUNTRY}{_TRUNK}|{_COUNTRY}|{_TRUNK})?{_NINE}{_TAIL}"
_LANDLINE = rf"(?:{_COUNTRY}{_TRUNK}|{_COUNTRY}|{_TRUNK})[1-8۱-۸١-٨]{_TAIL}"
# Eight digits alone are a tracking code, unless the writer says that they are a phone number.
_SAID = r"(?:تلفن|تماس|موبایل|همراه|هاتف|phone|tel|call)[^\n0-9۰-۹٠-٩]{0,12}?"
_LOCAL = f"[2-8۲-۸٢-٨](?:{_GAP}{_D}){{7}}"
_PHONE = re.compile(f"(?<!{_D})(?:{_MOBILE}|{_LANDLINE})(?!{_D})")
_NAMED = re.compile(f"({_SAID})(?<!{_D}){_LOCAL}(?!{_D})", re.IGNORECASE)
_HIDDEN = "«…»"


def mask_phones(text: str) -> str:
    """The text with Iranian mobile and landline numbers replaced by «…».

    All three digit sets, +98, 0098, 98 or 0 in front, spaces, dots, dashes or brackets between.
    A landline without its area code is known only by a word such as «تلفن» before it. Tracking codes,
    137's ten-digit codes, emergency numbers, dates and house numbers stay.
    """
    return _NAMED.sub(rf"\1{_HIDDEN}", _PHONE.sub(_HIDDEN, text))

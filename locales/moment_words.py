"""The words in which people name times of the day, in Persian, English and Arabic, folded."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from locales.calendar_names import WEEKDAYS
from locales.text import fold

MORNING, MIDDAY, AFTERNOON, NIGHT, MIDNIGHT = "morning", "midday", "afternoon", "night", "midnight"
TONIGHT = "tonight"  # a part of today
LATE = "late"  # the end of such a night: «امشب ۲ بامداد»
Meaning = TypeVar("Meaning")


def any_of(words: Iterable[str]) -> str:
    """For a regular expression: one of these, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _folded(words: Mapping[Meaning, tuple[str, ...]]) -> dict[str, Meaning]:
    return {fold(word): meaning for meaning, several in words.items() for word in several}


# A part of the day, and the hour that it stands for where no other is named.
PARTS: dict[str, tuple[str, int | None]] = _folded({
    (MORNING, None): ("بامداد", "سحر", "am", "a.m."),
    (MORNING, 9): ("صبح", "صباحا", "صباح", "morning", "in the morning"),
    (MORNING, 10): ("قبل از ظهر", "قبل‌ازظهر", "پیش از ظهر", "پیش‌ازظهر", "قبل الظهر"),
    (MIDDAY, 12): ("ظهر", "ظهرا", "noon", "at noon"),
    (AFTERNOON, None): ("pm", "p.m."),
    (AFTERNOON, 15): ("بعدازظهر", "بعد از ظهر", "بعد الظهر", "afternoon", "in the afternoon"),
    (AFTERNOON, 17): ("عصر", "عصرا"),
    (AFTERNOON, 18): ("غروب", "مساء", "evening", "in the evening"),
    (NIGHT, 20): ("شب", "ليلا", "at night"),
    (MIDNIGHT, 24): ("نیمه‌شب", "نیمه شب", "نصف شب", "منتصف الليل", "midnight", "at midnight"),
    (TONIGHT, 20): ("امشب", "tonight", "الليلة"),
})  # fmt: skip
HOURS = {
    fold(word): hour
    for hour, words in enumerate(
        (("یک", "الواحدة", "one"), ("دو", "الثانية", "two"), ("سه", "الثالثة", "three"), ("چهار", "الرابعة", "four"),
         ("پنج", "الخامسة", "five"), ("شش", "السادسة", "six"), ("هفت", "السابعة", "seven"), ("هشت", "الثامنة", "eight"),
         ("نه", "التاسعة", "nine"), ("ده", "العاشرة", "ten"), ("یازده", "الحادية عشرة", "eleven"),
         ("دوازده", "الثانية عشرة", "twelve")), start=1)
    for word in words
}  # fmt: skip
# What is added to an hour, or is missing to it.
MINUTES = _folded({
    5: ("پنج", "خمس", "five"),
    10: ("ده", "عشر", "ten"),
    15: ("ربع", "یک ربع", "الربع", "ربعا", "پانزده", "quarter", "a quarter"),
    20: ("بیست", "ثلث", "الثلث", "ثلثا", "twenty"),
    25: ("بیست و پنج", "twenty five"),
    30: ("نیم", "سی", "النصف", "نصف", "half", "a half", "thirty"),
    40: ("چهل", "forty"),
    45: ("چهل و پنج", "سه ربع", "forty five"),
    50: ("پنجاه", "fifty"),
})  # fmt: skip
WEEKDAYS_NAMED = {fold(name): day for names in WEEKDAYS.values() for day, name in enumerate(names)}
# «شب جمعه» is the evening of Thursday, where «جمعه شب» is that of Friday.
EVES = {fold(f"شب{name}"): day for day, name in enumerate(WEEKDAYS["fa"])}
PARTS |= dict.fromkeys(EVES, (TONIGHT, 20))
# The weekday with which the next week begins, for those who say so: as in the calendar of buttons.
NEXT_WEEK = _folded({
    5: ("هفته بعد", "هفته بعدی", "هفته آینده", "هفته دیگر", "الأسبوع القادم", "الأسبوع المقبل"),
    0: ("next week",),
})  # fmt: skip
NEXT = tuple(map(fold, ("آینده", "بعد", "بعدی", "دیگر", "next", "القادم", "المقبل")))
FILLERS = tuple(map(fold, ("در", "برای", "این", "همین", "on", "this", "o'clock", "oclock", "o’clock", "يوم", "في")))
AT = tuple(map(fold, ("ساعت", "الساعة", "at")))
TODAY = tuple(map(fold, ("امروز", "today", "اليوم")))
MINUTE = tuple(map(fold, ("دقیقه", "دقائق", "دقيقة", "minutes", "minute")))
# How much later: minutes, or days.
UNITS = _folded({
    1: ("دقیقه", "دقيقة", "دقائق", "minute", "minutes", "min"),
    2: ("دقيقتين",),
    15: ("ربع",),
    60: ("ساعت", "ساعة", "ساعات", "hour", "hours"),
    120: ("ساعتين",),
})  # fmt: skip
DAYS = _folded({
    1: ("روز", "يوم", "أيام", "day", "days"),
    2: ("يومين",),
    7: ("هفته", "أسبوع", "أسابيع", "week", "weeks"),
    14: ("أسبوعين",),
})  # fmt: skip
COUNTS = _folded({
    1: ("یک", "a", "an", "one"),
    2: ("دو", "two"),
    3: ("سه", "ثلاث", "ثلاثة", "three"),
    4: ("چهار", "أربع", "أربعة", "four"),
    5: ("پنج", "خمس", "خمسة", "five"),
    6: ("شش", "ست", "ستة", "six"),
    7: ("هفت", "سبع", "سبعة", "seven"),
    8: ("هشت", "ثماني", "ثمانية", "eight"),
    9: ("نه", "تسع", "تسعة", "nine"),
    10: ("ده", "عشر", "عشرة", "ten"),
    12: ("دوازده", "twelve"),
    15: ("پانزده", "fifteen"),
    20: ("بیست", "twenty"),
    30: ("سی", "thirty"),
})  # fmt: skip
PORTIONS: dict[str, float] = _folded({0.5: ("نیم", "نصف", "half a", "half an", "half"),
                                      0.25: ("ربع", "یک ربع", "quarter of an", "a quarter of an")})  # fmt: skip

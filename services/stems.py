"""Persian words as people write them, brought near to the forms that a lexicon lists."""

from collections.abc import Iterator

from locales.text import parts

# Endings that a half-space or a space has cut off, and words that only join others. Both sides of a
# comparison lose them, so that «چراغ‌های خیابون رو» and «چراغ خیابان» come to the same.
_DROPPED = frozenset({
    "ها", "های", "هایی", "ی", "ای", "ام", "ات", "اش", "مان", "تان", "شان", "مون", "تون", "شون", "هام",
    "هات", "هاش", "هامون", "هاتون", "هاشون", "را", "رو", "و", "یه", "یک", "یکی", "این", "اون", "ان",
    "که", "هم", "خیلی", "از", "به", "با", "در", "است", "هست", "بود", "شد",
})  # fmt: skip
_AFTER_FOOT = frozenset({"رو", "روی", "روها", "روهای", "رومون"})  # پیاده‌رو, cut at its half-space
_VERB_PREFIXES = frozenset({"می", "نمی"})
# What is spoken otherwise than it is written, where no rule finds the way back.
_SPOKEN = {
    "جوب": "جوی",
    "جوبا": "جوی",
    "خونه": "خانه",
    "خونمون": "خانه",
    "نونوایی": "نانوایی",
    "تمیزش": "تمیز",
    "بزارید": "بگذارید",
    "بزارین": "بگذارید",
    "بذارید": "بگذارید",
    "بذارین": "بگذارید",
    "بگذارین": "بگذارید",
    "بذار": "بگذارید",
    "کنین": "کنید",
    "بسازین": "بسازید",
    "بندازین": "بندازید",
    "وامیسته": "وایمیسه",
    "وایمیسته": "وایمیسه",
    "اومده": "امده",
    "اومد": "امد",
    "میاد": "میاید",
    "نمیاد": "نمیاید",
    "محلمون": "محله",
    "محلمان": "محله",
    "کوچمون": "کوچه",
    "بچم": "بچه",
    "بچ": "بچه",
    "بچا": "بچه",
    "انقد": "اینقدر",
    "زمستونا": "زمستان",
    "وایساده": "ایستاده",
    "وایستاده": "ایستاده",
    "خانوم": "خانم",
    "خانوما": "خانم",
    "خانما": "خانم",
    "میخوایم": "میخواهیم",
    "رودخونه": "رودخانه",
    "سروصدا": "صدا",
    "گارباژ": "زباله",
}
_PLURALS = ("هاشون", "هامون", "هاتون", "هایی", "هاش", "هام", "های", "هارو", "ها")
_NOT_PLURAL = frozenset({"تنها", "انتها", "بها", "دنیاها", "انها", "اینها"})
# Endings by the least number of letters that must remain for them to be believed.
_ENDINGS = (
    ("هایم", 2), ("ایی", 3), ("مون", 3), ("تون", 3), ("شون", 3), ("مان", 3), ("تان", 3), ("شان", 3),
    ("ترین", 3), ("اشو", 3), ("شو", 3), ("اند", 3), ("ند", 3), ("ید", 3), ("ین", 3), ("یم", 3), ("ات", 3),
    ("ان", 3), ("ای", 3), ("تر", 3), ("رو", 3), ("ام", 3), ("اش", 3), ("ه", 2), ("ی", 3), ("ا", 2), ("م", 3),
    ("ت", 4), ("ش", 3), ("ن", 3), ("د", 4), ("و", 3), ("یی", 3),
)  # fmt: skip
_BEGINNINGS = (("نمی", 3), ("می", 3), ("وال", 3), ("بال", 3), ("لل", 3), ("ال", 3), ("و", 4), ("ب", 4), ("ن", 4))
_ENGLISH_ENDINGS = (("ing", 3), ("ed", 3), ("es", 3), ("s", 3), ("y", 4))
_DEPTH = 3


def spoken_words(text: str) -> list[str]:
    """The words of a text without what only joins them: folded, singular, in written form."""
    return [written for word in whole_words(text) if (written := written_form(word))]


def whole_words(text: str) -> list[str]:
    """The folded words of a text, with what a half-space or a space has cut apart put together again."""
    found: list[str] = []
    prefix = ""
    for part in parts(text):
        if part in _VERB_PREFIXES:
            prefix = part
        elif found and found[-1] == "پیاده" and part in _AFTER_FOOT:
            found[-1] = "پیادهرو"
        else:
            found.append(prefix + part)
            prefix = ""
    return found


def written_form(word: str) -> str | None:
    """A folded word singular and as it is written; None for a word that only joins others."""
    if word in _DROPPED:
        return None
    word = _SPOKEN.get(word, word)
    if word not in _NOT_PLURAL:
        ending = next((e for e in _PLURALS if word.endswith(e) and len(word) > len(e) + 1), "")
        word = word.removesuffix(ending)
    if word.endswith("ون") and len(word) > 4:  # noqa: PLR2004 - خیابون, ساختمون; not خون
        word = f"{word[:-2]}ان"
    return _SPOKEN.get(word, word)


def shorter_forms(word: str) -> Iterator[str]:
    """The word, then what it may be an inflected form of, the likelier first.

    Possessives, colloquial plurals and «است», verb endings, Arabic articles, English endings: to be
    looked up in a lexicon, as many of these are no words at all.
    """
    level = [word]
    seen: set[str] = set()
    for _ in range(_DEPTH):
        yield from level
        seen.update(level)
        level = list(dict.fromkeys(form for longer in level for form in _stripped(longer) if form not in seen))
    yield from level
    if len(word) > 2:  # noqa: PLR2004
        yield f"{word}ه"  # «کوچها», a plural of «کوچه» in a hurry, has lost the word's own last letter


def _stripped(word: str) -> Iterator[str]:
    if word.isascii():
        for ending, least in _ENGLISH_ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= least:
                yield word.removesuffix(ending)
        return
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            yield word.removesuffix(ending)
    for beginning, least in _BEGINNINGS:
        if word.startswith(beginning) and len(word) - len(beginning) >= least:
            yield word.removeprefix(beginning)

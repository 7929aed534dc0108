"""A poll in one message: a question, and its options on lines that begin with a dash."""

from __future__ import annotations

import re
from dataclasses import dataclass

from locales.text import ascii_digits, clean, shortened
from services.polls import FEWEST_OPTIONS, LONGEST_OPTION, LONGEST_QUESTION, MOST_OPTIONS
from services.refusal import Refusal
from storage.polls import Option

LINE_SHOWN = 60  # characters of a line that is named
# «- نظافت», «• نظافت», «۳. نظافت», «۳) نظافت»
BULLET = re.compile(r"(?:[-–—*•▪●]|\d{1,2}\s*[.)\-])\s*(.*)")

NUMBERED = re.compile(r"(\d{1,2})\s*[.)\-]")
RANGE = re.compile(r"\d+\s*-|\d+[.]\d")  # «۱-۲ بار», «۲.۵ متر»


@dataclass(frozen=True)
class Form:
    question: str
    options: list[Option]


def read(text: str) -> Form:
    """Raises Refusal, which names the line that cannot be understood."""
    lines = [line.strip() for line in clean(text).split("\n") if line.strip()]
    if not lines or _bulleted(lines[0]) is not None:
        raise Refusal("poll-form-no-question")
    if len(lines[0]) > LONGEST_QUESTION:
        raise Refusal("poll-question-long", count=LONGEST_QUESTION)
    options = _options(lines[1:])
    if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        raise Refusal("poll-options-count", fewest=FEWEST_OPTIONS, most=MOST_OPTIONS)
    return Form(lines[0], options)


def _options(lines: list[str]) -> list[Option]:
    found: list[Option] = []
    for line in lines:
        option = _bulleted(line)
        if not option:
            raise Refusal("poll-form-line", line=shortened(line, LINE_SHOWN))
        if len(option) > LONGEST_OPTION:
            raise Refusal("poll-form-option-long", line=shortened(line, LINE_SHOWN), count=LONGEST_OPTION)
        if option in (each.text for each in found):
            raise Refusal("poll-form-option-twice", line=shortened(line, LINE_SHOWN))
        found.append(Option(option))
    return found


def _bulleted(line: str) -> str | None:
    """What stands behind the dash; None for a line without one. Digits may be of any script."""
    match = BULLET.fullmatch(ascii_digits(line))
    return line[match.start(1) :].strip() if match else None


def options_in(text: str) -> list[Option]:
    """Options as somebody lists them when asked for nothing else: a line each, with or without a dash.

    «۱۰ - ۲۰ متر» is an option, and «۳- نظافت» the third of several that all begin with a number.
    """
    lines = [line.strip() for line in clean(text).split("\n") if line.strip()]
    numbers = [int(found[1]) for line in lines if (found := NUMBERED.match(ascii_digits(line)))]
    if numbers == list(range(1, len(lines) + 1)) and len(lines) > 1:
        return [Option(_bulleted(line) or line) for line in lines]
    return [Option(line if RANGE.match(ascii_digits(line)) else _bulleted(line) or line) for line in lines]

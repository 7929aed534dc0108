"""A poll in words: its options, its results, how it goes on."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from handlers.house import House
from handlers.voice import TEXT_MOST
from locales import dates
from locales.text import digits, number, shortened
from locales.words import Html, Words
from services import polls, results
from services.polls import SCALE, SEVERAL, WORDS, YES_NO
from services.results import Outcome, Rate, Row
from storage.polls import Poll, Question

YES_NO_KEYS = ("poll-yes", "poll-no", "poll-unsure")
BAR = 8  # blocks
LINES_MOST = 20  # of options in one message; a poll of several questions shows the strongest of each
OPTION_SHOWN, TITLE_SHOWN = 45, 100  # characters
TAG = re.compile(r"<[^>]*>")


def fitting(own: Words, head: Sequence[Html], body: Sequence[Html], tail: Sequence[Html] = ()) -> Html:
    """As one message. Of a body that is too long its first lines, and how many more there are."""
    kept = list(body)
    while True:
        left = sum(bool(line) for line in body[len(kept) :])
        more = [own("poll-more", count=left)] if left else []
        joined = Html("\n".join([*head, *kept, *more, *tail]))
        if not kept or _length(joined) <= TEXT_MOST:
            return joined
        kept.pop()


def _length(text: Html) -> int:
    """As Telegram counts: without tags, in units of UTF-16."""
    return len(html.unescape(TAG.sub("", text)).encode("utf-16-le", "surrogatepass")) // 2


def label(own: Words, question: Question, place: int) -> str:
    """An option, as its button says it."""
    if question.kind == SCALE:
        return digits(str(place + 1), own.language)
    if question.kind == YES_NO:
        return own.plain(YES_NO_KEYS[place])
    return question.options[place].text


def labels(own: Words, question: Question) -> list[str]:
    return [label(own, question, place) for place in range(polls.width(question))]


def chosen(own: Words, question: Question, places: Sequence[int]) -> str:
    """What somebody has chosen."""
    return own.plain("list-comma").join(label(own, question, place) for place in places)


def percent(own: Words, share: float) -> str:
    return own.plain("poll-percent", share=digits(str(round(100 * share)), own.language))


def head(own: Words, poll: Poll, question: Question) -> list[Html]:
    """What is asked, and how to answer it."""
    lines = [own("poll-question", question=question.words)]
    if len(poll.questions) > 1:
        at = poll.questions.index(question) + 1
        lines.append(own("poll-question-number", number=at, count=len(poll.questions)))
    if question.kind == SEVERAL:
        lines.append(own("poll-hint-several", count=question.most))
    elif question.kind == SCALE:
        lines.append(own("poll-hint-scale"))
    elif question.kind == WORDS:
        lines.append(own("poll-hint-words"))
    return lines


def promise(house: House, own: Words, poll: Poll, now: int) -> list[Html]:
    """What every voter is told before voting: who can see it, and until when."""
    lines = [own("poll-anonymous" if poll.anonymous else "poll-named")]
    if poll.closes is not None:
        lines.append(own("poll-until", when=dates.moment_words(poll.closes, own.language, house.city.zone, now)))
    return lines


# Results


def outcomes(own: Words, poll: Poll, found: Sequence[Outcome]) -> list[Html]:
    """Of the whole, question by question."""
    lines: list[Html] = []
    for outcome in found:
        lines += [Html(""), _title(own, poll, outcome), *outcome_lines(own, outcome, most_of(poll))]
    return lines


def most_of(poll: Poll) -> int:
    """How many options of each of its questions are shown."""
    return max(LINES_MOST // max(len(poll.questions), 1), 4)


def _title(own: Words, poll: Poll, outcome: Outcome) -> Html:
    answers = number(outcome.answers, own.language)
    if len(poll.questions) == 1:
        return own("poll-answers", answers=answers)
    return own("poll-answers-to", question=shortened(outcome.question.words, TITLE_SHOWN), answers=answers)


def outcome_lines(own: Words, outcome: Outcome, most: int = LINES_MOST) -> list[Html]:
    question = outcome.question
    if question.kind == WORDS:
        return [own("poll-words-kept")]
    places = strongest(outcome, most)
    lines = [_option_line(own, outcome, place) for place in places] + _left_off(own, outcome, places)
    if outcome.mean is not None:
        lines.append(own("poll-mean", mean=number(outcome.mean, own.language)))
    return lines


def strongest(outcome: Outcome, most: int) -> list[int]:
    """The options with the most votes, in the order in which they were asked."""
    return sorted(sorted(range(len(outcome.counts)), key=lambda place: -outcome.counts[place])[:most])


def _left_off(own: Words, outcome: Outcome, places: Sequence[int]) -> list[Html]:
    left = len(outcome.counts) - len(places)
    return [own("poll-more-options", count=left)] if left else []


def _option_line(own: Words, outcome: Outcome, place: int) -> Html:
    share = outcome.share(place)
    return own(
        "poll-result",
        bar=bar(share),
        option=shortened(label(own, outcome.question, place), OPTION_SHOWN),
        share=percent(own, share),
        votes=number(outcome.counts[place], own.language),
    )


def bar(share: float) -> str:
    filled = round(share * BAR)
    return "▰" * filled + "▱" * (BAR - filled)


def versus(own: Words, row: Row, outcome: Outcome, most: int = LINES_MOST) -> list[Html]:
    """An area against the whole: shares where all of it may be shown, otherwise the counts that may."""
    question, lines = outcome.question, []
    places = strongest(outcome, most)
    for place in places:
        count, option = row.counts[place], shortened(label(own, question, place), OPTION_SHOWN)
        whole = percent(own, outcome.share(place))
        if row.shares is not None:
            lines.append(own("poll-versus", option=option, share=percent(own, row.shares[place]), whole=whole))
        elif count is not None:
            lines.append(own("poll-versus-count", option=option, votes=number(count, own.language), whole=whole))
        else:
            lines.append(own("poll-versus-hidden", option=option, whole=whole))
    return lines + _left_off(own, outcome, places)


def area_lines(house: House, own: Words, poll: Poll, found: results.Results, area: str) -> list[Html]:
    """All questions of which an area shows something."""
    lines: list[Html] = []
    for place, outcome in enumerate(found.outcomes):
        row = found.row(place, area)
        if row is None:
            continue
        if len(poll.questions) > 1:
            lines.append(own("poll-versus-title", question=shortened(outcome.question.words, TITLE_SHOWN)))
        lines += versus(own, row, outcome, most_of(poll))
    name = house.city.name(area, own.language)
    return [Html(""), own("poll-your-area", area=name), *lines, own("poll-hidden-note")] if lines else []


def rate_lines(own: Words, rate: Rate) -> list[Html]:
    return [
        own(
            "poll-rate",
            answered=number(rate.answered, own.language),
            reached=number(rate.reached, own.language),
            share=percent(own, rate.share),
        ),
        own("poll-interval", low=percent(own, rate.low), high=percent(own, rate.high)),
    ]

"""Answers in people's own words: for managers alone, by the words that come up most, then one by one."""

from __future__ import annotations

from handlers.keyboards import Button, button, inline
from handlers.polls.numbers import number_in
from handlers.talk import Talk
from locales.text import number, shortened
from locales.words import Html
from services import free_words
from services.polls import WORDS, Standing
from storage import votes
from storage.polls import Poll, Question

PAGE = 12
SHOWN = 160  # characters of an answer


async def show(talk: Talk, poll: Poll, _: Standing, given: str) -> None:
    """`<question>.<skip>`; the first page has the groups."""
    at, skipped = given.partition(".")[::2]
    asked = [question for question in poll.questions if question.kind == WORDS]
    question = next((each for each in asked if str(each.place) == at), asked[0] if asked else None)
    if question is None:
        talk.toast("button-old", alert=True)
        return
    answers = [words for words, _ in await votes.words(talk.tx, question.id)]
    skip = number_in(skipped)
    own = talk.own
    lines = [own("poll-words-head", question=question.words, answers=number(len(answers), own.language))]
    if not skip:
        lines += _groups(talk, question, answers)
    lines.append(Html(""))
    lines += [
        own("poll-words-line", words=shortened(words, SHOWN))
        for words in free_words.masked(answers[skip : skip + PAGE])
    ]
    talk.show(
        Html("\n".join(lines)),
        inline(_others(talk, poll, asked, question), *_ways(talk, poll, question, skip, len(answers))),
    )


def _groups(talk: Talk, question: Question, answers: list[str]) -> list[Html]:
    own = talk.own
    return [
        own("poll-words-group", word=group.word, answers=number(len(group.answers), own.language))
        for group in free_words.groups(answers, ignored=[question.words])
    ]


def _others(talk: Talk, poll: Poll, asked: list[Question], question: Question) -> list[Button]:
    return [
        button(talk.own.plain("poll-question-short", number=each.place + 1), f"polls:words:{poll.id}:{each.place}.0")
        for each in asked
        if each is not question
    ]


def _ways(talk: Talk, poll: Poll, question: Question, skip: int, count: int) -> list[list[Button]]:
    own, prefix = talk.own, f"polls:words:{poll.id}:{question.place}."
    row = [button(own.plain("button-previous"), f"{prefix}{max(skip - PAGE, 0)}")] if skip else []
    row += [button(own.plain("button-next"), f"{prefix}{skip + PAGE}")] if skip + PAGE < count else []
    return [row, [button(own.plain("button-back"), f"polls:see:{poll.id}")]]

"""The one message of a poll that a voter has before them: a question and its buttons, changed in place."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.house import House
from handlers.keyboards import Button, Keyboard, button, inline
from handlers.polls import wording
from locales.words import LEFT_TO_RIGHT, Html, Words
from services import polls, results, voting
from services.polls import FINISHED, SCALE, SEVERAL, WORDS, YES_NO
from services.results import Outcome
from services.voting import Voter
from storage.broadcasts import Call
from storage.database import Transaction
from storage.polls import Poll, Question

PREFIX = "p"  # of the deep links to polls
NOBODY = Voter(0, {}, sealed=False)


def text(house: House, own: Words, poll: Poll, question: Question, now: int, more: Sequence[Html] = ()) -> Html:
    lines = [*wording.head(own, poll, question), *more, Html(""), *wording.promise(house, own, poll, now)]
    return Html("\n".join(lines))


def keyboard(own: Words, poll: Poll, question: Question, voter: Voter = NOBODY, mask: int | None = None) -> Keyboard:
    """`mask` are the options marked so far where several may be chosen; nobody else remembers them."""
    at = poll.questions.index(question)
    rows = _answers(own, poll, question, at, _marked(poll, question, voter, mask))
    rows.append(_ways(own, poll, at, voter))
    rows.append(_result(own, poll))
    return inline(*rows)


def _marked(poll: Poll, question: Question, voter: Voter, mask: int | None) -> int:
    """In an anonymous poll nobody who looks at the phone, or at what is sent to it, sees how its owner voted."""
    if mask is not None:
        return mask
    known = voter.votes.get(question.id)
    return known.chosen if known and not poll.anonymous else 0


def _answers(own: Words, poll: Poll, question: Question, at: int, marked: int) -> list[list[Button]]:
    if question.kind == WORDS:
        return [[button(own.plain("button-poll-write"), f"poll:write:{poll.id}:{at}")]]
    buttons = [_option(own, poll, question, at, place, marked) for place in range(polls.width(question))]
    if question.kind in {SCALE, YES_NO}:
        return [buttons if question.kind == YES_NO or own.language in LEFT_TO_RIGHT else buttons[::-1]]
    rows = [[each] for each in buttons]
    if question.kind == SEVERAL:
        rows.append([button(own.plain("button-poll-submit"), f"poll:submit:{poll.id}:{at}:{marked}")])
    return rows


def _option(own: Words, poll: Poll, question: Question, at: int, place: int, marked: int) -> Button:
    mark = "✅ " if marked & voting.bit(place) else ""
    label = mark + wording.label(own, question, place)
    if question.kind == SEVERAL:
        return button(label, f"poll:mark:{poll.id}:{at}:{marked ^ voting.bit(place)}")
    return button(label, f"poll:vote:{poll.id}:{at}:{place}")


def _ways(own: Words, poll: Poll, at: int, voter: Voter) -> list[Button]:
    """To the question before, and past one that somebody would rather not answer."""
    row = [button(own.plain("button-previous"), f"poll:ask:{poll.id}:{at - 1}")] if at else []
    if len(poll.questions) > 1 and voter is not NOBODY:
        row.append(button(own.plain("button-poll-skip"), f"poll:skip:{poll.id}:{at}"))
    return row


def _result(own: Words, poll: Poll) -> list[Button]:
    hidden = poll.shown == polls.MANAGERS
    return [] if hidden else [button(own.plain("button-poll-result"), f"poll:result:{poll.id}")]


def calls(house: House, own: Words, poll: Poll, now: int, before: Html | None = None) -> list[Call]:
    """The first question as everybody gets it, its pictures above it."""
    question = poll.questions[0]
    body = text(house, own, poll, question, now)
    content = {
        "text": body if before is None else Html(f"{before}\n\n{body}"),
        "parse_mode": "HTML",
        "reply_markup": keyboard(own, poll, question),
    }
    return [*pictures(question), Call("sendMessage", content)]


def pictures(question: Question) -> list[Call]:
    """The options that have one, each with its text: as an album, or alone."""
    shown = [{"type": "photo", "media": option.photo, "caption": option.text} for option in polls.pictured(question)]
    if len(shown) == 1:
        return [Call("sendPhoto", {"photo": shown[0]["media"], "caption": shown[0]["caption"]})]
    return [Call("sendMediaGroup", {"media": shown})] if shown else []


async def seen(tx: Transaction, poll: Poll, *, voted: bool, manages: bool = False) -> list[Outcome]:
    """The results as far as somebody may see them now; none where they may not."""
    return await results.outcomes(tx, poll) if results.may_see(poll, voted=voted, manages=manages) else []


def done(own: Words, poll: Poll, voter: Voter, found: Sequence[Outcome]) -> Html:
    """All is answered that somebody wanted to answer, be it nothing."""
    lines = [own("poll-thanks" if voter.has_answered else "poll-skipped", title=poll.title)]
    return Html("\n".join([*lines, *wording.outcomes(own, poll, found)]))


def done_keyboard(own: Words, poll: Poll, voter: Voter, *, asks_home: bool) -> Keyboard:
    key = "button-poll-change" if voter.has_answered else "button-poll-answer"
    rows = [[button(own.plain(key), f"poll:ask:{poll.id}:0")], _result(own, poll)]
    return inline(*rows, home_row(own, poll) if asks_home else [])


def home_row(own: Words, poll: Poll) -> list[Button]:
    """Whoever has not said where they live may do so, to be counted there."""
    return [button(own.plain("button-poll-home"), f"poll:homes:{poll.id}")]


def is_over(poll: Poll, now: int) -> bool:
    return poll.state in FINISHED or (poll.closes is not None and poll.closes <= now)

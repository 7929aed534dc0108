"""Answering: every press of a voter, whoever they are and however they came."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers import steps
from handlers.keyboards import button, inline
from handlers.polls import home, page, seen, wording
from handlers.polls.numbers import number_in
from handlers.refusals import refuse
from handlers.talk import Talk
from locales.text import clean
from locales.words import Html
from services import polls as service
from services import voting
from services.polls import OPEN, SEVERAL, WORDS
from services.refusal import Refusal
from services.voting import Voter
from storage import polls, votes
from storage.outbox import ANSWER
from storage.polls import Poll, Question


async def pressed(talk: Talk, verb: str, argument: str) -> None:
    """`poll:<verb>:<poll>:<place>:<rest>`, from the voter's own private chat and no copy of the message."""
    poll_id, place, rest = [*argument.split(":"), "", ""][:3]
    poll = await polls.get(talk.tx, number_in(poll_id), lock="share" if verb in WRITES else "")
    if verb not in PRESSES or poll is None or poll.state not in seen.VISIBLE or not _counts(talk, verb):
        talk.toast("button-old", alert=True)
    elif poll.state != OPEN or page.is_over(poll, talk.now):
        await seen.closed(talk, poll)
    elif number_in(place) >= len(poll.questions):
        talk.toast("button-old", alert=True)
    else:
        try:
            await PRESSES[verb](talk, poll, poll.questions[number_in(place)], rest)
        except Refusal as refusal:
            await _refused(talk, poll, refusal)


def _counts(talk: Talk, verb: str) -> bool:
    """What was set aside, and is served late, does not vote: they may have voted otherwise since."""
    return _is_own(talk) and not (talk.replayed and verb in VOTES)


def _is_own(talk: Talk) -> bool:
    """Copies in groups and channels, and forwarded ones, cannot vote."""
    message = talk.query.message if talk.query else None
    return talk.private and not (message and "forward_origin" in message.raw)


async def _refused(talk: Talk, poll: Poll, refusal: Refusal) -> None:
    if refusal.reason == "poll-home-needed":
        home.ask(talk, poll)
    else:
        await refuse(talk, refusal)


async def opened(talk: Talk, number: int) -> None:
    """By a link, or from a poster."""
    poll = await polls.get(talk.tx, number)
    if poll is None or poll.state not in seen.VISIBLE:
        talk.say("poll-gone")
        return
    await open_(talk, poll)


async def open_(talk: Talk, poll: Poll) -> None:
    """Where one stopped; whoever has come without being asked counts as reached."""
    if poll.state != OPEN or page.is_over(poll, talk.now):
        await seen.closed(talk, poll)
        return
    votes.note_visit(talk.tx, poll.id, talk.person.id)
    try:
        area = await voting.home(talk.tx, talk.house.city, poll, talk.person)
    except Refusal as refusal:
        await _refused(talk, poll, refusal)
        return
    if area:
        await go_on(talk, poll)
    else:
        home.ask(talk, poll)


async def go_on(talk: Talk, poll: Poll) -> None:
    """To the first question that is not answered yet, or to the end."""
    voter = await voting.voter(talk.tx, talk.house.ballot_key, poll, talk.person.id)
    question = voter.next_question(poll)
    if question is None or voter.sealed:
        await _end(talk, poll, voter)
    else:
        show(talk, poll, question, voter)


def show(talk: Talk, poll: Poll, question: Question, voter: Voter, more: list[Html] | None = None) -> None:
    """A question that pictures belong to comes as a new message, below them."""
    own = talk.own
    pictures = page.pictures(question) if not voter.votes.get(question.id) else []
    if pictures:
        talk.close_buttons()
        for call in pictures:
            talk.send(talk.chat, call.method, call.parameters, lane=ANSWER)
    talk.show(
        page.text(talk.house, own, poll, question, talk.now, more or []), page.keyboard(own, poll, question, voter)
    )


async def _vote(talk: Talk, poll: Poll, question: Question, rest: str) -> None:
    option = next((place for place in range(service.width(question)) if rest == str(place)), None)
    if question.kind == SEVERAL or option is None:
        talk.toast("button-old", alert=True)
        return
    await _cast(talk, poll, question, voting.bit(option))


async def _mark(talk: Talk, poll: Poll, question: Question, rest: str) -> None:
    """What is marked travels with the buttons, and is stored nowhere."""
    mask, most = number_in(rest), question.most
    if question.kind != SEVERAL:
        talk.toast("button-old", alert=True)
    elif mask.bit_count() > most:
        talk.toast("poll-choose-most", count=most)
    else:
        text = page.text(talk.house, talk.own, poll, question, talk.now)
        talk.show(text, page.keyboard(talk.own, poll, question, _somebody(talk), mask))


def _somebody(talk: Talk) -> Voter:
    return Voter(talk.person.id, {}, sealed=False)


async def _submit(talk: Talk, poll: Poll, question: Question, rest: str) -> None:
    if question.kind != SEVERAL:
        talk.toast("button-old", alert=True)
        return
    await _cast(talk, poll, question, number_in(rest))


async def _cast(talk: Talk, poll: Poll, question: Question, chosen: int) -> None:
    voter = await voting.cast(
        talk.tx, talk.house.city, talk.house.ballot_key, poll, question, talk.person, talk.now, chosen=chosen
    )
    said = wording.chosen(talk.own, question, voting.options_in(chosen))
    talk.toast("poll-voted", option=said)
    await _after(talk, poll, question, voter)


async def _after(talk: Talk, poll: Poll, question: Question, voter: Voter) -> None:
    """On to the next question; a poll of one stays as it is, with the result, to be changed at one tap."""
    following = poll.questions[poll.questions.index(question) + 1 :]
    after = next((each for each in following if each.id not in voter.votes), None)
    if after:
        show(talk, poll, after, voter)
    elif len(poll.questions) == 1 and question.kind != WORDS:
        await _show_voted(talk, poll, question, voter)
    else:
        await _end(talk, poll, voter)


async def _show_voted(talk: Talk, poll: Poll, question: Question, voter: Voter) -> None:
    found = await page.seen(talk.tx, poll, voted=True)
    lines = [Html(""), talk.own("poll-taken"), *wording.outcomes(talk.own, poll, found)]
    keyboard = page.keyboard(talk.own, poll, question, voter)
    if asks_home(talk, voter):
        keyboard["inline_keyboard"].append(page.home_row(talk.own, poll))
    talk.show(page.text(talk.house, talk.own, poll, question, talk.now, lines), keyboard)


async def _end(talk: Talk, poll: Poll, voter: Voter) -> None:
    found = await page.seen(talk.tx, poll, voted=voter.has_answered)
    keyboard = page.done_keyboard(talk.own, poll, voter, asks_home=asks_home(talk, voter))
    talk.show(page.done(talk.own, poll, voter, found), keyboard)


def asks_home(talk: Talk, voter: Voter) -> bool:
    return not talk.person.home and any(not vote.area for vote in voter.votes.values())


async def _ask(talk: Talk, poll: Poll, question: Question, _: str) -> None:
    voter = await voting.voter(talk.tx, talk.house.ballot_key, poll, talk.person.id)
    show(talk, poll, question, voter)


async def _skip(talk: Talk, poll: Poll, question: Question, _: str) -> None:
    voter = await voting.voter(talk.tx, talk.house.ballot_key, poll, talk.person.id)
    after = poll.questions.index(question) + 1
    if after < len(poll.questions):
        show(talk, poll, poll.questions[after], voter)
    else:
        await _end(talk, poll, voter)


# In one's own words


async def _write(talk: Talk, poll: Poll, question: Question, _: str) -> None:
    if question.kind != WORDS:
        talk.toast("button-old", alert=True)
        return
    at = poll.questions.index(question)
    talk.wait_for(steps.POLL_WORDS, poll=poll.id, place=at, message=talk.shown_in())
    key = "poll-write-anonymous" if poll.anonymous else "poll-write"
    lines = [*wording.head(talk.own, poll, question)[:1], Html(""), talk.own(key)]
    talk.show(Html("\n".join(lines)), inline([button(talk.own.plain("button-back"), f"poll:ask:{poll.id}:{at}")]))


async def written(talk: Talk) -> bool:
    """The answer in words has come."""
    text = clean((talk.message and talk.message.text) or "")
    if not text:
        return False
    if talk.replayed:  # as a press that was set aside, it does not vote
        talk.say("poll-words-late")
        return True
    data = talk.dialogue.data
    poll = await polls.get(talk.tx, data["poll"], lock="share")
    if poll is None or data["place"] >= len(poll.questions):
        talk.rest()
        return False
    await _cast_words(talk, poll, poll.questions[data["place"]], text)
    return True


async def _cast_words(talk: Talk, poll: Poll, question: Question, text: str) -> None:
    """Of words that are too long, others may be sent in their place."""
    message = talk.dialogue.data["message"]
    try:
        voter = await voting.cast(
            talk.tx, talk.house.city, talk.house.ballot_key, poll, question, talk.person, talk.now, words=text
        )
    except Refusal as refusal:
        if refusal.reason != "poll-words-long":
            talk.rest()
        await _refused(talk, poll, refusal)
        return
    talk.rest()
    if message:
        talk.unbutton(talk.chat.chat_id, message)
    await _after(talk, poll, question, voter)


async def _result(talk: Talk, poll: Poll, _: Question, __: str) -> None:
    await seen.open_result(talk, poll)


async def _homes(talk: Talk, poll: Poll, _: Question, __: str) -> None:
    home.ask(talk, poll)


async def _desk(talk: Talk, poll: Poll, _: Question, code: str) -> None:
    home.ask(talk, poll, code)


async def _live(talk: Talk, poll: Poll, _: Question, code: str) -> None:
    if home.settle(talk, poll, code):
        await go_on(talk, poll)


async def _no_home(talk: Talk, poll: Poll, _: Question, __: str) -> None:
    """Whoever would rather not say, or lives elsewhere."""
    if service.areas_of(poll):
        raise Refusal("poll-not-yours")
    await go_on(talk, poll)


async def _open(talk: Talk, poll: Poll, _: Question, __: str) -> None:
    await open_(talk, poll)


Pressed = Callable[[Talk, Poll, Question, str], Awaitable[None]]
PRESSES: dict[str, Pressed] = {
    "vote": _vote,
    "mark": _mark,
    "submit": _submit,
    "write": _write,
    "ask": _ask,
    "skip": _skip,
    "result": _result,
    "homes": _homes,
    "desk": _desk,
    "live": _live,
    "nohome": _no_home,
    "open": _open,
}
VOTES = frozenset({"vote", "submit"})
WRITES = VOTES | {"live"}  # what changes votes, and so must not happen while they are counted

"""Results as the people see them: the whole, and once it is over their own area against it."""

from __future__ import annotations

from dataclasses import replace

from handlers.keyboards import Button, button, inline
from handlers.polls import page, wording
from handlers.talk import Talk
from locales import dates
from locales.text import shortened
from locales.words import Html, Words
from services import polls as service
from services import results, voting
from services.city import City
from services.polls import CLOSED, DECIDED, OPEN
from services.results import Results
from storage import polls, votes
from storage.polls import Decision, Poll

VISIBLE = frozenset({OPEN, CLOSED, DECIDED})  # to the people
LISTED = 8
DECISIONS, DECISION_SHOWN = 2, 600  # the newest, and characters of each, below a result


async def open_result(talk: Talk, poll: Poll) -> None:
    """«نتیجه» while it is open."""
    voter = await voting.voter(talk.tx, talk.house.ballot_key, poll, talk.person.id)
    voted = voter.has_answered
    found = await page.seen(talk.tx, poll, voted=voted)
    if not found:
        talk.toast("poll-result-after" if poll.shown == service.AFTER else "poll-result-closing", alert=True)
        return
    lines = [talk.own("poll-result-now", title=poll.title), *wording.outcomes(talk.own, poll, found)]
    first = voter.next_question(poll) or poll.questions[0]
    key = "button-poll-change" if voted and first.id in voter.votes else "button-poll-answer"
    back = button(talk.own.plain(key), f"poll:ask:{poll.id}:{poll.questions.index(first)}")
    again = button(talk.own.plain("button-poll-result"), f"poll:result:{poll.id}")
    talk.show(Html("\n".join(lines)), inline([back], [again, *picture_button(talk.own, poll)]))


def picture_button(own: Words, poll: Poll) -> list[Button]:
    return [button(own.plain("button-poll-picture"), f"pollimage:all:{poll.id}")]


async def closed(talk: Talk, poll: Poll) -> None:
    """What has come of it, for whoever presses a button of a poll that is over, or finds it in the list."""
    own = talk.own
    if poll.state not in service.FINISHED:  # its time is up, and it is about to be closed
        talk.toast("poll-not-open", alert=True)
        return
    if not results.may_see(poll, voted=True, manages=False):
        talk.show(own("poll-closed-kept", title=poll.title))
        return
    found = await results.compute(talk.tx, talk.house.city, poll)
    area = shown_area(talk.house.city, found, talk.person.home)
    head = [own("poll-result-closed", title=poll.title, day=closed_day(talk, own, poll))]
    lines = wording.outcomes(own, poll, found.outcomes)
    lines += wording.area_lines(talk.house, own, poll, found, area) if area else []
    came = newest_decisions(own, await polls.decisions(talk.tx, poll.id))
    if talk.query:
        talk.toast("poll-over")
    talk.show(wording.fitting(own, head, lines, came), inline(picture_button(own, poll)))


def closed_day(talk: Talk, own: Words, poll: Poll) -> str:
    return dates.day_words(poll.closed or talk.now, own.language, talk.house.city.zone, talk.now)


def shown_area(city: City, found: Results, home: str) -> str:
    """The smallest area round somebody's home of which something may be shown; "" for none."""
    if home not in city.areas:
        return ""
    near = [code for code in city.ancestors(home) if code != city.root]
    return next((code for code in near if any(found.row(place, code) for place in range(len(found.rows)))), "")


def decision_lines(own: Words, made: list[Decision]) -> list[Html]:
    lines: list[Html] = []
    for decision in made:
        key = "poll-decision-said" if decision.kind == service.DECISION else "poll-follow-up-said"
        lines += [Html(""), own(key, words=decision.words)]
    return lines


def newest_decisions(own: Words, made: list[Decision]) -> list[Html]:
    """Below a result; everybody has got each of them whole when it was made."""
    newest = made[-DECISIONS:]
    return decision_lines(own, [replace(each, words=shortened(each.words, DECISION_SHOWN)) for each in newest])


async def listed(talk: Talk, _: str = "") -> None:
    """/polls: the open ones, and what has come of those that are over."""
    open_ones = [poll for poll in await polls.in_states(talk.tx, (OPEN,), LISTED) if not page.is_over(poll, talk.now)]
    over = await polls.in_states(talk.tx, (CLOSED, DECIDED), LISTED)
    answered = await votes.answered_by(talk.tx, talk.person.id, [poll.id for poll in open_ones])
    keys = ["poll-entry-answered" if poll.id in answered else "poll-entry-open" for poll in open_ones]
    rows = [[_entry(talk, poll, key)] for poll, key in zip(open_ones, keys, strict=True)]
    rows += [[_entry(talk, poll, "poll-entry-closed")] for poll in over]
    if await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        rows.append([button(talk.own.plain("button-poll-manage"), "polls:list:0")])
    talk.show(talk.own("polls-head" if open_ones or over else "polls-none"), inline(*rows))


def _entry(talk: Talk, poll: Poll, key: str) -> Button:
    return button(talk.own.plain(key, title=shortened(poll.title, wording.OPTION_SHOWN)), f"poll:open:{poll.id}")

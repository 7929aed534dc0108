"""A poll as those see it who answer for it: how it goes, and all that may be done with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.keyboards import Button, Keyboard, button, columns, inline
from handlers.polls import decide, seal, seen, send, wording
from handlers.refusals import refuse
from handlers.talk import Talk
from handlers.voice import Voice
from locales import dates
from locales.text import number, shortened
from locales.words import Html, Words
from services import polls as service
from services import results
from services.polls import CLOSED, DECIDED, FINISHED, OPEN, SCHEDULED, WORDS, Standing
from services.refusal import Refusal
from services.results import WHOLE, Results, Row
from storage import people, polls
from storage.database import Transaction
from storage.polls import Poll

PAGE = 8


async def show(talk: Talk, poll: Poll, standing: Standing, _: str = "") -> None:
    own = talk.own
    found = await results.outcomes(talk.tx, poll)
    rate = [Html(""), *wording.rate_lines(own, await results.rate(talk.tx, poll))]
    came = seen.newest_decisions(own, await polls.decisions(talk.tx, poll.id))
    counts = wording.outcomes(own, poll, found)
    talk.show(wording.fitting(own, _head(talk, own, poll), counts, [*rate, *came]), _buttons(talk, poll, standing))


def _head(voice: Voice, own: Words, poll: Poll) -> list[Html]:
    zone = voice.house.city.zone
    lines = [own("poll-manage", title=poll.title, state=own.plain(f"poll-state-{poll.state}"))]
    if poll.state == SCHEDULED and poll.opens is not None:
        lines.append(own("poll-panel-opens", when=dates.moment_words(poll.opens, own.language, zone, voice.now)))
    if poll.state in {SCHEDULED, OPEN} and poll.closes is not None:
        lines.append(own("poll-panel-closes", when=dates.moment_words(poll.closes, own.language, zone, voice.now)))
    if poll.closed is not None:
        lines.append(own("poll-manage-closed", when=dates.moment_words(poll.closed, own.language, zone, voice.now)))
    return lines


def _buttons(talk: Talk, poll: Poll, standing: Standing) -> Keyboard:
    own = talk.own
    looks = [_button(own, poll, "button-poll-areas", "areas"), _button(own, poll, "button-poll-refresh", "see")]
    looks += [_button(own, poll, "button-poll-words", "words")] if _has_words(poll) else []
    rows = columns([*looks, button(own.plain("button-poll-picture"), f"pollimage:all:{poll.id}")], 2)
    if standing.administers:
        rows.append([_button(own, poll, "button-poll-csv", "csv"), _button(own, poll, "button-poll-xlsx", "xlsx")])
        rows += columns(_course(own, poll), 2)
    if poll.state in {CLOSED, DECIDED}:
        rows.append(decide.buttons(own, poll))
    if standing.administers:
        rows.append([button(own.plain("button-back"), "polls:list:0")])
    return inline(*rows)


def _course(own: Words, poll: Poll) -> list[Button]:
    """What administrators may do with it in its state."""
    if poll.state == SCHEDULED:
        return [_button(own, poll, "button-poll-recall", "recall")]
    if poll.state != OPEN:
        return []
    buttons = [_button(own, poll, "button-poll-link", "link"), _button(own, poll, "button-poll-close", "stop")]
    return buttons + ([_button(own, poll, "button-poll-remind-now", "nudge")] if poll.reminded is None else [])


def _button(own: Words, poll: Poll, key: str, verb: str) -> Button:
    return button(own.plain(key), f"polls:{verb}:{poll.id}")


def _has_words(poll: Poll) -> bool:
    return any(question.kind == WORDS for question in poll.questions)


# Its course


async def ask_to_close(talk: Talk, poll: Poll, _: Standing, __: str) -> None:
    yes = _button(talk.own, poll, "button-poll-close-yes", "close")
    no = _button(talk.own, poll, "button-never-mind", "see")
    talk.show(talk.own("poll-close-ask", title=poll.title), inline([yes], [no]))


async def close(talk: Talk, poll: Poll, standing: Standing, _: str) -> None:
    """Before its time."""
    if await _is_done(talk, poll, "close", service.close):
        seal.leave(talk, poll)
        await show(talk, poll, standing)


async def remind_now(talk: Talk, poll: Poll, standing: Standing, _: str) -> None:
    if await _is_done(talk, poll, "remind", service.remind_once):
        await send.remind(talk, poll)
        talk.toast("poll-reminded")
        await show(talk, poll, standing)


async def recall(talk: Talk, poll: Poll, standing: Standing, _: str) -> None:
    if await _is_done(talk, poll, "recall", service.recall):
        talk.toast("poll-recalled")
        await show(talk, poll, standing)


async def _is_done(
    talk: Talk, poll: Poll, what: str, step: Callable[[Transaction, Poll, int], Awaitable[None]]
) -> bool:
    """Who has done it is written down."""
    try:
        await step(talk.tx, poll, talk.now)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return False
    people.note(talk.tx, talk.person.id, f"poll:{what}", str(poll.id), talk.now)
    return True


async def listed(talk: Talk, given: str) -> None:
    """All polls, the newest first."""
    skip = int(given) if given.isdecimal() and len(given) < 6 else 0  # noqa: PLR2004 - no such page
    found = await polls.in_states(talk.tx, (SCHEDULED, OPEN, CLOSED, DECIDED), PAGE + 1, skip)
    own = talk.own
    rows = [[button(_entry(own, poll), f"polls:see:{poll.id}")] for poll in found[:PAGE]]
    newer = [button(own.plain("button-newer"), f"polls:list:{max(skip - PAGE, 0)}")] if skip else []
    older = [button(own.plain("button-older"), f"polls:list:{skip + PAGE}")] if len(found) > PAGE else []
    new = [button(own.plain("button-poll-new"), "polls:new:0")]
    talk.show(own("polls-manage-head" if rows else "polls-none"), inline(new, *rows, [*newer, *older]))


def _entry(own: Words, poll: Poll) -> str:
    state = own.plain(f"poll-state-{poll.state}")
    return own.plain("poll-entry-manage", state=state, title=shortened(poll.title, wording.OPTION_SHOWN))


# Area by area


async def areas(talk: Talk, poll: Poll, _: Standing, given: str) -> None:
    """`<question>.<area>`: the parts of an area (or of the whole), each with what may be shown of it."""
    at, above = given.partition(".")[::2]
    place = int(at) if at.isdecimal() and int(at[:3]) < len(poll.questions) else 0
    city, own = talk.house.city, talk.own
    found = await results.compute(talk.tx, city, poll, place)
    above = above if above in found.parts else WHOLE
    outcome, rows = found.outcomes[place], found.rows[place]
    inside = [code for code in found.parts.get(above, ()) if code in rows and code in city.areas]
    name = city.name(above, own.language) if above in city.areas else own.plain("poll-whole")
    head = [own("poll-areas-head", area=name, question=outcome.question.words)]
    if outcome.question.kind == WORDS:
        head.append(own("poll-words-kept"))
    labels = wording.labels(own, outcome.question)
    lines = [area_line(talk, own, rows[code], labels) for code in inside]
    note = [] if outcome.question.kind == WORDS else [own(_note(poll, found))]
    shown = wording.fitting(own, head, lines, note)
    talk.show(shown, _area_buttons(talk, poll, place, above, inside, found.parts))


def _note(poll: Poll, found: Results) -> str:
    """Why there are counts that are not shown."""
    if found.parts:
        return "poll-hidden-note"
    return "poll-counting" if poll.state in FINISHED else "poll-areas-later"


def area_line(voice: Voice, own: Words, row: Row, labels: list[str]) -> Html:
    """«ناحیه ۴: آسفالت ۱۷ (۴۵٪) · روشنایی —»."""
    cells = []
    for place, count in enumerate(row.counts):
        shown = number(count, own.language) if count is not None else own.plain("poll-hidden")
        if row.shares is not None:
            shown = own.plain("poll-cell-share", votes=shown, share=wording.percent(own, row.shares[place]))
        cells.append(own.plain("poll-cell", option=shortened(labels[place], 24), votes=shown))
    joined = own.plain("list-comma").join(cells)
    return own("poll-area-line", area=voice.house.city.name(row.area, own.language), cells=joined)


def _area_buttons(
    talk: Talk, poll: Poll, place: int, above: str, inside: list[str], parts: dict[str, list[str]]
) -> Keyboard:
    own, city = talk.own, talk.house.city
    prefix = f"polls:areas:{poll.id}"
    doors = [button(city.name(code, own.language), f"{prefix}:{place}.{code}") for code in inside if code in parts]
    questions = [
        button(own.plain("poll-question-short", number=at + 1), f"{prefix}:{at}.{above}")
        for at in range(len(poll.questions))
        if at != place
    ]
    back = f"polls:see:{poll.id}" if above == WHOLE else f"{prefix}:{place}.{WHOLE}"
    return inline(*columns(doors, 3), questions, [button(own.plain("button-back"), back)])

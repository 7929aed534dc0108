"""«نمودار»: the result as a picture, drawn by a chore and kept, so that the next one who asks gets it at once."""

from __future__ import annotations

from typing import Any

from handlers.chores import Chore
from handlers.polls import seen, wording
from handlers.polls.numbers import number_in
from handlers.talk import Talk
from handlers.voice import Address, Voice
from locales import dates
from locales.text import number, shortened
from locales.words import LEFT_TO_RIGHT, Html, Words
from services import chart, results, voting
from services import polls as service
from services.chart import Bar, Chart, Panel
from services.polls import FINISHED, WORDS
from services.results import Outcome, Results, Row
from storage import organisation, polls
from storage.errands import Errand
from storage.outbox import ANSWER
from storage.polls import Poll

PICTURE = "poll_picture"
LABEL = 52  # characters that stand on a line
CAPTION = 200


async def pressed(talk: Talk, _: str, argument: str) -> None:
    """`pollimage:all:<poll>`; the right to see it is asked now."""
    poll = await polls.get(talk.tx, number_in(argument))
    if poll is None or poll.state not in seen.VISIBLE:
        talk.toast("button-old", alert=True)
    elif not await _may_see(talk, poll):
        talk.toast("poll-result-after" if poll.shown == service.AFTER else "poll-result-closing", alert=True)
    else:
        area = talk.person.home if talk.private else ""
        spec, shown_area = await _chart(talk, talk.own, poll, area)
        kept = await polls.picture(talk.tx, poll.id, shown_area, talk.own.language)
        if kept and kept[0] == spec:
            talk.picture(talk.chat, kept[1], _caption(talk.own, poll), lane=ANSWER)
        else:
            talk.toast("poll-picture-drawn")
            _leave(talk, poll, area)


async def _may_see(talk: Talk, poll: Poll) -> bool:
    """In a group everybody there sees it: what is for managers alone, in no group but theirs."""
    if not talk.private:
        return results.may_see(poll, voted=False, manages=False) or await _is_managers(talk, poll)
    voter = await voting.voter(talk.tx, talk.house.ballot_key, poll, talk.person.id)
    if results.may_see(poll, voted=voter.has_answered, manages=False):
        return True
    return await _manages(talk, poll)


async def _is_managers(talk: Talk, poll: Poll) -> bool:
    """Whether it is a group of managers to whom the bot itself says how this poll has ended."""
    areas = [
        binding.area
        for binding in await organisation.bindings(talk.tx)
        if Address(binding.chat_id, binding.thread_id) == talk.chat
    ]
    hears = any(service.concerns(talk.house.city, poll, area) for area in areas)
    return hears and poll.state in FINISHED and await _manages(talk, poll)


async def _manages(talk: Talk, poll: Poll) -> bool:
    return (await service.standing(talk.tx, talk.house.rights, talk.house.city, poll, talk.person.id)).manages


def _leave(talk: Talk, poll: Poll, area: str) -> None:
    chat, thread = talk.chat
    arguments = {
        "poll": poll.id, "area": area, "language": talk.own.language, "chat": chat, "thread": thread
    }  # fmt: skip
    # Pressing again and again in the same minute draws once.
    name = f"{PICTURE}:{poll.id}:{chat}:{thread}:{talk.now // 60}"
    talk.at_once(Errand(name, PICTURE, arguments, talk.now))


async def _chart(voice: Voice, own: Words, poll: Poll, home: str) -> tuple[str, str]:
    """What is to be drawn, and the area that is set against the whole, if any may be."""
    city = voice.house.city
    if poll.state in FINISHED:
        found = await results.compute(voice.tx, city, poll)
        area = seen.shown_area(city, found, home)
    else:
        found, area = Results(await results.outcomes(voice.tx, poll), []), ""
    return compose(voice, own, poll, found, area).dump(), area


def compose(voice: Voice, own: Words, poll: Poll, found: Results, area: str) -> Chart:
    city = voice.house.city
    rows = [found.row(place, area) if area else None for place in range(len(found.outcomes))]
    rows = [row if row and row.shares else None for row in rows]
    panels = [
        _panel(own, outcome, row, wording.most_of(poll))
        for outcome, row in zip(found.outcomes, rows, strict=True)
        if outcome.question.kind != WORDS
    ]
    day = poll.closed or voice.now
    kept = own.plain("poll-chart-anonymous" if poll.anonymous else "poll-chart-named")
    foot = own.plain("poll-chart-foot", day=dates.date_words(day, own.language, city.zone), kept=kept)
    legend = (own.plain("poll-whole"), city.name(area, own.language)) if any(rows) else None
    return Chart(panels, foot, legend, own.language not in LEFT_TO_RIGHT)


def _panel(own: Words, outcome: Outcome, row: Row | None, most: int) -> Panel:
    """Of many options the strongest: a picture that is too high is refused, or shown too small to be read."""
    places = wording.strongest(outcome, most)
    note = own.plain("poll-chart-answers", answers=number(outcome.answers, own.language))
    if outcome.mean is not None:
        note = own.plain("poll-chart-mean", note=note, mean=number(outcome.mean, own.language))
    if len(places) < len(outcome.counts):
        note = own.plain("poll-chart-more", note=note, count=len(outcome.counts) - len(places))
    bars = [_bar(own, outcome, row, place) for place in places]
    return Panel(outcome.question.words, note, bars)


def _bar(own: Words, outcome: Outcome, row: Row | None, place: int) -> Bar:
    label = shortened(wording.label(own, outcome.question, place), LABEL)
    share = outcome.share(place)
    bar = Bar(label, _figures(own, share, outcome.counts[place]), share)
    if row is None or row.shares is None:
        return bar
    beside = row.shares[place]
    return Bar(label, bar.note, share, beside, _figures(own, beside, row.counts[place] or 0))


def _figures(own: Words, share: float, votes: int) -> str:
    return own.plain("poll-cell-share", votes=number(votes, own.language), share=wording.percent(own, share))


def _caption(own: Words, poll: Poll) -> Html:
    return own("poll-picture-caption", title=shortened(poll.title, CAPTION))


# The chore


async def _gather(voice: Voice, arguments: dict[str, Any]) -> str | None:
    poll = await polls.get(voice.tx, arguments["poll"])
    if poll is None:
        return None
    spec, _ = await _chart(voice, voice.words(arguments["language"]), poll, arguments["area"])
    return spec


async def _work(spec: str) -> tuple[str, bytes]:
    return spec, await chart.draw(spec)


async def _finish(voice: Voice, arguments: dict[str, Any], result: tuple[str, bytes] | None) -> None:
    to, own = Address(arguments["chat"], arguments["thread"]), voice.words(arguments["language"])
    poll = await polls.get(voice.tx, arguments["poll"])
    if result is None or poll is None:
        voice.write(to, own("poll-picture-failed"))
        return
    spec, png = result
    now, area = await _chart(voice, own, poll, arguments["area"])
    if spec == now:
        polls.put_picture(voice.tx, poll.id, area, own.language, spec, png)
    voice.picture(to, png, _caption(own, poll))


DRAWING = Chore(_work, _finish, _gather)

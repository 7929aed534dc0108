"""Has somebody reported this already? Open reports nearby, to join instead of filing the same again."""

from __future__ import annotations

from handlers import card, steps
from handlers.keyboards import Keyboard, inline, main_menu
from handlers.talk import Talk
from locales import dates
from locales.words import Html
from services import reports
from services.refusal import Refusal
from services.reports import Candidate
from storage.history import Media
from storage.outbox import ANSWER


async def show(talk: Talk) -> bool:
    """False when there is nothing nearby to show."""
    candidates = await reports.duplicates(talk.tx, talk.house.city, talk.draft, talk.now)
    if not candidates:
        talk.draft.compared = True
        talk.keep_draft()
        return False
    talk.wait_for(steps.COMPARE)
    talk.show(talk.own("compare-intro", count=len(candidates)))
    for candidate in candidates:
        _show_one(talk, candidate)
    return True


def _show_one(talk: Talk, candidate: Candidate) -> None:
    text, keyboard = _describe(talk, candidate), _buttons(talk, candidate)
    if candidate.report.cover:
        talk.photo(talk.chat, candidate.report.cover, text, keyboard, lane=ANSWER)
    else:
        talk.say_html(text, keyboard)


def _describe(talk: Talk, candidate: Candidate) -> Html:
    """Enough to judge by, and nothing of who wrote it or of their words."""
    found, language = candidate.report, talk.own.language
    text = talk.own(
        "compare-card",
        category=talk.house.city.kinds[found.category].name(language),
        distance=dates.distance(candidate.metres, language),
        age=dates.ago(talk.now - found.created, language),
        state=card.state_of(talk.own, found),
    )
    joined = talk.own("card-supporters", count=found.supporters)
    return Html(f"{text}\n{joined}") if found.supporters else text


def _buttons(talk: Talk, candidate: Candidate) -> Keyboard:
    return inline(
        [talk.draft_button(talk.own.plain("button-same"), f"compare:same:{candidate.report.id}")],
        [talk.draft_button(talk.own.plain("button-different"), "compare:different")],
    )


async def pressed(talk: Talk, verb: str, argument: str) -> None:
    if verb == "different" and talk.draft.compared:
        talk.close_buttons()  # said once already, on the card beside it
    elif verb == "different":
        talk.draft.compared = True
        talk.keep_draft()
        talk.close_buttons()
        talk.proceed()
    elif verb == "same" and argument.isdecimal():
        await _join(talk, int(argument))


async def _join(talk: Talk, report_id: int) -> None:
    """They follow it from now on; what they wrote and took goes to those who work on it."""
    if report_id not in await _offered(talk):
        talk.toast("join-closed", alert=True)
        return
    try:
        joined = await reports.join(talk.tx, report_id, talk.person.id, talk.now)
    except Refusal:
        talk.toast("join-closed", alert=True)
        return
    draft = talk.draft
    words = reports.discreet(joined, draft.text, anonymous=draft.anonymous)
    added = [
        Media(0, joined.id, m.kind, m.file_id, m.unique_id, "added", talk.person.id, talk.now) for m in draft.media
    ]
    if words or added:
        await reports.add(talk.tx, joined, talk.person.id, words, added, now=talk.now)
        await card.added(talk, joined, words, added)
    await card.refresh(talk, joined)
    talk.drop_draft()
    talk.rest()
    talk.close_buttons()
    talk.say("joined", main_menu(talk.own), code=card.code_of(talk.own, joined), supporters=joined.supporters)


async def _offered(talk: Talk) -> set[int]:
    """What may be joined: a button says what its sender wants it to, and who joins reads on and may close."""
    if talk.draft.missing():
        return set()
    found = await reports.duplicates(talk.tx, talk.house.city, talk.draft, talk.now)
    return {candidate.report.id for candidate in found}

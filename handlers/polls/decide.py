"""«گفتید، کردیم»: managers hear the result, say what they decide and what came of it, and all who voted hear that."""

from __future__ import annotations

from handlers import steps
from handlers.keyboards import Button, button, force_reply, inline, only_cancel
from handlers.polls import seen, send, wording
from handlers.polls.numbers import number_in
from handlers.refusals import refuse
from handlers.talk import Talk
from handlers.voice import Address, Voice
from locales.text import clean
from locales.words import Html, Words
from services import polls as service
from services import results
from services.polls import DECISION, FOLLOW_UP, Standing
from services.refusal import Refusal
from services.results import Results
from storage import organisation, people, polls
from storage.polls import Poll

PROMPT = "polldecision"  # what the bot's question in a group is about


async def tell_managers(voice: Voice, poll: Poll, found: Results) -> None:
    """Each managers' group gets the result of its area; the author that of the whole, to decide on."""
    for binding in await organisation.bindings(voice.tx):
        if service.concerns(voice.house.city, poll, binding.area):
            own = voice.words()
            lines = wording.outcomes(own, poll, found.outcomes)
            lines += wording.area_lines(voice.house, own, poll, found, binding.area)
            text = wording.fitting(own, [own("poll-closed-told", title=poll.title)], lines)
            below = inline(buttons(own, poll), seen.picture_button(own, poll))
            voice.write(Address(binding.chat_id, binding.thread_id), text, below)
    author = await people.get(voice.tx, poll.author)
    if author:
        own = voice.words(author.language)
        rate = [Html(""), *wording.rate_lines(own, await results.rate(voice.tx, poll))]
        head, lines = [own("poll-closed-told", title=poll.title)], wording.outcomes(own, poll, found.outcomes)
        manage = [button(own.plain("button-poll-manage-one"), f"polls:see:{poll.id}")]
        below = inline(buttons(own, poll), seen.picture_button(own, poll), manage)
        voice.write(Address(author.id), wording.fitting(own, head, lines, rate), below)


def buttons(own: Words, poll: Poll) -> list[Button]:
    return [
        button(own.plain("button-poll-decide"), f"polls:decide:{poll.id}"),
        button(own.plain("button-poll-follow"), f"polls:follow:{poll.id}"),
    ]


async def ask_decision(talk: Talk, poll: Poll, _: Standing, __: str) -> None:
    _ask(talk, poll, DECISION)


async def ask_follow_up(talk: Talk, poll: Poll, _: Standing, __: str) -> None:
    _ask(talk, poll, FOLLOW_UP)


def _ask(talk: Talk, poll: Poll, kind: str) -> None:
    """In a group by a reply, since the bot sees nothing else that is written there."""
    key = "poll-decision-ask" if kind == DECISION else "poll-follow-up-ask"
    if talk.private:
        talk.wait_for(steps.POLL_DECISION, poll=poll.id, kind=kind)
        talk.say(key, only_cancel(talk.own, steps.POLL_DECISION), title=poll.title)
    else:
        placeholder = force_reply(talk.own.plain("placeholder-reply"))
        talk.say(key, placeholder, about=f"{PROMPT}:{poll.id}:{kind}", title=poll.title)


async def typed(talk: Talk) -> bool:
    words = clean((talk.message and talk.message.text) or "")
    if not words:
        return False
    data = talk.dialogue.data
    if await _take(talk, data["poll"], data["kind"], words):
        talk.rest()
    return True


async def replied(talk: Talk, argument: str) -> None:
    """In a managers' group."""
    number, _, kind = argument.partition(":")
    words = clean((talk.message and talk.message.text) or "")
    if kind in {DECISION, FOLLOW_UP}:
        await _take(talk, number_in(number), kind, words)


async def _take(talk: Talk, number: int, kind: str, words: str) -> bool:
    """Whether it was taken; the right is asked now."""
    poll = await polls.get(talk.tx, number, lock="update")
    if poll is None:
        return False
    standing = await service.standing(talk.tx, talk.house.rights, talk.house.city, poll, talk.person.id)
    if not standing.manages:
        talk.say("poll-not-manager")
        return False
    try:
        made = await service.decide(talk.tx, poll, kind, words, talk.person.id, talk.now)
    except Refusal as refusal:
        await refuse(talk, refusal)
        return False
    await send.tell_decision(talk, poll, made)
    talk.say("poll-decided", title=poll.title)
    return True

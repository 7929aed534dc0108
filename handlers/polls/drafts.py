"""The draft of a poll on one page: what will be asked, of whom, how, and until when; and the buttons that change it."""

from __future__ import annotations

from handlers import steps
from handlers.audience import kinds
from handlers.keyboards import Button, Keyboard, button, inline
from handlers.polls import wording
from handlers.talk import Talk
from locales import dates
from locales.text import number
from locales.words import Html, Words
from services import polls as service
from services.polls import DRAFT, MOST_QUESTIONS, NATIVE, WORDS
from services.topics import POLLS
from storage import polls
from storage.audience import rules
from storage.audience.rules import Rule
from storage.polls import Poll, Question


def is_open(talk: Talk, poll: Poll | None) -> bool:
    return poll is not None and poll.state == DRAFT and poll.author == talk.person.id


def keep(talk: Talk, poll: Poll) -> None:
    polls.put(talk.tx, poll, talk.now)


def ask_no_more(talk: Talk) -> None:
    """Whatever was asked about a poll; a report in the making goes on."""
    if talk.dialogue.step in steps.POLL:
        talk.rest()


async def awaited(talk: Talk) -> Poll | None:
    """The draft that the question was about; None, and no more questions, where it is no longer theirs to change."""
    poll = await polls.get(talk.tx, talk.dialogue.data["poll"])
    if poll and is_open(talk, poll) and await talk.house.rights.is_administrator(talk.tx, talk.person.id):
        return poll
    talk.rest()
    talk.say("poll-draft-gone")
    return None


async def show(talk: Talk, poll: Poll, _: str = "") -> None:
    """The preview, with «ارسال»."""
    ask_no_more(talk)
    asked = [line for question in poll.questions for line in (Html(""), *_question(talk, question))]
    how = [Html(""), *_settings(talk, poll), *await audience_lines(talk, poll)]
    talk.show(wording.fitting(talk.own, [talk.own("poll-panel")], asked, how), _buttons(talk, poll))


def _question(talk: Talk, question: Question) -> list[Html]:
    own = talk.own
    lines = [own("poll-question", question=question.words), own("poll-panel-kind", kind=kind_of(talk, question))]
    options = [] if question.kind == WORDS else wording.labels(own, question)
    pictured = [bool(option.photo) for option in question.options] or [False] * len(options)
    for option, has_picture in zip(options, pictured, strict=True):
        lines.append(own("poll-panel-option-pictured" if has_picture else "poll-panel-option", option=option))
    return lines


def kind_of(talk: Talk, question: Question) -> str:
    if question.kind == service.SEVERAL:
        return talk.own.plain("poll-panel-several", count=question.most)
    return talk.own.plain(f"poll-kind-{question.kind}")


def _settings(talk: Talk, poll: Poll) -> list[Html]:
    own, zone = talk.own, talk.house.city.zone
    lines = [
        own("poll-anonymous" if poll.anonymous else "poll-named"),
        own("poll-panel-shown", shown=own.plain(f"poll-shown-{poll.shown}")),
    ]
    if poll.opens is not None:
        lines.append(own("poll-panel-opens", when=dates.moment_words(poll.opens, own.language, zone, talk.now)))
    closes = poll.closes or (poll.opens or talk.now) + service.LASTS
    lines.append(own("poll-panel-closes", when=dates.moment_words(closes, own.language, zone, talk.now)))
    lines.append(own("poll-panel-remind" if poll.remind else "poll-panel-no-remind"))
    if poll.places:
        lines.append(own("poll-panel-places", count=len(poll.places), how=own.plain(f"poll-panel-as-{poll.mirror}")))
    if poll.places and poll.mirror == NATIVE and poll.questions:
        lines += _limits(own, poll)
    return lines


def _limits(own: Words, poll: Poll) -> list[Html]:
    """What Telegram's own polls cannot do is said before it is missed."""
    if poll.questions[0].kind == WORDS:
        return [own("poll-mirror-words")]
    return [own("poll-mirror-first")] if len(poll.questions) > 1 else []


async def audience_lines(talk: Talk, poll: Poll) -> list[Html]:
    """For whom, and how many they are who have not turned polls off."""
    own = talk.own
    said = own.plain("audience-and").join(kinds.in_words(talk.house.city, own, poll.audience))
    count = await rules.count(talk.tx, [*poll.audience, Rule("topic", [POLLS])], talk.now)
    lines = [own("poll-panel-audience", audience=said, people=number(count, own.language))]
    if poll.anonymous and count < service.FEW:
        lines.append(own("poll-panel-few", fewest=number(service.FEW, own.language)))
    return lines


def _buttons(talk: Talk, poll: Poll) -> Keyboard:
    anonymous = "button-poll-make-named" if poll.anonymous else "button-poll-make-anonymous"
    more = [_button(talk, poll, "button-poll-add", "add")] if len(poll.questions) < MOST_QUESTIONS else []
    fewer = [_button(talk, poll, "button-poll-drop", "drop")] if poll.questions else []
    return inline(
        [*more, *fewer],
        [_button(talk, poll, anonymous, "anonymous"), _button(talk, poll, "button-poll-shown", "shown")],
        [_button(talk, poll, "button-poll-audience", "audience"), _button(talk, poll, "button-poll-places", "places")],
        [_button(talk, poll, "button-poll-opens", "opens"), _button(talk, poll, "button-poll-closes", "closes")],
        [_button(talk, poll, "button-poll-no-remind" if poll.remind else "button-poll-remind", "remind")],
        [_button(talk, poll, "button-poll-look", "look"), _button(talk, poll, "button-poll-send", "send")],
        [_button(talk, poll, "button-poll-discard", "discard")],
    )


def _button(talk: Talk, poll: Poll, key: str, verb: str) -> Button:
    return button(talk.own.plain(key), f"polls:{verb}:{poll.id}")


def back(talk: Talk, poll: Poll) -> list[Button]:
    return [button(talk.own.plain("button-back"), f"polls:panel:{poll.id}")]

"""The report before it is sent: everything to be seen, every part to be changed, and then it is sent."""

from __future__ import annotations

from collections import Counter

from handlers import card, category, place, steps
from handlers.keyboards import Keyboard, button, columns, inline, main_menu, reply
from handlers.talk import Talk
from locales import dates
from locales.text import clean
from locales.words import Html
from services import reports
from services.drafts import LONGEST
from services.reports import Refusal
from storage.reports import Report

GIST_MOST = 120  # characters


def show(talk: Talk) -> None:
    talk.wait_for(steps.PREVIEW)
    talk.show(_text(talk), _buttons(talk))


def _text(talk: Talk) -> Html:
    draft, words, city = talk.draft, talk.own, talk.house.city
    kind = city.kinds[str(draft.category)]
    lines = [
        words("preview-head"),
        Html(f"{kind.emoji} {words('preview-category', name=kind.name(words.language))}"),
        words("preview-place", area=city.name(str(draft.area), words.language)),
    ]
    if draft.landmark:
        lines.append(words("preview-landmark", landmark=draft.landmark))
    if draft.media:
        lines.append(words("preview-media", list=attached(talk)))
    if draft.words:
        lines.append(words("preview-words", words=draft.text))
    lines.append(words("preview-anonymous" if draft.anonymous else "preview-named", name=talk.person.first_name))
    if kind.outside:
        lines.append(
            words("preview-outside", body=kind.outside.name.of(words.language), phone=kind.outside.phone or "")
        )
    return Html("\n".join(lines))


def attached(talk: Talk) -> str:
    """«۲ عکس، ۱ فیلم»."""
    counts = Counter(item.kind for item in talk.draft.media)
    parts = [talk.own(f"media-{kind.replace('_', '-')}", count=count) for kind, count in counts.items()]
    return Html(talk.own("list-comma").join(parts))


def gist(talk: Talk) -> str:
    """A draft in a few words."""
    text = " ".join(talk.draft.text.split())
    if text:
        return text if len(text) <= GIST_MOST else text[:GIST_MOST] + "…"
    return attached(talk) if talk.draft.media else talk.draft.landmark


def _buttons(talk: Talk) -> Keyboard:
    words = talk.own
    name = "button-named" if talk.draft.anonymous else "button-anonymous"
    return inline(
        [button(words.plain("button-send"), "draft:send")],
        [button(words.plain("button-edit"), "draft:edit"), button(words.plain(name), "draft:name")],
        [button(words.plain("button-cancel"), "draft:cancel")],
    )


def _parts(talk: Talk) -> Keyboard:
    names = ["words", "place", "category"] + (["media"] if talk.draft.media else [])
    buttons = [button(talk.own.plain(f"button-edit-{name}"), f"draft:change:{name}") for name in names]
    return inline(*columns(buttons, 2), [button(talk.own.plain("button-back"), "draft:back")])


async def pressed(talk: Talk, verb: str, argument: str) -> None:
    if talk.draft.missing():
        talk.close_buttons()
        talk.proceed()
    elif verb == "send":
        await _send(talk)
    elif verb == "edit":
        talk.show(_text(talk), _parts(talk))
    elif verb == "name":
        talk.draft.anonymous = not talk.draft.anonymous
        talk.keep_draft()
        show(talk)
    elif verb == "change":
        await _change(talk, argument)
    else:
        show(talk)


async def _change(talk: Talk, part: str) -> None:
    talk.close_buttons()
    if part == "place":
        await place.ask(talk)
    elif part == "category":
        await category.ask(talk)
    elif part == "media":
        talk.draft.media = []
        talk.keep_draft()
        talk.say("report-new-media")
        if talk.draft.missing() is None:
            show(talk)
    else:
        talk.wait_for(steps.NEW_WORDS)
        talk.say("report-new-words", reply([talk.own.plain("button-cancel")]))


async def reworded(talk: Talk) -> None:
    """New words in place of the old ones."""
    text = clean((talk.message and (talk.message.text or talk.message.caption)) or "")
    if not text or talk.message is None:
        talk.say("report-new-words")
        return
    before, talk.draft.words = talk.draft.words, {}
    if not talk.draft.add_words(talk.message.message_id, text):
        talk.draft.words = before
        talk.say("report-too-long", count=LONGEST)
        return
    talk.keep_draft()
    talk.proceed()


async def _send(talk: Talk) -> None:
    try:
        filed, media = await reports.file(
            talk.tx, talk.house.city, talk.draft, talk.person.id, now=talk.now, limits=talk.house.limits
        )
    except Refusal as refusal:
        talk.say(refusal.reason, **refusal.details)
        return
    talk.close_buttons()
    talk.say_html(_confirmation(talk, filed), main_menu(talk.own))
    await card.post(talk, filed, media, reporter=talk.person.first_name)
    talk.drop_draft()
    talk.rest()


def _confirmation(talk: Talk, filed: Report) -> Html:
    words, city = talk.own, talk.house.city
    return words(
        "filed",
        code=card.code_of(words, filed),
        category=city.kinds[filed.category].name(words.language),
        until=dates.day_words(filed.due, words.language, city.zone, talk.now),
        desk=city.name(filed.desk, words.language),
    )

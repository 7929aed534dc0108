"""The report before it is sent: everything to be seen, every part to be changed, and then it is sent."""

from __future__ import annotations

from collections import Counter

from handlers import card, category, place, steps
from handlers.keyboards import Button, Keyboard, columns, inline, main_menu
from handlers.talk import Talk
from locales.text import clean, digits, shortened
from locales.words import Html
from services import reports
from services.drafts import LONGEST
from services.refusal import Refusal
from storage.reports import Report

GIST_MOST = 120  # characters
PARTS = frozenset({steps.PREVIEW, steps.NEW_WORDS, steps.NEW_MEDIA})  # what the preview's message may show


def show(talk: Talk) -> None:
    """In place of what was pressed; a new one takes the buttons off the one before, so that one is left to press."""
    before = _where(talk) if talk.awaited in PARTS else None
    pressed = talk.shown_in()
    if pressed is not None:
        talk.wait_for(steps.PREVIEW, message=pressed)
        talk.show(_text(talk), _buttons(talk))
        return
    if before is not None:
        talk.unbutton(talk.chat.chat_id, before)
    talk.wait_for(steps.PREVIEW)
    talk.say_html(_text(talk), _buttons(talk), about=_name(talk))


def _name(talk: Talk) -> str:
    return f"preview:{talk.person.id}"


def _where(talk: Talk) -> int | str:
    """The message that shows the preview, or the name under which it was sent."""
    message: int | None = talk.dialogue.data.get("message")
    return message or _name(talk)


def recount(talk: Talk) -> None:
    """The rest of an album arrives when its first photo has brought the preview already."""
    if talk.awaited == steps.PREVIEW:
        talk.edit(talk.chat.chat_id, _where(talk), _text(talk), _buttons(talk))


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
            words(
                "preview-outside",
                body=kind.outside.name.of(words.language),
                phone=digits(kind.outside.phone, words.language),
            )
        )
    return Html("\n".join(lines))


def attached(talk: Talk) -> str:
    """«۲ عکس، ۱ فیلم»."""
    counts = Counter(item.kind for item in talk.draft.media)
    return talk.own.plain("list-comma").join(_counted(talk, kind.replace("_", "-"), n) for kind, n in counts.items())


def _counted(talk: Talk, kind: str, count: int) -> str:
    return talk.own.plain(f"media-{kind}-one") if count == 1 else talk.own.plain(f"media-{kind}", count=count)


def gist(talk: Talk) -> str:
    """A draft in a few words."""
    text = " ".join(talk.draft.text.split())
    if text:
        return shortened(text, GIST_MOST)
    return attached(talk) if talk.draft.media else talk.draft.landmark


def _buttons(talk: Talk) -> Keyboard:
    words = talk.own
    name = "button-named" if talk.draft.anonymous else "button-anonymous"
    return inline(
        [talk.draft_button(words.plain("button-send"), "draft:send")],
        [
            talk.draft_button(words.plain("button-edit"), "draft:edit"),
            talk.draft_button(words.plain(name), "draft:name"),
        ],
        [talk.draft_button(words.plain("button-cancel"), "draft:cancel")],
    )


def _parts(talk: Talk) -> Keyboard:
    names = ("words", "place", "category", "media")
    buttons = [talk.draft_button(talk.own.plain(f"button-edit-{name}"), f"draft:change:{name}") for name in names]
    return inline(*columns(buttons, 2), [_back(talk)])


def _back(talk: Talk) -> Button:
    return talk.draft_button(talk.own.plain("button-back"), "draft:back")


async def pressed(talk: Talk, verb: str, argument: str) -> None:
    if talk.draft.missing():
        talk.proceed()
    elif verb == "send":
        await _send(talk)
    elif verb == "edit":
        talk.show(_text(talk), _parts(talk))
    elif verb == "bare":
        talk.draft.media = []
        talk.keep_draft()
        talk.proceed()
    elif verb == "name":
        talk.draft.anonymous = not talk.draft.anonymous
        talk.keep_draft()
        show(talk)
    elif verb == "change":
        await _change(talk, argument)
    else:
        show(talk)


async def _change(talk: Talk, part: str) -> None:
    if part == "place":
        await place.ask(talk)
    elif part == "category":
        await category.ask(talk)
    elif part == "media":
        talk.wait_for(steps.NEW_MEDIA, message=talk.shown_in())
        talk.show(talk.own("report-new-media"), inline(_without_media(talk), [_back(talk)]))
    else:
        talk.wait_for(steps.NEW_WORDS, message=talk.shown_in())
        talk.show(talk.own("report-new-words"), inline([_back(talk)]))


def _without_media(talk: Talk) -> list[Button]:
    if not (talk.draft.media and talk.draft.words):
        return []
    return [talk.draft_button(talk.own.plain("button-without-media"), "draft:bare")]


async def reworded(talk: Talk) -> bool:
    """New words in place of the old ones; a picture is one more."""
    text = clean((talk.message and talk.message.text) or "")
    if not text or talk.message is None:
        return False
    before, talk.draft.words = talk.draft.words, {}
    if not talk.draft.add_words(talk.message.message_id, text):
        talk.draft.words = before
        talk.say("report-too-long", count=LONGEST)
        return True
    talk.keep_draft()
    talk.proceed()
    return True


async def retaken(talk: Talk) -> bool:
    """New pictures in place of the old ones; words alone are words."""
    item = talk.message.attachment if talk.message else None
    if item is not None:
        talk.draft.media = []
    return False


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
        until=card.promised(talk, filed, words.language),
        desk=city.name(filed.desk, words.language),
    )

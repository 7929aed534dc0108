"""A report in the making: words, pictures and a place, in any order, in one message or many."""

from __future__ import annotations

from telegram import Message

from handlers import category, compare, mine, place, preview, steps
from handlers.attachments import attachment
from handlers.keyboards import button, inline, main_menu, reply
from handlers.talk import Talk
from locales.text import clean
from services import codes, urgent
from services.drafts import LONGEST, MOST_MEDIA, Attachment


async def begin(talk: Talk, _: str = "") -> None:
    """/report and «ثبت گزارش»."""
    if talk.has_draft():
        offer_again(talk)
        return
    talk.wait_for(steps.CONTENT)
    talk.say("report-begin", reply([talk.own.plain("button-cancel")]))


def offer_again(talk: Talk) -> None:
    buttons = [
        button(talk.own.plain("button-continue"), "draft:continue"),
        button(talk.own.plain("button-afresh"), "draft:afresh"),
    ]
    talk.say("draft-again", inline(buttons), gist=preview.gist(talk))


async def go_on(talk: Talk) -> None:
    """Ask for the next thing that is missing; with nothing missing, show duplicates, then the preview."""
    ask = {"content": ask_for_content, "place": place.ask, "category": category.ask}
    missing = talk.draft.missing()
    if missing:
        await ask[missing](talk)
    elif talk.draft.compared or not await compare.show(talk):
        preview.show(talk)


async def ask_for_content(talk: Talk) -> None:
    talk.wait_for(steps.CONTENT)
    talk.say("report-ask-content", reply([talk.own.plain("button-cancel")]))


async def collect(talk: Talk) -> None:
    """Whatever a resident writes or sends that is nothing else belongs to a report."""
    assert talk.message  # noqa: S101  # the router calls it for messages
    message = talk.message
    if message.location:
        await place.located(talk, message.location.latitude, message.location.longitude)
        return
    item, text = attachment(message), clean(message.text or message.caption or "")
    if item is None and not text:
        talk.say("report-not-understood")
        return
    quiet = item is not None and talk.draft.in_album(item.album)  # the album's first photo has been answered
    if not _take(talk, message, item, text):
        return
    if not quiet and not _warned(talk, text):
        talk.proceed()


def _take(talk: Talk, message: Message, item: Attachment | None, text: str) -> bool:
    draft = talk.draft
    if text and not draft.add_words(message.message_id, text):
        talk.say("report-too-long", count=LONGEST)
        return False
    if item and not draft.add_media(item):
        talk.say("report-too-many", count=MOST_MEDIA)
        return False
    talk.keep_draft()
    return True


async def edited(talk: Talk) -> None:
    """An edited message edits the draft."""
    assert talk.message  # noqa: S101  # the router calls it for messages
    text = clean(talk.message.text or talk.message.caption or "")
    if text and talk.draft.edit_words(talk.message.message_id, text):
        talk.keep_draft()
        if talk.dialogue.step == steps.PREVIEW:
            talk.proceed()
        else:
            talk.say("report-edited")


def _warned(talk: Talk, text: str) -> bool:
    """Where every minute counts a phone call comes first: the number at once, then the choice to go on."""
    emergency = urgent.emergency(text)
    if emergency is None or emergency.number in talk.draft.warned:
        return False
    talk.draft.warned.append(emergency.number)
    talk.keep_draft()
    talk.wait_for(steps.URGENT)
    buttons = [
        button(talk.own.plain("button-go-on"), "draft:continue"),
        button(talk.own.plain("button-cancel"), "draft:cancel"),
    ]
    talk.say(f"urgent-{emergency.kind}", inline(buttons), number=talk.own.code(emergency.number))
    return True


async def written(talk: Talk) -> None:
    """Something from somebody of whom nothing is awaited: small talk, a tracking code, or the start of a report."""
    text = clean((talk.message and talk.message.text) or "")
    code = codes.read(text) if text else None
    if code:
        await mine.by_code(talk, code)
    elif text and not talk.has_draft() and urgent.chatter(text):
        talk.say("chatter", main_menu(talk.own))
    else:
        await collect(talk)


async def described(talk: Talk) -> None:
    """In answer to "where": words are a landmark, everything else is what it always is."""
    if not await place.described(talk):
        await collect(talk)


async def pressed(talk: Talk, verb: str, argument: str) -> None:
    """The buttons of a draft."""
    if verb == "cancel":
        talk.close_buttons()
        talk.rest()
        talk.drop_draft()
        talk.say("cancelled", main_menu(talk.own))
    elif verb == "afresh":
        talk.close_buttons()
        talk.drop_draft()
        await begin(talk)
    elif talk.draft.is_empty():
        talk.toast("draft-gone", alert=True)
    elif verb == "continue":
        talk.close_buttons()
        talk.proceed()
    else:
        await preview.pressed(talk, verb, argument)

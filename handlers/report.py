"""A report in the making: words, pictures and a place, in any order, in one message or many."""

from __future__ import annotations

from handlers import category, compare, place, preview, steps
from handlers.incoming import Message
from handlers.keyboards import inline, main_menu, only_cancel
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
    talk.say("report-begin", only_cancel(talk.own, steps.CONTENT))


def offer_again(talk: Talk) -> None:
    buttons = [
        talk.draft_button(talk.own.plain("button-continue"), "draft:continue"),
        talk.draft_button(talk.own.plain("button-afresh"), "draft:afresh"),
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
    cancel = talk.draft_button(talk.own.plain("button-cancel"), "draft:cancel")
    talk.show(talk.own("report-ask-content"), inline([cancel]))


async def written(talk: Talk) -> None:
    """Something that answers no question: small talk, a tracking code, or a part of a report."""
    assert talk.message  # noqa: S101  # the router calls it for messages
    message = talk.message
    if message.location:
        talk.draft.landmark = talk.draft.landmark or message.venue
        await place.located(talk, message.location.latitude, message.location.longitude)
        return
    item, text = message.attachment, clean(message.text or message.caption or "")
    if item or text:
        await _collect(talk, message, item, text)
    elif message.sent:  # a sticker, a contact; but nothing that Telegram itself writes
        talk.say("report-not-understood")


async def _collect(talk: Talk, message: Message, item: Attachment | None, text: str) -> None:
    if item is None and codes.read(text):
        talk.say("code-unknown", code=talk.own.code(codes.show(str(codes.read(text)))))
    elif item is None and urgent.chatter(text):
        _small_talk(talk, text)
    elif item is None and talk.has_draft() and (area := place.exactly(talk, text)):
        place.settle(talk, area)
    else:
        _take(talk, message, item, text)


def _small_talk(talk: Talk, text: str) -> None:
    if talk.has_draft():
        talk.proceed()
    else:
        talk.say("chatter-thanks" if urgent.thanks(text) else "chatter", main_menu(talk.own))


def _take(talk: Talk, message: Message, item: Attachment | None, text: str) -> None:
    """One question follows, however many photos an album has."""
    draft = talk.draft
    quiet = item is not None and draft.in_album(item.album)
    if text and not draft.add_words(message.message_id, text):
        talk.say("report-too-long", count=LONGEST)
        return
    if item and not draft.add_media(item):
        talk.say("report-too-many", count=MOST_MEDIA)
        return
    talk.keep_draft()
    if warned(talk, text):
        return
    if quiet:
        preview.recount(talk)
    else:
        talk.proceed()


async def edited(talk: Talk) -> None:
    """An edited message edits the draft."""
    assert talk.message  # noqa: S101  # the router calls it for messages
    message, draft = talk.message, talk.draft
    if not draft.holds(message.message_id):
        return
    if not draft.edit_words(message.message_id, clean(message.text or message.caption or "")):
        talk.say("report-too-long", count=LONGEST)
        return
    talk.keep_draft()
    if warned(talk, message.text or message.caption or ""):
        return
    if talk.awaited == steps.PREVIEW:
        talk.proceed()
    else:
        talk.say("report-edited")


def warned(talk: Talk, text: str) -> bool:
    """Where every minute counts a phone call comes first: the number at once, then the choice to go on."""
    emergency = urgent.emergency(text) if text else None
    if emergency is None or emergency.number in talk.draft.warned:
        return False
    talk.draft.warned.append(emergency.number)
    talk.keep_draft()
    talk.wait_for(steps.URGENT)
    buttons = [
        talk.draft_button(talk.own.plain("button-go-on"), "draft:heeded"),
        talk.draft_button(talk.own.plain("button-cancel"), "draft:cancel"),
    ]
    talk.say(f"urgent-{emergency.kind}", inline(buttons), number=talk.own.code(emergency.number))
    return True


async def pressed(talk: Talk, verb: str, argument: str) -> None:
    """The buttons of a draft."""
    if talk.draft.is_empty():
        talk.close_buttons()
        talk.toast("draft-gone", alert=True)
    elif verb in {"cancel", "afresh"}:
        talk.close_buttons()
        talk.rest()
        talk.drop_draft()
        if verb == "cancel":
            talk.say("cancelled", main_menu(talk.own))
        else:
            await begin(talk)
    elif verb == "continue":
        talk.proceed()
    elif verb == "heeded":
        talk.close_buttons()  # the number stays to be read
        talk.proceed()
    else:
        await preview.pressed(talk, verb, argument)

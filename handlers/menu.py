"""The main menu, the greeting and the help: what stands at the beginning of every conversation."""

from __future__ import annotations

from handlers import card, commands, invitations, report, shortcuts, steps
from handlers.events import door
from handlers.keyboards import main_menu
from handlers.talk import Talk
from services import attendance, invites


async def start(talk: Talk, payload: str) -> None:
    """/start, with or without the payload of a deep link. An unfinished report is offered again."""
    if payload.startswith(invites.PREFIX):
        await invitations.accept(talk, payload)
        return
    if payload.startswith(attendance.PREFIX):
        await door.opened(talk, payload)
        return
    if shortcuts.known(payload):
        if talk.person.created == talk.now:
            _greet(talk)  # a link has brought them: what else there is, they see from the menu
        await shortcuts.take(talk, payload)
        return
    talk.rest()
    _greet(talk)
    if talk.person.id in talk.house.rights.owners:
        await _welcome_owner(talk)
    if talk.has_draft():
        report.offer_again(talk)


def _greet(talk: Talk) -> None:
    notice = talk.house.city.notice.get(talk.own.language, "")
    talk.say("greeting", main_menu(talk.own), name=talk.person.first_name, notice=notice)


async def _welcome_owner(talk: Talk) -> None:
    """Telegram refuses all that is for them until they have said hello."""
    await commands.set_for(talk, talk.person.id)
    await card.catch_up(talk, talk.person.id)


async def help_(talk: Talk, _: str = "") -> None:
    talk.say("help", main_menu(talk.own))


async def pressed(talk: Talk, _: str, step: str) -> None:
    """«انصراف» under a question: it ends that question and nothing that came after it."""
    talk.close_buttons()
    if talk.awaited == step:
        await cancel(talk)
    else:
        talk.toast("button-old", alert=True)


async def cancel(talk: Talk, _: str = "") -> None:
    """/cancel and «انصراف»: what was going on ends. Who is asked about an old report keeps an unfinished new one."""
    aside = talk.awaited in steps.LATER
    busy = aside or talk.has_draft() or bool(talk.awaited)
    talk.rest()
    if not aside:
        talk.drop_draft()
    talk.say("cancelled" if busy else "nothing-to-cancel", main_menu(talk.own))
    if aside and talk.has_draft():
        report.offer_again(talk)

"""The one tap under a bulk message: no more of this topic; and the tap that takes it back."""

from __future__ import annotations

from handlers.broadcast import keyboard
from handlers.broadcast.drafts import number_in
from handlers.keyboards import Button, inline
from handlers.talk import Talk
from services.topics import TOPICS
from storage import broadcasts, topics


async def pressed(talk: Talk, verb: str, argument: str) -> None:
    topic, _, number = argument.partition(":")
    if topic not in TOPICS or verb not in {"off", "on"} or not talk.private:
        talk.toast("button-old", alert=True)
        return
    if verb == "off":
        topics.turn_off(talk.tx, talk.person.id, topic, talk.now)
    else:
        topics.turn_on(talk.tx, talk.person.id, topic)
    name = talk.own.plain(f"topic-{topic}")
    talk.toast("topic-turned-off" if verb == "off" else "topic-turned-on", topic=name)
    await _turn_button(talk, topic, number_in(number), off=verb == "off")


async def _turn_button(talk: Talk, topic: str, number: int, *, off: bool) -> None:
    """The message keeps its other buttons; the one that was pressed turns into its contrary."""
    pressed = talk.query.message if talk.query else None
    pressed_under = talk.shown_in()
    broadcast = await broadcasts.get(talk.tx, number, lock=False)
    if broadcast and broadcast.topic == topic and pressed and pressed_under:
        shown = pressed.raw.get("reply_markup", {}).get("inline_keyboard", [])
        kept = [row for row in shown if not any(_is_switch(cell) for cell in row)]
        talk.unbutton(talk.chat.chat_id, pressed_under, inline(*kept, keyboard.switch(talk.own, broadcast, off=off)))


def _is_switch(cell: Button) -> bool:
    return str(cell.get("callback_data", "")).startswith("topic:")

"""One update, as a handler sees it: who speaks, where, in which language, at which point of which conversation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from handlers import steps
from handlers.incoming import Message, Press
from handlers.keyboards import Button, Keyboard, button
from handlers.voice import Address, Voice
from locales.words import Html, Words, words
from services.drafts import EXPIRES, Draft
from storage import people
from storage.outbox import ANSWER
from storage.people import Caller, Dialogue, Person


@dataclass
class Toast:
    """What a press is answered with; best effort, never stored."""

    query_id: str
    text: str = ""
    alert: bool = False


@dataclass
class Talk(Voice):
    """What is said here goes to the chat in which the update came, in the language of the one who sent it.

    Exactly one of `message` (something written, `edited` or new) and `query` (a press) is there, or neither.
    """

    caller: Caller = field(kw_only=True)
    person: Person = field(kw_only=True)
    chat: Address = field(kw_only=True)
    private: bool = field(kw_only=True)
    message: Message | None = None
    query: Press | None = None
    toasts: list[Toast] = field(default_factory=list)
    chat_title: str = ""
    edited: bool = False
    replayed: bool = False  # it was set aside, and comes long after it was sent
    asks_on: bool = False
    _shown: bool = False
    _draft: Draft | None = None
    _dirty_dialogue: bool = False
    _dirty_draft: bool = False

    @property
    def own(self) -> Words:
        """The words of whoever speaks; in groups those of the group."""
        return words(self.person.language) if self.private else self.house.words()

    def say(
        self, key: str, keyboard: Keyboard | None = None, *, about: str | None = None, under: str | None = None,
        **arguments: Any,
    ) -> None:  # fmt: skip
        self.say_html(self.own(key, **arguments), keyboard, about=about, under=under)

    def say_html(self, text: Html, keyboard: Keyboard | None = None, **anchors: str | None) -> None:
        self.write(self.chat, text, keyboard, lane=ANSWER, **anchors)

    def show(self, text: Html, keyboard: Keyboard | None = None) -> None:
        """In place of the message whose button was pressed; otherwise, and from the second time on, as a new one."""
        pressed = self._pressed()
        if pressed is None:
            self.say_html(text, keyboard)
            return
        kind = "photo" if pressed.attachment else "text"
        self.edit(self.chat.chat_id, pressed.message_id, text, keyboard, kind=kind)

    def shown_in(self) -> int | None:
        """The number of the message that `show` would change now."""
        pressed = None if self._shown or self.query is None else self.query.message
        return pressed.message_id if pressed else None

    def close_buttons(self) -> None:
        """The message whose button was pressed keeps its text and loses its buttons."""
        pressed = self._pressed()
        if pressed is not None:
            self.unbutton(self.chat.chat_id, pressed.message_id)

    def _pressed(self) -> Message | None:
        if self.query is None or self._shown:
            return None
        self._shown = True
        return self.query.message

    def toast(self, key: str, *, alert: bool = False, **arguments: Any) -> None:
        """Answer the press; every press that gets no toast is answered silently."""
        if self.query:
            text = self.own.plain(key, **arguments)
            self.toasts.append(Toast(self.query.id, text[:200], alert))

    # The conversation

    @property
    def dialogue(self) -> Dialogue:
        return self.caller.dialogue

    def wait_for(self, step: str, **data: Any) -> None:
        """From now on what they write belongs to this step."""
        if step in steps.LATER:
            data["at"] = self.now
        self.caller.dialogue = Dialogue(step, data)
        self._dirty_dialogue = True

    def rest(self) -> None:
        """Wait for nothing."""
        if self.caller.dialogue.step:
            self.wait_for("")

    @property
    def awaited(self) -> str:
        """What the bot waits for, unless that has been given up by now."""
        step, data = self.dialogue.step, self.dialogue.data
        if step in steps.LATER and self.now - data.get("at", self.now) > steps.LATER_LASTS:
            return ""
        return "" if step in steps.DRAFT and self._kept_draft() is None else step

    def put_aside(self) -> None:
        """Whoever turns to the menu is no longer answering what was asked of an old report."""
        if self.dialogue.step in steps.LATER:
            self.rest()

    @property
    def draft(self) -> Draft:
        if self._draft is None:
            kept = self._kept_draft()
            stamp = format(self.message.message_id, "x") if self.message else ""
            self._draft = Draft(stamp) if kept is None else Draft.load(kept, self.house.city)
        return self._draft

    def _kept_draft(self) -> dict[str, Any] | None:
        return self.caller.draft if self.now - self.caller.draft_changed <= EXPIRES else None

    def draft_button(self, label: str, data: str) -> Button:
        """A button that works for this draft alone, and no more once that is sent or dropped."""
        return button(label, f"{data}~{self.draft.stamp}")

    def proceed(self) -> None:
        """Once the handler is through, the resident is asked for what the draft misses next."""
        self.asks_on = True

    def has_draft(self) -> bool:
        return not self.draft.is_empty()

    def keep_draft(self) -> None:
        self._dirty_draft = True

    def drop_draft(self) -> None:
        self._draft = Draft()
        self._dirty_draft = True

    # What changed beyond the conversation

    def keep_person(self) -> None:
        people.put(self.tx, self.person)

    def close(self) -> None:
        """Queue what the handler changed of the conversation."""
        if self._dirty_dialogue:
            people.put_dialogue(self.tx, self.person.id, self.caller.dialogue, self.now)
        if self._dirty_draft:
            content = self.draft.dump() or None
            self.caller.draft, self.caller.draft_changed = content, self.now
            people.put_draft(self.tx, self.person.id, content, self.now)

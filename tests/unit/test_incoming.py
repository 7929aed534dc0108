"""What handlers read of an update, and what is refused as none."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.incoming import Membership, Unreadable, read

LALEH = {"id": 7, "is_bot": False, "first_name": "لاله", "language_code": "fa"}
PRIVATE = {"id": 7, "type": "private", "first_name": "لاله"}
FORUM = {"id": -100, "type": "supergroup", "title": "مدیران", "is_forum": True}
SMALL, LARGE = ({"file_id": name, "file_unique_id": f"u{name}", "width": 1, "height": 1} for name in "sl")


def message(**content: Any) -> dict[str, Any]:
    return {"message_id": 5, "date": 1, "from": LALEH, "chat": PRIVATE, **content}


def test_words() -> None:
    update = read({"update_id": 1, "message": message(text="سلام")})
    assert update.user
    assert (update.user.id, update.user.first_name, update.user.language_code) == (7, "لاله", "fa")
    assert update.chat
    assert update.chat.type == "private"
    assert update.message
    assert (update.message.text, update.message.caption, update.edited, update.message.sent) == (
        "سلام",
        "",
        False,
        False,
    )


def test_an_edited_message_says_so() -> None:
    assert read({"update_id": 1, "edited_message": message(text="سلام")}).edited


def test_of_a_photo_the_largest_size() -> None:
    update = read({"update_id": 1, "message": message(photo=[SMALL, LARGE], caption="چاله", media_group_id="a1")})
    assert update.message
    assert update.message.attachment
    found = update.message.attachment
    assert (found.kind, found.file_id, found.unique_id, found.message, found.album) == ("photo", "l", "ul", 5, "a1")


def test_an_animation_is_no_document() -> None:
    update = read({"update_id": 1, "message": message(animation=SMALL, document=SMALL)})
    assert update.message
    assert update.message.attachment
    assert update.message.attachment.kind == "animation"


def test_a_place_with_a_name() -> None:
    place = {"latitude": 35.7, "longitude": 51}
    update = read({"update_id": 1, "message": message(location=place, venue={"title": "نانوایی", "location": place})})
    assert update.message
    assert update.message.location
    assert (update.message.location.latitude, update.message.location.longitude) == (35.7, 51.0)
    assert update.message.venue == "نانوایی"


@pytest.mark.parametrize(("topic", "thread"), [({"is_topic_message": True}, 3), ({}, 0)])
def test_a_thread_is_a_topic_in_forums_alone(topic: dict[str, Any], thread: int) -> None:
    update = read({"update_id": 1, "message": message(chat=FORUM, text="x", message_thread_id=3, **topic)})
    assert update.message
    assert update.message.thread == thread


def test_a_reply() -> None:
    update = read({"update_id": 1, "message": message(text="x", reply_to_message=message(text="y"))})
    assert update.message
    assert update.message.reply_to_message
    assert update.message.reply_to_message.text == "y"


def test_a_press() -> None:
    press = {"id": "9", "from": LALEH, "chat_instance": "1", "data": "draft:send", "message": message(text="x")}
    update = read({"update_id": 1, "callback_query": press})
    assert update.press
    assert (update.press.id, update.press.data) == ("9", "draft:send")
    assert update.chat
    assert update.chat.id == 7


def test_the_bots_own_membership() -> None:
    change = {"from": LALEH, "chat": FORUM, "date": 1, "old_chat_member": {"status": "left"},
              "new_chat_member": {"status": "member"}}  # fmt: skip
    assert read({"update_id": 1, "my_chat_member": change}).membership == Membership("left", "member")


def test_what_the_bot_may_do_in_a_channel() -> None:
    channel = {"id": -1001, "type": "channel", "title": "منطقه"}
    change = {"from": LALEH, "chat": channel, "date": 1, "old_chat_member": {"status": "administrator"},
              "new_chat_member": {"status": "administrator", "can_post_messages": False}}  # fmt: skip
    update = read({"update_id": 1, "my_chat_member": change})
    assert update.membership == Membership("administrator", "administrator", may_post=False)
    assert update.chat
    assert (update.chat.id, update.chat.type, update.chat.title) == (-1001, "channel", "منطقه")


def test_what_nobody_asked_for_is_nothing() -> None:
    update = read({"update_id": 1, "channel_post": {"message_id": 1}})
    assert (update.user, update.chat, update.message, update.press) == (None, None, None, None)


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"update_id": "1"},
        {"update_id": 1, "message": None},
        {"update_id": 1, "message": {"message_id": 1}},
        {"update_id": 1, "message": message(text=5)},
        {"update_id": 1, "message": message(photo=[5])},
        {"update_id": 1, "message": message(location={"latitude": "35"})},
        {"update_id": 1, "message": message(**{"from": {"id": "7"}})},
        {"update_id": 1, "callback_query": {"from": LALEH}},
        {"update_id": 1, "my_chat_member": {"from": LALEH, "chat": FORUM}},
    ],
)
def test_what_is_no_update_is_refused(raw: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        read(raw)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["message_id", "chat", "from", "id", "type", "text", "photo", "location", "data", "message", "file_id"]
    ), inner, max_size=5),
    max_leaves=15,
)  # fmt: skip


@given(st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member"]), ANYTHING)
def test_whatever_comes_is_read_or_refused_and_nothing_else(kind: str, content: Any) -> None:
    with contextlib.suppress(Unreadable):
        read({"update_id": 1, kind: content})

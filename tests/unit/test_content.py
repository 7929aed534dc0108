"""What an administrator sends comes out the same when the calls that were made of it are made."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.content import read
from handlers.incoming import Message, Unreadable
from handlers.incoming import read as read_update
from sandbox import Telegram
from sandbox.formatting import utf16_length
from services.refusal import Refusal
from storage.broadcasts import Call

TOKEN = "100:TEST"
WRITTEN_ANEW = ("message_id", "from", "date", "media_group_id")


class Room:
    """A Telegram without a network, an administrator who writes to its bot, and what is made of that."""

    def __init__(self) -> None:
        self.telegram = Telegram()
        self.bot = self.telegram.add_bot(TOKEN)
        self.mehrdad = self.telegram.person("مهرداد")
        self.laleh = self.telegram.person("لاله")
        for person in (self.mehrdad, self.laleh):
            person.post_start()
        self.bot.updates.entries.clear()

    def came(self) -> list[Message]:
        updates = [read_update(json.loads(json.dumps(entry.update))) for entry in self.bot.updates.entries.values()]
        self.bot.updates.entries.clear()
        return [update.message for update in updates if update.message]

    def calls(self) -> list[Call]:
        """Of what has come; as the database gives them back."""
        return [Call(call.method, json.loads(json.dumps(call.parameters))) for call in read(self.came())]

    def pass_on(self) -> list[dict[str, Any]]:
        """What Laleh sees once the calls are made."""
        before = len(self.laleh.messages)
        for call in self.calls():
            params = {"chat_id": self.laleh.id, **call.parameters}
            status, answer = self.telegram.api.call(self.bot, call.method, params)
            assert status == 200, answer
        assert self.telegram.problems == []
        return [content(message.raw) for message in self.laleh.messages[before:]]

    def sent(self, count: int = 1) -> list[dict[str, Any]]:
        return [content(message.raw) for message in self.mehrdad.messages[-count:]]


def content(raw: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in raw.items() if name not in {*WRITTEN_ANEW, "chat"}}


@pytest.fixture
def room() -> Room:
    return Room()


FORMATTED = (
    "<b>شهروندان گرامی</b>، <i>فردا</i> <u>آب</u> <s>قطع نیست</s> <tg-spoiler>🙂 وصل است</tg-spoiler>؛ "
    '<a href="https://example.ir/?a=1&amp;b=2">این‌جا</a> را <b>ببینید <i>و</i></b> بخوانید.\n'
    "<blockquote expandable>نقل</blockquote>\n<pre>code\n</pre> <code>x</code> #آب /start https://tehran.ir"
)


def test_words_keep_their_formatting(room: Room) -> None:
    room.mehrdad.post_text(FORMATTED, html=True)
    sent = room.sent()
    assert {mark["type"] for mark in sent[0]["entities"]} >= {"bold", "text_link", "expandable_blockquote", "hashtag"}
    assert room.pass_on() == sent
    assert room.laleh.messages[-1].html == room.mehrdad.messages[-1].html


def test_what_telegram_marks_by_itself_is_left_to_it(room: Room) -> None:
    room.mehrdad.post_text("#آب در https://tehran.ir و /start")
    assert room.calls() == [Call("sendMessage", {"text": "#آب در https://tehran.ir و /start"})]


def test_a_bot_that_has_not_bought_custom_emoji_sends_ordinary_ones(room: Room) -> None:
    room.mehrdad.post_text('<b>سلام</b> <tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', html=True)
    (call,) = room.calls()
    assert call.parameters["text"] == "سلام 👍"
    assert [mark["type"] for mark in call.parameters["entities"]] == ["bold"]


def test_the_preview_of_a_link_is_shown_as_it_was_chosen(room: Room) -> None:
    room.mehrdad.post_text("https://tehran.ir", more={"link_preview_options": {"is_disabled": True}})
    sent = room.sent()
    assert room.pass_on() == sent
    assert sent[0]["link_preview_options"] == {"is_disabled": True}


@pytest.mark.parametrize("kind", ["photo", "video", "voice", "document", "audio", "animation"])
def test_a_file_with_words(room: Room, kind: str) -> None:
    room.mehrdad.post_file(kind, "<b>کارگاه</b> فردا", html=True, name="file.pdf")
    sent = room.sent()
    assert room.pass_on() == sent
    assert sent[0]["caption_entities"]


@pytest.mark.parametrize("kind", ["photo", "video_note", "sticker"])
def test_a_file_alone(room: Room, kind: str) -> None:
    room.mehrdad.post_file(kind)
    sent = room.sent()
    assert room.pass_on() == sent


@pytest.mark.parametrize("kind", ["photo", "video", "animation"])
def test_a_hidden_picture_below_its_words(room: Room, kind: str) -> None:
    look = {"has_media_spoiler": True, "show_caption_above_media": True}
    room.mehrdad.post_file(kind, "ببینید", more=look)
    sent = room.sent()
    assert room.pass_on() == sent
    assert look.items() <= sent[0].items()


@pytest.mark.parametrize("count", [2, 10])
def test_an_album_stays_one(room: Room, count: int) -> None:
    room.mehrdad.post_album(count, "<b>سه</b> عکس", html=True)
    sent = room.sent(count)
    assert room.pass_on() == sent
    assert len({message.media_group_id for message in room.laleh.messages[-count:]}) == 1


def test_pictures_and_films_in_one_album_in_the_order_in_which_they_were_sent(room: Room) -> None:
    group = {"media_group_id": "7"}
    room.mehrdad.post_file("video", "یک", more={**group, "has_media_spoiler": True})
    room.mehrdad.post_file("photo", "دو", more=group)
    messages = room.came()
    (call,) = read(messages)
    assert [(item["type"], item["caption"]) for item in call.parameters["media"]] == [("video", "یک"), ("photo", "دو")]
    assert [item.get("has_spoiler") for item in call.parameters["media"]] == [True, None]
    assert read(messages[::-1]) == [call]


def test_several_messages_are_several_calls(room: Room) -> None:
    room.mehrdad.post_text("یک")
    room.mehrdad.post_album(2)
    room.mehrdad.post_text("دو")
    assert [call.method for call in room.calls()] == ["sendMessage", "sendMediaGroup", "sendMessage"]


def test_one_picture_of_an_album_is_a_picture(room: Room) -> None:
    room.mehrdad.post_file("photo", more={"media_group_id": "7"})
    assert [call.method for call in room.calls()] == ["sendPhoto"]


PLACE = {"latitude": 35.7364, "longitude": 51.5046}
VENUE = {"location": PLACE, "title": "خانهٔ فرهنگ", "address": "نارمک", "google_place_id": "x"}


@pytest.mark.parametrize(
    ("raw", "same"),
    [
        ({"location": PLACE}, {"location": PLACE}),
        ({"location": {**PLACE, "live_period": 900, "heading": 5}}, {"location": PLACE}),
        ({"location": PLACE, "venue": VENUE}, {"location": PLACE, "venue": VENUE}),
        ({"contact": {"phone_number": "137", "first_name": "شهرداری", "user_id": 5}},
         {"contact": {"phone_number": "137", "first_name": "شهرداری"}}),
    ],
)  # fmt: skip
def test_places_and_numbers(room: Room, raw: dict[str, Any], same: dict[str, Any]) -> None:
    room.mehrdad.post(raw, None, None, None)
    assert room.pass_on() == [same]


def test_what_is_forwarded_is_passed_on_as_if_it_were_written(room: Room) -> None:
    origin = {"type": "hidden_user", "sender_user_name": "کسی", "date": 1}
    room.mehrdad.post({"text": "خبر", "forward_origin": origin}, None, None, None)
    assert room.pass_on() == [{"text": "خبر"}]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ({"poll": {"id": "1", "question": "کدام؟"}}, "broadcast-native-poll"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "broadcast-cannot-send"),
        ({"game": {}}, "broadcast-cannot-send"),
        ({"story": {}}, "broadcast-cannot-send"),
        ({"checklist": {}}, "broadcast-cannot-send"),
        ({"new_chat_title": "x"}, "broadcast-cannot-send"),
    ],
)
def test_what_cannot_be_passed_on_is_refused(room: Room, raw: dict[str, Any], reason: str) -> None:
    room.mehrdad.post(raw, None, None, None)
    with pytest.raises(Refusal, match=reason):
        room.calls()


def test_a_caption_may_be_as_long_as_a_bot_may_make_it(room: Room) -> None:
    room.mehrdad.post_photo("x" * 1024)
    sent = room.sent()
    assert room.pass_on() == sent


def test_a_caption_that_only_people_who_pay_may_write_is_refused(room: Room) -> None:
    room.mehrdad.post_photo("x" * 1025)
    with pytest.raises(Refusal, match="broadcast-too-long") as refused:
        room.calls()
    assert refused.value.details == {"count": 1024}


def test_an_emoji_is_two_letters_to_a_bot(room: Room) -> None:
    room.mehrdad.post_text("🙂" * 2049)
    with pytest.raises(Refusal, match="broadcast-too-long"):
        room.calls()


@pytest.mark.parametrize(
    "raw",
    [
        {"text": "x", "entities": {}},
        {"text": "x", "entities": [5]},
        {"text": "x", "entities": [{"type": "bold", "offset": "0", "length": 1}]},
        {"text": "x", "entities": [{"type": "text_link", "offset": 0, "length": 1, "url": 5}]},
        {"text": "x", "entities": [{"type": "text_mention", "offset": 0, "length": 1, "user": {"id": "7"}}]},
        {"text": "x", "link_preview_options": {"is_disabled": "yes"}},
        {"location": {"latitude": 35, "longitude": 51}, "venue": {"title": "x"}},
        {"sticker": {"file_id": 5}},
        {"contact": {}},
    ],
)
def test_what_is_no_message_is_refused(room: Room, raw: dict[str, Any]) -> None:
    room.mehrdad.post(raw, None, None, None)
    with pytest.raises(Unreadable):
        room.calls()


# Whatever is written

LETTERS = st.text(alphabet="سلام ‌ه🙂👍🏽a<&>\"'\n_*", min_size=1, max_size=12)
STYLES = st.sampled_from(["b", "i", "u", "s", "tg-spoiler", "code", 'a href="https://a.ir/?x&amp;y"', "blockquote"])


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def styled(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda style, html: f"<{style}>{html}</{style.split()[0]}>", STYLES, inner)


HTML = st.recursive(
    LETTERS.map(escaped), lambda inner: styled(inner) | st.lists(inner, max_size=4).map("".join), max_leaves=8
)
SENDS: list[Callable[[Room, str], object]] = [
    lambda room, html: room.mehrdad.post_text(html, html=True),
    lambda room, html: room.mehrdad.post_photo(html, html=True),
    lambda room, html: room.mehrdad.post_file("document", html, html=True),
    lambda room, html: room.mehrdad.post_album(1, html, html=True),
]


@given(HTML, st.sampled_from(SENDS))
def test_whatever_is_written_comes_out_as_it_was_seen(html: str, send: Callable[[Room, str], object]) -> None:
    room = Room()
    try:
        send(room, html)
    except ValueError:  # nothing but spaces is no message
        return
    sent = room.sent()
    assert room.pass_on() == sent
    marks = sent[0].get("entities", sent[0].get("caption_entities", []))
    words = sent[0].get("text", sent[0].get("caption", ""))
    assert all(mark["offset"] + mark["length"] <= utf16_length(words) for mark in marks)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(
        ["type", "offset", "length", "url", "user", "id", "file_id", "title", "location", "latitude", "is_disabled"]
    ), inner, max_size=4),
    max_leaves=10,
)  # fmt: skip
FIELDS = ["text", "entities", "caption", "caption_entities", "link_preview_options", "venue", "location", "contact",
          "sticker", "poll", "photo", "has_media_spoiler"]  # fmt: skip


@given(st.dictionaries(st.sampled_from(FIELDS), ANYTHING, max_size=4))
def test_whatever_comes_is_read_or_refused_and_nothing_else(raw: dict[str, Any]) -> None:
    who = {"id": 7, "type": "private", "first_name": "x"}
    try:
        update = read_update({"update_id": 1, "message": {"message_id": 1, "chat": who, "from": who, **raw}})
        assert update.message
        json.dumps([call.parameters for call in read([update.message])])
    except (Refusal, Unreadable):
        pass

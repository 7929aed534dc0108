"""Entities: what HTML becomes, and which words Telegram marks by itself."""

from typing import Any

import pytest
from telegram import Bot

from sandbox import Person, Telegram
from sandbox.errors import ApiError
from sandbox.formatting import found_entities, parse_html, to_html, trimmed


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>سلام</b> دنیا", "سلام دنیا", [("bold", 0, 4)]),
        ("😀<i>x</i>", "😀x", [("italic", 2, 1)]),
        ("<b>a<u>b</u></b>", "ab", [("bold", 0, 2), ("underline", 1, 1)]),
        ("<STRONG>x</STRONG>", "x", [("bold", 0, 1)]),
        ("<s>a</s><strike>b</strike><del>c</del>", "abc", [("strikethrough", i, 1) for i in range(3)]),
        ('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>', "xy", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
        ("<code>x</code><pre>y</pre>", "xy", [("code", 0, 1), ("pre", 1, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("&lt;b&gt; &amp;amp; &quot;&#39;&#x1F600;", "<b> &amp; \"'😀", []),
        ("R&D &nbsp; a&b", "R&D &nbsp; a&b", []),
        ("<b></b>x", "x", []),
        ("<b>x</>", "x", [("bold", 0, 1)]),
        ("a > b", "a > b", []),
    ],
)
def test_html(source: str, text: str, entities: Any) -> None:
    result, found = parse_html(source)
    assert result == text
    assert [(each["type"], each["offset"], each["length"]) for each in found] == entities


def test_link() -> None:
    assert parse_html("<a href='https://x.ir/?a=1&amp;b=2'>x</a>")[1] == [
        {"type": "text_link", "offset": 0, "length": 1, "url": "https://x.ir/?a=1&b=2"}
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("سلام <x>y</x>", 'Unsupported start tag "x" at byte offset 9'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ],
)
def test_html_that_telegram_refuses(source: str, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {words}"
    assert caught.value.problem


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("/start abc", [("bot_command", 0, 6)]),
        ("😀 /start@some_bot", [("bot_command", 3, 15)]),
        ("a/b and/or 1/2", []),
        ("https://x.ir/a", [("url", 0, 14)]),
        ("tehran.ir", [("url", 0, 9)]),
        ("@hamsayeh_bot #چاله", [("mention", 0, 13), ("hashtag", 14, 5)]),
        ("a@b.ir", [("email", 0, 6)]),
        ("+989121234567", [("phone_number", 0, 13)]),
        ("09121234567", [("phone_number", 0, 11)]),
        ("چاله در خیابان ۱۲", []),
    ],
)
def test_entities_found(text: str, kinds: Any) -> None:
    assert [(each["type"], each["offset"], each["length"]) for each in found_entities(text)] == kinds


def test_trimming_moves_entities() -> None:
    text, marks = trimmed("  😀 x ", [{"type": "bold", "offset": 0, "length": 7}])
    assert (text, marks) == ("😀 x", [{"type": "bold", "offset": 0, "length": 4}])


@pytest.mark.parametrize("source", ["<b>a <i>😀</i></b> &amp; &lt;c&gt;", '<a href="https://x.ir">x</a>', "x"])
def test_back_to_html(source: str) -> None:
    assert to_html(*parse_html(source)) == source


async def test_bad_html_is_a_problem(telegram: Telegram, refused: Any, laleh: Person) -> None:
    words = await refused("sendMessage", chat_id=laleh.id, text="<b>x", parse_mode="HTML")
    assert "can't parse entities" in words
    assert len(telegram.problems) == 1


async def test_only_html(telegram: Telegram, refused: Any, laleh: Person) -> None:
    await refused("sendMessage", chat_id=laleh.id, text="*x*", parse_mode="MarkdownV2")
    assert len(telegram.problems) == 1


async def test_marks_of_both_kinds(bot: Bot, laleh: Person) -> None:
    message = await bot.send_message(laleh.id, "<code>/no</code> <b>/yes</b>", parse_mode="HTML")
    kinds = [(entity.type, entity.offset) for entity in message.entities]
    assert sorted(kinds) == [("bold", 4), ("bot_command", 4), ("code", 0)]
    seen = await laleh.sees("/yes")
    assert seen.html == "<code>/no</code> <b>/yes</b>"

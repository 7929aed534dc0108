"""What a person sees on the chat page, as its scripts get it."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from sandbox import BotAccount, Group, Person, Telegram
from sandbox.web.messages import AT_ONCE
from tests.sandbox.visitor import Stream, Visitor, own

HOSTILE = "<img src=x onerror=alert(1)>"
Call = Callable[..., Awaitable[dict[str, Any]]]


async def test_markup_in_whatever_people_type_is_words(
    telegram: Telegram, visitor: Visitor, call: Call, account: BotAccount
) -> None:
    mallory = telegram.person(HOSTILE)
    group = telegram.group(HOSTILE, members=[mallory])
    mallory.post_text(f'{HOSTILE} & /help <b>x</b> https://a.ir/?q="><script>', to=group)
    mallory.post_start()
    await call("sendMessage", chat_id=mallory.id, text="متن", reply_markup={
        "inline_keyboard": [[{"text": HOSTILE, "callback_data": "secret"}]],
    })  # fmt: skip
    (said,) = [m for m in await visitor.messages(mallory, str(group.id)) if "html" in m]
    assert "<img" not in said["html"]
    assert "<script" not in said["html"]
    assert '<a href="command:/help">/help</a>' in said["html"]
    answered = (await visitor.messages(mallory))[-1]
    assert answered["buttons"] == [[{"text": HOSTILE, "kind": "callback"}]]
    assert "secret" not in json.dumps(answered), "what a button carries is between the bot and Telegram"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
async def test_an_address_that_is_no_link_is_not_followed(
    laleh: Person, visitor: Visitor, call: Call, address: str
) -> None:
    entities = [{"type": "text_link", "offset": 0, "length": 4, "url": address}]
    await call("sendMessage", chat_id=laleh.id, text="بزنید", entities=entities)
    assert (await visitor.messages(laleh))[-1]["html"] == "بزنید"


async def test_what_was_found_in_code_is_no_link(laleh: Person, visitor: Visitor, call: Call) -> None:
    await call("sendMessage", chat_id=laleh.id, text="<code>a.ir /help</code> 09121234567 b.ir", parse_mode="HTML")
    html = (await visitor.messages(laleh))[-1]["html"]
    assert "<code>a.ir /help</code>" in html
    assert '<a href="tel:09121234567">' in html
    assert '<a href="https://b.ir">b.ir</a>' in html


async def test_a_start_shows_no_payload(laleh: Person, visitor: Visitor) -> None:
    await visitor.post("start", **own(laleh, payload="secret_1"))
    assert laleh.messages[-1].text == "/start secret_1"
    assert "secret_1" not in json.dumps(await visitor.messages(laleh))


async def test_the_last_sixty_and_older_ones_on_demand(laleh: Person, visitor: Visitor) -> None:
    for number in range(150):
        laleh.post_text(f"پیام {number}")
    page = await visitor.get("/web/messages", **own(laleh))
    assert len(page["messages"]) == AT_ONCE
    assert page["more"] is True
    older = await visitor.messages(laleh, before=page["messages"][0]["id"])
    assert [m["id"] for m in older] == [m.id for m in laleh.messages][-2 * AT_ONCE : -AT_ONCE]
    rest = await visitor.get("/web/messages", **own(laleh, before=older[0]["id"]))
    assert rest["more"] is False
    assert len(rest["messages"]) == 151 - 2 * AT_ONCE


async def test_only_what_changed_is_sent_again(laleh: Person, visitor: Visitor, call: Call) -> None:
    first = await call("sendMessage", chat_id=laleh.id, text="اول")
    second = await call("sendMessage", chat_id=laleh.id, text="دوم")
    page = await visitor.get("/web/messages", **own(laleh))
    known = {"oldest": page["messages"][0]["id"], "since": page["sequence"]}
    await call("editMessageText", chat_id=laleh.id, message_id=first["result"]["message_id"], text="دیگر")
    await call("deleteMessage", chat_id=laleh.id, message_id=second["result"]["message_id"])
    changes = await visitor.get("/web/messages", **own(laleh, **known))
    assert [(m["html"], m["edited"]) for m in changes["messages"]] == [("دیگر", True)]
    assert changes["ids"] == [m.id for m in laleh.messages]


async def test_a_topic_is_a_room_of_its_own(forum: Group, laleh: Person, visitor: Visitor, stream: Stream) -> None:
    topic = forum.new_topic("روشنایی")
    laleh.post_text("در موضوع", to=forum, topic=topic)
    laleh.post_text("همگانی", to=forum)
    await visitor.post("text", person=laleh.id, room=f"{forum.id}:{topic}", text="از صفحه")
    inside = [m["html"] for m in await visitor.messages(laleh, f"{forum.id}:{topic}") if "html" in m]
    outside = [m["html"] for m in await visitor.messages(laleh, str(forum.id)) if "html" in m]
    assert (inside, outside) == (["در موضوع", "از صفحه"], ["همگانی"])
    assert forum.messages[-1].thread == topic


async def test_a_channel_is_read_by_all_and_written_by_its_administrators(
    laleh: Person, ali: Person, visitor: Visitor, stream: Stream, call: Call
) -> None:
    channel = laleh.world.channel("خبرهای محله", laleh)
    channel.add(ali)
    await stream.next()
    await call("sendMessage", chat_id=channel.id, text="خبر")
    news = await stream.news()
    rooms = {person["name"]: person["rooms"][-1] for person in news["people"]}
    assert [(name, room["kind"], room["standing"]) for name, room in rooms.items()] == [
        ("لاله", "channel", "started"), ("علی", "channel", "reader"),
    ]  # fmt: skip
    (post,) = await visitor.messages(ali, str(channel.id))
    assert (post["from"]["name"], post["html"]) == ("خبرهای محله", "خبر")
    await visitor.post("text", person=laleh.id, room=str(channel.id), text="خبر دیگر")
    await visitor.post("text", 409, person=ali.id, room=str(channel.id), text="من هم")
    forwarded = {"chat_id": laleh.id, "from_chat_id": channel.id, "message_id": post["id"]}
    await call("forwardMessage", **forwarded)
    assert (await visitor.messages(laleh))[-1]["forwarded"] == "خبرهای محله"


async def test_a_question_opens_the_field_of_whom_it_is_for(
    group: Group, laleh: Person, ali: Person, visitor: Visitor, call: Call
) -> None:
    text = f'<a href="tg://user?id={ali.id}">علی</a>، چرا؟'
    prompt = {"force_reply": True, "selective": True, "input_field_placeholder": "بنویسید"}
    await call("sendMessage", chat_id=group.id, text=text, parse_mode="HTML", reply_markup=prompt)
    assert (await visitor.messages(ali, str(group.id)))[-1]["prompt"] == {"placeholder": "بنویسید"}
    assert "prompt" not in (await visitor.messages(laleh, str(group.id)))[-1]


async def test_nobody_sees_a_chat_that_is_not_theirs(group: Group, laleh: Person, visitor: Visitor) -> None:
    outsider = laleh.world.person("غریبه")
    await visitor.get("/web/messages", 404, person=outsider.id, room=str(group.id))
    await visitor.get("/web/messages", 404, person=outsider.id, room=str(laleh.id))
    await visitor.post("text", 409, person=outsider.id, room=str(group.id), text="سلام")

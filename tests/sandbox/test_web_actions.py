"""What a person does on the chat page, as its scripts send it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from sandbox import BotAccount, Person
from sandbox.files import jpeg
from tests.sandbox.visitor import MARK, Visitor, own

Call = Callable[..., Awaitable[dict[str, Any]]]


async def test_texts_replies_edits_deletions(laleh: Person, visitor: Visitor, account: BotAccount) -> None:
    await visitor.post("text", **own(laleh, text="  سلام /help "))
    mine = laleh.messages[-1]
    await visitor.post("text", **own(laleh, text="پاسخ", reply_to=mine.id))
    assert laleh.messages[-1].reply_to is mine
    await visitor.post("edit", **own(laleh, message=mine.id, text="سلام!"))
    assert (mine.text, mine.edited) == ("سلام!", True)
    kinds = [entry.kind for entry in account.updates.entries.values()]
    assert kinds == ["message", "message", "edited_message"]
    await visitor.post("delete", **own(laleh, message=mine.id))
    assert mine not in laleh.messages


async def test_what_others_wrote_is_not_hers_to_change(laleh: Person, visitor: Visitor, call: Call) -> None:
    sent = (await call("sendMessage", chat_id=laleh.id, text="از ربات"))["result"]["message_id"]
    await visitor.post("edit", 409, **own(laleh, message=sent, text="x"))
    await visitor.post("delete", 409, **own(laleh, message=sent))
    assert laleh.messages[-1].text == "از ربات"


async def test_a_button_and_what_the_bot_says_to_it(laleh: Person, visitor: Visitor, call: Call, bot: Any) -> None:
    keyboard = {"inline_keyboard": [[{"text": "الف", "callback_data": "a"}], [{"text": "ب", "callback_data": "b"}]]}
    sent = (await call("sendMessage", chat_id=laleh.id, text="؟", reply_markup=keyboard))["result"]["message_id"]
    pressing = asyncio.create_task(visitor.post("press", **own(laleh, message=sent, row=1, column=0)))
    (update,) = [u for u in (await call("getUpdates", timeout=15))["result"] if "callback_query" in u]
    assert update["callback_query"]["data"] == "b"
    query = update["callback_query"]["id"]
    await call("answerCallbackQuery", callback_query_id=query, text="انجام شد", show_alert=True)
    assert await pressing == {"answer": {"text": "انجام شد", "alert": True, "url": None}}
    await visitor.post("press", 409, **own(laleh, message=sent, row=2, column=0))


async def test_keys_of_the_reply_keyboard(laleh: Person, visitor: Visitor, call: Call) -> None:
    rows = [[{"text": "محل", "request_location": True}, {"text": "شماره", "request_contact": True}], [{"text": "منو"}]]
    await call("sendMessage", chat_id=laleh.id, text="؟", reply_markup={"keyboard": rows})
    page = await visitor.get("/web/messages", **own(laleh))
    assert [[key["asks"] for key in row] for row in page["keyboard"]["rows"]] == [["location", "contact"], [""]]
    await visitor.post("key", **own(laleh, row=0, column=0, lat=35.74, lon=51.5))
    assert laleh.messages[-1].location == (35.74, 51.5)
    await visitor.post("key", **own(laleh, row=0, column=1))
    assert laleh.messages[-1].raw["contact"]["user_id"] == laleh.id
    await visitor.post("key", **own(laleh, row=1, column=0))
    assert laleh.messages[-1].text == "منو"


async def test_a_poll(laleh: Person, visitor: Visitor, call: Call) -> None:
    await call("sendPoll", chat_id=laleh.id, question="کدام؟", options=[{"text": "الف"}, {"text": "ب"}])
    poll = laleh.messages[-1]
    await visitor.post("vote", **own(laleh, message=poll.id, options=[1]))
    seen = (await visitor.messages(laleh))[-1]["poll"]
    assert (seen["chosen"], seen["total"]) == ([1], 1)
    await visitor.post("vote", **own(laleh, message=poll.id, options=[]))
    assert (await visitor.messages(laleh))[-1]["poll"]["chosen"] == []


async def upload(visitor: Visitor, person: Person, kind: str, *files: tuple[bytes, str, str], **more: str) -> int:
    form = aiohttp.FormData({"person": str(person.id), "room": str(person.id), "kind": kind, **more})
    for place, (data, name, mime) in enumerate(files):
        form.add_field(f"file{place}", data, filename=name, content_type=mime)
    async with visitor.session.post(f"{visitor.telegram.url}/web/files", data=form, headers=MARK) as answer:
        return answer.status


async def test_an_album_with_a_caption(laleh: Person, visitor: Visitor) -> None:
    photos = [(jpeg(), "a.jpg", "image/jpeg"), (jpeg(), "b.jpg", "image/jpeg")]
    assert await upload(visitor, laleh, "photo", *photos, caption="دو عکس") == 200
    first, second = laleh.messages[-2:]
    assert first.media_group_id == second.media_group_id is not None
    assert (first.text, second.text) == ("دو عکس", "")
    seen = (await visitor.messages(laleh))[-1]
    async with visitor.session.get(visitor.telegram.url + seen["media"]["url"]) as answer:
        assert await answer.read() == photos[1][0]
        assert answer.content_type == "image/jpeg"


async def test_a_voice_message_and_its_length(laleh: Person, visitor: Visitor) -> None:
    assert await upload(visitor, laleh, "voice", (b"OggS...", "v.ogg", "audio/ogg"), duration="7") == 200
    assert laleh.messages[-1].raw["voice"]["duration"] == 7


@pytest.mark.parametrize(
    ("name", "mime"), [("x.html", "text/html"), ("x.svg", "image/svg+xml"), ("x.jpg", "image/jpeg")]
)
async def test_a_document_is_saved_and_never_opened(laleh: Person, visitor: Visitor, name: str, mime: str) -> None:
    data = jpeg() if name.endswith("jpg") else b"<script>alert(1)</script>"
    assert await upload(visitor, laleh, "document", (data, name, mime)) == 200
    media = (await visitor.messages(laleh))[-1]["media"]
    assert media["name"] == name
    async with visitor.session.get(visitor.telegram.url + media["url"]) as answer:
        assert answer.headers["Content-Disposition"] == "attachment"
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert answer.content_type in {"application/octet-stream", "image/jpeg"}


async def test_what_is_no_picture_is_not_sent_as_one(laleh: Person, visitor: Visitor) -> None:
    assert await upload(visitor, laleh, "photo", (b"<svg/>", "x.svg", "image/svg+xml")) == 409
    assert await upload(visitor, laleh, "sticker", (jpeg(), "x.jpg", "image/jpeg")) == 409
    assert await upload(visitor, laleh, "photo", (b"", "x.jpg", "image/jpeg")) == 409

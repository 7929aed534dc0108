"""What the server refuses, and how it is told."""

import inspect
import json
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.error import BadRequest, InvalidToken

from sandbox import BotAccount, Person, Telegram
from sandbox.methods import METHODS
from sandbox.methods.request import Method

# What python-telegram-bot adds to the fields of the Bot API, or writes as another one.
LOCAL = {
    "self", "read_timeout", "write_timeout", "connect_timeout", "pool_timeout", "api_kwargs", "filename",
    "allow_sending_without_reply", "reply_to_message_id", "disable_web_page_preview", "location", "contact",
    "venue",
}  # fmt: skip
OF_ALBUMS = {"caption", "parse_mode", "caption_entities"}


@pytest.mark.parametrize("method", sorted(METHODS.values(), key=lambda method: method.name), ids=lambda m: m.name)
def test_every_field_of_the_library_is_known(method: Method) -> None:
    known = set(inspect.signature(inspect.unwrap(getattr(Bot, method.name))).parameters) - LOCAL
    if method.name == "sendMediaGroup":
        known -= OF_ALBUMS
    assert known <= set(method.known)
    deprecated = {"correct_option_id"}
    assert set(method.known) - known <= deprecated | set(method.required)


async def test_unknown_method(telegram: Telegram, refused: Any) -> None:
    assert 'unknown method "sendMesage"' in await refused("sendMesage", chat_id=1, text="x")
    assert telegram.problems == ['sendMesage: Bad Request: unknown method "sendMesage"']
    assert telegram.calls[-1].status == 400
    assert not telegram.calls[-1].ok


async def test_unknown_field(telegram: Telegram, refused: Any, laleh: Person) -> None:
    words = await refused("sendMessage", chat_id=laleh.id, text="x", chat="y")
    assert words == 'Bad Request: unknown field "chat" in sendMessage'
    assert len(telegram.problems) == 1
    assert len(laleh.chat) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", 5),
        ("chat_id", 1.5),
        ("chat_id", "abc"),
        ("chat_id", True),
        ("disable_notification", "true"),
        ("disable_notification", 1),
        ("message_thread_id", "7"),
        ("message_thread_id", None),
        ("reply_parameters", 7),
        ("reply_parameters", {"message_id": "1"}),
        ("reply_markup", "[]"),
        ("entities", {}),
        ("link_preview_options", {"is_disabled": "yes"}),
        ("parse_mode", ["HTML"]),
    ],
)
async def test_wrong_type(telegram: Telegram, refused: Any, laleh: Person, field: str, value: Any) -> None:
    params = {"chat_id": laleh.id, "text": "x", field: value}
    assert (await refused("sendMessage", **params)).startswith("Bad Request: ")
    assert len(telegram.problems) == 1


@pytest.mark.parametrize("field", ["chat_id", "text"])
async def test_missing_field(telegram: Telegram, refused: Any, laleh: Person, field: str) -> None:
    params = {"chat_id": laleh.id, "text": "x"}
    del params[field]
    await refused("sendMessage", **params)
    assert len(telegram.problems) == 1


@pytest.mark.parametrize(
    "markup",
    [
        {"inline_keyboard": [[{"text": "x", "callback_dat": "1"}]]},
        {"inline_keyboard": [[{"text": "x"}]]},
        {"inline_keyboard": [[{"text": "x", "url": "https://x.ir", "callback_data": "1"}]]},
        {"inline_keyboard": [[{"callback_data": "1"}]]},
        {"inline_keyboard": [[{"text": " ", "callback_data": "1"}]]},
        {"inline_keyboard": [{"text": "x", "callback_data": "1"}]},
        {"inline_keyboard": [[{"text": "x", "callback_data": 1}]]},
        {"inline_keyboard": [[{"text": "x", "callback_data": ""}]]},
        {"inline_keyboard": [[{"text": "x", "callback_data": "آ" * 33}]]},
        {"inline_keyboard": [[{"text": "x", "url": "not a link"}]]},
        {"inline_keyboard": [[{"text": "x", "url": "https://t.me/b?start=" + "x" * 65}]]},
        {"inline_keyboard": [[{"text": "x", "url": "https://t.me/b?start=سلام"}]]},
        {"inline_keyboard": [[{"text": "x", "callback_data": "1"}] * 9]},
        {"inline_keyboard": [[{"text": "x", "callback_data": "1"}]] * 101},
        {"inline_keyboard": [], "resize_keyboard": True},
        {"keyboard": [[{"text": "x", "callback_data": "1"}]]},
        {"keyboard": [[{"text": "x", "request_location": True, "request_contact": True}]]},
        {"keyboard": [["x"] * 9]},
        {"remove_keyboard": 1},
        {"keybord": []},
    ],
)
async def test_wrong_keyboard(telegram: Telegram, refused: Any, laleh: Person, markup: dict[str, Any]) -> None:
    await refused("sendMessage", chat_id=laleh.id, text="x", reply_markup=markup)
    assert len(telegram.problems) == 1
    assert len(laleh.chat) == 1


@pytest.mark.parametrize(
    "markup",
    [
        {"inline_keyboard": [[{"text": "x", "callback_data": "a" * 64}] * 8] * 12},
        {"inline_keyboard": [[{"text": "x", "url": "https://t.me/b?start=" + "x" * 64}]]},
        {"inline_keyboard": [[{"text": "x", "copy_text": {"text": "کد"}, "style": "success"}]]},
        {"inline_keyboard": []},
        {"keyboard": [["x", {"text": "y", "request_location": True}]], "resize_keyboard": True},
        {"force_reply": True},
        {},
    ],
)
async def test_right_keyboard(telegram: Telegram, call: Any, laleh: Person, markup: dict[str, Any]) -> None:
    assert (await call("sendMessage", chat_id=laleh.id, text="x", reply_markup=markup))["ok"]
    as_words = json.dumps(markup)
    assert (await call("sendMessage", chat_id=str(laleh.id), text="x", reply_markup=as_words))["ok"]
    assert telegram.problems == []


async def test_numbers_and_objects_of_a_form_are_words(
    telegram: Telegram, account: BotAccount, session: aiohttp.ClientSession, laleh: Person
) -> None:
    url = f"{telegram.url}/bot{account.token}/SENDMESSAGE"
    form = {
        "chat_id": str(laleh.id), "text": "x", "protect_content": "true",
        "reply_markup": '{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}',
    }  # fmt: skip
    async with session.post(url, data=form) as answer:
        assert (await answer.json())["result"]["has_protected_content"] is True
    async with session.get(url, params={"chat_id": laleh.id, "text": "از نشانی"}) as answer:
        assert (await answer.json())["result"]["text"] == "از نشانی"
    multipart = aiohttp.FormData(form, default_to_multipart=True)
    async with session.post(url, data=multipart) as answer:
        assert (await answer.json())["result"]["text"] == "x"
    assert [message.buttons for message in laleh.chat][-3:] == [["a"], [], ["a"]]
    async with session.post(url, data={**form, "protect_content": "maybe"}) as answer:
        assert answer.status == 400
    assert len(telegram.problems) == 1


async def test_a_body_that_is_no_object(
    telegram: Telegram, account: BotAccount, session: aiohttp.ClientSession
) -> None:
    for body in (b"[1]", b"{", b"\xff"):
        async with session.post(
            f"{telegram.url}/bot{account.token}/getMe", data=body, headers={"Content-Type": "application/json"}
        ) as answer:
            assert answer.status == 400
    assert len(telegram.problems) == 3


async def test_unknown_token(telegram: Telegram, account: BotAccount, session: aiohttp.ClientSession) -> None:
    for path, status in [("bot100:OTHER/getMe", 401), ("bot/getMe", 404), ("botabc/getMe", 404), ("x", 404)]:
        async with session.get(f"{telegram.url}/{path}") as answer:
            assert answer.status == status
            assert (await answer.json())["ok"] is False
    stranger = Bot("100:OTHER", base_url=f"{telegram.url}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.request.shutdown()
    await stranger._request[0].shutdown()


async def test_unknown_chat_is_no_mistake_of_the_client(telegram: Telegram, bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(5, "x")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message("@nobody", "x")
    assert telegram.problems == []


async def test_only_this_machine(telegram: Telegram) -> None:
    with pytest.raises(ValueError, match="this machine only"):
        await telegram.start(host="0.0.0.0")


async def test_a_fault_of_the_server_is_a_problem_too(
    telegram: Telegram, call: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_request: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(METHODS["getme"], "run", broken)
    assert (await call("getMe"))["error_code"] == 500
    assert "ZeroDivisionError" in telegram.problems[0]

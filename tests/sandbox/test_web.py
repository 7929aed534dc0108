"""The page's side of the server, asked by those who should not ask."""

import json
import re

import aiohttp
import pytest
from yarl import URL

from sandbox import Person, Telegram
from sandbox.web.messages import SERVICE
from sandbox.web.static import ROOT
from tests.sandbox.visitor import MARK, own


async def test_the_page_comes_with_a_strict_policy(telegram: Telegram, session: aiohttp.ClientSession) -> None:
    for path in (
        "/",
        "/web/static/app.js",
        "/web/static/fonts/Vazirmatn-Regular.woff2",
        "/web/static/samples/lamp.jpg",
    ):
        async with session.get(telegram.url + path) as answer:
            assert answer.status == 200
            policy = answer.headers["Content-Security-Policy"]
            assert policy.startswith("default-src 'self';")
            assert "unsafe" not in policy
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["../guard.py", "..%2fguard.py", "%2e%2e/site.py", "app.js/", ""])
async def test_nothing_but_the_page_is_served(telegram: Telegram, session: aiohttp.ClientSession, path: str) -> None:
    async with session.get(URL(f"{telegram.url}/web/static/{path}", encoded=True)) as answer:
        assert answer.status == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", ""])
async def test_a_foreign_name_for_this_machine_is_refused(
    telegram: Telegram, laleh: Person, session: aiohttp.ClientSession, host: str
) -> None:
    for path in ("/", "/web/events", f"/web/messages?person={laleh.id}&room={laleh.id}"):
        async with session.get(telegram.url + path, headers={"Host": host}) as answer:
            assert answer.status == 403


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "http://evil.example"}, {**MARK, "Origin": "http://evil.example"}, {**MARK, "Origin": "null"}],
)
async def test_no_foreign_page_acts_here(
    telegram: Telegram, laleh: Person, session: aiohttp.ClientSession, headers: dict[str, str]
) -> None:
    before = len(laleh.messages)
    body = json.dumps(own(laleh, text="پیام"))
    for kind in ("application/json", "text/plain"):
        sent = {**headers, "Content-Type": kind}
        async with session.post(f"{telegram.url}/web/text", data=body, headers=sent) as answer:
            assert answer.status == 403
    assert len(laleh.messages) == before


async def test_a_foreign_page_is_not_told_that_it_may(telegram: Telegram, session: aiohttp.ClientSession) -> None:
    asked = {"Origin": "http://evil.example", "Access-Control-Request-Headers": "x-chat-page"}
    async with session.options(f"{telegram.url}/web/text", headers=asked) as answer:
        assert not [name for name in answer.headers if name.lower().startswith("access-control")]


def test_the_page_has_its_words_in_both_languages() -> None:
    words = (ROOT / "words.js").read_text()
    persian, english = (set(re.findall(r"(\w+): \"", part)) for part in words.split("const KEY")[0].split("en: {"))
    assert persian == english
    scripts = "".join(path.read_text() for path in ROOT.glob("*.js"))
    asked = set(re.findall(r"\bt\(\"(\w+)\"", scripts))
    assert len(asked) > 80
    assert asked | set(SERVICE) <= persian

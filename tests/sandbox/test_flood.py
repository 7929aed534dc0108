"""Flood control, when it is switched on."""

from typing import Any

import pytest

from sandbox import BotAccount, Group, Person, Telegram


class Still:
    now = 1_000_000.0

    def __call__(self) -> Any:
        return self.now


@pytest.fixture
def still() -> Any:
    return Still()


@pytest.fixture
async def telegram(still: Still) -> Any:
    async with Telegram(flood=True, clock=still) as telegram:
        yield telegram


@pytest.fixture
def send(telegram: Telegram, account: BotAccount) -> Any:
    """Send in the process itself: the status, and the seconds to wait."""

    def send(chat: Any, method: str = "sendMessage", **params: Any) -> Any:
        telegram.api.call(account, method, {"chat_id": chat, "text": "x", **params})
        call = telegram.calls[-1]
        return call.status, int(call.description.rpartition(" ")[2]) if call.status == 429 else 0

    return send


def test_one_a_second_in_a_private_chat(telegram: Telegram, send: Any, laleh: Person, still: Still) -> None:
    assert [send(laleh.id)[0] for _ in range(6)] == [200] * 5 + [429]
    assert telegram.flood_violations == []
    assert send(laleh.id) == (429, 1)
    assert len(telegram.flood_violations) == 1
    still.now += 1
    assert [send(laleh.id)[0] for _ in range(2)] == [200, 429]
    assert len(telegram.flood_violations) == 1


def test_twenty_a_minute_in_a_group(telegram: Telegram, send: Any, group: Group, still: Still) -> None:
    assert [send(group.id)[0] for _ in range(21)] == [200] * 20 + [429]
    still.now += 3
    assert send(group.id)[0] == 200


def test_thirty_a_second_over_all(telegram: Telegram, send: Any, still: Still) -> None:
    people = [telegram.person(str(number)) for number in range(40)]
    for person in people:
        person.post_start()
    assert [send(person.id)[0] for person in people[:31]] == [200] * 30 + [429]
    assert send(people[35].id)[0] == 429
    assert len(telegram.flood_violations) == 1
    still.now += 1
    assert send(people[35].id)[0] == 200


def test_paid_broadcast(telegram: Telegram, send: Any, still: Still) -> None:
    people = [telegram.person(str(number)) for number in range(1001)]
    for person in people:
        person.post_start()
    statuses = [send(person.id, allow_paid_broadcast=True)[0] for person in people]
    assert statuses == [200] * 1000 + [429]


def test_an_album_counts_its_items(telegram: Telegram, account: BotAccount, send: Any, laleh: Person) -> None:
    photo = laleh.post_photo().photo[-1]["file_id"]
    media = [{"type": "photo", "media": photo}] * 4
    params = {"chat_id": laleh.id, "media": media}
    assert telegram.api.call(account, "sendMediaGroup", params)[0] == 200
    assert [send(laleh.id)[0] for _ in range(2)] == [200, 429]


async def test_the_answer_says_how_long(call: Any, laleh: Person) -> None:
    answers = [await call("sendMessage", chat_id=laleh.id, text="x") for _ in range(6)]
    assert answers[-1] == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }


def test_edits_count_in_groups_only(
    telegram: Telegram, account: BotAccount, send: Any, laleh: Person, group: Group
) -> None:
    for chat, allowed in ((laleh.chat, 25), (group.chat, 19)):
        send(chat.id)
        number = chat.messages[-1].id
        statuses = [send(chat.id, "editMessageText", message_id=number, text=str(turn))[0] for turn in range(26)]
        assert statuses.index(429) == allowed if 429 in statuses else allowed == 25
        telegram.flood.buckets.clear()


def test_refused_sends_cost_nothing(telegram: Telegram, send: Any, laleh: Person) -> None:
    for _ in range(9):
        assert send(laleh.id, text="")[0] == 400
    assert send(laleh.id)[0] == 200


async def test_off_by_default(laleh: Person) -> None:
    async with Telegram() as calm:
        bot = calm.add_bot()
        person = calm.person("x")
        person.post_start()
        statuses = {calm.api.call(bot, "sendMessage", {"chat_id": person.id, "text": "x"})[0] for _ in range(100)}
    assert statuses == {200}


async def test_another_clock_may_be_set(telegram: Telegram, send: Any, laleh: Person, still: Still) -> None:
    for _ in range(6):
        send(laleh.id)
    telegram.clock = lambda: still.now + 100
    assert send(laleh.id)[0] == 200

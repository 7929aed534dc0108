"""Native polls and votes."""

import time
from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest

from sandbox import Group, Person, Telegram


async def test_votes(bot: Bot, group: Group, ali: Person, laleh: Person) -> None:
    await bot.send_poll(group.id, "کدام روز؟", ["شنبه", "یکشنبه"], is_anonymous=False)
    await ali.vote("یکشنبه", at=group)
    await laleh.vote("شنبه", at=group)
    updates = await bot.get_updates()
    answers = [update.poll_answer for update in updates if update.poll_answer]
    assert [(answer.user.id, answer.option_ids) for answer in answers] == [(ali.id, (1,)), (laleh.id, (0,))]
    last = [update.poll for update in updates if update.poll][-1]
    assert [option.voter_count for option in last.options] == [1, 1]
    await ali.vote("شنبه", at=group)
    closed = await bot.stop_poll(group.id, group.messages[-1].id)
    assert closed.is_closed
    assert [option.voter_count for option in closed.options] == [2, 0]
    with pytest.raises(BadRequest, match="Poll has already been closed"):
        await bot.stop_poll(group.id, group.messages[-1].id)
    with pytest.raises(AssertionError, match="no open poll"):
        await ali.vote("شنبه", at=group, within=0.05)


async def test_an_anonymous_poll_never_says_who(bot: Bot, laleh: Person) -> None:
    await bot.send_poll(laleh.id, "؟", ["آری", "نه"])
    await laleh.vote("نه")
    (update,) = await bot.get_updates()
    assert update.poll.total_voter_count == 1
    assert update.poll_answer is None


@pytest.mark.parametrize(
    ("question", "options"),
    [("؟" * 301, ["a", "b"]), ("", ["a", "b"]), ("؟", ["a"]), ("؟", ["a"] * 13), ("؟", ["a", "b" * 101])],
)
async def test_limits(telegram: Telegram, refused: Any, laleh: Person, question: str, options: list[str]) -> None:
    await refused("sendPoll", chat_id=laleh.id, question=question, options=options)
    assert len(telegram.problems) == 1


async def test_a_quiz_needs_its_answer(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    with pytest.raises(BadRequest, match="Wrong correct option id"):
        await bot.send_poll(laleh.id, "؟", ["a", "b"], type="quiz")
    sent = await bot.send_poll(laleh.id, "؟", ["a", "b"], type="quiz", correct_option_ids=[1])
    assert sent.poll.type == "quiz"


@pytest.mark.parametrize("when", ["open_period", "close_date"])
async def test_a_poll_closes_by_itself(bot: Bot, laleh: Person, clock: Any, when: str) -> None:
    given = {when: 60 + (int(time.time()) if when == "close_date" else 0)}
    sent = await bot.send_poll(laleh.id, "؟", ["آری", "نه"], **given)
    assert not sent.poll.is_closed
    await laleh.vote("نه")
    clock.ahead = 61
    with pytest.raises(AssertionError, match="no open poll"):
        laleh.post_vote(laleh.messages[-1], 0)
    updates = await bot.get_updates()
    assert [update.poll.is_closed for update in updates] == [False, True]
    assert updates[-1].poll.total_voter_count == 1
    with pytest.raises(BadRequest, match="Poll has already been closed"):
        await bot.stop_poll(laleh.id, sent.message_id)


async def test_a_poll_closes_while_the_bot_waits_for_updates(bot: Bot, laleh: Person, clock: Any) -> None:
    await bot.send_poll(laleh.id, "؟", ["آری", "نه"], open_period=5)
    await bot.send_poll(laleh.id, "؟؟", ["آری", "نه"], open_period=60)
    clock.ahead = 4.9
    await bot.send_poll(laleh.id, "؟؟؟", ["آری", "نه"], open_period=600)
    (update,) = await bot.get_updates(timeout=15)
    assert (update.poll.question, update.poll.is_closed) == ("؟", True)


async def test_a_poll_that_was_stopped_or_deleted_does_not_close_again(bot: Bot, laleh: Person, clock: Any) -> None:
    for _ in range(2):
        await bot.send_poll(laleh.id, "؟", ["آری", "نه"], open_period=60)
    stopped, deleted = laleh.messages[-2:]
    await bot.stop_poll(laleh.id, stopped.id)
    laleh.delete(deleted)
    clock.ahead = 61
    assert list(await bot.get_updates()) == []


@pytest.mark.parametrize(
    "when", [{"open_period": 4}, {"open_period": 2_628_001}, {"close_date": 1}, {"open_period": 9, "close_date": 9}]
)
async def test_how_long_a_poll_is_open(telegram: Telegram, refused: Any, laleh: Person, when: dict[str, int]) -> None:
    await refused("sendPoll", chat_id=laleh.id, question="؟", options=["a", "b"], **when)
    assert len(telegram.problems) == 1

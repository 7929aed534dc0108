"""Polls, votes and voters, as both databases keep them."""

import re
from zoneinfo import ZoneInfo

import pytest

from services import ballots, city, polls, results, sealing, voting
from services.city import City
from services.polls import NATIVE, ONE, SEVERAL, WORDS
from services.refusal import Refusal
from services.results import ELSEWHERE
from storage import broadcasts, errands, people, reports, votes
from storage import polls as stored
from storage.audience import rules
from storage.audience.rules import Rule
from storage.broadcasts import Place
from storage.database import Database, Transaction
from storage.people import Person
from storage.polls import Option, Poll
from storage.votes import Vote
from tests.storage.test_plans import Recorder, plans

NOW = 1_800_000_000
KEY = ballots.key_from("100:TEST")
ANOTHER_KEY = ballots.key_from("100:OTHER")
TEHRAN = ZoneInfo("Asia/Tehran")
OPTIONS = [Option("آسفالت"), Option("روشنایی"), Option("نظافت", "photo-1")]


async def the_city(tx: Transaction) -> City:
    found = await city.read(tx, TEHRAN, NOW)
    assert found
    return found


async def a_poll(tx: Transaction, **changes: object) -> Poll:
    """Open, with a question of each of three kinds."""
    poll = await polls.begin(tx, 1, NOW)
    for name, value in changes.items():
        setattr(poll, name, value)
    await polls.add_question(tx, poll, ONE, "کدام؟", OPTIONS)
    await polls.add_question(tx, poll, SEVERAL, "کدام‌ها؟", OPTIONS, most=2)
    await polls.add_question(tx, poll, WORDS, "چرا؟", [])
    await polls.launch(tx, poll, NOW)
    return poll


def person(number: int, home: str = "golshan") -> Person:
    return Person(number, f"ساکن {number}", "fa", 0, NOW, home, NOW)


async def vote(tx: Transaction, poll: Poll, who: Person, option: int, place: int = 0, key: bytes = KEY) -> None:
    people.put(tx, who)
    held = await stored.get(tx, poll.id, lock="share")
    assert held
    await voting.cast(tx, await the_city(tx), key, held, held.questions[place], who, NOW, chosen=voting.bit(option))


async def end(tx: Transaction, poll: Poll) -> None:
    """Closed and sealed."""
    await polls.close(tx, poll, NOW)
    await sealing.seal(tx, await the_city(tx), poll)


async def counted(tx: Transaction, poll: Poll, place: int = 0) -> list[int]:
    return (await results.outcomes(tx, poll))[place].counts


async def test_a_poll_comes_back_as_it_was_put(database: Database) -> None:
    async with database.transaction() as tx:
        rule, place = Rule("area", ["n4"]), Place(-100, 7)
        poll = await a_poll(tx, audience=[rule], places=[place], mirror=NATIVE, anonymous=0, remind=0)
    async with database.transaction() as tx:
        found = await stored.get(tx, poll.id)
        assert found == poll
        assert found
        assert (found.state, found.closes, found.title) == ("open", NOW + 7 * 86400, "کدام؟")
        assert [question.options for question in found.questions] == [OPTIONS, OPTIONS, []]
        assert await stored.in_states(tx, ("open",), 5) == [poll]
        assert await stored.in_states(tx, ("closed",), 5) == []
        assert await stored.get(tx, poll.id + 1) is None


async def test_a_new_draft_takes_the_place_of_the_one_before(database: Database) -> None:
    async with database.transaction() as tx:
        first = await polls.begin(tx, 1, NOW)
        await polls.add_question(tx, first, ONE, "کدام؟", OPTIONS)
        second = await polls.begin(tx, 1, NOW + 1)
        other = await polls.begin(tx, 2, NOW)
        assert first.questions
        assert await stored.draft_of(tx, 1) == second
        assert await stored.draft_of(tx, 2) == other
        assert await stored.draft_of(tx, 3) is None


async def test_one_person_has_one_vote_that_may_be_changed(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx)
        for option in (0, 1, 1, 2):
            await vote(tx, poll, person(10), option)
        await vote(tx, poll, person(11), 0)
        assert await counted(tx, poll) == [1, 0, 1]
        assert await votes.voters(tx, poll.id) == 2
        rows = await tx.fetch_all("SELECT COUNT(*) FROM vote")
        assert rows[0][0] == 2


async def test_an_anonymous_vote_holds_no_person(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx)
        await vote(tx, poll, person(10), 0)
        rows = await tx.fetch_all("SELECT * FROM vote")
        assert "10" not in [str(cell) for cell in rows[0]]
        assert rows[0][-1] is None
        assert await tx.fetch_all("SELECT * FROM voter") == [(poll.id, 10)]
        receipt = ballots.receipt(KEY, poll.questions[0].id, 10)
        assert rows[0][1] == receipt != ballots.receipt(ANOTHER_KEY, poll.questions[0].id, 10)


async def test_two_votes_of_one_person_have_nothing_in_common(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx)
        await vote(tx, poll, person(10), 0)
        await vote(tx, poll, person(10), 0, place=1)
        receipts = await tx.fetch_all("SELECT DISTINCT receipt FROM vote")
        assert len(receipts) == 2


async def test_a_named_vote_holds_its_person(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx, anonymous=0)
        await vote(tx, poll, person(10), 0)
        await vote(tx, poll, person(10), 1, key=ANOTHER_KEY)
        ((_, cast),) = await votes.listed(tx, poll.questions[0].id, "", 5)
        assert (cast.person_id, cast.first_name, cast.chosen) == (10, "ساکن 10", 2)


async def test_under_a_new_token_nobody_votes_twice(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx)
        await vote(tx, poll, person(10), 0)
        with pytest.raises(Refusal, match="poll-sealed"):
            await vote(tx, poll, person(10), 1, key=ANOTHER_KEY)
        assert await counted(tx, poll) == [1, 0, 0]


async def test_the_area_is_frozen_when_the_vote_is_cast(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx)
        await vote(tx, poll, person(10, "golshan"), 0)
        await vote(tx, poll, person(10, "narmak_shomali"), 1)
        await vote(tx, poll, person(10, "narmak_shomali"), 1, place=1)
        rows = await tx.fetch_all("SELECT area FROM vote")
        assert [row[0] for row in rows] == ["golshan", "golshan"]


async def test_whoever_says_later_where_they_live_is_counted_there(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx)
        await vote(tx, poll, person(10, ""), 0)
        await vote(tx, poll, person(11, "golshan"), 0)
        for each in (10, 11):
            voting.settle_in(tx, KEY, poll, each, "narmak_shomali")
        rows = await tx.fetch_all("SELECT area FROM vote ORDER BY area")
        assert [row[0] for row in rows] == ["golshan", "narmak_shomali"]


async def test_whoever_has_not_said_counts_where_they_reported_last(database: Database) -> None:
    async with database.transaction() as tx:
        people.put(tx, person(10, ""))
        for number, area in enumerate(["narmak_shomali", "golshan"]):
            tx.execute(
                "INSERT INTO report (code, state, open, category, area, desk, reporter, anonymous, words, landmark,"
                " created, changed, due) VALUES (:code, 'new', 1, 'roads.pothole', :area, 'n8', 10, 0, '', '',"
                " :at, :at, :at)",
                {"code": f"1000000{number}", "area": area, "at": NOW + number},
            )
        assert await reports.last_area(tx, 10, ["golshan", "narmak_shomali"]) == "golshan"
        assert await reports.last_area(tx, 10, ["narmak_shomali"]) == "narmak_shomali"
        assert await reports.last_area(tx, 11, ["golshan"]) is None
        await vote(tx, await a_poll(tx), person(10, ""), 0)
        assert await tx.fetch_all("SELECT area FROM vote") == [("golshan",)]


async def test_a_poll_for_an_area_is_for_those_who_live_there(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx, audience=[Rule("area", ["n8"])])
        await vote(tx, poll, person(10, "golshan"), 0)
        with pytest.raises(Refusal, match="poll-not-yours"):
            await vote(tx, poll, person(11, "narmak_shomali"), 0)
        with pytest.raises(Refusal, match="poll-home-needed"):
            await vote(tx, poll, person(12, ""), 0)
        assert await counted(tx, poll) == [1, 0, 0]


@pytest.mark.parametrize(
    ("place", "chosen", "words", "reason"),
    [
        (0, 0, "", "poll-choose"), (0, 3, "", "poll-choose-most"), (0, 8, "", "poll-choose"),
        (1, 7, "", "poll-choose-most"), (2, 1, "", "poll-words-long"), (2, 0, "x" * 1001, "poll-words-long"),
    ],
)  # fmt: skip
async def test_what_is_no_answer_is_refused(
    database: Database, place: int, chosen: int, words: str, reason: str
) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx)
        with pytest.raises(Refusal, match=reason):
            await voting.cast(
                tx, await the_city(tx), KEY, poll, poll.questions[place], person(1), NOW, chosen=chosen, words=words
            )


async def test_after_the_end_nobody_votes_even_if_nothing_has_closed_it(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx, closes=NOW + 60)
        with pytest.raises(Refusal, match="poll-not-open"):
            await voting.cast(tx, await the_city(tx), KEY, poll, poll.questions[0], person(1), NOW + 60, chosen=1)


async def test_closing_leaves_the_counts_and_no_way_back_to_a_person(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx)
        for number in range(40):
            await vote(tx, poll, person(number + 10), number % 3)
        before = await counted(tx, poll)
        await end(tx, poll)
        await sealing.seal(tx, await the_city(tx), poll)  # once more harms nothing
        assert await counted(tx, poll) == before == [14, 13, 13]
        assert await votes.voters(tx, poll.id) == 40
        left = {row[0] for row in await tx.fetch_all("SELECT receipt FROM vote")}
        assert len(left) == 40
        assert left.isdisjoint(ballots.receipt(KEY, poll.questions[0].id, number + 10) for number in range(40))
        assert (await voting.voter(tx, KEY, poll, 10)).sealed
        with pytest.raises(Refusal, match="poll-not-open"):
            await vote(tx, poll, person(10), 0)


async def test_a_named_poll_keeps_its_names_when_it_closes(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx, anonymous=0)
        await vote(tx, poll, person(10), 0)
        await end(tx, poll)
        ((_, cast),) = await votes.listed(tx, poll.questions[0].id, "", 5)
        assert cast.person_id == 10


async def test_the_steps_of_a_poll(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await polls.begin(tx, 1, NOW)
        with pytest.raises(Refusal, match="poll-no-question"):
            await polls.launch(tx, poll, NOW)
        await polls.add_question(tx, poll, ONE, "کدام؟", OPTIONS)
        poll.opens = NOW + 3600
        await polls.launch(tx, poll, NOW)
        assert (poll.state, poll.closes) == ("scheduled", NOW + 3600 + 7 * 86400)
        await polls.recall(tx, poll, NOW)
        await polls.launch(tx, poll, NOW)
        await polls.open_(tx, poll, NOW + 3600)
        with pytest.raises(Refusal, match="poll-not-now"):
            await polls.open_(tx, poll, NOW + 3600)
        with pytest.raises(Refusal, match="poll-not-now"):
            await polls.decide(tx, poll, polls.DECISION, "چشم", 1, NOW)
        await polls.remind_once(tx, poll, NOW + 3700)
        with pytest.raises(Refusal, match="poll-reminded-before"):
            await polls.remind_once(tx, poll, NOW + 3700)
        await polls.close(tx, poll, NOW + 7200)
        await polls.decide(tx, poll, polls.DECISION, "آسفالت می‌شود", 1, NOW + 7300)
        await polls.decide(tx, poll, polls.FOLLOW_UP, "آسفالت شد", 2, NOW + 9000)
        assert [decision.words for decision in await stored.decisions(tx, poll.id)] == ["آسفالت می‌شود", "آسفالت شد"]
        found = await stored.get(tx, poll.id)
        assert found
        assert (found.state, found.closed) == ("decided", NOW + 7200)


@pytest.mark.parametrize(
    ("opens", "closes", "reason"), [(-60, None, "poll-too-late"), (60, 60, "poll-ends-before"), (None, 0, "poll-ends")]
)
async def test_a_poll_ends_after_it_begins(
    database: Database, opens: int | None, closes: int | None, reason: str
) -> None:
    async with database.transaction() as tx:
        poll = await polls.begin(tx, 1, NOW)
        await polls.add_question(tx, poll, ONE, "کدام؟", OPTIONS)
        poll.opens = None if opens is None else NOW + opens
        poll.closes = None if closes is None else NOW + closes
        with pytest.raises(Refusal, match=reason):
            await polls.launch(tx, poll, NOW)


async def test_what_is_due_is_left_as_errands(database: Database) -> None:
    async with database.transaction() as tx:
        await a_poll(tx)
        await a_poll(tx, closes=NOW + 3600)
        await a_poll(tx, remind=0)
        rows = await tx.fetch_all("SELECT kind, due FROM errand WHERE kind LIKE 'poll%' ORDER BY due, kind")
        week = NOW + 7 * 86400
        assert rows == [
            ("poll_close", NOW + 3600), ("poll_remind", week - 86400), ("poll_close", week), ("poll_close", week),
        ]  # fmt: skip
        assert await errands.take(tx, NOW) is None


async def test_who_was_reached_is_counted_once(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx)
        for number in range(10, 16):
            people.put(tx, person(number))
        for broadcast, kind in ((1, "invitation"), (2, "reminder"), (3, "result")):
            tx.execute(
                "INSERT INTO broadcast (id, state, author, created, changed, topic, audience, button, places)"
                " VALUES (:id, 'done', 1, 0, 0, 'polls', '[]', 'null', '[]')",
                {"id": broadcast},
            )
            stored.note_sending(tx, poll.id, broadcast, kind)
        for broadcast, number, state in (
            (1, 10, "sent"), (1, 11, "sent"), (1, 12, "failed"), (2, 10, "sent"), (3, 13, "sent"), (1, 14, "unsure"),
        ):  # fmt: skip
            tx.execute(
                "INSERT INTO recipient (broadcast_id, person_id, language, due, state, at)"
                " VALUES (:broadcast, :person, 'fa', 0, :state, 0)",
                {"broadcast": broadcast, "person": number, "state": state},
            )
        votes.note_visit(tx, poll.id, 15)
        votes.note_visit(tx, poll.id, 15)
        await vote(tx, poll, person(14), 0)
        found = await results.rate(tx, poll)
        assert (found.answered, found.reached) == (1, 4)  # 10, 11, 14 and 15
        assert await stored.sendings(tx, poll.id) == [(1, "invitation"), (2, "reminder"), (3, "result")]


async def test_a_vote_goes_through_no_list_of_those_who_have_got_the_poll(database: Database) -> None:
    """Even while the database has not noticed yet how long that is."""
    async with database.engine.connection() as connection:
        tx = Transaction(database.engine, recorder := Recorder(connection))
        poll = await a_poll(tx)
        sent = await broadcasts.create(tx, 1, "polls", NOW)
        stored.note_sending(tx, poll.id, sent.id, "invitation")
        for number in range(5000):
            tx.execute(
                "INSERT INTO recipient (broadcast_id, person_id, language, due, state, at)"
                " VALUES (:broadcast, :person, 'fa', 0, 'sent', 0)",
                {"broadcast": sent.id, "person": number},
            )
        await tx.flush()
        recorder.statements.clear()
        votes.note_visit(tx, poll.id, 10)
        await tx.flush()
        ((_, plan),) = await plans(recorder, "EXPLAIN" if tx.for_update else "EXPLAIN QUERY PLAN")
        assert re.search("recipient_pkey|autoindex_recipient_1", plan)
        assert not re.search("recipient_state|recipient_person|(Scan on|SCAN) r", plan)
        await connection.roll_back()


async def test_a_vote_is_found_by_its_key_in_a_question_that_no_statistics_know(database: Database) -> None:
    """Whose votes a planner would otherwise all go through, since it expects none."""
    async with database.engine.connection() as connection:
        tx = Transaction(database.engine, recorder := Recorder(connection))
        known, new = [(await a_poll(tx)).questions[0].id for _ in range(2)]
        await many(tx, known)
        tx.execute("ANALYZE vote")
        await many(tx, new)
        recorder.statements.clear()
        await votes.of_person(tx, 1, 10, {new: "00010"})
        await votes.unsealed(tx, new, "00010", 5)
        await votes.listed(tx, new, "00010", 5)
        votes.seal(tx, new, ["00010", "00020"])
        await tx.flush()
        explained = await plans(recorder, "EXPLAIN" if tx.for_update else "EXPLAIN QUERY PLAN")
        assert len(explained) == 5
        for sql, plan in explained:
            assert re.search("vote_pkey|(vote|v) USING PRIMARY KEY", plan), sql
            assert "vote_tally" not in plan, sql
        await connection.roll_back()


async def many(tx: Transaction, question: int) -> None:
    for number in range(3000):
        votes.put(tx, Vote(question, f"{number:05}", f"a{number % 20}", 1))
    await tx.flush()


async def test_audiences_of_who_has_and_who_has_not_answered(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx)
        for number, home in ((10, "golshan"), (11, "narmak_shomali"), (12, "golshan")):
            people.put(tx, person(number, home))
        await vote(tx, poll, person(10), 0)
        await vote(tx, poll, person(11, "narmak_shomali"), 0)
        assert await rules.count(tx, [Rule("answered", {"poll": poll.id})], NOW) == 2
        assert await rules.count(tx, [Rule("answered", {"poll": poll.id, "homes": ["golshan"]})], NOW) == 1
        assert await rules.count(tx, [Rule("unanswered", poll.id)], NOW) == 1
        assert await votes.homes(tx, poll.id) == [("golshan", 1), ("narmak_shomali", 1)]
        assert await votes.answered_by(tx, 10, [poll.id, poll.id + 1]) == {poll.id}


async def test_the_parts_of_a_break_down_add_up(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx)
        homes = ["golshan"] * 8 + ["narmak_shomali"] * 7 + [""] * 6 + ["n8"] * 5
        for option in range(3):
            for number, home in enumerate(homes):
                await vote(tx, poll, person(100 * option + number + 10, home), option)
        await end(tx, poll)
        found = await results.compute(tx, await the_city(tx), poll)
        shown = {area: row.counts[0] for area, row in found.rows[0].items() if row.counts[0] is not None}
        assert found.outcomes[0].counts[0] == 26
        # Areas where nobody has voted hide nothing, and nothing else is under five.
        assert shown == {"n4": 7, "narmak_shomali": 7, "n8": 13, "golshan": 8, "n8?": 5, ELSEWHERE: 6}
        named = await a_poll(tx, anonymous=0, audience=[Rule("area", ["n8"])])
        inside = await results.compute(tx, await the_city(tx), named)
        assert "golshan" in inside.rows[0]
        assert "narmak_shomali" not in inside.rows[0]
        assert ELSEWHERE in found.rows[0]


async def test_pictures_are_kept_by_what_they_show(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx)
        assert await stored.picture(tx, poll.id, "", "fa") is None
        stored.put_picture(tx, poll.id, "", "fa", "1", b"\x89PNG\x00")
        stored.put_picture(tx, poll.id, "", "fa", "2", b"\x89PNG\x01")
        assert await stored.picture(tx, poll.id, "", "fa") == ("2", b"\x89PNG\x01")

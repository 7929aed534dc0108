"""What anonymous polls tell of those who answered, and what they do not."""

from dataclasses import replace

from handlers.broadcast import listing
from locales.words import words
from services import poll_table, polls, results, sealing, voting
from services.polls import ONE, WORDS
from services.suppression import FEWEST
from storage import broadcasts, organisation, people, votes
from storage import polls as stored
from storage.audience import rules
from storage.audience.rules import Rule
from storage.database import Database, Transaction
from storage.polls import Poll, Question
from storage.recipients import Recipient
from tests.storage.test_votes import KEY, NOW, OPTIONS, TEHRAN, end, person, the_city


async def a_poll(tx: Transaction, *kinds: str) -> Poll:
    """Anonymous and open."""
    poll = await polls.begin(tx, 1, NOW)
    for number, kind in enumerate(kinds):
        await polls.add_question(tx, poll, kind, f"سؤال {number}؟", [] if kind == WORDS else OPTIONS)
    await polls.launch(tx, poll, NOW)
    return poll


async def answer(tx: Transaction, poll: Poll, number: int, home: str, *given: int | str) -> None:
    """Somebody answers the questions in their order: an option by its place, or words."""
    who, city = person(number, home), await the_city(tx)
    people.put(tx, who)
    for question, said in zip(poll.questions, given, strict=False):
        chosen, words = (0, said) if isinstance(said, str) else (voting.bit(said), "")
        await voting.cast(tx, city, KEY, poll, question, who, NOW, chosen=chosen, words=words)


def label(question: Question, place: int) -> str:
    return question.options[place].text


async def test_rows_of_a_table_stand_in_no_order_of_hidden_areas(database: Database) -> None:
    async with database.transaction() as tx:
        poll = await a_poll(tx, ONE, WORDS)
        for number, (home, words) in enumerate(
            [("golshan", "ی"), ("golshan", "الف"), ("narmak_shomali", "م"), ("narmak_shomali", "ب")]
        ):
            await answer(tx, poll, number + 10, home, number % 2, words)
        city = await the_city(tx)
        cast = [each for question in poll.questions for _, each in await votes.listed(tx, question.id, "", 9)]
        found = await results.compute(tx, city, poll)
        for order in (cast, cast[::-1]):
            rows = poll_table.answers(city, poll, order, found, label)
            assert [(row.answer, row.desk, row.area) for row in rows] == [
                ("آسفالت", "", ""), ("آسفالت", "", ""), ("روشنایی", "", ""), ("روشنایی", "", ""),
                ("الف", "", ""), ("ب", "", ""), ("م", "", ""), ("ی", "", ""),
            ]  # fmt: skip


async def test_neither_another_question_nor_an_audience_gives_a_hidden_count_away(database: Database) -> None:
    """Both tell how many have voted in an area: here thirty, of whom three have chosen what is hidden."""
    plan = {"golshan": (20, 7, 3), "narmak_shomali": (10, 18, 2), "hakimiyeh": (14, 15, 1)}
    async with database.transaction() as tx:
        poll, number = await a_poll(tx, ONE, ONE), 100
        for home, counts in plan.items():
            for option in (option for option, count in enumerate(counts) for _ in range(count)):
                number += 1
                await answer(tx, poll, number, home, number % 3, option)
        await end(tx, poll)
        found = await results.compute(tx, await the_city(tx), poll)
        for home in plan:
            row = found.rows[1][home].counts
            audience = [Rule("answered", {"poll": poll.id}), Rule("area", [home])]
            assert await rules.count(tx, audience, NOW) == 30
            shown = [count for count in row if count is not None]
            assert not shown or (row.count(None) > 1 and 30 - sum(shown) >= FEWEST)


async def table_of(tx: Transaction, poll: Poll) -> list[tuple[str, str, str]]:
    """The rows of the first question as today's city has them."""
    city, question = await the_city(tx), poll.questions[0]
    cast = [each for _, each in await votes.listed(tx, question.id, "", 999)]
    found = await results.compute(tx, city, poll)
    return [(row.answer, row.desk, row.area) for row in poll_table.answers(city, poll, cast, found, label)]


async def test_a_neighbourhood_that_moves_takes_no_hidden_count_along(database: Database) -> None:
    """Seven votes of it are hidden in its sub-district's; the table of the next would be longer by just them."""
    plan = {"golshan": (11, 12, 13), "hakimiyeh": (4, 2, 1), "narmak_shomali": (9, 9, 9), "elm_o_sanat": (7, 7, 7)}
    async with database.transaction() as tx:
        poll = await a_poll(tx, ONE)
        options = [
            (home, option) for home, counts in plan.items() for option in range(3) for _ in range(counts[option])
        ]
        for number, (home, option) in enumerate(options):
            await answer(tx, poll, number + 10, home, option)
        await end(tx, poll)
        before = await table_of(tx, poll)
        assert {desk for _, desk, _ in before} == {"n4", "n8"}
        assert not any(area == "hakimiyeh" for _, _, area in before)
        moved = replace((await the_city(tx)).areas["hakimiyeh"], parent="n4")
        organisation.put_area(tx, moved)
        assert (await the_city(tx)).desk_of("hakimiyeh") == "n4"
        assert await table_of(tx, poll) == before


async def test_no_audience_names_those_who_have_answered_or_have_not(database: Database) -> None:
    async with database.transaction() as tx:
        anonymous, named = await a_poll(tx, ONE), await a_poll(tx, ONE)
        named.anonymous = 0
        stored.put(tx, named, NOW)
        for poll, tells in ((anonymous, True), (named, False)):
            for rule in (Rule("answered", {"poll": poll.id}), Rule("unanswered", poll.id)):
                assert await polls.tells_who_voted(tx, [Rule("area", ["n8"]), rule]) is tells
        assert not await polls.tells_who_voted(tx, [Rule("area", ["n8"])])


async def announced(tx: Transaction, *audience: Rule) -> int:
    made = await broadcasts.create(tx, 1, "polls", NOW)
    made.audience = list(audience)
    broadcasts.put(tx, made, NOW)
    return made.id


async def test_no_audience_names_them_as_the_rest_of_another_one(database: Database) -> None:
    async with database.transaction() as tx:
        anonymous, named = await a_poll(tx, ONE), await a_poll(tx, ONE)
        named.anonymous = 0
        stored.put(tx, named, NOW)
        for poll, tells in ((anonymous, True), (named, False)):
            number = await announced(tx, Rule("area", ["n8"]), Rule("unanswered", poll.id))
            for _ in range(3):  # the rest, the rest of the rest, and so on
                assert await polls.tells_who_voted(tx, [Rule("unreached", number)]) is tells
                number = await announced(tx, Rule("unreached", number))
        round_about = await announced(tx)
        around = await announced(tx, Rule("unreached", round_about))
        for audience, tells in (([], False), ([Rule("answered", {"poll": anonymous.id})], True)):
            changed = await broadcasts.get(tx, round_about)
            assert changed
            changed.audience = [Rule("unreached", around), *audience]
            broadcasts.put(tx, changed, NOW)
            assert await polls.tells_who_voted(tx, [Rule("unreached", around)]) is tells


def test_a_nameless_list_says_what_became_of_people_and_not_who_they_are() -> None:
    for nameless in (True, False):
        table = listing.Table(1, words("fa"), TEHRAN, nameless=nameless)
        table.add([Recipient(4711, "لاله", "ar", "away", "", NOW)])
        said = table.written().data.decode()
        assert words("fa").plain("recipient-away") in said
        assert [each in said for each in ("4711", "لاله", "ar")] == [not nameless] * 3


async def test_areas_of_an_anonymous_poll_are_shown_once_it_is_closed(database: Database) -> None:
    async with database.transaction() as tx:
        poll, named = await a_poll(tx, ONE), await a_poll(tx, ONE)
        named.anonymous = 0
        for number in range(60):
            for each in (poll, named):
                await answer(tx, each, number + 10, ("golshan", "narmak_shomali")[number % 2], number // 2 % 3)
        city = await the_city(tx)
        assert (await results.compute(tx, city, named)).rows[0]["golshan"].counts[0] == 10
        assert (await results.compute(tx, city, poll)).rows == [{}]
        assert (await results.outcomes(tx, poll))[0].counts == [20, 20, 20]
        await polls.close(tx, poll, NOW)
        assert (await results.compute(tx, city, poll)).rows == [{}]
        await sealing.seal(tx, city, poll)
        assert (await results.compute(tx, city, poll)).rows[0]["golshan"].counts[0] == 10

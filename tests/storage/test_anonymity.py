"""What anonymous polls tell of those who answered, and what they do not."""

from services import poll_table, polls, voting
from services.polls import ONE, WORDS
from storage import people, votes
from storage.database import Database, Transaction
from storage.polls import Poll, Question
from tests.storage.test_votes import KEY, NOW, OPTIONS, person, the_city


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
        ids = [question.id for question in poll.questions]
        cast, counted = await votes.listed(tx, ids), await votes.tally(tx, ids)
        for order in (cast, cast[::-1]):
            rows = poll_table.answers(await the_city(tx), poll, order, counted, label)
            assert [(row.answer, row.desk, row.area) for row in rows] == [
                ("آسفالت", "", ""), ("آسفالت", "", ""), ("روشنایی", "", ""), ("روشنایی", "", ""),
                ("الف", "", ""), ("ب", "", ""), ("م", "", ""), ("ی", "", ""),
            ]  # fmt: skip

"""Two polls of the made-up district: one that is over, with what came of it, and one that is open."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from bot.demo import cast
from bot.demo.district import District
from services import ballots, polls, sealing, voting
from services.polls import DAY, DECISION, FOLLOW_UP, ONE, SCALE
from storage import votes
from storage.database import Transaction
from storage.people import Person
from storage.polls import Option, Poll, Question

REACHED = 0.94  # of all residents


@dataclass(frozen=True)
class Told:
    """`ago` in days; of how many it was answered, and what weight each option of its first question has."""

    ago: int
    question: str
    options: tuple[str, ...]
    weights: tuple[int, ...]
    answered: float


SHADE = Told(41, "با بودجهٔ امسال بوستان‌های محله، کدام را نخست بسازیم؟",
             ("سایبان و نیمکت", "روشنایی بیشتر", "وسایل بازی کودکان", "آبخوری"), (30, 42, 18, 10), 0.86)  # fmt: skip
MARKET = Told(3, "روز بازار هفتگی محله کدام روز باشد؟", ("پنجشنبه", "جمعه", "شنبه"), (38, 46, 16), 0.38)
DECIDED = (
    (24, DECISION, "روشنایی نخست ساخته می‌شود: تا پایان آبان در هر بوستان ده چراغ تازه نصب می‌کنیم."),
    (9, FOLLOW_UP, "هر ده چراغ بوستان‌های ناحیهٔ ۴ و ۸ روشن شد؛ کار در ناحیه‌های دیگر ادامه دارد."),
)


async def ask(district: District) -> None:
    async with district.database.transaction() as tx:
        over = await _asked(tx, district, SHADE)
        await polls.add_question(tx, over, SCALE, "از بوستان محلهٔ خود چه اندازه راضی هستید؟", [])
        await _answered(tx, district, over, SHADE)
        await polls.close(tx, over, _ago(district, SHADE.ago) + polls.LASTS)
        await sealing.seal(tx, district.city, over)
        for ago, kind, words in DECIDED:
            await polls.decide(tx, over, kind, words, district.owner, _ago(district, ago))
        now_open = await _asked(tx, district, MARKET)
        await _answered(tx, district, now_open, MARKET)


def _ago(district: District, days: int) -> int:
    return district.now - days * DAY


async def _asked(tx: Transaction, district: District, told: Told) -> Poll:
    poll = await polls.begin(tx, district.owner, _ago(district, told.ago))
    await polls.add_question(tx, poll, ONE, told.question, [Option(text) for text in told.options])
    return poll


async def _answered(tx: Transaction, district: District, poll: Poll, told: Told) -> None:
    """By residents alone who are made up: the cast may still vote. Most have it before them, some answer."""
    random, at = district.random(f"polls {told.ago}"), _ago(district, told.ago)
    poll.remind = 0  # nobody of the cast was told of it, to be reminded
    await polls.launch(tx, poll, at)
    key = ballots.key_from(district.seed)
    played = {part.id for part in cast.CAST}
    for person in (person for home in district.residents.values() for person in home if person.id not in played):
        if random.random() < REACHED:
            votes.note_visit(tx, poll.id, person.id)
            if random.random() < told.answered:
                await _vote(tx, district, key, poll, person, random, told.weights)


async def _vote(
    tx: Transaction,
    district: District,
    key: bytes,
    poll: Poll,
    person: Person,
    random: Random,
    weights: tuple[int, ...],
) -> None:
    for question in poll.questions:
        chosen = voting.bit(_choice(random, question, weights))
        now = (poll.opens or 0) + 60
        await voting.cast(tx, district.city, key, poll, question, person, now, chosen=chosen)


def _choice(random: Random, question: Question, weights: tuple[int, ...]) -> int:
    if question.kind == SCALE:
        weights = (12, 15, 28, 30, 15)
    return random.choices(range(len(weights)), weights)[0]

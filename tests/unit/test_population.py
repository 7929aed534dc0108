"""The made-up district: the same from the same seed, in every state of life, and nobody speaks as another."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from string import Formatter
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.app import open_memory, take_over
from bot.demo import cast, lives, people
from bot.demo.district import District, Picture
from bot.demo.population import populate
from bot.demo.words import vocabulary
from bot.settings import Settings
from locales.text import clean
from services import digest, life, organisation_file, results
from storage import polls as stored_polls
from storage import votes as stored_votes
from storage.database import Database, open_database
from storage.rows import several
from tests.conftest import OWNER

TEHRAN = ZoneInfo("Asia/Tehran")
NOON = int(datetime(2026, 11, 22, 12, tzinfo=TEHRAN).timestamp())
DAYS = {
    "an ordinary day": NOON,
    "a Friday night": int(datetime(2026, 11, 27, 2, tzinfo=TEHRAN).timestamp()),
    "after the long holidays of spring": int(datetime(2027, 4, 3, 7, tzinfo=TEHRAN).timestamp()),
}
TABLES = ("person", "role", "report", "history", "media", "supporter", "question", "event", "event_opinion", "errand")
MANAGERS = {name for name, step in life.STEPS.items() if life.MANAGER in step.takers}


@asynccontextmanager
async def made(url: str, now: int = NOON, seed: str = "a seed") -> AsyncIterator[District]:
    """A district whose people have yet to move in."""
    settings = Settings(_env_file=None, database=url)  # type: ignore[call-arg]  # pydantic-settings knows it
    async with open_memory(settings) as database:
        city = await take_over(organisation_file.load("demo"), database, settings, lambda: now)
        pictures = {name: Picture(f"file of {name}", f"unique {name}") for name in vocabulary().pictures()}
        yield District(database, city, now, OWNER, pictures, seed)


@pytest.fixture(scope="module")
def populated(furnished_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database with the whole district, for those who only look."""
    path = tmp_path_factory.mktemp("populated") / "hamsayeh.db"
    shutil.copy(furnished_sqlite, path)
    url = f"sqlite:///{path}"
    asyncio.run(populate_(url))
    return url


async def populate_(url: str) -> None:
    async with made(url) as found:
        await populate(found)


@pytest.fixture
async def district(populated: str) -> AsyncIterator[District]:
    async with made(populated) as found:
        yield found


async def rows(database: Database, sql: str, **parameters: Any) -> list[tuple[Any, ...]]:
    async with database.transaction() as tx:
        return await tx.fetch_all(sql, parameters)


async def everything(path: Path, seed: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows, but for the tracking codes: those are never to be foreseen."""
    async with made(f"sqlite:///{path}", seed=seed) as found:
        await populate(found)
        tables = {table: await rows(found.database, f"SELECT * FROM {table}") for table in TABLES}
    return tables | {"report": [row[:1] + row[2:] for row in tables["report"]]}


async def test_the_same_seed_makes_the_same_rows(furnished_sqlite: Path, tmp_path: Path) -> None:
    districts = []
    for number, seed in enumerate(("one", "one", "another")):
        path = tmp_path / f"{number}.db"
        shutil.copy(furnished_sqlite, path)
        districts.append(await everything(path, seed))
    assert districts[0] == districts[1]
    assert districts[0]["report"] != districts[2]["report"]


async def test_its_numbers(database_url: str) -> None:
    async with made(database_url) as found:
        await populate(found)
        counts = {table: len(await rows(found.database, f"SELECT * FROM {table}")) for table in TABLES}
        desks, before = len(found.city.desks()), len(cast.past(found))
    assert counts["person"] == people.RESIDENTS + people.COLLEAGUES * desks + len(cast.CAST)
    assert counts["report"] == lives.REPORTS + before
    assert counts["supporter"] > 100
    assert counts["question"] > 10
    assert counts["media"] > 200


async def test_reports_are_in_every_state_and_everywhere(district: District) -> None:
    found = await rows(district.database, "SELECT state, desk, open, due, created FROM report")
    assert {state for state, *_ in found} == set(life.STATES)
    by_desk = {desk.code: [row for row in found if row[1] == desk.code] for desk in district.city.desks()}
    sizes = sorted(map(len, by_desk.values()))
    assert sizes[0] >= 10
    assert sizes[-1] > 1.5 * sizes[0], "life is not even"
    assert all(any(opened for _, _, opened, _, _ in reports) for reports in by_desk.values())
    assert sum(opened and due < district.now for _, _, opened, due, _ in found) > 20
    assert all(district.now - 61 * 86400 < created < district.now for *_, created in found)


async def test_every_sub_district_has_a_digest(district: District) -> None:
    async with district.database.transaction() as tx:
        figures = [await digest.compute(tx, district.city, desk.code, district.now) for desk in district.city.desks()]
    assert all(figure.open for figure in figures)
    assert sum(figure.overdue for figure in figures) > 20
    assert sum(figure.done + figure.done_today for figure in figures) > 3


async def test_nobody_speaks_as_another(district: District) -> None:
    reporters = dict(await rows(district.database, "SELECT id, reporter FROM report"))
    joined = set(await rows(district.database, "SELECT report_id, person_id FROM supporter"))
    managers = {person for (person,) in await rows(district.database, "SELECT person_id FROM role")}
    for report, actor, event in await rows(district.database, "SELECT report_id, actor, event FROM history"):
        if event in MANAGERS:
            assert actor in managers
        elif event == "silence":
            assert actor == 0
        else:
            assert actor == reporters[report] or (event == "join" and (report, actor) in joined)
            assert actor not in managers


async def test_managers_work_for_their_own_sub_district(district: District) -> None:
    at = dict(await rows(district.database, "SELECT person_id, area FROM role"))
    found = await rows(district.database, "SELECT desk, worker FROM report WHERE worker IS NOT NULL")
    assert all(at[worker] == desk for desk, worker in found)


async def test_names_are_marked_as_made_up(district: District) -> None:
    ours = {part.id for part in cast.CAST}
    marks = vocabulary().made_up.values()
    for number, name in await rows(district.database, "SELECT id, first_name FROM person"):
        assert number in ours or any(name.endswith(f"({mark})") for mark in marks)


async def test_what_happened_is_past_and_in_order(district: District) -> None:
    found = await rows(district.database, "SELECT report_id, at FROM history ORDER BY id")
    assert all(at < district.now for _, at in found)
    assert [at for _, at in found] == sorted(at for _, at in found)


async def test_whoever_was_silent_for_a_week_has_confirmed(district: District) -> None:
    done = await rows(district.database, "SELECT changed FROM report WHERE state = 'done'")
    assert done
    assert all(district.now - changed < 7 * 86400 for (changed,) in done)


@pytest.mark.parametrize("day", DAYS)
async def test_it_can_be_made_on_any_day(day: str, furnished_sqlite: Path, tmp_path: Path) -> None:
    path = tmp_path / "any.db"
    shutil.copy(furnished_sqlite, path)
    async with made(f"sqlite:///{path}", DAYS[day]) as found:
        await populate(found)
        states = {state for (state,) in await rows(found.database, "SELECT state FROM report")}
        late = await rows(found.database, "SELECT 1 FROM history WHERE at >= :now", now=found.now)
    assert states >= life.OPEN | {life.DONE, life.CONFIRMED}
    assert not late


def test_what_people_write() -> None:
    words = vocabulary()
    texts = [text for topic in words.topics.values() for some in topic.words.values() for text in some]
    assert len(texts) == len(set(texts)) >= 80
    for text in texts:
        assert 20 <= len(text) <= 300
        assert clean(text) == text
        assert {name for _, name, _, _ in Formatter().parse(text)} <= {None, "street"}


async def test_every_category_is_written_about(district: District) -> None:
    assert set(vocabulary().topics) == set(district.city.kinds)
    assert set(vocabulary().places) == {area.code for area in district.city.neighbourhoods()}
    assert set(vocabulary().done) == set(district.city.groups)
    wanted, parameters = several("code", district.city.kinds)
    found = await rows(
        district.database, f"SELECT COUNT(DISTINCT category) FROM report WHERE category IN {wanted}", **parameters
    )
    assert found[0][0] > 40


async def test_events_are_past_full_cancelled_and_to_come(district: District) -> None:
    found = await rows(district.database, "SELECT id, state, starts, capacity, taken FROM event")
    assert {state for _, state, *_ in found} == {"published", "cancelled", "over"}
    assert sum(starts < district.now for _, _, starts, *_ in found) >= 5
    assert sum(district.now < starts < district.now + 7 * 86400 for _, _, starts, *_ in found) >= 5
    full = [number for number, state, _, capacity, taken in found if state == "published" and capacity == taken > 0]
    waiting = await rows(district.database, "SELECT DISTINCT event_id FROM registration WHERE state = 'waiting'")
    assert {number for (number,) in waiting} & set(full)


async def test_whoever_came_has_judged(district: District) -> None:
    over = await rows(
        district.database,
        "SELECT e.id, COUNT(o.stars), SUM(CASE WHEN r.came > 0 THEN 1 ELSE 0 END) FROM event e"
        " JOIN registration r ON r.event_id = e.id"
        " LEFT JOIN event_opinion o ON o.event_id = e.id AND o.person_id = r.person_id"
        " WHERE e.state = 'over' GROUP BY e.id",
    )
    assert len(over) >= 5
    assert all(5 <= judged <= came for _, judged, came in over)


async def test_nothing_of_past_events_is_still_due(district: District) -> None:
    due = await rows(
        district.database,
        "SELECT name FROM errand WHERE state = 'due' AND due < :now AND (kind LIKE 'event%' OR kind = 'opinion')",
        now=district.now,
    )
    assert due == []


async def test_one_poll_is_over_and_decided_and_one_is_open_to_the_cast(populated: str) -> None:
    database = await open_database(populated)
    async with database.transaction() as tx:
        (over,) = await stored_polls.in_states(tx, ("decided",), 5)
        (now_open,) = await stored_polls.in_states(tx, ("open",), 5)
        found = await results.outcomes(tx, over)
        assert found[0].answers == found[1].answers > 120
        assert [decision.kind for decision in await stored_polls.decisions(tx, over.id)] == ["decision", "follow_up"]
        rate = await results.rate(tx, now_open)
        assert 0.25 < rate.share < 0.5
        answered = await stored_votes.answered_by(tx, cast.LALEH.id, [now_open.id])
        assert not answered
    await database.close()

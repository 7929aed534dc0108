"""kill -9 at any moment: no report is lost, none is filed twice, and the offset always agrees with the effects."""

import asyncio
import json
import random
import re
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.conftest import World, make_world
from tests.faults.helpers import free_port, until_left
from tests.faults.lives import Life
from tests.faults.residents import CATEGORY, PHOTO, PLACE, SEND, Crowd, Resident

SEED = 20261122
DATABASES = {"sqlite": (25, 250), "postgresql": (8, 80)}  # kills, reports


@dataclass
class Ruin:
    """The database as a killed process left it."""

    url: str

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        if self.url.startswith("sqlite"):
            with closing(sqlite3.connect(self.url.removeprefix("sqlite:///"))) as connection:
                return connection.execute(sql).fetchall()
        with psycopg.connect(self.url) as connection:
            return connection.execute(sql).fetchall()

    def confirmed(self) -> Any:
        """Whether an update, by its number, counts as served."""
        seen = {row[0] for row in self.rows("SELECT update_id FROM seen_update")}
        offset = self.rows("SELECT value FROM fact WHERE name = 'offset'")
        below = int(offset[0][0]) if offset else 0
        return lambda number: number in seen or number < below


def disagreements(ruin: Ruin, crowd: Crowd) -> Iterator[str]:
    """Where what is stored is more, or less, than what the confirmed updates of a resident say."""
    confirmed = ruin.confirmed()
    drafts = {row[0]: json.loads(row[1]) for row in ruin.rows("SELECT person_id, data FROM draft")}
    filed = Counter((row[0], row[1]) for row in ruin.rows("SELECT reporter, words FROM report"))
    for resident in crowd.residents:
        served = [act for act in resident.acts if confirmed(act.update)]
        sent = {act.report for act in served if act.kind == SEND}
        for report in range(resident.report + 1):
            times = filed[resident.person.id, resident.words(report)]
            if times != (report in sent):
                yield f"{resident.person.name}: report {report} is there {times} times"
        draft, expected = drafts.get(resident.person.id), expected_draft(resident, served)
        if shape(draft) != expected:
            yield f"{resident.person.name}: the draft is {shape(draft)} instead of {expected}"


def shape(draft: dict[str, Any] | None) -> tuple[object, ...]:
    if not draft:
        return ()
    return list(draft["words"].values()), len(draft["media"]), "area" in draft, "category" in draft


def expected_draft(resident: Resident, served: list[Any]) -> tuple[object, ...]:
    if not served or served[-1].kind == SEND:
        return ()
    words, done = [resident.words(served[-1].report)], served[-1].kind
    return words, 1, done in {PLACE, CATEGORY}, done == CATEGORY


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_a_process_killed_at_any_moment_loses_nothing_and_does_nothing_twice(
    database_url: str, mode: str, tmp_path: Path
) -> None:
    kind = database_url.partition(":")[0]
    kills, reports = DATABASES[kind]
    at = f"127.0.0.1:{free_port()}"
    webhook = {"webhook_url": f"http://{at}/", "listen": at, "webhook_secret": "s3cret"} if mode == "webhook" else {}
    async with make_world(database_url, **webhook) as world:
        world.telegram.webhook_retry = 0.05
        group = await prepare(world, tmp_path)
        crowd = Crowd.of(world.telegram, 25, reports)
        interrupted = await end_by_killing(world, crowd, kills, tmp_path)
        assert interrupted >= kills // 3, "most kills hit nothing under way"
        assert list(disagreements(Ruin(database_url), crowd)) == []
        check_reports(Ruin(database_url), crowd)
        doubles = check_cards(Ruin(database_url), group)
        resent = sum(count - 1 for count in codes_seen(crowd).values())
        unsure = Ruin(database_url).rows("SELECT COUNT(*) FROM outbox WHERE attempts = 5")[0][0]
        repeats = sum(resident.repeats for resident in crowd.residents)
        print(  # noqa: T201  # figures to look at with -s
            f"{kind}, {mode}: seed {SEED}, {kills} kills over {reports} reports,"
            f" {interrupted} with work under way; cards hung twice: {doubles},"
            f" confirmations sent twice: {resent},"
            f" messages given up after five calls: {unsure}, taps repeated by residents: {repeats}"
        )


async def prepare(world: World, tmp_path: Path) -> Any:
    life = Life(world.settings, tmp_path / "log")
    await life.ready()
    await world.owner.start()
    group = await world.group("thr4")
    assert await life.terminate() == 0
    return group


async def end_by_killing(world: World, crowd: Crowd, kills: int, tmp_path: Path) -> int:
    """Each life gets its share of reports, and ends at a moment drawn by lot: at start, or while it serves, after some
    time or, where that comes first, after some acts. How many ended with something unfinished."""
    dice, interrupted = random.Random(SEED), 0
    share = -(-crowd.total // kills)
    for number in range(kills):
        life = Life(world.settings, tmp_path / "log")
        if number % 6 == 5:
            await asyncio.sleep(dice.uniform(0, 0.3))
        else:
            await life.ready()
            acts = crowd.acts + dice.randrange(4 * share)
            crowd.allow(share)
            await crowd.comes_to(acts, within=dice.uniform(0, 0.25))
        await life.kill()
        await until_left(world.settings.database)
        ruin = Ruin(world.settings.database)
        assert list(disagreements(ruin, crowd)) == []
        interrupted += bool(world.telegram.bot.updates.entries or ruin.rows("SELECT id FROM outbox"))
    life = Life(world.settings, tmp_path / "log")
    crowd.allow(crowd.total)
    await crowd.finish(within=60)
    await outbox_done(world)
    assert await life.terminate() == 0
    return interrupted


async def outbox_done(world: World) -> None:
    deadline = time.monotonic() + 20
    ruin = Ruin(world.settings.database)
    while left := ruin.rows("SELECT id, method, chat_id, state, error FROM outbox WHERE state <> 'unsure'"):
        assert time.monotonic() < deadline, left
        await asyncio.sleep(0.1)


def check_reports(ruin: Ruin, crowd: Crowd) -> None:
    expected = {(each.person.id, each.words(number)) for each in crowd.residents for number in range(each.report + 1)}
    assert len(expected) == crowd.total
    filed = ruin.rows("SELECT reporter, words FROM report")
    assert Counter(filed) == Counter(expected)
    assert ruin.rows("SELECT COUNT(*) FROM media") == [(crowd.total,)]
    assert ruin.rows("SELECT COUNT(*) FROM history") == [(crowd.total,)]
    assert ruin.rows("SELECT COUNT(*) FROM draft") == [(0,)]
    assert ruin.rows("SELECT error FROM set_aside") == []
    assert all(len({act.kind for act in each.acts if act.report == 0}) == 4 for each in crowd.residents)
    assert {PHOTO, PLACE, CATEGORY, SEND} == {act.kind for each in crowd.residents for act in each.acts}


def check_cards(ruin: Ruin, group: Any) -> int:
    """Every report has its card in the group; how many hang there twice."""
    codes = [f"{code[:4]}-{code[4:]}" for (code,) in ruin.rows("SELECT code FROM report")]
    photos = [message.text for message in group.messages if message.photo]
    hanging = Counter(code for text in photos for code in re.findall(r"\d{4}-\d{4}", text))
    assert set(codes) <= set(hanging)
    return sum(hanging[code] - 1 for code in codes)


def codes_seen(crowd: Crowd) -> Counter[str]:
    return Counter(
        code
        for resident in crowd.residents
        for message in resident.person.messages
        if "کد رهگیری" in message.text
        for code in re.findall(r"\d{4}-\d{4}", message.text)
    )

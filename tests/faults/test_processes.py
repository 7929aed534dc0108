"""Processes: an orderly end, a second one with the same token, and several behind one webhook."""

import asyncio
import json
import os
import signal
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections import Counter
from pathlib import Path

import aiohttp
import pytest

from bot.app import build
from bot.polling import Poller
from bot.webhook import SECRET, derived_secret
from sandbox import Group, Person
from storage.outbox import BULK
from tests.conftest import TOKEN, World, make_world
from tests.conversations.story import cards
from tests.faults.helpers import environment, free_port, letter, put, sql, until
from tests.faults.lives import Life
from tests.faults.residents import Crowd
from tests.faults.test_kills import Ruin, check_reports, disagreements, outbox_done, prepare


async def run_bot(given: dict[str, str]) -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env={**os.environ, **given}, stdout=PIPE, stderr=PIPE
    )


async def said_ready(process: Process) -> bool:
    assert process.stdout
    return b"ready" in await asyncio.wait_for(process.stdout.readline(), 30)


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_sigterm_in_the_middle_of_the_work_ends_in_time_and_loses_nothing(
    database_url: str, mode: str, tmp_path: Path
) -> None:
    at = f"127.0.0.1:{free_port()}"
    webhook = {"webhook_url": f"http://{at}/", "listen": at} if mode == "webhook" else {}
    async with make_world(database_url, **webhook) as world:
        world.telegram.webhook_retry = 0.05
        await prepare(world, tmp_path)
        crowd = Crowd.of(world.telegram, 20, 60)
        for share in (20, 40, 60):
            life = Life(world.settings, tmp_path / "log")
            await life.ready()
            crowd.allow(20)
            await until(lambda share=share: crowd.done > share - 20)
            assert await life.terminate() == 0
            ruin = Ruin(database_url)
            assert list(disagreements(ruin, crowd)) == []
            assert ruin.rows("SELECT id FROM outbox WHERE state IN ('held', 'sending')") == []
        life = Life(world.settings, tmp_path / "log")
        await crowd.finish(within=30)
        await outbox_done(world)
        assert await life.terminate() == 0
        check_reports(Ruin(database_url), crowd)
        for resident in crowd.residents:
            codes = Counter(each.text for each in resident.person.messages if "کد رهگیری" in each.text)
            assert set(codes.values()) == {1}  # nobody hears anything twice after an orderly end
        assert "Traceback" not in (tmp_path / "log").read_text()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_sigterm_is_obeyed_while_telegram_hangs_and_the_command_says_nothing_but_ready(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with make_world(database_url) as world:
        process = await run_bot(environment(world, monkeypatch))
        assert await said_ready(process)
        laleh = world.telegram.person("لاله")
        world.telegram.faults.hang("sendMessage", seconds=100, chat=laleh)
        await laleh.start()
        await laleh.sees("خوش آمدید")
        process.send_signal(signal.SIGTERM)
        _, said = await asyncio.wait_for(process.communicate(), 30)
        assert process.returncode == 0
        assert b"Traceback" not in said
        world.telegram.faults.clear()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_sigterm_is_obeyed_while_telegram_is_not_found_and_no_log_has_the_token(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with make_world(database_url) as world:
        process = await run_bot({**environment(world, monkeypatch), "HAMSAYEH_API_URL": "http://127.0.0.1:1"})
        assert process.stderr
        first = await asyncio.wait_for(process.stderr.readline(), 30)
        assert b"cannot be reached yet" in first
        process.send_signal(signal.SIGTERM)
        _, said = await asyncio.wait_for(process.communicate(), 30)
        assert process.returncode == 0
        assert TOKEN.encode() not in first + said
        assert b"Traceback" not in said


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_start_waits_as_long_as_telegram_asks(database_url: str) -> None:
    async with make_world(database_url) as world:
        world.telegram.faults.fail("getMe", status=429, retry_after=1)
        await world.start()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_second_poller_ends_with_one_sentence_and_the_older_one_goes_on(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with make_world(database_url) as world, build(world.settings) as older:
        delivering = asyncio.create_task(older.delivery.run())
        poller = Poller(older.bot, older.intake, older.alarm, young=0)
        polling = asyncio.create_task(poller.run(None))
        await until(lambda: world.telegram.bot.updates.waiter)
        process = await run_bot(environment(world, monkeypatch))
        assert process.stderr
        said = (await asyncio.wait_for(process.stderr.read(), 30)).decode()
        assert await process.wait() == 2
        sentences = [line for line in said.splitlines() if line.startswith("hamsayeh:")]
        assert len(sentences) == 1
        assert "HAMSAYEH_TOKEN" in sentences[0]
        assert "Traceback" not in said
        laleh = world.telegram.person("لاله")
        await laleh.start()
        await laleh.sees("خوش آمدید")
        poller.stop()
        await polling
        older.delivery.stop()
        await delivering


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"HAMSAYEH_TOKEN": ""}, "HAMSAYEH_TOKEN"),
        ({"HAMSAYEH_TOKEN": "100:WRONG"}, "HAMSAYEH_TOKEN"),
        ({"HAMSAYEH_API_URL": "nowhere"}, "HAMSAYEH_API_URL"),
        ({"HAMSAYEH_API_URL": "http://[::1"}, "HAMSAYEH_API_URL"),
        ({"HAMSAYEH_API_URL": "http://localhost:99999"}, "HAMSAYEH_API_URL"),
        ({"HAMSAYEH_WEBHOOK_URL": "example.org/bot"}, "HAMSAYEH_WEBHOOK_URL"),
        ({"HAMSAYEH_DATABASE": "sqlite:////nowhere/at/all.db"}, "HAMSAYEH_DATABASE"),
        ({"HAMSAYEH_DATABASE": "postgresql://nobody@127.0.0.1:1/nothing"}, "HAMSAYEH_DATABASE"),
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_what_keeps_the_bot_from_starting_is_said_in_one_sentence(
    database_url: str, monkeypatch: pytest.MonkeyPatch, change: dict[str, str], named: str
) -> None:
    async with make_world(database_url) as world:
        process = await run_bot({**environment(world, monkeypatch), **change})
        _, said = await asyncio.wait_for(process.communicate(), 30)
        assert process.returncode == 2
        assert named in said.decode()
        assert "Traceback" not in said.decode()


# Two processes behind one webhook

TOLD = {SECRET: derived_secret(TOKEN)}


SIGNED = {SECRET: derived_secret(TOKEN)}


class Balancer:
    """Hands each update to one of several processes in turn, and to another where one does not answer."""

    def __init__(self, ports: list[int]) -> None:
        self.ports, self.turn = ports, 0

    async def hand_on(self, request: aiohttp.web.Request) -> aiohttp.web.Response:
        body = await request.read()
        self.turn += 1
        async with aiohttp.ClientSession(headers=TOLD) as session:
            for number in range(len(self.ports)):
                port = self.ports[(self.turn + number) % len(self.ports)]
                try:
                    async with session.post(f"http://127.0.0.1:{port}/", data=body, headers=SIGNED) as answer:
                        return aiohttp.web.Response(status=answer.status)
                except aiohttp.ClientError:
                    continue
        return aiohttp.web.Response(status=502)


async def balance(ports: list[int], at: int) -> aiohttp.web.AppRunner:
    app = aiohttp.web.Application()
    app.router.add_post("/", Balancer(ports).hand_on)
    runner = aiohttp.web.AppRunner(app, access_log=None)
    await runner.setup()
    await aiohttp.web.TCPSite(runner, "127.0.0.1", at).start()
    return runner


def start(world: World, port: int, tmp_path: Path) -> Life:
    return Life(world.settings.model_copy(update={"listen": f"127.0.0.1:{port}"}), tmp_path / f"log-{port}")


async def holders(url: str) -> list[str]:
    held = await sql(url, "SELECT DISTINCT owner FROM outbox WHERE owner IS NOT NULL")
    return [row[0] for row in held]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_two_processes_share_the_work_and_the_other_takes_over_when_one_is_killed(
    database_url: str, tmp_path: Path
) -> None:
    public, *ports = free_port(), free_port(), free_port()
    async with make_world(database_url, webhook_url=f"http://127.0.0.1:{public}/") as world:
        world.telegram.webhook_retry = 0.05
        runner = await balance(ports, public)
        first = start(world, ports[0], tmp_path)
        await first.ready()
        second = start(world, ports[1], tmp_path)
        await second.ready()
        await world.owner.start()
        group = await world.group("thr4")
        crowd = Crowd.of(world.telegram, 20, 60)
        crowd.allow(30)
        await until(lambda: crowd.done >= 15, within=30)
        await first.kill()  # it came first, so it is the one that sends
        crowd.allow(30)
        await crowd.finish(within=60)
        await outbox_done(world)
        assert list(disagreements(Ruin(database_url), crowd)) == []
        check_reports(Ruin(database_url), crowd)
        check_hanging(group, Ruin(database_url))
        assert await second.terminate() == 0
        await runner.cleanup()


def check_hanging(group: Group, ruin: Ruin) -> None:
    for (code,) in ruin.rows("SELECT code FROM report"):
        assert cards(group, f"{code[:4]}-{code[4:]}")


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_the_same_update_at_two_processes_is_applied_once(database_url: str, tmp_path: Path) -> None:
    """Telegram brings an update again when an answer is late, to whichever process it finds."""
    ports = free_port(), free_port()
    async with make_world(database_url, webhook_url="http://127.0.0.1:1/") as world:
        lives = [start(world, port, tmp_path) for port in ports]
        for life in lives:
            await life.ready()
        laleh = world.telegram.person("لاله")
        laleh.chat.started = True
        async with aiohttp.ClientSession(headers=TOLD) as session:
            for number in range(20):
                update = message(laleh, 1000 + number, f"کلمهٔ {number:02}")
                both = [session.post(f"http://127.0.0.1:{port}/", json=update, headers=SIGNED) for port in ports]
                answers = await asyncio.gather(*both)
                assert [answer.status for answer in answers] == [200, 200]
        ruin = Ruin(database_url)
        await outbox_done(world)
        ((draft,),) = ruin.rows("SELECT data FROM draft")
        assert json.loads(draft)["words"] == {"1000": "کلمهٔ 00"}
        assert json.loads(draft)["landmark"] == "کلمهٔ 19"
        noted = [each for each in laleh.messages if each.contains("نشانی را یادداشت کردیم")]
        assert len(noted) == 19  # all but the first, which tells the problem
        for life in lives:
            assert await life.terminate() == 0


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_updates_of_one_person_at_two_processes_do_not_interleave(database_url: str, tmp_path: Path) -> None:
    """Photos of an album that come at once: the draft has all of them."""
    ports = free_port(), free_port()
    async with make_world(database_url, webhook_url="http://127.0.0.1:1/") as world:
        lives = [start(world, port, tmp_path) for port in ports]
        for life in lives:
            await life.ready()
        laleh = world.telegram.person("لاله")
        laleh.chat.started = True
        async with aiohttp.ClientSession(headers=TOLD) as session:
            async with session.post(
                f"http://127.0.0.1:{ports[0]}/", json=message(laleh, 1, "/start"), headers=SIGNED
            ) as answer:
                assert answer.status == 200
            posts = [
                session.post(f"http://127.0.0.1:{ports[number % 2]}/", json=photo(laleh, 10 + number), headers=SIGNED)
                for number in range(10)
            ]
            for answer in await asyncio.gather(*posts):
                assert answer.status == 200
        ((draft,),) = Ruin(database_url).rows("SELECT data FROM draft")
        assert draft.count('"photo"') == 10
        for life in lives:
            assert await life.terminate() == 0


def message(person: Person, number: int, text: str) -> dict[str, object]:
    return {"update_id": number, "message": {**envelope(person, number), "text": text}}


def photo(person: Person, number: int) -> dict[str, object]:
    size = {"file_id": f"file-{number}", "file_unique_id": f"unique-{number}", "width": 9, "height": 9}
    album = {"media_group_id": "the album", "photo": [size]}
    return {"update_id": number, "message": {**envelope(person, number), **album}}


def envelope(person: Person, number: int) -> dict[str, object]:
    chat = {"id": person.id, "type": "private", "first_name": person.name}
    return {"message_id": number, "date": int(time.time()), "chat": chat, "from": person.user}


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_one_process_delivers_and_bulk_is_sent_once_when_the_lease_changes_hands(
    database_url: str, tmp_path: Path
) -> None:
    """The session that holds the lease is ended by the server while a broadcast is under way."""
    async with make_world(database_url, webhook_url="http://127.0.0.1:1/") as world:
        people = [world.telegram.person(f"ساکن {number}") for number in range(600)]
        for person in people:
            person.chat.started = True
        lives = [start(world, free_port(), tmp_path) for _ in range(2)]
        for life in lives:
            await life.ready()
        async with build(world.settings) as app:
            await put(app, *(letter(person.id, "خبر", BULK) for person in people))
        for _ in range(3):
            await asyncio.sleep(0.2)
            await sql(database_url, "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
        await until(lambda: sum(len(person.messages) for person in people) >= 590, within=60)
        await outbox_done(world)
        assert max(len(person.messages) for person in people) == 1
        unsure = dict(Ruin(database_url).rows("SELECT state, COUNT(*) FROM outbox GROUP BY state"))
        assert sum(len(person.messages) for person in people) + unsure.get("unsure", 0) >= 600
        assert set(unsure) <= {"unsure"}
        for life in lives:
            assert await life.terminate() == 0

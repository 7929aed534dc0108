"""A broadcast: how fast, at what cost, and whether those who are chatting notice.

The sandbox has one core, the bot another. Ours at the free rate and at a thousand a second, paid, with
50 ms to Telegram and back; each alone, and beside residents who are chatting; with flood control on.
Then the usual loop over python-telegram-bot's send_message with its AIORateLimiter, at the same delay.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.lineup import OWNER, TOKEN
from benchmarks.measure import HERE, ROOT, Bot, BotFailed
from bot.app import open_memory, take_over
from bot.settings import Settings
from sandbox import Person, Telegram
from sandbox.chats import Message
from services import broadcasts as service
from services import organisation_file
from services.now import system_now
from storage import broadcasts, people, recipients
from storage.broadcasts import Call
from storage.database import Database, open_database

LOOP = str(ROOT / "benchmarks" / "contenders" / "loop.py")
FIRST = 10_000_000  # the first resident's id
TEXT = "فردا از ساعت ۹ تا ۱۳ آب محله برای تعمیر شبکه قطع است. از شکیبایی شما سپاسگزاریم."
CHATS_EVERY = 2.0  # seconds: a private chat gets one message a second
PATIENCE = 120.0  # seconds beyond the time that a run should take


@dataclass(frozen=True)
class Run:
    """`at_once` is for the usual loop; None for ours."""

    title: str
    people: int
    rate: int
    chatting: int = 0
    delay: float = 0.0
    at_once: int | None = None


@dataclass(frozen=True)
class Figures:
    """CPU seconds per 1,000 messages, MB, ms; `used` is the share of the rate, answers included."""

    rate: float
    used: float
    cpu: float
    growth: float
    p50: float
    p99: float
    refused: int
    twice: int
    missing: int


@dataclass
class Watch:
    """What the residents see."""

    heard: Counter[int] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    asked: dict[int, float] = field(default_factory=dict)

    def listen(self, person: Person) -> None:
        def hear(message: Message) -> None:
            now = time.perf_counter()
            if TEXT[:20] in message.raw.get("text", ""):
                self.heard[person.id] += 1
                self.times.append(now)
            elif person.id in self.asked:
                self.waits.append(now - self.asked.pop(person.id))

        person.on_message = hear

    async def chat(self, person: Person, delay: float) -> None:
        """Ask for help again and again."""
        await asyncio.sleep(delay)
        while True:
            self.asked[person.id] = time.perf_counter()
            person.post_text("/help")
            await asyncio.sleep(CHATS_EVERY)


async def measure(run: Run, folder: Path) -> Figures:
    database, bot, watch = folder / "bench.db", Bot(folder), Watch()
    async with Telegram(log=False, keep=1, flood=True, delay=run.delay) as telegram:
        telegram.add_bot(TOKEN)
        residents = [telegram.person("ش", id=FIRST + number) for number in range(run.people)]
        for person in [telegram.person("مهرداد", id=OWNER), *residents]:
            person.chat.started = True
            watch.listen(person)
        await furnish(f"sqlite:///{database}", residents)
        spare_the_collector()
        chatting: list[asyncio.Task[None]] = []
        try:
            started = time.perf_counter()
            await bot.start(*command(run, telegram.url, database))
            if run.at_once is None:
                chatting = [
                    asyncio.create_task(watch.chat(person, CHATS_EVERY * number / run.chatting))
                    for number, person in enumerate(residents[: run.chatting])
                ]
                await asyncio.sleep(2)
            before, cpu = bot.memory(), bot.cpu()
            if run.at_once is None:
                await announce(f"sqlite:///{database}")
            await finished(run, bot, watch, started)
            used, growth = bot.cpu() - cpu, bot.memory() - before
            if run.at_once is None:
                await compare(f"sqlite:///{database}", watch)
        finally:
            for task in chatting:
                task.cancel()
            await bot.stop()
        return figures(run, watch, used, growth, len(telegram.problems) + refusals(bot))


def spare_the_collector() -> None:
    """Looking through a hundred thousand chats takes this side a third of a second, which is not the bot's."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.disable()


def command(run: Run, url: str, database: Path) -> tuple[tuple[str, ...], dict[str, str]]:
    if run.at_once is not None:
        environment = {"TOKEN": TOKEN, "API_URL": url, "DATABASE": str(database), "RATE": str(run.rate), "TEXT": TEXT}
        return (LOOP, "--at-once", str(run.at_once)), environment
    given = {
        "TOKEN": TOKEN, "API_URL": url, "DATABASE": f"sqlite:///{database}", "OWNERS": str(OWNER),
        "RATE": str(run.rate), "QUIET_HOURS": "00:00-00:00",
    }  # fmt: skip
    return ("-m", "bot", "run"), {f"HAMSAYEH_{name}": value for name, value in given.items()}


async def furnish(url: str, residents: list[Person]) -> None:
    """The demo district, and everybody known to the bot."""
    settings = Settings(_env_file=None, database=url)  # type: ignore[call-arg]
    async with open_memory(settings) as database:
        await take_over(organisation_file.load("demo"), database, settings, system_now)
        now = system_now()
        async with database.transaction() as tx:
            for person in residents:
                people.put(tx, people.Person(person.id, person.name, "fa", 0, now, seen=now))


async def announce(url: str) -> None:
    """As an administrator's «ارسال» does, from another process."""
    database = await open_database(url)
    now = system_now()
    async with database.transaction() as tx:
        made = await broadcasts.create(tx, OWNER, "announcements", now)
        broadcasts.put_content(tx, made.id, "fa", [Call("sendMessage", {"text": TEXT})])
        await service.submit(tx, made, now)
    await database.close()


async def finished(run: Run, bot: Bot, watch: Watch, started: float) -> None:
    """All have been reached, and for ours that has been written down."""
    while len(watch.times) < run.people:
        bot.check()
        if time.perf_counter() - started > run.people / run.rate + PATIENCE:
            break
        await asyncio.sleep(0.05)
    await asyncio.sleep(2 * run.delay + 1)


async def compare(url: str, watch: Watch) -> None:
    """What the bot has written down is what the residents have seen."""
    database: Database = await open_database(url)
    async with database.transaction() as tx:
        counts = await recipients.counts(tx, 1)
    await database.close()
    if counts != {"sent": len(watch.heard)}:
        raise BotFailed(f"the bot counts {counts}, the residents {len(watch.heard)}")


def refusals(bot: Bot) -> int:
    """How often it was told to wait."""
    return bot.last_words().count("Telegram asks to wait")


def figures(run: Run, watch: Watch, cpu: float, growth: float, refused: int) -> Figures:
    took = watch.times[-1] - watch.times[0]
    rate = (len(watch.times) - 1) / took
    shares = statistics.quantiles(watch.waits, n=100) if len(watch.waits) > 10 else [0.0] * 99
    return Figures(
        rate=rate, used=(rate + run.chatting / CHATS_EVERY) / run.rate, cpu=1000 * cpu / len(watch.times),
        growth=growth, p50=1000 * shares[49], p99=1000 * shares[98], refused=refused,
        twice=sum(count > 1 for count in watch.heard.values()), missing=run.people - len(watch.heard),
    )  # fmt: skip


HEAD = (
    "",
    "people",
    "messages/s",
    "of the rate",
    "CPU s/1000",
    "RSS + MB",
    "answer p50/p99 ms",
    "429",
    "twice",
    "missing",
)


def show(rows: list[tuple[Run, Figures]]) -> None:
    table = [HEAD]
    for run, found in rows:
        waits = f"{found.p50:.0f} / {found.p99:.0f}" if found.p99 else ""
        table.append((
            run.title, f"{run.people:,}", f"{found.rate:,.1f}", f"{found.used:.1%}", f"{found.cpu:.3f}",
            f"{found.growth:.1f}", waits, str(found.refused), str(found.twice), str(found.missing),
        ))  # fmt: skip
    widths = [max(len(row[place]) for row in table) for place in range(len(HEAD))]
    for row in table:
        print(
            "  ".join([row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))])
        )


def goals(found: dict[str, Figures]) -> list[tuple[str, bool]]:
    free, paid, loop = found["free"], found["paid"], found["loop"]
    ours = [each for key, each in found.items() if not key.startswith("loop")]
    refused, slowest = sum(each.refused for each in ours), max(each.p99 for each in ours)
    lost = sum(each.twice + each.missing for each in ours)
    return [
        (f"free: {free.used:.1%} of the rate, wanted 99 %", free.used >= 0.99),
        (f"{refused} answers 429, wanted none", refused == 0),
        (f"paid: {paid.rate:,.1f} a second, wanted 1,000", paid.rate >= 1000),
        (f"paid: {paid.cpu:.3f} CPU seconds per 1,000, wanted at most 0.4", paid.cpu <= 0.4),
        (f"paid: RSS grew by {paid.growth:.1f} MB, wanted under 50", paid.growth < 50),
        (f"answers beside it: p99 {slowest:.0f} ms, wanted under 300", slowest < 300),
        (f"{lost} people missed or written to twice, wanted none", lost == 0),
        (f"{paid.rate / loop.rate:.0f} × the usual loop, at {paid.cpu / loop.cpu:.0%} of its CPU", True),
    ]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of the people: whether it runs, not how fast")
    parser.add_argument("--only", nargs="+", metavar="KEY", help="free beside paid busy loop loop64")
    parser.add_argument("--json", type=Path, metavar="FILE", help="leave all figures there")
    return parser.parse_args()


def runs(share: float) -> dict[str, Run]:
    def some(count: int) -> int:
        return max(int(count * share), 100)

    return {
        "free": Run("ours, free", some(3000), 30),
        "beside": Run("ours, free, beside chats", some(1000), 30, chatting=10),
        "paid": Run("ours, paid, 50 ms", some(100_000), 1000, delay=0.05),
        "busy": Run("ours, paid, 50 ms, beside chats", some(20_000), 1000, chatting=100, delay=0.05),
        "loop": Run("send_message in a loop", some(1000), 1000, delay=0.05, at_once=1),
        "loop64": Run("send_message, 64 at once", some(5000), 1000, delay=0.05, at_once=64),
    }


async def main() -> int:
    given = options()
    os.sched_setaffinity(0, {HERE})
    found: dict[str, Figures] = {}
    wanted = {key: run for key, run in runs(0.1 if given.quick else 1).items() if not given.only or key in given.only}
    for key, run in wanted.items():
        with tempfile.TemporaryDirectory(prefix=key) as folder:
            try:
                found[key] = await measure(run, Path(folder))
            except BotFailed as error:
                print(f"{run.title}: {error}", file=sys.stderr)
                return 1
            print(f"{run.title}: {found[key].rate:,.1f} messages/s", file=sys.stderr, flush=True)
    show([(wanted[key], each) for key, each in found.items()])
    if not given.only:
        for goal, met in goals(found):
            print(f"{'met    ' if met else 'NOT met'}  {goal}")
    if given.json:
        given.json.write_text(json.dumps({key: asdict(each) for key, each in found.items()}, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

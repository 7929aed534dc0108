"""Full four-act reports against other ways to write the same bot, in updates a second: who can serve how many.

The sandbox with its residents has one core, the bot another; the contenders take turns for several rounds.
Look at the ratios: everything that keeps the machine busy besides moves the figures of a round together.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import rooms, table
from benchmarks.lineup import OURS, OWNER, POSTGRESQL, TOKEN, Contender, environment, lineup
from benchmarks.measure import HERE, Bot, BotFailed, Figures, observe, slow_disk
from benchmarks.residents import Ledger
from sandbox import Group, Person, Telegram
from sandbox.chats import Message

DESKS = tuple(f"n{number}" for number in range(1, 10))  # the sub-districts, each with its managers' group
KEPT = 200  # messages in each chat


@dataclass
class Bench:
    """One run of the benchmark: its options, its folder, its figures."""

    given: argparse.Namespace
    folder: Path
    new_database: Callable[[], str] | None = None
    rounds: dict[str, list[Figures]] = field(default_factory=dict)
    started: int = 0

    async def run(self) -> None:
        library = await slow_disk(self.folder)
        if library is None:
            print("skipped: the 2 ms fsync, for which there is no C compiler (gcc)")
        contenders = [
            each for each in lineup(library, self.new_database) if not self.given.only or each.key in self.given.only
        ]
        for number in range(1, self.given.rounds + 1):
            for contender in contenders:
                figures = await self.measure(contender)
                self.rounds.setdefault(contender.key, []).append(figures)
                told = f"{figures.rate:,.0f} updates/s, {figures.cpu:.3f} CPU ms"
                print(f"round {number}/{self.given.rounds}  {contender.title}: {told}", file=sys.stderr, flush=True)
        self.report(contenders)

    async def measure(self, contender: Contender, profile: Path | None = None) -> Figures:
        gc.collect()
        self.started += 1
        folder = self.folder / f"{self.started}-{contender.key}"
        folder.mkdir()
        bot = Bot(folder)
        async with Telegram(log=False, keep=KEPT) as telegram:
            telegram.add_bot(TOKEN)
            owner = telegram.person("مهرداد", id=OWNER)
            groups = {desk: telegram.group(f"مدیران {desk}", members=[owner]) for desk in DESKS}
            command = contender.command
            if profile and not rooms.sampler():
                command = (*command, "--profile", str(profile))
            try:
                database = self.database(contender, folder)
                await bot.start(command, environment(contender, telegram.url, groups[DESKS[0]].id, database))
                figures = await self.watch(contender, telegram, groups, bot, profile)
            finally:
                await bot.stop()
            for problem in dict.fromkeys(telegram.problems):
                print(f"{contender.title}: the sandbox objects: {problem}", file=sys.stderr)
        shutil.rmtree(folder)
        return figures

    def database(self, contender: Contender, folder: Path) -> str:
        if contender.key == POSTGRESQL and self.new_database:
            return self.new_database()
        return f"sqlite:///{folder / 'bench.db'}" if contender.ours else str(folder / "bench.db")

    async def watch(
        self, contender: Contender, telegram: Telegram, groups: dict[str, Group], bot: Bot, profile: Path | None
    ) -> Figures:
        if contender.ours:
            await bind(telegram.people[OWNER], groups)
        ledger = Ledger()
        for group in groups.values():
            count_cards(group, ledger)
        people = [telegram.person(f"شهروند {number}") for number in range(1, self.given.residents + 1)]
        for person in people:
            contender.resident(person, ledger).begin()
        await asyncio.sleep(self.given.warm_up)
        if profile:
            return await self.look_closely(bot, ledger, profile)
        return await observe(bot, ledger, self.given.seconds)

    async def look_closely(self, bot: Bot, ledger: Ledger, output: Path) -> Figures:
        """How much each thread took, then what for, since looking costs time."""
        before = rooms.threads(bot)
        figures = await observe(bot, ledger, self.given.seconds)
        after = rooms.threads(bot)
        for name, seconds in after.items():
            print(f"{(seconds - before.get(name, 0)) / self.given.seconds:7.1%}  of a core: {name}")
        if program := rooms.sampler():
            await rooms.sample(bot, self.given.seconds, program, output)
        return figures

    async def profile(self) -> None:
        output = self.folder / "profile"
        contender = next(each for each in lineup(None, None) if each.key == OURS)
        figures = await self.measure(contender, output)
        print(f"{figures.rate:,.0f} updates/s; own time:\n")
        print("\n".join((rooms.sampled if rooms.sampler() else rooms.profiled)(output)))

    def report(self, contenders: list[Contender]) -> None:
        residents, seconds = self.given.residents, self.given.seconds
        print(f"\n{residents} residents in a closed loop, {self.given.rounds} rounds of {seconds:g} s, medians\n")
        print("\n".join(table.lines(contenders, self.rounds)), end="\n\n")
        for remark in table.remarks(contenders, self.rounds):
            print(f"note: {remark}")
        for goal, met in table.goals(self.rounds):
            print(f"{'met    ' if met else 'NOT met'}  {goal}")
        if self.given.json:
            self.given.json.write_text(json.dumps(table.as_data(self.rounds), indent=2) + "\n", "utf-8")


async def bind(owner: Person, groups: dict[str, Group]) -> None:
    for desk, group in groups.items():
        await owner.send(f"/bind {desk}", to=group)
        await owner.sees("کار می‌کند", at=group, within=20)


def count_cards(group: Group, ledger: Ledger) -> None:
    def count(message: Message) -> None:
        ledger.cards += bool(message.keyboard)

    group.chat.on_message = count


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="one short round: whether it runs, not how fast")
    parser.add_argument("--seconds", type=float, default=5.0, help="measured in each round")
    parser.add_argument("--warm-up", type=float, default=2.0, help="seconds before that")
    parser.add_argument("--residents", type=int, default=50)
    parser.add_argument("--only", nargs="+", metavar="KEY", help="a b c ours c-slow ours-slow postgresql")
    parser.add_argument("--postgresql", action="store_true", help="ours on PostgreSQL, too")
    parser.add_argument("--profile", action="store_true", help="only show where the time of ours goes")
    parser.add_argument("--folder", type=Path, help="a folder on the disk to be measured")
    parser.add_argument("--json", type=Path, metavar="FILE", help="leave all figures there")
    given = parser.parse_args()
    if given.quick:
        given.rounds, given.seconds, given.warm_up = 1, 2.0, 1.0
    return given


async def main() -> int:
    given = options()
    os.sched_setaffinity(0, {HERE})
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=given.folder)))
        bench = Bench(given, folder)
        if given.postgresql:
            from benchmarks.postgresql import server  # noqa: PLC0415  # only the tests' dependencies bring it

            bench.new_database = stack.enter_context(server(folder / "postgresql"))
        try:
            await (bench.profile() if given.profile else bench.run())
        except BotFailed as error:
            print(f"a bot failed: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

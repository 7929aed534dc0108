"""A broadcast as it is usually written: a loop over python-telegram-bot's send_message, with its AIORateLimiter.

`--at-once N` sends so many at a time, which is the first thing one does when the loop is slow.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sqlite3

from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest


async def announce(people: list[int], rate: int, at_once: int) -> None:
    limiter = AIORateLimiter(overall_max_rate=rate, overall_time_period=1)
    bot = ExtBot(
        os.environ["TOKEN"], base_url=os.environ["API_URL"] + "/bot",
        request=HTTPXRequest(connection_pool_size=at_once), rate_limiter=limiter,
    )  # fmt: skip
    async with bot:
        print("ready", flush=True)
        waiting = iter(people)

        async def loop() -> None:
            for person in waiting:
                await bot.send_message(person, os.environ["TEXT"], allow_paid_broadcast=rate > 30)

        await asyncio.gather(*(loop() for _ in range(at_once)))
    await asyncio.Event().wait()  # until it has been measured


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--at-once", type=int, default=1)
    given = parser.parse_args()
    with sqlite3.connect(os.environ["DATABASE"]) as connection:
        people = [row[0] for row in connection.execute("SELECT id FROM person ORDER BY id")]
    asyncio.run(announce(people, int(os.environ["RATE"]), given.at_once))


if __name__ == "__main__":
    main()
